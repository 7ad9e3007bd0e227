using System.Globalization;
using Pacta.Geography.Shapes;
using Pacta.Maps.World;
using Pacta.Model.Findings;
using static Pacta.Tests.Logic.Reference.Example;

namespace Pacta.Tests.Geography;

/// <summary>The map of the world in agreements. Invented parties hold real countries here, so that real places can be asked about; nothing is told of anybody.</summary>
public sealed class CountryTests
{
    private const string Quiet = "clause quiet at \"1\" { each party must not hold exercise in tried }";

    private static string Exercise(GeoPoint at, double accuracy = 100) => Report(
        "r1", "watch", "x1", "exercise", "2020-06-01",
        string.Create(CultureInfo.InvariantCulture, $$""" "position":{"lat":{{at.Latitude}},"lon":{{at.Longitude}},"accuracy_m":{{accuracy}}},"by":"aland" """));

    private static Finding? Found(string row, GeoPoint at, double accuracy = 100, string territories = "") =>
        Findings(Quiet, [Exercise(at, accuracy)], "2020-12-02", $"{territories}\n  zone tried {{ {row} }}").SingleOrDefault(f => f.Trigger.Contains("x1"));

    [Theory]
    [InlineData("CHE", 46.948, 7.447, true)] // Bern
    [InlineData("Schweiz", 46.948, 7.447, true)]
    [InlineData("756", 46.948, 7.447, true)]
    [InlineData("CHE", 47.811, 13.033, false)] // Salzburg
    [InlineData("FJI", -16.6, 179.2, true)] // Fiji west and
    [InlineData("FJI", -16.86, -179.95, true)] // east of the date line
    [InlineData("RUS", 66.2, -172.5, true)] // Chukotka, east of the date line
    [InlineData("RUS", 54.71, 20.51, true)] // an exclave
    public void A_country_is_its_territory(string country, double latitude, double longitude, bool isIn) =>
        Assert.Equal(isIn ? "Certain: Breached" : null, Found($"country \"{country}\"", new GeoPoint(latitude, longitude)) is { } found ? Outcome(found) : null);

    [Fact]
    public void A_disputed_area_is_no_certain_part_of_any_country_that_claims_it()
    {
        var map = WorldMap.Load();
        var tried = 0;
        foreach (var area in map.DisputedAreas.Where(a => a.HasOutline))
        {
            if (Middle(map, area) is not { } middle)
            {
                continue;
            }

            foreach (var code in area.Claimants.Where(c => map.Countries.Any(k => k.Code == c)))
            {
                var found = Found($"country \"{code}\"", middle);
                Assert.True(found is { Certainty: Certainty.Undetermined }, $"{area.Key} and {code}: {(found is null ? "certainly outside" : Outcome(found))}");
                Assert.Contains(found!.Causes, c => c.Code is CauseCode.Disputed or CauseCode.NearBoundary);
                tried++;
            }
        }

        Assert.True(tried >= 40, $"only {tried} claims were tried");
    }

    [Fact]
    public void An_agreement_that_takes_an_area_in_decides_it_for_itself()
    {
        var map = WorldMap.Load();
        var area = map.DisputedAreas.First(a => a.HasOutline && Middle(map, a) is not null && a.Claimants.Any(c => map.Countries.Any(k => k.Code == c)));
        var claimant = area.Claimants.First(c => map.Countries.Any(k => k.Code == c));

        Assert.Equal("Certain: Breached", Outcome(Found($"country \"{claimant}\", disputed \"{area.Key}\"", Middle(map, area)!.Value)!));
        Assert.Null(Found($"country \"{claimant}\" but not it", Middle(map, area)!.Value, territories: $"zone it {{ disputed \"{area.Key}\" }}"));
    }

    [Theory]
    [InlineData("border of aland with borland", 47.41, 9.64, true)] // in the valley of the Rhine
    [InlineData("border of aland with borland", 46.2, 6.15, false)] // Geneva
    [InlineData("border of aland", 46.2, 6.15, true)] // beside the border with somebody else
    [InlineData("border of aland with cedria", 46.2, 6.15, false)]
    public void Borders_are_lines_between_territories(string border, double latitude, double longitude, bool isNear)
    {
        const string Territories = "zone territory of party P { country \"CHE\" if P is aland  \n country \"AUT\" if P is borland \n country \"LIE\" if P is cedria }";

        var found = Found($"up to 20 km from {border}", new GeoPoint(latitude, longitude), territories: Territories);

        Assert.Equal(isNear ? "Certain: Breached" : null, found is null ? null : Outcome(found));
    }

    [Fact]
    public void A_coast_is_where_land_ends()
    {
        const string Territories = "zone territory of party P { country \"ISL\" if P is aland }";

        Assert.Equal("Certain: Breached", Outcome(Found("up to 12 km from coast of aland", new GeoPoint(64.15, -21.9), territories: Territories)!));
        Assert.Null(Found("up to 12 km from coast of aland", new GeoPoint(64.9, -18.5), territories: Territories));
    }

    /// <summary>A point of an area that is far from its boundary; null if it is too narrow for one.</summary>
    private static GeoPoint? Middle(WorldMap map, DisputedArea area)
    {
        var outline = map.Outline(area);
        var drawing = new Pacta.Model.Agreements.Drawing(outline);
        var need = Math.Max(map.Source.AccuracyMetres, area.ApproximateMetres) + 500;
        var ring = outline.Polygons.MaxBy(p => p.Outer.Length)!.Outer;
        return (from i in Enumerable.Range(0, 12)
                from j in Enumerable.Range(0, 12)
                let at = new GeoPoint(
                    Mix(ring.Min(p => p.Latitude), ring.Max(p => p.Latitude), (i + 0.5) / 12),
                    Mix(ring.Min(p => p.Longitude), ring.Max(p => p.Longitude), (j + 0.5) / 12))
                let near = drawing.Locate(at)
                where near.IsInside && near.Metres > need
                orderby near.Metres descending
                select (GeoPoint?)at).FirstOrDefault();

        static double Mix(double low, double high, double part) => low + ((high - low) * part);
    }
}
