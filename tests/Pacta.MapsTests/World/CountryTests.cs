using Pacta.Geography.Shapes;
using Pacta.Maps.World;

namespace Pacta.MapsTests.World;

public sealed class CountryTests
{
    private static readonly WorldMap map = WorldMap.Load();

    /// <summary>Thousands of square kilometres with inland waters: United Nations, Demographic Yearbook 2022, table 3. Disputed areas are added as noted.</summary>
    [Theory]
    [InlineData("DEU", 357.6)]
    [InlineData("FRA", 643.8)]
    [InlineData("POL", 312.7)]
    [InlineData("BRA", 8515.8)]
    [InlineData("AUS", 7692)]
    [InlineData("ZAF", 1221)]
    [InlineData("TUR", 783.6)]
    [InlineData("IRN", 1628.8)]
    [InlineData("FIN", 336.9)]
    [InlineData("NZL", 268.1)]
    [InlineData("MNG", 1564.1)]
    [InlineData("KAZ", 2724.9)]
    [InlineData("LSO", 30.4)]
    [InlineData("CHE", 41.3)]
    public void Its_area_is_the_published_one_within_three_percent(string code, double thousands) =>
        Assert.Equal(thousands, map.Territory(map.Country(code)).Area() / 1e9, thousands * 0.03);

    [Fact]
    public void Russia_goes_across_the_date_line_without_a_seam()
    {
        var russia = map.Territory(map.Country("RUS"));
        var coast = map.Coast(map.Country("RUS"));

        // 16,377 of land and 721 of inland waters; without the islands that are disputed.
        Assert.Equal(17_098, russia.Area() / 1e9, 17_098 * 0.02);
        Assert.Equal(["RUS"], map.CountriesAt(new GeoPoint(67, 180)).Select(c => c.Code));
        Assert.Equal(["RUS"], map.CountriesAt(new GeoPoint(67, -180)).Select(c => c.Code));
        Assert.Equal(["RUS"], map.At(new GeoPoint(67.5, 179.99)).Certain.Select(c => c.Code));
        Assert.DoesNotContain(coast.Undisputed.Lines, l => Enumerable.Range(1, l.Length - 1).Any(i => Math.Abs(l[i].Longitude) == 180 && l[i - 1].Longitude == l[i].Longitude));
    }

    [Fact]
    public void Antarctica_goes_round_the_pole()
    {
        Assert.Equal(["ATA"], map.At(new GeoPoint(-90, 0)).Certain.Select(c => c.Code));
        Assert.Equal(["ATA"], map.At(new GeoPoint(-89, 180)).Certain.Select(c => c.Code));
        Assert.Equal(["ATA"], map.CountriesAt(new GeoPoint(-86, -180)).Select(c => c.Code));
        Assert.InRange(map.Territory(map.Country("ATA")).Area() / 1e12, 12, 14.5);
        Assert.True(map.At(new GeoPoint(90, 0)).IsDetermined);
        Assert.Empty(map.At(new GeoPoint(90, 0)).Possible);
    }

    [Theory]
    [InlineData("UKR", "POL", 535)]
    [InlineData("FIN", "RUS", 1340)]
    [InlineData("USA", "CAN", 8891)]
    [InlineData("PRT", "ESP", 1214)]
    [InlineData("PRK", "KOR", 248)]
    public void A_border_is_the_same_from_both_sides(string a, string b, double kilometres)
    {
        var (one, other) = (map.Border(map.Country(a), map.Country(b)), map.Border(map.Country(b), map.Country(a)));

        Assert.Equal(Corners(one.Undisputed), Corners(other.Undisputed));
        // Lengths of borders grow with detail; published ones are of finer maps.
        Assert.Equal(kilometres, one.Undisputed.Length() / 1000, kilometres * 0.25);
        Assert.Equal(one.Undisputed.Length(), other.Undisputed.Length(), 1e-3);
        Assert.Equal(
            one.Undisputed.Lines.SelectMany(l => l.Zip(l.Skip(1))).ToHashSet(),
            other.Undisputed.Lines.SelectMany(l => l.Zip(l.Skip(1))).Select(e => (e.Second, e.First)).ToHashSet());

        static SortedSet<(double, double)> Corners(MultiLine line) => [.. line.Lines.SelectMany(l => l).Select(c => (c.Latitude, c.Longitude))];
    }

    [Fact]
    public void A_country_is_on_the_left_of_its_borders()
    {
        // The border of the United States with Canada on the 49th parallel: south of it is on the left of a way west.
        var line = map.Border(map.Country("USA"), map.Country("CAN")).Undisputed;
        var edges = line.Lines.SelectMany(l => l.Zip(l.Skip(1))).Where(e => e.First.Latitude is > 48.9 and < 49.1 && e.Second.Longitude is > -115 and < -105).ToList();

        Assert.NotEmpty(edges);
        Assert.All(edges, e => Assert.True(e.Second.Longitude < e.First.Longitude));
        Assert.All(map.Border(map.Country("CAN"), map.Country("USA")).Undisputed.Lines.SelectMany(l => l.Zip(l.Skip(1))).Where(e => e.First.Latitude is > 48.9 and < 49.1 && e.Second.Longitude is > -115 and < -105),
            e => Assert.True(e.Second.Longitude > e.First.Longitude));
    }

