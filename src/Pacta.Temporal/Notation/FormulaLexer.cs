using System.Collections.Immutable;

namespace Pacta.Temporal.Notation;

/// <summary>
/// The words of a formula. Where several readings are possible the longest is taken, as a generated lexer does: <c>x-1</c> is one name,
/// <c>x - 1</c> is a difference.
/// </summary>
internal sealed class FormulaLexer
{
    private static readonly string[] Symbols =
        ["<-", "<=", "<|", "<", ">=", ">", "|>", "=", "+", "-", ".", "*", "/", "(", ")", "[", "]", ",", ";", "?"];

    private readonly string _text;
    private int _at;
    private int _line = 1;
    private int _lineStart;

    private FormulaLexer(string text) => _text = text;

    /// <summary>All tokens, the last one being the end.</summary>
    /// <exception cref="NotationException">A character or a comment is not of the notation.</exception>
    public static ImmutableArray<Token> Read(string text)
    {
        var lexer = new FormulaLexer(text);
        var tokens = ImmutableArray.CreateBuilder<Token>();
        do
        {
            tokens.Add(lexer.Next());
        }
        while (tokens[^1].Kind != TokenKind.End);
        return tokens.ToImmutable();
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private static bool IsNamePart(char c) => IsNameStart(c) || c is '-' or '/' or ':' or '\'' or '"';

    private char Peek(int ahead = 0) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private Token Next()
    {
        SkipBlanks();
        if (_at >= _text.Length)
        {
            return Here(TokenKind.End, string.Empty);
        }

        var c = Peek();
        if (IsNameStart(c))
        {
            return Word();
        }

        if (c == '-' && char.IsAsciiDigit(Peek(1)))
        {
            return Number();
        }

        if (c is '"' or '\'')
        {
            var end = EndOfText(_at);
            return end < 0
                ? throw Fault("This text does not end.", "Close it with the quote that it begins with.", "name = \"aland\"")
                : Take(TokenKind.Text, end - _at, _text[(_at + 1)..(end - 1)]);
        }

        if (c is '◁' or '▷')
        {
            return Take(TokenKind.Word, 1, c == '◁' ? "MATCHP" : "MATCHF");
        }

        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(_text, _at, symbol, 0, symbol.Length) == 0)
            {
                return symbol switch
                {
                    "<|" => Take(TokenKind.Word, 2, "MATCHP"),
                    "|>" => Take(TokenKind.Word, 2, "MATCHF"),
                    _ => Take(TokenKind.Symbol, symbol.Length, symbol),
                };
            }
        }

        throw Fault(
            $"The character {Show(c)} is not used in formulas.",
            "Names are of the letters A to Z, digits and underscores. Anything else stands in quotes.",
            "report(\"émile\", x)");
    }

    private static string Show(char c) => char.IsControl(c) || char.IsSurrogate(c) ? $"U+{(int)c:X4}" : $"'{c}'";

    private void SkipBlanks()
    {
        while (_at < _text.Length)
        {
            var c = Peek();
            if (c == '#')
            {
                while (_at < _text.Length && Peek() is not ('\n' or '\r'))
                {
                    _at++;
                }
            }
            else if (c == '(' && Peek(1) == '*')
            {
                SkipComment();
            }
            else if (c is ' ' or '\t' or '\r' or '\n')
            {
                Advance(1);
            }
            else
            {
                return;
            }
        }
    }

    private void SkipComment()
    {
        var end = _text.IndexOf("*)", _at + 2, StringComparison.Ordinal);
        if (end < 0)
        {
            throw Fault("This comment does not end.", "Close it with *).", "(* a remark *)");
        }

        Advance(end + 2 - _at);
    }

    private Token Word()
    {
        var length = 1;
        while (IsNamePart(Peek(length)))
        {
            length++;
        }

        if (Peek() == 'r' && Peek(1) is '"' or '\'' && EndOfText(_at + 1) is >= 0 and var end && end - _at >= length)
        {
            return Take(TokenKind.Pattern, end - _at, _text[(_at + 2)..(end - 1)]);
        }

        var digits = Digits(0);
        if (digits > 0)
        {
            if (digits == length)
            {
                return Number();
            }

            if (digits + 1 == length && char.IsAsciiLetter(Peek(digits)))
            {
                return Take(TokenKind.Duration, length, _text.Substring(_at, length));
            }
        }

        var word = _text.Substring(_at, length);
        return word == "_" ? Take(TokenKind.Symbol, 1, "_") : FormulaWords.Canonical(word) is { } canonical
            ? Take(TokenKind.Word, length, canonical)
            : Take(TokenKind.Name, length, word);
    }

    /// <summary>A number, with its sign if it has one directly before it.</summary>
    private Token Number()
    {
        var length = Peek() == '-' ? 1 : 0;
        length += Digits(length);
        var kind = TokenKind.Integer;
        if (Peek(length) == '.')
        {
            length++;
            length += Digits(length);
            kind = TokenKind.Decimal;
        }

        return Take(kind, length, _text.Substring(_at, length));
    }

    private int Digits(int ahead)
    {
        var count = 0;
        while (char.IsAsciiDigit(Peek(ahead + count)))
        {
            count++;
        }

        return count;
    }

    /// <summary>Behind the closing quote of the text that begins there; -1 if it is not closed.</summary>
    /// <summary>A quote behind a backslash is part of the text, and both are kept as they stand; unless the text would then not end.</summary>
    private int EndOfText(int start)
    {
        for (var at = start + 1; at < _text.Length; at++)
        {
            if (_text[at] == _text[start])
            {
                return at + 1;
            }

            at += _text[at] == '\\' ? 1 : 0;
        }

        return _text.IndexOf(_text[start], start + 1) + 1 is > 0 and var end ? end : -1;
    }

    private Token Here(TokenKind kind, string text) => new(kind, text, _line, _at - _lineStart + 1);

    private Token Take(TokenKind kind, int length, string text)
    {
        var token = Here(kind, text);
        Advance(length);
        return token;
    }

    private void Advance(int length)
    {
        for (var end = _at + length; _at < end; _at++)
        {
            if (_text[_at] == '\n')
            {
                _line++;
                _lineStart = _at + 1;
            }
        }
    }

    private NotationException Fault(string message, string help, string example) =>
        new(_line, _at - _lineStart + 1, message, help, example);
}
