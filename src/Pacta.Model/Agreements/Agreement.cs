using System.Collections.Immutable;
using Pacta.Geography.Zones;
using Pacta.Model.Text;
using Pacta.Model.Time;

namespace Pacta.Model.Agreements;

public enum Standing
{
    Legal,
    Political,
    Oral,
    Unilateral,
    Proposal,
}

/// <summary>What kind of commitment it is, and whether its existence is disputed. It changes the words of a finding, never its truth.</summary>
public sealed record Status(Standing Standing, bool Disputed);

/// <summary>Who has suspended or left, and when; a null end is open.</summary>
public sealed record Participation(bool IsWithdrawn, ImmutableArray<string> By, TimeExpression? From, TimeExpression? Until);

/// <summary>A text of the agreement in one language.</summary>
public sealed record ClauseText(string? Language, string Content);

/// <summary>Somebody's claim that a disputed commitment exists, or that it does not.</summary>
public sealed record CommitmentClaim(bool IsDenied, string By, string? Words);

/// <summary>Where in its file something was written.</summary>
public sealed record Origin(SourceText File, TextSpan Span);

/// <summary>One of the readings of a noun, a table or a clause; <c>Name</c> is null where there is only one.</summary>
public sealed record Reading<T>(string? Name, ImmutableArray<string> HeldBy, T Content);

/// <summary>Remarks that travel with findings.</summary>
/// <param name="Unverified">What nobody has confirmed; an entry that is empty means the whole.</param>
public sealed record Remarks(ImmutableArray<ClauseText> Texts, ImmutableArray<string> Notes, ImmutableArray<string> Unverified)
{
    public static readonly Remarks None = new([], [], []);
}

/// <summary>A noun made from a pattern.</summary>
public sealed record Definition(string Name, string? Plural, string? Reference, Remarks Remarks, ImmutableArray<Reading<Pattern>> Readings, Origin Origin);

public enum TableForm
{
    Amount,
    Zone,
    Line,
}

/// <summary>Rows tried in order: the first whose condition holds gives the value.</summary>
/// <param name="Parameter">The pattern whose variable the rows use; null for a table without parameter.</param>
public sealed record Table(
    string Name,
    TableForm Form,
    Pattern? Parameter,
    string? Reference,
    Remarks Remarks,
    string Dimension,
    ImmutableArray<Reading<ImmutableArray<Row>>> Readings,
    Origin Origin);

/// <param name="If">Null: always.</param>
/// <param name="Within">Of a place: only what lies in this one too.</param>
/// <param name="ButNot">Of a place: without what lies in this one.</param>
/// <param name="Height">Of a place: at which heights only; null for all.</param>
/// <param name="AccuracyMetres">Of a place: within how many metres its boundary is where it is drawn, beside what its map says of itself.</param>
public sealed record Row(
    string Text,
    ImmutableArray<RowValue> Values,
    Place? Within,
    Place? ButNot,
    HeightRange? Height,
    decimal AccuracyMetres,
    Condition? If,
    TimeExpression? From,
    TimeExpression? Until);

/// <summary>Metres of height, both bounds included; null where there is none.</summary>
/// <param name="Above">What they are counted from; null where the agreement does not say.</param>
public sealed record HeightRange(decimal? Low, decimal? High, HeightDatum? Above = null);

public abstract record RowValue(string Text);

public sealed record TermRow(string Text, Term Term) : RowValue(Text);

/// <summary>A stretch of time in an amount: <c>8 days</c>.</summary>
public sealed record LapseRow(string Text, Lapse Lapse) : RowValue(Text);

/// <summary>Another place (a zone is a union of its values).</summary>
public sealed record PlaceRow(string Text, Place Place) : RowValue(Text);

public enum DrawnFrom
{
    /// <summary>A file beside the agreement.</summary>
    Map,

    /// <summary>Corners written in the agreement.</summary>
    Polygon,

    /// <summary>The points of a line written in the agreement.</summary>
    Path,

    /// <summary>One point written in the agreement.</summary>
    Point,

    /// <summary>The undisputed territory of a country on the map of the world.</summary>
    Country,

