using Pacta.Linting;
using Pacta.Tests.Language;

namespace Pacta.Tests.Help;

/// <summary>What <c>pacta lint</c> says of lines of an agreement as pages show them, put wherever lines can stand; what it says of the rest of the file is left out.</summary>
internal static class LintExamples
{
    /// <summary>Where the lines cannot stand, the codes of the mistakes.</summary>
    public static IEnumerable<string[]> CodesOf(string example) => Fragments.Of(example).Select(file =>
    {
        var compilation = Fragments.Compile(file);
        var start = file.Content.IndexOf(example, StringComparison.Ordinal);
        return (compilation.Diagnostics is { Length: > 0 } mistakes
            ? mistakes.Select(d => d.Code)
            : Linter.Lint(compilation, [file]).Where(d => d.Labels[0].Span.Start >= start && d.Labels[0].Span.End <= start + example.Length).Select(d => d.Code)).Distinct(StringComparer.Ordinal).ToArray();
    });
}
