using System.Collections.Immutable;
using Pacta.Exploration.Separating;
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
        var swapped = setting.Swapped();
        var secondForbids = new DirectionSearch(setting, [.. comparison.Pairs.Select(p => (p.First, p.Second, p))], limits);
        var firstForbids = new DirectionSearch(swapped, [.. comparison.Pairs.Select(p => (p.Second, p.First, p))], limits);
        for (var i = 0; i < pairs.Count; i++)
        {
            results.AddRange(Of(pairs[i], setting, secondForbids, firstForbids));
            step?.Invoke(i + 1, pairs.Count);
        }

        var bound = results.SelectMany(r => new[] { r.FirstForbids, r.SecondForbids }).Where(r => r.Found is null).Select(r => r.Bound).Aggregate(SearchBound.None, (a, b) => a.And(b));
        return new DraftStrictness(results.ToImmutable(), [.. Wholes(results)], bound, setting.InForce);
    }

    private static IEnumerable<ClauseStrictness> Of(ClausePair pair, Setting setting, DirectionSearch secondForbids, DirectionSearch firstForbids)
    {
        var first = pair.First is { } a ? setting.First.Clause(a) : null;
        var second = pair.Second is { } b ? setting.Second.Clause(b) : null;
        foreach (var (party, alike) in setting.PartiesOf(first, second))
        {
            yield return new ClauseStrictness(
                pair,
                party,
                alike,
                Of(first, second, Strictness.Stricter, firstForbids),
                Of(second, first, Strictness.Looser, secondForbids));

            SeparationResult Of(Clause? clause, Clause? counterpart, Strictness excluded, DirectionSearch search) =>
                clause is null ? SeparationResult.Nothing
                : pair.Proved == excluded || pair.Proved == Strictness.Same ? SeparationResult.Excluded
                : search.Run(clause, counterpart, pair, party);
        }
    }

    /// <summary>Of every party, however many of the others are like it in this or that clause; those of whom all the same is found stand together.</summary>
    private static IEnumerable<PartyStrictness> Wholes(IReadOnlyList<ClauseStrictness> clauses) => clauses
        .SelectMany(c => c.Alike.Prepend(c.Party))
        .Distinct(StringComparer.Ordinal)
        .Select(p => (Party: p, Whole: WholeOf([.. clauses.Where(c => c.Party == p || c.Alike.Contains(p))])))
        .GroupBy(p => (p.Whole.Strictness, p.Whole.IsShown))
        .Select(g => new PartyStrictness(g.First().Party, [.. g.Skip(1).Select(p => p.Party)], g.Key.Strictness, g.Key.IsShown) { Bound = g.Select(p => p.Whole.Bound).Aggregate(SearchBound.None, (sum, b) => sum.And(b)) });

    private static (Strictness Strictness, bool IsShown, SearchBound Bound) WholeOf(List<ClauseStrictness> his)
    {
        var (firstForbids, secondForbids) = (his.Exists(c => c.OfTexts is Strictness.Looser or Strictness.Incomparable), his.Exists(c => c.OfTexts is Strictness.Stricter or Strictness.Incomparable));
        var (firstShown, secondShown) = (his.TrueForAll(c => c.FirstForbids.IsNone), his.TrueForAll(c => c.SecondForbids.IsNone));
        return (
            firstShown && secondShown ? Strictness.Same : Strictnesses.Of(firstForbids, secondForbids),
            (firstForbids || firstShown) && (secondForbids || secondShown),
            his.SelectMany(c => new[] { c.FirstForbids, c.SecondForbids }).Where(r => r.Found is null || r.IsCaught).Aggregate(SearchBound.None, (sum, r) => sum.And(r.Bound)));
    }
}
