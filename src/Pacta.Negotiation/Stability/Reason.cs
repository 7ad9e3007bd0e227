using System.Collections.Immutable;

namespace Pacta.Negotiation.Stability;

/// <summary>Why a state is stable for a party or a coalition, or not.</summary>
/// <param name="MoveCount">How many states can be moved to.</param>
/// <param name="Moves">
/// Stable: every move that may be preferred, with an answer that holds it back. Unstable: one move that nothing holds back. Undetermined: one move of which it is
/// not known whether anything does.
/// </param>
public sealed record Reason(Concept Concept, Verdict Verdict, int MoveCount, ImmutableArray<MoveReason> Moves);

/// <param name="Answer">Where the others may take it from there; null: no answer of theirs holds the move back.</param>
/// <param name="Doubts">What would have to be known; empty unless the verdict is undetermined.</param>
public sealed record MoveReason(int To, Answer? Answer, ImmutableArray<Doubt> Doubts);

/// <summary>A legal sequence of the others.</summary>
/// <param name="ReluctantMember">Who does not prefer the end of it, or may not, to the state that was left.</param>
public sealed record Answer(ImmutableArray<Step> Steps, int ReluctantMember)
{
    public int End => Steps[^1].To;
}

/// <param name="Movers">One party, or the members of a coalition that move together.</param>
public sealed record Step(ImmutableArray<int> Movers, int To);

/// <summary>It is not known whether a party prefers <paramref name="First"/> to <paramref name="Second"/>.</summary>
public sealed record Doubt(int Party, int First, int Second);
