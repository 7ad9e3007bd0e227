using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using NodaTime;
using Pacta.Model.Reports;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Model.Histories;

/// <summary>
/// What the live reports say about one event, or one observation of a thing. <see cref="Key"/> is unique;
/// <see cref="Id"/> is the reporters' id, which several observations of one thing share. Of an event that one plain report tells of and nobody else, there may be
/// only the row of that report (<see cref="FactRows"/>) until somebody asks for more.
/// </summary>
public sealed record Fact
{
    private readonly FactRows? _rows;
    private readonly int _row;
    private Said? _said;

    /// <param name="Known">When the first live report of it was recorded.</param>
    public Fact(
        string Key,
        string Id,
        string Kind,
        FactForm Form,
        Attribute<When> Time,
        Attribute<When>? End,
        SmallDictionary<Attribute<Value>> Roles,
        SmallDictionary<Attribute<Value>> Fields,
        ImmutableArray<ReportReference> AssertedBy,
        ImmutableArray<ReportReference> DeniedBy,
        Instant Known) =>
        _said = new Said(Key, Id, Kind, Form, Time, ExactOf(Time), End.GetValueOrDefault(), Roles, Fields, AssertedBy, DeniedBy, Known, [], []);

    /// <summary>An event by the row of the only report that tells of it.</summary>
    public Fact(FactRows rows, int row) => (_rows, _row) = (rows, row);

    public string Key
    {
        get => IsRow(out var rows, out var row) ? rows.Names[rows.Rows[row].Event] : All.Key;
        init => Have(All with { Key = value }, out _rows, out _said);
    }

    public string Id
    {
        get => IsRow(out var rows, out var row) ? rows.Names[rows.Rows[row].Event] : All.Id;
        init => Have(All with { Id = value }, out _rows, out _said);
    }

    public string Kind
    {
        get => IsRow(out var rows, out var row) ? rows.Names[rows.Rows[row].Kind] : All.Kind;
        init => Have(All with { Kind = value }, out _rows, out _said);
    }

    public FactForm Form
    {
        get => _rows is null ? All.Form : FactForm.Event;
        init => Have(All with { Form = value }, out _rows, out _said);
    }

    public Attribute<When> Time
    {
        get => IsOnlyRow(out var rows, out var row) ? new Attribute<When>(When.At(rows.Rows[row].Told), rows.ByOf(row)) : All.Time;
        init => Have(All with { Time = value, ExactTime = ExactOf(value) }, out _rows, out _said);
    }

    public Attribute<When>? End
    {
        get => _rows is not null || All.End.IsNone ? null : All.End;
        init => Have(All with { End = value.GetValueOrDefault() }, out _rows, out _said);
    }

    public SmallDictionary<Attribute<Value>> Roles
    {
        get => All.Roles;
        init => Have(All with { Roles = value }, out _rows, out _said);
    }

    public SmallDictionary<Attribute<Value>> Fields
    {
        get => All.Fields;
        init => Have(All with { Fields = value }, out _rows, out _said);
    }

    public ImmutableArray<ReportReference> AssertedBy
    {
        get => IsOnlyRow(out var rows, out var row) ? rows.ByOf(row) : All.AssertedBy;
        init => Have(All with { AssertedBy = value }, out _rows, out _said);
    }

    public ImmutableArray<ReportReference> DeniedBy
    {
        get => _rows is null ? All.DeniedBy : [];
        init => Have(All with { DeniedBy = value }, out _rows, out _said);
    }

    /// <summary>When the first live report of it was recorded.</summary>
    public Instant Known
    {
        get => IsRow(out var rows, out var row) ? rows.Rows[row].Recorded : All.Known;
        init => Have(All with { Known = value }, out _rows, out _said);
    }

    /// <summary>When it happened, where that is undisputed and was stated to the clock with its offset from UTC: the same in every time zone. Null: it was not.</summary>
    public Instant? ExactTime => !IsRow(out var rows, out var row) ? All.ExactTime : rows.Rows[row].IsDay ? null : rows.Rows[row].Time;

    public bool IsDenied => _rows is null && All.DeniedBy.Length > 0;

