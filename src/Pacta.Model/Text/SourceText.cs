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
    private readonly Lock _reading = new();
    private readonly Func<int, string?>? _line;
    private Func<string>? _read;
    private string? _content;
    private int[]? _lineStarts;

    /// <param name="firstLine">The number of its first line, where it is a part of something longer.</param>
    public SourceText(string path, string content, int firstLine = 1)
    {
        ArgumentNullException.ThrowIfNull(content);
        FirstLine = firstLine;
        Path = path;
        _content = content;
    }

    /// <summary>A file whose characters are asked for when they are needed, if ever: most of a large file of reports is never shown to anybody.</summary>
    /// <param name="content">Called at most once.</param>
    /// <param name="line">The characters of a line by its number, without its end; null: it has none of that number.</param>
    public SourceText(string path, Func<string> content, Func<int, string?> line)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(line);
        FirstLine = 1;
        Path = path;
        (_read, _line) = (content, line);
    }

    public string Path { get; }

    public string Content => _content ?? Read();

    public int FirstLine { get; }

    public int LineCount => LineStarts.Length;

    private int[] LineStarts => _lineStarts ??= StartsOf(Content);

    /// <summary>The offset of the first character of a line.</summary>
    public int StartOf(int line) => LineStarts[line - FirstLine];

    /// <summary>
    /// A text in which one line stands where it stands here, for whoever shows no other: of a large file all of whose characters nobody asked for yet, that line alone.
    /// </summary>
    /// <returns>Null: it has no line of that number.</returns>
    public SourceText? Showing(int line) => _content is null && _line is { } lines
        ? (lines(line) is { } only ? new SourceText(Path, only, line) : null)
        : HasLine(line) ? this : null;

    /// <summary>Is a line of that number in it?</summary>
    public bool HasLine(int line) => line >= FirstLine && line - FirstLine < LineStarts.Length;

    /// <summary>The 1-based line and column of an offset; the end of the file is a valid offset.</summary>
    public LinePosition PositionOf(int offset)
    {
        var starts = LineStarts;
        var index = Array.BinarySearch(starts, offset);
        if (index < 0)
        {
            index = ~index - 1;
        }

        return new LinePosition(index + FirstLine, offset - starts[index] + 1);
    }

    /// <summary>The characters of a 1-based line, without its line end.</summary>
    public string LineAt(int line)
    {
        var index = line - FirstLine;
        var starts = LineStarts;
        var start = starts[index];
        var end = index + 1 < starts.Length ? starts[index + 1] : Content.Length;
        return Content[start..end].TrimEnd('\r', '\n');
    }

    /// <summary>The characters of a span, runs of white space folded to one blank: fit for quoting in a sentence.</summary>
    public string Quote(TextSpan span)
    {
        var text = Content.AsSpan(span.Start, span.Length);
        return IsFolded(text) ? text.ToString() : string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Is there no white space but single blanks between words? So it is nearly always.</summary>
    private static bool IsFolded(ReadOnlySpan<char> text)
    {
        var isBlank = true;
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                isBlank = false;
            }
            else if (c != ' ' || isBlank)
            {
                return false;
            }
            else
            {
                isBlank = true;
            }
        }

        return !isBlank;
    }

    private string Read()
    {
        lock (_reading)
        {
            if (_content is null)
            {
                _content = _read!();
                _read = null;
            }

            return _content;
        }
    }

    private static int[] StartsOf(string content)
    {
        var starts = new int[content.AsSpan().Count('\n') + 1];
        for (int i = 1, start = 0; i < starts.Length; i++)
        {
            start = content.IndexOf('\n', start) + 1;
            starts[i] = start;
        }

        return starts;
    }
}
