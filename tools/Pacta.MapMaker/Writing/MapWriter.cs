using Pacta.MapMaker.Reading;
using Pacta.MapMaker.Topology;
using Pacta.Maps.Format;
using Pacta.Maps.World;

namespace Pacta.MapMaker.Writing;

/// <summary>Writes the prepared form that <see cref="MapReader"/> reads.</summary>
internal static class MapWriter
{
    public const int AccuracyMetres = 3000;

    /// <summary>Square degrees: triangles and islands that are smaller do not matter in a picture of a continent.</summary>
    private const double PictureTriangle = 0.002, PictureIsland = 0.02, SmallTriangle = 0.000_01;

    /// <summary>Units with fewer corners are drawn with most of them: Monaco is nothing otherwise.</summary>
    private const int FewCorners = 150;

    private const int PictureMetres = 10_000;

    public static byte[] Write(BuiltMap map, AreaList list, Cldr cldr)
    {
        var to = new ByteWriter();
        to.Text("Natural Earth 1:10m, Admin 1 States and Provinces, edition 5");
        to.Text("public domain");
        to.Text("Made with Natural Earth. Names of countries: Unicode CLDR 48.2.");
        to.Text("2024-12-09");
        to.Number(AccuracyMetres);
        to.Number(PictureMetres);
        var countries = WriteCountries(to, map, cldr);
        to.Number(list.Bodies.Count);
        foreach (var (key, name) in list.Bodies)
        {
            to.Text(key);
            to.Text(name);
        }

        WriteAreas(to, map, list);
        WriteUnits(to, map, countries);
        to.Number(list.Lines.Count);
        foreach (var line in list.Lines)
        {
            to.Text(AreaList.Text(line, "key"));
            to.Text(AreaList.Text(line, "name"));
            WriteOfficial(to, [.. line.GetProperty("official").EnumerateArray().Select(o => (AreaList.Text(o, "by"), AreaList.Text(o, "name")))]);
            foreach (var side in line.GetProperty("between").EnumerateArray())
            {
                to.Number(countries.FindIndex(c => c.Alpha3 == side.GetString()));
            }

            to.Text(AreaList.Text(line, "note"));
        }

        WriteRough(to, list);
        WriteArcs(to, map);
        return Resource.Wrap(MapReader.Kind, to.ToArray(), compress: false);
    }

    private static List<(string Alpha3, string Alpha2)> WriteCountries(ByteWriter to, BuiltMap map, Cldr cldr)
    {
        // Those that disputed areas alone belong to in somebody's eyes have an entry as well.
        var countries = map.Units.Where(u => u.Area < 0).Select(u => u.Country).Concat(["TW", "PS", "EH", "XK", "FK", "GS", "IO", "GI", "YT"]).Distinct()
            .Select(a => (cldr.Codes(a).Alpha3, a)).OrderBy(c => c.Alpha3, StringComparer.Ordinal).ToList();
        to.Number(Cldr.Languages.Length);
        foreach (var language in Cldr.Languages)
        {
            to.Text(language);
        }

        to.Number(countries.Count);
        foreach (var (alpha3, alpha2) in countries)
        {
            to.Text(alpha3);
            to.Text(alpha2);
            to.Text(cldr.Codes(alpha2).Numeric);
            to.Text(cldr.Name("en", alpha2));
            foreach (var language in Cldr.Languages)
            {
                to.Text(cldr.Name(language, alpha2));
            }

            var aliases = cldr.Aliases(alpha2).ToList();
            to.Number(aliases.Count);
            aliases.ForEach(to.Text);
        }

        return countries;
    }

    private static void WriteAreas(ByteWriter to, BuiltMap map, AreaList list)
    {
        to.Number(list.Areas.Count);
        for (var i = 0; i < list.Areas.Count; i++)
        {
            var area = list.Areas[i];
            to.Text(area.Key);
            to.Text(area.Name);
            to.Text(area.Note);
            to.Number(area.ApproximateMetres);
            to.Number(map.Units.Any(u => u.Area == i) ? 1 : 0);
            WriteOfficial(to, area.Official);
            to.Number(area.Claims.Count);
            foreach (var claim in area.Claims)
            {
                to.Text(claim.By);
                to.Number((int)Enum.Parse<ClaimKind>(claim.Kind, ignoreCase: true));
                to.Text(claim.Says);
                to.Text(claim.Source);
                to.Text(claim.From);
                to.Text(claim.Until);
            }
        }
    }

