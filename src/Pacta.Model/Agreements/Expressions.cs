using System.Collections.Immutable;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Model.Agreements;

// Bound expressions: names resolved, units turned into root units, types checked. Each keeps the words of the text it came from,
// so that a derivation can quote them. The meaning of each is in docs/semantics.md.

// ------------------------------------------------------------------------------------------------ patterns and arguments

/// <summary>What the noun of a pattern ranges over.</summary>
public abstract record Noun(string Name);

/// <summary>A declared kind of event, thing or state, or one of the built-in nouns <c>activity</c>, <c>request</c> (any event) and <c>asset</c>.</summary>
public sealed record KindNoun(string Name, KindForm Form) : Noun(Name);

/// <summary>A noun made by <c>define</c>, looked up in the agreement by name.</summary>
public sealed record DefinedNoun(string Name) : Noun(Name);

/// <summary><c>actor</c>, <c>alliance</c>: any declared actor.</summary>
public sealed record ActorNoun(string Name) : Noun(Name);

/// <summary>A member of a group: <c>cfe_group G</c>, <c>black_sea_power P</c>; <c>party</c> is a member of the parties.</summary>
public sealed record MemberNoun(string Name, string Group) : Noun(Name)
{
    /// <summary>The group name that stands for the agreement's parties.</summary>
    public const string Parties = "party";
}

/// <summary>A breach of another clause: <c>breach b of silence by A</c>. It happens when that clause is breached, by its bearer.</summary>
public sealed record BreachNoun(string Name, string Clause) : Noun(Name);

/// <summary><c>place</c>, <c>place a</c>: any place.</summary>
public sealed record PlaceNoun(string Name) : Noun(Name);

/// <summary>A noun with its variable, its prepositional phrases and its <c>where</c>.</summary>
/// <param name="Variable">Bound to what matches; null where nothing refers to it.</param>
/// <param name="Instance">The id of one particular event or thing (scenarios only).</param>
public sealed record Pattern(
    string Text,
    Noun Noun,
    string? Variable,
    string? Instance,
    ImmutableArray<RoleArgument> Roles,
    Condition? Where);

/// <param name="Preposition">As declared by the kind; <c>outside</c> for "outside PLACE", and <c>in</c> also matches <c>into</c>, <c>on</c> where the kind has those.</param>
public sealed record RoleArgument(string Preposition, Argument Argument);

public abstract record Argument(string Text);

/// <summary>A variable: bound by the first place that matches, equal in all others.</summary>
public sealed record VariableArgument(string Text, string Variable) : Argument(Text);

/// <summary>An actor or a group by name. A group means any one member, except as the subject of <c>together</c>.</summary>
public sealed record ActorArgument(string Text, string Name, bool IsGroup) : Argument(Text);

/// <summary>A particular event or thing by id.</summary>
public sealed record InstanceArgument(string Text, string Id) : Argument(Text);

/// <summary>Something that matches a pattern: <c>of warship w</c>, <c>by belligerent P</c>, <c>of inf_missile</c>.</summary>
public sealed record PatternArgument(string Text, Pattern Pattern) : Argument(Text);

/// <summary><c>each other party Q</c>, <c>each shorter_range_missile of P</c>: the sentence holds for each.</summary>
/// <param name="Other">All but the bearer.</param>
public sealed record EachArgument(string Text, Pattern Pattern, bool Other) : Argument(Text);

/// <summary>A place.</summary>
public sealed record PlaceArgument(string Text, Place Place) : Argument(Text);

/// <summary>Text compared with a text role or field.</summary>
public sealed record TextArgument(string Text, string Value) : Argument(Text);

// ------------------------------------------------------------------------------------------------ places

public abstract record Place(string Text);

/// <summary>A zone or line table of the agreement, with its argument if it has a parameter.</summary>
public sealed record TablePlace(string Text, string Table, Argument? Parameter) : Place(Text);

/// <summary><c>territory of B</c></summary>
public sealed record TerritoryPlace(string Text, Argument Of) : Place(Text);

