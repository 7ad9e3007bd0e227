using System.Text.Json;
using System.Text.RegularExpressions;

namespace Pacta.Tests.Cli;

public sealed partial class ExplainTests
{
    [Theory]
    [InlineData("explain-late.txt", "iron_gate")]
    [InlineData("explain-rough-figure.txt", "wide_river")]
    [InlineData("explain-denied.txt", "shots_12")]
    [InlineData("explain-open.txt", "question_7")]
    public void A_finding_is_explained_from_headline_to_tree(string golden, string trigger)
    {
        using var command = Command.WithDemo();

        Golden.Equal(golden, Explain(command, IdOf(command, trigger)).Output);
    }

    [Fact]
    public void Json_has_all_of_it()
    {
        using var command = Command.WithDemo();

        Golden.Equal("explain.json", Explain(command, IdOf(command, "shots_12"), "--format", "json").Output);
    }

    [Fact]
    public void The_first_digits_are_enough_where_they_are_unique()
    {
        using var command = Command.WithDemo();
        var id = IdOf(command, "iron_gate");

        Assert.Equal(Explain(command, id).Output, Explain(command, id[..6].ToUpperInvariant()).Output);
    }

    [Fact]
    public void An_unknown_id_gets_the_nearest_and_the_command_that_lists_all()
    {
        using var command = Command.WithDemo();
        var id = IdOf(command, "iron_gate");

        var ran = Explain(command, id[..11] + (id[11] == 'a' ? 'b' : 'a'));

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains($"The nearest is {id}.", ran.Errors, StringComparison.Ordinal);
        Assert.Contains("pacta check grey_line.pacta --reports grey_line.jsonl --all", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_under_the_table_works_as_it_is_printed()
    {
        using var command = Command.WithDemo();
        var words = WhyLine().Match(command.Check().Output).Groups[1].Value.Split(' ');

        var ran = command.Run([.. words.Select(w => w.StartsWith("grey_line", StringComparison.Ordinal) ? "@" + w : w)]);

        Assert.Equal((0, string.Empty), (ran.ExitCode, ran.Errors));
        Assert.Contains("iron_gate", ran.Output, StringComparison.Ordinal);
    }

    /// <summary>Monitors observe and assess; parties and their bodies determine.</summary>
    [Fact]
    public void No_text_for_people_calls_an_actor_to_account()
    {
        using var command = Command.WithDemo();
        var texts = command.Check("--all").Output + string.Concat(Ids(command).Select(id => Explain(command, id).Output));

        foreach (var word in new[] { "breached", "violat", "not honoured", "guilty", "offend" })
        {
            Assert.DoesNotContain(word, texts, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static Ran Explain(Command command, string id, params string[] options) =>
        command.Run(["explain", "@" + Command.Agreement, "--reports", "@" + Command.Reports, id, .. options]);

    private static string IdOf(Command command, string trigger) =>
        Findings(command).First(f => f.GetProperty("trigger").EnumerateArray().Any(t => t.GetString() == trigger)).GetProperty("id").GetString()!;

    private static IEnumerable<string> Ids(Command command) => Findings(command).Select(f => f.GetProperty("id").GetString()!);

    private static List<JsonElement> Findings(Command command)
    {
        using var json = JsonDocument.Parse(command.Check("--format", "json").Output);
        return [.. json.RootElement.GetProperty("agreements")[0].GetProperty("findings").EnumerateArray().Select(f => f.Clone())];
    }

    [GeneratedRegex("^why: pacta (.*)$", RegexOptions.Multiline)]
    private static partial Regex WhyLine();
}
