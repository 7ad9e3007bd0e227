using Pacta.Geography.Shapes;
using Pacta.Maps.World;

namespace Pacta.MapsTests.World;

/// <summary>No map is the default for a disputed area: nothing in it is anybody's for certain, and every side is named with its source.</summary>
public sealed class DisputedAreaTests
{
    private static readonly WorldMap map = WorldMap.Load();

    public static TheoryData<string, double, double, string, string> Middles => new()
    {
        { "crimea", 45.3, 34.2, "UKR", "RUS" },
        { "crimea", 44.6, 33.6, "UKR", "RUS" },
        { "donetsk", 48.0, 37.6, "UKR", "RUS" },
        { "luhansk", 48.9, 39.0, "UKR", "RUS" },
        { "zaporizhzhia", 47.3, 35.6, "UKR", "RUS" },
        { "kherson", 46.6, 33.6, "UKR", "RUS" },
        { "abkhazia", 42.95, 41.1, "GEO", "abkhazia" },
        { "south-ossetia", 42.35, 44.1, "GEO", "south-ossetia" },
        { "transnistria", 47.25, 29.45, "MDA", "transnistria" },
        { "kosovo", 42.6, 20.9, "SRB", "XKX" },
        { "northern-cyprus", 35.3, 33.5, "CYP", "northern-cyprus" },
        { "cyprus-buffer-zone", 35.125, 33.0, "CYP", "CYP" },
        { "nagorno-karabakh", 39.85, 46.75, "AZE", "nagorno-karabakh" },
        { "jammu-kashmir-ladakh", 34.1, 74.9, "IND", "PAK" },
        { "azad-kashmir", 33.9, 73.8, "IND", "PAK" },
        { "gilgit-baltistan", 35.9, 74.6, "IND", "PAK" },
        { "siachen", 35.4, 77.2, "IND", "PAK" },
        { "aksai-chin", 35.2, 79.3, "IND", "CHN" },
        { "shaksgam", 36.0, 76.75, "IND", "CHN" },
        { "arunachal-pradesh", 28.2, 94.5, "IND", "CHN" },
        { "western-sahara", 24.5, -14.0, "MAR", "ESH" },
        { "western-sahara", 26.5, -9.2, "MAR", "ESH" },
        { "golan", 32.95, 35.75, "SYR", "ISR" },
        { "west-bank", 32.2, 35.2, "PSE", "PSE" },
        { "gaza", 31.4, 34.36, "PSE", "PSE" },
        { "east-jerusalem", 31.785, 35.24, "PSE", "ISR" },
        { "taiwan", 23.8, 121.0, "CHN", "TWN" },
        { "falklands", -51.75, -59.0, "GBR", "ARG" },
        { "southern-kurils", 45.0, 147.8, "RUS", "JPN" },
        { "southern-kurils", 44.1, 145.85, "RUS", "JPN" },
        { "abyei", 9.7, 28.6, "SDN", "SSD" },
        { "halaib", 22.4, 35.6, "EGY", "SDN" },
        { "essequibo", 5.5, -60.0, "GUY", "VEN" },
        { "somaliland", 9.6, 45.0, "SOM", "somaliland" },
        { "chagos", -7.33, 72.43, "MUS", "GBR" },
        { "southern-belize", 16.7, -88.6, "BLZ", "GTM" },
        { "gibraltar", 36.135, -5.348, "GBR", "ESP" },
        { "kafia-kingi", 9.27, 24.42, "SDN", "SSD" },
        { "tunbs", 26.26, 55.31, "IRN", "ARE" },
        { "liancourt", 37.24, 131.87, "KOR", "JPN" },
    };

    [Theory]
    [MemberData(nameof(Middles))]
    public void Its_middle_is_in_no_country_for_certain(string key, double latitude, double longitude, string one, string other)
    {
        var place = new GeoPoint(latitude, longitude);
        var found = map.At(place);

        Assert.Equal(key, map.AreaAt(place)!.Key);
        Assert.Empty(map.CountriesAt(place));
        Assert.Empty(found.Certain);
        Assert.False(found.IsDetermined);
        Assert.Contains(map.Area(key), found.Areas);
        Assert.Contains(one, found.Possible);
        Assert.Contains(other, found.Possible);
    }

    [Theory]
    [InlineData("crimea", 45.3, 34.2, "UKR", "RUS")]
    [InlineData("kosovo", 42.6, 20.9, "XKX", "SRB")]
    [InlineData("taiwan", 23.8, 121.0, "CHN", "TWN")]
    [InlineData("golan", 32.95, 35.75, "ISR", "SYR")]
    public void Each_side_can_declare_its_map_and_the_other_is_not_touched(string key, double latitude, double longitude, string one, string other)
    {
        var place = new GeoPoint(latitude, longitude);
        foreach (var owner in new[] { one, other })
        {
            var seen = map.Seen(owner, new Dictionary<string, string> { [key] = owner });

            Assert.Equal([owner], seen.CountriesAt(place).Select(c => c.Code));
            Assert.Equal([owner], seen.At(place).Possible);
            Assert.Equal(key, seen.AreaAt(place)!.Key);
            Assert.True(seen.Territory(map.Country(owner)).Area() - map.Territory(map.Country(owner)).Area() is var more && Math.Abs(more - map.Outline(map.Area(key)!).Area()) < 1000);
        }

        Assert.Empty(map.CountriesAt(place));
    }

