using System.Collections.Immutable;
using Pacta.Geography.Shapes;

namespace Pacta.Maps.World;

/// <summary>What a line of the map parts.</summary>
public enum MapLineKind
{
    /// <summary>Land and the sea.</summary>
    Coast,

    /// <summary>Two countries, without dispute.</summary>
    Border,

    /// <summary>A disputed area and something else, or two countries in the eyes of some only.</summary>
    Disputed,
}

/// <summary>A line of the map, straight in longitude and latitude.</summary>
public sealed record MapLine(MapLineKind Kind, ImmutableArray<GeoPoint> Corners);

/// <summary>All lines, for drawing: each once.</summary>
public sealed partial class WorldMap
{
    /// <summary>Within how many metres the lines of <see cref="MapDetail.Pictures"/> are where they are.</summary>
    public int PictureMetres => data.PictureMetres;

    /// <summary>All coasts and borders.</summary>
    public IEnumerable<MapLine> AllLines(MapDetail detail = MapDetail.Pictures)
    {
        var arcs = detail == MapDetail.Checks ? data.Checks : data.Pictures;
        for (var arc = 0; arc < arcs.Count; arc++)
        {
            yield return new MapLine(KindOf(arcs.Left[arc], arcs.Right[arc]), arcs.Corners(arc));
        }
    }

    private MapLineKind KindOf(int left, int right) => left < 0 || right < 0 ? MapLineKind.Coast
        : data.Units[left].Area >= 0 || data.Units[right].Area >= 0 ? MapLineKind.Disputed
        : MapLineKind.Border;
}
