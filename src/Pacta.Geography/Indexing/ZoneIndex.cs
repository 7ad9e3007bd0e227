using System.Runtime.CompilerServices;
using Pacta.Geography.Geodesics;
using Pacta.Geography.Shapes;

namespace Pacta.Geography.Indexing;

/// <summary>
/// Which of many zones contain a place, in one look-up: a raster of the Earth whose cells mostly have one answer; where a border runs through, the few pieces of it
/// in that cell are looked at. The answer is the one of going through all pieces of all zones. Immutable; asking allocates nothing and may be done by many threads.
/// </summary>
/// <remarks>
/// For each zone in a cell there is the parity of the pieces south of the cell at its western side, the longitudes at which that parity changes inside the cell, and the
/// pieces that touch the cell. So every place adds up the same pieces as <see cref="Outline.Contains"/>, only with most of them counted beforehand.
/// </remarks>
public sealed class ZoneIndex
{
    internal const int Split = 4;
    private const uint Kind = 0x5041_5A49;

    private readonly double perDegree, south;
    private readonly int columns, rows;
    private readonly int[] cells;
    private readonly int[] children;
    private readonly Block[] blocks;
    private readonly Part[] parts;
    private readonly double[] breaks;
    private readonly MapEdge[] edges;
    private readonly int[] setStarts;
    private readonly int[] setZones;

    internal ZoneIndex(ZoneIndexBuilder built)
    {
        (Count, perDegree, south, columns, rows) = (built.Count, 1 / built.CellSize, built.South, built.Columns, built.Rows);
        cells = built.Cells;
        children = [.. built.Children];
        blocks = [.. built.Blocks];
        parts = [.. built.Parts];
        breaks = [.. built.Breaks];
        edges = [.. built.Edges];
        setStarts = [.. built.SetStarts];
        setZones = [.. built.SetZones];
    }

    private ZoneIndex(ReadOnlySpan<byte> prepared)
    {
        var reader = new Prepared.Reader(prepared, Kind);
        (Count, columns, rows) = ((int)reader.Number(), (int)reader.Number(), (int)reader.Number());
        (perDegree, south) = (BitConverter.Int64BitsToDouble(reader.Number()), BitConverter.Int64BitsToDouble(reader.Number()));
        cells = reader.Array<int>();
        children = reader.Array<int>();
        blocks = reader.Array<Block>();
        parts = reader.Array<Part>();
        breaks = reader.Array<double>();
        edges = reader.Array<MapEdge>();
        setStarts = reader.Array<int>();
        setZones = reader.Array<int>();
    }

    /// <summary>How many zones there are; they are called by their numbers in the order in which they were given.</summary>
    public int Count { get; }

    /// <summary>The size of the index in bytes.</summary>
    public long Bytes =>
        ((cells.Length + children.Length + setStarts.Length + setZones.Length) * 4L) + (blocks.Length * 12L) + (parts.Length * 20L) + (breaks.Length * 8L) + (edges.Length * 32L);

    /// <param name="zones">Zones may touch and overlap.</param>
    /// <param name="tolerance">How far edges that are geodesics may be off, in metres.</param>
    /// <exception cref="ShapeException">A ring has no inside.</exception>
    public static ZoneIndex Build(IReadOnlyList<MultiPolygon> zones, double tolerance = 0.1) =>
        Build([.. zones.Select(z => z.Polygons.Select((p, i) => Outline.Of(p, z.Edges, tolerance, i)).ToArray())]);

    internal static ZoneIndex Build(IReadOnlyList<Outline[]> zones) => new(new ZoneIndexBuilder(zones));

    /// <summary>Writes the index as it is in memory, so that it need not be built again from the same map.</summary>
    public void Write(Stream to)
    {
        Prepared.Begin(to, Kind);
        foreach (var number in (ReadOnlySpan<long>)[Count, columns, rows, BitConverter.DoubleToInt64Bits(perDegree), BitConverter.DoubleToInt64Bits(south)])
        {
            Prepared.Number(to, number);
        }

        Prepared.Array(to, cells);
        Prepared.Array(to, children);
        Prepared.Array(to, blocks);
        Prepared.Array(to, parts);
        Prepared.Array(to, breaks);
        Prepared.Array(to, edges);
        Prepared.Array(to, setStarts);
        Prepared.Array(to, setZones);
    }

    /// <summary>The index that was written. It is taken as it is: only what one has written oneself should be read.</summary>
    /// <exception cref="InvalidDataException">It is something else, or of another version.</exception>
    public static ZoneIndex Read(ReadOnlySpan<byte> prepared) => new(prepared);

