using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Content;
using Pacta.Negotiation.Histories;

namespace Pacta.Negotiation.Proving;

/// <summary>
/// Shows from their make alone that whoever keeps one clause keeps another: they have the same parts, and where these differ, all differences point one way. As long as both
/// clauses bind; what begins before one of them is in force is another matter (docs/semantics.md, section 5).
/// </summary>
internal static class ClauseProof
{
    /// <returns>
    /// <see cref="Strictness.Stricter"/>: whoever keeps the second keeps the first; <see cref="Strictness.Looser"/>: the other way round; <see cref="Strictness.Same"/>: both; null: it is not shown.
    /// </returns>
    public static Strictness? Of(Piece first, Piece second)
    {
        var demand = OfParts(first.Parts, second.Parts);
        return demand switch
        {
            Cover.Wider => Strictness.Stricter,
            Cover.Narrower => Strictness.Looser,
            Cover.Same => Strictness.Same,
            _ => null,
        };
    }

    /// <summary>How much the second asks for, compared with the first.</summary>
    private static Cover OfParts(ImmutableArray<Piece> first, ImmutableArray<Piece> second)
    {
        var (some, others) = (first.ToDictionary(p => p.Slot, StringComparer.Ordinal), second.ToDictionary(p => p.Slot, StringComparer.Ordinal));
        var demand = Cover.Same;
        foreach (var slot in some.Keys.Union(others.Keys))
        {
            var (a, b) = (some.GetValueOrDefault(slot), others.GetValueOrDefault(slot));
            demand = Widening.And(demand, a?.Canonical == b?.Canonical ? Cover.Same : OfSlot(slot, a, b, some, others));
        }

        return demand;
    }

    private static Cover OfSlot(string slot, Piece? a, Piece? b, Dictionary<string, Piece> some, Dictionary<string, Piece> others)
    {
        if (slot.StartsWith("reading ", StringComparison.Ordinal) && a is not null && b is not null)
        {
            return OfParts(a.Parts, b.Parts);
        }

        return slot switch
        {
            // More that sets it going, more that binds.
            "when" when a is not null && b is not null => Widening.OfPatterns(a, b),
            "while" => (a, b) switch
            {
                (null, _) => Cover.Narrower,
                (_, null) => Cover.Wider,
                _ => Widening.OfConditions(a, b),
            },

            // More that excuses, less that is asked for.
            "unless" => (a, b) switch
            {
                (null, _) => Cover.Narrower,
                (_, null) => Cover.Wider,
                _ => Widening.Not(Widening.OfConditions(a, b)),
            },
            "exceptions" => Exceptions(a?.Parts ?? [], b?.Parts ?? []),
            "bearer" when a is not null && b is not null => Bearers(a, b),
            "act" when a is not null && b is not null && IsSame("modality", some, others) => Act(a, b, some["modality"]),
            "timing" when a is not null && b is not null && IsSame("modality", some, others) => Timings.Of(a, b, some["modality"].Head, some["act"].Head),
            _ => Cover.Unknown,
        };
    }

    private static bool IsSame(string slot, Dictionary<string, Piece> some, Dictionary<string, Piece> others) => some[slot].Canonical == others[slot].Canonical;

    private static Cover Act(Piece first, Piece second, Piece modality)
    {
        if (first.Head != second.Head)
        {
            return Cover.Unknown;
        }

        var isDuty = modality.Head == nameof(Modality.Must);
        if (!isDuty && modality.Head != nameof(Modality.MustNot))
        {
            return Cover.Unknown;
        }

        if (first.Head == "keep all")
        {
            return isDuty ? Lines(first.Parts, second.Parts) : Cover.Unknown;
        }

        var cover = first.Head == "keep" ? Widening.OfConditions(first.Parts[0], second.Parts[0]) : Widening.OfPatterns(first.Parts[0], second.Parts[0]);
        return isDuty ? Widening.Not(cover) : cover;
    }

    private static Cover Lines(ImmutableArray<Piece> first, ImmutableArray<Piece> second)
    {
        var (left, right) = Left(first, second);
        return (left, right) switch
        {
            ([], _) => Cover.Wider,
            (_, []) => Cover.Narrower,
            ([var a], [var b]) => Widening.Not(Widening.OfConditions(a, b)),
            _ => Cover.Unknown,
        };
    }

    /// <summary>Actors who are named besides the others; each is bound by himself.</summary>
    private static Cover Bearers(Piece first, Piece second)
    {
        if (first.Head != "names" || second.Head != "names")
        {
            return Cover.Unknown;
        }

        var (left, right) = Left(first.Parts, second.Parts);
        return !left.Concat(right).All(p => p.Head.StartsWith("actor ", StringComparison.Ordinal)) ? Cover.Unknown
            : left.Count == 0 ? Cover.Wider
            : right.Count == 0 ? Cover.Narrower
            : Cover.Unknown;
    }

    /// <summary>Exceptions without a sentence of their own only excuse.</summary>
    private static Cover Exceptions(ImmutableArray<Piece> first, ImmutableArray<Piece> second)
    {
        var (left, right) = Left(first, second);
        return !left.Concat(right).All(e => e.Parts is [{ Slot: "if" }]) ? Cover.Unknown
            : (left, right) switch
            {
                ([], _) => Cover.Narrower,
                (_, []) => Cover.Wider,
                ([var a], [var b]) => Widening.Not(Widening.OfConditions(a.Parts[0], b.Parts[0])),
                _ => Cover.Unknown,
            };
    }

    /// <summary>What is left of two sets without what both have.</summary>
    private static (List<Piece> First, List<Piece> Second) Left(ImmutableArray<Piece> first, ImmutableArray<Piece> second)
    {
        var (left, right) = (first.ToList(), second.ToList());
        foreach (var piece in first)
        {
            if (right.Find(r => r.Canonical == piece.Canonical) is { } same)
            {
                left.Remove(piece);
                right.Remove(same);
            }
        }

        return (left, right);
    }
}
