using System.Collections.Immutable;
using Pacta.Model.Text;

namespace Pacta.Language.Syntax;

/// <summary><c>negotiation "Talks on the bay" as bay_talks { ... }</c></summary>
public sealed record NegotiationSyntax(TextSpan Span, StringLiteral Title, Identifier Name, ImmutableArray<NegotiationLineSyntax> Lines) : DeclarationSyntax(Span);

public abstract record NegotiationLineSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary><c>parties aland, borland</c></summary>
public sealed record NegotiatingPartiesSyntax(TextSpan Span, ImmutableArray<Identifier> Parties) : NegotiationLineSyntax(Span);

/// <summary><c>issue zone_width "Width of the zone" { ... }</c></summary>
public sealed record IssueSyntax(TextSpan Span, NamingSyntax Naming, ImmutableArray<OptionsSyntax> Options) : NegotiationLineSyntax(Span);

/// <summary><c>option narrow "10 km", wide "50 km"</c></summary>
public sealed record OptionsSyntax(TextSpan Span, ImmutableArray<NamingSyntax> Options) : SyntaxNode(Span);

/// <summary><c>excludes wide with days_42</c></summary>
public sealed record ExcludesSyntax(TextSpan Span, ImmutableArray<ChoiceSyntax> Choices) : NegotiationLineSyntax(Span);

/// <summary><c>wide</c>, or <c>wide of zone_width</c> where other issues have an option of this name.</summary>
public sealed record ChoiceSyntax(TextSpan Span, Identifier Option, Identifier? Issue) : SyntaxNode(Span);

/// <summary><c>interests of aland { ... }</c></summary>
public sealed record InterestsSyntax(TextSpan Span, Identifier Party, ImmutableArray<InterestSyntax> Lines) : NegotiationLineSyntax(Span);

public abstract record InterestSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary><c>worth of zone_width is narrow 0, middle 30, wide 60</c></summary>
public sealed record WorthSyntax(TextSpan Span, Identifier Issue, ImmutableArray<OptionWorthSyntax> Options) : InterestSyntax(Span);

/// <summary><c>wide 60</c>, or <c>wide costs 20</c></summary>
public sealed record OptionWorthSyntax(TextSpan Span, Identifier Option, bool IsCost, NumberLiteral Number) : SyntaxNode(Span);

/// <summary><c>together wide with days_42 adds 10</c>, or <c>costs 10</c></summary>
public sealed record TogetherSyntax(TextSpan Span, ImmutableArray<ChoiceSyntax> Choices, bool IsCost, NumberLiteral Number) : InterestSyntax(Span);

/// <summary><c>red line narrow</c>, <c>red line narrow with days_21</c></summary>
public sealed record RedLineSyntax(TextSpan Span, ImmutableArray<ChoiceSyntax> Choices) : InterestSyntax(Span);

/// <summary><c>alternative 35 "things stay as they are"</c>, or <c>alternative costs 5</c></summary>
public sealed record AlternativeSyntax(TextSpan Span, bool IsCost, NumberLiteral Number, StringLiteral? Words) : InterestSyntax(Span);
