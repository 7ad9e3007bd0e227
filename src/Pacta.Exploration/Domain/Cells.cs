namespace Pacta.Exploration.Domain;

/// <summary>
/// Numbers that stand for all others: where a text compares a number with some bounds, it tells apart only what lies below them, on each of them, between
/// two of them, and above. Boundary-value analysis, as testers of software call it.
/// </summary>
internal static class Cells
{
    /// <summary>What is tried where a field is compared with another one and no number is named.</summary>
    private const decimal Anything = 1_000;

    /// <param name="bounds">As written, in root units.</param>
    /// <param name="isSummed">Several facts are added up: then also what only two of them reach together.</param>
    /// <param name="isWhole">There are no parts of one: persons, tanks, what has no smaller unit.</param>
    public static SortedSet<decimal> Of(IEnumerable<decimal> bounds, bool isSummed = false, bool isRelated = false, bool isWhole = false)
    {
        var sorted = new SortedSet<decimal>(bounds);
        if (sorted.Count == 0)
        {
            sorted.Add(isRelated ? Anything : 1);
            if (!isRelated)
            {
                return sorted;
            }
        }

        var cells = new SortedSet<decimal>(sorted);
        decimal? before = null;
        foreach (var bound in sorted)
        {
            cells.Add(before is null ? Below(bound) : Between(before.Value, bound));
            before = bound;
            if (isSummed)
            {
                cells.Add(Math.Ceiling((bound + 1) / 2));
                cells.Add(Math.Floor(bound / 2));
            }
        }

        cells.Add(before!.Value + 1);
        cells.RemoveWhere(c => c < 0 || (isWhole && c != decimal.Truncate(c)));
        return cells;
    }

    private static decimal Below(decimal bound) => bound >= 1 ? bound - 1 : bound > 0 ? bound / 2 : bound;

    /// <summary>Just above the lower one where that is possible: the smallest step is what people think of first.</summary>
    private static decimal Between(decimal low, decimal high) => high - low > 1 ? low + 1 : (low + high) / 2;
}
