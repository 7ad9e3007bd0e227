using System.Text.Json;
using Pacta.MapMaker.Reading;
using Pacta.MapMaker.Topology;

namespace Pacta.MapMaker;

/// <summary>A piece of the world that is never divided: the undisputed part of a country, or a part of a disputed area.</summary>
/// <param name="Country">Its code by Natural Earth or ISO 3166-1 alpha-2, if it is no part of a disputed area.</param>
/// <param name="Area">The number of the disputed area, or -1.</param>
internal sealed record Unit(string Key, string Name, string Country, int Area);

internal sealed record BuiltMap(List<Unit> Units, List<Arc> Arcs, List<string> Log);

/// <summary>From provinces to a partition of the world into units, with arcs between them.</summary>
internal static class MapBuilder
{
    /// <summary>Square degrees. A gap between provinces that is smaller is a mistake of drawing.</summary>
    private const double LargestSliver = 0.005;

    /// <summary>Millionths of a degree, along the date line.</summary>
    private const int LargestStep = 2000;

    public static BuiltMap Build(List<Province> provinces, AreaList list)
    {
        var log = new List<string>();
        var units = new List<Unit>();
        var numbers = new Dictionary<string, short>(StringComparer.Ordinal);
        var wholes = Wholes(list);
        var table = new EdgeTable();
        // In an order that does not depend on the file.
        var dateLine = DateLine(provinces, log);
        foreach (var province in provinces.OrderBy(p => p.Country, StringComparer.Ordinal).ThenBy(p => p.Code, StringComparer.Ordinal))
        {
            var unit = Number(UnitOf(province, wholes));
            foreach (var (ring, hole) in province.Rings)
            {
                AddRing(table, [.. ring.Select(c => dateLine.GetValueOrDefault(c, c))], hole, unit);
            }
        }

        var edges = table.Count;
        table.SplitDateLine();
        var dissolved = table.Dissolve();
        log.Add($"{provinces.Count} provinces, {edges} edges, {dissolved} of them inside of units or on the date line");
        Gaps(table, list, Number, log);
        Cuts(table, list, units, Number, log);
        table.Dissolve();

        var arcs = Arcs.Of(table);
        var crossings = Planarity.Crossings(arcs);
        foreach (var (a, b, c, d) in crossings)
        {
            log.Add($"CROSSING {a} {b} with {c} {d}");
        }

        log.Add($"{units.Count} units, {arcs.Count} arcs, {arcs.Sum(a => a.Corners.Length)} corners, {crossings.Count} crossings");
        return new BuiltMap(units, arcs, log);

        short Number(Unit unit)
        {
            if (!numbers.TryGetValue(unit.Key, out var number))
            {
                numbers[unit.Key] = number = (short)units.Count;
                units.Add(unit);
            }

            return number;
        }
    }

    /// <summary>Where a coast comes to the date line, its two halves end up to 150 m from one another: they get one end.</summary>
    private static Dictionary<Corner, Corner> DateLine(List<Province> provinces, List<string> log)
    {
        var joined = new Dictionary<Corner, Corner>();
        int? first = null, last = null;
        foreach (var y in provinces.SelectMany(p => p.Rings).SelectMany(r => r.Ring).Where(c => Math.Abs(c.X) == Corner.Turn / 2).Select(c => c.Y).Distinct().Order())
        {
            first = last is null || y - last > LargestStep ? y : first;
            last = y;
            if (first != y)
            {
                log.Add($"date line: {y / 1e6} becomes {first / 1e6}");
                joined[new Corner(Corner.Turn / 2, y)] = new Corner(Corner.Turn / 2, first!.Value);
                joined[new Corner(-Corner.Turn / 2, y)] = new Corner(-Corner.Turn / 2, first.Value);
            }
        }

        return joined;
    }

