using System.Collections.Immutable;
using NodaTime;

namespace Pacta.Model.Time;

/// <summary>Several stretches of time taken together: of watch, for instance, by those who watch a place and its parts.</summary>
public static class InstantRanges
{
    /// <summary>The same stretches, in order and apart from each other.</summary>
    public static ImmutableArray<InstantRange> Merged(IEnumerable<InstantRange> stretches)
    {
        var merged = new List<InstantRange>();
        foreach (var stretch in stretches.OrderBy(s => s.Earliest))
        {
            if (merged.Count > 0 && (merged[^1].Latest == Instant.MaxValue || stretch.Earliest <= merged[^1].Latest + InstantRange.Tick))
            {
                merged[^1] = merged[^1].Cover(stretch);
            }
            else
            {
                merged.Add(stretch);
            }
        }

        return [.. merged];
    }

    /// <summary>What lies in stretches of both, in order and apart from each other.</summary>
    public static ImmutableArray<InstantRange> Common(ImmutableArray<InstantRange> a, ImmutableArray<InstantRange> b) => Merged(
        a.SelectMany(x => b.Select(y => (From: Instant.Max(x.Earliest, y.Earliest), To: Instant.Min(x.Latest, y.Latest))))
            .Where(s => s.From <= s.To)
            .Select(s => new InstantRange(s.From, s.To)));
}