/// <summary><c>border of A with B</c>; without B, the land borders of A with whomever. A line.</summary>
public sealed record BorderPlace(string Text, Argument Of, Argument? With) : Place(Text);

/// <summary><c>coast of A</c>. A line.</summary>
public sealed record CoastPlace(string Text, Argument Of) : Place(Text);

/// <summary>A variable that holds a place.</summary>
public sealed record VariablePlace(string Text, string Variable) : Place(Text);

// ------------------------------------------------------------------------------------------------ terms

public abstract record Term(string Text);

/// <summary>A number in root units.</summary>
public sealed record NumberTerm(string Text, NumberRange Range, string Dimension) : Term(Text);

public sealed record TextTerm(string Text, string Value) : Term(Text);

/// <summary><c>troops of x</c></summary>
public sealed record FieldTerm(string Text, Field Field, Argument Of) : Term(Text);

/// <summary><c>duration of x</c>: from start to end, in the dimension <c>time</c> (seconds).</summary>
public sealed record DurationTerm(string Text, Argument Of) : Term(Text);

/// <summary><c>distance from w to contact_line</c>, in metres: as reported, otherwise from where the thing is and where the place is drawn; 0 within an area.</summary>
public sealed record DistanceTerm(string Text, Argument From, Place To) : Term(Text);

/// <summary>An <c>amount</c> of the agreement, with its argument if it has a parameter.</summary>
public sealed record TableTerm(string Text, string Table, Argument? Parameter) : Term(Text);

public enum Arithmetic
{
    Add,
    Subtract,
    Multiply,
    Divide,
}

public sealed record ArithmeticTerm(string Text, Term Left, Arithmetic Operator, Term Right) : Term(Text);

public sealed record RoundedTerm(string Text, Term Term, bool Up) : Term(Text);

public enum AggregateForm
{
    Number,
    Total,
    Largest,
    Smallest,
    Average,
}

/// <summary>Over things present now, over events in a window, or over the members of a group (<c>largest fleet of black_sea_powers</c>).</summary>
/// <param name="Field">The field that is summed; null for <see cref="AggregateForm.Number"/>.</param>
/// <param name="Amount">An amount with one parameter that is taken for each match instead of a field.</param>
public sealed record AggregateTerm(string Text, AggregateForm Form, Field? Field, string? Amount, Pattern Pattern, Window? Window) : Term(Text);

public abstract record Window;

/// <summary>The calendar period of the moment at which it is asked, up to that moment.</summary>
public sealed record CalendarWindow(LapseUnit Unit) : Window;

/// <summary><c>in any 12 months</c>: (t − 12 months, t]. <c>in any 3 calendar years</c>: the calendar year of t and the two before it, up to t.</summary>
/// <param name="IsClosed">Also what lies just the length before t: how a minimum is counted, so that a day only half over is never held against anybody.</param>
public sealed record SlidingWindow(Lapse Length, bool Calendar, bool IsClosed = false) : Window;

/// <summary>Events that have begun and not ended.</summary>
public sealed record AtOnceWindow : Window;

/// <summary>The term as it was at another time: <c>... on 1997-05-27</c>, <c>... on signature</c>.</summary>
public sealed record AtTimeTerm(string Text, Term Term, TimeExpression Time) : Term(Text);

// ------------------------------------------------------------------------------------------------ time

public abstract record TimeExpression(string Text);

public sealed record FixedTime(string Text, Moment Moment) : TimeExpression(Text);

/// <summary>When an event starts; a variable alone and <c>start of x</c> are the same.</summary>
public sealed record StartTime(string Text, Argument Of) : TimeExpression(Text);

public sealed record EndTime(string Text, Argument Of) : TimeExpression(Text);

public sealed record EntryIntoForceTime(string Text) : TimeExpression(Text);

public sealed record SignatureTime(string Text) : TimeExpression(Text);

