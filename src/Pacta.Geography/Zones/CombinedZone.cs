using Pacta.Geography.Indexing;
using Pacta.Geography.Shapes;

namespace Pacta.Geography.Zones;

internal enum Combination
{
    Union,
    Intersection,
}

/// <summary>Zones together, or what they have in common. An answer is inside if one is (or all are), and unknown if that depends on one that is unknown.</summary>
internal sealed class CombinedZone(Combination how, Zone[] zones) : Zone(zones.Max(z => z.Accuracy))
{
    /// <summary>Where all boundaries are lines, those that bound the combination are found out beforehand.</summary>
    public static Zone Of(Combination how, Zone[] zones)
    {
        var combined = new CombinedZone(how, zones);
        return Array.TrueForAll(zones, z => z is OutlinedZone or ComplementZone { Inner: OutlinedZone })
            ? new OutlinedCombination(combined, [.. zones.SelectMany(z => ((z as OutlinedZone) ?? (OutlinedZone)((ComplementZone)z).Inner).Lines)])
            : combined;
    }

    /// <summary>Are the boundaries of all zones equally well known?</summary>
    private bool IsEvenlyKnown => Array.TrueForAll(zones, z => z.Accuracy == zones[0].Accuracy);

    public override double Signed(double latitude, double longitude)
    {
        var result = zones[0].Signed(latitude, longitude);
        for (var i = 1; i < zones.Length; i++)
        {
            var signed = zones[i].Signed(latitude, longitude);
            result = how == Combination.Union ? Math.Max(result, signed) : Math.Min(result, signed);
        }

        return result;
    }

    public override bool Contains(double latitude, double longitude)
    {
        foreach (var zone in zones)
        {
            if (zone.Contains(latitude, longitude) == (how == Combination.Union))
            {
                return how == Combination.Union;
            }
        }

        return how == Combination.Intersection;
    }

    public override ZoneAnswer At(in Position position)
    {
        var result = zones[0].At(position);
        for (var i = 1; i < zones.Length; i++)
        {
            var next = zones[i].At(position);
            // The side first: what is certain decides; then how far.
            var order = next.Side != result.Side ? ((int)next.Side).CompareTo((int)result.Side) : next.Distance.CompareTo(result.Distance);
            if (how == Combination.Union ? order > 0 : order < 0)
            {
                result = next;
            }
        }

        return result;
    }

    /// <summary>A combination whose boundary is known.</summary>
    private sealed class OutlinedCombination : OutlinedZone
    {
        private readonly CombinedZone combined;
        private readonly bool isEvenlyKnown;

        public OutlinedCombination(CombinedZone combined, GeoPoint[][] lines)
            : base(combined.Accuracy)
        {
            this.combined = combined;
            isEvenlyKnown = combined.IsEvenlyKnown;
            Lines = BoundaryLines.Of(lines, combined.Contains);
            var builder = new SegmentTreeBuilder();
            foreach (var line in Lines)
            {
                builder.Add(line, 0, closed: false);
            }

            Tree = builder.Build();
        }

        public override IEnumerable<GeoPoint[]> Lines { get; }

        public override SegmentTree Tree { get; }

        public override bool Contains(double latitude, double longitude) => combined.Contains(latitude, longitude);

        /// <summary>Nearer to the boundary than the worst known part of it is known, each zone is asked for itself.</summary>
        public override ZoneAnswer At(in Position position) =>
            base.At(position) is var answer && (isEvenlyKnown || answer.Side != Side.Unknown || double.IsNaN(answer.Distance)) ? answer : combined.At(position);
    }
}

internal sealed class ComplementZone(Zone inner) : Zone(inner.Accuracy)
{
    public Zone Inner { get; } = inner;

    public override double Signed(double latitude, double longitude) => -Inner.Signed(latitude, longitude);

    public override bool Contains(double latitude, double longitude) => !Inner.Contains(latitude, longitude);

    public override ZoneAnswer At(in Position position)
    {
        var answer = Inner.At(position);
        return answer with { Distance = -answer.Distance, Side = answer.Side switch { Side.Inside => Side.Outside, Side.Outside => Side.Inside, _ => Side.Unknown } };
    }
}
