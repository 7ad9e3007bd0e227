using Pacta.LanguageServer.Documents;
using Pacta.LanguageServer.Protocol;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Range = Pacta.LanguageServer.Protocol.Range;

namespace Pacta.LanguageServer.Features;

/// <summary>Changes that mend mistakes: one for each message that says for certain what would be right.</summary>
internal static class Mending
{
    public const string Kind = "quickfix";

    private const int LongestTitle = 60;

    public static CodeAction[] Of(Analysed analysed, Range range)
    {
        var asked = analysed.Document.Lines.SpanOf(range);
        return
        [
            .. analysed.Diagnostics
                .Where(d => Touches(d.Labels[0].Span, asked))
                .Select(d => Of(d, analysed))
                .OfType<CodeAction>(),
        ];
    }

    private static CodeAction? Of(Diagnostic diagnostic, Analysed analysed)
    {
        if (diagnostic.Fix is not { } fix || analysed.DocumentOf(fix.File) is not { } document)
        {
            return null;
        }

        var span = fix.Replacement.Length == 0 ? WithBlank(document.Text, fix.Span) : fix.Span;
        var edit = new TextEdit(document.RangeOf(span), fix.Replacement);
        return new CodeAction(TitleOf(fix, document.Text), Kind, [Diagnosing.Of(diagnostic, analysed)], true, new WorkspaceEdit(new() { [document.Uri] = [edit] }));
    }

    private static string TitleOf(Fix fix, string text)
    {
        var old = Shown(text.Substring(fix.Span.Start, fix.Span.Length));
        var now = Shown(fix.Replacement);
        return fix.Replacement.Length == 0 ? $"Leave out “{old}”" : fix.Span.Length == 0 ? $"Put in “{now}”" : $"Write “{now}”";
    }

    private static string Shown(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestTitle ? line : line[..(LongestTitle - 1)] + "…";
    }

    /// <summary>A word goes with one of the blanks around it.</summary>
    private static TextSpan WithBlank(string text, TextSpan span) =>
        span.End < text.Length && text[span.End] == ' ' && (span.Start == 0 || char.IsWhiteSpace(text[span.Start - 1])) ? new TextSpan(span.Start, span.Length + 1) : span;

    private static bool Touches(TextSpan a, TextSpan b) => a.Start <= b.End && b.Start <= a.End;
}
