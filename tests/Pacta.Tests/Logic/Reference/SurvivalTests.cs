using System.Collections.Immutable;
using Pacta.Model.Findings;
using static Pacta.Tests.Logic.Reference.Example;

namespace Pacta.Tests.Logic.Reference;

/// <summary>What survives the withdrawal of a party and the expiry of the agreement (docs/semantics.md, 5).</summary>
public sealed class SurvivalTests
{
    private const string Left = "withdrawn by aland as from 2020-03-01";

    private static string Calm(string survives) => $$"""
        clause calm {
          each party must not open fire in north
          {{survives}}
        }

        """;

    private static string Answer(string survives) => $$"""
        clause answer {
          when visit_request r by A to B
          B must give reply to r within 48 hours after r
          otherwise B must give report to cedria within 5 days
          {{survives}}
        }

        """;

    private static string Fire(string time, string by = "aland", string id = "f") => Report("r_" + id, "watch", id, "fire", time, $$""" "by":"{{by}}","in":"north" """);

    private static string Request(string time, string by = "aland", string to = "borland") => Report("r_q", "watch", "q", "visit_request", time, $$""" "by":"{{by}}","to":"{{to}}" """);

    private static string Notice(string time, string id = "n", string kind = "withdrawal_notice") => Report("r_" + id, "watch", id, kind, time, """ "by":"aland" """);

    /// <summary>The steps that say why it binds all the same: the words of the agreement, then who has left.</summary>
    private static string[] Why(Finding finding)
    {
        return [.. In(finding.Derivation).Distinct(StringComparer.Ordinal)];

        static IEnumerable<string> In(Derivation step) => step.Because.SelectMany(In).Concat(
            step.Code is DerivationCode.SurvivesWithdrawal or DerivationCode.SurvivesExpiry ? [$"{step.Code}: {string.Join(", ", step.Arguments)}"] : []);
    }

    private static string Of(ImmutableArray<Finding> findings, string clause, string bearer) => Course(findings.Single(clause, bearer));

    [Theory]
    [InlineData("", "Met 2020-01-01; Lapsed 2020-03-01")]
    [InlineData("survives expiry", "Met 2020-01-01; Lapsed 2020-03-01")]
    [InlineData("survives withdrawal", "Met 2020-01-01")]
    [InlineData("survives", "Met 2020-01-01")]
    [InlineData("survives withdrawal for 3 months", "Met 2020-01-01; Lapsed 2020-06-02")]
    [InlineData("survives for 10 days", "Met 2020-01-01; Lapsed 2020-03-12")]
    public void Who_has_left_is_bound_as_long_as_the_clause_survives(string survives, string course)
    {
        var findings = Findings(Calm(survives), [Fire("2020-11-01", "cedria")], "2020-12-01", Left);

        Assert.Equal(course, Of(findings, "calm", "aland"));
        Assert.Equal("Met 2020-01-01", Of(findings, "calm", "borland"));
    }

    [Fact]
    public void An_act_after_the_withdrawal_is_judged_because_the_clause_survives_and_no_act_after_that()
    {
        var findings = Findings(Calm("survives withdrawal for 3 months"), [Fire("2020-06-01"), Fire("2020-06-02", id: "late")], "2020-12-01", Left);

        var within = findings.Single("calm", "aland", "f");
        Assert.Equal("Certain: Breached", Outcome(within));
        Assert.Equal(["SurvivesWithdrawal: survives withdrawal for 3 months, aland"], Why(within));
        Assert.Contains(within.Derivation.Because, step => step.Mentions.Contains("survives"));
        Assert.DoesNotContain(findings, f => f.Trigger.Contains("late"));
    }

    [Fact]
    public void An_act_before_the_withdrawal_needs_no_such_reason()
    {
        var finding = Findings(Calm("survives"), [Fire("2020-02-01")], "2020-12-01", Left).Single("calm", "aland", "f");

        Assert.Equal("Certain: Breached", Outcome(finding));
        Assert.Empty(Why(finding));
    }

    [Theory]
    [InlineData("survives withdrawal", "Met 2020-01-01; Lapsed 2020-04-01")]
    [InlineData("survives expiry", "Met 2020-01-01")]
    [InlineData("survives expiry for 10 days", "Met 2020-01-01; Lapsed 2020-04-11")]
    [InlineData("survives expiry for 24 hours", "Met 2020-01-01; Lapsed 2020-04-02")]
    public void A_clause_goes_on_after_the_agreement_has_expired(string survives, string course) =>
        Assert.Equal(course, Of(Findings(Calm(survives), [Fire("2020-11-01", "cedria")], "2020-12-01", "expires 2020-03-31"), "calm", "aland"));

