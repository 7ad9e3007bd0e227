using System.Collections.Immutable;
using System.Text;

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

    /// <summary>So much of a cell is looked at: beyond, it is too high in any width.</summary>
    private const int LongCell = 1000;

    /// <summary>So many rows are looked at to find the widths.</summary>
    private const int Sample = 200;

    public static ImmutableArray<int> Widths(IReadOnlyList<IReadOnlyList<string>> rows, int width)
    {
        var room = width - (Gap * (rows[0].Count - 1));
        var columns = Enumerable.Range(0, rows[0].Count).Select(i => new Column([.. rows.Select(r => r[i])], room)).ToList();
        while (columns.Sum(c => c.Width) > room)
        {
            // Words that are broken anyway give way before those that are whole.
            var narrower = columns.FindAll(c => c.Width > c.Least);
            narrower = narrower.Count > 0 ? narrower : columns.FindAll(c => c.Width > Narrow && c.LongestWord > c.Width);
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
        var text = new StringBuilder(widths.Sum() + (Gap * widths.Length));
        for (var line = 0; line < cells.Max(c => c.Count); line++)
        {
            var owed = 0; // blanks that only stand before more text
            text.Clear();
            for (var i = 0; i < cells.Count; i++)
            {
                var part = line < cells[i].Count ? cells[i][line] : string.Empty;
                if (part.Length > 0)
                {
                    text.Append(' ', owed).Append(part);
                    owed = 0;
                }

                owed += Math.Max(0, widths[i] - DisplayWidth.Of(part)) + Gap;
            }

            yield return text.ToString();
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

        /// <param name="room">No column is wider than all may be together: from there the search for widths goes down one by one.</param>
        public Column(List<string> cells, int room)
        {
            _cells = cells;
            Width = Math.Min(room, cells.Max(c => Widest(c, "\n")));
            LongestWord = cells.Max(c => Widest(c, " \n"));
            Least = Math.Min(Width, Math.Max(Narrow, Math.Min(LongWord, LongestWord)));
        }

        public int Width { get; set; }

        public int Least { get; }

        public int LongestWord { get; }

        /// <summary>The widest part of a text between separators.</summary>
        private static int Widest(ReadOnlySpan<char> text, ReadOnlySpan<char> separators)
        {
            var widest = 0;
            foreach (var part in text.SplitAny(separators))
            {
                widest = Math.Max(widest, DisplayWidth.Of(text[part]));
            }

            return widest;
        }

        public int[] Heights(int width)
        {
            if (!_heights.TryGetValue(width, out var heights))
            {
                heights = [.. _cells.Take(Sample).Select(c => Wrapping.Lines(c.Length <= LongCell ? c : c[..LongCell], width).Count)];
                _heights.Add(width, heights);
            }

            return heights;
        }
    }
}
