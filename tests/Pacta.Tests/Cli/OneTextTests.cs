using System.Text.Json;
using System.Xml.Linq;

namespace Pacta.Tests.Cli;

/// <summary>The versions of one text with what was said of them, as a mediator gets them.</summary>
public sealed class OneTextTests
{
    private const string Said = """
        criticisms of small_accord {
          long_notice by borland at version 1 of clause notice "42 days is too long for us"
          loud by aland at version 1 of clause "2" "fire in self-defence must be possible"
          short by aland at version 2 of clause notice "21 days is too short for us"
          no_access by aland at version 1 "nothing is said of access"
          satisfied long_notice by borland at version 2
        }
        """;

    [Fact]
    public void Each_criticism_is_told_with_what_became_of_its_clause()
    {
        using var command = Folder();

        var states = Json(command).GetProperty("criticisms").EnumerateArray()
            .Select(c => (c.GetProperty("id").GetString(), c.GetProperty("state").GetString(), string.Join(',', c.GetProperty("changed_at").EnumerateArray().Select(a => a.GetProperty("version").GetInt32()))));

        Assert.Equal([("long_notice", "met", "2"), ("loud", "open", ""), ("short", "open", ""), ("no_access", "whole_changed", "")], states);
    }

    /// <summary>Clause 2 stands under article 4 in version 2, and says the same: its criticism is open, and follows it.</summary>
    [Fact]
    public void A_clause_that_moved_is_followed_and_moving_is_no_change_of_it()
    {
        using var command = Folder();

        var moved = Changes(command, 0).Single(c => c.GetProperty("change").GetString() == "moved");

        Assert.Equal("loud", Assert.Single(moved.GetProperty("asked_by").EnumerateArray()).GetString());
        Assert.Contains("2 calm → 4 calm", Run(command).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_asked_for_is_told()
    {
        using var command = Folder();

        Assert.Contains("Changed without an open criticism of it: 3 guns (version 3), 5 no_exercise (version 3).", Run(command).Output, StringComparison.Ordinal);
        Assert.Equal(["long_notice"], Asked(Changes(command, 0).Single(c => c.GetProperty("change").GetString() == "changed")));
        Assert.All(Changes(command, 1), c => Assert.Empty(Asked(c)));
    }

    [Fact]
    public void The_old_words_are_quoted_beside_the_new_ones()
    {
        using var command = Folder();

        var output = Run(command).Output;

        Assert.Matches("long_notice: version 2 changed its clause. Before: “.*no later than 42 days before start of x” Now: “.*no later than 21 days before\\s+start of x”", output.ReplaceLineEndings(" "));
        Assert.Contains("time: 42", output, StringComparison.Ordinal);
    }

    /// <summary>Whoever is asked whether a criticism is met must not find the answer here before its author gives it.</summary>
    [Fact]
    public void A_change_alone_satisfies_nobody()
    {
        using var command = Folder(Said.Replace("  satisfied long_notice by borland at version 2\n", "", StringComparison.Ordinal));

        var output = Run(command).Output;

        Assert.Contains("Their clause has changed since; whether that meets them, their authors have not said: 1 (long_notice).", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Met, as their authors say", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Versions_without_criticisms_are_followed_too()
    {
        using var command = Folder();

        var output = command.Run("one-text", "@v1.pacta", "@v2.pacta").Output;

        Assert.Contains("No criticism is on record.", output, StringComparison.Ordinal);
        Assert.Contains("Changed without an open criticism of it: 1 notice (version 2).", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PACTA0945", "{", "{")]
    [InlineData("PACTA0946", "criticisms of small_accord", "criticisms of great_accord")]
    [InlineData("PACTA0947", "aland at version 2", "aland at version 4")]
    [InlineData("PACTA0948", "of clause \"2\"", "of clause \"7\"")]
    public void What_does_not_fit_together_is_told(string code, string part, string other)
    {
        using var command = Folder(Said.Replace(part, other, StringComparison.Ordinal));
        command.Write("v3.pacta", code == "PACTA0945" ? Version(21, "2", 10).Replace("small_accord", "other_accord", StringComparison.Ordinal) : command.Read("v3.pacta"));

        var ran = Run(command);

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains(code, ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_for_machines_fits_its_schema()
    {
        using var command = Folder();

        var output = Run(command, "--format", "json").Output;

        Assert.True(command.FitsSchema(output, "one-text"));
        Assert.False(command.FitsSchema(output.Replace("\"whole_changed\"", "\"answered\"", StringComparison.Ordinal), "one-text"));
    }

    [Theory]
    [InlineData("en", "From version 1 to version 2")]
    [InlineData("fr", "De la version 1 à la version 2")]
    public void A_page_is_one_well_formed_file_without_script(string language, string title)
    {
        using var command = Folder();

        var page = XDocument.Parse(Run(command, "--format", "html", "--language", language).Output["<!DOCTYPE html>\n".Length..]);

        Assert.Empty(page.Descendants("script"));
        Assert.Contains(page.Descendants("h2"), h => h.Value == title);
    }

    private static Command Folder(string said = Said) => new Command { Width = 160 }
        .Write("v1.pacta", Version(42, "2", 10))
        .Write("v2.pacta", Version(21, "4", 10))
        .Write("v3.pacta", Version(21, "4", 20).TrimEnd()[..^1] + "  clause no_exercise at \"5\" { each party must not hold exercise in strip }\n}\n")
        .Write("said.pacta", said);

    private static string Version(int days, string calm, int guns) => Small.Words + $$"""
        agreement "Small accord" as small_accord {
          status proposal
          time zone "UTC"
          parties aland, borland
          use words
          zone strip
          clause notice at "1" {
            when exercise x by A in strip where troops of x at least 9_000
            A must give notification of x to each other party no later than {{days}} days before start of x
          }
          clause calm at "{{calm}}" { each party must not open fire in strip }
          clause guns at "3" { each party P must keep number of guns of P in strip at most {{guns}} }
        }
        """;

    private static Ran Run(Command command, params string[] options) =>
        command.Run(["one-text", "@v1.pacta", "@v2.pacta", "@v3.pacta", "--criticisms", "@said.pacta", .. options]);

    private static JsonElement Json(Command command)
    {
        using var document = JsonDocument.Parse(Run(command, "--format", "json").Output);
        return document.RootElement.Clone();
    }

    private static List<JsonElement> Changes(Command command, int revision) => [.. Json(command).GetProperty("revisions")[revision].GetProperty("clauses").EnumerateArray()];

    private static IEnumerable<string?> Asked(JsonElement change) => change.GetProperty("asked_by").EnumerateArray().Select(a => a.GetString());
}
