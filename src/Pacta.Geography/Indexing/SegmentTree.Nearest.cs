using System.Runtime.CompilerServices;
using Pacta.Geography.Shapes;

namespace Pacta.Geography.Indexing;

public sealed partial class SegmentTree
{
    private const int MostCandidates = 24;

    /// <summary>The nearest place of all shapes.</summary>
    /// <param name="within">Metres: only what is at most so far away counts.</param>
    public Nearest Nearest(double latitude, double longitude, double within = double.PositiveInfinity)
    {
        var from = new GeoPoint(latitude, longitude);
        if (!from.IsValid || leaves.Length == 0)
        {
            return Indexing.Nearest.None;
        }

        var search = new Search(this, from, within);
        Span<Candidate> candidates = stackalloc Candidate[MostCandidates];
        Span<Entry> stack = stackalloc Entry[Width * Width * 2];
        Span<float> squares = stackalloc float[Width];
        var depth = 0;
        stack[depth++] = new Entry(levels.Length - 1, 0, 0);
        while (depth > 0)
        {
            var entry = stack[--depth];
            if (entry.Square > search.ChordSquared)
            {
                continue;
            }

            if (entry.Level < 0)
            {
                search.Look(leaves[entry.Index], candidates);
                continue;
            }

            Squares(levels[entry.Level] + entry.Index, search.X, search.Y, search.Z, squares);
            depth = Push(stack, depth, entry, squares, search.ChordSquared);
        }

        search.Finish(candidates);
        return search.Best;
    }

