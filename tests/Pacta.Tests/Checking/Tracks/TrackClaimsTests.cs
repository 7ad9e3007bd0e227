using Pacta.Model.Findings;
using static Pacta.Tests.Checking.Tracks.Sailing;

namespace Pacta.Tests.Checking.Tracks;

/// <summary>What tracks become: where a ship was, when it came and went, and what nobody can say. Tracks go along the parallel of half a degree north.</summary>
public sealed class TrackClaimsTests
{
    private const string Stay = Square + "\n" + """
        clause stay at "1" {
          when entry e of ship w by aland into square
          aland must make exit of w from square within 21 days after e
        }
        """;

    private static string Visit(int days) => string.Join(';', Enumerable.Range(0, (days * 24) + 3).Select(h => $"{h} 0.5 {(h == 0 ? "9.5" : h > days * 24 ? "11.5" : "10.5")}"));

    [Fact]
    public void Coming_in_and_going_out_are_events_between_two_positions_and_where_it_is_is_an_observation() => Assert.Equal(
        [
            "t1#1 ship 01 00:00:00 outside square",
            "t1#1-2 ship 01 00:00:01 anywhere",
            "t1#2 ship 01 01:00:00 in square",
            "t1#3-4 ship 01 02:00:01 anywhere",
            "t1#4 ship 01 03:00:00 outside square",
            "t1#4 end ship 01 03:00:01 anywhere",
            "t1#1-2 into-square entry 01 00:00:00..01 01:00:00 into square",
            "t1#3-4 from-square exit 01 02:00:00..01 03:00:00 from square",
        ],
        Said(Made(Agree(Square), Track("0 0.5 9.5; 1 0.5 10.5; 2 0.5 10.6; 3 0.5 11.5"))));

    [Theory]
    [InlineData(20, "Certain: Met")]
    [InlineData(21, "Certain: Met")]
    [InlineData(22, "Certain: Cured")]
    public void A_stay_of_twenty_one_days_is_as_long_as_is_allowed_and_twenty_two_days_are_too_long(int days, string outcome)
    {
        var finding = Assert.Single(Findings(Agree(Stay), "2021-07-31", Track(Visit(days))), f => f.Trigger.Contains("heron-into-square-1"));

        Assert.Equal(outcome, $"{finding.Certainty}: {string.Join(" or ", finding.States)}");
        Assert.Contains($"t1#{(days * 24) + 1}-{(days * 24) + 2} from-square", finding.Reports.Select(r => r.Id));
    }

    [Fact]
    public void In_a_gap_nothing_is_known_and_whether_it_stayed_is_not_said() => Assert.Equal(
        [
            "t1#1 ship 01 00:00:00 in square",
            "t1#1-2 ship 01 00:00:01 anywhere",
            "t1#2 ship 01 07:00:00 in square",
            "t1#2 end ship 01 07:00:01 anywhere",
        ],
        Said(Made(Agree(Square), Track("0 0.5 10.4; 7 0.5 10.6"))));

    [Fact]
    public void Before_a_gap_outside_and_after_it_inside_it_came_in_some_time_between() => Assert.Contains(
        "t1#1-2 into-square entry 01 00:00:00..02 06:00:00 into square", Said(Made(Agree(Square), Track("0 0.5 9.5; 30 0.5 10.5"))));

    [Fact]
    public void A_shorter_time_than_the_gap_is_no_gap() => Assert.DoesNotContain(
        "t1#1-2 ship 01 00:00:01 anywhere", Said(Made(Agree(Square), Track("0 0.5 10.4; 7 0.5 10.6", "\"accuracy_m\":0,\"gap\":\"PT8H\""))));

    [Fact]
    public void A_track_that_touches_the_boundary_as_far_as_it_is_accurate_crosses_nothing_for_certain()
    {
        var said = Said(Made(Agree(Square), Track("0 0.5 9.5; 1 0.5 9.9995; 2 0.5 9.5", "\"accuracy_m\":100")));

        Assert.Equal(["outside square", "anywhere", "outside square", "anywhere"], said.Select(s => s[(s.IndexOf(':', StringComparison.Ordinal) + 7)..]));
    }

