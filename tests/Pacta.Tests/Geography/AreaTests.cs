using Pacta.Model.Diagnostics;
using Pacta.Model.Findings;
using Pacta.Model.Text;
using Pacta.Reports;
using static Pacta.Tests.Logic.Reference.Example;

namespace Pacta.Tests.Geography;

/// <summary>Reports that say an area instead of a position, or only the name of a zone that is drawn.</summary>
public sealed class AreaTests
{
    private const string Field = "zone field { polygon \"10 0, 11 0, 11 1, 10 1\" }\n";

    private const string Quiet = "clause quiet at \"1\" { each party must not hold exercise in field }";

    private static string Exercise(string where) => Report("r1", "watch", "x1", "exercise", "2020-06-01", $"{where},\"by\":\"aland\"");

    private static string Outcomes(string header, string where) =>
        string.Join("; ", Findings(Quiet, [Exercise(where)], "2020-12-02", header).Where(f => f.Trigger.Contains("x1")).Select(Outcome));

    [Theory]
    [InlineData("[[10.2,0.2],[10.8,0.2],[10.8,0.8]]", "Certain: Breached")]
    [InlineData("[[10.8,0.2],[11.4,0.2],[11.4,0.8]]", "Undetermined: Dormant or Breached")]
    [InlineData("[[11.2,0.2],[11.8,0.2],[11.8,0.8]]", "")]
    [InlineData("[[9,-1],[12,-1],[12,2],[9,2]]", "Undetermined: Dormant or Breached")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[[9,-1],[12,-1],[12,2],[9,2],[9,-1]],[[9.9,-0.1],[11.1,-0.1],[11.1,1.1],[9.9,1.1],[9.9,-0.1]]]}", "")]
    public void An_area_is_in_a_zone_with_all_of_it_or_with_nothing_of_it_or_it_is_unknown(string area, string outcome) =>
        Assert.Equal(outcome, Outcomes(Field, $$"""
            "position":{"area":{{area}}}
            """));

    [Theory]
    [InlineData("zone part { polygon \"10.2 0.2, 10.8 0.2, 10.8 0.8\" }", "Certain: Breached")]
    [InlineData("zone part { polygon \"10.8 0.2, 11.4 0.2, 11.4 0.8\" }", "Undetermined: Dormant or Breached")]
    [InlineData("zone part { polygon \"11.2 0.2, 11.8 0.2, 11.8 0.8\" }", "")]
    [InlineData("zone part { polygon \"11 0, 12 0, 12 1, 11 1\" }", "")]
    [InlineData("zone part", "Undetermined: Dormant or Breached")]
    [InlineData("zone part { polygon \"10.2 0.2, 10.8 0.2, 10.8 0.8\" accurate to 50 km }", "Undetermined: Dormant or Breached")]
    public void What_is_reported_in_a_zone_that_is_drawn_is_where_that_is_drawn(string part, string outcome) =>
        Assert.Equal(outcome, Outcomes(Field + part + "\n", "\"in\":\"part\""));

    [Fact]
    public void Why_it_is_unknown_names_the_area_and_the_zone()
    {
        var finding = Findings(Quiet, [Exercise("\"position\":{\"area\":[[10.8,0.2],[11.4,0.2],[11.4,0.8]]}")], "2020-12-02", Field).Single(f => f.Trigger.Contains("x1"));

        var cause = Assert.Single(finding.Causes, c => c.Code == CauseCode.NoMap);
        Assert.EndsWith("(area of 3 corners)", cause.Arguments[0], StringComparison.Ordinal);
        Assert.Equal("field", cause.Arguments[1]);
    }

    [Fact]
    public void An_area_is_as_far_from_a_line_as_its_nearest_and_its_farthest_place_may_be()
    {
        const string Clause = "clause keep_off at \"1\" { each party P must keep each gun w of P at least 15 km away from front }";
        string Found(string area) => Outcome(Findings(Clause, [Report("r1", "watch", "g1", "gun", "2020-06-01", $$"""
            "of":"aland","position":{"area":{{area}}}
            """)], "2020-12-02", "line front { path \"10 0, 11 0\" }\n").Single(f => f.Trigger.Contains("g1")));

        Assert.Equal("Certain: Met", Found("[[10.4,0.5],[10.5,0.5],[10.5,0.6]]"));
        Assert.Equal("Certain: Breached", Found("[[10.4,0.01],[10.42,0.01],[10.42,0.02]]"));
        Assert.StartsWith("Undetermined", Found("[[10.4,0.1],[10.5,0.1],[10.5,0.2]]"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"area":[[10,0],[11,0]]}""", "PACTA0507")]
    [InlineData("""{"area":[[10,0],[11,0],[12,0]]}""", "PACTA0516")]
    [InlineData("""{"area":[[10,0],[11,95],[12,0]]}""", "PACTA0516")]
    [InlineData("""{"area":[[10,0],[11,0],[11,1]],"lat":1}""", "PACTA0505")]
    public void An_area_that_encloses_nothing_is_an_error_of_its_line(string position, string code)
    {
        var bag = new DiagnosticBag();
        ReportReader.Read(new SourceText("r.jsonl", Exercise($"\"position\":{position}")), bag, keepGoing: false);

        Assert.Equal([code], bag.Items.Select(d => d.Code));
    }

    [Theory]
    [InlineData("[[10.2,0.2],[10.8,0.2],[10.8,0.8]]")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[[9,-1],[12,-1],[12,2],[9,-1]]]}")]
    public void It_is_written_as_it_is_read(string area)
    {
        var bag = new DiagnosticBag();
        var read = ReportReader.Read(new SourceText("r.jsonl", Exercise($$"""
            "position":{"area":{{area}}}
            """)), bag, keepGoing: false).Records;

        Assert.Contains($"\"area\":{area}", ReportWriter.Line(read[0]), StringComparison.Ordinal);
    }
}