    [Fact]
    public void Whom_nobody_knows_can_own_nothing()
    {
        var owner = Assert.Throws<ArgumentException>(() => map.Seen("x", new Dictionary<string, string> { ["golan"] = "Aland" }));
        var area = Assert.Throws<ArgumentException>(() => map.Seen("x", new Dictionary<string, string> { ["golann"] = "ISR" }));

        Assert.StartsWith("'Aland' is neither the code of a country (as UKR) nor the key of authorities", owner.Message, StringComparison.Ordinal);
        Assert.StartsWith("there is no disputed area 'golann' on the map; there are", area.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_claim_has_a_source_and_every_area_at_least_two_voices()
    {
        Assert.All(map.DisputedAreas, area =>
        {
            Assert.All(area.Claims, c => Assert.True(c.Source.Length > 10 && c.Says.Length > 5 && c.ByName.Length > 3, $"{area}: {c}"));
            Assert.True(area.Claims.Select(c => c.By).Distinct().Count() >= 2, area.Key);
            Assert.NotEmpty(area.OfficialNames);
            Assert.True(area.HasOutline || map.RoughAreas.Any(r => r.Areas.Contains(area)), area.Key);
            Assert.Equal(area.HasOutline, map.Outline(area).Polygons.Length > 0);
        });
        Assert.Equal(map.DisputedAreas.Length, map.DisputedAreas.Select(a => a.Key).Distinct().Count());
    }

    [Fact]
    public void A_country_has_an_undisputed_part_and_areas_that_its_claim_adds()
    {
        var ukraine = map.Country("Ukraine");

        Assert.Equal(["crimea", "donetsk", "luhansk", "zaporizhzhia", "kherson"], map.ClaimedBy(ukraine).Select(a => a.Key));
        Assert.Equal(603_700, map.Union([ukraine], map.ClaimedBy(ukraine)).Area() / 1e6, 603_700 * 0.02);
        Assert.Empty(map.Territory(map.Country("Kosovo")).Polygons);
        Assert.Equal(["kosovo"], map.ClaimedBy(map.Country("XK")).Select(a => a.Key));
    }

    [Fact]
    public void The_border_beside_a_disputed_area_is_one_in_the_eyes_of_some()
    {
        var (ukraine, russia) = (map.Country("UKR"), map.Country("RUS"));
        var border = map.Border(ukraine, russia);
        var perekop = new GeoPoint(46.1, 33.7);

        Assert.Equal(["crimea", "donetsk", "kherson", "luhansk", "zaporizhzhia"], border.Areas.Select(a => a.Key).Order());
        Assert.True(Nearest(border.Disputed, perekop) < 20_000);
        Assert.True(Nearest(border.Undisputed, perekop) > 300_000);
        // In the eyes of either side there is one border and no doubt.
        foreach (var owner in new[] { ukraine, russia })
        {
            var seen = map.Seen(owner.Name, border.Areas.ToDictionary(a => a.Key, _ => owner.Code)).Border(ukraine, russia);
            Assert.Empty(seen.Disputed.Lines);
            Assert.Empty(seen.Areas);
            Assert.Equal(owner == russia, Nearest(seen.Undisputed, perekop) < 200_000);
        }
    }

    [Fact]
    public void Beside_a_disputed_area_a_side_is_on_the_left_of_its_border()
    {
        var (serbia, kosovo) = (map.Country("SRB"), map.Country("XKX"));
        var (one, other) = (map.Border(serbia, kosovo), map.Border(kosovo, serbia));

        Assert.Empty(one.Undisputed.Lines);
        Assert.Equal(["kosovo"], one.Areas.Select(a => a.Key));
        Assert.InRange(one.Disputed.Length(), 250_000, 370_000);
        Assert.Equal(Edges(one.Disputed), Edges(other.Disputed).Select(e => (e.Second, e.First)).ToHashSet());
        // Serbia is north of Kosovo at its northern end, and so on the left of a way east.
        var north = Edges(one.Disputed).MaxBy(e => e.First.Latitude + e.Second.Latitude);
        Assert.True(north.First.Longitude < north.Second.Longitude);

        static HashSet<(GeoPoint First, GeoPoint Second)> Edges(MultiLine line) => [.. line.Lines.SelectMany(l => l.Zip(l.Skip(1)))];
    }

    [Fact]
    public void The_demarcation_line_in_Korea_is_a_line_and_no_border()
    {
        var line = Assert.Single(map.Lines);

        Assert.Equal("korea-mdl", line.Key);
        Assert.True(Nearest(map.Line(line), new GeoPoint(37.956, 126.677)) < 3000);
        Assert.Contains("Armistice Agreement of 27 July 1953", line.Note, StringComparison.Ordinal);
    }

    private static double Nearest(MultiLine line, GeoPoint place) => line.Lines.SelectMany(l => l).Min(c => c.DistanceTo(place));
}
