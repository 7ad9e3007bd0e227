using Pacta.Model.Codings;

namespace Pacta.Reports.Coding;

/// <summary>
/// Krippendorff's alpha (K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", University of Pennsylvania, 2011): 1 − Do / De. Any
/// number of coders, missing values, four scales.
/// </summary>
/// <param name="Values">Values that can be paired.</param>
internal readonly record struct Alpha(int Values, double Observed, double Expected)
{
    /// <summary>Null where nothing varies.</summary>
    public double? Value => Values > 0 && Expected > 0 ? 1 - (Observed / Expected) : null;

    /// <param name="units">The values of each unit, as numbers; of names any numbers that tell them apart.</param>
    public static Alpha Of(IEnumerable<double[]> units, Scale scale)
    {
        List<double[]> pairable = [.. units.Where(u => u.Length > 1)];
        var counts = new SortedDictionary<double, int>();
        foreach (var value in pairable.SelectMany(u => u))
        {
            counts[value] = counts.GetValueOrDefault(value) + 1;
        }

        var total = counts.Values.Sum();
        if (total == 0)
        {
            return default;
        }

        // Ranks differ by the values that lie between them, half of the equal ones counted: they differ as their middle ranks do.
        var ranks = scale == Scale.Ordinal ? MiddleRanks(counts) : null;
        var observed = pairable.Sum(u => Within(u, scale, ranks)) / total;
        return new Alpha(total, observed, ByChance(counts, total, scale, ranks) / ((double)total * (total - 1)));
    }

    /// <summary>The squared difference of two values.</summary>
    private static double Difference(double a, double b, Scale scale, Dictionary<double, double>? ranks)
    {
        var difference = scale switch
        {
            Scale.Nominal => a == b ? 0 : 1,
            Scale.Ordinal => ranks![a] - ranks[b],
            Scale.Ratio => a == b ? 0 : (a - b) / (a + b),
            _ => a - b,
        };
        return difference * difference;
    }

    /// <summary>All ordered pairs of a unit, each weighted by how many others there are.</summary>
    private static double Within(double[] unit, Scale scale, Dictionary<double, double>? ranks)
    {
        var sum = 0.0;
        for (var i = 0; i < unit.Length; i++)
        {
            for (var j = i + 1; j < unit.Length; j++)
            {
                sum += Difference(unit[i], unit[j], scale, ranks);
            }
        }

        return 2 * sum / (unit.Length - 1);
    }

    /// <summary>All ordered pairs of values, of whatever units. Proportions need each pair; the others follow from sums.</summary>
    private static double ByChance(SortedDictionary<double, int> counts, int total, Scale scale, Dictionary<double, double>? ranks)
    {
        switch (scale)
        {
            case Scale.Nominal:
                return ((double)total * total) - counts.Values.Sum(n => (double)n * n);
            case Scale.Ratio:
                List<KeyValuePair<double, int>> values = [.. counts];
                var sum = 0.0;
                for (var i = 0; i < values.Count; i++)
                {
                    for (var j = i + 1; j < values.Count; j++)
                    {
                        sum += 2.0 * values[i].Value * values[j].Value * Difference(values[i].Key, values[j].Key, scale, ranks);
                    }
                }

                return sum;
            default:
                var mean = counts.Sum(c => c.Value * At(c.Key)) / total;
                return 2.0 * total * counts.Sum(c => c.Value * (At(c.Key) - mean) * (At(c.Key) - mean));
        }

        double At(double value) => ranks?[value] ?? value;
    }

    private static Dictionary<double, double> MiddleRanks(SortedDictionary<double, int> counts)
    {
        var (ranks, below) = (new Dictionary<double, double>(), 0);
        foreach (var (value, count) in counts)
        {
            ranks[value] = below + (count / 2.0);
            below += count;
        }

        return ranks;
    }
}