    [Fact]
    public void A_corner_that_the_shortest_path_cuts_between_two_positions_is_unknown_and_no_event()
    {
        var said = Said(Made(Agree(Square), Track("0 -0.1 10.5; 1 0.5 9.9")));

        Assert.Equal(["t1#1 ship 01 00:00:00 outside square", "t1#1-2 ship 01 00:00:01 anywhere", "t1#2 ship 01 01:00:00 outside square", "t1#2 end ship 01 01:00:01 anywhere"], said);
    }

    [Fact]
    public void A_zone_across_the_date_line_is_entered_from_the_east_and_left_to_the_west()
    {
        var said = Said(Made(Agree("zone square { polygon \"179 0, -179 0, -179 1, 179 1\" }"), Track("0 0.5 -178.5; 1 0.5 -179.5; 2 0.5 179.5; 3 0.5 178.5")));

        Assert.Contains("t1#1-2 into-square entry 01 00:00:00..01 01:00:00 into square", said);
        Assert.Contains("t1#3-4 from-square exit 01 02:00:00..01 03:00:00 from square", said);
        Assert.DoesNotContain(said, s => s.Contains("#2-3", StringComparison.Ordinal));
    }

    [Fact]
    public void Rival_readings_of_a_zone_have_sides_and_events_of_their_own()
    {
        var agreement = Agree("""
            zone square {
              reading small by aland { polygon "10 0, 10.4 0, 10.4 1, 10 1" }
              reading large by borland { polygon "10 0, 11 0, 11 1, 10 1" }
            }
            clause keep_out at "1" { aland must not make entry into square }
            """);
        var track = Track("0 0.5 11.5; 1 0.5 10.6; 2 0.5 10.7");

        Assert.Contains("t1#2 ship 01 01:00:00 in square under large outside square under small", Said(Made(agreement, track)));
        var finding = Assert.Single(Findings(agreement, "2021-07-31", track), f => f.Trigger.Contains("heron-into-square_under_large-1"));
        Assert.Equal(Certainty.Contested, finding.Certainty);
        Assert.Contains(finding.Causes, c => c.Kind == CauseKind.Reading && c.Key == "square");
    }

    [Fact]
    public void Territories_on_rival_maps_are_places_of_tracks_and_no_actors()
    {
        var agreement = Agree("""
            zone territory of party P {
              reading small by aland { polygon "10 0, 10.4 0, 10.4 1, 10 1" if P is borland }
              reading large by borland { polygon "10 0, 11 0, 11 1, 10 1" if P is borland }
            }
            clause keep_out at "1" { aland must not make entry into territory of borland }
            """);

        // That no report is left out for an actor who is not declared is looked at there.
        var findings = Findings(agreement, "2021-07-31", Track("0 0.5 11.5; 1 0.5 10.6; 2 0.5 10.7"));

        Assert.Equal(Certainty.Contested, Assert.Single(findings, f => f.Trigger.Contains("heron-into-territory_of_borland_under_large-1")).Certainty);
    }

