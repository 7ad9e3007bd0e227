namespace Pacta.Presentation.Text;

/// <summary>Breaks text into lines of a width, at blanks where there are any, else after a joint (<c>_</c>, <c>/</c>, <c>-</c>), else anywhere.</summary>
internal static class Wrapping
{
    public static List<string> Lines(string text, int width)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            Wrap(paragraph, Math.Max(1, width), lines);
        }

        return lines;
    }

    /// <summary>Wraps text behind a first margin, with all further lines behind another.</summary>
    public static IEnumerable<string> Hanging(string text, string first, string rest, int width)
    {
        var lines = Lines(text, width - Math.Max(first.Length, rest.Length));
        return lines.Select((line, i) => ((i == 0 ? first : rest) + line).TrimEnd());
    }

    private static void Wrap(string text, int width, List<string> lines)
    {
        var line = string.Empty;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = word;
            if (line.Length > 0 && line.Length + 1 + rest.Length <= width)
            {
                line += " " + rest;
                continue;
            }

            if (line.Length > 0)
            {
                lines.Add(line);
            }

            while (rest.Length > width)
            {
                var cut = rest.LastIndexOfAny(['_', '/', '-'], width - 1) + 1;
                cut = cut > width / 2 ? cut : width;
                lines.Add(rest[..cut]);
                rest = rest[cut..];
            }

            line = rest;
        }

        lines.Add(line);
    }
}
