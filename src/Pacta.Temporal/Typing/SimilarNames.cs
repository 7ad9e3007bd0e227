namespace Pacta.Temporal.Typing;

/// <summary>Finds what somebody may have meant.</summary>
internal static class SimilarNames
{
    /// <summary>The name that takes the fewest changes, if they are few for its length.</summary>
    public static string? NearestTo(string name, IEnumerable<string> names) => names
        .Select(other => (Name: other, Changes: string.Equals(name, other, StringComparison.OrdinalIgnoreCase) ? 0 : Changes(name, other)))
        .Where(pair => pair.Changes <= name.Length / 3)
        .OrderBy(pair => pair.Changes)
        .ThenBy(pair => pair.Name, StringComparer.Ordinal)
        .FirstOrDefault().Name;

    /// <summary>How many characters have to be put in, left out or replaced.</summary>
    private static int Changes(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (from[i - 1] == to[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
