using System.Collections.Immutable;
using Pacta.Model.Text;

namespace Pacta.Language.Syntax;

/// <summary><c>criticisms of bay_accord { ... }</c></summary>
public sealed record CriticismsSyntax(TextSpan Span, Identifier Agreement, ImmutableArray<RemarkOnVersionSyntax> Lines) : DeclarationSyntax(Span);

/// <summary>
/// <c>long_notice by borland at version 1 of clause notice "42 days is too long for us"</c>, or <c>satisfied long_notice by borland at version 2</c>,
/// which has no words.
/// </summary>
public sealed record RemarkOnVersionSyntax(TextSpan Span, bool IsSatisfied, Identifier Name, Identifier Party, NumberLiteral Version, SyntaxNode? Clause, StringLiteral? Words)
    : SyntaxNode(Span);