    /// <summary>What is taken as a whole: by the code of a country, of a larger part or of a province of Natural Earth.</summary>
    private static Dictionary<string, Unit> Wholes(AreaList list)
    {
        var wholes = new Dictionary<string, Unit>(StringComparer.Ordinal);
        for (var i = 0; i < list.Areas.Count; i++)
        {
            foreach (var part in list.Areas[i].Parts)
            {
                var unit = new Unit(part.Key, part.Name, "", i);
                foreach (var name in new[] { "unit", "group" })
                {
                    if (AreaList.Text(part.How, name) is { Length: > 0 } code)
                    {
                        wholes[$"{name}:{code}"] = unit;
                    }
                }

                if (part.How.TryGetProperty("admin1", out var codes))
                {
                    foreach (var code in codes.EnumerateArray())
                    {
                        wholes["admin1:" + code.GetString()] = unit;
                    }
                }
            }
        }

        return wholes;
    }

    private static Unit UnitOf(Province province, Dictionary<string, Unit> wholes)
    {
        if (wholes.TryGetValue("admin1:" + province.Code, out var unit) || wholes.TryGetValue("group:" + province.Group, out unit)
            || wholes.TryGetValue("unit:" + province.Country, out unit))
        {
            return unit;
        }

        // Parts that ISO 3166-1 gives a code of their own. What Natural Earth keeps apart and has no code is with the state whose law says so.
        return (province.Country, province.Group) switch
        {
            (_, "GUF") => Own("GUF", "GF"),
            (_, "GLP") => Own("GLP", "GP"),
            (_, "MTQ") => Own("MTQ", "MQ"),
            (_, "REU") => Own("REU", "RE"),
            (_, "NSV") => Own("SJM", "SJ"),
            (_, "BVT") => Own("BVT", "BV"),
            (_, "CCK") => Own("CCK", "CC"),
            (_, "CXR") => Own("CXR", "CX"),
            ("CSI" or "ATC", _) => Own("AUS", "AU"),
            ("CLP", _) => Own("CLP", "FR"),
            ("KAB", _) => Own("KAZ", "KZ"),
            ("ESB" or "WSB", _) => Own("SBA", "GB"),
            _ => Own(province.Country, province.Alpha2),
        };

        static Unit Own(string key, string alpha2) => new(key, "", alpha2, -1);
    }

    private static void AddRing(EdgeTable table, Corner[] ring, bool hole, short unit)
    {
        double area = 0;
        for (var i = 0; i + 1 < ring.Length; i++)
        {
            area += ((double)(ring[i].X - ring[0].X) * (ring[i + 1].Y - ring[0].Y)) - ((double)(ring[i + 1].X - ring[0].X) * (ring[i].Y - ring[0].Y));
        }

        // The unit is on the left of an outer ring that goes anticlockwise, and of a hole that goes clockwise.
        var turned = (area < 0) != hole;
        for (var i = 0; i + 1 < ring.Length; i++)
        {
            var (from, to) = turned ? (ring[i + 1], ring[i]) : (ring[i], ring[i + 1]);
            table.Add(from, to, unit);
        }
    }

    /// <summary>Water inside of land, a zone that belongs to no province, and slivers between provinces that do not quite meet.</summary>
    private static void Gaps(EdgeTable table, AreaList list, Func<Unit, short> number, List<string> log)
    {
        var zones = new List<(int[] Box, Unit Unit)>();
        for (var i = 0; i < list.Areas.Count; i++)
        {
            foreach (var part in list.Areas[i].Parts.Where(p => p.How.TryGetProperty("gaps", out _)))
            {
                zones.Add((Box(part.How.GetProperty("gaps")), new Unit(part.Key, part.Name, "", i)));
                // Where the zone comes to the sea.
                var moved = Cutter.Cut(table, EdgeTable.Sea, [.. part.How.GetProperty("closed").EnumerateArray().Select(line => line.EnumerateArray().Select(Place).ToArray())]);
                log.Add($"{part.Key}: ends of its coast moved by {moved:0} m at most");
            }
        }

        var faces = new Faces(table, EdgeTable.Sea);
        foreach (var face in faces.Cycles.Where(c => c.Area > 0).OrderByDescending(c => c.Area))
        {
            var at = table.Corners[face.Corners.MinBy(c => table.Corners[c])];
            var zone = zones.FirstOrDefault(z => Within(face, z.Box)).Unit;
            if (zone is not null)
            {
                log.Add($"gap near {at}, {face.Area:0.####} square degrees: {zone.Key}");
                faces.Relabel(face, number(zone));
            }
            else if (face.Area > LargestSliver)
            {
                log.Add($"gap near {at}, {face.Area:0.####} square degrees: stays water");
            }
            else
            {
                log.Add($"gap near {at}, {face.Area:0.######} square degrees: sliver");
            }
        }
    }