    /// <summary>Is anything at most <paramref name="distance"/> metres away?</summary>
    public bool IsWithin(double latitude, double longitude, double distance)
    {
        var from = new GeoPoint(latitude, longitude);
        if (!from.IsValid || leaves.Length == 0 || distance < 0)
        {
            return false;
        }

        var p = Vector.Of(latitude, longitude);
        var chord = Bounds.Chord(distance);
        var limit = chord * chord;
        Span<Entry> stack = stackalloc Entry[Width * Width * 2];
        Span<float> squares = stackalloc float[Width];
        var depth = 0;
        stack[depth++] = new Entry(levels.Length - 1, 0, 0);
        while (depth > 0)
        {
            var entry = stack[--depth];
            if (entry.Level >= 0)
            {
                Squares(levels[entry.Level] + entry.Index, (float)p.X, (float)p.Y, (float)p.Z, squares);
                depth = Push(stack, depth, entry, squares, limit);
                continue;
            }

            var leaf = leaves[entry.Index];
            for (var segment = leaf.Start; segment < leaf.Start + leaf.Count; segment++)
            {
                var piece = PieceAt(segment);
                var part = piece.Foot(p);
                var square = piece.SquareTo(p, part);
                if (square > limit * 1.000001)
                {
                    continue;
                }

                var length = Math.Sqrt(square);
                if (Bounds.Most(length) <= distance
                    || (Bounds.Least(length) <= distance && piece.Distance(from, part, out _, out _, out _) <= distance))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The nearest child comes last, that is, first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Push(Span<Entry> stack, int depth, Entry parent, ReadOnlySpan<float> squares, double limit)
    {
        var start = depth;
        for (var i = 0; i < Width; i++)
        {
            // Boxes around nothing are infinitely far away, which may be the limit.
            if (!(squares[i] <= limit) || float.IsPositiveInfinity(squares[i]))
            {
                continue;
            }

            var at = depth++;
            for (; at > start && stack[at - 1].Square < squares[i]; at--)
            {
                stack[at] = stack[at - 1];
            }

            stack[at] = new Entry(parent.Level - 1, (parent.Index * Width) + i, squares[i]);
        }

        return depth;
    }

    /// <param name="Level">-1: a leaf.</param>
    private readonly record struct Entry(int Level, int Index, float Square);

    /// <param name="Least">The piece is no nearer than this, in metres.</param>
    private readonly record struct Candidate(int Segment, int Line, double Part, double Least);

    /// <summary>What is known while a tree is searched: how near something certainly is, and what may be as near.</summary>
    private ref struct Search(SegmentTree tree, GeoPoint from, double within)
    {
        private readonly Vector p = Vector.Of(from.Latitude, from.Longitude);
        private readonly double limit = within;
        private double most = within;
        private int count;
        private int lastVertex = -1;
        private int lastSegment = -1;

        public readonly float X => (float)p.X;

        public readonly float Y => (float)p.Y;

        public readonly float Z => (float)p.Z;

        /// <summary>Nothing farther away in space can be nearest.</summary>
        public double ChordSquared { get; private set; } = Squared(Bounds.Chord(within));

        public Nearest Best { get; private set; } = Indexing.Nearest.None;

        public void Look(in Leaf leaf, scoped Span<Candidate> candidates)
        {
            for (var segment = leaf.Start; segment < leaf.Start + leaf.Count; segment++)
            {
                var piece = tree.PieceAt(segment);
                var part = piece.Foot(p);
                var square = piece.SquareTo(p, part);
                if (square > ChordSquared * 1.000001)
                {
                    continue;
                }

                Bounds.Of(p, piece.Lifted(part), Math.Sqrt(square), (piece.B - piece.A).Length, out var least, out var atMost);
                if (least > most)
                {
                    continue;
                }

                Lower(atMost);
                if (count == candidates.Length)
                {
                    Finish(candidates);
                }

                candidates[count++] = new Candidate(segment, leaf.Line, part, least);
            }
        }

        /// <summary>Measures what may be nearest.</summary>
        public void Finish(scoped Span<Candidate> candidates)
        {
            var open = candidates[..count];
            count = 0;
            while (true)
            {
                var next = -1;
                for (var i = 0; i < open.Length; i++)
                {
                    if (open[i].Least <= most && (next < 0 || open[i].Least < open[next].Least))
                    {
                        next = i;
                    }
                }

                if (next < 0)
                {
                    return;
                }

                Measure(open[next]);
                open[next] = open[next] with { Least = double.PositiveInfinity };
                if (double.IsPositiveInfinity(most))
                {
                    return;
                }
            }
        }

        private void Measure(Candidate candidate)
        {
            // A corner that has been measured is not measured again for the next piece.
            if ((candidate.Part == 0 && candidate.Segment == lastVertex) || (candidate.Part == 1 && candidate.Segment + 1 == lastVertex))
            {
                return;
            }

            // Nor is the piece of the neighbour with whom a border is shared.
            var piece = tree.PieceAt(candidate.Segment);
            if (lastSegment >= 0 && piece.Is(tree.PieceAt(lastSegment)))
            {
                return;
            }

            lastSegment = candidate.Segment;
            var distance = piece.Distance(from, candidate.Part, out var part, out var place, out var seen);
            if (part is 0 or 1)
            {
                lastVertex = candidate.Segment + (int)part;
            }

            if (distance <= limit && distance < Best.Distance)
            {
                Best = new Nearest(distance, place, tree.lineShapes[candidate.Line], candidate.Line, candidate.Segment, tree.Side(candidate, part, place, seen, distance, out var across), across);
                Lower(distance);
            }
        }

        private void Lower(double distance)
        {
            if (distance < most)
            {
                most = distance;
                ChordSquared = Squared(Bounds.Chord(distance));
            }
        }

        private static double Squared(double x) => x * x;
    }

    /// <summary>On which side of the line; at a corner, on which side of the two pieces that meet there, taken together.</summary>
    private int Side(Candidate candidate, double part, GeoPoint place, (double East, double North) seen, double distance, out double across)
    {
        var right = PieceAt(candidate.Segment).Right(place, seen);
        across = distance;
        var (first, last) = (lineStarts[candidate.Line], lineStarts[candidate.Line + 1] - 1);
        if (part is 0 or 1)
        {
            // Ahead of the last piece, prolonged, or behind the first.
            across = distance * Math.Abs(right);
        }

        var other = part == 0 ? candidate.Segment - 1 : part == 1 ? candidate.Segment + 1 : -1;
        if (other >= 0)
        {
            if (lineClosed[candidate.Line])
            {
                other = other < first ? last - 1 : other == last ? first : other;
            }

            if (other >= first && other < last)
            {
                right += PieceAt(other).Right(place, seen);
                across = distance;
                return Math.Sign(right);
            }
        }

        return Math.Sign(right);
    }
}
