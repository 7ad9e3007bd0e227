using Pacta.Geography.Geodesics;
using Pacta.Geography.Indexing;
using Pacta.Geography.Shapes;

namespace Pacta.Geography.Zones;

/// <summary>A zone of which the places inside and the lines of its boundary are known, so that distances to the boundary are exact.</summary>
internal abstract class OutlinedZone(double accuracy) : Zone(accuracy)
{
    /// <summary>A distance for a place outside that rounds to nothing.</summary>
    private const double Nothing = 1e-9;

    /// <summary>Closed lines, in pieces.</summary>
    public abstract IEnumerable<GeoPoint[]> Lines { get; }

    /// <summary>Those of the lines, in pieces, that have the inside on one side only.</summary>
    public virtual IEnumerable<GeoPoint[]> Boundary => Lines;

    public abstract SegmentTree Tree { get; }

    public abstract override bool Contains(double latitude, double longitude);

    public override double Signed(double latitude, double longitude)
    {
        var distance = Tree.Nearest(latitude, longitude).Distance;
        return Contains(latitude, longitude) ? distance : -Math.Max(distance, Nothing);
    }
}

internal sealed class AreaZone : OutlinedZone
{
    private readonly ZoneIndex index;

    public AreaZone(MultiPolygon area, double accuracy)
        : base(accuracy)
    {
        Outline[] outlines = [.. area.Polygons.Select((p, i) => Outline.Of(p, area.Edges, 0.1, i))];
        index = ZoneIndex.Build([outlines]);
        Lines = [.. outlines.SelectMany(o => o.Rings)];
        // Of polygons that touch or overlap, only what bounds them together is a boundary.
        var tree = new SegmentTreeBuilder();
        Boundary = outlines.Length > 1 ? BoundaryLines.Of(Lines, Contains) : Lines;
        foreach (var line in Boundary)
        {
            tree.Add(line, 0, closed: false);
        }

        Tree = tree.Build();
    }

    public override IEnumerable<GeoPoint[]> Lines { get; }

    public override IEnumerable<GeoPoint[]> Boundary { get; }

    public override SegmentTree Tree { get; }

    public override bool Contains(double latitude, double longitude) => index.First(latitude, longitude) >= 0;
}

internal sealed class CircleZone : OutlinedZone
{
    private readonly GeoPoint centre;
    private readonly double radius;
    private readonly Lazy<GeoPoint[]> line;
    private readonly Lazy<SegmentTree> tree;

    public CircleZone(GeoPoint centre, double radius, double accuracy)
        : base(accuracy)
    {
        if (!centre.IsValid || !(radius > 0) || radius > LargestCircle)
        {
            throw new ArgumentException($"a circle of {radius} m round {centre}: the radius is more than nothing and less than half round the Earth, the centre a latitude and a longitude", nameof(radius));
        }

        (this.centre, this.radius) = (centre, radius);
        line = new Lazy<GeoPoint[]>(Line);
        tree = new Lazy<SegmentTree>(() =>
        {
            var builder = new SegmentTreeBuilder();
            builder.Add(line.Value, 0, closed: true);
            return builder.Build();
        });
    }

    public override IEnumerable<GeoPoint[]> Lines => [line.Value];

    public override SegmentTree Tree => tree.Value;

    public override bool Contains(double latitude, double longitude) => centre.DistanceTo(new GeoPoint(latitude, longitude)) <= radius;

    /// <summary>Without the line: the distance to the centre says it.</summary>
    public override double Signed(double latitude, double longitude) => radius - centre.DistanceTo(new GeoPoint(latitude, longitude));

    /// <summary>So many places that the paths between them are at most a decimetre inside.</summary>
    private GeoPoint[] Line()
    {
        var count = (int)Math.Clamp(Math.Ceiling(2 * Math.PI * radius / Math.Min(Walk.LongestPiece, Math.Sqrt(0.8 * radius))), 16, 1_000_000);
        return
        [
            .. Enumerable.Range(0, count + 1).Select(i =>
            {
                var p = Geodesic.Direct(centre.Latitude, centre.Longitude, 360.0 * (i % count) / count, radius);
                return new GeoPoint(p.Latitude, Angles.Longitude(p.Longitude));
            }),
        ];
    }
}
