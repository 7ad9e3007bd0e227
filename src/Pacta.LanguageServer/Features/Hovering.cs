using System.Text;
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

    /// <summary>Without the marks that only some editors show as what they mean.</summary>
    private static string Plain(string markdown)
    {
        var plain = new StringBuilder(markdown.Length);
        for (var i = 0; i < markdown.Length; i++)
        {
            var c = markdown[i];
            if (c == '\\' && i + 1 < markdown.Length)
            {
                plain.Append(markdown[++i]);
            }
            else if (c is not ('*' or '`'))
            {
                plain.Append(c);
            }
        }

        return plain.ToString().Replace("  \n", "\n", StringComparison.Ordinal);
    }
}
