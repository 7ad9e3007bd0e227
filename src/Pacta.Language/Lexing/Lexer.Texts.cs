using Pacta.Language.Parsing;

namespace Pacta.Language.Lexing;

/// <summary>Texts in quotation marks.</summary>
internal sealed partial class Lexer
{
    private static bool IsOpeningQuote(char c) => c is '\'' or '\u201C' or '\u201D' or '\u201E' or '\u2018' or '\u2019' or '\u201A' or '\u00AB' or '\u00BB';

    /// <summary>
    /// A text ends at its line even if its closing mark is lost; a brace that opens a block at the end of that line is not
    /// swallowed with it.
    /// </summary>
    private void ReadText()
    {
        var start = _at;
        var isStraight = Here == '"';
        var line = RestOfLine();
        var close = isStraight ? line[1..].IndexOf('"') : ClosingQuote(line);
        if (close >= 0)
        {
            _at = start + 1 + close + 1;
            if (!isStraight)
            {
                Wrong(start, SyntaxErrors.CurlyQuotes(_text[start], _text[(start + 1)..(_at - 1)]));
            }

            return;
        }

        line = line.TrimEnd();
        if (line.Length > 1 && line[^1] == '{')
        {
            line = line[..^1].TrimEnd();
        }

        _at = start + line.Length;
        Wrong(start, IsApostrophe(start) ? SyntaxErrors.Apostrophe() : SyntaxErrors.UnterminatedText());
    }

    /// <summary>Behind a letter: <c>42 days' notice</c>.</summary>
    private bool IsApostrophe(int at) => _text[at] is '\'' or '\u2019' && at > 0 && char.IsLetter(_text[at - 1]);

    private ReadOnlySpan<char> RestOfLine()
    {
        var rest = _text.AsSpan(_at);
        var end = rest.IndexOfAny('\r', '\n');
        return end < 0 ? rest : rest[..end];
    }

    private static int ClosingQuote(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> marks = line[0] == '\'' ? "'" : "\"\u201C\u201D\u2018\u2019\u00AB\u00BB";
        return line[1..].IndexOfAny(marks);
    }
}
