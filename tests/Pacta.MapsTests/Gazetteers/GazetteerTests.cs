using Pacta.Geography.Shapes;
using Pacta.Maps.Gazetteers;
using Pacta.Maps.World;

namespace Pacta.MapsTests.Gazetteers;

public sealed class GazetteerTests
{
    private static readonly Gazetteer gazetteer = Gazetteer.Load();

    [Theory]
    [InlineData("Kyiv")]
    [InlineData("Київ")]
    [InlineData("КИЕВ")]
    [InlineData("Kiew")]
    [InlineData("Kíev")]
    public void A_place_is_found_in_many_spellings(string name)
    {
        var found = gazetteer.Find(name + ", UA");

        Assert.Equal((703448, "Kyiv"), (found.Place!.Id, found.Place.Name));
        Assert.True(found.Place.Position.DistanceTo(new GeoPoint(50.4501, 30.5234)) < 2000);
    }

    [Theory]
    [InlineData("Ivano-Frankivs'k", 707471)]
    [InlineData("ivano frankivsk", 707471)]
    [InlineData("IVANO–FRANKIVSʹK", 707471)]
    [InlineData("Ивано-Франковск", 707471)]
    [InlineData("Thessaloníki", 734077)]
    [InlineData("Θεσσαλονίκη", 734077)]
    [InlineData("Lódz", 3093133)]
    [InlineData("Łódź", 3093133)]
    [InlineData("평양", 1871859)]
    [InlineData("Stepanakert", 146970)]
    [InlineData("Khankendi", 146970)]
    public void Case_marks_apostrophes_and_scripts_do_not_matter(string name, long id) =>
        Assert.Contains(id, gazetteer.Find(name).Candidates.Select(c => c.Id));

    [Fact]
    public void A_name_of_several_places_stays_undetermined_until_one_is_chosen()
    {
        var all = gazetteer.Find("Springfield");

        Assert.Null(all.Place);
        Assert.True(all.Candidates.Length > 5);
        Assert.Equal(all.Candidates.OrderByDescending(c => c.Inhabitants).Select(c => c.Id), all.Candidates.Select(c => c.Id));
        Assert.Equal(4250542, gazetteer.Find("Springfield, US-IL").Place!.Id);
        Assert.Equal(4250542, gazetteer.Find("springfield, illinois").Place!.Id);
        Assert.Equal(4250542, gazetteer.Find("#4250542").Place!.Id);
        Assert.Equal("Springfield, Illinois, US", gazetteer.Find("#4250542").Place!.ToString());
        Assert.Null(gazetteer.Find("Springfield, US").Place);
        Assert.Equal("LY", Assert.Single(gazetteer.Find("Tripoli, Libya").Place!.Countries));
        Assert.Equal("LB", Assert.Single(gazetteer.Find("Tripoli, Lebanon").Place!.Countries));
    }

    [Fact]
    public void A_wrong_choice_or_name_gets_suggestions()
    {
        var wrongCountry = gazetteer.Find("Kharkiv, Germany");
        var misspelt = gazetteer.Find("Odesssa");

        Assert.Null(wrongCountry.Place);
        Assert.Empty(wrongCountry.Candidates);
        Assert.Equal("Kharkiv", wrongCountry.Suggestions[0].Name);
        Assert.Contains(698740, misspelt.Suggestions.Select(s => s.Id));
        Assert.Empty(gazetteer.Find("Qwertzuiopolis").Suggestions);
        Assert.Empty(gazetteer.Find("").Candidates);
        Assert.Empty(gazetteer.Find("#1").Candidates);
    }

    [Fact]
    public void A_place_in_a_disputed_area_is_nobodys_for_certain()
    {
        var simferopol = gazetteer.Find("Simferopol").Place!;

        Assert.Equal("crimea", simferopol.Area);
        Assert.Equal(["RU", "UA"], simferopol.Countries.Order());
        Assert.Equal("", simferopol.Region);
        Assert.Equal(simferopol.Id, gazetteer.Find("Simferopol, UA").Place!.Id);
        Assert.Equal(simferopol.Id, gazetteer.Find("Simferopol, RU").Place!.Id);
        Assert.Equal(simferopol.Id, gazetteer.Find("Simferopol, Crimea").Place!.Id);
        Assert.Equal("Simferopol, RU/UA", simferopol with { } is var same ? same.ToString() : "");
    }

    [Fact]
    public void The_map_and_the_gazetteer_agree_on_disputed_areas()
    {
        var map = WorldMap.Load();

        Assert.All(gazetteer.Places, place => Assert.Equal(place.Area, map.AreaAt(place.Position)?.Key ?? ""));
        Assert.InRange(gazetteer.Places.Count(p => p.Area.Length > 0), 300, 2000);
    }

    [Fact]
    public void A_large_town_is_known_less_exactly_than_a_village()
    {
        Assert.Equal(17_000, gazetteer.Find("#703448").Place!.AccuracyMetres, 1000.0);
        Assert.Equal(1000, gazetteer.Places.Where(p => p.Inhabitants < 9000).Max(p => p.AccuracyMetres));
    }

    [Fact]
    public void The_source_is_told()
    {
        Assert.Equal(("CC BY 4.0", new DateOnly(2023, 3, 5)), (gazetteer.Source.Licence, gazetteer.Source.Date));
        Assert.Contains("geonames.org", gazetteer.Source.Attribution, StringComparison.Ordinal);
        Assert.InRange(gazetteer.Places.Length, 50_000, 60_000);
    }
}
