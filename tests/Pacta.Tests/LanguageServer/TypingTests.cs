using System.Text.Json.Nodes;

namespace Pacta.Tests.LanguageServer;

/// <summary>What is wrong with a text is told after each change of it, saved or not.</summary>
public sealed class TypingTests
{
    private const string Uri = "untitled:accord";

    [Fact]
    public async Task A_mistake_is_told_with_its_place_its_help_and_what_else_is_involved()
    {
        await using var editor = await Editor.Open();
        var twice = Samples.Whole.Replace("actor aland", "actor borland, aland", StringComparison.Ordinal);

        Assert.Empty((await editor.OpenText(Uri, Samples.Whole)).Items);
        var typed = Samples.Whole.Replace("give notification of", "give notificaton of", StringComparison.Ordinal);
        var mistakes = await editor.ChangeText(Uri, typed);
        var duplicate = await editor.ChangeText(Uri, twice);

        Assert.Equal(["PACTA0201"], mistakes.Codes);
        Assert.Equal("notificaton", mistakes.Underlined(typed));
        Assert.Equal(
            "The name 'notificaton' is not declared.\nDid you mean 'notification'?\nRight:\n  A must give notification of x to each other party",
            mistakes.Message);
        var related = Assert.Single(Assert.Single(duplicate.Items)!["relatedInformation"]!.AsArray())!;
        Assert.Equal("'borland' is declared here", related["message"]!.GetValue<string>());
        Assert.Equal(Editor.Shown(Editor.RangeOf(twice, "borland")), Editor.Shown(related["location"]!["range"]!));
    }

    [Fact]
    public async Task Changes_are_counted_in_utf_16_and_one_on_top_of_the_other()
    {
        await using var editor = await Editor.Open();
        var text = Samples.Whole.Replace("  use bay_words", "  cite \"𝔸𝔸\" ‸\n  use bay_words", StringComparison.Ordinal);
        await editor.OpenText(Uri, text);
        var at = Editor.Position(text);
        var (line, character) = (at["line"]!.GetValue<int>(), at["character"]!.GetValue<int>());
        Assert.Equal(14, character);

        // Behind two letters of two units each a word is put in, and then its last letter is taken away again.
        var mistakes = await editor.ChangeBy(
            Uri,
            new JsonObject { ["range"] = Range(line, character, character), ["text"] = "nonsensex" },
            new JsonObject { ["range"] = Range(line, character + 8, character + 9), ["text"] = string.Empty });

        Assert.Equal("nonsense", mistakes.Underlined(text.Replace("‸", "nonsense", StringComparison.Ordinal)));
        Assert.Equal(Editor.Shown(Range(line, character, character + 8)), Editor.Shown(Assert.Single(mistakes.Items)!["range"]!));

        static JsonObject Range(int line, int from, int to) => new()
        {
            ["start"] = new JsonObject { ["line"] = line, ["character"] = from },
            ["end"] = new JsonObject { ["line"] = line, ["character"] = to },
        };
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public async Task Lines_end_as_the_text_has_it_and_a_mark_before_it_does_no_harm(string lineEnd)
    {
        await using var editor = await Editor.Open();
        var text = "\ufeff" + Samples.Whole.Replace("parties aland, borland", "parties aland, borlad", StringComparison.Ordinal).ReplaceLineEndings(lineEnd);

        var mistakes = await editor.OpenText(Uri, text);

        Assert.Equal("borlad", mistakes.Underlined(text));
        Assert.Equal(Samples.Whole.ReplaceLineEndings("\n").Split('\n').ToList().FindIndex(l => l.Contains("parties", StringComparison.Ordinal)), Assert.Single(mistakes.Items)!["range"]!["start"]!["line"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_line_may_be_very_long()
    {
        await using var editor = await Editor.Open();
        var text = Samples.Whole.Replace("\"the 21 days\"", $"\"{new string('a', 300_000)}\" nonsense", StringComparison.Ordinal);

        var mistakes = await editor.OpenText(Uri, text);

        Assert.Equal("nonsense", mistakes.Underlined(text));
    }

    [Fact]
    public async Task Whatever_was_typed_meanwhile_the_last_text_is_told_of()
    {
        await using var editor = await Editor.Open();
        await editor.OpenText(Uri, Samples.Whole);

        var last = 0;
        for (var i = 1; i <= 40; i++)
        {
            var name = new string('x', i + 2);
            last = editor.Type(Uri, new JsonObject { ["text"] = Samples.Whole.Replace("parties aland", $"parties {name}", StringComparison.Ordinal) });
        }

        var mistakes = await editor.MistakesOf(Uri, last);
        Assert.Contains($"'{new string('x', 42)}'", mistakes.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_closed_has_no_mistakes_any_longer()
    {
        await using var editor = await Editor.Open();
        Assert.Single((await editor.OpenText(Uri, Samples.Whole.Replace("parties aland", "parties alandia", StringComparison.Ordinal))).Items);

        editor.Tell("textDocument/didClose", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = Uri } });

        var told = await editor.Message(m => m["method"]?.GetValue<string>() == "textDocument/publishDiagnostics" && m["params"]!["version"] is null);
        Assert.Empty(told["params"]!["diagnostics"]!.AsArray());
        var error = await Assert.ThrowsAsync<EditorError>(() => editor.About("foldingRange", Uri));
        Assert.Equal($"{Uri} is not open", error.Message);
    }
}
