using System.Text;

namespace Pacta.Cli.Inputs;

/// <summary>Tells an agreement from reports by the first line that says something: swapped, they would be dozens of errors.</summary>
internal static class FileSort
{
    private static readonly HashSet<string> FirstWords = new(StringComparer.Ordinal)
    {
        "vocabulary", "agreement", "scenario", "source", "standard", "perspective", "unit", "actor", "group", "kind", "event", "state",
    };

    /// <summary>More of a first line says nothing new about what the file is.</summary>
    private const int Longest = 400;

    /// <summary>A record is a JSON object; no item of an agreement begins with a brace.</summary>
    public static bool IsReports(ReadOnlySpan<char> text) =>
        text.TrimStart() is ['{' or '[', .. var rest] && rest.TrimStart() is ['"' or '{', ..];

    public static bool IsAgreement(ReadOnlySpan<byte> utf8)
    {
        foreach (var range in utf8.Split((byte)'\n'))
        {
            var line = Encoding.UTF8.GetString(utf8[range][..Math.Min(Longest, utf8[range].Length)]).Trim().TrimStart('\ufeff');
            if (line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
            {
                return line.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end && FirstWords.Contains(line[..end]);
            }
        }

        return false;
    }
}
