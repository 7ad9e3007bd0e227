using static Pacta.Tests.Logic.Reference.Example;

namespace Pacta.Tests.Logic.Reference;

/// <summary>Duties about each thing: only while it is there, and is what the phrase says.</summary>
public sealed class ThingTests
{
    private const string Kinds = """
        event make removal (removals) by actor of gun to actor
        kind rifle (rifles) is gun with mark text
        """;

    private const string Remove = "clause clear { each party P must make removal of each rifle g of P no later than 2020-06-01 }";

    private static string Rifle(string id, string @event, string time, string rest = "") => Report(id, "watch", @event, "rifle", time, """ "of":"aland" """ + rest);

    [Theory]
    [InlineData("2020-09-10", "", "nothing")] // first seen after the due
    [InlineData("2019-01-10", ""","end":"2019-03-01" """, "nothing")] // gone before the opening
    [InlineData("2019-01-10", ""","fields":{"count":0} """, "nothing")] // none
    [InlineData("2019-12-10", "", "Certain: Breached")]
    [InlineData("2020-02-10", "", "Certain: Breached")]
    [InlineData("2020-02-10", ""","end":"2020-03-01" """, "Certain: Lapsed")] // gone before the due
    public void A_duty_to_do_concerns_what_is_there_in_its_time(string time, string rest, string outcome)
    {
        var findings = Findings(Remove, [Rifle("r1", "g1", time, rest)], "2020-12-02", Kinds).Where(f => f.Bearers.Contains("aland")).ToList();

        Assert.Equal(outcome, findings.Count == 0 ? "nothing" : Outcome(Assert.Single(findings)));
    }

    [Fact]
    public void It_concerns_its_owner_of_that_time()
    {
        string[] lines = [Rifle("r1", "g1", "2019-01-10"), Report("r2", "watch", "g1", "rifle", "2019-06-10", """ "of":"borland" """)];

        var finding = Assert.Single(Findings(Remove, lines, "2020-12-02", Kinds));

        Assert.Equal(["borland"], finding.Bearers);
        Assert.Equal("Certain: Breached", Outcome(finding));
    }

    [Theory]
    [InlineData("2019-12-10")]
    [InlineData("2020-01-10")]
    public void An_unless_about_the_thing_is_asked_when_it_is_there(string time)
    {
        var finding = Assert.Single(Findings(
            "clause clear { each party P must make removal of each rifle g of P no later than 2020-06-01 unless mark of g is \"museum\" }",
            [Rifle("r1", "g1", time, ""","fields":{"mark":"museum"} """)],
            "2020-12-02",
            Kinds));

        Assert.Equal("Certain: Excused", Outcome(finding));
        Assert.DoesNotContain(Assumed(finding), a => a.StartsWith("nobody reported", StringComparison.Ordinal));
    }

    [Fact]
    public void What_follows_otherwise_is_about_the_same_thing()
    {
        var findings = Findings(
            """
            clause clear {
              each party P must make removal of each rifle g of P no later than 2020-06-01
                otherwise cedria must make seizure of g within 10 days
            }
            """,
            [Rifle("r1", "g1", "2019-12-10"), Rifle("r2", "g2", "2019-12-10"), Report("r3", "watch", "taken", "seizure", "2020-06-05", """ "by":"cedria","of":"g1" """)],
            "2020-12-02",
            Kinds + "\nevent make seizure by actor of rifle");

        Assert.Equal("Certain: Met", Outcome(findings.Single("clear/otherwise", "cedria", "g1")));
        Assert.Equal("Certain: Breached", Outcome(findings.Single("clear/otherwise", "cedria", "g2")));
    }

    [Fact]
    public void A_rough_distance_of_something_seen_on_a_day_is_too_short_throughout_or_not_at_all()
    {
        var finding = Findings(
            "clause far { each party P must keep each gun g of P at least 10 km away from border }",
            [Report("r1", "watch", "g1", "gun", "2020-02-10", """ "of":"aland","distances":{"border":{"low":9,"high":12,"unit":"km"}} """)],
            "2020-12-02").Single("far", "aland");

        Assert.Equal("Undetermined: Met or Breached", Outcome(finding));
    }

    [Theory]
    [InlineData(90, "Certain: Breached")]
    [InlineData(190, "Certain: Met")]
    public void A_band_along_a_line_that_a_table_chooses(int distance, string outcome)
    {
        var finding = Findings(
            "clause area { each party P must not have guns in ring of P }",
            [Report("r1", "watch", "g1", "gun", "2020-02-10", $$""" "of":"aland","distances":{"first":{"value":{{distance}},"unit":"km"} } """)],
            "2020-12-02",
            """
            line first
            line second
            line capital of party P { first if P is aland
              second otherwise }
            zone ring of party P { up to 150 km from capital of P }
            """).Single("area", "aland");

        Assert.Equal(outcome, Outcome(finding));
    }

    [Theory]
    [InlineData("number of guns of P in north at most 0", "2020-03-01", "Certain: Met")] // nobody is there before
    [InlineData("number of guns of pact_members in north at most 0", "2020-07-02", "Certain: Met")] // its owner has left the group
    [InlineData("number of guns of pact_members in north at most 0", "2020-06-15", "Certain: Breached")]
    public void A_count_over_a_dated_group_changes_with_the_group(string condition, string until, string outcome)
    {
        // cedria belongs to the pact until the end of June 2020.
        string[] lines = [Report("r1", "watch", "g1", "gun", "2020-05-10", """ "of":"cedria","in":"north" """)];

        var finding = Findings($"clause cap {{ each party P must keep {condition} }}", lines, until).Single("cap", "aland");

        Assert.Equal(outcome == "Certain: Met" && until == "2020-07-02" ? "Certain: Cured" : outcome, Outcome(finding));
    }

    /// <summary>What is known of a thing is kept from one moment to the next: not what it is, where that changes with what is known of it.</summary>
    [Fact]
    public void What_a_noun_means_of_a_thing_changes_with_the_thing()
    {
        const string Clauses = """
            zone inner { north }
            define guest (guests) { means tank k where k is rotating }
            define home_tank (home_tanks) { means tank k where k is not guest }
            clause ceiling { each party P must keep number of home_tanks of P in inner at most 2 }
            """;
        var finding = Example.Findings(
            Clauses,
            [
                Seen("r1", "t1", "2020-02-01", 2, rotating: false),
                Seen("r2", "t2", "2020-02-10", 2, rotating: false),
                Seen("r3", "t1", "2020-03-01", 2, rotating: true),
                Seen("r4", "t2", "2020-04-01", 1, rotating: false),
                Seen("r5", "t1", "2020-05-01", 2, rotating: false),
            ],
            "2020-06-01").Single("ceiling", "aland");

        Assert.Equal("Met 2020-01-01; Breached 2020-02-10; Cured 2020-03-01; Breached 2020-05-01", Example.Course(finding));

        static string Seen(string id, string thing, string on, int count, bool rotating) => Example.Report(
            id, "watch", thing, "tank", on, $"\"of\":\"aland\",\"in\":\"north\",\"fields\":{{\"count\":{count},\"rotating\":{(rotating ? "true" : "false")}}}");
    }
}
