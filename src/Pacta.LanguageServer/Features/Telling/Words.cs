using System.Text;

namespace Pacta.LanguageServer.Features.Telling;

/// <summary>The words of a file as one says them: underscores in names are blanks, and what is quoted stays as it is.</summary>
internal static class Words
{
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            isQuoted ^= c == '"';
            var isGroup = c == '_' && i > 0 && char.IsAsciiDigit(text[i - 1]) && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]);
            plain.Append(c == '_' && !isQuoted && !isGroup ? ' ' : c);
        }

        return plain.ToString();
    }

    /// <summary>So that an editor shows the characters, and not what they mean to it.</summary>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|')
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>Lines in braces become a list: <c>any of (troops of x at least 9_000; tanks of x at least 250)</c>.</summary>
    public static string OnOneLine(string text)
    {
        var line = new StringBuilder();
        foreach (var part in text.Split('\n').Select(l => string.Join(' ', l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(l => l.Length > 0))
        {
            var isFirst = line.Length == 0 || line[^1] is '{' or '(';
            line.Append(isFirst || part[0] == '}' ? string.Empty : text.Contains('{', StringComparison.Ordinal) ? "; " : " ").Append(part);
        }

        return line.ToString().Replace("{ ", "(", StringComparison.Ordinal).Replace(" }", ")", StringComparison.Ordinal).Replace('{', '(').Replace('}', ')');
    }

    public static string Said(string text) => Escaped(Plain(text));

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
