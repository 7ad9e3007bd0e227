using System.Text.Json;
using Pacta.Tests.Reports;

namespace Pacta.Tests.Cli;

/// <summary>A small vocabulary of invented names, to put one clause or two behind it.</summary>
internal static class Small
{
    public const string Words =
        """
        actor aland, borland, cedria
        source mission is monitor
        source courier is media
        source staff is party of aland
        vocabulary words {
          unit person
          kind asset (assets) of actor in place
          kind gun (guns) is asset
          kind force (forces) is asset with size person
          event hold exercise (exercises) is activity by actor in place with troops person, note text
          event give notification by actor of activity to actor
          event open fire by actor in place
        }

        """;

    public static string Agreement(string clauses, string status = "political") =>
        Words + $$"""
        agreement "Small accord (invented)" as small_accord {
          status {{status}}
          enters into force 2024-01-01
          time zone "UTC"
          parties aland, borland
          use words
          zone strip
          {{clauses}}
        }
        """;

    /// <summary>A folder with the agreement and its reports.</summary>
    public static Command Command(string agreement, params string[] reports) =>
        new Command { Width = 120 }.Write("small.pacta", agreement).Write("small.jsonl", string.Join('\n', reports));

    public static Ran Findings(this Command command, string format) =>
        command.Run("check", "@small.pacta", "--reports", "@small.jsonl", "--all", "--format", format);

    /// <summary>The explanation of each finding, in the order of the table.</summary>
    public static IEnumerable<string> Pages(this Command command, string format = "text") => command.Findings("csv").Output
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Skip(1)
        .Select(line => command.Run("explain", "@small.pacta", "--reports", "@small.jsonl", line.Split(',')[0], "--format", format).Output);

    /// <summary>The explanation of the only finding of a clause, or of the one of a bearer.</summary>
    public static string Page(this Command command, string clause, string format = "text", string bearer = "")
    {
        var lines = command.Findings("csv").Output.Split('\n').Where(l => l.Contains($",{clause},", StringComparison.Ordinal) && l.Contains($",{bearer}", StringComparison.Ordinal)).ToList();
        Assert.True(lines.Count == 1, $"{lines.Count} findings of {clause}: {string.Join('\n', lines)}");
        return command.Run("explain", "@small.pacta", "--reports", "@small.jsonl", lines[0].Split(',')[0], "--format", format).Output;
    }

    /// <summary>Does what a command wrote as JSON fit the schema of that name?</summary>
    public static bool FitsSchema(this Command command, string json, string name = "findings")
    {
        using var schema = JsonDocument.Parse(command.Run("schema", name).Output
            .Replace("\"integer\"", "\"number\"", StringComparison.Ordinal)
            .Replace("\"oneOf\"", "\"anyOf\"", StringComparison.Ordinal)
            .Replace("\"type\": \"null\"", "\"const\": null", StringComparison.Ordinal));
        using var written = JsonDocument.Parse(json);
        return new SchemaCheck(schema.RootElement).Accepts(written.RootElement);
    }

    /// <summary>Text without line ends, so that a sentence can be found wherever it was wrapped.</summary>
    public static string Unwrapped(this string output) => string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
