using Pacta.Model.Agreements;
using Pacta.Negotiation.Content;

namespace Pacta.Negotiation.Proving;

/// <summary>When something is to be done or not to be done: what a later or a longer time asks for, compared with the first.</summary>
internal static class Timings
{
    public static Cover Of(Piece first, Piece second, string modality, string act)
    {
        // Where it repeats, the periods depend on each other.
        if (first.Head != second.Head || first.Part("cycle") is not null)
        {
            return Cover.Unknown;
        }

        // A duty to do is kept within a time; what is not to be done, had or kept, throughout it.
        var isWithin = modality == nameof(Modality.Must) && act.StartsWith("do ", StringComparison.Ordinal);
        var demand = Cover.Same;
        foreach (var part in first.Parts)
        {
            var other = second.Part(part.Slot);
            demand = Widening.And(demand, other is null ? Cover.Unknown : part.Canonical == other.Canonical ? Cover.Same : part.Slot switch
            {
                "no later than" when isWithin => Widening.Not(Later(part, other)),
                "no earlier than" when isWithin => Later(part, other),
                "within" when part.Head == other.Head && Widening.Alike(part, other, "anchor") =>
                    isWithin ? Widening.Not(Longer(part, other)) : Longer(part, other),
                "until" when !isWithin => Later(part, other),
                "as from" when !isWithin => Widening.Not(Later(part, other)),
                _ => Cover.Unknown,
            });
        }

        return demand;
    }

    /// <summary>Whether nothing in it is a date, or is counted in days or longer units: seconds pass alike everywhere.</summary>
    public static bool NeedsNoCalendar(Piece piece) => piece.Parts.IsEmpty
        ? piece.Aspect != Aspect.Time || piece.Head.StartsWith("var ", StringComparison.Ordinal) || piece.Measure is { Unit: nameof(Model.Time.LapseUnit.Second) }
        : piece.Parts.All(NeedsNoCalendar);

    private static Cover Longer(Piece first, Piece second) => Widening.Growing(second.Part("length")!.Measure?.Against(first.Part("length")!.Measure));

    /// <summary><see cref="Cover.Wider"/>: the second lies later.</summary>
    private static Cover Later(Piece first, Piece second)
    {
        if (first.Measure is { } one)
        {
            return Widening.Growing(second.Measure?.Against(one));
        }

        if (first.Head != second.Head || !Widening.Alike(first, second, "origin") || (first.Part("lapse") ?? first.Part("day")) is not { Measure: { } length }
            || (second.Part("lapse") ?? second.Part("day")) is not { Measure: { } other })
        {
            return Cover.Unknown;
        }

        return first.Head switch
        {
            "offset False" or "day False" => Widening.Growing(other.Against(length)),
            "offset True" or "day True" => Widening.Not(Widening.Growing(other.Against(length))),
            _ => Cover.Unknown,
        };
    }
}
