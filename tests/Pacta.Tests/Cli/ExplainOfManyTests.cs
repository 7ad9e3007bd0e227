using System.Globalization;

namespace Pacta.Tests.Cli;

/// <summary>Of thousands of findings that are plainly consistent a table only counts; each of them can be explained all the same, and so can the others.</summary>
public sealed class ExplainOfManyTests
{
    private const int Many = 2_050;

    private static readonly string Agreement = Small.Agreement("""
        clause notice at "1" {
            when exercise x by A
            A must give notification of x to borland no later than start of x
          }
        """);

    /// <summary>All but the first are notified.</summary>
    private static string[] Reports() =>
    [
        .. Enumerable.Range(0, Many).SelectMany(n => new[]
        {
            Line($"e{n}", n, $"\"event\":\"x{n}\",\"kind\":\"exercise\",\"by\":\"aland\""),
            n == 0 ? string.Empty : Line($"n{n}", n - 5, $"\"event\":\"n{n}\",\"kind\":\"notification\",\"by\":\"aland\",\"of\":\"x{n}\",\"to\":\"borland\""),
        }).Where(l => l.Length > 0),
    ];

    [Fact]
    public void What_is_listed_and_what_is_only_counted_is_explained()
    {
        using var command = Small.Command(Agreement, Reports());
        var table = command.Run("check", "@small.pacta", "--reports", "@small.jsonl").Output;
        Assert.Contains($"(--all lists them): 1: {Many - 1}", table, StringComparison.Ordinal);
        var all = command.Findings("csv").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..].Select(l => l.Split(',')[0]).ToList();
        Assert.Equal(Many, all.Count);
        var listed = Assert.Single(all, i => table.Contains(i[..6], StringComparison.Ordinal));
        var counted = all.First(i => i != listed);

        var why = command.Run("explain", "@small.pacta", "--reports", "@small.jsonl", listed);
        Assert.Contains("about x0: not consistent", why.Output, StringComparison.Ordinal);
        Assert.Contains("notification", why.Output, StringComparison.Ordinal);

        var whyNot = command.Run("explain", "@small.pacta", "--reports", "@small.jsonl", counted);
        Assert.Contains(counted, whyNot.Output, StringComparison.Ordinal);
        Assert.Contains("notification", whyNot.Output, StringComparison.Ordinal);
        Assert.Empty(whyNot.Errors);

        // The shortest ids that the table tells apart are enough, whatever begins alike among what is counted.
        Assert.Equal(why.Output, command.Run("explain", "@small.pacta", "--reports", "@small.jsonl", ShortIn(table, listed)).Output);

        var unknown = command.Run("explain", "@small.pacta", "--reports", "@small.jsonl", "ffffffffffff");
        Assert.Equal(2, unknown.ExitCode);
    }

    /// <summary>As short as the table has it.</summary>
    private static string ShortIn(string table, string id) =>
        Enumerable.Range(1, id.Length).Select(n => id[..n]).Last(i => table.Contains(i, StringComparison.Ordinal));

    private static string Line(string id, int hours, string claim)
    {
        var at = new DateTime(2024, 2, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(hours).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return $"{{\"id\":\"{id}\",\"source\":\"mission\",\"recorded\":\"{at}\",\"time\":\"{at}\",{claim}}}";
    }
}
