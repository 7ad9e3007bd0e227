using System.Collections.Immutable;
using Pacta.Exploration.Domain;
using Pacta.Exploration.Texts;
using Pacta.Negotiation.Conflicts;
using Pacta.Negotiation.Histories;

namespace Pacta.Exploration.Conflicting;

/// <summary>What a party can make of a situation.</summary>
internal enum Outcome
{
    /// <summary>It can keep all of the clauses.</summary>
    Kept,

    /// <summary>Whatever it adds, within the bound, one of them is not kept.</summary>
    NotKept,

    /// <summary>The allowance ran out.</summary>
    Cut,
}

/// <summary>
/// Looks for what a party can add to a situation so that it keeps some clauses. It adds act after act, each of which has to mend what is not kept first; acts that
/// mend nothing help only where several are looked at together. Where not everything can be mended, first each instance is tried alone: an instance that cannot be
/// kept together with what forbids something is enough.
/// </summary>
internal sealed class Completions(Stage stage, ImmutableArray<InventedJudgement> judged, int acts, int tries)
{
    /// <summary>Where a thing of whatever sort is supposed, so many times as much may be tried.</summary>
    private const int Sorts = 4;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private ImmutableArray<InventedFact> _kept;
    private ImmutableArray<Member> _members;
    private ImmutableHashSet<string> _ignored = [];
    private int _left;

    /// <param name="holding">A kind of thing of which the party has one, of whatever sort.</param>
    public (Outcome Outcome, ImmutableArray<InventedFact> Facts) Find(ImmutableArray<InventedFact> situation, string? holding, ImmutableArray<Member> members)
    {
        // Whatever thing it has shares one allowance.
        _left = holding is null ? tries : Sorts * tries;
        if (holding is null)
        {
            return From(situation, members);
        }

        var isCut = false;
        foreach (var thing in stage.Own(holding))
        {
            var (outcome, facts) = From(situation.Add(thing), members);
            if (outcome == Outcome.Kept)
            {
                return (outcome, facts);
            }

            isCut |= outcome == Outcome.Cut;
        }

        return (isCut ? Outcome.Cut : Outcome.NotKept, situation);
    }

    private (Outcome Outcome, ImmutableArray<InventedFact> Facts) From(ImmutableArray<InventedFact> situation, ImmutableArray<Member> members)
    {
        (_members, _kept) = (members, situation);
        var broken = stage.Broken(stage.History(situation, judged), members);
        var ids = broken.Select(b => b.Finding.Id).ToImmutableHashSet(StringComparer.Ordinal);
        foreach (var one in ids.Count > 1 ? broken : [])
        {
            // Two instances may be opposed to each other only together; one alone must be possible in any case.
            var alone = Start(situation, broken, ids.Remove(one.Finding.Id), acts);
            if (alone != Outcome.Kept)
            {
                return (alone, situation);
            }
        }

        var all = Start(situation, broken, [], Math.Max(acts, ids.Count + 1));
        return (all, _kept);
    }

    private Outcome Start(ImmutableArray<InventedFact> situation, ImmutableArray<Judged> broken, ImmutableHashSet<string> ignored, int depth)
    {
        _seen.Clear();
        _ignored = ignored;
        return Mend(situation, Counted(broken), depth);
    }

    /// <summary>What forbids comes first: it is mended by the least.</summary>
    private ImmutableArray<Judged> Counted(ImmutableArray<Judged> broken) => [.. broken.Where(b => !_ignored.Contains(b.Finding.Id)).OrderBy(b => b.Member.Demands)];

    private Outcome Mend(ImmutableArray<InventedFact> facts, ImmutableArray<Judged> broken, int depth)
    {
        if (broken.IsEmpty)
        {
            _kept = facts;
            return Outcome.Kept;
        }

        if (depth == 0)
        {
            return Outcome.NotKept;
        }

        var first = broken[0];
        var wanted = Roles.ThatKeep(first.Member.Clause, first.Member.Reach);
        var several = Roles.TakesSeveral(first.Member.Clause, first.Member.Reach);
        var rest = new List<(ImmutableArray<InventedFact> Facts, ImmutableArray<Judged> Broken)>();
        var isCut = false;
        foreach (var added in stage.Beside(facts, wanted, first.Finding).Where(c => c.All(f => IsOwn(f, first) && !stage.IsTooEarly(f))))
        {
            var next = facts.AddRange(added);
            if (!_seen.Add(Candidates.KeyOf(next)))
            {
                continue;
            }

            if (_left-- <= 0)
            {
                return Outcome.Cut;
            }

            var after = Counted(stage.Broken(stage.History(next, judged), _members));
            if (after.Any(b => b.Finding.Id == first.Finding.Id))
            {
                if (several)
                {
                    rest.Add((next, after));
                }

                continue;
            }

            var outcome = Mend(next, after, depth - 1);
            if (outcome == Outcome.Kept)
            {
                return outcome;
            }

            isCut |= outcome == Outcome.Cut;
        }

        foreach (var (next, after) in depth > 1 ? rest : [])
        {
            var outcome = Mend(next, after, depth - 1);
            if (outcome == Outcome.Kept)
            {
                return outcome;
            }

            isCut |= outcome == Outcome.Cut;
        }

        return isCut ? Outcome.Cut : Outcome.NotKept;
    }

    /// <summary>What binds several together is theirs to do together.</summary>
    private bool IsOwn(InventedFact fact, Judged first) =>
        Conflict.IsBy(fact, stage.Party) || (first.Finding.IsJoint && first.Finding.Bearers.Any(b => Conflict.IsBy(fact, b)));
}
