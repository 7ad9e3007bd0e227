using System.Globalization;
using Pacta.Model.Findings;
using Pacta.Presentation.Words;
using static Pacta.Tests.Logic.Reference.Example;

namespace Pacta.Tests.Geography;

/// <summary>
/// Reported positions against what an agreement draws. The field's southern edge runs along the equator from 10° to 11° east, so that metres north of it are degrees of
/// latitude there: 110,574.4 m each (WGS84).
/// </summary>
public sealed class PositionTests
{
    private const double MetresPerDegree = 110_574.4;

    private const string Field = "zone field { polygon \"10 0, 11 0, 11 1, 10 1\" }";

    private const string NoExercise = "clause quiet at \"1\" { each party must not hold exercise in field }";

    private static string Exercise(double metresNorth, double accuracy, string rest = "", double longitude = 10.5) => At("exercise", metresNorth, accuracy, rest, longitude, ",\"by\":\"aland\"");

    private static string Gun(double metresNorth, double accuracy, string rest = "", double longitude = 10.5) => At("gun", metresNorth, accuracy, rest, longitude, ",\"of\":\"aland\"");

    private static string At(string kind, double metresNorth, double accuracy, string rest, double longitude, string whose) => Report(
        "r1", "watch", "x1", kind, "2020-06-01",
        string.Create(CultureInfo.InvariantCulture, $$"""
            "position":{"lat":{{metresNorth / MetresPerDegree:0.#########}},"lon":{{longitude}},"accuracy_m":{{accuracy}}{{rest}}}{{whose}}
            """));

    [Theory]
    [InlineData(40, 0, "Certain: Breached")]
    [InlineData(40, 39, "Certain: Breached")]
    [InlineData(40, 41, "Undetermined: Dormant or Breached")]
    [InlineData(-40, 39, "")]
    [InlineData(-40, 41, "Undetermined: Dormant or Breached")]
    public void A_place_forty_metres_from_the_boundary_is_on_one_side_of_it_as_far_as_it_is_accurate(double metres, double accuracy, string outcome)
    {
        var findings = Findings(NoExercise, [Exercise(metres, accuracy)], "2020-12-02", Field).Where(f => f.Trigger.Contains("x1")).ToList();

        Assert.Equal(outcome, findings.Count == 0 ? "" : Outcome(Assert.Single(findings)));
    }

