using Pacta.Model.Agreements;

namespace Pacta.Presentation.Reading.Content;

/// <summary>A clause as it is written in its file.</summary>
internal static class CodeText
{
    /// <summary>Lines that are told beside the code.</summary>
    private static readonly string[] ToldElsewhere = ["text ", "note ", "unverified", "claimed by ", "denied by "];

    /// <summary>Without its texts, notes, marks and comments, and as far to the left as it can be.</summary>
    public static string Of(Origin origin)
    {
        var (content, span) = (origin.File.Content, origin.Span);
        var begins = content.LastIndexOf('\n', Math.Max(0, span.Start - 1), span.Start) + 1;
        var margin = content[begins..span.Start];
        var lines = (margin.Trim().Length == 0 ? margin : new string(' ', margin.Length)) + content[span.Start..span.End];
        var kept = lines.ReplaceLineEndings("\n").Split('\n').Select(WithoutComment).Where(l => l.Trim().Length > 0 && !IsToldElsewhere(l.Trim())).ToList();
        var indent = kept.Count == 0 ? 0 : kept.Min(l => l.Length - l.TrimStart().Length);
        return string.Join('\n', kept.Select(l => l[indent..]));
    }

    private static bool IsToldElsewhere(string line) => ToldElsewhere.Any(w => line.StartsWith(w, StringComparison.Ordinal)) && !line.Any(c => c is '{' or '}');

    /// <summary>Up to <c>//</c>, unless that stands in a text.</summary>
    private static string WithoutComment(string line)
    {
        var isInText = false;
        for (var i = 0; i < line.Length; i++)
        {
            isInText ^= line[i] == '"';
            if (!isInText && line[i] == '/' && i + 1 < line.Length && line[i + 1] == '/')
            {
                return line[..i].TrimEnd();
            }
        }

        return line.TrimEnd();
    }
}
