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
internal readonly record struct Slot(string Name, SlotKind Kind, Fact? Event)
{
    public static Slot Of(Fact fact) => new(fact.Id, SlotKind.Event, fact);
}

/// <summary>Reads what is exact about a fact: one value, asserted and denied by nobody.</summary>
internal static class Exact
{
    public static string? NameIn(Fact fact, string role) =>
        fact.Roles.TryGetValue(role, out var held) && held.IsPlain(out var value) && value is NameValue name ? name.Name : null;

    public static Value? Value(SmallDictionary<Attribute<Value>> values, string name) =>
        values.TryGetValue(name, out var held) && held.IsPlain(out var value) ? value : null;

    /// <summary>Is it an event of which nobody says that it did not happen?</summary>
    public static bool IsEvent(Fact fact) => fact is { Form: FactForm.Event, IsDenied: false };
}
