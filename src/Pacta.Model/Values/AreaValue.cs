using System.Globalization;
using Pacta.Geography.Geodesics;
using Pacta.Geography.Shapes;

namespace Pacta.Model.Values;

/// <summary>Somewhere in an area, nobody says where.</summary>
/// <param name="Shape">Its rings have an inside.</param>
/// <param name="AccuracyMetres">Within how many metres its boundary is where it is drawn.</param>
public sealed record AreaValue(MultiPolygon Shape, double AccuracyMetres = 0) : Value
{
    private readonly Lazy<(GeoPoint Centre, double Radius)> _circle = new(() => CircleRound(Shape));

    /// <summary>A circle that all of it is in.</summary>
    public PositionValue Circle => new(_circle.Value.Centre.Latitude, _circle.Value.Centre.Longitude, Math.Ceiling(_circle.Value.Radius + AccuracyMetres));

    /// <summary>All numbers of it.</summary>
    public string Exact => string.Create(CultureInfo.InvariantCulture, $"{Shape.Edges}|{AccuracyMetres:R}|")
        + string.Join('|', Shape.Polygons.SelectMany(p => p.Rings).Select(r => string.Join(',', r.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Longitude:R} {c.Latitude:R}")))));

    public bool Equals(AreaValue? other) => other is not null && (ReferenceEquals(Shape, other.Shape) ? AccuracyMetres == other.AccuracyMetres : Exact == other.Exact);

    public override int GetHashCode() => HashCode.Combine(Shape.Polygons.Length, Shape.Polygons[0].Outer.Length, Shape.Polygons[0].Outer[0]);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Circle} (area of {Shape.Polygons.Sum(p => p.Rings.Sum(r => r.Length))} corners)");

    /// <summary>Round the middle of the corners; edges are looked at in pieces.</summary>
    private static (GeoPoint Centre, double Radius) CircleRound(MultiPolygon shape)
    {
        var (x, y, z) = (0.0, 0.0, 0.0);
        foreach (var corner in shape.Polygons.SelectMany(p => p.Outer))
        {
            var (sin, cos) = Math.SinCos(double.DegreesToRadians(corner.Latitude));
            var (east, north) = Math.SinCos(double.DegreesToRadians(corner.Longitude));
            (x, y, z) = (x + (cos * north), y + (cos * east), z + sin);
        }

        var centre = new GeoPoint(double.RadiansToDegrees(Math.Atan2(z, Math.Sqrt((x * x) + (y * y)))), double.RadiansToDegrees(Math.Atan2(y, x)));
        var radius = shape.Polygons.SelectMany(p => p.Outer).Max(c => c.DistanceTo(centre)) + 1;
        if (shape.Edges == EdgeKind.StraightOnMap)
        {
            // Such an edge may lie outside of a circle that has both of its ends in it: it is looked at in parts, and between two of them it is half a part farther away at most.
            radius = shape.Polygons.Max(p => p.Outer.Select((c, i) => Farthest(c, p.Outer[(i + 1) % p.Outer.Length], centre)).Max()) + 1;
        }

        // A larger circle does not have all shortest paths between its places in it.
        return (centre, radius < Wgs84.PolarRadius * 1.5 ? radius : PositionValue.Anywhere);
    }

    private static double Farthest(GeoPoint from, GeoPoint to, GeoPoint centre)
    {
        const int Parts = 64;
        var east = Math.IEEERemainder(to.Longitude - from.Longitude, 360);
        var (farthest, before) = (from.DistanceTo(centre), from);
        for (var i = 1; i <= Parts; i++)
        {
            var point = new GeoPoint(from.Latitude + ((to.Latitude - from.Latitude) * i / Parts), from.Longitude + (east * i / Parts));
            farthest = Math.Max(farthest, point.DistanceTo(centre) + (before.DistanceTo(point) * 0.51));
            before = point;
        }

        return farthest;
    }
}
