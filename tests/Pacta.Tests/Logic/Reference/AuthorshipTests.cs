using Pacta.Model.Findings;
using Pacta.Presentation.Words;
using static Pacta.Tests.Logic.Reference.Example;

namespace Pacta.Tests.Logic.Reference;

/// <summary>Who is bound, and who may have done it.</summary>
public sealed class AuthorshipTests
{
    private static string Fire(string by) => Report("r1", "watch", "shots", "fire", "2020-02-10", by.Length > 0 ? "\"by\":" + by : string.Empty);

    [Fact]
    public void One_of_two_of_whom_only_one_is_bound_has_broken_nothing_for_certain()
    {
        const string Clause = "clause calm { aland must not open fire }";

        var finding = Findings(Clause, [Fire("""{"one_of":["aland","dorland"]}""")], "2020-03-01").Single("calm", "dorland");

        Assert.Equal(["aland", "dorland"], finding.Bearers);
        Assert.True(finding.IsUnattributed);
        Assert.Equal("Undetermined", finding.Certainty.ToString());
        Assert.Contains(ClauseState.Breached, finding.States);
    }

    [Fact]
    public void One_of_two_who_are_both_bound_has_broken_it_whoever_it_was()
    {
        const string Clause = "clause calm { each party must not open fire }";

        var finding = Findings(Clause, [Fire("""{"one_of":["aland","borland"]}""")], "2020-03-01").Single("calm", "aland", "shots");

        Assert.True(finding.IsUnattributed);
        Assert.Equal("Certain: Breached", Outcome(finding));
    }

    [Fact]
    public void What_a_breach_calls_for_may_be_owed_by_each_who_may_have_done_it()
    {
        const string Clauses = """
            clause calm { each party must not open fire otherwise cedria must hold meeting within 9 days }
            clause tell {
              when breach b of calm by A
              A must give report to cedria within 2 days after b
            }
            clause each_tells { each party P must not open fire otherwise P must give report to cedria within 2 days }
            """;

        var findings = Findings(Clauses, [Fire("""{"one_of":["aland","borland"]}""")], "2020-03-01");

        foreach (var party in new[] { "aland", "borland" })
        {
            Assert.Equal("Undetermined: Dormant or Breached", Outcome(findings.Single("tell", party)));
            Assert.Equal("Undetermined: Dormant or Breached", Outcome(findings.Single("each_tells/otherwise", party)));
        }
    }

    [Fact]
    public void A_notice_by_one_of_two_may_have_suspended_either()
    {
        const string Clauses = """
            clause limit { each party P must keep number of tanks of P at most 5 }
            clause pause { each party has power to give suspension_notice }
            """;

        var finding = Findings(
            Clauses,
            [
                Report("r1", "watch", "note", "suspension_notice", "2020-03-01", """ "by":{"one_of":["aland","borland"]} """),
                Report("r2", "watch", "depot", "tank", "2020-02-01", """ "of":"aland","fields":{"count":3} """),
            ],
            "2020-06-01").Single("limit", "aland");

        Assert.Equal("Undetermined: Met or Suspended", Outcome(finding));
    }

    [Fact]
    public void What_one_of_them_did_has_broken_what_is_forbidden_to_them_together()
    {
        const string Clause = "clause calm { aland, borland together must not open fire }";

        var findings = Findings(Clause, [Fire("\"aland\"")], "2020-03-01");

        var finding = Assert.Single(findings);
        Assert.Equal("Certain: Breached", Outcome(finding));
        Assert.Equal(["aland", "borland"], finding.Bearers);
    }

    private static readonly string[] DeniedExercise =
    [
        Report("r1", "watch", "drill", "exercise", "2020-02-01", """ "by":"aland" """),
        """{"id":"r2","source":"beta","recorded":"2020-12-31","event":"drill","kind":"exercise","polarity":"denies","claim":"attribution","by":"aland"}""",
    ];

    [Fact]
    public void Who_is_not_aland_may_be_anybody_else()
    {
        var finding = Findings("clause calm { each party P must keep number of exercises by P in any 12 months at most 0 }", DeniedExercise, "2020-06-01").Single("calm", "borland");

        Assert.Equal("Contested: Met or Breached", Outcome(finding));
    }

    [Fact]
    public void An_exception_that_nobody_reported_is_not_presumed_whoever_did_it_instead()
    {
        string[] tank = [Report("r3", "watch", "depot", "tank", "2020-03-01", """ "of":"borland" """)];

        var finding = Findings("clause calm { each party P must not have tanks unless there was exercise by P }", [.. DeniedExercise, .. tank], "2020-06-01").Single("calm", "borland");

        Assert.Equal("Certain: Breached", Outcome(finding));
        Assert.Contains("nobody reported that “there was exercise by P”: taken not to apply", Assumed(finding));
    }

    [Theory]
    [InlineData("""{"id":"r2","source":"beta","recorded":"2020-12-31","event":"depot","kind":"tank","polarity":"denies","claim":"field","of":"aland","time":"2020-02-01"}""", "")]
    [InlineData("""{"id":"r2","source":"watch","recorded":"2020-12-31","event":"depot","kind":"tank","time":"2020-04-01","of":"aland"}""", "open")]
    public void A_tank_whose_owner_is_open_may_be_anybodys(string second, string first)
    {
        string[] lines = [Report("r1", "watch", "depot", "tank", "2020-02-01", first == "open" ? string.Empty : """ "of":"aland" """), second];

        var finding = Findings("clause bare { each party P must keep number of tanks of P at most 0 }", lines, "2020-06-01").Single("bare", "borland");

        Assert.NotEqual("Certain", finding.Certainty.ToString());
    }