    private static void Cuts(EdgeTable table, AreaList list, List<Unit> units, Func<Unit, short> number, List<string> log)
    {
        for (var i = 0; i < list.Areas.Count; i++)
        {
            foreach (var part in list.Areas[i].Parts)
            {
                if (AreaList.Text(part.How, "cut") is { Length: > 0 } cut)
                {
                    var from = (short)units.FindIndex(u => u.Key == cut);
                    var byHand = part.How.TryGetProperty("path", out var path);
                    var lines = byHand ? [[.. path.EnumerateArray().Select(Place)]]
                        : part.How.GetProperty("lines").EnumerateArray().SelectMany(n => list.CutLines[n.GetInt32()]).ToList();
                    var before = new Faces(table, from).Cycles.Count;
                    var moved = Cutter.Cut(table, from, lines, byHand ? 20_000 : part.How.TryGetProperty("near", out var near) ? near.GetDouble() : Cutter.Near);
                    var faces = new Faces(table, from);
                    var unit = number(new Unit(part.Key, part.Name, "", i));
                    var seeds = part.How.TryGetProperty("boxes", out var boxes)
                        ? boxes.EnumerateArray().Select(b => faces.Cycles.SingleOrDefault(c => Within(c, Box(b)))).ToHashSet()
                        : part.How.GetProperty("seeds").EnumerateArray().Select(Place).Select(s => faces.Around(s)).ToHashSet();
                    foreach (var face in seeds)
                    {
                        if (face is null || faces.Cycles.Count == before)
                        {
                            log.Add($"FAILED {part.Key}: the lines do not cut {cut}");
                            continue;
                        }

                        faces.Relabel(face, unit);
                    }

                    log.Add($"{part.Key}: {lines.Count} lines through {cut}, ends moved by {moved:0} m at most, {string.Join(" + ", seeds.Select(s => $"{s?.Area:0.####}"))} square degrees");
                }
                else if (AreaList.Text(part.How, "islands") is { Length: > 0 } islands)
                {
                    var from = (short)units.FindIndex(u => u.Key == islands);
                    var box = Box(part.How.GetProperty("box"));
                    var faces = new Faces(table, from);
                    var within = faces.Cycles.Where(c => Within(c, box)).ToList();
                    if (within.Count > 0)
                    {
                        var unit = number(new Unit(part.Key, part.Name, "", i));
                        within.ForEach(face => faces.Relabel(face, unit));
                    }

                    log.Add($"{part.Key}: {within.Count} islands of {islands}");
                }
                else
                {
                    continue;
                }

                // Lines that bound nothing here go.
                table.Dissolve();
            }
        }
    }

    /// <summary>South, west, north and east, in millionths of a degree.</summary>
    private static int[] Box(JsonElement sides) => [.. sides.EnumerateArray().Select(v => (int)(v.GetDouble() * 1e6))];

    /// <summary>Is it a face, and in a box as a whole?</summary>
    private static bool Within(Cycle cycle, int[] box) =>
        cycle.Area > 0 && cycle.South >= box[0] && cycle.West >= box[1] && cycle.North <= box[2] && cycle.East <= box[3];

    private static Corner Place(JsonElement pair) => Corner.Of(pair[0].GetDouble(), pair[1].GetDouble());
}
