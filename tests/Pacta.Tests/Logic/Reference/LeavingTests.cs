using Pacta.Model.Findings;
using static Pacta.Tests.Logic.Reference.Example;

namespace Pacta.Tests.Logic.Reference;

/// <summary>Who leaves or suspends by a notice, and what follows for the other clauses (docs/semantics.md, 10).</summary>
public sealed class LeavingTests
{
    private const string Ceiling = "clause ceiling { each party P must keep number of tanks of P at most 1 }\n";

    private static readonly string Tanks = Report("r1", "watch", "depot", "tank", "2020-03-01", """ "of":"aland","fields":{"count":3} """);

    [Fact]
    public void A_suspension_that_some_hold_to_be_allowed_and_others_not_leaves_the_other_clauses_contested()
    {
        var finding = Findings(
            Ceiling + """
            clause rest {
              reading of_right by aland { each party has power to give suspension_notice }
              reading by_consent by borland { each party has power to give suspension_notice unless there was no consent }
            }
            """,
            [Tanks, Notice("suspension_notice")], "2020-06-01").Single("ceiling", "aland");

        Assert.Equal("Contested: Breached or Suspended", Outcome(finding));
        Assert.Equal(
            ["by_consent: Met 2020-01-01; Breached 2020-03-01", "of_right: Met 2020-01-01; Suspended 2020-02-01"],
            finding.ByReading.Select(u => $"{u.Readings[0].Name}: {Course(u.Finding!)}"));
        Assert.Contains(finding.Causes, c => c is { Kind: CauseKind.Reading, Key: "rest" });
    }

    [Fact]
    public void Readings_of_a_power_that_nobody_used_matter_to_nobody_else()
    {
        var finding = Findings(
            Ceiling + """
            clause rest {
              reading of_right by aland { each party has power to give suspension_notice }
              reading never by borland { each party has power to give suspension_notice as from 2030-01-01 }
            }
            """,
            [Tanks], "2020-06-01").Single("ceiling", "aland");

        Assert.Equal("Certain: Breached", Outcome(finding));
        Assert.Empty(finding.ByReading);
    }

    [Theory]
    [InlineData("each party has power to give note_of_exit", "note_of_exit", "Certain: Lapsed")]
    [InlineData("each party has power to give withdrawal_notice", "note_of_exit", "Certain: Lapsed")]
    [InlineData("each party has power to give signed_notice", "withdrawal_notice", "Certain: Lapsed")]
    [InlineData("each party has power to hold exercise", "withdrawal_notice", "Certain: Breached")]
    public void What_the_notice_is_decides_and_not_the_words_of_the_power(string power, string kind, string outcome)
    {
        var findings = Findings(
            Ceiling + $"clause exit {{ {power} }}",
            [Tanks, Notice(kind)], "2020-06-01",
            """
            define signed_notice { means withdrawal_notice by aland }
            """);

        Assert.Equal(outcome, Outcome(findings.Single("ceiling", "aland")));
    }

    private static string Notice(string kind) => Report("r2", "watch", "rests", kind, "2020-02-01", """ "by":"aland" """);
}