    /// <summary>The zones that contain a place, in ascending order.</summary>
    /// <param name="latitude">Degrees, from -90 to 90.</param>
    /// <param name="zones">Filled from the beginning, as far as it goes.</param>
    /// <returns>How many there are, which may be more than fit.</returns>
    public int Find(double latitude, double longitude, Span<int> zones)
    {
        longitude = Angles.Longitude(longitude);
        var code = Cell(latitude, longitude);
        if (code >= 0)
        {
            return Copy(code, zones, 0);
        }

        ref readonly var block = ref blocks[~code];
        var count = Copy(block.Set, zones, 0);
        for (var i = block.Start; i < block.Start + block.Count; i++)
        {
            ref readonly var part = ref parts[i];
            // Several polygons of a zone may meet in a cell; one that contains the place is enough.
            if (Contains(part, latitude, longitude) && !zones[..Math.Min(count, zones.Length)].Contains(part.Zone))
            {
                if (count < zones.Length)
                {
                    zones[count] = part.Zone;
                }

                count++;
            }
        }

        if (count > 1)
        {
            zones[..Math.Min(count, zones.Length)].Sort();
        }

        return count;
    }

    /// <summary>A zone that contains the place, the one with the lowest number; -1 if there is none.</summary>
    public int First(double latitude, double longitude)
    {
        longitude = Angles.Longitude(longitude);
        var code = Cell(latitude, longitude);
        if (code >= 0)
        {
            return setStarts[code] < setStarts[code + 1] ? setZones[setStarts[code]] : -1;
        }

        ref readonly var block = ref blocks[~code];
        var first = setStarts[block.Set] < setStarts[block.Set + 1] ? setZones[setStarts[block.Set]] : int.MaxValue;
        for (var i = block.Start; i < block.Start + block.Count; i++)
        {
            ref readonly var part = ref parts[i];
            if (part.Zone < first && Contains(part, latitude, longitude))
            {
                first = part.Zone;
            }
        }

        return first == int.MaxValue ? -1 : first;
    }

    /// <summary>Does a zone contain the place?</summary>
    public bool Contains(int zone, double latitude, double longitude)
    {
        longitude = Angles.Longitude(longitude);
        var code = Cell(latitude, longitude);
        var set = code >= 0 ? code : blocks[~code].Set;
        if (setZones.AsSpan(setStarts[set]..setStarts[set + 1]).Contains(zone))
        {
            return true;
        }

        if (code < 0)
        {
            ref readonly var block = ref blocks[~code];
            for (var i = block.Start; i < block.Start + block.Count; i++)
            {
                if (parts[i].Zone == zone && Contains(parts[i], latitude, longitude))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The number of a set of zones, or the complement of the number of a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Cell(double latitude, double longitude)
    {
        var x = (longitude + 180) * perDegree;
        var y = (latitude - south) * perDegree;
        var column = Math.Min((int)x, columns - 1);
        // Also of what is no latitude, which is then in no zone or in an arbitrary one, but never beyond the array.
        var row = Math.Clamp((int)y, 0, rows - 1);
        var code = cells[(column * rows) + row];
        while (code < 0 && blocks[~code].Count < 0)
        {
            x = (x - column) * Split;
            y = (y - row) * Split;
            column = Math.Min((int)x, Split - 1);
            row = Math.Clamp((int)y, 0, Split - 1);
            code = children[blocks[~code].Start + (column * Split) + row];
        }

        return code;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Contains(in Part part, double latitude, double longitude)
    {
        var inside = part.Inside;
        foreach (var at in breaks.AsSpan(part.Breaks, part.BreakCount))
        {
            inside ^= at <= longitude;
        }

        foreach (ref readonly var edge in edges.AsSpan(part.Edges, part.EdgeCount))
        {
            inside ^= edge.IsBelow(latitude, longitude);
        }

        return inside;
    }

    private int Copy(int set, Span<int> zones, int count)
    {
        for (var i = setStarts[set]; i < setStarts[set + 1]; i++, count++)
        {
            if (count < zones.Length)
            {
                zones[count] = setZones[i];
            }
        }

        return count;
    }

    /// <param name="Set">The zones that contain all of the cell.</param>
    /// <param name="Start">Of its parts; or of its children, if it is split.</param>
    /// <param name="Count">How many parts; -1 if it is split.</param>
    internal readonly record struct Block(int Set, int Start, int Count);

    /// <summary>A polygon in a cell.</summary>
    internal readonly record struct Part(int Zone, bool Inside, int Breaks, short BreakCount, int Edges, int EdgeCount);
}
