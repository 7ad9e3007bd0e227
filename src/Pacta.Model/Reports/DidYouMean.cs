using System.Numerics;

namespace Pacta.Model.Reports;

/// <summary>"Did you mean": the known name nearest to a misspelt one.</summary>
public static class DidYouMean
{
    /// <summary>Nobody mistypes two letters of more than this; and comparing takes the square of it.</summary>
    private const int Longest = 1000;

    /// <summary>
    /// The nearest of <paramref name="candidates"/>, at most two edits away (one, for names of up to four letters); null if there is none.
    /// Ties go to the first in ordinal order.
    /// </summary>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        if (name.Length > Longest)
        {
            return null;
        }

        var (nearest, limit) = ((string?)null, name.Length <= 4 ? 1 : 2);
        Span<int> rows = stackalloc int[3 * (name.Length + 3)];
        var letters = Letters(name);
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - name.Length) <= limit && BitOperations.PopCount(letters ^ Letters(candidate)) <= 2 * limit
                && candidate != name && Distance(name, candidate, limit, rows) is { } distance
                && (nearest is null || distance < limit || string.CompareOrdinal(candidate, nearest) < 0))
            {
                (nearest, limit) = (candidate, distance);
            }
        }

        return nearest;
    }

    /// <summary>
    /// Insertions, deletions, substitutions and swaps of neighbours; letter case does not count. There may be a million candidates, and most are far off: that is
    /// seen after few letters.
    /// </summary>
    /// <param name="rows">Room for three rows of the comparison.</param>
    /// <returns>Null if it is more than <paramref name="limit"/>.</returns>
    private static int? Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit, Span<int> rows)
    {
        while (a.Length > 0 && b.Length > 0 && Same(a[0], b[0]))
        {
            a = a[1..];
            b = b[1..];
        }

        while (a.Length > 0 && b.Length > 0 && Same(a[^1], b[^1]))
        {
            a = a[..^1];
            b = b[..^1];
        }

        var width = b.Length + 1;
        var older = rows[..width];
        var old = rows.Slice(width, width);
        var now = rows.Slice(2 * width, width);
        for (var j = 0; j <= b.Length; j++)
        {
            now[j] = j;
        }

        var leastBefore = 0;
        for (var i = 1; i <= a.Length; i++)
        {
            var oldest = older;
            older = old;
            old = now;
            now = oldest;
            now[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                now[j] = Math.Min(Math.Min(old[j] + 1, now[j - 1] + 1), old[j - 1] + cost);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    now[j] = Math.Min(now[j], older[j - 2] + 1);
                }

                least = Math.Min(least, now[j]);
            }

            // A swap looks two rows back.
            if (least > limit && leastBefore > limit)
            {
                return null;
            }

            leastBefore = least;
        }

        return now[b.Length] <= limit ? now[b.Length] : null;
    }

    /// <summary>Which letters there are, several of them on one bit: an edit adds or takes away two at most.</summary>
    private static ulong Letters(string text)
    {
        var letters = 0UL;
        foreach (var letter in text)
        {
            letters |= 1UL << ((char.IsAscii(letter) ? letter | (char.IsAsciiLetterUpper(letter) ? ' ' : 0) : char.ToLowerInvariant(letter)) & 63);
        }

        return letters;
    }

    private static bool Same(char a, char b) => a == b || char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
