using System.Collections.Immutable;
using Pacta.Geography.Shapes;

namespace Pacta.Maps.World;

/// <summary>A piece of the world that is never divided: the undisputed part of a country, or a part of a disputed area.</summary>
/// <param name="Area">The number of the disputed area, or -1.</param>
/// <param name="Countries">Numbers of the countries it certainly is part of: none of a disputed area; two of a part that has a code of its own.</param>
internal sealed record MapUnit(string Key, string Name, int Area, ImmutableArray<int> Countries);

/// <summary>Lines between two units, or a unit and the sea, in millionths of a degree. What is on the left has the higher number; the sea is -1.</summary>
internal sealed class ArcTable(short[] left, short[] right, int[] starts, int[] x, int[] y)
{
    public const int Turn = 360_000_000;

    public int Count => Left.Length;

    public short[] Left { get; } = left;

    public short[] Right { get; } = right;

    /// <summary>Where the corners of each arc begin, and where the last one ends.</summary>
    public int[] Starts { get; } = starts;

    public int[] X { get; } = x;

    public int[] Y { get; } = y;

    public GeoPoint Corner(int i) => new(Y[i] / 1e6, X[i] / 1e6);

    public ImmutableArray<GeoPoint> Corners(int arc)
    {
        var corners = ImmutableArray.CreateBuilder<GeoPoint>(Starts[arc + 1] - Starts[arc]);
        for (var i = Starts[arc]; i < Starts[arc + 1]; i++)
        {
            corners.Add(Corner(i));
        }

        return corners.MoveToImmutable();
    }

    public static int East(int from, int to)
    {
        var east = to - from;
        return east > Turn / 2 ? east - Turn : east < -Turn / 2 ? east + Turn : east;
    }
}

/// <summary>All that a prepared map holds.</summary>
internal sealed record MapData(
    MapSource Source,
    int PictureMetres,
    ImmutableArray<Country> Countries,
    ImmutableArray<DisputedArea> Areas,
    ImmutableArray<NamedLine> Lines,
    ImmutableArray<RoughArea> Rough,
    ImmutableDictionary<string, string> Bodies,
    ImmutableArray<MapUnit> Units,
    ArcTable Checks,
    ArcTable Pictures);
