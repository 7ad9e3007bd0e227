using Pacta.Checking;
using Pacta.Language.Compilation;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Presentation.Words;
using Pacta.Reports;
using Pacta.Tests.Cli;

namespace Pacta.Tests.Docs;

/// <summary>The example of docs/embedding.md is these lines, and they do what the page says.</summary>
public sealed class EmbeddingTests
{
    [Fact]
    public void The_example_of_the_page_tells_what_is_found()
    {
        var told = new List<string>();
        var (agreementText, reportLines) = (Demo("grey_line.pacta"), Demo("grey_line.jsonl"));

        // example
        var problems = new DiagnosticBag();
        var compiled = Compiler.Compile([new SourceText("grey_line.pacta", agreementText)]);
        var reports = ReportReader.Read(new SourceText("reports.jsonl", reportLines), problems, keepGoing: false);
        var result = Checker.Check(new CheckRequest(compiled.Agreements, reports.Records));
        foreach (var finding in result.Agreements.SelectMany(a => a.Findings))
        {
            told.Add($"{finding.Id} {Speech.Default.Parties.Of(finding)}: {Speech.Default.States.WithClause(finding, Speech.Default.Clauses.Short(finding))}");
        }

        // end
        Assert.Empty(problems.Items);
        Assert.Equal(result.Agreements.Sum(a => a.Findings.Length), told.Count);
        Assert.Contains(told, t => t.EndsWith("borland to aland: not consistent with 2", StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_shows_these_lines()
    {
        var source = File.ReadAllLines(Path.Combine(Golden.Root(), "tests", "Pacta.Tests", "Docs", "EmbeddingTests.cs"));
        var example = source.SkipWhile(l => l.Trim() != "// example").Skip(1).TakeWhile(l => l.Trim() != "// end").Select(l => l.Length > 8 ? l[8..] : string.Empty);
        var page = File.ReadAllLines(Path.Combine(Golden.Root(), "docs", "embedding.md"));
        var shown = page.SkipWhile(l => l != "```csharp").Skip(1).TakeWhile(l => l != "```");

        Assert.Equal(string.Join('\n', example).Trim().Replace("told.Add(", "Console.WriteLine(", StringComparison.Ordinal), string.Join('\n', shown).Trim());
    }

    private static string Demo(string name) => File.ReadAllText(Path.Combine(Golden.Root(), "src", "Pacta.Cli", "Demo", name));
}
