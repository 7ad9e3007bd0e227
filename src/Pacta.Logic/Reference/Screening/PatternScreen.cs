using Pacta.Model.Agreements;
using Pacta.Model.Histories;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference.Screening;

/// <summary>Looks whether an event matches a pattern, and in one way only.</summary>
internal abstract class PatternScreen
{
    /// <param name="frame">Takes the variables that are bound.</param>
    public abstract Screened Run(Fact fact, Slot[] frame);
}

/// <summary>Leaves everything to the rules.</summary>
internal sealed class UnsurePattern : PatternScreen
{
    public static readonly UnsurePattern Instance = new();

    public override Screened Run(Fact fact, Slot[] frame) => Screened.Unsure;
}

/// <summary>An event of a kind, its roles one after the other, and its <c>where</c>.</summary>
/// <param name="kind">Null: of whatever kind.</param>
/// <param name="place">Where the event itself stands in the frame; null: nowhere.</param>
/// <param name="isBound">Whether something stands there already.</param>
internal sealed class KindPattern(Vocabulary vocabulary, string? kind, int? place, bool isBound, RoleScreen[] roles, ConditionScreen? where) : PatternScreen
{
    private (string Kind, bool Is) _last = (string.Empty, false);
    private (NumberedNames? Names, int Kind, bool Is) _lastOfRow;

    public override Screened Run(Fact fact, Slot[] frame) =>
        !Exact.IsEvent(fact) ? Screened.Unsure : kind is null || IsA(fact, kind) ? Finish.Run(fact, frame, place, isBound, roles, where) : Screened.No;

    private bool IsA(Fact fact, string kind)
    {
        if (!fact.IsRow(out var rows, out var row))
        {
            return IsA(fact.Kind, kind);
        }

        var number = rows.Rows[row].Kind;
        if (_lastOfRow.Kind != number || !ReferenceEquals(_lastOfRow.Names, rows.Names))
        {
            _lastOfRow = (rows.Names, number, vocabulary.IsA(rows.Names[number], kind));
        }

        return _lastOfRow.Is;
    }

    private bool IsA(string its, string kind)
    {
        if (!ReferenceEquals(_last.Kind, its))
        {
            _last = (its, vocabulary.IsA(its, kind));
        }

        return _last.Is;
    }
}

/// <summary>A noun that is defined: first what it means, with variables of its own.</summary>
internal sealed class DefinedPattern(PatternScreen meaning, int size, int? place, bool isBound, RoleScreen[] roles, ConditionScreen? where) : PatternScreen
{
    private readonly Slot[] _inner = new Slot[size];

    public override Screened Run(Fact fact, Slot[] frame) =>
        meaning.Run(fact, _inner) is not Screened.Yes and var other ? other : Finish.Run(fact, frame, place, isBound, roles, where);
}

/// <summary>What a noun means, by itself.</summary>
internal sealed class NounScreen(PatternScreen meaning, int size)
{
    private readonly Slot[] _frame = new Slot[size];

    public Screened Run(Fact fact) => meaning.Run(fact, _frame);
}

/// <summary>Roles and <c>where</c> of something whose noun matches.</summary>
internal static class Finish
{
    public static Screened Run(Fact fact, Slot[] frame, int? place, bool isBound, RoleScreen[] roles, ConditionScreen? where)
    {
        if (place is { } own)
        {
            if (isBound && (frame[own] is not { Kind: SlotKind.Event, Event: { } known } || !IsSame(known, fact)))
            {
                return Screened.Unsure;
            }

            frame[own] = Slot.Of(fact);
        }

        foreach (var role in roles)
        {
            if (role.Run(fact, frame) is not Screened.Yes and var other)
            {
                return other;
            }
        }

        return where?.Run(frame) ?? Screened.Yes;
    }

    private static bool IsSame(Fact a, Fact b) => ReferenceEquals(a, b) || a.Key == b.Key;
}