    /// <summary>A disputed area on the map of the world.</summary>
    Disputed,

    /// <summary>A place of the gazetteer.</summary>
    Place,
}

/// <summary>A place that is drawn: the name of a file, corners, the name of a country.</summary>
/// <param name="Drawing">What is drawn; null where there is no such file.</param>
public sealed record DrawnRow(string Text, DrawnFrom From, string Content, Drawing? Drawing) : RowValue(Text);

public enum BandSide
{
    Both,

    /// <summary>As seen along the line, in the order of its points.</summary>
    Left,
    Right,
}

/// <summary><c>up to 15 km from contact_line</c>, the bound included. Metres.</summary>
public sealed record BandRow(string Text, decimal Metres, Place From, BandSide Side) : RowValue(Text);

/// <summary><c>between front_line and rear_line</c>: what the two lines enclose when their ends are joined by the shortest paths.</summary>
public sealed record BetweenRow(string Text, Place First, Place Second) : RowValue(Text);

public enum Modality
{
    Must,
    MustNot,
    May,
    Power,
}

/// <summary>Who is bound.</summary>
/// <param name="Each">For <c>each party P</c>: the pattern whose matches each are a bearer.</param>
/// <param name="Names">Otherwise: actors, groups and variables.</param>
/// <param name="Together">All of them are one joint bearer.</param>
public sealed record Subject(string Text, Pattern? Each, ImmutableArray<Argument> Names, bool Together);

public abstract record Act(string Text);

/// <summary>Keep a condition true at every moment.</summary>
/// <param name="Lines">One finding per line: several only for <c>keep all of { }</c>.</param>
public sealed record KeepAct(string Text, ImmutableArray<Condition> Lines) : Act(Text);

/// <summary>Have (must not have) things.</summary>
public sealed record HaveAct(string Text, Pattern Pattern) : Act(Text);

/// <summary>Do (must not do) something. The bearer fills the pattern's <c>by</c>.</summary>
public sealed record DoAct(string Text, string Verb, Pattern Pattern) : Act(Text);

/// <summary>When: all that the sentence says about it. Null members were not said.</summary>
/// <param name="NoLater">The last instant: <c>no later than T</c>.</param>
/// <param name="NoEarlier"><c>no earlier than T</c>: an act before does not count.</param>
/// <param name="Within"><c>within D after T</c> (or before).</param>
/// <param name="Effective">For a power: when its exercise takes effect.</param>
public sealed record Timing(
    TimeExpression? NoLater,
    TimeExpression? NoEarlier,
    WithinTime? Within,
    Cycle? Cycle,
    TimeExpression? Effective,
    TimeExpression? From,
    TimeExpression? Until)
{
    public static readonly Timing None = new(null, null, null, null, null, null, null);
}

/// <param name="Anchor">Null: the trigger.</param>
public sealed record WithinTime(string Text, Lapse Length, bool Before, TimeExpression? Anchor);

public abstract record Cycle(string Text);

/// <summary><c>every year by 15 november</c>; without a day, by the year's end.</summary>
public sealed record YearlyCycle(string Text, int Month, int Day) : Cycle(Text);

/// <summary><c>every 6 months</c>, counted from <c>as from</c>, else from entry into force.</summary>
public sealed record PeriodicCycle(string Text, Lapse Length) : Cycle(Text);

public sealed record Sentence(
    string Text,
    Subject Subject,
    Modality Modality,
    Act Act,
    Timing Timing,
    Condition? Unless,
    Sentence? Otherwise);

/// <summary>The working part of a clause.</summary>
public sealed record Rule(Condition? While, Sentence Sentence);

