using System.Collections.Immutable;
using Pacta.Logic.Reference;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;

namespace Pacta.Checking;

/// <summary>
/// What can be different under a perspective: only clauses that speak of what it leaves out, or whose reading it takes. The findings about all others are those
/// that were made already, so that the cost of perspectives grows with what they disagree about.
/// </summary>
internal static class Differing
{
    /// <summary>What a perspective sees: equal for two of them only if what counts for them is the same.</summary>
    public static string Signature(History under, Perspective perspective) => string.Join(
        '\n',
        [
            .. under.LeftOut.Select(l => $"{l.Code} {l.About} {string.Join(' ', l.Arguments)} {string.Join(' ', l.Reports.Select(r => r.Id))}"),
            .. under.Judgements.Select(j => j.By.Id), "-", .. under.Completeness.Select(c => c.By.Id), "-", .. under.Coverages.Select(c => c.By.Id), "-",
            .. perspective.Readings.Select(r => $"{r.Key}={r.Value}"),
        ]);

    /// <returns>The names of the clauses; empty: none can differ; null: any may.</returns>
    public static ImmutableHashSet<string>? Clauses(Agreement agreement, History all, History under, Perspective perspective)
    {
        if (!all.Completeness.Select(c => c.By).SequenceEqual(under.Completeness.Select(c => c.By))
            || !all.Coverages.Select(c => c.By).SequenceEqual(under.Coverages.Select(c => c.By))
            || !all.Judgements.Select(j => j.By).SequenceEqual(under.Judgements.Select(j => j.By)))
        {
            return null;
        }

        var leftOut = under.LeftOut.Select(l => l.About).ToHashSet(StringComparer.Ordinal);
        var leftOutIds = new FactIds(leftOut);
        var (touched, now) = leftOut.Count == 0 ? ([], []) : (Touched(all, leftOutIds), Touched(under, leftOutIds));

        // A notice of withdrawal or suspension ends or rests what other clauses ask.
        if (touched.Exists(f => Departures.Is(f.Kind, agreement.Vocabulary)))
        {
            return null;
        }

        // When the record begins, and who ever acts, matters to clauses of any kind.
        if (touched.Count > 0 && MayMatterToAll(agreement, all.FactsInAnyOrder().Concat(all.Counts).Where(f => !leftOutIds.HaveIdOf(f)), all.Aside, touched, now))
        {
            return null;
        }

        return ReferenceEvaluator.ClausesAbout(agreement, touched.Select(f => f.Kind).ToHashSet(StringComparer.Ordinal), perspective.Readings.Keys);
    }

    /// <summary>The findings of the clauses that were evaluated anew, and of the others those that were there, in the order of the clauses.</summary>
    public static ImmutableArray<Finding> Join(Agreement agreement, ImmutableArray<Finding> without, ImmutableArray<Finding> under, ImmutableHashSet<string> concerned) =>
        [.. agreement.Clauses.SelectMany(c => (concerned.Contains(c.Name) ? under : without).Where(f => c.Holds(f.ClausePath)))];

    private static List<Fact> Touched(History history, FactIds leftOut)
    {
        List<Fact> touched = [.. history.Counts.Where(leftOut.HaveIdOf)];
        foreach (var fact in history.FactsInAnyOrder()) // there are millions of them
        {
            if (leftOut.HaveIdOf(fact))
            {
                touched.Add(fact);
            }
        }

        return touched;
    }

    /// <param name="others">Those of which nothing is left out.</param>
    /// <param name="aside">Of these neither is.</param>
    /// <param name="before">Of which something is, as all have them.</param>
    /// <param name="after">The same, as the perspective has them.</param>
    private static bool MayMatterToAll(Agreement agreement, IEnumerable<Fact> others, ImmutableArray<FactsOfKind> aside, List<Fact> before, List<Fact> after)
    {
        var (beginsBefore, beginsAfter) = (Begin(before, agreement), Begin(after, agreement));
        var (begin, names) = (beginsBefore == beginsAfter && beginsBefore.Earliest == beginsBefore.Latest, Names(before));
        names.SymmetricExceptWith(Names(after));
        begin |= aside.Any(a => IsEarlier(a.First(agreement.Calendar.Zone)));
        names.RemoveWhere(n => aside.Any(a => a.IsInRole(n)));
        foreach (var fact in others)
        {
            if (begin && names.Count == 0)
            {
                return false;
            }

            begin |= Begin([fact], agreement).Latest is { } at && IsEarlier(at);
            if (names.Count > 0)
            {
                names.ExceptWith(Names([fact]));
            }
        }

        return !begin || names.Count > 0;

        bool IsEarlier(NodaTime.Instant at) => !(beginsBefore.Earliest < at) && !(beginsAfter.Earliest < at);
    }

    /// <summary>When the first of some facts is, whichever of its rival times holds; null: there is none.</summary>
    private static (NodaTime.Instant? Earliest, NodaTime.Instant? Latest) Begin(List<Fact> facts, Agreement agreement)
    {
        var times = facts.ConvertAll(f => f.Time.Alternatives.Select(t => t.Value.In(agreement.Calendar.Zone).Earliest).ToList());
        return (times.Min(t => (NodaTime.Instant?)t.Min()), times.Min(t => (NodaTime.Instant?)t.Max()));
    }

    private static HashSet<string> Names(List<Fact> facts) => facts
        .SelectMany(f => f.Roles.Values)
        .SelectMany(r => r.Alternatives)
        .Select(a => $"{a.Value}")
        .ToHashSet(StringComparer.Ordinal);
}
