using System.Text.Json;
using Pacta.Tests.Reports;

namespace Pacta.Tests.Cli;

/// <summary><c>pacta loopholes</c> and <c>pacta reciprocity</c>, and what each draft allows in <c>pacta compare</c>.</summary>
public sealed class LoopholesTests
{
    private const string Words = """
        vocabulary words {
          unit person
          actor aland, borland
          kind tank (tanks) of actor in place
          event hold exercise (exercises) is activity by actor in place with troops person
          event give notification (notifications) by actor of activity to actor
        }
        """;

    private const string Draft = """
        agreement "Draft" as draft {
          status proposal
          time zone "UTC"
          parties aland, borland
          use words
          zone strip
          clause notice at "3" {
            when exercise x by A where troops of x at least 9_000
            A must give notification of x to each other party no later than 42 days before start of x
          }
          clause far at "4" {
            note "asymmetry: Borland has no tanks"
            aland must not have tanks in strip
          }
        }
        """;

    private const string Interests = """
        agreement "Interests of Borland" as interests_of_borland {
          status proposal
          time zone "UTC"
          parties aland, borland
          use words
          clause no_large_force {
            each party P must keep total troops of exercises by P in any 30 days at most 9_000
          }
        }
        """;

    [Fact]
    public void A_loophole_is_told_with_what_it_hangs_on()
    {
        using var command = Files();
        var ran = command.Run("loopholes", "@words.pacta", "@draft.pacta", "--interests", "@interests.pacta");
        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("It hangs on the parts: as one exercise with 9_001 person", ran.Output, StringComparison.Ordinal);
        Assert.Contains("do not put it into public reports", string.Join(' ', ran.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public void Loopholes_as_json_are_what_the_schema_says()
    {
        using var command = Files();
        var ran = command.Run("loopholes", "@words.pacta", "@draft.pacta", "--interests", "@interests.pacta", "--format", "json");
        Fits("loopholes", ran.Output);
        Assert.Contains("\"by\": \"parts\"", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_interests_nothing_is_looked_for()
    {
        using var command = Files();
        var ran = command.Run("loopholes", "@words.pacta", "@draft.pacta");
        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("There are no interests to look for.", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void What_one_may_and_the_other_may_not_is_told_with_the_reason_that_is_declared()
    {
        using var command = Files();
        var ran = command.Run("reciprocity", "@words.pacta", "@draft.pacta");
        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("asks more of aland", ran.Output, StringComparison.Ordinal);
        Assert.Contains("4 far: ruled out for aland, allowed for borland", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Borland has no tanks", ran.Output, StringComparison.Ordinal);
        Fits("reciprocity", command.Run("reciprocity", "@words.pacta", "@draft.pacta", "--format", "json").Output);
    }

    [Fact]
    public void A_draft_that_asks_the_same_of_both_is_symmetric()
    {
        using var command = Files().Write("draft.pacta", Draft.Replace("aland must not have", "each party must not have", StringComparison.Ordinal));
        Assert.Contains("says the same: what one owes, the other owes", command.Run("reciprocity", "@words.pacta", "@draft.pacta").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_parties_can_be_exchanged()
    {
        using var command = Files();
        var ran = command.Run("reciprocity", "@words.pacta", "@draft.pacta", "--between", "aland,nobody");
        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("--between takes two of the parties (aland, borland)", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_shows_a_history_that_one_rules_out()
    {
        using var command = Files().Write("other.pacta", Draft.Replace("\"Draft\" as draft", "\"Other\" as other_draft", StringComparison.Ordinal).Replace("9_000", "13_000", StringComparison.Ordinal));
        var ran = command.Run("compare", "@words.pacta", "@draft.pacta", "@other.pacta");
        Assert.Contains("3 notice, for aland: A rules it out, B allows it", ran.Output, StringComparison.Ordinal);
        Assert.Contains("exercise by aland with troops 9_000 person", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_history_that_is_shown_runs_as_a_scenario()
    {
        using var command = Files();
        command.Write("scenario.pacta", """
            scenario "what was shown" of draft {
              2026-03-10 exercise by aland with troops 9_000 person
              expect breached notice by aland on 2026-03-11
            }
            """);
        Assert.Equal(0, command.Run("test", "@words.pacta", "@draft.pacta", "@scenario.pacta").ExitCode);
    }

    private static Command Files() => new Command().Write("words.pacta", Words).Write("draft.pacta", Draft).Write("interests.pacta", Interests);

    private static void Fits(string schema, string json)
    {
        using var command = new Command();
        var described = new SchemaCheck(JsonDocument.Parse(command.Run("schema", schema).Output).RootElement);
        Assert.True(described.Accepts(JsonDocument.Parse(json).RootElement));
    }
}
