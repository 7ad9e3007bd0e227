using Pacta.Model.Codings;

namespace Pacta.Reports.Coding;

/// <summary>
/// In what alpha may be expected to lie: units are drawn anew, with replacement, and the middle 95 % of the alphas taken (the percentile
/// bootstrap; B. Efron and R. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13). The same seed gives the same figures.
/// </summary>
internal static class Bootstrap
{
    public const int Resamples = 2000;
    public const double Level = 0.95;

    /// <summary>Of proportions each pair of values is looked at: so many pairs at most in all.</summary>
    private const double MostPairs = 4e8;

    public static BootstrapInterval? Of(IReadOnlyList<double[]> units, Scale scale, long seed)
    {
        var pairable = new PairableUnits(units);
        var distinct = (double)pairable.Values.Length;
        var resamples = scale == Scale.Ratio ? Math.Clamp((int)(MostPairs / Math.Max(1, distinct * distinct)), 200, Resamples) : Resamples;
        var random = new SplitMix((ulong)seed);
        var alphas = new List<double>(resamples);
        var drawn = new int[pairable.Units.Count][];
        for (var i = 0; i < resamples; i++)
        {
            for (var j = 0; j < drawn.Length; j++)
            {
                drawn[j] = pairable.Units[random.Below(drawn.Length)];
            }

            if (Alpha.Of(drawn, pairable.Values, scale).Value is { } alpha)
            {
                alphas.Add(alpha);
            }
        }

        if (alphas.Count == 0)
        {
            return null;
        }

        alphas.Sort();
        return new BootstrapInterval(At(alphas, (1 - Level) / 2), At(alphas, (1 + Level) / 2), alphas.Count);
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];

    /// <summary>SplitMix64 (G. Steele, D. Lea, C. Flood, 2014): of the platform's own generator nobody promises that it stays the same.</summary>
    private struct SplitMix(ulong seed)
    {
        private ulong _state = seed;

        public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

        private ulong Next()
        {
            _state += 0x9E3779B97F4A7C15;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
