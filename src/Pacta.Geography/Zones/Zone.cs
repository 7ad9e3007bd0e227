using Pacta.Geography.Geodesics;
using Pacta.Geography.Indexing;
using Pacta.Geography.Shapes;

namespace Pacta.Geography.Zones;

/// <summary>
/// A part of the Earth with a boundary that belongs to it. Zones are made of polygons, circles, bands along lines and what is between lines, and of other zones.
/// Immutable; asking allocates nothing for places and may be done by many threads.
/// </summary>
public abstract class Zone
{
    private protected Zone(double accuracy) => Accuracy = accuracy;

    /// <summary>Metres of radius that a circle may have: less than half round the Earth.</summary>
    public static double LargestCircle => Wgs84.PolarRadius * 3;

    /// <summary>How well the boundary is known, in metres.</summary>
    public double Accuracy { get; }

    /// <summary>
    /// Metres to the boundary, positive inside and negative outside; never more than the distance to the boundary. So within such a distance everything is on the same
    /// side. Heights are left out.
    /// </summary>
    public abstract double Signed(double latitude, double longitude);

    /// <summary>Is a place in the zone? Heights are left out.</summary>
    public virtual bool Contains(double latitude, double longitude) => Signed(latitude, longitude) >= 0;

    /// <summary>On which side something is.</summary>
    /// <exception cref="ArgumentException">The position is no place.</exception>
    public virtual ZoneAnswer At(in Position position)
    {
        if (!position.Place.IsValid || !(position.Accuracy >= 0))
        {
            throw new ArgumentException($"{position.Place}, to {position.Accuracy} m, is no place: a latitude is from -90 to 90 degrees, an accuracy is not negative", nameof(position));
        }

        var signed = Signed(position.Place.Latitude, position.Place.Longitude);
        var tolerance = position.Accuracy + Accuracy;
        var side = signed >= tolerance ? Side.Inside : signed < -tolerance ? Side.Outside : Side.Unknown;
        return new ZoneAnswer(side, signed, tolerance, this, side == Side.Unknown || double.IsNaN(signed) ? Doubt.Accuracy : Doubt.None);
    }

    /// <summary>On which side an area is: inside if all of it is, outside if nothing of it is.</summary>
    /// <param name="tolerance">
    /// Strips along the boundary that are narrower than so many metres do not count; of large areas, a ten-thousandth of their perimeter, and of small ones a hundredth.
    /// </param>
    /// <exception cref="ShapeException">A ring of the area has no inside.</exception>
    public ZoneAnswer At(MultiPolygon area, double tolerance = 100) => AreaClaim.At(this, area, tolerance);

    /// <summary>All places in polygons.</summary>
    /// <param name="accuracy">How well the boundary is known, in metres.</param>
    /// <exception cref="ShapeException">A ring has no inside.</exception>
    public static Zone Of(MultiPolygon area, double accuracy = 0) => new AreaZone(area, accuracy);

    /// <summary>All places at most <paramref name="radius"/> metres from a place.</summary>
    /// <exception cref="ArgumentException">The radius is not more than nothing and at most <see cref="LargestCircle"/>.</exception>
    public static Zone Circle(GeoPoint centre, double radius, double accuracy = 0) => new CircleZone(centre, radius, accuracy);

    /// <summary>
    /// All places at most <paramref name="width"/> metres from a line, on both sides or on one of them, as seen in the direction of the line. Round an end there is a half
    /// circle; on one side, a quarter of a circle up to the line thought to go on.
    /// </summary>
    public static Zone Band(MultiLine line, double width, LineSide side = LineSide.Both, double accuracy = 0) =>
        new BandZone(SegmentTree.OfLines([line]), width, side, accuracy);

    /// <summary>All places at most <paramref name="width"/> metres from the border of an area, on both sides, inside or outside.</summary>
    public static Zone Band(MultiPolygon area, double width, BorderSide side = BorderSide.Both, double accuracy = 0)
    {
        var border = new BandZone(SegmentTree.OfBorders([area]), width, LineSide.Both, accuracy);
        return side switch
        {
            BorderSide.Inside => Intersection(Of(area, accuracy), border),
            BorderSide.Outside => Difference(border, Of(area, accuracy)),
            _ => border,
        };
    }

    /// <summary>All places between two lines, whose ends are joined by shortest paths, those that are nearer to each other.</summary>
    /// <exception cref="ShapeException">A line has several parts, or the lines cross.</exception>
    public static Zone Between(MultiLine line, MultiLine other, double accuracy = 0) => Of(BetweenLines.Area(line, other), accuracy);

    /// <summary>All places of any of the zones.</summary>
    public static Zone Union(params ReadOnlySpan<Zone> zones) => Combine(Combination.Union, zones);

    /// <summary>All places of all of the zones.</summary>
    public static Zone Intersection(params ReadOnlySpan<Zone> zones) => Combine(Combination.Intersection, zones);

    /// <summary>All places of a zone that are not in another one.</summary>
    public static Zone Difference(Zone zone, Zone without) => Intersection(zone, Complement(without));

    /// <summary>All places that are not in a zone.</summary>
    public static Zone Complement(Zone zone) => zone switch
    {
        ComplementZone complement => complement.Inner,
        _ => new ComplementZone(zone),
    };

    /// <summary>What is over a zone between two heights, both of which belong to it.</summary>
    /// <param name="lowest">Metres; null: from the ground or the sea up.</param>
    /// <param name="highest">Metres; null: without an upper limit.</param>
    public static Zone Airspace(Zone zone, double? lowest, double? highest, HeightDatum above) => new AirspaceZone(zone, lowest, highest, above);

    private static Zone Combine(Combination how, ReadOnlySpan<Zone> zones) => zones.Length switch
    {
        0 => throw new ArgumentException("a combination of no zones", nameof(zones)),
        1 => zones[0],
        _ => CombinedZone.Of(how, zones.ToArray()),
    };
}

/// <summary>Sides of a line, as seen in its direction.</summary>
public enum LineSide
{
    Both,
    Left,
    Right,
}

/// <summary>Sides of a border.</summary>
public enum BorderSide
{
    Both,
    Inside,
    Outside,
}
