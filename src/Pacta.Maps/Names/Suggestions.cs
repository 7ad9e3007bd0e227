namespace Pacta.Maps.Names;

/// <summary>Known names near to a misspelt one.</summary>
internal static class Suggestions
{
    /// <summary>Those at most two letters away (one, of names of up to four), the nearest first; at most <paramref name="most"/>.</summary>
    /// <param name="folded">The name, folded, as the candidates are.</param>
    public static List<T> Near<T>(string folded, IEnumerable<(string Folded, T Meaning)> candidates, int most = 3)
        where T : notnull
    {
        var limit = folded.Length <= 4 ? 1 : 2;
        var found = new Dictionary<T, (int Distance, int Order)>();
        Span<int> rows = stackalloc int[2 * (Math.Min(folded.Length, Longest) + 1)];
        if (folded.Length > Longest)
        {
            return [];
        }

        foreach (var (candidate, meaning) in candidates)
        {
            if (Math.Abs(candidate.Length - folded.Length) <= limit && Distance(candidate, folded, limit, rows) is var distance && distance <= limit
                && (!found.TryGetValue(meaning, out var best) || distance < best.Distance))
            {
                found[meaning] = (distance, found.Count);
            }
        }

        return [.. found.OrderBy(f => f.Value.Distance).ThenBy(f => f.Value.Order).Take(most).Select(f => f.Key)];
    }

    private const int Longest = 200;

    private static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit, Span<int> rows)
    {
        var old = rows[..(b.Length + 1)];
        var row = rows.Slice(b.Length + 1, b.Length + 1);
        for (var j = 0; j <= b.Length; j++)
        {
            old[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], old[j]) + 1, old[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                least = Math.Min(least, row[j]);
            }

            if (least > limit)
            {
                return limit + 1;
            }

            var swap = old;
            old = row;
            row = swap;
        }

        return old[b.Length];
    }
}
