using System.Collections.Immutable;
using Pacta.Language.Lexing;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Language.Parsing;

/// <summary>Reporting: one mistake, one message.</summary>
internal sealed partial class FileParser
{
    private int _reportedLexical;

    /// <summary>The token at which the last mistake was reported; a second one there follows from the first.</summary>
    private int _reportedAt = -1;

    /// <summary>The first token of the item that is being read.</summary>
    private int _itemStart = -1;

    /// <summary>A first word that was misspelt and guessed: what is wrong behind it may come from a wrong guess.</summary>
    private int _guessedAt = -1;

    private string? _chapter;
    private string? _article;

    private string? Section =>
        _chapter is null && _article is null ? null
        : _article is null ? $"chapter {_chapter}"
        : _chapter is null ? $"article {_article}"
        : $"chapter {_chapter}, article {_article}";

    /// <summary>The last word read on this line, for "after ..."; null at the start of a line.</summary>
    private string? Before
    {
        get
        {
            if (_at == 0 || _tokens[_at - 1].Kind is TokenKind.EndOfLine or TokenKind.OpenBrace)
            {
                return null;
            }

            return Shorten(TextOf(_tokens[_at - 1]));
        }
    }

    /// <summary>What stands here instead of what was expected.</summary>
    private string Found => Describe(Current);

    private string Describe(Token token) => token.Kind switch
    {
        TokenKind.EndOfLine or TokenKind.EndOfFile => "the line ends",
        TokenKind.Text => "there is a text",
        TokenKind.Variable => $"there is the variable {TextOf(token)}",
        TokenKind.Number => $"there is the number {TextOf(token)}",
        TokenKind.Date or TokenKind.Month => $"there is the date {TextOf(token)}",
        _ => $"there is '{Shorten(TextOf(token))}'",
    };

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..37] + "...";

    /// <summary>Reports something that should stand here and does not. Always answers false.</summary>
    private bool Missing(Mistake mistake)
    {
        var span = AtEndOfItem ? new TextSpan(_lastEnd, 0) : Current.Span;
        Report(mistake, span);
        return false;
    }

    /// <summary>
    /// Reports that a line begins like nothing that may stand here, unless the line before could not be read: this one then probably
    /// belongs to it. Always answers false.
    /// </summary>
    private bool Unexpected(Mistake mistake) => _itemStart != _skippedTo && Missing(mistake);

    /// <summary>Reports a mistake, unless it follows from one that was reported on the same line. Always answers false.</summary>
    private bool Report(Mistake mistake, TextSpan span, params ReadOnlySpan<Label> more)
    {
        if (_reportedAt == _at || _guessedAt == _itemStart || LineIsBroken())
        {
            return false;
        }

        _reportedAt = _at;
        Add(mistake, span, more);
        return false;
    }

    private void Add(Mistake mistake, TextSpan span, ReadOnlySpan<Label> more = default)
    {
        ReportLexicalMistakes(_at - 1);
        var labels = ImmutableArray.CreateBuilder<Label>(1 + more.Length);
        labels.Add(new Label(_source, span, mistake.Label, Section));
        labels.AddRange(more);
        _diagnostics.Add(new Diagnostic(mistake.Code, Severity.Error, mistake.Headline, labels.DrainToImmutable(), mistake.Help, mistake.Example) { Fix = mistake.FixIn(_source, span) });
    }

    private void ReportLexicalMistakes(int upTo)
    {
        for (; _reportedLexical < _lexicalMistakes.Count && _lexicalMistakes[_reportedLexical].TokenIndex <= upTo; _reportedLexical++)
        {
            var (_, span, mistake) = _lexicalMistakes[_reportedLexical];
            _diagnostics.Add(new Diagnostic(
                mistake.Code, Severity.Error, mistake.Headline, [new Label(_source, span, mistake.Label, Section)], mistake.Help, mistake.Example)
            { Fix = mistake.FixIn(_source, span) });
        }
    }

    /// <summary>Are characters wrong somewhere on the line of the current token? Then the rest of it cannot be judged.</summary>
    private bool LineIsBroken()
    {
        if (_lexicalMistakes.Count == 0)
        {
            return false;
        }

        for (var i = _at; i >= 0 && (i == _at || !EndsLine(_tokens[i])); i--)
        {
            if (_tokens[i].IsBroken)
            {
                return true;
            }
        }

        for (var i = _at; !EndsLine(_tokens[i]) && i < _tokens.Length - 1; i++)
        {
            if (_tokens[i + 1].IsBroken)
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsLine(Token token) =>
        token.Kind is TokenKind.EndOfLine or TokenKind.OpenBrace or TokenKind.CloseBrace or TokenKind.EndOfFile;
}
