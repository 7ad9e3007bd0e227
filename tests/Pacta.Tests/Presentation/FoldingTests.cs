using System.Globalization;
using Pacta.Tests.Cli;

namespace Pacta.Tests.Presentation;

public sealed class FoldingTests
{
    private const string Parties = "aland, borland, cedria, deland, eria, farland, gorland, horland";

    private const string Agreement =
        $$"""
        actor {{Parties}}
        source mission is monitor
        vocabulary words {
          unit person
          event hold exercise (exercises) is activity by actor in place with troops person
          event give notification by actor of activity to actor
        }
        agreement "Eight parties (invented)" as eight {
          status legal
          enters into force 2020-01-01
          time zone "UTC"
          parties {{Parties}}
          use words
          clause notice at "1" {
            when exercise x by A
            A must give notification of x to each other party no later than start of x
          }
          clause few at "2" {
            each party P must keep number of exercises by P per calendar year at most 1
          }
        }
        """;

    [Fact]
    public void Findings_that_differ_only_in_the_beneficiary_are_one_row()
    {
        var output = Check(Exercise("e1", "aland", 2021));

        Assert.Contains("aland to each other party (7)", output, StringComparison.Ordinal);
        Assert.Contains("+6", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_beneficiary_that_differs_keeps_a_row_of_its_own()
    {
        var output = Check(
            Exercise("e1", "aland", 2021),
            """{"id":"n1","source":"mission","recorded":"2021-01-02","event":"n1","kind":"notification","time":"2021-01-02","by":"aland","of":"e1","to":"borland"}""");

        Assert.Contains("aland to borland", output, StringComparison.Ordinal);
        Assert.Contains("aland to cedria, deland and 4 others", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Years_of_the_same_state_are_one_row()
    {
        var output = Check([.. Enumerable.Range(2020, 4).SelectMany(y => new[] { Exercise($"a{y}", "aland", y), Exercise($"b{y}", "aland", y) })]);

        Assert.Contains("2020 to 2023", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Everybody_who_kept_a_clause_is_one_row()
    {
        var output = Check(Exercise("e1", "aland", 2021));

        Assert.Contains("each party (8)", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_among_the_parties_stands_for_its_members()
    {
        var grouped = Agreement
            .Replace("source mission", "group eight_states { " + Parties + " }\nsource mission", StringComparison.Ordinal)
            .Replace("parties " + Parties, "parties eight_states", StringComparison.Ordinal);

        Assert.Contains("each party (8)", Check(grouped, [Exercise("e1", "aland", 2021)]), StringComparison.Ordinal);
    }

    [Fact]
    public void What_rests_on_silence_alone_says_so()
    {
        var silent = Check(Exercise("e1", "aland", 2021));
        var late = Check(
            Exercise("e1", "aland", 2021),
            """{"id":"n1","source":"mission","recorded":"2021-04-02","event":"n1","kind":"notification","time":"2021-04-02","by":"aland","of":"e1","to":"borland"}""");

        Assert.Contains("rests on silence", silent, StringComparison.Ordinal);
        Assert.Contains("aland to borland", late, StringComparison.Ordinal);
    }

    private static string Exercise(string id, string by, int year) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"id":"{{id}}","source":"mission","recorded":"{{year}}-03-05","event":"{{id}}","kind":"exercise","time":"{{year}}-03-03","by":"{{by}}"}""");

    private static string Check(params string[] reports) => Check(Agreement, reports);

    private static string Check(string agreement, string[] reports)
    {
        using var command = new Command { Width = 160 }.Write("eight.pacta", agreement).Write("reports.jsonl", string.Join('\n', reports));
        var ran = command.Run("check", "@eight.pacta", "--reports", "@reports.jsonl", "--all");
        Assert.Empty(ran.Errors);
        return ran.Output;
    }
}
