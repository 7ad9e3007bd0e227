using Pacta.Model.Agreements;
using Pacta.Negotiation.Content;

namespace Pacta.Negotiation.Proving;

/// <summary>Comparisons of numbers: a lower bound that rises covers less, an upper one that rises covers more.</summary>
internal static class Comparisons
{
    public static Cover Compare(Piece first, Piece second)
    {
        var bounds = Bounds(first.Part("relation")!, first.Part("right")!, second.Part("relation")!, second.Part("right")!);
        var (left, right) = (first.Part("left")!, second.Part("left")!);
        if (left.Canonical == right.Canonical || bounds == Cover.Unknown)
        {
            return bounds;
        }

        // More is counted: a lower bound is reached sooner, an upper one too.
        var counted = Counted(left, right);
        return Widening.And(bounds, IsLower(first.Part("relation")!) ? counted : IsUpper(first.Part("relation")!) ? Widening.Not(counted) : Cover.Unknown);
    }

    public static Cover Range(Piece first, Piece second) => Widening.Alike(first, second, "term")
        ? Widening.And(Widening.Not(Rising(first.Part("low")!, second.Part("low")!)), Rising(first.Part("high")!, second.Part("high")!))
        : Cover.Unknown;

    public static Cover Away(Piece first, Piece second) => Widening.Alike(first, second, "thing") && Widening.Alike(first, second, "from")
        ? Bounds(first.Part("relation")!, first.Part("distance")!, second.Part("relation")!, second.Part("distance")!)
        : Cover.Unknown;

    /// <summary>How many there are: of a wider pattern more, and within a longer time more. Sums are not looked at: what is added up could be below zero.</summary>
    private static Cover Counted(Piece first, Piece second)
    {
        if (first.Head != second.Head || first.Head.Trim() != nameof(AggregateForm.Number) || first.Parts.Length != second.Parts.Length)
        {
            return Cover.Unknown;
        }

        var window = (first.Part("window"), second.Part("window")) switch
        {
            (null, null) => Cover.Same,
            ({ } a, { } b) when a.Canonical == b.Canonical => Cover.Same,
            ({ Measure: { } a }, { Measure: { } b }) => Widening.Growing(b.Against(a)),
            _ => Cover.Unknown,
        };
        return Widening.And(window, Widening.OfPatterns(first.Part("what")!, second.Part("what")!));
    }

    private static Cover Bounds(Piece relation, Piece bound, Piece otherRelation, Piece otherBound)
    {
        if (relation.Canonical == otherRelation.Canonical && bound.Canonical == otherBound.Canonical)
        {
            return Cover.Same;
        }

        var sign = bound.Canonical == otherBound.Canonical ? 0 : otherBound.Measure?.Against(bound.Measure);
        return (IsLower(relation), IsLower(otherRelation), IsUpper(relation), IsUpper(otherRelation)) switch
        {
            (true, true, _, _) => Widening.And(Widening.Not(Widening.Growing(sign)), Strict(relation, otherRelation)),
            (_, _, true, true) => Widening.And(Widening.Growing(sign), Strict(relation, otherRelation)),
            _ => Cover.Unknown,
        };
    }

    /// <summary>"More than" leaves out one value that "at least" covers.</summary>
    private static Cover Strict(Piece first, Piece second) => (IsStrict(first), IsStrict(second)) switch
    {
        (false, true) => Cover.Narrower,
        (true, false) => Cover.Wider,
        _ => Cover.Same,
    };

    private static Cover Rising(Piece first, Piece second) => first.Canonical == second.Canonical ? Cover.Same : Widening.Growing(second.Measure?.Against(first.Measure));

    private static bool IsLower(Piece relation) => relation.Head is nameof(Relation.AtLeast) or nameof(Relation.MoreThan);

    private static bool IsUpper(Piece relation) => relation.Head is nameof(Relation.AtMost) or nameof(Relation.LessThan);

    private static bool IsStrict(Piece relation) => relation.Head is nameof(Relation.MoreThan) or nameof(Relation.LessThan);
}
