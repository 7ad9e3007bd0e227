using Pacta.Model.Histories;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference.Screening;

/// <summary>
/// What a quick look at exact facts tells. <see cref="No"/> and <see cref="Yes"/> are what the rules of <see cref="Evaluation"/> would come to, for certain;
/// <see cref="Unsure"/> leaves it to them.
/// </summary>
internal enum Screened
{
    Unsure,
    No,
    Yes,

    /// <summary>Of a duty: it is certainly not plainly met. What it is, the rules say.</summary>
    NotPlain,
}

/// <summary>What a variable stands for, as far as a quick look goes.</summary>
internal enum SlotKind
{
    Actor,
    Group,
    Event,

    /// <summary>A thing or a place.</summary>
    Other,
}

/// <summary>A variable's value: a name, and the event where it is one.</summary>
internal readonly struct Slot(Name name, SlotKind kind, Fact? @event)
{
    public Name Name => name;

    public SlotKind Kind => kind;

    public Fact? Event => @event;

    public static Slot Of(Fact fact) => new(Name.Of(fact), SlotKind.Event, fact);
}

/// <summary>Reads what is exact about a fact: one value, asserted and denied by nobody.</summary>
internal static class Exact
{
    public static bool TryName(Fact fact, in RoleKey role, out Name name)
    {
        if (fact.IsRow(out var rows, out var row))
        {
            return role.TryIn(rows, row, out name);
        }

        if (fact.Roles.TryGetValue(role.Preposition, out var held) && held.IsPlain(out var value) && value is NameValue only)
        {
            name = new Name(only.Name);
            return true;
        }

        name = default;
        return false;
    }

    /// <summary>Does anybody say who or what fills a role?</summary>
    public static bool IsSaid(Fact fact, in RoleKey role) => fact.IsRow(out var rows, out var row) ? role.TryIn(rows, row, out _) : fact.Roles.ContainsKey(role.Preposition);

    public static NumberRange? Number(Fact fact, FieldKey field) => fact.IsRow(out var rows, out var row)
        ? field.TryIn(rows, row, out var held) && !held.IsTruth ? NumberRange.Exactly(held.Number) : null
        : Value(fact.Fields, field.Name) is NumberValue value ? value.Range : null;

    public static bool? Truth(Fact fact, FieldKey field) => fact.IsRow(out var rows, out var row)
        ? field.TryIn(rows, row, out var held) && held.IsTruth ? held.Number != 0 : null
        : (Value(fact.Fields, field.Name) as TruthValue)?.IsTrue;

    public static Value? Value(SmallDictionary<Attribute<Value>> values, string name) =>
        values.TryGetValue(name, out var held) && held.IsPlain(out var value) ? value : null;

    /// <summary>Is it an event of which nobody says that it did not happen?</summary>
    public static bool IsEvent(Fact fact) => fact is { Form: FactForm.Event, IsDenied: false };
}