    [Fact]
    public void Borders_and_coasts_together_are_the_outline()
    {
        var poland = map.Country("POL");
        var all = map.Border(poland).Undisputed.Length() + map.Coast(poland).Undisputed.Length();

        Assert.Equal(map.Territory(poland).Perimeter(), all, 0.01);
        Assert.Empty(map.Coast(map.Country("MNG")).Undisputed.Lines);
        Assert.Empty(map.Border(map.Country("ISL")).Undisputed.Lines);
        Assert.NotEmpty(map.Coast(map.Country("KAZ")).Undisputed.Lines);
    }

    [Theory]
    [InlineData("UKR", "UKR")]
    [InlineData("ua", "UKR")]
    [InlineData("804", "UKR")]
    [InlineData("Україна", "UKR")]
    [InlineData("côte d'ivoire", "CIV")]
    [InlineData("Cote d Ivoire", "CIV")]
    [InlineData("Türkiye", "TUR")]
    [InlineData("Turkey", "TUR")]
    [InlineData("الأردن", "JOR")]
    [InlineData("대한민국", "KOR")]
    [InlineData("ελλάδα", "GRC")]
    [InlineData("Кыргызстан", "KGZ")]
    [InlineData("United States", "USA")]
    public void It_is_found_by_code_and_by_name_in_many_languages(string name, string code) => Assert.Equal(code, map.Country(name).Code);

    [Fact]
    public void A_misspelt_name_gets_suggestions()
    {
        var message = Assert.Throws<KeyNotFoundException>(() => map.Country("Ukrane")).Message;

        Assert.Equal("the map has no country 'Ukrane'; did you mean Ukraine (UKR)?", message);
        Assert.Equal("the map has no country 'Aland Republic'; give its ISO 3166-1 code, as UKR, or its name", Assert.Throws<KeyNotFoundException>(() => map.Country("Aland Republic")).Message);
    }

    [Fact]
    public void Each_code_finds_its_country_and_no_name_is_two_countries_unnoticed()
    {
        Assert.All(map.Countries, c => Assert.Equal([c, c], [map.Country(c.Code), map.Country(c.Alpha2.ToLowerInvariant())]));
        Assert.All(map.Countries.Where(c => c.Numeric.Length > 0), c => Assert.Equal(c, map.Country(c.Numeric)));
        Assert.All(map.Countries, c => Assert.True(map.Find(c.Name).Country == c, c.Name));
        Assert.Equal("RUS", map.Country("Russian Federation").Code);
        Assert.Equal(["PRK", "KOR"], map.Find("Korea").Suggestions.Select(c => c.Code).OrderDescending());
        Assert.Equal(["COD", "COG"], map.Find("Congo").Suggestions.Select(c => c.Code).Order());
    }

    [Fact]
    public void Names_and_codes_are_those_of_the_standards()
    {
        var ukraine = map.Country("UKR");

        Assert.Equal(("UA", "804", "Ukraine", "Украина", "Україна"), (ukraine.Alpha2, ukraine.Numeric, ukraine.Name, ukraine.NameIn("ru"), ukraine.NameIn("uk")));
        Assert.Equal(map.Countries.Length, map.Countries.Select(c => c.Alpha2).Distinct().Count());
        Assert.InRange(map.Countries.Length, 240, 250);
    }

    [Fact]
    public void The_accuracy_of_map_and_place_is_taken_into_account()
    {
        // East of the Oder near Frankfurt: some kilometres from the border.
        var place = new GeoPoint(52.35, 14.70);
        var near = map.At(place);
        var far = map.At(place, metres: 20_000);

        Assert.Equal(["POL"], near.Certain.Select(c => c.Code));
        Assert.Null(near.MetresToLine);
        Assert.Empty(far.Certain);
        Assert.Equal(["DEU", "POL"], far.Possible);
        Assert.InRange(far.MetresToLine!.Value, 3000, 15_000);
        Assert.False(map.At(new GeoPoint(52.345, 14.56)).IsDetermined);
    }

    [Fact]
    public void The_overseas_parts_of_a_state_are_in_both()
    {
        Assert.Equal(["FRA", "GUF"], map.CountriesAt(new GeoPoint(4, -53)).Select(c => c.Code).Order());
        Assert.Equal(["GRL"], map.CountriesAt(new GeoPoint(72, -40)).Select(c => c.Code));
    }

    [Fact]
    public void Pictures_have_few_corners_and_every_country()
    {
        var corners = 0;
        foreach (var country in map.Countries)
        {
            var (picture, all) = (map.Territory(country, MapDetail.Pictures), map.Territory(country));
            corners += picture.Polygons.Sum(p => p.Rings.Sum(r => r.Length));
            Assert.Equal(all.Polygons.IsEmpty, picture.Polygons.IsEmpty);
        }

        Assert.InRange(corners, 5_000, 80_000);
        Assert.Equal(357.6, map.Territory(map.Country("DEU"), MapDetail.Pictures).Area() / 1e9, 357.6 * 0.02);
    }

    [Fact]
    public void The_source_is_told()
    {
        Assert.Equal("public domain", map.Source.Licence);
        Assert.Contains("Natural Earth", map.Source.Attribution, StringComparison.Ordinal);
        Assert.Equal(3000, map.Source.AccuracyMetres);
        Assert.Equal(64, map.Source.Digest.Length);
    }
}
