using System.Collections.Immutable;

namespace Pacta.Presentation.Text;

/// <summary>
/// Lays cells out in columns: as wide as they need where there is room; else cells are wrapped, and those columns give way that cost the
/// fewest additional lines.
/// </summary>
internal static class Columns
{
    private const int Gap = 2;

    /// <summary>The narrowest a column gets, unless its cells need less.</summary>
    private const int Narrow = 9;

    /// <summary>A longer word does not keep its column wide: ids can be of any length.</summary>
    private const int LongWord = 18;

    /// <summary>So many rows are looked at to find the widths.</summary>
    private const int Sample = 200;

    public static ImmutableArray<int> Widths(IReadOnlyList<IReadOnlyList<string>> rows, int width)
    {
        var columns = Enumerable.Range(0, rows[0].Count).Select(i => new Column([.. rows.Select(r => r[i])])).ToList();
        var room = width - (Gap * (columns.Count - 1));
        while (columns.Sum(c => c.Width) > room)
        {
            var narrower = columns.Where(c => c.Width > c.Least).ToList();
            narrower = narrower.Count > 0 ? narrower : columns.FindAll(c => c.Width > Narrow);
            if (narrower.Count == 0)
            {
                break;
            }

            narrower.OrderBy(c => Height(columns, c)).ThenByDescending(c => c.Width).First().Width--;
        }

        return [.. columns.Select(c => c.Width)];
    }

    public static IEnumerable<string> Lines(IReadOnlyList<string> row, ImmutableArray<int> widths)
    {
        var cells = row.Select((cell, i) => Wrapping.Lines(cell, widths[i])).ToList();
        for (var line = 0; line < cells.Max(c => c.Count); line++)
        {
            yield return string.Join(new string(' ', Gap), cells.Select((c, i) => (line < c.Count ? c[line] : string.Empty).PadRight(widths[i]))).TrimEnd();
        }
    }

    /// <summary>The lines of all rows if one column were narrower by one.</summary>
    private static int Height(List<Column> columns, Column narrower)
    {
        var heights = columns.Select(c => c.Heights(c == narrower ? c.Width - 1 : c.Width)).ToList();
        return Enumerable.Range(0, heights[0].Length).Sum(row => heights.Max(h => h[row]));
    }

    private sealed class Column
    {
        private readonly List<string> _cells;
        private readonly Dictionary<int, int[]> _heights = [];

        public Column(List<string> cells)
        {
            _cells = cells;
            Width = cells.Max(c => c.Split('\n').Max(l => l.Length));
            Least = Math.Min(Width, Math.Max(Narrow, cells.Max(c => Math.Min(LongWord, c.Split(' ', '\n').Max(w => w.Length)))));
        }

        public int Width { get; set; }

        public int Least { get; }

        public int[] Heights(int width)
        {
            if (!_heights.TryGetValue(width, out var heights))
            {
                heights = [.. _cells.Take(Sample).Select(c => Wrapping.Lines(c, width).Count)];
                _heights.Add(width, heights);
            }

            return heights;
        }
    }
}
