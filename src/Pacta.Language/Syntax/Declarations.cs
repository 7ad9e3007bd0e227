using System.Collections.Immutable;
using Pacta.Geography.Zones;
using Pacta.Model.Text;

namespace Pacta.Language.Syntax;

public sealed record VocabularySyntax(TextSpan Span, Identifier Name, ImmutableArray<DeclarationSyntax> Items) : DeclarationSyntax(Span);

/// <summary><c>unit km is 1_000 m</c></summary>
public sealed record UnitSyntax(TextSpan Span, Identifier Name, NumberLiteral? Factor, Identifier? Base) : DeclarationSyntax(Span);

/// <summary><c>actor usa "United States of America", belarus</c></summary>
public sealed record ActorsSyntax(TextSpan Span, ImmutableArray<NamingSyntax> Actors) : DeclarationSyntax(Span);

public sealed record NamingSyntax(TextSpan Span, Identifier Name, StringLiteral? FullName) : SyntaxNode(Span);

/// <summary><c>of actor S</c>, <c>in place</c>: the preposition, the noun, an optional variable.</summary>
public sealed record RoleSyntax(TextSpan Span, Identifier Preposition, Identifier Noun, Identifier? Variable) : SyntaxNode(Span);

/// <summary><c>troops person</c>: a field and its type, one of count, truth, text, a unit, place.</summary>
public sealed record FieldSyntax(TextSpan Span, Identifier Name, Identifier Type) : SyntaxNode(Span);

/// <summary><c>kind tank (tanks) is weapon with calibre mm</c></summary>
public sealed record KindSyntax(
    TextSpan Span,
    ImmutableArray<NounSyntax> Nouns,
    Identifier? Parent,
    ImmutableArray<RoleSyntax> Roles,
    ImmutableArray<FieldSyntax> Fields) : DeclarationSyntax(Span);

/// <summary><c>event give notification by actor of activity to actor</c></summary>
public sealed record EventSyntax(
    TextSpan Span,
    Identifier Verb,
    NounSyntax Noun,
    Identifier? Parent,
    ImmutableArray<RoleSyntax> Roles,
    ImmutableArray<FieldSyntax> Fields) : DeclarationSyntax(Span);

/// <summary><c>state member by actor S of alliance N begins when ... ends when ...</c></summary>
public sealed record StateSyntax(
    TextSpan Span,
    NounSyntax Noun,
    ImmutableArray<RoleSyntax> Roles,
    PhraseSyntax Begins,
    PhraseSyntax? Ends) : DeclarationSyntax(Span);

/// <summary><c>group nato_members { poland as from 1999-03-12 }</c></summary>
public sealed record GroupSyntax(TextSpan Span, NounSyntax Noun, ImmutableArray<MemberSyntax> Members) : DeclarationSyntax(Span);

public sealed record MemberSyntax(TextSpan Span, ImmutableArray<NamingSyntax> Names, ImmutableArray<SpanSyntax> Spans) : SyntaxNode(Span);

/// <summary><c>open notification, invitation</c>: kinds of which nobody claims that all were reported; their absence is unknown.</summary>
public sealed record OpenKindsSyntax(TextSpan Span, ImmutableArray<Identifier> Kinds) : DeclarationSyntax(Span);

/// <summary><c>about is 10%</c>: how far "about N" may lie from N.</summary>
public sealed record ToleranceSyntax(TextSpan Span, NumberLiteral Percent) : DeclarationSyntax(Span);

/// <summary><c>define notifiable_exercise at "40.1.1" { means exercise x where ... }</c></summary>
public sealed record DefineSyntax(
    TextSpan Span,
    NounSyntax Noun,
    ReferenceSyntax? Reference,
    ImmutableArray<NoteSyntax> Notes,
    ImmutableArray<ReadingSyntax<PatternSyntax>> Readings) : DeclarationSyntax(Span);

/// <summary>One reading of something, with who holds it. <c>Name</c> is null where the text admits one reading only.</summary>
public sealed record ReadingSyntax<T>(TextSpan Span, Identifier? Name, ImmutableArray<Identifier> HeldBy, T Content) : SyntaxNode(Span);

public enum TableKind
{
    Amount,
    Zone,
    Line,
}

/// <summary><c>amount black_sea_ceiling of party P at "18.1" { rows }</c></summary>
public sealed record TableSyntax(
    TextSpan Span,
    TableKind Kind,
    Identifier Name,
    Identifier? ParameterNoun,
    Identifier? ParameterVariable,
    ReferenceSyntax? Reference,
    ImmutableArray<NoteSyntax> Notes,
    ImmutableArray<ReadingSyntax<ImmutableArray<RowSyntax>>> Readings) : DeclarationSyntax(Span);

/// <summary>
/// A row: values, of places perhaps <c>within PLACE</c>, <c>but not PLACE</c>, a height and how accurate they are, then <c>if COND</c> or <c>otherwise</c>, then dates.
/// </summary>
public sealed record RowSyntax(
    TextSpan Span,
    ImmutableArray<RowValueSyntax> Values,
    PhraseSyntax? Within,
    PhraseSyntax? ButNot,
    HeightSyntax? Height,
    QuantitySyntax? Accuracy,
    ConditionSyntax? If,
    bool IsOtherwise,
    ImmutableArray<SpanSyntax> Spans) : SyntaxNode(Span);

public abstract record RowValueSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>A number, an amount, or the name of a place, a line or a group of them.</summary>
public sealed record TermRowValueSyntax(TextSpan Span, TermSyntax Term) : RowValueSyntax(Span);

/// <summary>How a place is drawn.</summary>
public enum DrawingForm
{
    Map,
    Polygon,
    Path,
    Point,
    Country,
    Disputed,
    Place,
}

/// <summary>
/// <c>map "zones.geojson#A"</c>; <c>polygon "37.5 47.0, 38.2 47.0, 38.0 48.0"</c>, longitude and latitude in degrees, corner by corner, and likewise <c>path</c> and
/// <c>point</c>; <c>country "FI"</c>, <c>disputed "..."</c>, <c>place "..."</c> by name.
/// </summary>
public sealed record DrawnRowValueSyntax(TextSpan Span, DrawingForm Form, StringLiteral Content) : RowValueSyntax(Span);

public enum BandSide
{
    Both,
    Left,
    Right,
}

/// <summary><c>up to 15 km from contact_line</c>, <c>up to 5 km left of contact_line</c></summary>
public sealed record BandRowValueSyntax(TextSpan Span, QuantitySyntax Distance, BandSide Side, ArgumentSyntax From) : RowValueSyntax(Span);

/// <summary><c>between front_line and rear_line</c></summary>
public sealed record BetweenRowValueSyntax(TextSpan Span, ArgumentSyntax First, ArgumentSyntax Second) : RowValueSyntax(Span);

/// <summary><c>height at most 500 m above ground</c>, <c>height 100 m .. 500 m</c>: null where there is no bound on that side, and where it is not said above what.</summary>
public sealed record HeightSyntax(TextSpan Span, QuantitySyntax? Low, QuantitySyntax? High, HeightDatum? Above) : SyntaxNode(Span);
