using System.Collections.Immutable;

namespace Pacta.Presentation.Text;

/// <summary>Lays cells out in columns: as wide as they need where there is room, else the widest give way and their cells are wrapped.</summary>
internal static class Columns
{
    private const int Gap = 2;

    /// <summary>The narrowest a column gets, unless its cells need less.</summary>
    private const int Narrow = 9;

    public static ImmutableArray<int> Widths(IReadOnlyList<IReadOnlyList<string>> rows, int width)
    {
        var count = rows[0].Count;
        var widths = Enumerable.Range(0, count).Select(i => rows.Max(r => r[i].Split('\n').Max(l => l.Length))).ToArray();
        var least = Enumerable.Range(0, count).Select(i => Math.Min(widths[i], Math.Max(Narrow, rows.Max(r => LongestWord(r[i]))))).ToArray();
        var room = width - (Gap * (count - 1));
        while (widths.Sum() > room)
        {
            var widest = Widest(widths, least) ?? Widest(widths, [.. least.Select(_ => Narrow)]);
            if (widest is not { } column)
            {
                break;
            }

            widths[column]--;
        }

        return [.. widths];
    }

    public static IEnumerable<string> Lines(IReadOnlyList<string> row, ImmutableArray<int> widths)
    {
        var cells = row.Select((cell, i) => Wrapping.Lines(cell, widths[i])).ToList();
        for (var line = 0; line < cells.Max(c => c.Count); line++)
        {
            yield return string.Join(new string(' ', Gap), cells.Select((c, i) => (line < c.Count ? c[line] : string.Empty).PadRight(widths[i]))).TrimEnd();
        }
    }

    /// <summary>A word counts up to a limit: ids can be of any length.</summary>
    private static int LongestWord(string text) => Math.Min(18, text.Split(' ', '\n').Max(w => w.Length));

    private static int? Widest(int[] widths, int[] least) =>
        Enumerable.Range(0, widths.Length).Where(i => widths[i] > least[i]).OrderByDescending(i => widths[i]).Select(i => (int?)i).FirstOrDefault();
}
