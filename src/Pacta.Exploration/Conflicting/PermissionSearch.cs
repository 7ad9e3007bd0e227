using System.Collections.Immutable;
using Pacta.Exploration.Domain;
using Pacta.Exploration.Texts;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Negotiation.Conflicts;
using Pacta.Negotiation.Histories;

namespace Pacta.Exploration.Conflicting;

/// <summary>An act that is permitted or empowered.</summary>
internal sealed record FoundAct(ImmutableArray<InventedFact> Facts, ImmutableArray<InventedJudgement> Judged, InventedFact Act);

/// <summary>
/// Looks for what somebody may do by one clause and must not do by another, and for permissions that nobody can use as long as others keep what they must. A permission is
/// asked about as if it were a power: the evaluator says when a power is used.
/// </summary>
internal sealed class PermissionSearch
{
    private readonly Stage _stage;
    private readonly ConflictLimits _limits;
    private readonly Member _permission;
    private readonly ImmutableArray<Member> _others;

    /// <param name="members">The permission first.</param>
    public PermissionSearch(ImmutableArray<Member> members, string party, ConflictLimits limits, bool isFull = false)
    {
        var asPower = members.Select(m => m == members[0] ? AsPower(m) : m).ToImmutableArray();
        asPower = [.. asPower.Select(m => m.Text == members[0].Text ? m.In(asPower[0].Agreement) : m)];
        _stage = Stage.Of(asPower, party, isFull, isAboutOthers: true);
        (_limits, _permission, _others) = (limits, asPower[0], asPower[1..]);
    }

    public bool IsCut { get; private set; }

    public Stage Stage => _stage;

    /// <summary>One act that the permission covers and the other clause forbids.</summary>
    public FoundAct? Forbidden()
    {
        foreach (var judged in _stage.Judgements())
        {
            foreach (var (facts, act) in Uses(judged))
            {
                if (act is not null && IsForbidden(facts, judged, act))
                {
                    return new FoundAct(facts, judged, act);
                }
            }
        }

        return null;
    }

    /// <summary>
    /// A shortest use of the permission, if in each of these some other clause is not kept by somebody, whatever is added of what that clause asks about; and if for each
    /// of the other clauses there is one in which it alone is not kept.
    /// </summary>
    public FoundAct? Unusable()
    {
        foreach (var judged in _stage.Judgements())
        {
            var uses = Uses(judged, isShortest: true).Where(u => u.Act is not null).ToList();
            var alone = uses.Select(u => (u.Facts, u.Act, NotKept: NotKept(u.Facts, judged))).ToList();
            if (IsCut || alone.Count == 0 || alone.Exists(u => u.NotKept.Count == 0) || uses.Exists(u => CanMend(u.Facts, judged, _limits.Facts)))
            {
                return null;
            }

            if (_others.All(o => alone.Exists(u => u.NotKept is [var one] && one == o)))
            {
                var (facts, act, _) = alone.First(u => u.NotKept.Count == 1);
                return new FoundAct(facts, judged, act!);
            }
        }

        return null;
    }

    private List<Member> NotKept(ImmutableArray<InventedFact> facts, ImmutableArray<InventedJudgement> judged)
    {
        var broken = _stage.Judge(_stage.History(facts, judged), _others).Where(j => !Judging.Text.IsKept(j.Finding)).Select(j => j.Member).ToHashSet();
        return [.. _others.Where(broken.Contains)];
    }

    /// <summary>Is there something that lets everybody keep the other clauses, the permission being used all the same?</summary>
    private bool CanMend(ImmutableArray<InventedFact> facts, ImmutableArray<InventedJudgement> judged, int steps)
    {
        foreach (var added in steps == 0 ? [] : _stage.Beside(facts, k => IsWanted(k, isUsed: true)))
        {
            var next = facts.AddRange(added);
            if ((NotKept(next, judged).Count == 0 && IsUsed(_stage.History(next, judged))) || (steps > 1 && CanMend(next, judged, steps - 1)))
            {
                return true;
            }

            if (_stage.Asked > 10 * _limits.Tries)
            {
                IsCut = true;
                return true;
            }
        }

        return false;
    }

    public bool IsForbidden(ImmutableArray<InventedFact> facts, ImmutableArray<InventedJudgement> judged, InventedFact act)
    {
        var (with, less) = (_stage.History(facts, judged), _stage.History(facts.Remove(act), judged));
        return IsUsed(with) && !_stage.Broken(with, _others).IsEmpty && !IsUsed(less) && _stage.Broken(less, _others).IsEmpty;
    }

    private bool IsUsed(InventedHistory history) =>
        _stage.Judge(history, [_permission]).Any(j => j.Finding.Bearers.Contains(_stage.Party) && j.Finding is { State: ClauseState.Exercised, Certainty: Certainty.Certain });

    /// <summary>Histories in which the party uses the permission, with the act that does it, in the order of their length.</summary>
    /// <param name="isShortest">Only those that are as short as any.</param>
    private IEnumerable<(ImmutableArray<InventedFact> Facts, InventedFact? Act)> Uses(ImmutableArray<InventedJudgement> judged, bool isShortest = false)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        List<(ImmutableArray<InventedFact> Facts, bool IsUsed)> level = [];
        var most = _stage.Asked + (4 * _limits.Tries);
        var isFound = false;
        for (var steps = 0; steps <= _limits.Facts + 1 && !(isShortest && isFound); steps++)
        {
            var next = new List<(ImmutableArray<InventedFact>, bool)>();
            foreach (var facts in steps == 0 ? [[]] : level.SelectMany(l => _stage.Beside(l.Facts, k => IsWanted(k, l.IsUsed)).Where(IsPossible).Select(c => l.Facts.AddRange(c)).Where(f => seen.Add(Candidates.KeyOf(f)))))
            {
                if (_stage.Asked >= most)
                {
                    IsCut = true;
                    yield break;
                }

                var isUsed = IsUsed(_stage.History(facts, judged));
                if (isUsed && facts.FirstOrDefault(f => Conflict.IsBy(f, _stage.Party) && !IsUsed(_stage.History(facts.Remove(f), judged))) is { } act)
                {
                    isFound = true;
                    yield return (facts, act);
                }

                next.Add((facts, isUsed));
            }

            level = next;
        }
    }

    /// <summary>Who uses a permission does what it permits himself.</summary>
    private bool IsPossible(ImmutableArray<InventedFact> added) =>
        Conflict.IsBy(added[0], _stage.Party) || !_permission.Acts.Contains(added[0].Kind) || _permission.Circumstances.Contains(added[0].Kind);

    private bool IsWanted(string kind, bool isUsed) => isUsed
        ? _others.Any(o => (o.Reach.Kinds.GetValueOrDefault(kind) & (Part.Trigger | Part.Condition)) != Part.None)
        : _permission.Reach.Kinds.ContainsKey(kind);

    private static Member AsPower(Member member)
    {
        var readings = member.Clause.Readings.Select(r => r.Content.Sentence.Modality is Modality.May
            ? r with { Content = r.Content with { Sentence = r.Content.Sentence with { Modality = Modality.Power } } }
            : r);
        var clause = member.Clause with { Readings = [.. readings] };
        return member.In(member.Agreement with { Clauses = member.Agreement.Clauses.Replace(member.Clause, clause) });
    }
}
