using Pacta.Model.Findings;
using static Pacta.Tests.Logic.Reference.Example;

namespace Pacta.Tests.Logic.Reference;

/// <summary>Minimums in a sliding window: silence counts only where a whole window could have been seen (docs/semantics.md, 8).</summary>
public sealed class MinimumTests
{
    private const string Visits = "clause visits { each party P must keep number of visits by P in any 12 months at least 1 }";

    private static string Visit(string id, string time, string by = "aland") => Report(id, "watch", "visit_" + id, "visit", time, $"\"by\":\"{by}\",\"to\":\"cedria\"");

    [Fact]
    public void Nothing_is_broken_before_the_first_window_is_over() =>
        Assert.Equal("Met 2020-01-01", Course(Findings(Visits, [Visit("r1", "2020-01-01", "borland")], "2020-12-31").Single("visits", "aland")));

    [Fact]
    public void A_window_that_is_over_without_one_is_broken_and_the_finding_says_what_silence_was_taken_to_mean()
    {
        var finding = Findings(Visits, [Visit("r1", "2020-01-01", "borland")], "2021-02-01").Single("visits", "aland");

        Assert.Equal("Met 2020-01-01; Breached 2021-01-02", Course(finding));
        Assert.Contains("reports of visit by aland are taken to be complete", Assumed(finding));
    }

    [Fact]
    public void The_day_twelve_months_later_is_still_in_time() =>
        Assert.Equal(
            "Met 2020-01-01; Breached 2021-03-11; Cured 2021-03-12",
            Course(Findings(Visits, [Visit("r1", "2020-03-10T08:00:00Z"), Visit("r2", "2021-03-12T09:00:00Z")], "2021-04-01").Single("visits", "aland")));

    [Fact]
    public void After_a_suspension_the_window_begins_anew()
    {
        var findings = Findings(Visits, [Visit("r1", "2020-01-05")], "2021-09-01", "suspended by aland as from 2020-07-01 until 2020-08-31");

        Assert.Equal("Met 2020-01-05; Suspended 2020-07-01; Met 2020-09-01", Course(findings.Single("visits", "aland")).Replace("Met 2020-01-01", "Met 2020-01-05", StringComparison.Ordinal));
        Assert.Equal("Met 2020-01-01; Breached 2021-01-06", Course(findings.Single("visits", "borland")));
    }

    [Fact]
    public void A_visit_one_day_late_is_late_also_where_only_its_day_is_known()
    {
        var finding = Findings(Visits, [Visit("r1", "2020-03-10"), Visit("r2", "2021-03-11")], "2021-04-01").Single("visits", "aland");

        Assert.DoesNotContain(finding.States, s => s is ClauseState.Breached);
        Assert.Contains(ClauseState.Cured, finding.States);
    }

    [Fact]
    public void The_largest_of_nothing_is_not_too_large() =>
        Assert.Equal(
            "Met 2020-01-01",
            Course(Findings("clause largest_tank { each party P must keep largest tonnage of tanks of P at most 50 t }", [Visit("r1", "2020-01-01")], "2020-12-31").Single("largest_tank", "aland")));

    [Fact]
    public void A_number_compared_with_a_time_before_the_record_is_not_known()
    {
        var finding = Findings(
            "clause base_line { each party P must keep number of tanks of P at most number of tanks of P on entry_into_force }",
            [Report("r1", "watch", "depot", "tank", "2020-03-01", """ "of":"aland","fields":{"count":20} """)],
            "2020-06-01").Single("base_line", "aland");

        Assert.Equal(Certainty.Undetermined, finding.Certainty);
        Assert.Contains(finding.Causes, c => c.Attribute == "record");
    }

    [Fact]
    public void A_quota_that_may_be_exceeded_is_never_cured()
    {
        var finding = Findings(
            "clause quota { each party P must keep number of visits by P per calendar month at most 1 }",
            [
                Visit("r1", "2020-05-12"),
                """{"id":"r2","source":"watch","recorded":"2020-12-31T00:00:00Z","event":"visit_r2","kind":"visit","time":{"from":"2020-04-25","to":"2020-05-02"},"by":"aland","to":"cedria"}""",
            ],
            "2020-06-10").Single("quota", "aland", "2020-05");

        Assert.Equal("Undetermined: Met or Breached", Outcome(finding));
    }

