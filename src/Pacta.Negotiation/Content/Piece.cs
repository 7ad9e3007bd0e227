using System.Collections.Immutable;

namespace Pacta.Negotiation.Content;

/// <summary>What a part of a clause is about.</summary>
public enum Aspect
{
    Trigger,
    Bearer,
    Modality,
    Act,
    By,
    To,
    Role,
    Place,
    Number,
    Time,
    Comparison,
    Condition,
    While,
    Unless,
    Otherwise,
    Exception,
    Reading,
    Holders,
    Standing,
    Survival,
    Admission,
    Meaning,
}

/// <summary>Within which part of a clause something stands, or in the meaning of which word it uses.</summary>
public enum WithinForm
{
    Trigger,
    While,
    Unless,
    Otherwise,
    Exception,
    Reading,

    /// <summary>A define, a table, a group, a kind or a state of that name, or the parties.</summary>
    Word,

    /// <summary>Another clause that this one speaks of.</summary>
    Clause,
}

public sealed record Within(WithinForm Form, string Name);

/// <summary>
/// A part of what a clause says, with its own parts: a tree in which the names of variables, the order of conditions, the units of numbers and
/// the blanks of the text play no role, so that two clauses say the same if their trees are equal.
/// </summary>
/// <param name="Slot">The place among the parts of its owner, by which it is found in the other draft; parts of a set have none.</param>
/// <param name="Head">What it is, without its parts.</param>
/// <param name="Text">Its words in the agreement.</param>
internal sealed record Piece(string Slot, Aspect Aspect, string Head, string Text, ImmutableArray<Piece> Parts)
{
    private string? _canonical;

    /// <summary>The parts are a set: their order says nothing.</summary>
    public bool IsSet { get; init; }

    /// <summary>Set where what stands below is told with the part it stands in.</summary>
    public Within? Within { get; init; }

    /// <summary>Of a number, a length of time or a date: how much it is.</summary>
    public Measure? Measure { get; init; }

    /// <summary>Equal for two pieces that say the same.</summary>
    public string Canonical => _canonical ??= $"{Slot}:{Head}({string.Join(',', IsSet ? Parts.Select(p => p.Canonical).Order(StringComparer.Ordinal) : Parts.Select(p => p.Canonical))})";

    /// <summary>Equal for two pieces that say the same, wherever they stand.</summary>
    public string WithoutSlot => Canonical[(Slot.Length + 1)..];

    /// <summary>The part in that place; null: there is none.</summary>
    public Piece? Part(string slot) => Parts.FirstOrDefault(p => p.Slot == slot);

    public static Piece Leaf(string slot, Aspect aspect, string head, string text) => new(slot, aspect, head, text, []);
}
