using System.Buffers;
using System.Text;

namespace Pacta.Presentation.Text;

/// <summary>Breaks text into lines of a width, at blanks where there are any, else after a joint (<c>_</c>, <c>/</c>, <c>-</c>), else anywhere.</summary>
internal static class Wrapping
{
    private static readonly SearchValues<char> Harmful = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(IsHarmful)]);

    public static List<string> Lines(string text, int width)
    {
        var lines = new List<string>(1);
        foreach (var paragraph in text.Contains('\n') ? text.Split('\n') : [text])
        {
            Wrap(Harmless(paragraph), Math.Max(1, width), lines);
        }

        return lines;
    }

    /// <summary>
    /// A report must not be able to move or colour the screen of its reader, nor make a line read as something else than it says: control characters
    /// and those that turn the direction of writing become a mark.
    /// </summary>
    public static string Harmless(string line) =>
        line.AsSpan().ContainsAny(Harmful) ? string.Concat(line.Select(c => IsHarmful(c) ? '\ufffd' : c)) : line;

    private static bool IsHarmful(char c) => char.IsControl(c) || Turns(c) || c == '\uffff';

    /// <summary>Does a character turn the direction of writing for others than itself?</summary>
    public static bool Turns(int c) => c is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    /// <summary>Wraps text behind a first margin, with all further lines behind another.</summary>
    public static IEnumerable<string> Hanging(string text, string first, string rest, int width)
    {
        var lines = Lines(text, width - Math.Max(first.Length, rest.Length));
        return lines.Select((line, i) => ((i == 0 ? first : rest) + line).TrimEnd());
    }

    private static void Wrap(string text, int width, List<string> lines)
    {
        if (DisplayWidth.Of(text) <= width && !HasIdleBlank(text))
        {
            lines.Add(text);
            return;
        }

        var line = new StringBuilder();
        var used = 0;
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan(range);
            if (word.IsEmpty)
            {
                continue;
            }

            var wide = DisplayWidth.Of(word);
            if (line.Length > 0 && used + 1 + wide <= width)
            {
                line.Append(' ').Append(word);
                used += 1 + wide;
                continue;
            }

            if (line.Length > 0)
            {
                lines.Add(line.ToString());
            }

            while (wide > width)
            {
                var fits = DisplayWidth.Fitting(word, width);
                var cut = word[..fits].LastIndexOfAny('_', '/', '-') + 1;
                cut = cut > fits / 2 ? cut : fits;
                lines.Add(word[..cut].ToString());
                wide -= DisplayWidth.Of(word[..cut]);
                word = word[cut..];
            }

            line.Clear().Append(word);
            used = wide;
        }

        lines.Add(line.ToString());
    }

    /// <summary>A blank that is left out where words are put together anew.</summary>
    private static bool HasIdleBlank(string text) => text is [' ', ..] or [.., ' '] || text.Contains("  ", StringComparison.Ordinal);
}
