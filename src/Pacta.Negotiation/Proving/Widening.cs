using System.Collections.Immutable;
using Pacta.Negotiation.Content;

namespace Pacta.Negotiation.Proving;

/// <summary>How much the second of two patterns or conditions covers, compared with the first.</summary>
internal enum Cover
{
    Same,

    /// <summary>Whatever the first covers, the second covers too.</summary>
    Wider,

    /// <summary>Whatever the second covers, the first covers too.</summary>
    Narrower,

    /// <summary>It cannot be told from their make.</summary>
    Unknown,
}

/// <summary>
/// Compares patterns, conditions and places part by part. Each form is monotone in its parts (docs/semantics.md, sections 1 and 4: Kleene's logic, comparisons of numbers, sums of what matches), so that
/// parts that all point one way make the whole point that way; anything else is unknown.
/// </summary>
internal static class Widening
{
    public static Cover And(Cover one, Cover other) => one == Cover.Same ? other : other == Cover.Same || one == other ? one : Cover.Unknown;

    public static Cover Not(Cover cover) => cover switch
    {
        Cover.Wider => Cover.Narrower,
        Cover.Narrower => Cover.Wider,
        _ => cover,
    };

    /// <param name="sign">Below zero where the second is the smaller one.</param>
    public static Cover Growing(int? sign) => sign switch
    {
        null => Cover.Unknown,
        0 => Cover.Same,
        > 0 => Cover.Wider,
        _ => Cover.Narrower,
    };

    public static Cover OfPatterns(Piece first, Piece second)
    {
        if (first.Canonical == second.Canonical)
        {
            return Cover.Same;
        }

        var cover = OfKinds(first, second);
        foreach (var slot in first.Parts.Concat(second.Parts).Select(p => p.Slot).Distinct(StringComparer.Ordinal).Where(s => cover == Cover.Same || s != "meaning"))
        {
            cover = And(cover, (first.Part(slot), second.Part(slot)) switch
            {
                ({ } a, { } b) when a.Canonical == b.Canonical => Cover.Same,
                ({ Slot: "where" } a, { } b) => OfConditions(a, b),
                ({ Slot: "meaning" } a, { } b) => OfDefines(a, b),
                ({ Aspect: Aspect.Place } a, { Aspect: Aspect.Place } b) => slot.StartsWith("outside", StringComparison.Ordinal) ? Not(OfPlaces(a, b)) : OfPlaces(a, b),
                (null, { } b) when IsLimit(b) => Cover.Narrower,
                ({ } a, null) when IsLimit(a) => Cover.Wider,
                _ => Cover.Unknown,
            });
        }

        return cover;
    }

    /// <summary>A kind covers the kinds that are such.</summary>
    private static Cover OfKinds(Piece first, Piece second)
    {
        if (first.Head == second.Head)
        {
            return Cover.Same;
        }

        return (first.Part("meaning"), second.Part("meaning")) switch
        {
            ({ } a, { } b) when first.Head == "kind " + a.Within?.Name && second.Head == "kind " + b.Within?.Name =>
                IsAmong(b, a) ? Cover.Narrower : IsAmong(a, b) ? Cover.Wider : Cover.Unknown,
            _ => Cover.Unknown,
        };
    }

    private static bool IsAmong(Piece kind, Piece other)
    {
        for (var at = kind; at is not null; at = at.Part("meaning"))
        {
            if (at.Within == other.Within && at.Canonical == other.Canonical)
            {
                return true;
            }
        }

        return false;
    }

