using System.Text;
using Pacta.Model.Text;

namespace Pacta.Exploration.Reciprocity;

/// <summary>A text in which two parties have changed places: each name stands where the other stood. Quoted words and remarks stay.</summary>
public static class Exchange
{
    public static SourceText Of(SourceText text, string one, string other)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var (content, told) = (text.Content, new StringBuilder(text.Content.Length));
        for (var at = 0; at < content.Length;)
        {
            var end = EndOf(content, at);
            var piece = content[at..end];
            told.Append(piece == one ? other : piece == other ? one : piece);
            at = end;
        }

        return new SourceText(text.Path, told.ToString());
    }

    /// <summary>Where the name, the quotation, the remark or the single sign ends that begins here.</summary>
    private static int EndOf(string content, int at)
    {
        if (IsOfName(content[at]))
        {
            while (at < content.Length && IsOfName(content[at]))
            {
                at++;
            }

            return at;
        }

        var close = content[at] switch
        {
            '"' => '"',
            '“' => '”',
            '/' when at + 1 < content.Length && content[at + 1] == '/' => '\n',
            _ => '\0',
        };
        if (close == '\0')
        {
            return at + 1;
        }

        var end = content.IndexOf(close, at + 1);
        return end < 0 ? content.Length : end + 1;
    }

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c == '_';
}
