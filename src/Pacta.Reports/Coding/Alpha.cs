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
    public static Alpha Of(IReadOnlyList<double[]> units, Scale scale)
    {
        var pairable = new PairableUnits(units);
        return Of(pairable.Units, pairable.Values, scale);
    }

    /// <param name="units">Of each unit the places of its values among all; at least two.</param>
    /// <param name="values">All values, each once, from the least to the most.</param>
    public static Alpha Of(IReadOnlyList<int[]> units, double[] values, Scale scale)
    {
        var (counts, total) = (new int[values.Length], 0);
        foreach (var unit in units)
        {
            foreach (var value in unit)
            {
                counts[value]++;
            }

            total += unit.Length;
        }

        if (total == 0)
        {
            return default;
        }

        // Ranks differ by the values that lie between them, half of the equal ones counted: they differ as their middle ranks do.
        var at = scale == Scale.Ordinal ? MiddleRanks(counts) : values;
        var observed = 0.0;
        foreach (var unit in units)
        {
            observed += Within(unit, at, scale);
        }

        return new Alpha(total, observed / total, ByChance(counts, at, total, scale) / ((double)total * (total - 1)));
    }

    /// <summary>All ordered pairs of a unit, each weighted by how many others there are.</summary>
    private static double Within(int[] unit, double[] at, Scale scale)
    {
        var sum = 0.0;
        for (var i = 0; i < unit.Length; i++)
        {
            for (var j = i + 1; j < unit.Length; j++)
            {
                sum += unit[i] == unit[j] ? 0 : scale == Scale.Nominal ? 1 : Square(at[unit[i]], at[unit[j]], scale);
            }
        }

        return 2 * sum / (unit.Length - 1);
    }

    /// <summary>All ordered pairs of values, of whatever units. Proportions need each pair; the others follow from sums.</summary>
    private static double ByChance(int[] counts, double[] at, int total, Scale scale)
    {
        var sum = 0.0;
        switch (scale)
        {
            case Scale.Nominal:
                foreach (var count in counts)
                {
                    sum += (double)count * (total - count);
                }

                return sum;
            case Scale.Ratio:
                for (var i = 0; i < counts.Length; i++)
                {
                    for (var j = i + 1; j < counts.Length; j++)
                    {
                        sum += 2.0 * counts[i] * counts[j] * Square(at[i], at[j], scale);
                    }
                }

                return sum;
            default:
                var mean = 0.0;
                for (var i = 0; i < counts.Length; i++)
                {
                    mean += counts[i] * at[i] / total;
                }

                // Alike values differ by nothing, whatever the last digit of their mean.
                var kinds = 0;
                for (var i = 0; i < counts.Length; i++)
                {
                    kinds += counts[i] > 0 ? 1 : 0;
                    sum += counts[i] * (at[i] - mean) * (at[i] - mean);
                }

                return kinds > 1 ? 2.0 * total * sum : 0;
        }
    }

    /// <summary>The squared difference of two unequal values.</summary>
    private static double Square(double a, double b, Scale scale)
    {
        var difference = scale == Scale.Ratio ? (a - b) / (a + b) : a - b;
        return difference * difference;
    }

    private static double[] MiddleRanks(int[] counts)
    {
        var (ranks, below) = (new double[counts.Length], 0);
        for (var i = 0; i < counts.Length; i++)
        {
            ranks[i] = below + (counts[i] / 2.0);
            below += counts[i];
        }

        return ranks;
    }
}
