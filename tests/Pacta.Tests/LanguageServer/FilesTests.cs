using System.Text.Json.Nodes;

namespace Pacta.Tests.LanguageServer;

/// <summary>Files that belong together: in the editor, on disk, changed, deleted.</summary>
public sealed class FilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pacta-files-").FullName;

    public FilesTests()
    {
        Write("words/bay.pacta", Samples.Words);
        Write("accord.pacta", Samples.Accord);
        Write("cases.pacta", Samples.Scenarios);
    }

    [Fact]
    public async Task Files_are_found_by_the_names_that_a_text_speaks_of()
    {
        await using var editor = await Editor.Open(_folder);

        Assert.Empty((await editor.OpenText(UriOf("cases.pacta"), Samples.Scenarios)).Items);
        Assert.Empty((await editor.OpenText(UriOf("accord.pacta"), Samples.Accord)).Items);
    }

    [Fact]
    public async Task A_change_in_one_file_is_told_in_all_that_hang_on_it()
    {
        await using var editor = await Editor.Open(_folder);
        await editor.OpenText(UriOf("accord.pacta"), Samples.Accord);
        await editor.OpenText(UriOf("words/bay.pacta"), Samples.Words);
        editor.Forget();

        await editor.ChangeText(UriOf("words/bay.pacta"), Samples.Words.Replace("kind tank (tanks)", "kind battle_tank (battle_tanks)", StringComparison.Ordinal));

        var mistakes = await editor.MistakesOf(UriOf("accord.pacta"), 1);
        Assert.Equal(["PACTA0201"], mistakes.Codes);
        Assert.Equal("tanks", mistakes.Underlined(Samples.Accord));
    }

    [Fact]
    public async Task A_file_that_is_deleted_or_changed_on_disk_is_looked_at_again()
    {
        await using var editor = await Editor.Open(_folder);
        await editor.OpenText(UriOf("accord.pacta"), Samples.Accord);
        editor.Forget();

        File.Delete(Path.Combine(_folder, "words", "bay.pacta"));
        Watched(editor, "words/bay.pacta", deleted: true);
        Assert.Equal(["PACTA0205"], (await editor.MistakesOf(UriOf("accord.pacta"), 1)).Codes);

        editor.Forget();
        Write("words/bay.pacta", Samples.Words);
        Watched(editor, "words/bay.pacta", deleted: false);
        Assert.Empty((await editor.MistakesOf(UriOf("accord.pacta"), 1)).Items);
    }

    [Fact]
    public async Task A_file_that_was_deleted_on_disk_lives_on_in_the_editor_until_it_is_closed()
    {
        await using var editor = await Editor.Open(_folder);
        await editor.OpenText(UriOf("words/bay.pacta"), Samples.Words);
        await editor.OpenText(UriOf("accord.pacta"), Samples.Accord);
        File.Delete(Path.Combine(_folder, "words", "bay.pacta"));
        Watched(editor, "words/bay.pacta", deleted: true);
        var definition = await editor.At("definition", UriOf("accord.pacta"), Samples.Accord.Replace("tanks of P", "‸tanks of P", StringComparison.Ordinal));
        Assert.Equal(UriOf("words/bay.pacta"), Assert.Single(definition!.AsArray())!["uri"]!.GetValue<string>());

        editor.Forget();
        editor.Tell("textDocument/didClose", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = UriOf("words/bay.pacta") } });

        Assert.Equal(["PACTA0205"], (await editor.MistakesOf(UriOf("accord.pacta"), 1)).Codes);
    }

    [Fact]
    public async Task Of_two_files_that_declare_a_name_the_nearer_one_is_meant()
    {
        Write("other/far/words.pacta", Samples.Words.Replace("event give notification (notifications) by actor of activity to actor", string.Empty, StringComparison.Ordinal));
        Write("other/far/away/accord.pacta", Samples.Accord);
        await using var editor = await Editor.Open(_folder);

        var near = await editor.OpenText(UriOf("accord.pacta"), Samples.Accord);
        var far = await editor.OpenText(UriOf("other/far/away/accord.pacta"), Samples.Accord);

        Assert.Empty(near.Items);
        Assert.Equal(["PACTA0201"], far.Codes);
    }

    [Fact]
    public async Task Files_that_are_named_come_before_those_whose_words_are_only_spoken()
    {
        // Beside the cases lies another vocabulary with the same words, which nobody uses.
        Write("cases/unused.pacta", Samples.Words.Replace("bay_words", "unused_words", StringComparison.Ordinal).Replace(" with troops person, alert truth", string.Empty, StringComparison.Ordinal));
        Write("cases/cases.pacta", Samples.Scenarios);
        await using var editor = await Editor.Open(_folder);
        await editor.OpenText(UriOf("cases/cases.pacta"), Samples.Scenarios);

        var definition = await editor.At("definition", UriOf("cases/cases.pacta"), Samples.Scenarios.Replace("exercise iron_gate", "exer‸cise iron_gate", StringComparison.Ordinal));

        Assert.Equal(UriOf("words/bay.pacta"), Assert.Single(definition!.AsArray())!["uri"]!.GetValue<string>());
        var references = await editor.At("references", UriOf("cases/cases.pacta"), Samples.Scenarios.Replace("exercise iron_gate", "exer‸cise iron_gate", StringComparison.Ordinal));
        Assert.DoesNotContain(references!.AsArray(), r => r!["uri"]!.GetValue<string>() == UriOf("cases/unused.pacta"));
    }

    [Fact]
    public async Task A_setting_names_the_files_that_are_read_together()
    {
        Write("draft/accord.pacta", Samples.Accord.Replace("\"1\"", "\"I\"", StringComparison.Ordinal));
        await using var editor = await Editor.Open(_folder, Editor.Json("""{"files":["draft","words","accord.pacta"]}"""));

        // Both have the same name, which those who read them together are told of.
        var mistakes = await editor.OpenText(UriOf("draft/accord.pacta"), Samples.Accord);
        Assert.Equal("PACTA0202", Assert.Single(mistakes.Codes));

        editor.Forget();
        editor.Tell("workspace/didChangeConfiguration", Editor.Json("""{"settings":{"pacta":{"files":[]}}}"""));
        Assert.Empty((await editor.MistakesOf(UriOf("draft/accord.pacta"), 1)).Items);
    }

    [Fact]
    public async Task A_file_without_a_folder_is_read_with_those_beside_it()
    {
        Write("words.pacta", Samples.Words);
        await using var editor = await Editor.Open();

        Assert.Empty((await editor.OpenText(UriOf("accord.pacta"), Samples.Accord)).Items);
    }

    [Fact]
    public async Task Names_are_found_and_renamed_in_all_files()
    {
        await using var editor = await Editor.Open(_folder);
        await editor.OpenText(UriOf("accord.pacta"), Samples.Accord);
        var marked = Samples.Accord.Replace("give notification of", "give notifi‸cation of", StringComparison.Ordinal);

        var definition = await editor.At("definition", UriOf("accord.pacta"), marked);
        var references = await editor.At("references", UriOf("accord.pacta"), marked, Editor.Json("""{"context":{"includeDeclaration":true}}"""));
        var others = await editor.At("references", UriOf("accord.pacta"), marked, Editor.Json("""{"context":{"includeDeclaration":false}}"""));
        var renamed = await editor.At("rename", UriOf("accord.pacta"), marked, Editor.Json("""{"newName":"announcement"}"""));

        var home = Assert.Single(definition!.AsArray())!;
        Assert.Equal(UriOf("words/bay.pacta"), home["uri"]!.GetValue<string>());
        Assert.Equal(Editor.Shown(Editor.RangeOf(Samples.Words, "notification")), Editor.Shown(home["range"]!));
        // The declaration with its plural, the act, and two facts.
        Assert.Equal(5, references!.AsArray().Count);
        Assert.Equal(["accord.pacta", "bay.pacta", "cases.pacta"], references.AsArray().Select(r => Path.GetFileName(r!["uri"]!.GetValue<string>())).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(4, others!.AsArray().Count);
        var changes = renamed!["changes"]!.AsObject();
        Assert.Contains("give announcement of x", Editor.Applied(Samples.Accord, changes[UriOf("accord.pacta")]!.AsArray()), StringComparison.Ordinal);
        Assert.Contains("event give announcement (notifications) by actor", Editor.Applied(Samples.Words, changes[UriOf("words/bay.pacta")]!.AsArray()), StringComparison.Ordinal);
        Assert.Contains("2024-06-20  announcement of wide_river", Editor.Applied(Samples.Scenarios, changes[UriOf("cases.pacta")]!.AsArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Symbols_of_the_workspace_are_found_by_some_of_their_letters()
    {
        await using var editor = await Editor.Open(_folder);

        var found = await editor.Ask("workspace/symbol", Editor.Json("""{"query":"lrgx"}"""));

        var symbol = Assert.Single(found!.AsArray())!;
        Assert.Equal("2.1 large_exercise", symbol["name"]!.GetValue<string>());
        Assert.Equal("I Notice", symbol["containerName"]!.GetValue<string>());
        Assert.Equal(UriOf("accord.pacta"), symbol["location"]!["uri"]!.GetValue<string>());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private string UriOf(string name) => new Uri(Path.Combine(_folder, name)).AbsoluteUri;

    private void Watched(Editor editor, string name, bool deleted) => editor.Tell(
        "workspace/didChangeWatchedFiles",
        new JsonObject { ["changes"] = new JsonArray(new JsonObject { ["uri"] = UriOf(name), ["type"] = deleted ? 3 : 1 }) });
}