    [Theory]
    [InlineData("square accurate to 5 km")]
    [InlineData("polygon \"9 -1, 11 -1, 11 1, 9 1\" within square accurate to 5 km")]
    [InlineData("polygon \"9.9 -1, 11 -1, 11 1, 9.9 1\" but not west accurate to 5 km")]
    public void How_well_a_row_is_known_counts_for_all_that_it_is_made_of(string row)
    {
        var agreement = Agree($$"""
            {{Square}}
            zone west { polygon "9 -1, 10 -1, 10 2, 9 2" }
            zone rough { {{row}} }
            """);
        var said = Said(Made(agreement, Track("0 0.5 10.01; 1 0.5 10.02; 2 0.5 10.2; 3 0.5 10.2")));

        Assert.DoesNotContain(said, s => s.StartsWith("t1#1", StringComparison.Ordinal) && s.Contains("rough", StringComparison.Ordinal));
        Assert.Contains(said, s => s.StartsWith("t1#3", StringComparison.Ordinal) && s.Contains("rough", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("19_300 km")]
    [InlineData("20_100 km")]
    public void A_circle_that_reaches_round_the_Earth_is_not_followed(string radius)
    {
        var agreement = Agree($$"""
            {{Square}}
            zone town { point "10 0" }
            zone everywhere { up to {{radius}} from town }
            """);

        var said = Said(Made(agreement, Track("0 0.5 10.2; 1 0.5 10.3")));
        Assert.Contains(said, s => s.Contains("in square", StringComparison.Ordinal));
        Assert.DoesNotContain(said, s => s.Contains("everywhere", StringComparison.Ordinal));
    }

    [Fact]
    public void What_all_readings_draw_alike_there_is_one_event()
    {
        var agreement = Agree("""
            zone square {
              reading small by aland { polygon "10 0, 10.4 0, 10.4 1, 10 1" }
              reading large by borland { polygon "10 0, 11 0, 11 1, 10 1" }
            }
            """);

        Assert.Equal(["entry 01 00:00:00..01 01:00:00 into square"], Said(Made(agreement, Track("0 0.5 9.5; 1 0.5 10.2"))).Where(s => s.Contains("entry", StringComparison.Ordinal)).Select(s => s[s.IndexOf("entry", StringComparison.Ordinal)..]));
    }

    [Fact]
    public void A_zone_that_is_drawn_anew_moves_over_a_ship_which_crosses_nothing()
    {
        var agreement = Agree("""
            zone square {
              polygon "10 0, 11 0, 11 1, 10 1"  until 2021-06-01
              polygon "20 0, 21 0, 21 1, 20 1"  as from 2021-06-02
            }
            """);
        var said = Said(Made(agreement, Track("22 0.5 10.5; 23 0.5 10.5; 25 0.5 10.5; 26 0.5 10.5")));

        Assert.Equal(
            ["t1#1 ship 01 22:00:00 in square", "t1#2021-06-02T00:00:00Z redrawn ship 02 00:00:00 outside square", "t1#4 end ship 02 02:00:01 anywhere"], said);
    }

    [Fact]
    public void How_near_it_came_is_said_by_the_distances_that_clauses_ask_for()
    {
        var agreement = Agree("""
            line front { path "10 0, 12 0" }
            clause keep_off at "1" { each party P must keep each ship w of P at least 15 km away from front }
            """);
        var track = Track("0 0.5 11; 1 0.15 11; 2 0.1 11; 3 0.5 11");

        Assert.Contains("t1#1 ship 01 00:00:00 distance from front 15000.001..m anywhere", Said(Made(agreement, track)));
        Assert.Contains("t1#3 ship 01 02:00:00 distance from front 0..14999.999m anywhere", Said(Made(agreement, track)));
        var finding = Assert.Single(Findings(agreement, "2021-06-02", track), f => f.Trigger.Contains("heron"));
        Assert.Contains(finding.Changes, c => c.State == ClauseState.Breached && c.At.Earliest == NodaTime.Instant.FromUtc(2021, 6, 1, 1, 0, 1) && c.At.Latest == NodaTime.Instant.FromUtc(2021, 6, 1, 2, 0));
    }

    [Fact]
    public void A_track_that_says_when_it_was_recorded_is_one_report_and_another_one_is_a_report_for_each_thing_it_shows()
    {
        const string Positions = "0 0.5 9.5; 1 0.5 10.5";

        Assert.Equal("t1", Assert.Single(Made(Agree(Square), Track(Positions, "\"accuracy_m\":0,\"recorded\":\"2021-06-03\""))).Id);
        Assert.Equal(5, Made(Agree(Square), Track(Positions)).Length);
    }
}
