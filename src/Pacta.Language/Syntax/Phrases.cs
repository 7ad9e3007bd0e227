using System.Collections.Immutable;
using Pacta.Model.Text;

namespace Pacta.Language.Syntax;

/// <summary><c>exercise x by A in zone_of_application where troops of x at least 9_000</c></summary>
public sealed record PatternSyntax(TextSpan Span, PhraseSyntax Phrase, ConditionSyntax? Where) : SyntaxNode(Span);

/// <summary>A noun phrase: its head (with the <c>of</c> chain that belongs to it) and the prepositional phrases of its first noun.</summary>
public sealed record PhraseSyntax(TextSpan Span, ArgumentSyntax Head, ImmutableArray<PrepositionalSyntax> Tail) : SyntaxNode(Span);

public sealed record PrepositionalSyntax(TextSpan Span, Identifier Preposition, ArgumentSyntax Argument) : SyntaxNode(Span);

public abstract record ArgumentSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>
/// <c>x</c>, <c>warship w</c>, <c>notification of x</c>, <c>each other party Q</c>, <c>exercise north_wind</c> (noun and instance).
/// <c>Label</c> is the variable or instance name after the noun. <c>Of</c> belongs to the noun before it.
/// </summary>
public sealed record NounArgumentSyntax(
    TextSpan Span,
    bool IsEach,
    bool IsOther,
    Identifier Name,
    Identifier? Label,
    ArgumentSyntax? Of) : ArgumentSyntax(Span)
{
    /// <summary>The other side of a border: <c>border of aland with borland</c>.</summary>
    public ArgumentSyntax? With { get; init; }
}

/// <summary>A date where a phrase may have one: <c>on 1997-05-27</c></summary>
public sealed record MomentArgumentSyntax(TextSpan Span, MomentLiteral Moment) : ArgumentSyntax(Span);

// ---- time

/// <summary>Instants chained by before and after: <c>14 days after day 2 after entry_into_force</c>, read from the right.</summary>
public sealed record TimeSyntax(TextSpan Span, ImmutableArray<InstantSyntax> Instants, ImmutableArray<bool> IsBefore) : SyntaxNode(Span);

public abstract record InstantSyntax(TextSpan Span) : SyntaxNode(Span);

public sealed record DurationInstantSyntax(TextSpan Span, DurationSyntax Duration) : InstantSyntax(Span);

/// <summary><c>day 5</c></summary>
public sealed record DayInstantSyntax(TextSpan Span, NumberLiteral Number) : InstantSyntax(Span);

/// <summary><c>start of x</c>, <c>entry_into_force</c>, <c>r</c>, <c>notice_days of A</c>, a date.</summary>
public sealed record PhraseInstantSyntax(TextSpan Span, PhraseSyntax Phrase) : InstantSyntax(Span);

/// <summary><c>48 hours</c>, <c>5 working days</c>, <c>3 calendar years</c></summary>
public sealed record DurationSyntax(TextSpan Span, NumberLiteral Number, Identifier? Manner, Identifier Unit) : SyntaxNode(Span);

// ---- conditions

public abstract record ConditionSyntax(TextSpan Span) : SyntaxNode(Span);

public enum Connective
{
    And,
    Or,
}

public sealed record JoinedConditionSyntax(TextSpan Span, Connective Connective, ImmutableArray<ConditionSyntax> Operands) : ConditionSyntax(Span);

public enum BlockQuantifier
{
    Any,
    All,
    None,
}

/// <summary><c>any of { ... }</c></summary>
public sealed record BlockConditionSyntax(TextSpan Span, BlockQuantifier Quantifier, ImmutableArray<ConditionSyntax> Lines) : ConditionSyntax(Span);

/// <summary><c>judged "the current and foreseeable security environment"</c></summary>
public sealed record JudgedConditionSyntax(TextSpan Span, StringLiteral Matter) : ConditionSyntax(Span);

/// <summary><c>there was coordination c by P to B during 24 hours before f</c>; <c>Verb</c> is is, was, are or were.</summary>
public sealed record ThereConditionSyntax(
    TextSpan Span,
    Identifier Verb,
    bool IsNo,
    PhraseSyntax Phrase,
    DurationSyntax? During,
    bool IsBefore,
    TimeSyntax? Anchor) : ConditionSyntax(Span);

public enum Comparison
{
    AtLeast,
    AtMost,
    MoreThan,
    LessThan,
}

/// <summary><c>troops of x at least 9_000</c>; with <c>away from LINE</c> the left side is a thing and the right side a distance.</summary>
public sealed record CompareConditionSyntax(TextSpan Span, TermSyntax Left, Comparison Comparison, TermSyntax Right, ArgumentSyntax? AwayFrom) : ConditionSyntax(Span);

/// <summary><c>w is any of smerch, uragan</c>, <c>base of w is not in territory of turkey</c>, <c>range of m is 500 km .. 5_500 km</c></summary>
public sealed record IsConditionSyntax(TextSpan Span, TermSyntax Subject, bool IsNot, PredicateSyntax Predicate) : ConditionSyntax(Span);

public abstract record PredicateSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>Items are identifiers or string literals.</summary>
public sealed record AnyOfPredicate(TextSpan Span, ImmutableArray<SyntaxNode> Items) : PredicateSyntax(Span);

public sealed record PlacePredicate(TextSpan Span, Identifier Preposition, ArgumentSyntax Place) : PredicateSyntax(Span);

public sealed record TermPredicate(TextSpan Span, TermSyntax Low, TermSyntax? High) : PredicateSyntax(Span);

// ---- terms

public abstract record TermSyntax(TextSpan Span) : SyntaxNode(Span);

public enum ArithmeticOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
}

public sealed record BinaryTermSyntax(TextSpan Span, TermSyntax Left, ArithmeticOperator Operator, TermSyntax Right) : TermSyntax(Span);

public sealed record RoundedTermSyntax(TextSpan Span, TermSyntax Term, bool IsUp) : TermSyntax(Span);

public sealed record ParenthesizedTermSyntax(TextSpan Span, TermSyntax Term) : TermSyntax(Span);

/// <summary><c>about 9_000</c>, <c>10%</c>, <c>15 km</c></summary>
public sealed record QuantitySyntax(TextSpan Span, bool IsAbout, NumberLiteral Number, bool IsPercent, Identifier? Unit) : TermSyntax(Span);

public sealed record TextTermSyntax(TextSpan Span, StringLiteral Text) : TermSyntax(Span);

public enum AggregateKind
{
    Number,
    Total,
    Largest,
    Smallest,
    Average,
}

/// <summary><c>number of tanks of P in zone</c>, <c>total tonnage of warships of P</c>, <c>largest fleet of black_sea_powers on signature</c></summary>
public sealed record AggregateTermSyntax(TextSpan Span, AggregateKind Kind, Identifier? Field, PhraseSyntax Phrase, WindowSyntax? Window) : TermSyntax(Span);

public enum WindowKind
{
    PerCalendar,
    InAny,
    AtOnce,
}

public sealed record WindowSyntax(TextSpan Span, WindowKind Kind, Identifier? Calendar, DurationSyntax? Duration) : SyntaxNode(Span);

public sealed record PhraseTermSyntax(TextSpan Span, PhraseSyntax Phrase) : TermSyntax(Span);
