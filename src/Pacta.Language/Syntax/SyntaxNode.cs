using System.Collections.Immutable;
using Pacta.Model.Text;

namespace Pacta.Language.Syntax;

/// <summary>A node of the syntax tree. The characters of a node are those of its span; white space and comments live in the tokens.</summary>
public abstract record SyntaxNode(TextSpan Span);

/// <summary>A name or a one-letter variable as written. <c>Text</c> is empty where the parser reported that a name is missing.</summary>
public sealed record Identifier(TextSpan Span, string Text) : SyntaxNode(Span)
{
    public bool IsMissing => Text.Length == 0;

    /// <summary>One letter, digits may follow: such a name is a variable and never a misspelt declaration.</summary>
    public bool IsVariable => Text.Length > 0 && char.IsLetter(Text[0]) && Text.Skip(1).All(char.IsDigit);
}

/// <summary>A string literal, without its quotation marks.</summary>
public sealed record StringLiteral(TextSpan Span, string Value) : SyntaxNode(Span);

/// <summary>A number literal: its value, underscores removed.</summary>
public sealed record NumberLiteral(TextSpan Span, decimal Value) : SyntaxNode(Span);

/// <summary>A date (2021-09-10), a month (2021-09) or a date with a clock time (2021-09-10 14:30, local to the agreement).</summary>
public sealed record MomentLiteral(TextSpan Span, int Year, int Month, int? Day, int? Hour, int? Minute) : SyntaxNode(Span);

/// <summary>A whole file.</summary>
public sealed record FileSyntax(TextSpan Span, ImmutableArray<DeclarationSyntax> Items) : SyntaxNode(Span);

/// <summary>Anything that may stand in a file, an agreement, a part or a vocabulary.</summary>
public abstract record DeclarationSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary><c>at "38"</c></summary>
public sealed record ReferenceSyntax(TextSpan Span, StringLiteral Article) : SyntaxNode(Span);

public enum NoteKind
{
    Text,
    Note,
    Unverified,
}

/// <summary><c>text en "..."</c>, <c>note "..."</c>, <c>unverified "what"</c></summary>
public sealed record NoteSyntax(TextSpan Span, NoteKind Kind, Identifier? Language, StringLiteral? Content) : SyntaxNode(Span);

/// <summary>A declared noun with its plural: <c>tank (tanks)</c></summary>
public sealed record NounSyntax(TextSpan Span, Identifier Singular, Identifier? Plural) : SyntaxNode(Span);

/// <summary><c>as from TIME</c> or <c>until TIME</c></summary>
public sealed record SpanSyntax(TextSpan Span, bool IsUntil, TimeSyntax Time) : SyntaxNode(Span);
