using Pacta.Negotiation.Content;

namespace Pacta.Negotiation.Matching;

/// <summary>
/// Finds where a clause without counterpart may be a part of one: it asks the same of the same after the same trigger as a clause of the other draft,
/// and as that clause's counterpart, from both of which it differs in the same respect (north and south; aland and borland). Lines that
/// are to be kept together are parts as well.
/// </summary>
internal static class Kinship
{
    /// <summary>Parts of one clause ask much more alike than clauses of one topic.</summary>
    private const double Alike = 0.6;

    public static Kin? Of(Side alone, IEnumerable<(Side Part, Side Whole, ClausePair Pair)> pairs) => pairs
        .Where(p => !p.Pair.IsSame)
        .Select(p => (p.Part, p.Whole, Likeness: alone.Features.LikenessTo(p.Whole.Features)))
        .Where(p => IsLineOf(alone, p.Whole) || (p.Likeness >= Alike && ArePartsOf(alone, p.Part, p.Whole)))
        .OrderByDescending(p => p.Likeness)
        .ThenBy(p => p.Whole.Clause.Path, StringComparer.Ordinal)
        .Select(p => new Kin(p.Whole.Clause, p.Part.Clause))
        .FirstOrDefault();

    private static bool ArePartsOf(Side alone, Side part, Side whole) =>
        alone.Features.Act.Length > 0
        && alone.Features.Act == whole.Features.Act && alone.Features.Act == part.Features.Act
        && alone.Features.Trigger == whole.Features.Trigger && alone.Features.Trigger == part.Features.Trigger
        && alone.Features.Modality == whole.Features.Modality && alone.Features.Modality == part.Features.Modality
        && Respects(alone, whole).Intersect(Respects(part, whole)).Intersect(Respects(alone, part)).Any();

    private static IEnumerable<Aspect> Respects(Side a, Side b) => Differences.Between(a.Content, b.Content).Select(d => d.Aspect).Where(s => s is not (Aspect.Number or Aspect.Time));

    private static bool IsLineOf(Side alone, Side whole)
    {
        var (part, lines) = (ActOf(alone), ActOf(whole));
        return part is { Head: "keep", Parts: [var only] } && lines is { Head: "keep all" } && lines.Parts.Any(l => Says(l, only));
    }

    private static Piece? ActOf(Side side) => side.Content.Parts.FirstOrDefault(p => p.Slot == "act");

    /// <summary>Equal but for the slot in which they stand.</summary>
    private static bool Says(Piece line, Piece only) => line.Canonical[line.Slot.Length..] == only.Canonical[only.Slot.Length..];
}
