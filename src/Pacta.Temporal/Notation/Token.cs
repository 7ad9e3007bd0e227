namespace Pacta.Temporal.Notation;

internal enum TokenKind
{
    /// <summary>A name of an event or of a variable.</summary>
    Name,

    /// <summary>A word of the notation, such as AND.</summary>
    Word,

    Integer,
    Decimal,

    /// <summary>A number with a unit of time, such as 3d.</summary>
    Duration,

    /// <summary>A text; the token has it without its quotes.</summary>
    Text,

    /// <summary>A regular expression; the token has it without its quotes.</summary>
    Pattern,

    Symbol,
    End,
}

/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Line, int Column)
{
    public bool Is(string symbolOrWord) =>
        Kind is TokenKind.Symbol or TokenKind.Word && string.Equals(Text, symbolOrWord, StringComparison.Ordinal);

    /// <summary>For messages.</summary>
    public string Shown => Kind switch
    {
        TokenKind.End => "the end of the formula",
        TokenKind.Text => $"\"{Text}\"",
        TokenKind.Pattern => $"r\"{Text}\"",
        _ => $"'{Text}'",
    };
}
