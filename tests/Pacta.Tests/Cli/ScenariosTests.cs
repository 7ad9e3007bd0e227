using System.Text.RegularExpressions;

namespace Pacta.Tests.Cli;

/// <summary><c>pacta scenarios</c>: what clauses mean, in histories that are found, and that come out so when they are run.</summary>
public sealed partial class ScenariosTests : IDisposable
{
    private const string Accord = """
        vocabulary words {
          unit person
          actor aland, borland
          event hold exercise (exercises) is activity by actor with troops person, alert truth
          event give notification by actor of activity to actor
          event send question by actor to actor
          event give answer by actor to question
        }
        agreement "Accord" as accord {
          status legal
          enters into force 2021-01-01
          time zone "UTC"
          parties aland, borland
          use words
          define large at "1" {
            reading or_more { means exercise x where troops of x at least 9_000 }
            reading above { means exercise x where troops of x more than 9_000 }
          }
          clause notice at "2" {
            when large x by A
            A must give notification of x to each other party no later than 42 days before start of x
          }
          exception quick to notice at "3" { if x is alert }
          clause answers at "4" {
            when question q by A to B
            B must give answer to q within 72 hours after q
          }
          clause visits at "5" { each party may send question to aland }
        }
        """;

    private readonly Command _command = new();

    [Fact]
    public void Each_state_bound_and_last_moment_has_a_shortest_history()
    {
        _command.Write("accord.pacta", Accord);

        var ran = _command.Run("scenarios", "@accord.pacta", "--clause", "answers");

        Assert.Equal(0, ran.ExitCode);
        Assert.Equal(
            """
            // What the clauses of Accord mean, in invented histories.
            // Looked for: histories of up to 3 facts, N of them; of those that lead to the same states by the same comparisons one was followed.

            scenario "answers: breached" of accord {
              2021-03-11  question by borland to aland
              expect breached answers by aland on 2021-03-16
            }

            scenario "answers: met" of accord {
              2021-03-11  answer by aland to question_1
              2021-03-11  question question_1 by borland to aland
              expect met answers by aland on 2021-03-16
            }

            scenario "answers: cured, after the last moment" of accord {
              2021-03-11 12:00  question question_1 by borland to aland
              2021-03-14 12:01  answer by aland to question_1
              expect cured answers by aland on 2021-03-19
            }

            scenario "answers: at the last moment" of accord {
              2021-03-11 12:00  question question_1 by borland to aland
              2021-03-14 12:00  answer by aland to question_1
              expect met answers by aland on 2021-03-19
            }

            """,
            Count().Replace(ran.Output, "N of them"));
    }

    [Fact]
    public void What_hangs_on_a_reading_says_under_which_and_exceptions_are_shown()
    {
        _command.Write("accord.pacta", Accord);

        var output = _command.Run("scenarios", "@accord.pacta", "--clause", "notice").Output;

        Assert.Contains("  2021-03-11  exercise by aland with troops 9_000 person\n  expect breached notice by aland on 2021-04-28 under or_more\n", output, StringComparison.Ordinal);
        Assert.Contains("  2021-03-11  exercise by aland with troops 9_000 person\n  expect dormant notice by aland on 2021-04-28 under above\n", output, StringComparison.Ordinal);
        Assert.Contains("scenario \"notice: excused by quick\" of accord {\n", output, StringComparison.Ordinal);
        Assert.Contains("  2021-01-28  notification of exercise_1 by aland to borland\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("visits", output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_passes_and_covers_the_clauses()
    {
        _command.Write("accord.pacta", Accord);
        Assert.Equal(0, _command.Run("scenarios", "@accord.pacta", "--output", "@found.pacta").ExitCode);

        var tested = _command.Run("test", "@accord.pacta", "@found.pacta", "--coverage");

        Assert.Equal(0, tested.ExitCode);
        Assert.Contains("  clauses       3 of 3\n  bounds        2 of 2\n  last moments  2 of 2\n", tested.Output, StringComparison.Ordinal);
        Assert.Equal(0, _command.Run("format", "--check", "@found.pacta").ExitCode);
    }

    [Fact]
    public void Real_parties_are_stood_in_for()
    {
        _command.Write("accord.pacta", Accord.Replace("status legal", "status legal\n  cite \"A/1\"", StringComparison.Ordinal).Replace("aland, borland", "westland, norland", StringComparison.Ordinal).Replace("question to aland", "question to westland", StringComparison.Ordinal));

        var output = _command.Run("scenarios", "@accord.pacta", "--clause", "answers", "--output", "@found.pacta");

        Assert.Equal(0, output.ExitCode);
        var found = _command.Read("found.pacta");
        Assert.StartsWith("// What the clauses of Accord mean, in invented histories between invented parties.\n", found, StringComparison.Ordinal);
        Assert.Contains("  aland stands in for norland\n", found, StringComparison.Ordinal);
        Assert.Contains("  borland stands in for westland\n", found, StringComparison.Ordinal);
        Assert.EndsWith("\nactor aland, borland\n", found, StringComparison.Ordinal);
        Assert.Equal(0, _command.Run("test", "@accord.pacta", "@found.pacta").ExitCode);
    }

    [Fact]
    public void Of_what_is_owed_each_month_the_last_moment_is_that_of_one_month()
    {
        _command.Write("accord.pacta", Accord.Replace("clause visits at \"5\" { each party may send question to aland }", "clause monthly at \"6\" { each party must send question to each other party every month as from 2021-02-01 }", StringComparison.Ordinal));

        var output = _command.Run("scenarios", "@accord.pacta", "--clause", "monthly").Output;

        Assert.Matches("scenario \"monthly: [^\"]*at the last moment\" of accord [{]\n(  [^\n]*\n)*  expect met monthly by aland", output);
        Assert.DoesNotMatch("at the last moment[^\"]*\" of accord [{]\n(  [^\n]*\n)*  expect breached", output);
    }

    [Fact]
    public void Where_the_allowance_ends_that_is_said()
    {
        _command.Write("accord.pacta", Accord);

        var output = _command.Run("scenarios", "@accord.pacta", "--clause", "answers", "--tries", "1").Output;

        Assert.Contains("// Not all were looked at (--tries looks further): answers.\n", output, StringComparison.Ordinal);
        Assert.Contains("// Nothing was found of: answers.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clause_that_is_not_there_is_said_with_the_nearest()
    {
        _command.Write("accord.pacta", Accord);

        var ran = _command.Run("scenarios", "@accord.pacta", "--clause", "answer");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("error[PACTA0962]: There is no clause answer.", ran.Errors, StringComparison.Ordinal);
        Assert.Contains("Did you mean answers?", ran.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _command.Dispose();

    [GeneratedRegex("[0-9,]+ of them")]
    private static partial Regex Count();
}
