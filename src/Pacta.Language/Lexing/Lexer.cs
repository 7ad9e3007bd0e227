using System.Globalization;
using Pacta.Language.Parsing;
using Pacta.Model.Text;

namespace Pacta.Language.Lexing;

/// <summary>What is wrong with the characters in or just before a token.</summary>
internal readonly record struct LexicalMistake(int TokenIndex, TextSpan Span, Mistake Mistake);

/// <summary>All tokens of a file, the last of which is the end of the file, and the mistakes in file order.</summary>
internal sealed record TokenList(Token[] Tokens, IReadOnlyList<LexicalMistake> Mistakes);

/// <summary>
/// Cuts a text into tokens. Characters that belong to no token are kept as trivia, so nothing is ever lost. A mistake is kept with
/// its token and reported by the parser when it gets there, because only the parser knows the chapter and the article.
/// </summary>
internal sealed partial class Lexer
{
    private readonly string _text;
    private readonly List<Token> _tokens;
    private readonly List<LexicalMistake> _mistakes = [];

    /// <summary>Mistakes found since the last token was added.</summary>
    private readonly List<(TextSpan Span, Mistake Mistake)> _pending = [];

    private int _at;
    private TokenKind? _last;

    private Lexer(string text)
    {
        _text = text;
        _tokens = new List<Token>((text.Length / 5) + 4);
    }

    public static TokenList Read(string text)
    {
        var lexer = new Lexer(text);
        lexer.ReadAll();
        return new TokenList([.. lexer._tokens], lexer._mistakes);
    }

    private char Here => CharAt(_at);

    private char CharAt(int index) => index < _text.Length ? _text[index] : '\0';

    private void ReadAll()
    {
        while (true)
        {
            var trivia = _at;
            var lineEnd = SkipTrivia();
            var start = _at;
            if (start >= _text.Length)
            {
                trivia = EndItem(trivia, lineEnd, isClosing: true);
                Add(TokenKind.EndOfFile, Word.None, trivia, start, start);
                return;
            }

            var (kind, word) = ReadToken();
            if (!word.IsJoining())
            {
                trivia = EndItem(trivia, lineEnd, kind == TokenKind.CloseBrace);
            }

            Add(kind, word, trivia, start, _at);
        }
    }

    /// <summary>
    /// Adds the end of the item before the token that was just read, where there is one. Answers where that token's trivia begin.
    /// </summary>
    private int EndItem(int trivia, TextSpan? lineEnd, bool isClosing)
    {
        if (_last is null or TokenKind.EndOfLine or TokenKind.OpenBrace)
        {
            return trivia;
        }

        if (!isClosing && (lineEnd is null || ContinuesBelow(_last.Value)))
        {
            return trivia;
        }

        var span = lineEnd ?? new TextSpan(trivia, 0);
        Add(TokenKind.EndOfLine, Word.None, trivia, span.Start, span.End);
        return span.End;
    }

    private static bool ContinuesBelow(TokenKind kind) =>
        kind is TokenKind.Comma or TokenKind.OpenParenthesis or TokenKind.Plus or TokenKind.Minus or TokenKind.Star or TokenKind.Slash;

    private void Add(TokenKind kind, Word word, int trivia, int start, int end)
    {
        var isBroken = false;
        var done = 0;
        while (done < _pending.Count && _pending[done].Span.Start < Math.Max(end, start + 1))
        {
            _mistakes.Add(new LexicalMistake(_tokens.Count, _pending[done].Span, _pending[done].Mistake));
            isBroken = true;
            done++;
        }

        _pending.RemoveRange(0, done);
        _tokens.Add(new Token(kind, word, isBroken, trivia, start, end));
        _last = kind;
    }

    private void Wrong(int start, Mistake mistake) => _pending.Add((new TextSpan(start, _at - start), mistake));

    /// <summary>Skips blanks, line ends, comments and characters the language has no use for. Answers the first line end, if any.</summary>
    private TextSpan? SkipTrivia()
    {
        TextSpan? lineEnd = null;
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (c is ' ' or '\t')
            {
                _at++;
            }
            else if (c is '\n' or '\r')
            {
                var length = c == '\r' && CharAt(_at + 1) == '\n' ? 2 : 1;
                lineEnd ??= new TextSpan(_at, length);
                _at += length;
            }
            else if (c == '/' && CharAt(_at + 1) == '/')
            {
                var end = _text.AsSpan(_at).IndexOfAny('\r', '\n');
                _at = end < 0 ? _text.Length : _at + end;
            }
            else if (char.IsWhiteSpace(c) || c is '\uFEFF' or '\u200B' or '\u200E' or '\u200F')
            {
                _at++;
            }
            else if (!StartsToken(c))
            {
                SkipUnknown();
            }
            else
            {
                break;
            }
        }

        return lineEnd;
    }

    private static bool StartsToken(char c) =>
        char.IsAsciiLetterOrDigit(c) || c is '"' or '{' or '}' or '(' or ')' or ',' or '+' or '-' or '*' or '/' or '%' or '.'
        || IsOpeningQuote(c) || char.IsLetter(c);

    /// <summary>Skips a run of characters that mean nothing, so that there is one message for all of them.</summary>
    private void SkipUnknown()
    {
        var start = _at;
        while (_at < _text.Length && !StartsToken(_text[_at]) && !char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }

        var run = _text[start.._at];
        Wrong(start, SyntaxErrors.ComparisonInSymbols(run) ?? SyntaxErrors.UnknownCharacter(run));
    }

    private (TokenKind Kind, Word Word) ReadToken()
    {
        var c = Here;
        if (char.IsAsciiDigit(c))
        {
            return (ReadNumberOrTime(), Word.None);
        }

        if (c == '"' || IsOpeningQuote(c))
        {
            ReadText();
            return (TokenKind.Text, Word.None);
        }

        if (char.IsLetter(c))
        {
            return ReadWord();
        }

        return (ReadMark(), Word.None);
    }

    private TokenKind ReadMark()
    {
        var start = _at++;
        switch (_text[start])
        {
            case '{':
                return TokenKind.OpenBrace;
            case '}':
                return TokenKind.CloseBrace;
            case '(':
                return TokenKind.OpenParenthesis;
            case ')':
                return TokenKind.CloseParenthesis;
            case ',':
                return TokenKind.Comma;
            case '+':
                return TokenKind.Plus;
            case '-':
                return TokenKind.Minus;
            case '*':
                return TokenKind.Star;
            case '/':
                return TokenKind.Slash;
            case '%':
                return TokenKind.Percent;
            default:
                // A dot: two are the range, anything else was probably meant to be.
                var dots = 1;
                for (; Here == '.'; _at++)
                {
                    dots++;
                }

                if (dots != 2)
                {
                    Wrong(start, SyntaxErrors.UnknownCharacter(_text[start.._at]));
                }

                return TokenKind.Range;
        }
    }

    private (TokenKind Kind, Word Word) ReadWord()
    {
        var start = _at;
        while (_at < _text.Length && IsWordPart(_text[_at]))
        {
            _at++;
        }

        var word = _text.AsSpan(start, _at - start);
        return word[1..].ContainsAnyExceptInRange('0', '9') ? (TokenKind.Name, Words.Find(word)) : (TokenKind.Variable, Word.None);
    }

    private static bool IsWordPart(char c) =>
        char.IsAsciiLetterOrDigit(c) || c == '_' || (c > '\u007F' && (char.IsLetterOrDigit(c) || IsMark(c)));

    /// <summary>Vowel signs and accents that are characters of their own.</summary>
    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
