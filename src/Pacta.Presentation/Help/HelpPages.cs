using System.Collections.Immutable;
using System.Text;

namespace Pacta.Presentation.Help;

/// <summary>What a message means, with something wrong and something right.</summary>
public sealed record HelpPage(string Code, string Title, string Means, string Wrong, string Right);

/// <summary>The pages of all diagnostic codes: what <c>pacta help CODE</c> shows.</summary>
public static class HelpPages
{
    private static readonly Lazy<ImmutableSortedDictionary<string, HelpPage>> Pages = new(Read);

    public static IEnumerable<string> Codes => Pages.Value.Keys;

    public static HelpPage? Find(string code) => Pages.Value.GetValueOrDefault(code.ToUpperInvariant());

    public static string Render(HelpPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var text = new StringBuilder();
        text.Append(page.Code).Append(": ").Append(page.Title).Append("\n\n");
        foreach (var line in Text.Wrapping.Lines(page.Means, Text.Screen.Narrowest))
        {
            text.Append(line).Append('\n');
        }

        Example(text, "Wrong:", page.Wrong);
        Example(text, "Right:", page.Right);
        return text.ToString();
    }

    private static void Example(StringBuilder text, string title, string example)
    {
        text.Append('\n').Append(title).Append('\n');
        foreach (var line in example.Split('\n'))
        {
            text.Append("    ").Append(line).Append('\n');
        }
    }

    /// <summary>The form of the file is told in its first line.</summary>
    private static ImmutableSortedDictionary<string, HelpPage> Read()
    {
        using var stream = typeof(HelpPages).Assembly.GetManifestResourceStream("help/pages.txt")
            ?? throw new InvalidOperationException("the program lacks its help pages");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var pages = ImmutableSortedDictionary.CreateBuilder<string, HelpPage>(StringComparer.Ordinal);
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        var (part, heading) = (string.Empty, string.Empty);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("  ", StringComparison.Ordinal))
            {
                parts[part] += "\n" + line[2..];
            }
            else if (line.StartsWith("PACTA", StringComparison.Ordinal))
            {
                heading = line;
                parts.Clear();
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                (part, var content) = Split(line);
                parts[part] = content;
            }
            else if (parts.Count > 0)
            {
                Add(pages, heading, parts);
            }
        }

        Add(pages, heading, parts);
        return pages.ToImmutable();
    }

    private static void Add(ImmutableSortedDictionary<string, HelpPage>.Builder pages, string heading, Dictionary<string, string> parts)
    {
        var (code, title) = Split(heading);
        pages[code] = new HelpPage(code, title, parts["means"], parts["wrong"], parts["right"]);
        parts.Clear();
    }

    private static (string Head, string Tail) Split(string line)
    {
        var blank = line.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0 ? (line, string.Empty) : (line[..blank], line[(blank + 1)..]);
    }
}
