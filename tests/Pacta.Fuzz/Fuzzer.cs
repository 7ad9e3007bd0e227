namespace Pacta.Fuzz;

/// <summary>What a run of the fuzzer came to.</summary>
/// <param name="Found">The first difference, made small; null if there was none.</param>
internal sealed record FuzzResult(int Compared, int NotMonitorable, int NotSolvable, int Seed, Case? Found, string Why);

/// <summary>Generates cases and compares the monitor with the reference, until something differs or time is up.</summary>
internal static class Fuzzer
{
    public static Case Generate(int seed)
    {
        var random = new Random(seed);
        var signature = TraceGenerator.Signature(random);
        var formula = new FormulaGenerator(random, signature).Root(random.Next(2, 14));
        return new Case(signature, formula, TraceGenerator.Trace(random, signature));
    }

    /// <param name="seed">Of the first case; the others follow.</param>
    /// <param name="isOver">Given the number of cases so far.</param>
    public static FuzzResult Run(int seed, Func<int, bool> isOver, Action<int>? progress = null)
    {
        var (compared, notMonitorable, notSolvable) = (0, 0, 0);
        for (var i = 0; !isOver(i); i++)
        {
            progress?.Invoke(i);
            var @case = Generate(seed + i);
            var comparison = Comparer.Compare(@case, seed + i);
            switch (comparison.Outcome)
            {
                case Outcome.Same:
                    compared++;
                    break;
                case Outcome.NotMonitorable:
                    notMonitorable++;
                    break;
                case Outcome.NotSolvable:
                    notSolvable++;
                    break;
                default:
                    var small = Shrinker.Shrink(@case, seed + i);
                    return new FuzzResult(compared, notMonitorable, notSolvable, seed + i, small, Comparer.Compare(small, seed + i).Why);
            }
        }

        return new FuzzResult(compared, notMonitorable, notSolvable, seed, null, string.Empty);
    }
}
