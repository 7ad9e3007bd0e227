using System.Text;
using System.Text.Unicode;

namespace Pacta.Reports.Import;

/// <summary>The characters of a table file: UTF-8, or else Windows-1252, in which every sequence of bytes means something.</summary>
internal static class TableText
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? Encoding.Latin1;

    public static string Read(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var bytes = copy.GetBuffer().AsSpan(0, (int)copy.Length);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
        }

        return (Utf8.IsValid(bytes) ? Encoding.UTF8 : Western).GetString(bytes);
    }

    /// <summary>The character that parts the cells of the header: the usual one, if it is there; or else a comma, unless another one is more frequent.</summary>
    public static char DelimiterOf(string table, char? usual = null)
    {
        var header = table.AsSpan(0, table.IndexOf('\n') is >= 0 and var end ? end : table.Length);
        if (usual is { } expected && header.Contains(expected))
        {
            return expected;
        }

        var best = ',';
        foreach (var candidate in ";\t|")
        {
            best = header.Count(candidate) > header.Count(best) ? candidate : best;
        }

        return best;
    }

    /// <summary>Runs of white space and control characters as one blank; none at the ends.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', text.Split([.. text.Where(c => char.IsWhiteSpace(c) || char.IsControl(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>As <see cref="OneLine"/>, cut at <paramref name="length"/> characters, never inside one.</summary>
    public static string Shortened(string text, int length)
    {
        var line = OneLine(text);
        return line.Length <= length ? line : line[..(char.IsHighSurrogate(line[length - 1]) ? length - 1 : length)].TrimEnd() + "...";
    }

    /// <summary>"Government of Ukraine" as <c>government_of_ukraine</c>: letters and digits in lower case, anything else one underscore.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (slug.Length > 0 && slug[^1] != '_')
            {
                slug.Append('_');
            }
        }

        return slug.ToString().TrimEnd('_');
    }
}
