using Pacta.Language.Compilation;
using Pacta.Linting;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Tests.Cli;

namespace Pacta.Tests.Linting;

/// <summary>The library says nothing that it does not mean, or says why.</summary>
public sealed class LibraryLintTests
{
    [Fact]
    public void The_library_has_no_warning_and_these_notes()
    {
        SourceText[] files = [.. Directory.EnumerateFiles(Path.Combine(Golden.Root(), "agreements"), "*.pacta", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => new SourceText(Path.GetFileName(f), File.ReadAllText(f)))];

        var found = Linter.Lint(Compiler.Compile(files), files);

        Assert.Equal([], found.Where(d => d.Severity != Severity.Note).Select(d => $"{d.Labels[0].File.Path}: {d.Headline}"));
        Assert.Equal(
            [
                "adapted-cfe.pacta: PACTA1007 russia", "assurances.pacta: PACTA1007 usa", "technical-agreement-1999.pacta: PACTA1007 fry",
                "north-atlantic-treaty.pacta: PACTA1011 'European State'",
            ],
            found.Select(d => $"{d.Labels[0].File.Path}: {d.Code} {About(d)}"));
    }

    private static string About(Diagnostic diagnostic) => diagnostic.Headline.Contains('\'', StringComparison.Ordinal)
        ? diagnostic.Headline[diagnostic.Headline.IndexOf('\'', StringComparison.Ordinal)..(diagnostic.Headline.LastIndexOf('\'') + 1)]
        : diagnostic.Headline.Split(' ')[6];
}
