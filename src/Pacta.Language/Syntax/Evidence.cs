using System.Collections.Immutable;
using Pacta.Model.Text;

namespace Pacta.Language.Syntax;

/// <summary><c>source belarus_gs is party of belarus "General Staff of Belarus"</c></summary>
public sealed record SourceSyntax(TextSpan Span, Identifier Name, Identifier Kind, Identifier? Affiliation, StringLiteral? FullName) : DeclarationSyntax(Span);

public sealed record StandardSyntax(TextSpan Span, Identifier Name, ImmutableArray<ProofSyntax> Proofs) : DeclarationSyntax(Span);

public abstract record ProofSyntax(TextSpan Span) : SyntaxNode(Span);

public sealed record OriginsProof(TextSpan Span, NumberLiteral Number) : ProofSyntax(Span);

/// <summary><c>reliability c or better</c>; credibility takes a number.</summary>
public sealed record GradeProof(TextSpan Span, bool IsCredibility, string Grade) : ProofSyntax(Span);

public sealed record AdmissionProof(TextSpan Span) : ProofSyntax(Span);

public sealed record DenialProof(TextSpan Span, ImmutableArray<Identifier> By) : ProofSyntax(Span);

public sealed record PerspectiveSyntax(TextSpan Span, Identifier Name, ImmutableArray<ViewSyntax> Views) : DeclarationSyntax(Span);

public abstract record ViewSyntax(TextSpan Span) : SyntaxNode(Span);

public sealed record AcceptsView(TextSpan Span, ImmutableArray<Identifier> Kinds) : ViewSyntax(Span);

public sealed record StandardView(TextSpan Span, Identifier Standard) : ViewSyntax(Span);

/// <summary><c>takes brigade of substantial_combat_force</c></summary>
public sealed record TakesView(TextSpan Span, Identifier Reading, Identifier Of) : ViewSyntax(Span);

/// <summary><c>scenario "..." of vienna_document_2011 { ... }</c></summary>
public sealed record ScenarioSyntax(TextSpan Span, StringLiteral Title, Identifier Agreement, ImmutableArray<ScenarioLineSyntax> Lines) : DeclarationSyntax(Span);

public abstract record ScenarioLineSyntax(TextSpan Span) : SyntaxNode(Span);

public sealed record ScenarioPerspectiveSyntax(TextSpan Span, Identifier Perspective) : ScenarioLineSyntax(Span);

/// <summary><c>aland stands in for ukraine</c>: in this scenario an invented actor takes the place of one of the agreement's.</summary>
public sealed record StandInSyntax(TextSpan Span, Identifier Actor, Identifier For) : ScenarioLineSyntax(Span);

/// <summary>
/// <c>2021-09-10 .. 2021-09-12 exercise x by aland in zone until 2021-09-16 with troops about 9_000 reported 2021-09-11 by smm</c>.
/// <c>To</c> makes the time one unknown instant in between; <c>Until</c> is the end of what lasts.
/// </summary>
public sealed record FactSyntax(
    TextSpan Span,
    MomentLiteral From,
    MomentLiteral? To,
    PhraseSyntax Phrase,
    MomentLiteral? Until,
    ImmutableArray<SettingSyntax> Settings,
    ImmutableArray<ToldSyntax> Told) : ScenarioLineSyntax(Span);

/// <summary><c>2022-01-01 judged "the current security environment" yes reported by nato</c></summary>
public sealed record JudgedFactSyntax(
    TextSpan Span,
    MomentLiteral From,
    StringLiteral Matter,
    bool IsYes,
    ImmutableArray<ToldSyntax> Told) : ScenarioLineSyntax(Span);

/// <summary><c>troops about 9_000</c>, <c>troops 8_000 .. 10_000</c>, <c>alert yes</c>, <c>rotating no</c>, <c>distance 12 km from contact_line</c></summary>
public sealed record SettingSyntax(
    TextSpan Span,
    Identifier Field,
    bool IsNo,
    TermSyntax? Low,
    TermSyntax? High,
    ArgumentSyntax? From) : SyntaxNode(Span);

public enum ToldKind
{
    Reported,
    Denied,
    Retracted,
}

public sealed record ToldSyntax(TextSpan Span, ToldKind Kind, MomentLiteral? On, Identifier By) : SyntaxNode(Span);

/// <summary><c>expect breached prior_notification by aland to borland on 2021-09-10 because notifiable_exercise</c></summary>
public sealed record ExpectSyntax(TextSpan Span, Identifier State, PhraseSyntax Phrase, ImmutableArray<Identifier> Because) : ScenarioLineSyntax(Span);
