namespace Pacta.Reports.Coding;

/// <summary>The units with two values or more, each value by its place among all: quick to count again and again.</summary>
internal sealed class PairableUnits
{
    public PairableUnits(IEnumerable<double[]> units)
    {
        List<double[]> pairable = [.. units.Where(u => u.Length > 1)];
        Values = [.. pairable.SelectMany(u => u).Distinct().Order()];
        Units = [.. pairable.Select(u => u.Select(v => Array.BinarySearch(Values, v)).ToArray())];
    }

    public List<int[]> Units { get; }

    /// <summary>Each once, from the least to the most.</summary>
    public double[] Values { get; }
}
