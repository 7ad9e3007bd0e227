using System.Collections.Immutable;
using Pacta.Geography.Shapes;

namespace Pacta.Geography.Reading;

/// <summary>Something in a file of shapes: polygons, lines or places, with what is said of it. What it has none of is empty.</summary>
/// <param name="Id">As the file gives it; empty if it gives none.</param>
/// <param name="Properties">Texts, numbers as they are written, true and false; what is nested is left out.</param>
/// <param name="Polygons">Straight on the map.</param>
/// <param name="Lines">Straight on the map.</param>
public sealed record Feature(
    string Id, ImmutableDictionary<string, string> Properties, MultiPolygon Polygons, MultiLine Lines, ImmutableArray<GeoPoint> Points)
{
    /// <summary>Is this what <c>#name</c> asks for: its id, or its property <c>id</c> or <c>name</c> in any case of letters?</summary>
    public bool IsCalled(string name) =>
        Id == name || Properties.Any(p => (p.Key.Equals("id", StringComparison.OrdinalIgnoreCase) || p.Key.Equals("name", StringComparison.OrdinalIgnoreCase)) && p.Value == name);

    /// <summary>All polygons, lines and places of several features together.</summary>
    public static Feature Together(IReadOnlyCollection<Feature> features) => new(
        "",
        [],
        new MultiPolygon([.. features.SelectMany(f => f.Polygons.Polygons)], EdgeKind.StraightOnMap),
        new MultiLine([.. features.SelectMany(f => f.Lines.Lines)], EdgeKind.StraightOnMap),
        [.. features.SelectMany(f => f.Points)]);
}
