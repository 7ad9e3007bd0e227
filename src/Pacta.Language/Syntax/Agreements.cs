using System.Collections.Immutable;
using Pacta.Model.Text;

namespace Pacta.Language.Syntax;

public sealed record AgreementSyntax(
    TextSpan Span,
    StringLiteral Title,
    Identifier Name,
    ImmutableArray<HeaderSyntax> Headers,
    ImmutableArray<DeclarationSyntax> Items) : DeclarationSyntax(Span);

public abstract record HeaderSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary><c>status political</c>, <c>status oral disputed</c></summary>
public sealed record StatusHeader(TextSpan Span, Identifier Status, bool IsDisputed) : HeaderSyntax(Span);

public sealed record SignedHeader(TextSpan Span, MomentLiteral Date) : HeaderSyntax(Span);

public sealed record ProvisionalHeader(TextSpan Span, ImmutableArray<SpanSyntax> Spans) : HeaderSyntax(Span);

public sealed record EntersIntoForceHeader(TextSpan Span, TimeSyntax Time) : HeaderSyntax(Span);

public sealed record ExpiresHeader(TextSpan Span, TimeSyntax Time) : HeaderSyntax(Span);

public sealed record TimeZoneHeader(TextSpan Span, StringLiteral Zone) : HeaderSyntax(Span);

public sealed record PartiesHeader(TextSpan Span, ImmutableArray<Identifier> Parties) : HeaderSyntax(Span);

public sealed record CiteHeader(TextSpan Span, StringLiteral Citation) : HeaderSyntax(Span);

public sealed record UseHeader(TextSpan Span, ImmutableArray<Identifier> Vocabularies) : HeaderSyntax(Span);

/// <summary><c>suspended by russia as from 2007-12</c>, <c>withdrawn by usa as from 2020-11-22</c></summary>
public sealed record ParticipationHeader(TextSpan Span, bool IsWithdrawn, ImmutableArray<Identifier> By, ImmutableArray<SpanSyntax> Spans) : HeaderSyntax(Span);

/// <summary>What the clauses survive that say nothing about it themselves.</summary>
public sealed record SurvivalHeader(TextSpan Span, SurvivalSyntax Survival) : HeaderSyntax(Span);

/// <summary>Which reports the clauses admit that say nothing about it themselves.</summary>
public sealed record AdmissionHeader(TextSpan Span, AdmissionSyntax Admission) : HeaderSyntax(Span);

/// <summary><c>holidays 2021-12-25, 2022-01-01</c>: days that are not working days.</summary>
public sealed record HolidaysHeader(TextSpan Span, ImmutableArray<MomentLiteral> Dates) : HeaderSyntax(Span);

/// <summary><c>part "V" "Prior notification" { ... }</c></summary>
public sealed record PartSyntax(TextSpan Span, StringLiteral Number, StringLiteral? Title, ImmutableArray<DeclarationSyntax> Items) : DeclarationSyntax(Span);

public sealed record ClauseSyntax(
    TextSpan Span,
    Identifier Name,
    ReferenceSyntax? Reference,
    ImmutableArray<NoteSyntax> Notes,
    Identifier? Status,
    ImmutableArray<ClaimSyntax> Claims,
    PatternSyntax? When,
    ImmutableArray<ReadingSyntax<RuleSyntax>> Readings,
    ImmutableArray<SurvivalSyntax> Survivals,
    AdmissionSyntax? Admission) : DeclarationSyntax(Span);

/// <summary><c>admits reports within 30 days</c>, <c>admits all reports</c></summary>
/// <param name="Within">Null: whenever they come.</param>
public sealed record AdmissionSyntax(TextSpan Span, DurationSyntax? Within) : SyntaxNode(Span);

/// <summary><c>survives withdrawal for 5 years</c></summary>
/// <param name="What">The word <c>withdrawal</c> or <c>expiry</c>; null: both.</param>
/// <param name="Length">Null: without end.</param>
public sealed record SurvivalSyntax(TextSpan Span, Identifier? What, DurationSyntax? Length) : SyntaxNode(Span);

/// <summary><c>claimed by gorbachev "interview, 2008"</c>, <c>denied by nato "..."</c></summary>
public sealed record ClaimSyntax(TextSpan Span, bool IsDenied, Identifier By, StringLiteral? Words) : SyntaxNode(Span);

/// <summary>The working part of a clause: <c>while COND</c> and the sentence. <c>Sentence</c> is null where it could not be read.</summary>
public sealed record RuleSyntax(TextSpan Span, ConditionSyntax? While, SentenceSyntax? Sentence) : SyntaxNode(Span);

public sealed record ExceptionSyntax(
    TextSpan Span,
    Identifier Name,
    ImmutableArray<Identifier> To,
    ReferenceSyntax? Reference,
    ImmutableArray<NoteSyntax> Notes,
    ConditionSyntax If,
    SentenceSyntax? Sentence) : DeclarationSyntax(Span);

public enum Modal
{
    Must,
    MustNot,
    May,
    HasPowerTo,
}

public sealed record SentenceSyntax(
    TextSpan Span,
    SubjectSyntax Subject,
    Modal Modal,
    ActSyntax Act,
    ImmutableArray<TimingSyntax> Timings,
    ConditionSyntax? Unless,
    SentenceSyntax? Otherwise) : SyntaxNode(Span);

/// <summary><c>each party P</c> (<c>Each</c> is set) or a list of names and variables; <c>together</c> makes one joint bearer.</summary>
public sealed record SubjectSyntax(TextSpan Span, Identifier? Each, Identifier? Variable, ImmutableArray<Identifier> Names, bool Together) : SyntaxNode(Span);

public abstract record ActSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary><c>keep number of tanks of P at most 75</c></summary>
public sealed record KeepAct(TextSpan Span, ConditionSyntax Condition) : ActSyntax(Span);

/// <summary><c>have inf_missiles</c></summary>
public sealed record HaveAct(TextSpan Span, PatternSyntax Pattern) : ActSyntax(Span);

/// <summary><c>give notification of x to each other party</c></summary>
public sealed record DoAct(TextSpan Span, Identifier Verb, PatternSyntax Pattern) : ActSyntax(Span);

public abstract record TimingSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary><c>no later than 42 days before start of x</c></summary>
public sealed record NoLaterTiming(TextSpan Span, TimeSyntax Time) : TimingSyntax(Span);

/// <summary><c>no earlier than day 1 after e</c></summary>
public sealed record NoEarlierTiming(TextSpan Span, TimeSyntax Time) : TimingSyntax(Span);

/// <summary><c>within 48 hours after r</c>; bare <c>within 48 hours</c> has no anchor and counts from the trigger.</summary>
public sealed record WithinTiming(TextSpan Span, DurationSyntax Duration, bool IsBefore, TimeSyntax? Anchor) : TimingSyntax(Span);

/// <summary><c>effective 150 days after n</c></summary>
public sealed record EffectiveTiming(TextSpan Span, TimeSyntax Time) : TimingSyntax(Span);

/// <summary><c>every year by 15 november</c></summary>
public sealed record YearlyTiming(TextSpan Span, Identifier Cycle, NumberLiteral? Day, Identifier? Month) : TimingSyntax(Span);

/// <summary><c>every 6 months</c></summary>
public sealed record EveryTiming(TextSpan Span, DurationSyntax Duration) : TimingSyntax(Span);

public sealed record SpanTiming(TextSpan Span, SpanSyntax Limit) : TimingSyntax(Span);
