using System.Text;
using Pacta.Geography.Reading;
using Pacta.Geography.Shapes;
using Pacta.Maps.Perspectives;
using Pacta.Maps.World;

namespace Pacta.MapsTests.Perspectives;

public sealed class PerspectiveMapTests
{
    private const string Head = """ "pacta": { "name": "Map of Aland", "by": "Aland", "date": "2026-03-01", "source": "Annex 2 to the note of 1 March 2026", "accuracy": 100 }""";

    private const string Strip = """
        { "type": "Feature", "id": "strip", "properties": { "name": "the strip", "country": "Aland" },
          "geometry": { "type": "Polygon", "coordinates": [[[-30, 10], [-29, 10], [-29, 11], [-30, 11], [-30, 10]]] } }
        """;

    private static readonly WorldMap map = WorldMap.Load();

    [Fact]
    public void It_says_whose_disputed_areas_are_and_draws_its_own()
    {
        var perspective = Read($$"""
            { "type": "FeatureCollection", {{Head}}, "features": [
              { "type": "Feature", "properties": { "area": "golan", "country": "SYR" }, "geometry": null },
              {{Strip}} ] }
            """);
        var view = perspective.On(map);

        Assert.Equal(("Map of Aland", "Aland", new DateOnly(2026, 3, 1), 100.0), (perspective.Name, perspective.By, perspective.Date, perspective.AccuracyMetres));
        Assert.Empty(perspective.Problems(map));
        Assert.Equal("Map of Aland", view.Map.PerspectiveName);
        Assert.Equal(["SYR"], view.At(new GeoPoint(32.95, 35.75)).Certain.Select(c => c.Code));
        Assert.Equal("Aland", view.At(new GeoPoint(10.5, -29.5)).Declared);
        Assert.True(view.At(new GeoPoint(10.5, -29.5)).IsDetermined);
        // Elsewhere it is the shipped map, where nothing is anybody's that is disputed.
        Assert.Empty(view.At(new GeoPoint(45.3, 34.2)).Certain);
        Assert.Empty(map.At(new GeoPoint(32.95, 35.75)).Certain);
    }

    [Fact]
    public void Near_its_boundary_nothing_is_certain()
    {
        var view = Read($$"""{ "type": "FeatureCollection", {{Head}}, "features": [ {{Strip}} ] }""").On(map);

        var near = view.At(new GeoPoint(10.5, -29.0005));
        Assert.False(near.IsDetermined);
        Assert.Equal(["Aland"], near.Possible);
        Assert.Equal(55, near.MetresToLine!.Value, 1.0);
        Assert.Equal("Aland", view.At(new GeoPoint(10.5, -29.0015)).Declared);
        Assert.False(view.At(new GeoPoint(10.5, -29.0015), metres: 100).IsDetermined);
        Assert.Empty(view.At(new GeoPoint(10.5, -28.99)).Possible);
    }

    [Theory]
    [InlineData("""{ "type": "FeatureCollection", "features": [] }""", "m.geojson, byte 0: the file does not say whose map it is; begin it as")]
    [InlineData("""{ "type": "FeatureCollection", "pacta": { "name": "x" }, "features": [] }""", "m.geojson, byte 0: the member pacta does not say \"by\"; begin it as")]
    [InlineData("""{ "type": "FeatureCollection", "pacta": { "name": "x", "by": "y", "source": "z", "date": "March" }, "features": [] }""", "m.geojson, byte 0: the date 'March' is no day; write it as 2026-03-01")]
    [InlineData("""{ "type": "FeatureCollection", "pacta": { "name": "x", "by": "y", "source": "z", "date": "2026-03-01", "accuracy": "near" }, "features": [] }""", "m.geojson, byte 0: the accuracy 'near' is no number of metres; write it as a number, as 100")]
    [InlineData("""{ "type": "FeatureCollection", "pacta": { "name": "x", "by": "y", "source": "z", "date": "2026-03-01" }, "features": [ { "type": "Feature", "properties": {}, "geometry": null } ] }""", "m.geojson, feature 1, byte 0: the feature does not say whose it is; give it a property \"country\"")]
    [InlineData("""{ "type": "FeatureCollection", "pacta": { "name": "x", "by": "y", "source": "z", "date": "2026-03-01" }, "features": [ { "type": "Feature", "properties": { "country": "UKR" }, "geometry": null } ] }""", "m.geojson, feature 1, byte 0: the feature has neither polygons nor the key of a disputed area; draw it, or")]
    public void A_mistake_is_told_with_its_place_and_how_it_is_mended(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<ShapeFileException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_odd_is_told()
    {
        var perspective = Read($$"""
            { "type": "FeatureCollection", {{Head}}, "features": [
              { "type": "Feature", "properties": { "area": "atlantis", "country": "SYR" }, "geometry": null },
              { "type": "Feature", "properties": { "area": "golan", "country": "BRA" }, "geometry": null },
              {{Strip}},
              { "type": "Feature", "properties": { "name": "the bow", "country": "Borland" }, "geometry": { "type": "Polygon", "coordinates": [[[-30.5, 10.2], [-29.5, 10.9], [-29.5, 10.2], [-30.5, 10.6], [-30.5, 10.2]]] } } ] }
            """);

        var problems = perspective.Problems(map);
        Assert.Contains("the shipped map has no disputed area 'atlantis'", problems);
        Assert.Contains("no source that Pacta knows says that Brazil claims Golan Heights", problems);
        Assert.Contains(problems, p => p.StartsWith("the bow: polygon 1, outer ring", StringComparison.Ordinal) && p.Contains("the ring crosses itself", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.StartsWith("the strip of Aland and the bow of Borland overlap at 10.", StringComparison.Ordinal));
        Assert.Equal(4, problems.Length);
    }

    private static PerspectiveMap Read(string text) => PerspectiveMap.Read(Encoding.UTF8.GetBytes(text), "m.geojson");
}
