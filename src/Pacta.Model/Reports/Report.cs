using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Pacta.Geography.Zones;
using Pacta.Model.Text;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Model.Reports;

public enum Polarity
{
    Asserts,
    Denies,
}

/// <summary>What a claim is about: that the event happened, who did it, or one of its fields.</summary>
public enum ClaimSubject
{
    Occurrence,
    Attribution,
    Field,
}

/// <summary>How the source knows.</summary>
public enum Basis
{
    Unstated,
    Direct,
    Sensor,
    Hearsay,

    /// <summary>A statement against the interest of who makes it.</summary>
    Admission,
    Inference,
}

/// <summary>Where a record stands in the input: the file as the user named it and its 1-based line.</summary>
public readonly record struct RecordPlace(string File, int Line)
{
    /// <summary>The file itself, where it is at hand: later passes show the line that an error is about.</summary>
    public SourceText? Text { get; init; }
}

/// <summary>Whatever a report file may hold: all kinds are in this file and in OtherRecords.cs.</summary>
public abstract record ReportRecord
{
    public abstract string Id { get; init; }

    public abstract RecordPlace Place { get; init; }

    /// <summary>When the record says that it was made: put on record, else published or decided. Null where it does not say.</summary>
    public Moment? Stated => this switch
    {
        Report report => report.Recorded ?? report.Published,
        CompletenessRecord complete => complete.Recorded,
        JudgementRecord judgement => judgement.Recorded,
        CoverageRecord coverage => coverage.Recorded,
        GradeRecord grade => grade.Recorded,
        CountRecord count => count.Recorded,
        DeterminationRecord determination => determination.Recorded ?? determination.Date,
        CaseRecord step => step.Recorded ?? step.Date,
        TrackRecord track => track.Recorded ?? track.Published,
        _ => null,
    };

    /// <summary>Who speaks: the source, whoever grades or takes a step of a case, or the body that determines. Null where no one does.</summary>
    public string? Speaker => this switch
    {
        Report report => report.Source,
        CompletenessRecord complete => complete.Source,
        JudgementRecord judgement => judgement.Source,
        CoverageRecord coverage => coverage.Source,
        CountRecord count => count.Source,
        GradeRecord grade => grade.Assessor,
        DeterminationRecord determination => determination.Body,
        CaseRecord step => step.By,
        TrackRecord track => track.Source,
        _ => null,
    };

    /// <summary>The same record, as it was put on record then: whatever it states itself.</summary>
    public ReportRecord RecordedAt(Moment recorded) => this switch
    {
        Report report => report with { Recorded = recorded },
        CompletenessRecord complete => complete with { Recorded = recorded },
        JudgementRecord judgement => judgement with { Recorded = recorded },
        CoverageRecord coverage => coverage with { Recorded = recorded },
        GradeRecord grade => grade with { Recorded = recorded },
        CountRecord count => count with { Recorded = recorded },
        DeterminationRecord determination => determination with { Recorded = recorded },
        CaseRecord step => step with { Recorded = recorded },
        TrackRecord track => track with { Recorded = recorded },
        _ => this,
    };
}

/// <summary>
/// A report: what one source says. Three times are kept apart: when it happened (in the claims), when the source published it,
/// and when it was recorded. Of a plain one there may be only its row (<see cref="ReportRows"/>) until somebody asks for more.
/// </summary>
public sealed record Report : ReportRecord
{
    private readonly ReportRows? _rows;
    private readonly int _row;
    private Said? _said;

    /// <param name="Origin">Where the information comes from, if the source only passes it on; the source itself otherwise.</param>
    /// <param name="Recorded">When the report entered the record. <c>--as-of</c> speaks of this time.</param>
    /// <param name="Supersedes">The id of the report this one replaces.</param>
    /// <param name="Retracts">Ids of reports or claims that their author takes back with this report.</param>
    public Report(
        string Id,
        RecordPlace Place,
        string Source,
        string? Origin,
        Moment? Published,
        Moment? Recorded,
        string? Supersedes,
        ImmutableArray<string> Retracts,
        ImmutableArray<Claim> Claims,
        string? Reference = null) =>
        _said = new Said(Id, Place, Source, Origin, Published, Recorded, Supersedes, Retracts, Claims, Reference);

    /// <summary>A plain report by its row.</summary>
    public Report(ReportRows rows, int row) => (_rows, _row) = (rows, row);

    public override string Id
    {
        get => IsRow(out var rows, out var row) ? rows.Names[rows[row].Id] : All.Id;
        init => Have(All with { Id = value }, out _rows, out _said);
    }

    public override RecordPlace Place
    {
        get => All.Place;
        init => Have(All with { Place = value }, out _rows, out _said);
    }

    public string Source
    {
        get => IsRow(out var rows, out var row) ? rows.Names[rows[row].Source] : All.Source;
        init => Have(All with { Source = value }, out _rows, out _said);
    }

    /// <summary>Where the information comes from, if the source only passes it on; the source itself otherwise.</summary>
    public string? Origin
    {
        get => _rows is null ? All.Origin : null;
        init => Have(All with { Origin = value }, out _rows, out _said);
    }

    public Moment? Published
    {
        get => _rows is null ? All.Published : null;
        init => Have(All with { Published = value }, out _rows, out _said);
    }

