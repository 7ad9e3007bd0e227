using System.Collections.Immutable;
using Pacta.Model.Text;

namespace Pacta.Language.Syntax;

/// <summary><c>dispute "Ground water of Lakeside" as lakeside { ... }</c></summary>
public sealed record DisputeSyntax(TextSpan Span, StringLiteral Title, Identifier Name, ImmutableArray<DisputeLineSyntax> Lines) : DeclarationSyntax(Span);

public abstract record DisputeLineSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary><c>cite "..."</c>: where the facts are from.</summary>
public sealed record DisputeCiteSyntax(TextSpan Span, StringLiteral Content) : DisputeLineSyntax(Span);

/// <summary><c>party ministry "Ministry of Water" { option modify "modify its order" }</c></summary>
public sealed record DisputePartySyntax(TextSpan Span, NamingSyntax Naming, ImmutableArray<PartyOptionsSyntax> Options) : DisputeLineSyntax(Span);

/// <summary><c>option delay "delay the clean-up", accept</c></summary>
public sealed record PartyOptionsSyntax(TextSpan Span, ImmutableArray<NamingSyntax> Options) : SyntaxNode(Span);

public enum DisputeStatementKind
{
    /// <summary>What cannot be the case.</summary>
    Impossible,

    /// <summary>What cannot be undone.</summary>
    Irreversible,

    /// <summary>All combinations of which it holds are one state.</summary>
    Merge,
}

/// <summary><c>impossible delay and accept</c>, <c>irreversible abandon</c>, <c>merge abandon</c></summary>
public sealed record DisputeStatementSyntax(TextSpan Span, DisputeStatementKind Kind, StatementSyntax Statement) : DisputeLineSyntax(Span);

/// <summary><c>state waiting "nothing moves" is delay, insist</c>; exactly these options are taken. <c>is none</c>: no option is.</summary>
public sealed record DisputeStateSyntax(TextSpan Span, NamingSyntax Naming, ImmutableArray<OptionNameSyntax> Options) : DisputeLineSyntax(Span);

/// <summary><c>delay</c>, <c>delay of company</c></summary>
public sealed record OptionNameSyntax(TextSpan Span, Identifier Option, Identifier? Party) : SyntaxNode(Span);

/// <summary><c>preferences of ministry by order { ... }</c>, <c>preferences of company by ranking { ... }</c></summary>
public sealed record PreferencesSyntax(TextSpan Span, Identifier Party, bool IsRanking, ImmutableArray<PreferenceSyntax> Lines) : DisputeLineSyntax(Span);

public abstract record PreferenceSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>A statement that the party would rather see hold than not.</summary>
public sealed record StatementPreferenceSyntax(TextSpan Span, StatementSyntax Statement) : PreferenceSyntax(Span);

/// <summary><c>waiting equals settled</c>: states that the party likes equally.</summary>
public sealed record RankPreferenceSyntax(TextSpan Span, ImmutableArray<Identifier> States) : PreferenceSyntax(Span);

/// <summary><c>all else equal</c></summary>
public sealed record RestEqualSyntax(TextSpan Span) : PreferenceSyntax(Span);

/// <summary>Something that a state is or is not, said over options.</summary>
public abstract record StatementSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>The option is taken.</summary>
public sealed record TakenSyntax(TextSpan Span, OptionNameSyntax Option) : StatementSyntax(Span);

public sealed record NotStatementSyntax(TextSpan Span, StatementSyntax Inner) : StatementSyntax(Span);

public sealed record JoinedStatementSyntax(TextSpan Span, bool IsOr, ImmutableArray<StatementSyntax> Items) : StatementSyntax(Span);

public enum StatementIf
{
    /// <summary><c>A if B</c>: wherever B holds, A does.</summary>
    If,

    /// <summary><c>A only if B</c>: wherever A holds, B does.</summary>
    OnlyIf,

    /// <summary><c>A if and only if B</c></summary>
    Both,
}

public sealed record IfStatementSyntax(TextSpan Span, StatementIf Kind, StatementSyntax Left, StatementSyntax Right) : StatementSyntax(Span);
