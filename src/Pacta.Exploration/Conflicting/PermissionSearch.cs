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
        _stage = Stage.Of(asPower, party, isFull);
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
    /// A use of the permission, if in each one that was found some other clause is not kept by somebody, and if without any one of those clauses there is a use in which the
    /// rest is kept.
    /// </summary>
    public FoundAct? Unusable()
    {
        FoundAct? first = null;
        var without = _others.ToHashSet();
        foreach (var judged in _stage.Judgements())
        {
            foreach (var (facts, act) in Uses(judged).Where(u => u.Act is not null))
            {
                var broken = _stage.Judge(_stage.History(facts, judged), _others).Where(j => !Judging.Text.IsKept(j.Finding)).Select(j => j.Member).ToHashSet();
                var notKept = _others.Where(broken.Contains).ToList();
                if (notKept.Count == 0)
                {
                    return null;
                }

                if (notKept is [var one])
                {
                    without.Remove(one);
                    first ??= new FoundAct(facts, judged, act!);
                }
            }
        }

        return without.Count == 0 && !IsCut ? first : null;
    }

    public bool IsForbidden(ImmutableArray<InventedFact> facts, ImmutableArray<InventedJudgement> judged, InventedFact act)
    {
        var (with, less) = (_stage.History(facts, judged), _stage.History(facts.Remove(act), judged));
        return IsUsed(with) && !_stage.Broken(with, _others).IsEmpty && !IsUsed(less) && _stage.Broken(less, _others).IsEmpty;
    }

    private bool IsUsed(InventedHistory history) =>
        _stage.Judge(history, [_permission]).Any(j => j.Finding.Bearers.Contains(_stage.Party) && j.Finding is { State: ClauseState.Exercised, Certainty: Certainty.Certain });

    /// <summary>Histories in which the party uses the permission, with the act that does it; and those on the way, without.</summary>
    private IEnumerable<(ImmutableArray<InventedFact> Facts, InventedFact? Act)> Uses(ImmutableArray<InventedJudgement> judged)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        List<(ImmutableArray<InventedFact> Facts, bool IsUsed)> level = [];
        var most = _stage.Asked + _limits.Tries;
        for (var steps = 0; steps <= _limits.Facts + 1; steps++)
        {
            var next = new List<(ImmutableArray<InventedFact>, bool)>();
            foreach (var facts in steps == 0 ? [[]] : level.SelectMany(l => _stage.Beside(l.Facts, k => IsWanted(k, l.IsUsed)).Select(c => l.Facts.AddRange(c)).Where(f => seen.Add(Candidates.KeyOf(f)))))
            {
                if (_stage.Asked >= most)
                {
                    IsCut = true;
                    yield break;
                }

                var isUsed = IsUsed(_stage.History(facts, judged));
                if (isUsed && facts.FirstOrDefault(f => Conflict.IsBy(f, _stage.Party) && !IsUsed(_stage.History(facts.Remove(f), judged))) is { } act)
                {
                    yield return (facts, act);
                }

                next.Add((facts, isUsed));
            }

            level = next;
        }
    }

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
