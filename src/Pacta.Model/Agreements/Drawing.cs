using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Pacta.Geography.Indexing;
using Pacta.Geography.Shapes;
using Pacta.Geography.Zones;

namespace Pacta.Model.Agreements;

/// <summary>How far a point is from a drawing.</summary>
/// <param name="IsInside">Of an area: is the point in it?</param>
/// <param name="Metres">To the boundary of an area, or to the line or point.</param>
/// <param name="IsLeft">Of a line: is the point to its left, as seen along it?</param>
/// <param name="Across">Of a line: metres to where the other side of it begins. Beyond an end that is the line thought to go on.</param>
public readonly record struct Nearness(bool IsInside, double Metres, bool IsLeft, double Across);

/// <summary>A disputed area that belongs to a territory in the eyes of some.</summary>
/// <param name="Name">A name that is in use on all sides.</param>
public sealed record ClaimedArea(string Name, Drawing Drawing);

/// <summary>
/// An area, a line or points on the Earth, as a map or a text draws them, with how accurate they are. Never changes; what makes questions quick is made when the first
/// is asked.
/// </summary>
public sealed class Drawing
{
    private readonly Lazy<ZoneIndex> _inside;
    private readonly Lazy<SegmentTree> _boundary;
    private readonly ConditionalWeakTable<Drawing, StrongBox<Drawing?>> _between = [];

    /// <summary>Asked for again and again by the same rows, it is the same one.</summary>
    private readonly ConcurrentDictionary<double, Drawing> _lessAccurate = [];

    private readonly ConcurrentDictionary<double, Zone> _zones = [];

    /// <summary>Areas that were asked about, by their shapes and by how inaccurate both are.</summary>
    private readonly ConditionalWeakTable<MultiPolygon, ConcurrentDictionary<double, ZoneAnswer>> _areas = [];

    private Drawing(MultiPolygon? area, MultiLine? line, ImmutableArray<GeoPoint> points)
    {
        (Area, Line, Points) = (area, line, points);
        _inside = new Lazy<ZoneIndex>(() => ZoneIndex.Build([Area!]));
        _boundary = new Lazy<SegmentTree>(() => Area is not null ? SegmentTree.OfBorders([Area]) : SegmentTree.OfLines([Line!]));
    }

    /// <summary>The same shape, with the indices of the other one.</summary>
    private Drawing(Drawing same)
    {
        (Area, Line, Points, _inside, _boundary) = (same.Area, same.Line, same.Points, same._inside, same._boundary);
        (AccuracyMetres, Attribution, Claimed) = (same.AccuracyMetres, same.Attribution, same.Claimed);
    }

    public Drawing(MultiPolygon area)
        : this(area ?? throw new ArgumentNullException(nameof(area)), null, [])
    {
    }

    public Drawing(MultiLine line)
        : this(null, line ?? throw new ArgumentNullException(nameof(line)), [])
    {
    }

    public Drawing(ImmutableArray<GeoPoint> points)
        : this(null, null, points)
    {
    }

    public MultiPolygon? Area { get; }

    public MultiLine? Line { get; }

    /// <summary>Where it is neither an area nor a line.</summary>
    public ImmutableArray<GeoPoint> Points { get; }

    public bool IsArea => Area is not null;

    public bool IsLine => Line is not null;

    /// <summary>Within how many metres what is drawn is where it is.</summary>
    public double AccuracyMetres { get; init; }

    /// <summary>Whose map it is and of when; null for what the agreement itself draws.</summary>
    public string? Attribution { get; init; }

    /// <summary>Disputed areas that belong to it in the eyes of some: what lies in them is unknown, unless the agreement says whose they are.</summary>
    public ImmutableArray<ClaimedArea> Claimed { get; init; } = [];

    /// <summary>The corners as they were given, ring by ring and line by line.</summary>
    public IEnumerable<ImmutableArray<GeoPoint>> Corners =>
        Area is not null ? Area.Polygons.SelectMany(p => p.Rings) : Line is not null ? Line.Lines : Points.Select(p => ImmutableArray.Create(p));

    /// <summary>On which side of the boundary of this area another one is: inside if all of it is, outside if nothing of it is.</summary>
    /// <param name="doubt">Metres within which both boundaries are known.</param>
    public ZoneAnswer At(MultiPolygon area, double doubt) =>
        _areas.GetValue(area, _ => new ConcurrentDictionary<double, ZoneAnswer>()).GetOrAdd(doubt, d => Zone(d).At(area));

    /// <summary>The area as a zone whose boundary is known within so many metres.</summary>
    internal Zone Zone(double accuracy) => _zones.GetOrAdd(accuracy, (known, area) => Geography.Zones.Zone.Of(area, known), Area!);

    /// <summary>How far a point is from the boundary of an area, and on which side; from a line or points as <see cref="From"/>.</summary>
    public Nearness Locate(GeoPoint point)
    {
        if (Points.Length > 0)
        {
            var metres = Points.Min(p => p.DistanceTo(point));
            return new Nearness(false, metres, false, metres);
        }

        var nearest = _boundary.Value.Nearest(point.Latitude, point.Longitude);
        return new Nearness(Contains(point), nearest.Distance, nearest.Side < 0, nearest.Across);
    }

    /// <summary>Is a point in the area? Sooner known than how far it is from the boundary.</summary>
    public bool Contains(GeoPoint point) => IsArea && _inside.Value.Contains(0, point.Latitude, point.Longitude);

    /// <summary>How far a point is from it: 0 inside an area.</summary>
    public Nearness From(GeoPoint point) => Locate(point) is var found && found.IsInside ? found with { Metres = 0 } : found;

    /// <summary>The same with that many more metres of inaccuracy.</summary>
    public Drawing With(double accuracy) =>
        accuracy == 0 ? this : _lessAccurate.GetOrAdd(accuracy, (more, same) => new Drawing(same) { AccuracyMetres = same.AccuracyMetres + more }, this);

    /// <summary>What lies between this line and another: their ends are joined by the shortest paths, so that the ring does not cross itself.</summary>
    /// <returns>Null where one of them is no line in one piece, or they cross.</returns>
    public Drawing? Between(Drawing other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return _between.GetValue(other, o => new StrongBox<Drawing?>(BetweenAnew(o))).Value;
    }

    private Drawing? BetweenAnew(Drawing other)
    {
        if (Line is null || other.Line is null)
        {
            return null;
        }

        try
        {
            return new Drawing(BetweenLines.Area(Line, other.Line))
            {
                AccuracyMetres = Math.Max(AccuracyMetres, other.AccuracyMetres),
                Attribution = Attribution == other.Attribution || other.Attribution is null ? Attribution : Attribution is null ? other.Attribution : $"{Attribution}; {other.Attribution}",
            };
        }
        catch (ShapeException)
        {
            return null;
        }
    }
}