    [Theory]
    [InlineData(1, "2020-12-31", "Certain: Open", "Open 2020-01-01")]
    [InlineData(1, "2021-01-01", "Certain: Breached", "Open 2020-01-01; Breached 2021-01-01")]
    [InlineData(2, "2020-12-31", "Certain: Open", "Open 2020-01-01")]
    [InlineData(2, "2021-01-01", "Certain: Met", "Open 2020-01-01; Met 2021-01-01")]
    [InlineData(3, "2020-12-31", "Certain: Breached", "Open 2020-01-01; Breached 2020-03-03")]
    public void An_exact_number_is_judged_at_the_close_unless_it_is_exceeded(int visits, string until, string outcome, string course)
    {
        var lines = Enumerable.Range(1, visits).Select(n => Report($"r{n}", "watch", $"v{n}", "visit", $"2020-03-0{n}", """ "by":"aland","to":"borland" """));

        var finding = Findings("clause twice { each party P must keep number of visits by P per calendar year is 2 }", lines, until).Single("twice", "aland", "2020");

        Assert.Equal(outcome, Outcome(finding));
        Assert.Equal(course, Course(finding));
    }

    [Theory]
    [InlineData("2020-12-31", "Certain: Met")]
    [InlineData("2021-01-02", "Certain: Breached")]
    public void A_minimum_among_other_things_is_judged_once_its_window_has_passed(string until, string outcome)
    {
        var finding = Findings(
            """
            clause visits {
              each party P must keep any of {
                number of visits by P in any 12 months at least 1
                number of tanks of P at least 100
              }
            }
            """,
            [Report("r1", "watch", "depot", "tank", "2020-01-01", """ "of":"aland","fields":{"count":8} """)],
            until).Single("visits", "aland");

        Assert.Equal(outcome, Outcome(finding));
    }

    [Fact]
    public void Thirds_add_up()
    {
        var finding = Findings(
            "clause share { each party P must keep number of tanks of P at most 3 / (1 / 3) - 2 / 3 - 1 / 3 }",
            [Report("r1", "watch", "depot", "tank", "2020-02-01", """ "of":"aland","fields":{"count":8} """)],
            "2020-06-01").Single("share", "aland");

        Assert.Equal("Certain: Met", Outcome(finding));
    }

    [Theory]
    [InlineData("is 2")]
    [InlineData("is 1 .. 2")]
    public void What_was_exceeded_stays_broken_whatever_excuses_later(string number)
    {
        var lines = Enumerable.Range(1, 3).Select(n => Report($"r{n}", "watch", $"v{n}", "visit", $"2020-03-0{n}", """ "by":"aland","to":"borland" """))
            .Append(Report("r9", "watch", "fray", "war", "2020-11-01", """ "by":"aland" """));

        var finding = Findings($"clause twice {{ each party P must keep number of visits by P per calendar year {number} unless P is belligerent }}", lines, "2021-06-01")
            .Single("twice", "aland", "2020");

        Assert.Equal("Certain: Breached", Outcome(finding));
        Assert.Equal("2020-03-03T00:00:00Z .. 2020-03-03T23:59:59Z", $"{finding.Changes[^1].At.Earliest} .. {finding.Changes[^1].At.Latest}");
    }

    [Fact]
    public void An_event_leaves_a_window_on_the_date_that_lies_its_length_later()
    {
        string[] lines = [Report("r1", "watch", "v1", "visit", "2020-02-29", """ "by":"aland" """), Report("r2", "watch", "v2", "visit", "2021-02-28", """ "by":"aland" """)];

        var finding = Findings("clause few { each party P must keep number of visits by P in any 12 months at most 1 }", lines, "2021-06-01").Single("few", "aland");

        Assert.Equal("Certain: Met", Outcome(finding));
    }

    [Fact]
    public void The_largest_of_nothing_lies_in_every_range() =>
        Assert.Equal("Certain: Met", Outcome(Findings("clause size { each party P must keep largest size of forces of P is 5 .. 10 }", [], "2020-06-01").Single("size", "aland")));

    [Fact]
    public void A_third_of_a_large_number_is_a_whole_one()
    {
        var finding = Findings(
            "clause share { each party P must keep number of tanks of P at most 1 / 3 * 90_000_000_000 }",
            [Report("r1", "watch", "depot", "tank", "2020-02-01", """ "of":"aland","fields":{"count":30000000000} """)],
            "2020-06-01").Single("share", "aland");

        Assert.Equal("Certain: Met", Outcome(finding));
    }
}
