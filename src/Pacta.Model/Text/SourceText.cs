namespace Pacta.Model.Text;

/// <summary>A stretch of characters of one source file: start (0-based, included) and length.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The offset just after the last character.</summary>
    public int End => Start + Length;

    /// <summary>The smallest span that covers both.</summary>
    public static TextSpan Cover(TextSpan first, TextSpan last)
    {
        var start = Math.Min(first.Start, last.Start);
        return new TextSpan(start, Math.Max(first.End, last.End) - start);
    }
}

/// <summary>A place a person can find: 1-based line and column.</summary>
public readonly record struct LinePosition(int Line, int Column);

/// <summary>One source file: its path as the user gave it, its characters, and its lines.</summary>
public sealed class SourceText
{
    private readonly List<int> _lineStarts = [0];

    /// <param name="firstLine">The number of its first line, where it is a part of something longer.</param>
    public SourceText(string path, string content, int firstLine = 1)
    {
        ArgumentNullException.ThrowIfNull(content);
        FirstLine = firstLine;
        Path = path;
        Content = content;
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == '\n')
            {
                _lineStarts.Add(i + 1);
            }
        }
    }

    public string Path { get; }

    public string Content { get; }

    public int FirstLine { get; }

    public int LineCount => _lineStarts.Count;

    /// <summary>Is a line of that number in it?</summary>
    public bool HasLine(int line) => line >= FirstLine && line - FirstLine < _lineStarts.Count;

    /// <summary>The offset at which a line begins.</summary>
    public int StartOf(int line) => _lineStarts[line - FirstLine];

    /// <summary>The 1-based line and column of an offset; the end of the file is a valid offset.</summary>
    public LinePosition PositionOf(int offset)
    {
        var index = _lineStarts.BinarySearch(offset);
        if (index < 0)
        {
            index = ~index - 1;
        }

        return new LinePosition(index + FirstLine, offset - _lineStarts[index] + 1);
    }

    /// <summary>The characters of a 1-based line, without its line end.</summary>
    public string LineAt(int line)
    {
        var index = line - FirstLine;
        var start = _lineStarts[index];
        var end = index + 1 < _lineStarts.Count ? _lineStarts[index + 1] : Content.Length;
        return Content[start..end].TrimEnd('\r', '\n');
    }

    /// <summary>The characters of a span, runs of white space folded to one blank: fit for quoting in a sentence.</summary>
    public string Quote(TextSpan span) =>
        string.Join(' ', Content.Substring(span.Start, span.Length).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