    [Fact]
    public void What_is_not_certain_says_by_how_many_metres()
    {
        var finding = Findings(NoExercise, [Exercise(40, 500)], "2020-12-02", Field).Single(f => f.Trigger.Contains("x1"));

        var cause = Assert.Single(finding.Causes, c => c.Code == CauseCode.NearBoundary);
        Assert.Equal(["field", "40 m", "500 m"], cause.Arguments.Skip(1));
        Assert.Contains("40 m from the boundary of field, and both are known to within 500 m", Speech.Default.Causes.Of(cause), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("up to 5 km from front", 4_960, "40 m")]
    [InlineData("up to 5 km from front", 5_040, "40 m")]
    [InlineData("up to 5 km from town", -5_040, "40 m")]
    [InlineData("up to 5 km from field", -4_960, "40 m")]
    [InlineData("up to 20 m from front", 0, "20 m")]
    public void Bands_and_circles_say_so_too_and_blame_no_missing_map(string row, double metres, string away)
    {
        var header = $"{Field}\n line front {{ path \"9 0, 12 0\" }}\n zone town {{ point \"10.5 0\" }}\n zone tried {{ {row} }}";

        var finding = Findings("clause quiet at \"1\" { each party must not hold exercise in tried }", [Exercise(metres, 500)], "2020-12-02", header).Single(f => f.Trigger.Contains("x1"));

        Assert.Equal(["tried", away, "500 m"], Assert.Single(finding.Causes, c => c.Code == CauseCode.NearBoundary).Arguments.Skip(1));
        Assert.DoesNotContain(finding.Causes, c => c.Code == CauseCode.NoMap);
    }

    [Theory]
    [InlineData(10, "10 0, 11 0, 11 1, 10 1")]
    [InlineData(11, "10 0, 11 0, 11 1, 10 1")]
    [InlineData(11, "11 0, 12 0, 12 1, 11 1")]
    public void What_is_on_a_boundary_exactly_is_on_neither_side_of_it(double longitude, string corners)
    {
        var finding = Findings(NoExercise, [Exercise(40_000, 0, longitude: longitude)], "2020-12-02", $"zone field {{ polygon \"{corners}\" }}").Single(f => f.Trigger.Contains("x1"));

        Assert.Equal("Undetermined: Dormant or Breached", Outcome(finding));
    }

    [Fact]
    public void A_boundary_that_is_known_roughly_makes_what_is_near_it_uncertain()
    {
        var finding = Findings(NoExercise, [Exercise(40, 10)], "2020-12-02", Field.Replace(" }", " accurate to 100 m }", StringComparison.Ordinal)).Single(f => f.Trigger.Contains("x1"));

        Assert.Equal(Certainty.Undetermined, finding.Certainty);
        Assert.Equal("110 m", Assert.Single(finding.Causes, c => c.Code == CauseCode.NearBoundary).Arguments[3]);
    }

    [Theory]
    [InlineData(15_000.5, 0.1, "Met")]
    [InlineData(14_999.5, 0.1, "Breached")]
    [InlineData(15_000.5, 10, "")]
    public void Distances_from_a_line_are_measured_where_nobody_reported_them(double metres, double accuracy, string state)
    {
        const string Line = "line front { path \"9 0, 12 0\" }";
        const string Away = "clause afar at \"1\" { each party P must keep each gun g of P at least 15 km away from front as from 2020-01-01 }";

        var finding = Findings(Away, [Gun(metres, accuracy)], "2020-06-02", Line).Single(f => f.Bearers.Contains("aland"));

        if (state.Length == 0)
        {
            Assert.Equal(Certainty.Undetermined, finding.Certainty);
        }
        else
        {
            Assert.Equal(state, finding.States.Single().ToString());
        }
    }

    [Fact]
    public void A_distance_that_was_reported_goes_before_the_one_on_the_map()
    {
        const string Away = "clause afar at \"1\" { each party P must keep each gun g of P at least 15 km away from front as from 2020-01-01 }";
        var line = Gun(20_000, 0).Replace("\"of\":", "\"distances\":{\"front\":{\"value\":3,\"unit\":\"km\"}},\"of\":", StringComparison.Ordinal);

        var finding = Findings(Away, [line], "2020-06-02", "line front { path \"9 0, 12 0\" }").Single(f => f.Bearers.Contains("aland"));

        Assert.Equal("Certain: Breached", Outcome(finding));
    }

    [Theory]
    [InlineData("up to 5 km from front accurate to 100 m", 4_850, true)]
    [InlineData("up to 5 km from front accurate to 100 m", 4_950, null)]
    [InlineData("up to 5 km from front accurate to 100 m", 5_050, null)]
    [InlineData("up to 5 km from front accurate to 100 m", 5_150, false)]
    [InlineData("up to 5 km left of front accurate to 100 m", 150, true)]
    [InlineData("up to 5 km left of front accurate to 100 m", 50, null)]
    [InlineData("up to 5 km left of front accurate to 100 m", -50, null)]
    [InlineData("up to 5 km left of front accurate to 100 m", -150, false)]
    [InlineData("between front and rear accurate to 100 m", 50, null)]
    [InlineData("field accurate to 100 m", 150, true)]
    [InlineData("field accurate to 100 m", 50, null)]
    [InlineData("field accurate to 100 m", -150, false)]
    [InlineData("up to 5 km from rough", 4_850, true)]
    [InlineData("up to 5 km from rough", 4_950, null)]
    [InlineData("up to 5 km from either_line", 4_999, true)]
    [InlineData("up to 5 km from either_line", 5_001, false)]
    [InlineData("up to 5 km from either_line", 21_000, true)]
    public void How_well_a_row_is_known_counts_whatever_it_is_made_of(string row, double metres, bool? isIn)
    {
        var header = $$"""
            {{Field}}
              line front { path "9 0, 12 0" }
              line rear { path "9 0.2, 12 0.2" }
              line rough { front accurate to 100 m }
              line either_line { front, rear }
              zone tried { {{row}} }
            """;
        var findings = Findings("clause quiet at \"1\" { each party must not hold exercise in tried }", [Exercise(metres, 0)], "2020-12-02", header)
            .Where(f => f.Trigger.Contains("x1")).Select(Outcome);

        Assert.Equal(isIn switch { true => "Certain: Breached", false => null, null => "Undetermined: Dormant or Breached" }, findings.SingleOrDefault());
    }

    [Theory]
    [InlineData("left", 20, 0, true)]
    [InlineData("left", 20, 500, null)]
    [InlineData("right", 20, 500, null)]
    [InlineData("left", 900, 500, true)]
    [InlineData("right", 900, 500, false)]
    public void Beyond_the_end_of_a_line_its_sides_are_parted_by_the_line_thought_to_go_on(string side, double metres, double accuracy, bool? isIn)
    {
        // 5.6 km beyond the end, which is at 10 degrees 27 minutes.
        var header = $$"""
            line front { path "9 0, 10.45 0" }
            zone tried { up to 10 km {{side}} of front }
            """;
        var findings = Findings("clause quiet at \"1\" { each party must not hold exercise in tried }", [Exercise(metres, accuracy)], "2020-12-02", header)
            .Where(f => f.Trigger.Contains("x1")).Select(Outcome);

        Assert.Equal(isIn switch { true => "Certain: Breached", false => null, null => "Undetermined: Dormant or Breached" }, findings.SingleOrDefault());
    }

    [Theory]
    [InlineData("up to 5 km from front", 4_999, true)]
    [InlineData("up to 5 km from front", 5_001, false)]
    [InlineData("up to 5 km from front", -4_999, true)]
    [InlineData("up to 5 km left of front", 4_999, true)] // the line runs east: north is left
    [InlineData("up to 5 km left of front", -4_999, false)]
    [InlineData("up to 5 km right of front", -4_999, true)]
    [InlineData("between front and rear", 4_999, true)]
    [InlineData("between front and rear", -1, false)]
    [InlineData("up to 5 km from front within east", 4_999, false)]
    [InlineData("up to 5 km from front but not east", 4_999, true)]
    [InlineData("up to 5 km from field but not field", -4_999, true)]
    [InlineData("up to 5 km from field but not field", 4_999, false)]
    [InlineData("up to 5 km from town", 4_999, true)]
    [InlineData("up to 5 km from town", 5_001, false)]
    public void Bands_and_sides_cuts_and_circles(string row, double metres, bool isIn)
    {
        var header = $$"""
            {{Field}}
              line front { path "9 0, 12 0" }
              line rear { path "9 0.2, 12 0.2" }
              zone east { polygon "11 -1, 12 -1, 12 1, 11 1" }
              zone town { point "10.5 0" }
              zone tried { {{row}} }
            """;
        var findings = Findings("clause quiet at \"1\" { each party must not hold exercise in tried }", [Exercise(metres, 0)], "2020-12-02", header)
            .Where(f => f.Trigger.Contains("x1")).Select(Outcome);

        Assert.Equal(isIn ? ["Certain: Breached"] : [], findings);
    }

    [Theory]
    [InlineData("height at most 500 m", ",\"height_m\":400,\"height_accuracy_m\":50", "Certain: Breached")]
    [InlineData("height at most 500 m", ",\"height_m\":600,\"height_accuracy_m\":50", "")]
    [InlineData("height at most 500 m", ",\"height_m\":480,\"height_accuracy_m\":50", "Undetermined: Dormant or Breached")]
    [InlineData("height at most 500 m", "", "Undetermined: Dormant or Breached")]
    [InlineData("height 100 m .. 500 m", ",\"height_m\":99", "")]
    [InlineData("height at most 500 m above ground", ",\"height_m\":400,\"height_above\":\"ground\"", "Certain: Breached")]
    [InlineData("height at most 500 m above ground", ",\"height_m\":600,\"height_above\":\"ground\"", "")]
    [InlineData("height at most 500 m above ground", ",\"height_m\":400,\"height_above\":\"sea\"", "Undetermined: Dormant or Breached")]
    [InlineData("height at most 500 m above ground", ",\"height_m\":400", "Undetermined: Dormant or Breached")]
    [InlineData("height 100 m .. 500 m above sea", ",\"height_m\":99,\"height_above\":\"sea\"", "")]
    [InlineData("height 100 m .. 500 m above sea", ",\"height_m\":100,\"height_above\":\"sea\"", "Certain: Breached")]
    [InlineData("height at most 500 m", ",\"height_m\":400,\"height_above\":\"sea\"", "Certain: Breached")]
    public void A_zone_may_be_bounded_in_height(string height, string reported, string outcome)
    {
        var findings = Findings(
            NoExercise, [Exercise(5_000, 10, reported)], "2020-12-02", Field.Replace(" }", $" {height} }}", StringComparison.Ordinal)).Where(f => f.Trigger.Contains("x1")).ToList();

        Assert.Equal(outcome, findings.Count == 0 ? "" : Outcome(Assert.Single(findings)));
        if (reported.Length == 0)
        {
            Assert.Contains(findings[0].Causes, c => c.Code == CauseCode.NoHeight);
        }
        else if (outcome.StartsWith("Undetermined", StringComparison.Ordinal) && height.EndsWith("ground", StringComparison.Ordinal))
        {
            Assert.Contains(findings[0].Causes, c => c.Code == CauseCode.HeightNotAboveGround);
        }
    }

    [Fact]
    public void A_place_that_nobody_knows_leaves_open_where_it_was_and_not_whether_it_was()
    {
        var line = Report("r1", "watch", "x1", "exercise", "2020-06-01", "\"position\":{\"place\":\"Xqzzyk\"},\"by\":\"aland\"");

        var finding = Findings(NoExercise, [line], "2020-12-02", Field).Single(f => f.Trigger.Contains("x1"));

        Assert.Equal("Undetermined: Dormant or Breached", Outcome(finding));
    }

    [Theory]
    [InlineData(4_000, "Certain: Breached")]
    [InlineData(20_000, "")]
    public void Reach_is_compared_with_a_distance(double metres, string outcome)
    {
        const string Reach = """
            zone territory of party P { field if P is borland }
              kind missile (missiles) is gun with range m
            """;
        const string Clause = """
            define near_missile (near_missiles) at "1" { means missile m where range of m at least distance from m to territory of borland }
              clause far at "1" { each party must not have near_missiles }
            """;
        var line = At("missile", -metres, 1, "", 10.5, ",\"of\":\"aland\",\"fields\":{\"range\":{\"value\":10,\"unit\":\"km\"}}");

        var findings = Findings(Clause, [line], "2020-06-02", Field + "\n  " + Reach).Where(f => f.Bearers.SequenceEqual(["aland"]) && f.States.Contains(ClauseState.Breached)).Select(Outcome);

        Assert.Equal(outcome.Length == 0 ? [] : [outcome], findings);
    }

    [Fact]
    public void Rival_maps_of_one_territory_make_a_finding_contested_and_both_are_named()
    {
        const string Maps = """
            zone territory of party P at "map" {
              reading map_of_aland by aland { polygon "10 0, 11 0, 11 1, 10 1" if P is aland }
              reading map_of_borland by borland { polygon "10 0, 11 0, 11 1, 10 1" if P is borland }
            }
            """;
        const string Clause = """
            clause quiet at "1" {
                when exercise x by A in territory of B
                A must give notification of x to B within 5 days after x
              }
            """;

        var findings = Findings(Clause, [Exercise(5_000, 10)], "2020-12-02", Maps);

        var finding = Assert.Single(findings, f => f.Bearers.Contains("aland") && f.Beneficiary == "borland");
        Assert.Equal(Certainty.Contested, finding.Certainty);
        var readings = Assert.Single(finding.Causes, c => c.Code == CauseCode.Readings);
        Assert.Contains("map_of_aland", readings.Arguments);
        Assert.Contains("map_of_borland", readings.Arguments);
    }
}
