using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;

namespace Pacta.Checking.Readings;

/// <summary>
/// A finding that depends on how the text is read is evaluated again under each reading, so that every reading can be told by itself and none
/// of them is the answer because it was written first.
/// </summary>
/// <param name="evaluate">The findings about some clauses under a perspective.</param>
internal sealed class ReadingByReading(Agreement agreement, Perspective? perspective, Func<Perspective, ImmutableHashSet<string>, ImmutableArray<Finding>> evaluate)
{
    /// <summary>Beyond this number of combinations nobody would read them side by side; the finding's outcomes still name what decides.</summary>
    private const int MostWays = 64;

    /// <summary>Takes nothing but readings: it gives a finding the name of a run that takes no perspective.</summary>
    private static readonly Perspective Neutral = new("neutral", [], null, ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    public ImmutableArray<Finding> Tell(ImmutableArray<Finding> findings)
    {
        var texts = new ReadTexts(agreement);
        var taken = (perspective ?? Neutral).Readings.Keys.ToHashSet(StringComparer.Ordinal);
        var told = new Dictionary<string, Finding>(StringComparer.Ordinal);
        foreach (var clauses in agreement.Clauses
            .Where(c => !c.Status.Disputed)
            .Select(c => (Clause: c, Readings: texts.Of(c, taken)))
            .Where(c => c.Readings.Length > 0)
            .GroupBy(c => string.Join(' ', c.Readings.Select(r => r[0].Of)), StringComparer.Ordinal))
        {
            var paths = clauses.Select(c => c.Clause).Where(c => findings.Any(f => f.DiffersByReading && IsAbout(f, c))).ToList();
            var about = findings.Where(f => paths.Exists(c => IsAbout(f, c))).ToList();
            if (about.Count > 0 && clauses.First().Readings.Aggregate(1L, (n, r) => Math.Min(n * r.Length, int.MaxValue)) <= MostWays)
            {
                Tell(about, clauses.First().Readings, [.. paths.Select(c => c.Name)], told);
            }
        }

        return told.Count == 0 ? findings : InOrder(findings, told);
    }

    private void Tell(List<Finding> about, ImmutableArray<ImmutableArray<ReadingTaken>> texts, ImmutableHashSet<string> clauses, Dictionary<string, Finding> told)
    {
        var ways = Ways(texts).Select(way => (Way: way, Found: evaluate(Taking(way), clauses).ToDictionary(f => f.Id, StringComparer.Ordinal))).ToList();
        foreach (var finding in about)
        {
            var under = ways.Select(w => Under(finding, w.Way, w.Found.GetValueOrDefault(finding.Id))).ToList();
            told[finding.Id] = Together.Tell(finding, WithoutIdle(under), texts);
        }
    }

    private static FindingUnderReadings Under(Finding finding, ImmutableArray<ReadingTaken> way, Finding? found)
    {
        var isNotInPlay = found is null && finding.Outcomes.Any(o => o.States.Contains(ClauseState.Dormant) && o.If.All(c => IsTaken(c, way)));
        return new FindingUnderReadings(way, found, isNotInPlay);
    }

    private static bool IsTaken(Choice choice, ImmutableArray<ReadingTaken> way) =>
        choice.Kind != CauseKind.Reading || way.All(r => choice.Subject != $"reading of {r.Of}" || choice.Value == r.Name);

    /// <summary>Leaves out the texts whose reading changes nothing, whatever the others are.</summary>
    private static ImmutableArray<FindingUnderReadings> WithoutIdle(List<FindingUnderReadings> under)
    {
        var kept = Enumerable.Range(0, under[0].Readings.Length).ToList();
        var prints = under.ToDictionary(u => Key(u, kept), u => $"{u.IsNotInPlay}{Fingerprint.Of(u.Finding)}", StringComparer.Ordinal);
        var all = kept.ToList();
        for (var i = all.Count - 1; i >= 0; i--)
        {
            var without = kept.Where(k => k != i).ToList();
            if (under.GroupBy(u => Key(u, without), StringComparer.Ordinal).All(g => g.Select(u => prints[Key(u, all)]).Distinct(StringComparer.Ordinal).Count() == 1))
            {
                kept = without;
            }
        }

        return kept.Count == 0
            ? []
            : [.. under.DistinctBy(u => Key(u, kept)).Select(u => u with { Readings = [.. kept.Select(k => u.Readings[k])] })];
    }

    private static string Key(FindingUnderReadings under, List<int> texts) => string.Join('\u001f', texts.Select(i => under.Readings[i].Name));

    private Perspective Taking(ImmutableArray<ReadingTaken> way)
    {
        var taken = perspective ?? Neutral;
        return taken with { Readings = taken.Readings.SetItems(way.Select(r => KeyValuePair.Create(r.Of, r.Name))) };
    }

    private static IEnumerable<ImmutableArray<ReadingTaken>> Ways(ImmutableArray<ImmutableArray<ReadingTaken>> texts)
    {
        IEnumerable<ImmutableArray<ReadingTaken>> ways = [[]];
        foreach (var readings in texts)
        {
            ways = ways.SelectMany(way => readings.Select(way.Add));
        }

        return ways;
    }

    private static bool IsAbout(Finding finding, Clause clause) => Paths(clause).Any(p => finding.ClausePath == p || finding.ClausePath == p + "/otherwise");

    private static IEnumerable<string> Paths(Clause clause) => clause.Exceptions.SelectMany(Paths).Prepend(clause.Path);

    private static IEnumerable<string> Paths(ClauseException exception) => exception.Exceptions.SelectMany(Paths).Prepend(exception.Path);

    /// <summary>The order of findings of a clause goes by when they opened, which may have been that of one reading.</summary>
    private ImmutableArray<Finding> InOrder(ImmutableArray<Finding> findings, Dictionary<string, Finding> told)
    {
        var places = agreement.Clauses.SelectMany((c, i) => Paths(c).Select(p => (p, i))).DistinctBy(p => p.p).ToDictionary(p => p.p, p => p.i, StringComparer.Ordinal);
        return
        [
            .. findings
                .Select(f => told.GetValueOrDefault(f.Id, f))
                .OrderBy(f => places.GetValueOrDefault(f.ClausePath.EndsWith("/otherwise", StringComparison.Ordinal) ? f.ClausePath[..^"/otherwise".Length] : f.ClausePath))
                .ThenBy(f => f.ClausePath, StringComparer.Ordinal)
                .ThenBy(f => f.Opened?.Earliest)
                .ThenBy(f => string.Join(',', f.Bearers), StringComparer.Ordinal)
                .ThenBy(f => f.Beneficiary, StringComparer.Ordinal)
                .ThenBy(f => f.Line, StringComparer.Ordinal)
                .ThenBy(f => string.Join(',', f.Trigger), StringComparer.Ordinal),
        ];
    }
}
