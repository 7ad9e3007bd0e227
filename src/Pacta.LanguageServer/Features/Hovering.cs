using Pacta.Language.Binding.Names;
using Pacta.LanguageServer.Documents;
using Pacta.LanguageServer.Features.Telling;
using Pacta.LanguageServer.Protocol;

namespace Pacta.LanguageServer.Features;

/// <summary>What the name under the pointer stands for.</summary>
internal static class Hovering
{
    /// <param name="hasMarkdown">Can the editor show more than plain text?</param>
    public static Hover? Of(Analysed analysed, int offset, bool hasMarkdown)
    {
        if (analysed.NameAt(offset) is not { } use || Told(analysed, use) is not { Length: > 0 } text)
        {
            return null;
        }

        return new Hover(hasMarkdown ? new MarkupContent("markdown", text) : new MarkupContent("plaintext", Plain(text)), analysed.Document.RangeOf(use.Span));
    }

    private static string Told(Analysed analysed, NameUse use) => use.Thing.Subject switch
    {
        ClauseSymbol clause => new ClauseInWords(analysed, clause).Tell(),
        _ => new NameInWords(analysed).Tell(use.Thing),
    };

    private static string Plain(string markdown) =>
        markdown.Replace("**", string.Empty, StringComparison.Ordinal).Replace("`", string.Empty, StringComparison.Ordinal).Replace("  \n", "\n", StringComparison.Ordinal);
}
