using System.Text;

namespace Pacta.Bench.Monitoring;

/// <summary>
/// How many rows a result has, and a sum over them that does not hang on their order: two results with the same are the same, but for one chance in 2^64.
/// A row is the number of a time point and values, as text with commas.
/// </summary>
internal record struct Rows(long Count, ulong Sum)
{
    public void Add(ReadOnlySpan<byte> row)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in row)
        {
            hash = (hash ^ b) * 1099511628211UL;
        }

        Count++;
        hash = (hash ^ (hash >> 31)) * 0x9E3779B97F4A7C15UL;
        Sum += hash ^ (hash >> 29);
    }

    /// <summary>The assignments in verdict lines: <c>@20 (time point 1): (1,"a") (2,"b")</c>. No value of the workloads has a blank or a parenthesis.</summary>
    public static Rows OfVerdicts(string path)
    {
        var rows = new Rows(0, 0);
        foreach (var line in File.ReadLines(path))
        {
            var parts = line.Split(' ');
            if (parts.Length < 5 || parts[1] != "(time" || !parts[3].EndsWith("):", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"This is no verdict line: {line}");
            }

            foreach (var part in parts.AsSpan(4))
            {
                rows.Add(Encoding.UTF8.GetBytes($"{parts[3][..^2]},{part[1..^1].Replace("\"", string.Empty, StringComparison.Ordinal)}"));
            }
        }

        return rows;
    }
}