/// <summary>The first instant, at or after its beginning, at which a duty is performed by all its bearers.</summary>
public sealed record FulfilmentTime(string Text, string Clause) : TimeExpression(Text);

/// <summary><c>42 days before start of x</c></summary>
public sealed record OffsetTime(string Text, Lapse Lapse, bool Before, TimeExpression Origin) : TimeExpression(Text);

/// <summary><c>notice_days of A before start of x</c>: an amount whose rows are stretches of time. Row values are in seconds or days; see <see cref="LapseRow"/>.</summary>
public sealed record TableOffsetTime(string Text, string Table, Argument? Parameter, bool Before, TimeExpression Origin) : TimeExpression(Text);

/// <summary><c>day 5 after T</c>: that calendar day, counted with T's day as 0; <c>day N before T</c> likewise back.</summary>
public sealed record DayTime(string Text, int Day, bool Before, TimeExpression Origin) : TimeExpression(Text);

// ------------------------------------------------------------------------------------------------ conditions

public abstract record Condition(string Text);

public sealed record AllCondition(string Text, ImmutableArray<Condition> Operands) : Condition(Text);

public sealed record AnyCondition(string Text, ImmutableArray<Condition> Operands) : Condition(Text);

public sealed record NotCondition(string Text, Condition Operand) : Condition(Text);

public enum Relation
{
    AtLeast,
    AtMost,
    MoreThan,
    LessThan,
    Equal,
}

public sealed record CompareCondition(string Text, Term Left, Relation Relation, Term Right) : Condition(Text);

/// <summary><c>range of m is 500 km .. 5_500 km</c>, both ends included.</summary>
public sealed record RangeCondition(string Text, Term Term, Term Low, Term High) : Condition(Text);

/// <summary><c>w at least 15 km away from contact_line</c>: the distance that was reported, otherwise the one on the map.</summary>
public sealed record AwayCondition(string Text, Argument Thing, Relation Relation, Term Distance, Place From) : Condition(Text);

/// <summary><c>w is any of smerch, uragan</c>, <c>a is helicopter</c>, <c>P is ukraine</c>, <c>P is black_sea_power</c>, <c>P is not non_black_sea_power</c>.</summary>
public sealed record IsOneOfCondition(string Text, Argument Subject, ImmutableArray<Noun> Nouns, ImmutableArray<ActorArgument> Actors) : Condition(Text);

/// <summary><c>x is alert</c></summary>
public sealed record FieldIsTrueCondition(string Text, Field Field, Argument Of) : Condition(Text);

/// <summary><c>purpose of f is any of "fire", "rescue"</c>; letter case does not matter.</summary>
public sealed record TextIsCondition(string Text, Term Term, ImmutableArray<string> Texts) : Condition(Text);

/// <summary><c>turkey is not belligerent</c>, <c>P is member of nato on 1997-05-27</c>. The subject fills the state's first role.</summary>
public sealed record StateCondition(string Text, Argument Subject, string State, ImmutableArray<RoleArgument> Roles, TimeExpression? On) : Condition(Text);

/// <summary><c>S is in europe</c>, <c>base of w is not in territory of turkey</c>. The subject is an actor (its territory), a thing, an event or a place field.</summary>
public sealed record InPlaceCondition(string Text, Term? PlaceField, Argument? Subject, Place Place, bool Outside) : Condition(Text);

/// <summary><c>reform is met</c></summary>
public sealed record ClauseStateCondition(string Text, string Clause, Findings.ClauseState State) : Condition(Text);

public sealed record JudgedCondition(string Text, string Matter) : Condition(Text);

/// <summary><c>there was coordination c by P to B during 24 hours before f</c>. Variables of the pattern are bound in the lines that follow it in the same <c>all of</c>.</summary>
/// <param name="Look">How far back (or forward) to look; null: any time up to now.</param>
public sealed record ThereCondition(string Text, Pattern Pattern, LookAround? Look) : Condition(Text);

public sealed record LookAround(Lapse Length, bool Before, TimeExpression Anchor);