    /// <summary>When the report entered the record. <c>--as-of</c> speaks of this time.</summary>
    public Moment? Recorded
    {
        get => All.Recorded;
        init => Have(All with { Recorded = value }, out _rows, out _said);
    }

    /// <summary>The id of the report this one replaces.</summary>
    public string? Supersedes
    {
        get => _rows is null ? All.Supersedes : null;
        init => Have(All with { Supersedes = value }, out _rows, out _said);
    }

    /// <summary>Ids of reports or claims that their author takes back with this report.</summary>
    public ImmutableArray<string> Retracts
    {
        get => _rows is null ? All.Retracts : [];
        init => Have(All with { Retracts = value }, out _rows, out _said);
    }

    public ImmutableArray<Claim> Claims
    {
        get => All.Claims;
        init => Have(All with { Claims = value }, out _rows, out _said);
    }

    /// <summary>Where it can be read, in the words of whoever reported.</summary>
    public string? Reference
    {
        get => _rows is null ? All.Reference : null;
        init => Have(All with { Reference = value }, out _rows, out _said);
    }

    /// <summary>All that it says: a plain report is read again the first time.</summary>
    private Said All => _said ?? ReadAgain();

    /// <summary>Is it a plain report, of which there is a row?</summary>
    public bool IsRow([NotNullWhen(true)] out ReportRows? rows, out int row)
    {
        (rows, row) = (_rows, _row);
        return rows is not null;
    }

    public bool Equals(Report? other) => ReferenceEquals(this, other) || (other is not null && All == other.All);

    public override int GetHashCode() => All.GetHashCode();

    private Said ReadAgain()
    {
        Interlocked.CompareExchange(ref _said, _rows!.WholeOf(_row)._said, null);
        return _said!;
    }

    private static void Have(Said all, out ReportRows? rows, out Said? said) => (rows, said) = (null, all);

    private sealed record Said(
        string Id,
        RecordPlace Place,
        string Source,
        string? Origin,
        Moment? Published,
        Moment? Recorded,
        string? Supersedes,
        ImmutableArray<string> Retracts,
        ImmutableArray<Claim> Claims,
        string? Reference);
}

/// <summary>A claim about one event, thing or state.</summary>
/// <param name="Event">The id that claims about the same event share.</param>
/// <param name="Kind">The declared noun: <c>exercise</c>, <c>tank</c>, <c>member</c>.</param>
/// <param name="Time">When it happened, or from when a thing was as described.</param>
/// <param name="End">When it ended, or until when the thing was so.</param>
/// <param name="Roles">By preposition: <c>by</c>, <c>to</c>, <c>of</c>, <c>in</c> ...</param>
/// <param name="Fields">By field name; distances as <c>distance from LINE</c>, the point as <c>position</c>.</param>
public sealed record Claim(
    string Id,
    string Event,
    string Kind,
    ClaimSubject Subject,
    Polarity Polarity,
    Basis Basis,
    When? Time,
    When? End,
    SmallDictionary<ReportedValue> Roles,
    SmallDictionary<ReportedValue> Fields,
    ImmutableArray<string> DerivedFrom);

/// <summary>A value as a report states it, before its kind's declaration gives it a type and a unit.</summary>
public abstract record ReportedValue
{
    /// <summary>The names in it, where it may be one or several; empty for numbers and the like.</summary>
    public ImmutableArray<string> NamesIn() => this switch
    {
        ReportedText text => [text.Text],
        ReportedNames names => names.Names,
        _ => [],
    };
}

/// <param name="Unit">As written; null for a plain number.</param>
/// <param name="IsAbout">The report said "about".</param>
public sealed record ReportedNumber(decimal? Low, decimal? High, string? Unit, bool IsAbout) : ReportedValue
{
    /// <summary>Can it say how many there are: whole, and not less than none?</summary>
    public bool IsWholeCount => IsWhole(Low) && IsWhole(High);

    private static bool IsWhole(decimal? number) => number is not { } n || (n >= 0 && n == decimal.Truncate(n));
}

public sealed record ReportedTruth(bool IsTrue) : ReportedValue;

/// <summary>Text or a name: which of the two, the declaration tells.</summary>
public sealed record ReportedText(string Text) : ReportedValue;

public sealed record ReportedNames(ImmutableArray<string> Names, bool IsOneOf) : ReportedValue
{
    public bool Equals(ReportedNames? other) => other is not null && IsOneOf == other.IsOneOf && Names.SequenceEqual(other.Names);

    public override int GetHashCode() => HashCode.Combine(IsOneOf, Names.Length, Names.Length == 0 ? null : Names[0]);
}

/// <summary>A place by its name, as a gazetteer knows it: <c>Springfield, US-IL</c>.</summary>
public sealed record ReportedPlace(string Name) : ReportedValue;

/// <summary>Somewhere in an area; its rings have an inside.</summary>
public sealed record ReportedArea(AreaValue Area) : ReportedValue;

/// <summary>A point: degrees north and east, and within how many metres it is right.</summary>
public sealed record ReportedPosition(double Latitude, double Longitude, double AccuracyMetres) : ReportedValue
{
    /// <summary>Metres above <see cref="HeightAbove"/>; null if nobody said.</summary>
    public double? HeightMetres { get; init; }

    /// <summary>What the height is counted from; null if nobody said.</summary>
    public HeightDatum? HeightAbove { get; init; }

    /// <summary>Within how many metres the height is right.</summary>
    public double HeightAccuracyMetres { get; init; }
}
