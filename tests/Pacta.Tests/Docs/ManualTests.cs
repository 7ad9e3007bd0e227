using System.Text.RegularExpressions;
using Pacta.Checking.Scenarios;
using Pacta.Language.Compilation;
using Pacta.Model.Agreements;

namespace Pacta.Tests.Docs;

/// <summary>
/// What the pages of docs/ say in the agreement language is true: every block is read without a message, or with the messages that the page
/// prints below it, and its scenarios pass.
/// </summary>
public sealed partial class ManualTests
{
    private static readonly string Folder = FindDocs();

    private static readonly string Preamble =
        File.ReadAllText(Path.Combine(Folder, "..", "tests", "Pacta.Tests", "Docs", "preamble.pacta")).ReplaceLineEndings("\n");

    private static readonly SortedDictionary<string, DocBlock> Blocks = new(
        Pages().SelectMany(p => DocBlock.In(Path.GetFileName(p), File.ReadAllText(p))).ToDictionary(b => b.Place),
        StringComparer.Ordinal);

    public static TheoryData<string> Places => [.. Blocks.Keys];

    [Theory]
    [MemberData(nameof(Places))]
    public void A_block_means_what_its_page_says(string place)
    {
        var block = Blocks[place];

        var result = Compiler.Compile([block.Source(Preamble)]);

        Assert.Equal(block.Messages ?? [], result.Diagnostics.Select(d => $"{d.Code} {d.Headline}"));
        Assert.Empty(result.Scenarios.SelectMany(s => ProblemsOf(s, result.Agreements.Single(a => a.Name == s.Agreement))));
    }

    [Fact]
    public void No_block_is_left_out()
    {
        var pages = Pages().Select(File.ReadAllText).ToList();

        Assert.Equal(pages.Sum(p => Count(p, "```pacta")), Blocks.Count);
        Assert.Equal(pages.Sum(p => Count(p, "<!-- test:")), Blocks.Values.Count(b => b.Form.Length > 0));
        Assert.Equal(pages.Sum(p => Count(p, "message -->")), Blocks.Values.Count(b => b.Messages is { Length: > 0 }));
    }

    /// <summary>Nobody can follow the fragments without the words that they use.</summary>
    [Fact]
    public void The_manual_prints_the_words_that_its_fragments_use() =>
        Assert.Contains(Preamble, File.ReadAllText(Path.Combine(Folder, "language.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);

    [Fact]
    public void Every_link_of_a_page_leads_somewhere()
    {
        string[] broken =
        [
            .. from page in Pages()
               from Match link in Link().Matches(File.ReadAllText(page))
               where !Leads(page, link.Groups["file"].Value, link.Groups["section"].Value)
               select $"{Path.GetFileName(page)}: {link.Value}",
        ];

        Assert.Empty(broken);
    }

    private static bool Leads(string page, string file, string section)
    {
        var target = file.Length == 0 ? page : Path.Combine(Folder, file);
        return section.Length == 0
            ? Path.Exists(target)
            : File.Exists(target) && Heading().Matches(File.ReadAllText(target)).Any(h => AnchorOf(h.Groups["title"].Value) == section);
    }

    /// <summary>The anchor that code hosts give a heading: lower case, hyphens for blanks, marks left out.</summary>
    private static string AnchorOf(string title) =>
        string.Concat(title.Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');

    [GeneratedRegex(@"\]\((?!https?:)(?<file>[^)#\s]*)(#(?<section>[^)\s]+))?\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (?<title>.+?)\r?$", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Heading();

    private static IEnumerable<string> ProblemsOf(Scenario scenario, Agreement agreement)
    {
        var outcome = ScenarioRunner.Run(scenario, agreement);
        return outcome.Expectations.Where(e => !e.Holds).Select(e => $"{scenario.Title}: {e.Expectation.Text}: {e.Problem}")
            .Concat(outcome.Passed ? [] : [$"{scenario.Title}: not passed"]);
    }

    private static IEnumerable<string> Pages() => Directory.EnumerateFiles(Folder, "*.md").Order(StringComparer.Ordinal);

    private static int Count(string page, string words) => page.Split(words).Length - 1;

    private static string FindDocs()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var docs = Path.Combine(folder.FullName, "docs");
            if (File.Exists(Path.Combine(docs, "language.md")))
            {
                return docs;
            }
        }

        throw new InvalidOperationException("docs/language.md was not found in any folder above the tests.");
    }
}
