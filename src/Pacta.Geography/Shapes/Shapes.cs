using System.Collections.Immutable;

namespace Pacta.Geography.Shapes;

/// <summary>An outer ring and holes in it. Rings need not repeat their first corner at the end, and may go round either way.</summary>
public sealed record Polygon(ImmutableArray<GeoPoint> Outer, ImmutableArray<ImmutableArray<GeoPoint>> Holes)
{
    public Polygon(ImmutableArray<GeoPoint> outer)
        : this(outer, [])
    {
    }

    /// <summary>The outer ring first.</summary>
    public IEnumerable<ImmutableArray<GeoPoint>> Rings => Holes.Prepend(Outer);
}

/// <summary>
/// Several polygons, all of whose places together are meant. Which side of a ring is inside: of a ring of geodesics, and of one that goes round a pole, the smaller
/// side; of any other ring that is straight on the map, what it encloses there. Places within an even number of rings of one polygon are outside of it.
/// </summary>
public sealed record MultiPolygon(ImmutableArray<Polygon> Polygons, EdgeKind Edges = EdgeKind.Geodesic)
{
    /// <summary>One ring of corners.</summary>
    public static MultiPolygon Of(EdgeKind edges, params ReadOnlySpan<GeoPoint> corners) => new([new Polygon([.. corners])], edges);
}

/// <summary>One or more lines, each of at least two corners, in the order that makes left and right.</summary>
public sealed record MultiLine(ImmutableArray<ImmutableArray<GeoPoint>> Lines, EdgeKind Edges = EdgeKind.Geodesic)
{
    /// <summary>One line through places.</summary>
    public static MultiLine Of(EdgeKind edges, params ReadOnlySpan<GeoPoint> corners) => new([[.. corners]], edges);
}
