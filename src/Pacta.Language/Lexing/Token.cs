using Pacta.Model.Text;

namespace Pacta.Language.Lexing;

internal enum TokenKind : byte
{
    /// <summary>The end of an item: a line end, or nothing at all before a closing brace and at the end of the file.</summary>
    EndOfLine,
    EndOfFile,

    /// <summary>A word of the language or a declared name; <see cref="Token.Word"/> tells them apart.</summary>
    Name,

    /// <summary>One letter, digits may follow.</summary>
    Variable,
    Number,
    Text,

    /// <summary>2021-09-10</summary>
    Date,

    /// <summary>2021-09</summary>
    Month,

    /// <summary>14:30</summary>
    Clock,
    OpenBrace,
    CloseBrace,
    OpenParenthesis,
    CloseParenthesis,
    Comma,
    Plus,
    Minus,
    Star,
    Slash,
    Percent,

    /// <summary>Two dots, from one value to another.</summary>
    Range,
}

/// <summary>
/// One token and the white space and comments before it. Trivia and tokens, one after the other, are the whole source, whatever
/// is wrong with it.
/// </summary>
/// <param name="IsBroken">A mistake in the characters was found in this token or just before it.</param>
internal readonly record struct Token(TokenKind Kind, Word Word, bool IsBroken, int TriviaStart, int Start, int End)
{
    public TextSpan Span => new(Start, End - Start);

    public TextSpan Trivia => new(TriviaStart, Start - TriviaStart);

    /// <summary>Fit to name something: a name or a variable that is not a word the language keeps for itself.</summary>
    public bool IsWord => (Kind == TokenKind.Name && !Word.IsReserved()) || Kind == TokenKind.Variable;

    /// <summary>Fit to name something declared.</summary>
    public bool IsName => Kind == TokenKind.Name && !Word.IsReserved();
}