    [Fact]
    public void A_breach_stays_when_its_author_is_no_longer_what_the_sentence_says()
    {
        var findings = Findings(
            "clause quiet { each armed P must not hold exercise }",
            [
                Report("r1", "watch", "depot", "tank", "2020-02-01T00:00:00Z", """ "of":"aland" """),
                Report("r2", "watch", "depot", "tank", "2020-04-01T00:00:00Z", """ "of":"aland","fields":{"count":0} """),
                Report("r3", "watch", "drill", "exercise", "2020-02-10", """ "by":"aland" """),
            ],
            "2020-06-01",
            "define armed (armeds) { means party P where number of tanks of P at least 1 }");

        Assert.Equal("Certain: Breached", Outcome(findings.Single("quiet", "aland", "drill")));
    }

    [Fact]
    public void What_a_group_did_together_stays_theirs_who_were_in_it()
    {
        // The pact is aland and cedria, from 10 February also borland, from July without cedria.
        const string Clause = "clause quiet { pact together must not hold exercise }";

        var findings = Findings(Clause, [Report("r1", "watch", "drill", "exercise", "2020-06-10", """ "by":"cedria" """)], "2020-12-01");

        Assert.Equal(["aland", "borland", "cedria"], findings.Single("quiet", "cedria", "drill").Bearers);
        Assert.Equal("Certain: Breached", Outcome(findings.Single("quiet", "cedria", "drill")));
    }

    private const string Calm = "clause calm { each party must not open fire }";

    private static string Not(string id, string source, string by) => Denial(id, source, "shots", "fire", $"\"claim\":\"attribution\",\"by\":{by}");

    [Fact]
    public void A_denial_by_one_of_two_who_are_named_leaves_the_other()
    {
        var findings = Findings(Calm, [Fire("""{"one_of":["aland","borland"]}"""), Not("d1", "alpha", "\"aland\"")], "2020-03-01");
        var both = Assert.Single(findings, f => f.IsUnattributed);
        var other = Assert.Single(findings, f => f.Bearers is ["borland"] && f.Trigger.Contains("shots"));

        Assert.Equal((true, "Contested: Dormant or Breached"), (both.AreAuthorsNamed, Outcome(both)));
        Assert.Equal("Contested: Dormant or Breached", Outcome(other));
        Assert.Contains("d1", both.Reports.Select(r => r.Id));
        Assert.Contains(other.Outcomes, o => o.If is [{ Value: "not aland", Sources: [{ Id: "d1" }] }] && o.States is [ClauseState.Breached]);
        Assert.Equal(
            "by whom shots was: aland or borland (watch); alpha denies that it was aland",
            Speech.Default.Causes.Of(Assert.Single(other.Causes, c => c.Kind == CauseKind.Rival)));
        Assert.DoesNotContain(findings, f => f.Bearers is ["aland"] && f.Trigger.Contains("shots"));
    }

    [Fact]
    public void Where_both_who_are_named_deny_it_it_may_be_anybodys()
    {
        var findings = Findings(
            Calm, [Fire("""{"one_of":["aland","borland"]}"""), Not("d1", "alpha", "\"aland\""), Not("d2", "beta", "\"borland\"")], "2020-03-01");

        var anybody = Assert.Single(findings, f => f is { IsUnattributed: true, AreAuthorsNamed: false });
        Assert.Equal("Contested: Dormant or Breached", Outcome(anybody));
        Assert.Equal("not attributed: the reported author is denied (bound: aland, borland, cedria)", Speech.Default.Parties.Bearer(anybody));
        Assert.Equal(["not aland and not borland"], anybody.Outcomes.Where(o => o.States.Contains(ClauseState.Breached)).SelectMany(o => o.If).Select(c => c.Value));
        Assert.All(["aland", "borland"], who => Assert.Equal("Contested: Dormant or Breached", Outcome(findings.Single("calm", who, "shots", alone: true))));
    }

    [Fact]
    public void A_denial_of_one_name_of_three_leaves_two()
    {
        var findings = Findings(Calm, [Fire("""{"one_of":["aland","borland","cedria"]}"""), Not("d1", "alpha", "\"aland\"")], "2020-03-01");

        Assert.Equal(
            ["aland,borland,cedria", "borland,cedria"],
            findings.Where(f => f is { IsUnattributed: true, AreAuthorsNamed: true }).Select(f => string.Join(',', f.Bearers)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Whom_no_report_that_stands_names_is_under_no_suspicion()
    {
        string[] lines =
        [
            """{"id":"r1","source":"watch","recorded":"2020-02-11","event":"shots","kind":"fire","time":"2020-02-10","by":"borland"}""",
            """{"id":"r2","source":"watch","recorded":"2020-02-12","event":"shots","kind":"fire","time":"2020-02-10","by":"aland","supersedes":"r1"}""",
            Not("d1", "beta", "\"borland\""),
            Not("d2", "alpha", "\"aland\""),
        ];
        var findings = Findings(Calm, lines, "2020-03-01");

        var aland = findings.Single("calm", "aland", "shots", alone: true);
        Assert.Equal("Contested: Dormant or Breached", Outcome(aland));
        Assert.DoesNotContain(findings, f => f.Bearers is ["borland"] && f.Trigger.Contains("shots"));
        var open = Assert.Single(findings, f => f.IsUnattributed);
        Assert.Equal("not attributed: the reported author is denied (bound: aland, borland, cedria)", Speech.Default.Parties.Bearer(open));
        Assert.Equal(["by whom shots was: beta denies borland, which no report that stands says"], Speech.Default.Notes.Denied([aland]));
        Assert.Contains("d1", aland.Reports.Select(r => r.Id));
    }
}