    public static Cover OfConditions(Piece first, Piece second)
    {
        if (first.Canonical == second.Canonical)
        {
            return Cover.Same;
        }

        // One condition beside several of them.
        if (first.Head != second.Head && (first.Head is "all" or "any" || second.Head is "all" or "any"))
        {
            var head = first.Head is "all" or "any" ? first.Head : second.Head;
            return OfSets(first.Head == head ? first.Parts : [first], second.Head == head ? second.Parts : [second], isAny: head == "any");
        }

        if (first.Head != second.Head)
        {
            return Cover.Unknown;
        }

        return first.Head switch
        {
            "all" or "any" => OfSets(first.Parts, second.Parts, first.Head == "any"),
            "not" => Not(OfConditions(first.Parts[0], second.Parts[0])),
            "compare" => Comparisons.Compare(first, second),
            "range" => Comparisons.Range(first, second),
            "away" => Comparisons.Away(first, second),
            "there" => There(first, second),
            "is" => Alike(first, second, "subject") ? OfSets(first.Part("which")!.Parts, second.Part("which")!.Parts, isAny: true) : Cover.Unknown,
            "text" => Alike(first, second, "term") ? OfWords(first.Part("texts")!, second.Part("texts")!) : Cover.Unknown,
            "in" or "outside" when Alike(first, second, "field") && Alike(first, second, "subject") =>
                first.Head == "outside" ? Not(OfPlaces(first.Part("place")!, second.Part("place")!)) : OfPlaces(first.Part("place")!, second.Part("place")!),
            _ => Cover.Unknown,
        };
    }

    /// <summary>A zone that is made up of zones covers what they cover.</summary>
    public static Cover OfPlaces(Piece first, Piece second)
    {
        var (some, others) = (Zones.Of(first), Zones.Of(second));
        return some is null || others is null ? Cover.Unknown
            : some.SetEquals(others) ? Cover.Same
            : some.IsSubsetOf(others) ? Cover.Wider
            : others.IsSubsetOf(some) ? Cover.Narrower
            : Cover.Unknown;
    }

    public static bool Alike(Piece first, Piece second, string slot) => first.Part(slot)?.Canonical == second.Part(slot)?.Canonical;

    private static bool IsLimit(Piece part) => part.Slot == "where" || part.Aspect == Aspect.Place;

    /// <summary>Words that are made from patterns.</summary>
    private static Cover OfDefines(Piece first, Piece second) =>
        first is { Head: "define", Parts: [{ Slot: "means" } a] } && second is { Head: "define", Parts: [{ Slot: "means" } b] } ? OfPatterns(a, b) : Cover.Unknown;

    private static Cover There(Piece first, Piece second)
    {
        var pattern = OfPatterns(first.Part("what")!, second.Part("what")!);
        return (first.Part("look"), second.Part("look")) switch
        {
            (null, null) => pattern,
            ({ } a, { } b) when a.Head == b.Head && Alike(a, b, "anchor") => And(pattern, Growing(b.Part("length")!.Measure?.Against(a.Part("length")!.Measure))),
            _ => Cover.Unknown,
        };
    }

    private static Cover OfSets(ImmutableArray<Piece> first, ImmutableArray<Piece> second, bool isAny)
    {
        var left = first.ToList();
        var right = second.ToList();
        foreach (var piece in first)
        {
            if (right.Find(r => r.WithoutSlot == piece.WithoutSlot) is { } same)
            {
                left.Remove(piece);
                right.Remove(same);
            }
        }

        return (left, right) switch
        {
            ([], []) => Cover.Same,
            ([], _) => isAny ? Cover.Wider : Cover.Narrower,
            (_, []) => isAny ? Cover.Narrower : Cover.Wider,
            ([var a], [var b]) => OfConditions(a, b),
            _ => Cover.Unknown,
        };
    }

    private static Cover OfWords(Piece first, Piece second)
    {
        var (some, others) = (first.Head.Split('|').ToHashSet(StringComparer.Ordinal), second.Head.Split('|').ToHashSet(StringComparer.Ordinal));
        return some.SetEquals(others) ? Cover.Same : some.IsSubsetOf(others) ? Cover.Wider : others.IsSubsetOf(some) ? Cover.Narrower : Cover.Unknown;
    }
}
