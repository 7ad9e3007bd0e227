using Pacta.Geography.Shapes;
using Pacta.Language.Compilation;
using Pacta.Model.Agreements;
using Pacta.Model.Text;
using static Pacta.Tests.Language.Binding.Bound;

namespace Pacta.Tests.Language.Binding;

public sealed class TableTests
{
    private const string Map = """
        { "type": "FeatureCollection", "features": [
          { "type": "Feature", "id": "A", "properties": {}, "geometry": { "type": "Polygon", "coordinates": [[[10, 50], [11, 50], [11, 51], [10, 50]]] } },
          { "type": "Feature", "properties": { "name": "B" }, "geometry": { "type": "MultiPolygon", "coordinates": [
              [[[20, 50], [21, 50], [21, 51], [20, 50]]], [[[30, 50], [31, 50], [31, 51], [30, 50]], [[30.6, 50.1], [30.8, 50.1], [30.8, 50.3], [30.6, 50.1]]]] } } ] }
        """;

    [Fact]
    public void An_amount_depends_on_its_parameter_row_by_row()
    {
        var table = Agreement("""
              amount distance of weapon w at "4" {
                120 km  if w is rocket
                15 km   if calibre of w more than 100 mm
              }
            """).Tables["distance"];

        Assert.Equal(TableForm.Amount, table.Form);
        Assert.Equal("m", table.Dimension);
        Assert.Equal(new KindNoun("weapon", KindForm.Thing), table.Parameter!.Noun);
        var rows = Assert.Single(table.Readings).Content;
        Assert.Equal("w", Is<VariableArgument>(Is<IsOneOfCondition>(rows[0].If).Subject).Variable);
        Is<CompareCondition>(rows[1].If);
    }

    [Fact]
    public void A_zone_is_made_of_bands_and_other_places_less_a_place()
    {
        var rows = Agreement("""
              zone belt of party P at "2" {
                up to 10 km from front, area but not territory of P
              }
            """).Tables["belt"].Readings[0].Content;

        var row = Assert.Single(rows);
        var band = Is<BandRow>(row.Values[0]);
        Assert.Equal(10_000m, band.Metres);
        Assert.Equal("front", Is<TablePlace>(band.From).Table);
        Assert.Equal("area", Is<TablePlace>(Is<PlaceRow>(row.Values[1]).Place).Table);
        Is<TerritoryPlace>(row.ButNot);
    }

    [Fact]
    public void Readings_of_an_amount_are_told_apart()
    {
        var readings = Agreement("""
              amount tanks_allowed at "II" {
                reading text { 230 }
                reading scholar by a_scholar { 320 }
              }
            """).Tables["tanks_allowed"].Readings;

        Assert.Equal(["text", "scholar"], readings.Select(r => r.Name));
    }

    [Fact]
    public void Corners_are_longitude_and_latitude()
    {
        var row = Is<DrawnRow>(Agreement("zone triangle { polygon \"37.5 47.0, 38.2 47.0, 38.0 48.0\" }").Tables["triangle"].Readings[0].Content[0].Values[0]);

        Assert.Equal(new GeoPoint(47.0, 37.5), row.Drawing!.Corners.Single()[0]);
    }

    [Fact]
    public void A_map_that_is_not_there_leaves_a_zone_known_by_name() =>
        Assert.Null(Is<DrawnRow>(Agreement("").Tables["area"].Readings[0].Content[0].Values[0]).Drawing);

    [Fact]
    public void A_map_is_looked_for_beside_the_agreement_and_a_feature_after_the_hash_sign()
    {
        List<string> asked = [];
        var file = new SourceText("treaties/treaty.pacta", Text("  zone zone_a { map \"maps/zones.geojson#A\" }").Replace("  zone area { map \"area.geojson\" }\n  line front { map \"front.geojson\" }\n", "", StringComparison.Ordinal));

        var result = Compiler.Compile([file], path =>
        {
            asked.Add(path);
            return Map;
        });

        Assert.Contains("treaties/maps/zones.geojson", asked);
        var ring = Assert.Single(Is<DrawnRow>(result.Agreements[0].Tables["zone_a"].Readings[0].Content[0].Values[0]).Drawing!.Corners);
        Assert.Equal(new GeoPoint(50, 10), ring[0]);
    }

    [Fact]
    public void Holes_in_a_map_are_no_part_of_the_area()
    {
        var result = Compiler.Compile([new SourceText("treaty.pacta", Text("  zone zone_b { map \"zones.geojson#B\" }"))], path => path == "zones.geojson" ? Map : null);

        Assert.Empty(result.Diagnostics);
        var areas = Is<DrawnRow>(result.Agreements[0].Tables["zone_b"].Readings[0].Content[0].Values[0]).Drawing!.Area!.Polygons;
        Assert.Single(areas, p => p.Holes.Length > 0);
    }

    [Theory]
    [InlineData("#C", "PACTA0352")]
    [InlineData("", "PACTA0350")]
    public void A_map_that_cannot_be_used_is_reported(string feature, string code)
    {
        var result = Compiler.Compile(
            [new SourceText("treaty.pacta", Text($"  zone zone_c {{ map \"zones.geojson{feature}\" }}"))],
            path => path != "zones.geojson" ? null : feature.Length == 0 ? "not json" : Map);

        Assert.Equal(code, Assert.Single(result.Diagnostics).Code);
    }

    [Theory]
    [InlineData("zone strip { up to 0 m from front }", "PACTA0336")]
    [InlineData("zone strip { up to 0 km left of front }", "PACTA0336")]
    [InlineData("line nowhere { path \"10 0, 10 0\" }", "PACTA0355")]
    [InlineData("line nowhere { map \"there.geojson\" }", "PACTA0355")]
    public void A_band_has_a_width_and_a_line_leads_somewhere(string item, string code)
    {
        var result = Compiler.Compile(
            [new SourceText("treaty.pacta", Text("  " + item))],
            path => path == "there.geojson" ? """{ "type": "LineString", "coordinates": [[10, 0], [10, 0]] }""" : null);

        Assert.Equal(code, Assert.Single(result.Diagnostics).Code);
    }
}
