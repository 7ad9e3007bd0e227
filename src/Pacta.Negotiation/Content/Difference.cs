using System.Collections.Immutable;

namespace Pacta.Negotiation.Content;

/// <summary>One thing in which two clauses that correspond differ.</summary>
/// <param name="Within">The part in which it stands, from the outside in; empty: the sentence itself.</param>
/// <param name="First">The words of the first draft; null: it has nothing there.</param>
public sealed record Difference(ImmutableArray<Within> Within, Aspect Aspect, string? First, string? Second)
{
    public Difference Swapped() => this with { First = Second, Second = First };
}

/// <summary>Goes down two trees together, as long as they are of the same make, and tells where they part.</summary>
internal static class Differences
{
    public static ImmutableArray<Difference> Between(Piece first, Piece second) =>
    [
        .. Between(first, second, []).DistinctBy(d => (string.Join('/', d.Within), d.Aspect, d.First, d.Second)),
    ];

    private static IEnumerable<Difference> Between(Piece first, Piece second, ImmutableArray<Within> within)
    {
        if (first.Canonical == second.Canonical)
        {
            return [];
        }

        if (first.Head != second.Head || (first.Parts.IsEmpty && second.Parts.IsEmpty))
        {
            return [new Difference(Outside(within, first), first.Aspect, first.Text, second.Text)];
        }

        // A word that is not the same word: both are named, and neither is explained.
        if (first.Within is { Form: WithinForm.Word or WithinForm.Clause } a && second.Within is { } b && a.Name != b.Name)
        {
            return [new Difference(within, first.Aspect, a.Name, b.Name)];
        }

        // Another place, by its name.
        if (first is { Aspect: Aspect.Place, Head: "zone" } && WordOf(first) != WordOf(second))
        {
            return [new Difference(Outside(within, first), Aspect.Place, first.Text, second.Text)];
        }

        var below = Below(within, first);
        return first.IsSet ? OfSets(first, second, below) : OfSlots(first, second, below);
    }

    private static IEnumerable<Difference> OfSlots(Piece first, Piece second, ImmutableArray<Within> within)
    {
        // One sentence beside several readings, or readings that have other names: which there are is what differs, and their words stand above it.
        var (one, other) = (first.Parts.Where(IsReading).ToList(), second.Parts.Where(IsReading).ToList());
        if (one.Count + other.Count > 0 && !one.Exists(a => other.Exists(b => a.Slot == b.Slot)))
        {
            return
            [
                new Difference(within, Aspect.Reading, NamesOf(one), NamesOf(other)),
                .. EachSlot(WithoutSentence(first), WithoutSentence(second), within),
            ];
        }

        return EachSlot(first, second, within);
    }

    private static string? WordOf(Piece piece) => piece.Parts.FirstOrDefault(p => p.Slot == "meaning")?.Within?.Name;

    private static bool IsReading(Piece piece) => piece.Within is { Form: WithinForm.Reading };

    private static string? NamesOf(List<Piece> readings) => readings.Count == 0 ? null : string.Join(", ", readings.Select(r => r.Within!.Name));

    /// <summary>What there is beside the sentence and its readings.</summary>
    private static Piece WithoutSentence(Piece piece) => new(
        piece.Slot,
        piece.Aspect,
        piece.Head,
        piece.Text,
        [.. piece.Parts.Where(p => !IsReading(p) && p.Slot is not ("while" or "bearer" or "modality" or "act" or "timing" or "unless" or "otherwise" or "means" or "rows"))]);

    private static IEnumerable<Difference> EachSlot(Piece first, Piece second, ImmutableArray<Within> within)
    {
        foreach (var part in first.Parts)
        {
            var other = second.Parts.FirstOrDefault(p => p.Slot == part.Slot);
            foreach (var difference in other is null ? Only(part, within, isFirst: true) : Between(part, other, within))
            {
                yield return difference;
            }
        }

        foreach (var part in second.Parts.Where(p => first.Parts.All(f => f.Slot != p.Slot)))
        {
            foreach (var difference in Only(part, within, isFirst: false))
            {
                yield return difference;
            }
        }
    }

    /// <summary>Equal parts belong together; of the rest those of the same name or make, in order; what is left stands alone.</summary>
    private static IEnumerable<Difference> OfSets(Piece first, Piece second, ImmutableArray<Within> within)
    {
        var left = first.Parts.ToList();
        var right = second.Parts.ToList();
        Drop((a, b) => a.Canonical == b.Canonical);
        var pairs = new List<(Piece First, Piece Second)>();
        pairs.AddRange(Drop((a, b) => a.Within is { } x && x == b.Within));
        pairs.AddRange(Drop((a, b) => a.Head == b.Head && a.Parts is [var x, ..] && b.Parts is [var y, ..] && x.Canonical == y.Canonical));
        pairs.AddRange(left.Count == 1 && right.Count == 1 ? Drop((_, _) => true) : Drop((a, b) => a.Within is null && a.Parts.Length > 0 && a.Head == b.Head));
        return
        [
            .. pairs.SelectMany(p => Between(p.First, p.Second, within)),
            .. left.SelectMany(p => Only(p, within, isFirst: true)),
            .. right.SelectMany(p => Only(p, within, isFirst: false)),
        ];

        List<(Piece First, Piece Second)> Drop(Func<Piece, Piece, bool> belong)
        {
            var dropped = new List<(Piece First, Piece Second)>();
            foreach (var piece in left.ToList())
            {
                if (right.Find(r => belong(piece, r)) is { } other)
                {
                    left.Remove(piece);
                    right.Remove(other);
                    dropped.Add((piece, other));
                }
            }

            return dropped;
        }
    }

    private static IEnumerable<Difference> Only(Piece piece, ImmutableArray<Within> within, bool isFirst)
    {
        // Of a set that only one draft has, each member is told.
        if (piece.Slot == "exceptions")
        {
            return piece.Parts.SelectMany(p => Only(p, within, isFirst));
        }

        var at = piece.Aspect == Aspect.Exception ? Below(within, piece) : Outside(within, piece);
        return [new Difference(at, piece.Aspect, isFirst ? piece.Text : null, isFirst ? null : piece.Text)];
    }

    /// <summary>Where the whole of a part differs, it is its aspect that names the part; a word, an exception and a reading have names.</summary>
    private static ImmutableArray<Within> Outside(ImmutableArray<Within> within, Piece piece) => piece.Within is { Form: WithinForm.Word or WithinForm.Clause or WithinForm.Exception } ? Below(within, piece) : within;

    /// <summary>What a word means is told of the word, wherever it is used.</summary>
    private static ImmutableArray<Within> Below(ImmutableArray<Within> within, Piece piece) => piece.Within switch
    {
        null => within,
        { Form: WithinForm.Word or WithinForm.Clause } word => [word],
        var part => within.Add(part),
    };
}
