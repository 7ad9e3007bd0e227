using System.Collections.Immutable;
using Pacta.Checking.Scenarios;
using Pacta.Exploration.Conflicting;
using Pacta.Exploration.Domain;
using Pacta.Exploration.Illustrating;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Negotiation.Histories;

namespace Pacta.Exploration;

/// <summary>Short invented histories that show what the clauses of an agreement mean.</summary>
public static class IllustrationExploration
{
    /// <param name="clauses">Names of the clauses; empty: all.</param>
    /// <param name="progress">Told how many clauses are done, of how many.</param>
    /// <returns>In the order of the text. Permissions, of which nothing is ever found, are not among them.</returns>
    public static ImmutableArray<ClauseIllustrations> Of(Agreement agreement, IReadOnlySet<string> clauses, IllustrationLimits limits, Action<int, int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(clauses);
        ArgumentNullException.ThrowIfNull(limits);
        var members = Member.Of([agreement])
            .Where(m => clauses.Count == 0 || clauses.Contains(m.Clause.Name))
            .Where(m => m.Clause.Readings.Any(r => r.Content.Sentence.Modality != Modality.May))
            .ToList();
        var all = new ClauseIllustrations[members.Count];
        var done = 0;
        Parallel.For(0, members.Count, i =>
        {
            all[i] = Of(members[i], limits);
            progress?.Invoke(Interlocked.Increment(ref done), members.Count);
        });
        return [.. all];
    }

    private static ClauseIllustrations Of(Member member, IllustrationLimits limits)
    {
        var bounds = BoundsOf(member);
        var variants = Variant.Of([member]).ToList();
        var party = Stage.PartiesOf([member], [member]).Select(p => p.Party).FirstOrDefault();
        if (party is null)
        {
            return new ClauseIllustrations(member.Clause, null, [], [.. bounds.Keys], SearchBound.None);
        }

        var searches = variants.ConvertAll(v => (v.Readings, Search: new ClauseSearch(Stage.Of(v.Members, party, isInItsTime: true), bounds, Math.Max(1, limits.Tries / variants.Count))));
        searches.ForEach(s => s.Search.Run(limits.Facts));
        var shown = new Dictionary<string, Illustration>(StringComparer.Ordinal);
        foreach (var (readings, search) in searches)
        {
            foreach (var goal in Wanted(search.Found.Keys))
            {
                var showing = search.Simplified(goal, search.Found[goal]);
                var state = goal.State ?? showing.StateOf(goal.Name);
                var others = searches.Where(s => s.Search != search && (s.Search.Show(showing.History) is var o && (o.StateOf(goal.Name) != state))).ToList();
                var taken = others.Count == 0 ? null : readings.FirstOrDefault(r => others.TrueForAll(o => o.Readings.All(x => x.Of != r.Of || x.Name != r.Name)));
                if (others.Count == 0 || taken is not null)
                {
                    // The same history that shows the same is told once.
                    shown.TryAdd(
                        $"{goal} {taken?.Name} {(goal.Kind == IllustrationKind.State ? string.Empty : Candidates.KeyOf(showing.History.Facts))}",
                        new Illustration(member.Clause, goal.Name, party, goal.Kind, goal.About, state, taken, showing.History));
                }
            }
        }

        var onBound = shown.Values.Where(s => s.Kind == IllustrationKind.OnBound).Select(s => s.About).ToHashSet(StringComparer.Ordinal);
        var bound = new SearchBound(limits.Facts, searches.Sum(s => s.Search.Tried), searches.Exists(s => s.Search.IsCut), []);
        return new ClauseIllustrations(
            member.Clause, party, [.. shown.Values.OrderBy(s => s.Kind).ThenBy(s => s.About, StringComparer.Ordinal).ThenBy(s => s.History.Length)], [.. bounds.Keys.Where(b => !onBound.Contains(b))], bound);
    }

    /// <summary>Beside a bound only the side is wanted where the comparison comes out otherwise than on it; of what is done too late, what is made good by it, where that can be.</summary>
    private static IEnumerable<Goal> Wanted(IEnumerable<Goal> found)
    {
        var goals = found.ToList();
        return goals.Where(g => g.Kind switch
        {
            IllustrationKind.BesideBound => !goals.Exists(o => o.Kind == IllustrationKind.OnBound && o.About == g.About && o.Holds == g.Holds),
            IllustrationKind.TooLate => g.State == ClauseState.Cured || !goals.Exists(o => o.Kind == g.Kind && o.Name == g.Name && o.State == ClauseState.Cured),
            _ => true,
        });
    }

    /// <summary>The comparisons of the clause, and of the nouns and amounts that it uses; what lies on those is told of the clause.</summary>
    private static Dictionary<string, string> BoundsOf(Member member)
    {
        var names = member.Reach.Names.Append(member.Clause.Name).ToHashSet(StringComparer.Ordinal);
        var exceptions = member.Clause.Exceptions.SelectMany(Names).ToHashSet(StringComparer.Ordinal);
        return CoverageFinder.BoundsOf(member.Agreement)
            .Where(b => names.Contains(b.Owner) || exceptions.Contains(b.Owner))
            .DistinctBy(b => b.Text)
            .ToDictionary(b => b.Text, _ => member.Clause.Name, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Names(ClauseException exception) => exception.Exceptions.SelectMany(Names).Prepend(exception.Name);
}