    /// <summary>The overseas parts that the constitution of a state makes parts of it are parts of both entries.</summary>
    private static void WriteUnits(ByteWriter to, BuiltMap map, List<(string Alpha3, string Alpha2)> countries)
    {
        to.Number(map.Units.Count);
        foreach (var unit in map.Units)
        {
            to.Text(unit.Key);
            to.Text(unit.Name);
            to.Number(unit.Area + 1);
            string[] codes = unit.Area >= 0 ? [] : unit.Country switch
            {
                "GF" or "GP" or "MQ" or "RE" => [unit.Country, "FR"],
                "SJ" or "BV" => [unit.Country, "NO"],
                "CC" or "CX" => [unit.Country, "AU"],
                _ => [unit.Country],
            };
            to.Number(codes.Length);
            foreach (var code in codes)
            {
                to.Number(countries.FindIndex(c => c.Alpha2 == code));
            }
        }
    }

    private static void WriteRough(ByteWriter to, AreaList list)
    {
        to.Number(list.Rough.Count);
        foreach (var rough in list.Rough)
        {
            to.Text(AreaList.Text(rough, "name"));
            to.Text(AreaList.Text(rough, "note"));
            foreach (var side in rough.GetProperty("box").EnumerateArray())
            {
                to.Signed((int)Math.Round(side.GetDouble() * 1e6));
            }

            var areas = rough.GetProperty("areas").EnumerateArray().Select(a => list.Areas.FindIndex(x => x.Key == a.GetString())).ToList();
            to.Number(areas.Count);
            areas.ForEach(to.Number);
        }
    }

    private static void WriteOfficial(ByteWriter to, List<(string By, string Name)> official)
    {
        to.Number(official.Count);
        foreach (var (by, name) in official)
        {
            to.Text(by);
            to.Text(name);
        }
    }

    private static void WriteArcs(ByteWriter to, BuiltMap map)
    {
        // Of each unit the largest island stays in pictures, however small.
        var largest = map.Arcs.Where(a => a.IsClosed).SelectMany(a => new[] { (Unit: a.Left, Arc: a), (Unit: a.Right, Arc: a) }).GroupBy(p => p.Unit)
            .Select(g => g.MaxBy(p => Simplifier.Size(p.Arc.Corners)).Arc).ToHashSet(ReferenceEqualityComparer.Instance);
        var corners = map.Arcs.SelectMany(a => new[] { (Unit: a.Left, a.Corners.Length), (Unit: a.Right, a.Corners.Length) }).GroupBy(p => p.Unit).ToDictionary(g => g.Key, g => g.Sum(p => p.Length));
        var pictures = map.Arcs.Select(a => a.IsClosed && !largest.Contains(a) && Simplifier.Size(a.Corners) < PictureIsland ? [] : Simplifier.Simplify(a, IsSmall(a.Left) || IsSmall(a.Right) ? SmallTriangle : PictureTriangle)).ToList();
        to.Number(map.Arcs.Count);
        for (var i = 0; i < map.Arcs.Count; i++)
        {
            to.Number(map.Arcs[i].Left + 1);
            to.Number(map.Arcs[i].Right + 1);
            to.Number(map.Arcs[i].Corners.Length);
            to.Number(pictures[i].Length);
        }

        foreach (var line in map.Arcs.Select(a => a.Corners).Concat(pictures))
        {
            var last = new Corner(0, 0);
            foreach (var corner in line)
            {
                to.Signed(Corner.East(last, corner));
                to.Signed(corner.Y - last.Y);
                last = corner;
            }
        }

        bool IsSmall(short unit) => unit >= 0 && corners[unit] < FewCorners;
    }
}
