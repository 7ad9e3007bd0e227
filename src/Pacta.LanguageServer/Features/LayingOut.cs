using Pacta.Language.Formatting;
using Pacta.LanguageServer.Documents;
using Pacta.LanguageServer.Protocol;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.LanguageServer.Features;

/// <summary>The one canonical layout, as <c>pacta format</c> writes it.</summary>
internal static class LayingOut
{
    /// <summary>One change from the first character that differs to the last. A file with mistakes stays as it is: the mistakes are shown anyway, and saving must go on.</summary>
    public static TextEdit[] Of(Document document)
    {
        if (document.Parsed.HasErrors || Formatter.Format(document.Source, new DiagnosticBag()) is not { } text || text == document.Text)
        {
            return [];
        }

        var before = document.Text;
        var start = before.AsSpan().CommonPrefixLength(text);
        var end = 0;
        while (end < Math.Min(before.Length, text.Length) - start && before[^(end + 1)] == text[^(end + 1)])
        {
            end++;
        }

        // A pair of \r\n, or of two halves of one character, is replaced whole or not at all.
        start -= start > 0 && IsInside(before, start) ? 1 : 0;
        end -= end > 0 && IsInside(before, before.Length - end) ? 1 : 0;
        return [new TextEdit(document.RangeOf(new TextSpan(start, before.Length - end - start)), text[start..^end])];
    }

    private static bool IsInside(string text, int at) =>
        at < text.Length && (text[at - 1] == '\r' || char.IsLowSurrogate(text[at]));
}
