using Pacta.Temporal.Formulas;

namespace Pacta.Temporal.Reference;

/// <summary>How far time points of a trace are from each other.</summary>
internal sealed class Times(Trace trace)
{
    /// <summary>How many time points there are.</summary>
    public int Count => trace.Points.Length;

    /// <summary>Never more than fits; nothing farther is ever asked for.</summary>
    public long Distance(int earlier, int later) =>
        (long)Int128.Min((Int128)trace.Points[later].Stamp - trace.Points[earlier].Stamp, long.MaxValue);

    /// <summary>The time points up to this one that are so far away.</summary>
    public IEnumerable<int> Before(int i, Interval interval) => Between(0, i).Where(j => interval.Contains(Distance(j, i)));

    /// <summary>The time points from this one on that are so far away.</summary>
    public IEnumerable<int> After(int i, Interval interval) => Between(i, Count - 1).Where(j => interval.Contains(Distance(i, j)));

    /// <summary>Both included; none if the second is before the first.</summary>
    public static IEnumerable<int> Between(int from, int to) => Enumerable.Range(from, Math.Max(0, to - from + 1));
}
