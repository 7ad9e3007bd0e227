using System.Collections.Immutable;
using Pacta.Logic.Reference.Norms;
using Pacta.Model.Findings;

namespace Pacta.Logic.Reference.Readings;

/// <summary>
/// The ways to read the texts a clause uses. A finding that depends on them is told under each, so that every reading can be told by itself
/// and none of them is the answer because it was written first.
/// </summary>
internal static class Ways
{
    /// <summary>Beyond this number of combinations nobody would read them side by side; the finding's outcomes still name what decides.</summary>
    private const int Most = 64;

    /// <summary>Does an instance differ by reading, in few enough ways that each can be told?</summary>
    /// <param name="found">The instance under the readings that have it.</param>
    public static bool Differ(List<Variable> readings, List<(ImmutableArray<int> Sides, InstanceResult Result)> found)
    {
        var all = readings.Aggregate(1L, (n, v) => Math.Min(n * v.Sides.Length, int.MaxValue));
        return readings.Count > 0 && all <= Most && (found.Count < all || !found.TrueForAll(f => Sameness.Of(f.Result, found[0].Result)));
    }

    /// <summary>Every way, in the order of the names of what is read (as the variables are) and of the readings.</summary>
    public static IEnumerable<ImmutableArray<int>> InOrder(List<Variable> readings) =>
        Worlds.All(readings).OrderBy(sides => string.Join('\u001f', sides.Select((side, i) => readings[i].Sides[side].Value)), StringComparer.Ordinal);

    public static FindingUnderReadings Under(Finding finding, List<Variable> readings, ImmutableArray<int> sides, Finding? found)
    {
        ImmutableArray<ReadingTaken> way = [.. sides.Select((side, i) => new ReadingTaken(readings[i].Key, readings[i].Sides[side].Value, readings[i].Sides[side].HeldBy))];
        var isNotInPlay = found is null && finding.Outcomes.Any(o => o.States.Contains(ClauseState.Dormant) && o.If.All(c => IsTaken(c, readings, sides)));
        return new FindingUnderReadings(way, found, isNotInPlay);
    }

    private static bool IsTaken(Choice choice, List<Variable> readings, ImmutableArray<int> sides)
    {
        var at = choice.Kind == CauseKind.Reading ? readings.FindIndex(v => v.Subject == choice.Subject) : -1;
        return at < 0 || readings[at].Sides[sides[at]].Value == choice.Value;
    }

    /// <summary>Leaves out the texts whose reading changes nothing, whatever the others are.</summary>
    public static ImmutableArray<FindingUnderReadings> WithoutIdle(List<FindingUnderReadings> under)
    {
        var kept = Enumerable.Range(0, under[0].Readings.Length).ToList();
        for (var i = kept.Count - 1; i >= 0; i--)
        {
            var without = kept.Where(k => k != i).ToList();
            if (under.GroupBy(u => Key(u, without), StringComparer.Ordinal).All(g => g.All(u => Sameness.Of(u, g.First()))))
            {
                kept = without;
            }
        }

        return kept.Count == 0
            ? []
            : [.. under.DistinctBy(u => Key(u, kept)).Select(u => u with { Readings = [.. kept.Select(k => u.Readings[k])] })];
    }

    private static string Key(FindingUnderReadings under, List<int> texts) => string.Join('\u001f', texts.Select(i => under.Readings[i].Name));
}