    /// <summary>Of a count: what those say whose numbers stand; otherwise empty.</summary>
    public ImmutableArray<CountSaid> Counted
    {
        get => _rows is null ? All.Counted : [];
        init => Have(All with { Counted = value }, out _rows, out _said);
    }

    /// <summary>Denials of what nobody asserts (any more), in the order of attributes and reports.</summary>
    public ImmutableArray<UnmetDenial> UnmetDenials
    {
        get => _rows is null ? All.UnmetDenials : [];
        init => Have(All with { UnmetDenials = value }, out _rows, out _said);
    }

    /// <summary>All that is said of it: where there is only a row, its report is read again the first time.</summary>
    private Said All => _said ?? ReadAgain();

    /// <summary>Is it an event of which there is the row of a report?</summary>
    public bool IsRow([NotNullWhen(true)] out FactRows? rows, out int row)
    {
        (rows, row) = (_rows, _row);
        return rows is not null;
    }

    /// <summary>What fills a role; null where nobody says.</summary>
    public Attribute<Value>? Role(string preposition)
    {
        if (!IsOnlyRow(out var rows, out var row))
        {
            return Roles.TryGetValue(preposition, out var held) ? held : null;
        }

        // A row has names in its roles and nothing else: its report need not be read again.
        var place = Array.IndexOf(ReportRow.Prepositions, preposition);
        foreach (var role in rows.Rows.RolesOf(row))
        {
            if (role.Preposition == place)
            {
                return new Attribute<Value>(new NameValue(rows.Names[role.Name]), rows.ByOf(row));
            }
        }

        return null;
    }

    /// <summary>What is said of a field; null where nobody says anything.</summary>
    public Attribute<Value>? Field(string name) => Fields.TryGetValue(name, out var held) ? held : null;

    /// <summary>Facts are told apart by what they are, and not by what is said of them.</summary>
    public bool Equals(Fact? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>Has nobody asked for more than there is in the row?</summary>
    private bool IsOnlyRow([NotNullWhen(true)] out FactRows? rows, out int row) => IsRow(out rows, out row) && _said is null;

    private Said ReadAgain()
    {
        Interlocked.CompareExchange(ref _said, _rows!.WholeOf(_row).All, null);
        return _said!;
    }

    private static void Have(Said all, out FactRows? rows, out Said? said) => (rows, said) = (null, all);

    private static Instant? ExactOf(Attribute<When> time) =>
        time.IsPlain(out var when) && when.From.Absolute is { } from && when.To.Absolute == from && when.HasClock ? from : null;

    private sealed record Said(
        string Key,
        string Id,
        string Kind,
        FactForm Form,
        Attribute<When> Time,
        Instant? ExactTime,
        Attribute<When> End,
        SmallDictionary<Attribute<Value>> Roles,
        SmallDictionary<Attribute<Value>> Fields,
        ImmutableArray<ReportReference> AssertedBy,
        ImmutableArray<ReportReference> DeniedBy,
        Instant Known,
        ImmutableArray<CountSaid> Counted,
        ImmutableArray<UnmetDenial> UnmetDenials);
}

/// <summary>The rows of reports of which each is all that is said of an event, as one agreement understands them.</summary>
/// <param name="whole">Makes the fact of a row, with all that its report says. It may be asked by several threads at once.</param>
public sealed class FactRows(ReportRows rows, Func<int, Fact> whole)
{
    /// <summary>So many reports are remembered of those that were asked for last: who asks of an event asks again and again.</summary>
    private const int Remembered = 16;

    private readonly By?[] _by = new By?[Remembered];

    public ReportRows Rows => rows;

    public NumberedNames Names => rows.Names;

    public Fact WholeOf(int row) => whole(row);

    /// <summary>The report of a row, as the only one.</summary>
    public ImmutableArray<ReportReference> ByOf(int row)
    {
        if (_by[row % Remembered] is { } last && last.Row == row)
        {
            return last.Reports;
        }

        ref readonly var report = ref rows[row];
        var by = new By(row, [new ReportReference(Names[report.Id], Names[report.Source], Names[report.Source])]);
        _by[row % Remembered] = by;
        return by.Reports;
    }

    /// <summary>What a row says was said by its report, whoever sets it beside another one: it is never changed.</summary>
    private sealed record By(int Row, ImmutableArray<ReportReference> Reports);
}