    [Fact]
    public void That_the_agreement_has_expired_is_told_with_what_survives_it()
    {
        var finding = Findings(Calm("survives expiry for 10 days"), [Fire("2020-04-10")], "2020-12-01", "expires 2020-03-31").Single("calm", "aland", "f");

        Assert.Equal("Certain: Breached", Outcome(finding));
        Assert.Equal(["SurvivesExpiry: survives expiry for 10 days"], Why(finding));
    }

    [Fact]
    public void After_a_notice_the_length_is_counted_from_the_date_on_which_it_took_effect()
    {
        var findings = Findings(
            Calm("survives withdrawal for 2 weeks") + """
            clause exit {
              each party has power to give withdrawal_notice n
                effective 1 months after n
            }
            """,
            [Notice("2020-03-10")], "2020-12-01");

        // One month after 10 March is 10 April, and two weeks after that is 24 April.
        Assert.Equal("Met 2020-01-01; Lapsed 2020-04-25", Of(findings, "calm", "aland"));
    }

    [Fact]
    public void A_notice_at_a_time_that_is_not_known_leaves_it_open_until_when_the_clause_survives()
    {
        var power = "clause exit { each party has power to give withdrawal_notice n }";

        var finding = Findings(Calm("survives withdrawal for 1 months") + power, [Notice("2020-03"), Fire("2020-04-15")], "2020-12-01").Single("calm", "aland", "f");

        Assert.Equal("Undetermined: Dormant or Breached", Outcome(finding));
        Assert.Contains(finding.Causes, c => c is { Kind: CauseKind.Imprecise, Attribute: "time", Key: "n" });
    }

    [Fact]
    public void What_survives_is_owed_to_the_party_that_has_left_and_by_it()
    {
        var findings = Findings(Answer("survives withdrawal"), [Request("2020-04-01T10:00:00Z")], "2020-12-01", Left);

        var answer = findings.Single("answer", "borland");
        Assert.Equal("Breached 2020-04-03", Course(answer)[^19..]);
        Assert.Equal("aland", answer.Beneficiary);
        Assert.Equal(["SurvivesWithdrawal: survives withdrawal, aland"], Why(answer));
        Assert.Empty(Findings(Answer(string.Empty), [Request("2020-04-01T10:00:00Z")], "2020-12-01", Left));
    }

    [Fact]
    public void What_a_breach_opens_survives_with_its_clause()
    {
        var findings = Findings(Answer("survives withdrawal for 2 months"), [Request("2020-04-01T10:00:00Z", "borland", "aland")], "2020-12-01", Left);

        var report = findings.Single("answer/otherwise", "aland");
        Assert.Equal("Certain: Breached", Outcome(report));
        Assert.Contains("SurvivesWithdrawal: survives withdrawal for 2 months, aland", Why(report));
    }

    [Fact]
    public void A_duty_that_is_open_when_the_length_is_over_lapses_and_a_breach_stays()
    {
        var findings = Findings(
            Answer("survives withdrawal for 2 months") + Calm("survives withdrawal for 2 months"),
            [Request("2020-05-01T10:00:00Z", "borland", "aland"), Fire("2020-04-01")], "2020-12-01", Left);

        Assert.Equal("Open 2020-05-01; Lapsed 2020-05-02", Of(findings, "answer", "aland"));
        Assert.Equal("Breached 2020-04-01", Of(findings, "calm", "aland"));
    }

    [Theory]
    [InlineData("survives", "Met 2020-01-01; Suspended 2020-02-15")]
    [InlineData("", "Met 2020-01-01; Suspended 2020-02-15; Lapsed 2020-03-01")]
    public void A_suspension_rests_what_survives(string survives, string course) =>
        Assert.Equal(course, Of(Findings(Calm(survives), [Fire("2020-11-01", "cedria")], "2020-12-01", "suspended by aland as from 2020-02-15\n" + Left), "calm", "aland"));

    [Fact]
    public void Who_left_before_the_agreement_was_in_force_is_not_bound_by_what_survives() =>
        Assert.DoesNotContain(
            Findings(Calm("survives"), [Fire("2020-04-01")], "2020-12-01", "withdrawn by aland as from 2020-01-01"), f => f.Bearers.Contains("aland"));

    [Fact]
    public void A_duty_that_repeats_has_its_periods_as_long_as_it_survives()
    {
        const string Calendar = "clause calendar { each party must give report to cedria every 2 months\n survives withdrawal for 2 months }";

        var findings = Findings(Calendar, [Fire("2020-01-10", "cedria")], "2020-12-01", Left);

        Assert.Equal(["2020-01-01", "2020-03-01"], findings.Where(f => f.Bearers.Contains("aland")).Select(f => f.Trigger[0]).Order(StringComparer.Ordinal));
        Assert.Contains("SurvivesWithdrawal: survives withdrawal for 2 months, aland", Why(findings.Single("calendar", "aland", "2020-03-01")));
    }

