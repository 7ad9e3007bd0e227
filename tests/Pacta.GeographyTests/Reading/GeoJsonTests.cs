using System.Text;
using Pacta.Geography.Reading;
using Pacta.Geography.Shapes;

namespace Pacta.GeographyTests.Reading;

public sealed class GeoJsonTests
{
    [Fact]
    public void Features_are_read_with_their_names_shapes_and_places()
    {
        const string Text = """
            { "features": [
              { "type": "Feature", "properties": { "name": "zone of Aland", "level": 2, "open": true, "more": { "x": [1] }, "none": null },
                "geometry": { "coordinates": [[[10, 40], [11, 40, 5], [11, 41], [10, 40]], [[10.5, 40.2], [10.6, 40.2], [10.6, 40.3], [10.5, 40.2]]], "type": "Polygon" } },
              { "type": "Feature", "id": 7, "properties": null, "bbox": [1, 2, 3, 4], "geometry": { "type": "GeometryCollection", "geometries": [
                { "type": "Point", "coordinates": [1.5, 2] }, { "type": "MultiPoint", "coordinates": [[3, 4]] },
                { "type": "LineString", "coordinates": [[1, 1], [190, 2]] }, { "type": "MultiLineString", "coordinates": [[[1, 1], [2, 2]], [[3, 3], [4, 4]]] },
                { "type": "MultiPolygon", "coordinates": [[[[0, 0], [1, 0], [1, 1], [0, 0]]], [[[5, 5], [6, 5], [6, 6], [5, 5]]]] } ] } },
              { "type": "Feature", "properties": {}, "geometry": null }
            ], "type": "FeatureCollection" }
            """;
        var features = GeoJsonReader.Read(Encoding.UTF8.GetBytes("\uFEFF" + Text), "zones.geojson");
        Assert.Equal(3, features.Length);
        var polygon = Assert.Single(features[0].Polygons.Polygons);
        Assert.Equal(new GeoPoint(40, 11), polygon.Outer[1]);
        Assert.Equal(new GeoPoint(40.2, 10.5), Assert.Single(polygon.Holes)[0]);
        Assert.Equal(EdgeKind.StraightOnMap, features[0].Polygons.Edges);
        Assert.Equal(["level=2", "name=zone of Aland", "open=true"], features[0].Properties.Select(p => $"{p.Key}={p.Value}").Order());
        Assert.Equal("7", features[1].Id);
        Assert.Equal((2, 3, 2), (features[1].Points.Length, features[1].Lines.Lines.Length, features[1].Polygons.Polygons.Length));
        Assert.Equal(new GeoPoint(2, 190), features[1].Lines.Lines[0][1]);
        Assert.Empty(features[2].Points);

        Assert.Equal(polygon.Outer, GeoJsonReader.Read(Encoding.UTF8.GetBytes(Text), "zones.geojson", "zone of Aland").Polygons.Polygons[0].Outer);
        Assert.Equal(3, GeoJsonReader.Read(Encoding.UTF8.GetBytes(Text), "zones.geojson", "7").Lines.Lines.Length);
        Assert.Equal(3, GeoJsonReader.Read(Encoding.UTF8.GetBytes(Text), "zones.geojson", null).Polygons.Polygons.Length);
    }

