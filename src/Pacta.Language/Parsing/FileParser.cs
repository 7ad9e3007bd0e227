using System.Collections.Immutable;
using Pacta.Language.Lexing;
using Pacta.Language.Syntax;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Language.Parsing;

/// <summary>
/// A recursive descent over the tokens of one file. A method that reads something answers null if it could not; the mistake is then
/// reported already, and whoever reads items skips to the end of the line. This part: the cursor, words, names and literals.
/// </summary>
internal sealed partial class FileParser
{
    /// <summary>How deep conditions, terms and noun phrases may nest. Real texts need less than ten.</summary>
    private const int DeepestNesting = 100;

    private readonly SourceText _source;
    private readonly DiagnosticBag _diagnostics;
    private readonly string _text;
    private readonly Token[] _tokens;
    private readonly IReadOnlyList<LexicalMistake> _lexicalMistakes;

    private int _at;
    private int _depth;

    /// <summary>The offset after the last token that was not a line end.</summary>
    private int _lastEnd;

    public FileParser(SourceText source, DiagnosticBag diagnostics)
    {
        _source = source;
        _diagnostics = diagnostics;
        _text = source.Content;
        var list = Lexer.Read(_text);
        _tokens = list.Tokens;
        _lexicalMistakes = list.Mistakes;
    }

    // ---- the cursor

    private Token Current => _tokens[_at];

    private Token Peek(int distance = 1) => _tokens[Math.Min(_at + distance, _tokens.Length - 1)];

    private bool At(Word word) => Current.Word == word;

    private bool At(TokenKind kind) => Current.Kind == kind;

    private bool At(Word first, Word second) => Current.Word == first && Peek().Word == second;

    private bool AtEndOfItem => Current.Kind is TokenKind.EndOfLine or TokenKind.CloseBrace or TokenKind.EndOfFile;

    private Token Advance()
    {
        var token = Current;
        if (token.IsBroken)
        {
            ReportLexicalMistakes(_at);
        }

        if (token.Kind is not (TokenKind.EndOfLine or TokenKind.EndOfFile))
        {
            _lastEnd = token.End;
        }

        if (_at < _tokens.Length - 1)
        {
            _at++;
        }

        return token;
    }

    private bool Eat(Word word)
    {
        if (!At(word))
        {
            return false;
        }

        Advance();
        return true;
    }

    private bool Eat(TokenKind kind)
    {
        if (!At(kind))
        {
            return false;
        }

        Advance();
        return true;
    }

    /// <summary>Reads a fixed word; <paramref name="example"/> shows it in its place.</summary>
    private bool Expect(Word word, string example) => Eat(word) || Missing(SyntaxErrors.WordMissing($"'{word.Spelling()}'", Before, Found, example));

    private TextSpan SpanFrom(int start) => new(start, Math.Max(0, _lastEnd - start));

    private string TextOf(Token token) => _text[token.Start..token.End];

    // ---- names

    /// <summary>A name or variable as it stands; the caller knows that it is one.</summary>
    private Identifier TakeIdentifier()
    {
        var token = Advance();
        return new Identifier(token.Span, TextOf(token));
    }

    /// <summary>A name of something declared, never a variable. <paramref name="what"/> is what it names, with its article.</summary>
    private Identifier? Name(string what, string example)
    {
        if (Current.IsName)
        {
            return TakeIdentifier();
        }

        Missing(
            At(TokenKind.Variable) ? SyntaxErrors.VariableForName(TextOf(Current), what, example)
            : Current.Word.IsReserved() && !IsNameLeftOut() ? SyntaxErrors.ReservedName(TextOf(Current), what, example)
            : SyntaxErrors.NameMissing(what, Before, Found, example));
        return null;
    }

    /// <summary>
    /// A reserved word where a name should stand: was the name forgotten, or is the word meant as the name? It is meant as the name
    /// where the line goes on as it would after a name.
    /// </summary>
    private bool IsNameLeftOut()
    {
        var next = Peek();
        var goesOn = next.Kind is TokenKind.OpenBrace or TokenKind.Comma or TokenKind.EndOfLine or TokenKind.CloseBrace
            or TokenKind.OpenParenthesis or TokenKind.EndOfFile || next.Word.IsReserved();
        return !goesOn || Current.Word is Word.At or Word.Is;
    }

    private Identifier? Variable(string example)
    {
        if (At(TokenKind.Variable))
        {
            return TakeIdentifier();
        }

        Missing(SyntaxErrors.VariableMissing(Before, Found, example));
        return null;
    }

    /// <summary>A name or a variable.</summary>
    private Identifier? WordOrVariable(string what, string example) => At(TokenKind.Variable) ? TakeIdentifier() : Name(what, example);

    private ImmutableArray<Identifier>? Names(string what, string example)
    {
        var names = ImmutableArray.CreateBuilder<Identifier>();
        do
        {
            if (Name(what, example) is not { } name)
            {
                return null;
            }

            names.Add(name);
        }
        while (Eat(TokenKind.Comma) && !ListEndsInComma());
        return names.ToImmutable();
    }

    // ---- literals

    private StringLiteral? Text(string what, string example)
    {
        if (OptionalText() is { } text)
        {
            return text;
        }

        Missing(SyntaxErrors.TextMissing(what, Before, Found, example));
        return null;
    }

    private StringLiteral? OptionalText()
    {
        if (!At(TokenKind.Text))
        {
            return null;
        }

        var token = Advance();
        return new StringLiteral(token.Span, Literals.Text(_text, token.Start, token.End));
    }

    private NumberLiteral? Number(string what, string example)
    {
        if (!At(TokenKind.Number))
        {
            Missing(SyntaxErrors.NumberMissing(what, Before, Found, example));
            return null;
        }

        var token = Advance();
        return Literals.Number(_text, token.Start, token.End) is { } value ? new NumberLiteral(token.Span, value) : null;
    }

    private bool AtMoment => Current.Kind is TokenKind.Date or TokenKind.Month;

    /// <summary>A date, a month or a date with a clock time.</summary>
    private MomentLiteral? Moment(string example)
    {
        if (!AtMoment)
        {
            Missing(LooseDate() ?? SyntaxErrors.DateMissing(Before, Found, example));
            return null;
        }

        var date = Advance();
        if (!At(TokenKind.Clock))
        {
            return HasOwnMistake(date) ? null : Literals.Moment(_text, date.Start, date.End);
        }

        if (date.Kind == TokenKind.Month)
        {
            Missing(SyntaxErrors.ClockWithoutDay(TextOf(date), TextOf(Current)));
            return null;
        }

        var clock = Advance();
        if (HasOwnMistake(date) || HasOwnMistake(clock))
        {
            return null;
        }

        return Literals.Moment(_text, date.Start, date.End) with
        {
            Span = SpanFrom(date.Start),
            Hour = Literals.TwoDigits(_text, clock.Start),
            Minute = Literals.TwoDigits(_text, clock.Start + 3),
        };
    }

    /// <summary>Is the token itself wrong, such as a day that no month has, and not just something before it?</summary>
    private bool HasOwnMistake(Token token)
    {
        if (!token.IsBroken)
        {
            return false;
        }

        foreach (var mistake in _lexicalMistakes)
        {
            if (mistake.Span.Start == token.Start)
            {
                return true;
            }
        }

        return false;
    }
}