    [Fact]
    public void A_duty_that_repeats_has_periods_after_the_expiry_that_it_survives()
    {
        const string Calendar = "clause calendar { aland must give report to cedria every 2 months\n survives expiry for 2 months }";

        var findings = Findings(Calendar, [Fire("2020-01-10", "cedria")], "2020-12-01", "expires 2020-04-30");

        Assert.Equal(["2020-01-01", "2020-03-01", "2020-05-01"], findings.Select(f => f.Trigger[0]).Order(StringComparer.Ordinal));
        Assert.Equal(["SurvivesExpiry: survives expiry for 2 months"], Why(findings.Single("calendar", "aland", "2020-05-01")));
    }

    [Fact]
    public void A_ceiling_is_kept_by_who_has_left_and_the_reason_is_given()
    {
        var findings = Findings(
            "clause ceiling { each party P must keep number of tanks of P at most 1\n survives withdrawal }",
            [Report("r1", "watch", "depot", "tank", "2020-04-01", """ "of":"aland","fields":{"count":3} """)], "2020-12-01", Left);

        var finding = findings.Single("ceiling", "aland");
        Assert.Equal("Met 2020-01-01; Breached 2020-04-01", Course(finding));
        Assert.Equal(["SurvivesWithdrawal: survives withdrawal, aland"], Why(finding));
    }

    [Fact]
    public void A_power_survives_but_nobody_leaves_twice()
    {
        var findings = Findings(
            """
            clause visits { each party has power to give report to cedria
              survives }
            clause exit { each party has power to give withdrawal_notice n
              survives }
            """,
            [Report("r1", "watch", "told", "report", "2020-04-01", """ "by":"aland","to":"cedria" """), Notice("2020-05-01")], "2020-12-01", Left);

        Assert.Equal("Certain: Exercised", Outcome(findings.Single("visits", "aland")));
        Assert.Equal(["SurvivesWithdrawal: survives, aland"], Why(findings.Single("visits", "aland")));
        Assert.Equal("Certain: Void", Outcome(findings.Single("exit", "aland")));
    }

    [Fact]
    public void Who_has_left_can_suspend_nothing_that_survives()
    {
        var findings = Findings(
            Calm("survives") + "clause rest { each party has power to give suspension_notice n }", [Notice("2020-04-01", kind: "suspension_notice")], "2020-12-01", Left);

        Assert.Equal("Certain: Void", Outcome(findings.Single("rest", "aland")));
        Assert.Equal("Met 2020-01-01", Of(findings, "calm", "aland"));
    }

    [Fact]
    public void A_notice_by_somebody_who_had_left_has_no_effect_when_he_is_back()
    {
        var findings = Findings(
            Calm(string.Empty) + "clause exit { each party has power to give withdrawal_notice n }", [Notice("2020-03-10")], "2020-12-01", Left + " until 2020-03-31");

        Assert.Equal("Certain: Void", Outcome(findings.Single("exit", "aland")));
        Assert.Equal("Met 2020-01-01; Lapsed 2020-03-01; Met 2020-04-01", Of(findings, "calm", "aland"));
    }

    [Fact]
    public void What_the_head_says_holds_for_clauses_that_say_nothing()
    {
        var findings = Findings(
            Calm(string.Empty) + Calm("survives withdrawal for 10 days").Replace("clause calm", "clause brief", StringComparison.Ordinal),
            [Fire("2020-11-01", "cedria")], "2020-12-01", Left + "\nsurvives");

        Assert.Equal("Met 2020-01-01", Of(findings, "calm", "aland"));
        Assert.Equal("Met 2020-01-01; Lapsed 2020-03-12", Of(findings, "brief", "aland"));
    }

    [Fact]
    public void What_is_kept_instead_survives_with_the_clause_that_the_exception_is_made_to()
    {
        var findings = Findings(
            """
            clause ceiling { aland must keep number of tanks of aland at most 1
              survives withdrawal for 3 months }
            exception leeway to ceiling { if aland is belligerent
              aland must keep number of tanks of aland at most 2 }
            """,
            [Report("r1", "watch", "w", "war", "2020-02-01", """ "by":"aland" """)], "2020-12-01", Left);

        Assert.Equal("Met 2020-02-01; Lapsed 2020-06-02", Of(findings, "leeway", "aland"));
    }
}
