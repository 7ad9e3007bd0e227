using System.Collections.Immutable;
using Pacta.Negotiation.Conflicts;
using Pacta.Negotiation.Histories;

namespace Pacta.Exploration.Conflicting;

/// <summary>
/// Which of two clauses is the more special one: whether whatever the one speaks of (a situation with an act in it) is something that the other one speaks of as well. A duty
/// speaks of what discharges it, a prohibition of what it forbids.
/// </summary>
internal static class Specialty
{
    private const int Tries = 400;

    /// <param name="speaks">Does the first (the second) speak of this act in this situation?</param>
    /// <returns>The more special one; null: each speaks of something that the other does not, or both of the same, or too little was tried to say.</returns>
    public static Member? Of(Stage stage, Member first, Member second, Func<ImmutableArray<InventedFact>, InventedFact, (bool First, bool Second)> speaks)
    {
        var (onlyFirst, onlySecond, both) = (false, false, false);
        foreach (var (facts, act) in Acts(stage, first, second))
        {
            if (stage.Asked > Tries || (onlyFirst && onlySecond))
            {
                break;
            }

            var (one, other) = speaks(facts, act);
            onlyFirst |= one && !other;
            onlySecond |= other && !one;
            both |= one && other;
        }

        return !both || onlyFirst == onlySecond ? null : onlyFirst ? second : first;
    }

    /// <summary>Of a duty to act and a prohibition.</summary>
    public static Member? OfDuty(ImmutableArray<Member> members, string party)
    {
        if (members is not [var first, var second] || members.Any(m => m.IsLasting) || first.Forbids == second.Forbids)
        {
            return null;
        }

        var stage = Stage.Of(members, party);
        return stage.Reach.Matters.Count > 0 ? null : Of(stage, first, second, (facts, act) => (Speaks(first, facts, act), Speaks(second, facts, act)));

        bool Speaks(Member member, ImmutableArray<InventedFact> facts, InventedFact act)
        {
            var (without, with) = (Count(member, facts), Count(member, facts.Add(act)));
            return member.Forbids ? with > without : with < without;
        }

        int Count(Member member, ImmutableArray<InventedFact> facts) => stage.Broken(stage.History(facts, []), [member]).Length;
    }

    private static IEnumerable<(ImmutableArray<InventedFact> Facts, InventedFact Act)> Acts(Stage stage, Member first, Member second)
    {
        IEnumerable<ImmutableArray<InventedFact>> situations = [[], .. stage.Beside([], k => first.Circumstances.Contains(k) || second.Circumstances.Contains(k)).Take(40)];
        return situations.SelectMany(s => stage.Beside(s, k => first.Acts.Contains(k) || second.Acts.Contains(k)).Where(c => c.Length == 1 && Conflict.IsBy(c[0], stage.Party)).Take(40).Select(c => (s, c[0])));
    }
}
