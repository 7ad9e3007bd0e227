using System.Collections.Immutable;
using Pacta.Exploration.Separating;
using Pacta.Exploration.Texts;
using Pacta.Model.Agreements;
using Pacta.Negotiation;
using Pacta.Negotiation.Histories;
using Pacta.Negotiation.Matching;

namespace Pacta.Exploration;

/// <summary>Two drafts compared by what they allow: for each pair of clauses and each party the shortest histories that one calls a breach and the other does not.</summary>
public static class DraftExploration
{
    /// <param name="step">Told how many of how many pairs of clauses were looked at.</param>
    public static DraftStrictness Of(DraftComparison comparison, SearchLimits limits, Action<int, int>? step = null)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(limits);
        var setting = Setting.Of(comparison.First, comparison.Second);
        var results = ImmutableArray.CreateBuilder<ClauseStrictness>();
        var pairs = comparison.Pairs.Where(p => !p.IsSame).ToList();
        for (var i = 0; i < pairs.Count; i++)
        {
            results.AddRange(Of(pairs[i], setting, limits));
            step?.Invoke(i + 1, pairs.Count);
        }

        var bound = results.SelectMany(r => new[] { r.FirstForbids, r.SecondForbids }).Where(r => r.Found is null).Select(r => r.Bound).Aggregate(SearchBound.None, (a, b) => a.And(b));
        return new DraftStrictness(results.ToImmutable(), [.. Wholes(comparison, results)], bound);
    }

    private static IEnumerable<ClauseStrictness> Of(ClausePair pair, Setting setting, SearchLimits limits)
    {
        var first = pair.First is { } a ? setting.First.Clause(a) : null;
        var second = pair.Second is { } b ? setting.Second.Clause(b) : null;
        var parties = setting.PartiesOf(first, second);
        foreach (var (party, alike) in parties)
        {
            var secondForbids = second is null ? SeparationResult.Nothing
                : pair.Proved is Strictness.Looser or Strictness.Same ? SeparationResult.Excluded
                : Search(setting, second, first, party, limits);
            var firstForbids = first is null ? SeparationResult.Nothing
                : pair.Proved is Strictness.Stricter or Strictness.Same ? SeparationResult.Excluded
                : Search(setting.Swapped(), first, second, party, limits);
            yield return new ClauseStrictness(pair, party, alike, firstForbids, secondForbids);
        }
    }

    /// <param name="clause">Of the second text of the setting.</param>
    /// <param name="counterpart">Of the first.</param>
    private static SeparationResult Search(Setting setting, Clause clause, Clause? counterpart, string party, SearchLimits limits)
    {
        if (!Roles.Binds(clause))
        {
            return SeparationResult.Nothing;
        }

        if (counterpart is null)
        {
            var (unanswered, within) = setting.Search(clause, only: null, party).Run(limits);
            return new SeparationResult(Of(unanswered, setting, clause, null, party), false, [], within);
        }

        // The counterpart by itself comes first: whoever keeps the whole text keeps it too, so that where it leaves no room the whole leaves none.
        var only = new HashSet<string>(StringComparer.Ordinal) { counterpart.Name };
        var (alone, bound) = setting.Search(clause, only, party).Run(limits);
        if (alone is null)
        {
            return new SeparationResult(null, false, [], bound);
        }

        var by = setting.NotKept(clause, alone, party);
        if (by.IsEmpty)
        {
            return new SeparationResult(Of(alone, setting, clause, null, party), false, [], bound);
        }

        var (whole, second) = setting.Search(clause, only: null, party).Run(limits);
        return whole is not null
            ? new SeparationResult(Of(whole, setting, clause, null, party), false, [], bound.And(second))
            : new SeparationResult(Of(alone, setting, clause, only, party), true, by, bound.And(second));
    }

    /// <summary>What is shown: without what makes no difference, replayed among all parties by the way that reports go.</summary>
    private static Separation? Of(Separated? found, Setting setting, Clause clause, IReadOnlySet<string>? only, string party)
    {
        if (found is null)
        {
            return null;
        }

        var (history, broken, isAmongFew) = setting.Shown(found, clause, only, party);
        return new Separation(clause, history, broken, isAmongFew);
    }

    private static IEnumerable<PartyStrictness> Wholes(DraftComparison comparison, IReadOnlyList<ClauseStrictness> clauses)
    {
        var everybody = clauses.Select(c => (c.Party, c.Alike)).DistinctBy(c => c.Party).ToList();
        return everybody.Select(p =>
        {
            var his = clauses.Where(c => c.Party == p.Party).ToList();
            var (firstForbids, secondForbids) = (his.Exists(c => c.OfTexts is Strictness.Looser or Strictness.Incomparable), his.Exists(c => c.OfTexts is Strictness.Stricter or Strictness.Incomparable));
            var (firstShown, secondShown) = (his.TrueForAll(c => c.FirstForbids.IsNone), his.TrueForAll(c => c.SecondForbids.IsNone));
            return new PartyStrictness(
                p.Party,
                p.Alike,
                firstShown && secondShown ? Strictness.Same : Strictnesses.Of(firstForbids, secondForbids),
                (firstForbids || firstShown) && (secondForbids || secondShown));
        });
    }
}
