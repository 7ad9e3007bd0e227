using System.Text;
using Pacta.LanguageServer.Documents;
using Pacta.LanguageServer.Protocol;
using Pacta.Model.Diagnostics;

namespace Pacta.LanguageServer.Features;

/// <summary>What is wrong with a document, at its places.</summary>
internal static class Diagnosing
{
    private const string Name = "pacta";

    /// <param name="more">What is found otherwise than by compiling.</param>
    public static DiagnosticItem[] Of(Analysed analysed, IEnumerable<Diagnostic> more) =>
        [.. analysed.Diagnostics.Concat(more.Where(d => d.Labels is [var first, ..] && ReferenceEquals(first.File, analysed.Document.Source))).Select(d => Of(d, analysed))];

    public static DiagnosticItem Of(Diagnostic diagnostic, Analysed analysed) => new(
        analysed.Document.RangeOf(diagnostic.Labels[0].Span),
        diagnostic.Severity switch
        {
            Severity.Error => 1,
            Severity.Warning => 2,
            _ => 3,
        },
        diagnostic.Code,
        Name,
        MessageOf(diagnostic),
        diagnostic.Labels.Length > 1 ? [.. diagnostic.Labels.Skip(1).Select(l => Related(l, analysed)).OfType<RelatedInformation>()] : null);

    private static string MessageOf(Diagnostic diagnostic)
    {
        var text = new StringBuilder(diagnostic.Headline);
        if (diagnostic.Help is { Length: > 0 } help)
        {
            text.Append('\n').Append(help);
        }

        if (diagnostic.Example is { Length: > 0 } example)
        {
            text.Append("\nRight:\n  ").Append(example.Replace("\n", "\n  ", StringComparison.Ordinal));
        }

        return text.ToString();
    }

    private static RelatedInformation? Related(Label label, Analysed analysed) =>
        analysed.DocumentOf(label.File) is { } document ? new RelatedInformation(document.LocationOf(label.Span), label.Section is { } way ? $"{label.Message} ({way})" : label.Message) : null;
}
