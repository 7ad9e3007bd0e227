using System.Text.RegularExpressions;

namespace Pacta.Tests.Cli;

/// <summary>Where a time is not known, no form of output may show the instant that stands for it.</summary>
public sealed partial class UnknownTimeTests
{
    private const string Clauses =
        """
        clause notice { when exercise x by A
            A must give notification of x to each other party no later than 10 days after end of x }
          clause quiet { each party must keep number of guns at most 1 as from fulfilment of notice }
        """;

    private static readonly string[] Reports =
    [
        """{"id":"r1","source":"mission","recorded":"2024-02-02","event":"x1","kind":"exercise","time":"2024-02-01","by":"aland"}""",
        """{"id":"r2","source":"mission","recorded":"2024-02-02","event":"g1","kind":"gun","time":"2024-02-01","of":"aland","fields":{"count":2}}""",
    ];

    [Theory]
    [InlineData("table")]
    [InlineData("csv")]
    [InlineData("json")]
    public void No_year_stands_for_a_time_that_is_not_known(string format)
    {
        using var command = Small.Command(Small.Agreement(Clauses.Replace("number of guns", "number of guns of P", StringComparison.Ordinal).Replace("each party must keep", "each party P must keep", StringComparison.Ordinal)), Reports);
        var output = command.Findings(format).Output + string.Concat(command.Pages(format == "json" ? "json" : "text"));

        Assert.Empty(command.Findings(format).Errors);
        Assert.Empty(FarYear().Matches(output).Select(m => m.Value));
    }

    [Fact]
    public void In_csv_it_is_an_empty_cell_and_in_the_table_it_is_said()
    {
        using var command = Small.Command(Small.Agreement(Clauses.Split("clause quiet")[0]), Reports);

        var row = command.Findings("csv").Output.Split('\n')[1].Split(',');

        Assert.Equal(["", "", ""], row[22..25]);
        Assert.Equal("2024-02-01T00:00:00Z", row[20]);
        Assert.Contains("due: not known", command.Findings("table").Output, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?<![0-9.])-?(0[0-9]{3}|99[0-9]{2})-[0-9]{2}-[0-9]{2}|InstantRange")]
    private static partial Regex FarYear();
}
