using System.Text.RegularExpressions;
using Pacta.Presentation.Help;

namespace Pacta.Tests.Cli;

public sealed partial class HelpTests
{
    [Fact]
    public void Every_code_in_the_sources_has_a_page_and_every_page_a_code()
    {
        var source = Path.Combine(Golden.Root(), "src");
        var codes = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => Code().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.True(codes.Count > 200);
        Assert.Equal([], codes.Except(HelpPages.Codes, StringComparer.Ordinal));
        Assert.Equal([], HelpPages.Codes.Except(codes, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_page_says_what_it_means_and_shows_something_wrong_and_something_right()
    {
        foreach (var page in HelpPages.Codes.Select(HelpPages.Find).OfType<HelpPage>())
        {
            Assert.All([page.Title, page.Means, page.Wrong, page.Right], text => Assert.False(string.IsNullOrWhiteSpace(text), page.Code));
            Assert.NotEqual(page.Wrong, page.Right);
        }
    }

    [Fact]
    public void A_page_is_found_in_any_letter_case_and_without_a_code_all_are_listed()
    {
        using var command = new Command();

        Assert.StartsWith("PACTA0201: A name is not declared\n", command.Run("help", "pacta0201").Output, StringComparison.Ordinal);
        Assert.Contains("PACTA0907  Not a date\n", command.Run("help").Output, StringComparison.Ordinal);
        Assert.Contains("Did you mean PACTA0201?", command.Run("help", "PACTA02O1").Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reports")]
    [InlineData("findings")]
    [InlineData("comparison")]
    [InlineData("certificate")]
    [InlineData("verification")]
    [InlineData("period")]
    [InlineData("packages")]
    [InlineData("changes")]
    [InlineData("one-text")]
    [InlineData("diagnostics")]
    [InlineData("reading")]
    public void The_schemas_travel_inside_the_program(string name)
    {
        using var command = new Command();

        Assert.Contains("\"$schema\"", command.Run("schema", name).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_samples_in_the_readme_and_the_manual_are_what_demo_prints()
    {
        using var command = new Command { Width = 120 };

        Assert.Contains(DispatchTable(command.Run("demo").Output), Text("README.md"), StringComparison.Ordinal);
        Assert.Contains(InventedTable(command.Run("demo", "--invented").Output), Text("docs", "command-line.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_readme_counts_the_library()
    {
        var (agreements, scenarios) = (Agreements.Library.Result.Agreements.Length, Agreements.Library.Result.Scenarios.Length);

        var readme = Text("README.md");

        Assert.Contains($"| {agreements} agreements as code", readme, StringComparison.Ordinal);
        Assert.Contains($"and {scenarios} scenarios |", readme, StringComparison.Ordinal);
    }

    private static string Text(params string[] path) => File.ReadAllText(Path.Combine([Golden.Root(), .. path])).ReplaceLineEndings("\n");

    /// <summary>From the title to the last row of the table.</summary>
    private static string DispatchTable(string demo) => demo[..demo.IndexOf("\n\n1 “", StringComparison.Ordinal)];

    /// <summary>From the title of the agreement to the counts.</summary>
    private static string InventedTable(string demo)
    {
        var start = demo.IndexOf("Grey Line Memorandum", StringComparison.Ordinal);
        return demo[start..demo.IndexOf("\n  history taken", StringComparison.Ordinal)];
    }

    [GeneratedRegex("\"(PACTA[0-9]{4})\"")]
    private static partial Regex Code();
}
