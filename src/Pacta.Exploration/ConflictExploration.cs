using System.Collections.Immutable;
using Pacta.Exploration.Conflicting;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Conflicts;

namespace Pacta.Exploration;

/// <summary>Clauses that do not go together: within a text, and between several.</summary>
public static class ConflictExploration
{
    /// <param name="limits">Null: the usual ones.</param>
    /// <param name="step">Told how many of how many sets of clauses were looked at.</param>
    public static TextConflicts Of(ImmutableArray<Agreement> texts, ConflictLimits? limits = null, Action<int, int>? step = null)
    {
        limits ??= ConflictLimits.Default;
        var members = Member.Of(texts);
        var sets = MemberSets.Of(members);
        var (done, results) = (0, new SetResult[sets.Length]);
        Parallel.For(0, sets.Length, i =>
        {
            results[i] = new SetSearch(sets[i], limits).Run();
            step?.Invoke(Interlocked.Increment(ref done), sets.Length);
        });
        Again(results, limits);
        var pairs = Minimal([.. results.SelectMany(r => r.Conflicts)]);
        var larger = MemberSets.Larger(members, [.. pairs.Where(p => p.Kind != ConflictKind.SeparateActs)]);
        var more = larger.AsParallel().AsOrdered().Select(s => new SetSearch(s, limits).Run()).ToArray();
        Again(more, limits);
        ImmutableArray<SetResult> all = [.. results, .. more];
        var conflicts = Minimal([.. all.SelectMany(r => r.Conflicts)]);
        return new TextConflicts(
            texts,
            [.. conflicts.Where(c => c.Kind != ConflictKind.SeparateActs)],
            [.. conflicts.Where(c => c.Kind == ConflictKind.SeparateActs)],
            new ConflictBound(
                limits.Facts,
                limits.Acts,
                all.Length,
                members.Length,
                all.Sum(r => r.Tried),
                [.. all.Where(r => r.IsCut).Select(r => r.Set.Members.Select(m => new ConflictClause(m.Agreement, m.Clause)).ToImmutableArray())],
                [.. all.SelectMany(r => r.CutKinds).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]));
    }

    /// <summary>What was not finished is looked at once more and longer, if that is not too much of it.</summary>
    private static void Again(SetResult[] results, ConflictLimits limits)
    {
        var cut = Enumerable.Range(0, results.Length).Where(i => results[i] is { IsCut: true, Conflicts.IsEmpty: true }).ToList();
        if (cut.Count > 0 && limits.Further(cut.Count) is { } further)
        {
            Parallel.ForEach(cut, i => results[i] = new SetSearch(results[i].Set, further).Run());
        }
    }

    /// <summary>A set of clauses that holds another one which does not go together for the same party is none of its own.</summary>
    private static ImmutableArray<Conflict> Minimal(ImmutableArray<Conflict> all) =>
    [
        .. all.Where(c => !all.Any(o => o.Clauses.Length < c.Clauses.Length && o.Kind != ConflictKind.SeparateActs && o.Party == c.Party && o.Clauses.All(c.Clauses.Contains) && o.Situation.Length <= c.Situation.Length)),
    ];
}