    [Theory]
    [InlineData("""{ "type": "Topology", "arcs": [] }""", "a.geojson, feature 1, byte 33: 'Topology' is no type of GeoJSON; this is TopoJSON: convert it to GeoJSON")]
    [InlineData("""{ "type": "Point", "coordinates": [47.4, 190, 3] }""", "a.geojson, feature 1, byte 47: [47.4, 190] is no longitude and latitude in degrees; were they exchanged? GeoJSON has the longitude first")]
    [InlineData("""{ "type": "Point", "coordinates": [500000, 5200000] }""", "a.geojson, feature 1, byte 50: [500000, 5200000] is no longitude and latitude in degrees; if this is in metres, project it to WGS84 (EPSG:4326)")]
    [InlineData("""{ "type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1]]] }""", "a.geojson, feature 1, byte 21: Polygon: a ring of 3 positions; a ring has at least four positions, of which the last one is the first one again")]
    [InlineData("""{ "type": "Polygon", "coordinates": [[0, 0], [1, 0], [1, 1]] }""", "a.geojson, feature 1, byte 21: Polygon: arrays are not nested deeply enough; coordinates of a Polygon are an array of rings, of a MultiPolygon an array of those, of a LineString an array of positions")]
    [InlineData("""{ "type": "LineString", "coordinates": [[0, 0]] }""", "a.geojson, feature 1, byte 24: LineString: a line of fewer than two positions; give at least two")]
    [InlineData("""{ "type": "Feature", "id": "north", "geometry": { "type": "Circle" } }""", "a.geojson, feature north, byte 67: 'Circle' is no type of a geometry; its types are Point, MultiPoint, LineString, MultiLineString, Polygon, MultiPolygon, GeometryCollection")]
    [InlineData("""{ "type": "FeatureCollection" }""", "a.geojson, feature 1, byte 30: a FeatureCollection without features; give it a member features with an array")]
    [InlineData("""[1, 2]""", "a.geojson, feature 1, byte 0: here an object is expected; GeoJSON begins with { \"type\": ... }")]
    [InlineData("{ \"type\": \"Point\",\n \"coordinates\": [1, ", "a.geojson, byte 39: this is no JSON (line 2); mend it there, or export the file anew")]
    public void Mistakes_say_where_and_what_to_do(string text, string message)
    {
        var error = Assert.Throws<ShapeFileException>(() => GeoJsonReader.Read(Encoding.UTF8.GetBytes(text), "a.geojson"));
        Assert.Equal(message, error.Message);
    }

    [Theory]
    [InlineData("urn:ogc:def:crs:EPSG::3857", false)]
    [InlineData("EPSG:25832", false)]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84", true)]
    [InlineData("urn:ogc:def:crs:EPSG::4326", true)]
    public void Coordinates_of_another_system_are_refused(string system, bool isRead)
    {
        var text = Encoding.UTF8.GetBytes($$"""{ "type": "FeatureCollection", "crs": { "type": "name", "properties": { "name": "{{system}}" } }, "features": [{ "type": "Feature", "geometry": { "type": "Point", "coordinates": [8, 47] } }] }""");
        if (isRead)
        {
            Assert.Equal(new GeoPoint(47, 8), Assert.Single(GeoJsonReader.Read(text, "a.geojson")).Points[0]);
            return;
        }

        var error = Assert.Throws<ShapeFileException>(() => GeoJsonReader.Read(text, "a.geojson"));
        Assert.Equal($"its coordinates are in the system '{system}'", error.Problem);
        Assert.Equal(38, error.Position);
    }

    [Theory]
    [InlineData("null", null)]
    [InlineData("""{ "type": "EPSG", "properties": { "code": 4326 } }""", null)]
    [InlineData("""{ "type": "EPSG", "properties": { "code": 31287 } }""", "its coordinates are in the system '31287'")]
    [InlineData("""{ "type": "link", "properties": { "href": "crs.wkt" } }""", "its crs does not say in which system its coordinates are")]
    public void A_system_is_told_in_several_ways(string system, string? problem)
    {
        var text = Encoding.UTF8.GetBytes($$"""{ "type": "Point", "coordinates": [8, 47], "crs": {{system}} }""");

        Assert.Equal(problem, (Record.Exception(() => GeoJsonReader.Read(text, "a.geojson")) as ShapeFileException)?.Problem);
    }

    [Fact]
    public void Features_line_after_line_are_not_read_as_the_first_alone()
    {
        const string Line = """{ "type": "Point", "coordinates": [8, 47] }""";

        Assert.Single(GeoJsonReader.Read(Encoding.UTF8.GetBytes(Line + "\n \n"), "a.geojson"));
        var error = Assert.Throws<ShapeFileException>(() => GeoJsonReader.Read(Encoding.UTF8.GetBytes(Line + "\n" + Line), "a.geojson"));
        Assert.Equal("a.geojson, byte 43: something follows behind its end; a file is one object: put several features into a FeatureCollection", error.Message);
    }

    [Fact]
    public void Who_asks_for_a_feature_that_is_not_there_is_told_which_there_are()
    {
        var text = """{ "type": "FeatureCollection", "features": [{ "type": "Feature", "id": "a1", "geometry": null }, { "type": "Feature", "properties": { "name": "north" }, "geometry": null }] }"""u8.ToArray();
        var error = Assert.Throws<ShapeFileException>(() => GeoJsonReader.Read(text, "a.geojson", "south"));
        Assert.Equal("a feature is called by its id, or by its property id or name; there are 'a1', 'north'", error.Fix);
    }
}
