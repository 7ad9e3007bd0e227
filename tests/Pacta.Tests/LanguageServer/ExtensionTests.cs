using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Pacta.Cli;
using Pacta.Language.Lexing;
using Pacta.LanguageServer.Documents;
using Pacta.Tests.Cli;

namespace Pacta.Tests.LanguageServer;

/// <summary>
/// The extension for Visual Studio Code, in <c>editors/vscode</c>. Its own tests run with node; where the modules of npm are not there they are skipped and say so, and with
/// PACTA_EDITORS=required they fail instead.
/// </summary>
public sealed partial class ExtensionTests
{
    private static readonly string Folder = Path.Combine(Golden.Root(), "editors", "vscode");

    private static JsonNode Grammar => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "syntaxes", "pacta.tmLanguage.json")))!["repository"]!;

    private static JsonNode Manifest => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "package.json")))!;

    [Fact]
    public async Task Its_own_tests_pass_with_this_program()
    {
        Need(Directory.Exists(Path.Combine(Folder, "node_modules", "vscode-textmate")), "no modules: run npm ci in editors/vscode");
        Need(File.Exists(Path.Combine(Folder, "dist", "extension.js")), "no bundle: run npm run build in editors/vscode");

        var start = new ProcessStartInfo("npm", ["test", "--silent"]) { WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PACTA"] = $"dotnet {typeof(App).Assembly.Location}";
        using var npm = Process.Start(start)!;
        var errors = npm.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await npm.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await npm.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(npm.ExitCode == 0, output + await errors);
        Assert.Equal(0, Count(output, "skipped"));
        Assert.True(Count(output, "pass") >= 11, output);
    }

    [Fact]
    public void The_words_of_its_grammar_are_those_of_the_compiler()
    {
        var words = Enum.GetValues<Word>().Where(w => w != Word.None).ToList();

        Assert.Equal(Spelt(words.Where(w => w.IsReserved())), WordsOf("reserved"));
        Assert.Equal(Spelt(words.Where(w => !w.IsReserved())), WordsOf("item").Concat(WordsOf("phrase")).Order(StringComparer.Ordinal));

        static string[] Spelt(IEnumerable<Word> of) => [.. of.Select(w => w.Spelling()).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void Its_settings_are_those_that_the_server_knows()
    {
        var given = Settings.Of(JsonNode.Parse("""{"pacta":{"files":["a"],"inlayHints":{"units":false,"dates":false}}}""")!.Deserialize<JsonElement>());
        var names = Manifest["contributes"]!["configuration"]!["properties"]!.AsObject().Select(p => p.Key).ToList();

        Assert.Equal(["pacta.path", "pacta.files", "pacta.inlayHints.units", "pacta.inlayHints.dates", "pacta.trace.server"], names);
        Assert.Equal(["a"], given.Files);
        Assert.False(given.ShowsUnits || given.ShowsDates);
    }

    [Fact]
    public void What_its_snippets_write_is_laid_out_and_read_without_a_mistake_of_form()
    {
        var snippets = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "snippets", "pacta.json")))!.AsObject();
        foreach (var (name, snippet) in snippets)
        {
            var body = Placeholder().Replace(string.Join('\n', snippet!["body"]!.AsArray().Select(l => l!.GetValue<string>())), m => m.Groups["value"].Value.Split(',', '|').FirstOrDefault(v => v.Length > 0) ?? string.Empty);
            var text = name switch
            {
                "Rival readings" => $"agreement \"a\" as abc {{\ndefine big {{\n{body.Replace("{\n  \n}", "{\n  means exercise x\n}", StringComparison.Ordinal).Replace("{\n}", "{\n  means exercise x\n}", StringComparison.Ordinal)}\n}}\n}}",
                _ => $"agreement \"a\" as abc {{\n{body}\n}}",
            };

            Assert.Empty(Pacta.Language.Compilation.ParsedFile.Of(new Pacta.Model.Text.SourceText(name, text)).Diagnostics.Select(d => $"{name}: {d.Headline}"));
        }
    }

    private static void Need(bool isThere, string reason)
    {
        if (!isThere)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("PACTA_EDITORS") == "required", reason);
            Assert.Fail(reason);
        }
    }

    private static int Count(string output, string what) =>
        Counts().Matches(output).Where(m => m.Groups["what"].Value == what).Sum(m => int.Parse(m.Groups["count"].Value, CultureInfo.InvariantCulture));

    /// <summary>The words that a rule of the grammar lists, one after the other.</summary>
    private static string[] WordsOf(string rule) =>
        [.. WordList().Match(Grammar[rule]!["match"]!.GetValue<string>()).Value.Split('|').Order(StringComparer.Ordinal)];

    /// <summary>As <c>node --test</c> prints them, to a file or to a screen.</summary>
    [GeneratedRegex(@"^(#|ℹ) (?<what>pass|skipped) (?<count>\d+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Counts();

    [GeneratedRegex("[a-z]+(\\|[a-z]+){3,}")]
    private static partial Regex WordList();

    [GeneratedRegex(@"\$(\{\d+(:(?<value>[^}]*)|\|(?<value>[^|]*)\|)?\}|\d+)")]
    private static partial Regex Placeholder();
}
