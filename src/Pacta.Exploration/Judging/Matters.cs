using System.Collections.Immutable;
using NodaTime;
using Pacta.Negotiation.Histories;

namespace Pacta.Exploration.Judging;

/// <summary>Matters of judgement are judged before a history begins: none of them to hold, then one, then more.</summary>
internal static class Matters
{
    /// <summary>Each further one doubles what is tried.</summary>
    private const int Most = 4;

    private static readonly Duration Before = Duration.FromDays(30);

    /// <param name="beginning">When histories begin.</param>
    public static IEnumerable<ImmutableArray<InventedJudgement>> Ways(IEnumerable<string> matters, Instant beginning)
    {
        var judged = matters.Take(Most).ToImmutableArray();
        return Enumerable.Range(0, 1 << judged.Length)
            .OrderBy(b => System.Numerics.BitOperations.PopCount((uint)b))
            .Select(bits => judged.Select((m, i) => new InventedJudgement(m, (bits & (1 << i)) != 0, beginning - Before)).ToImmutableArray());
    }
}