/// <summary>A clause of an agreement.</summary>
/// <param name="Path">Parts and name joined with <c>/</c>: <c>V/prior_notification</c>. Unique within the agreement; part of finding ids.</param>
/// <param name="Exceptions">Exceptions to this clause, with their own exceptions inside.</param>
public sealed record Clause(
    string Name,
    string Path,
    ImmutableArray<string> Parts,
    string? Reference,
    Status Status,
    Remarks Remarks,
    ImmutableArray<CommitmentClaim> Claims,
    Pattern? When,
    ImmutableArray<Reading<Rule>> Readings,
    ImmutableArray<ClauseException> Exceptions,
    Origin Origin)
{
    /// <summary>What it goes on after, with its exceptions: its own words, or else those of the head.</summary>
    public Survival Survival { get; init; } = Survival.None;

    /// <summary>Within which time after what it tells a report must be on record to count for it; null: it may come at any time.</summary>
    public Lapse? AdmitsWithin { get; init; }

    /// <summary>Is a path that of the clause, of one of its exceptions, or of what either asks <c>otherwise</c>?</summary>
    public bool Holds(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.StartsWith(Path, StringComparison.Ordinal) && (path.Length == Path.Length || path[Path.Length] == '/');
    }
}

/// <summary>What a clause goes on to bind after; a null member: it ends with that.</summary>
/// <param name="Withdrawal">It binds, and is owed to, a party that has left.</param>
/// <param name="Expiry">It binds after the agreement has expired.</param>
public sealed record Survival(Outliving? Withdrawal, Outliving? Expiry)
{
    public static readonly Survival None = new(null, null);
}

/// <summary>For how long a clause goes on.</summary>
/// <param name="Length">Null: without end.</param>
public sealed record Outliving(string Text, Lapse? Length);

/// <summary>An exception: where its condition holds, the base is excused, and its own sentence (if any) binds instead.</summary>
public sealed record ClauseException(
    string Name,
    string Path,
    string? Reference,
    Remarks Remarks,
    Condition If,
    Sentence? Sentence,
    ImmutableArray<ClauseException> Exceptions,
    Origin Origin);

/// <summary>An agreement, checked: every name resolved, every unit known.</summary>
/// <param name="Parties">Actors and groups as listed; a group stands for its members.</param>
/// <param name="ProvisionalFrom">Provisional application, if any; it counts as being in force.</param>
public sealed record Agreement(
    string Name,
    string Title,
    Status Status,
    string? Citation,
    Moment? Signed,
    TimeExpression? EntryIntoForce,
    TimeExpression? Expiry,
    TimeExpression? ProvisionalFrom,
    TimeExpression? ProvisionalUntil,
    AgreementCalendar Calendar,
    string TimeZone,
    ImmutableArray<string> Parties,
    ImmutableArray<Participation> Participations,
    ImmutableSortedDictionary<string, Definition> Definitions,
    ImmutableSortedDictionary<string, Table> Tables,
    ImmutableArray<Clause> Clauses,
    Vocabulary Vocabulary,
    ImmutableArray<Scenario> Scenarios,
    Origin Origin)
{
    /// <summary>The titles of its parts by their numbers; a part that has none is not among them.</summary>
    public ImmutableSortedDictionary<string, string> PartTitles { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>What it leaves to judgement: the texts after <c>judged</c>, also of the words that it uses.</summary>
    public ImmutableSortedSet<string> Matters { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
}

/// <summary>A scenario: facts told in the language, then what is to be expected on a date.</summary>
public sealed record Scenario(
    string Title,
    string Agreement,
    string? Perspective,
    ImmutableArray<Reports.ReportRecord> Reports,
    ImmutableArray<Expectation> Expectations,
    Origin Origin);

/// <param name="State">A clause state, or <c>contested</c>, <c>undetermined</c>, <c>claimed</c>.</param>
/// <param name="Clause">The name of a clause or an exception.</param>
/// <param name="Roles">What the finding's bearer (<c>by</c>), beneficiary (<c>to</c>) and trigger (<c>of</c>) must be; absent: any, but there must be one.</param>
/// <param name="Reading">After <c>under</c>.</param>
/// <param name="Because">Names that the derivation must mention: a source, a define, an exception, a clause.</param>
public sealed record Expectation(
    string Text,
    string State,
    string Clause,
    ImmutableSortedDictionary<string, string> Roles,
    Moment On,
    string? Reading,
    ImmutableArray<string> Because,
    Origin Origin);
