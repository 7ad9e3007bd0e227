using Pacta.LanguageServer.Protocol;
using Pacta.Model.Text;
using Range = Pacta.LanguageServer.Protocol.Range;

namespace Pacta.LanguageServer.Documents;

/// <summary>
/// From offsets to the lines and characters of an editor, and back. A line ends with <c>\n</c>, <c>\r\n</c> or <c>\r</c>, as the protocol has it; characters are UTF-16
/// units, as they are in a text here. What lies beyond an end is taken for the end.
/// </summary>
internal sealed class LineMap
{
    private readonly string _text;
    private readonly int[] _starts;

    public LineMap(string text)
    {
        _text = text;
        List<int> starts = [0];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        _starts = [.. starts];
    }

    public int Lines => _starts.Length;

    public int OffsetOf(Position position)
    {
        if (position.Line < 0)
        {
            return 0;
        }

        if (position.Line >= _starts.Length)
        {
            return _text.Length;
        }

        var start = _starts[position.Line];
        return Math.Clamp(start + Math.Max(0, position.Character), start, EndOf(position.Line));
    }

    public Position PositionOf(int offset)
    {
        offset = Math.Clamp(offset, 0, _text.Length);
        var line = Array.BinarySearch(_starts, offset);
        line = line < 0 ? ~line - 1 : line;
        return new Position(line, offset - _starts[line]);
    }

    public Range RangeOf(TextSpan span) => new(PositionOf(span.Start), PositionOf(span.End));

    public TextSpan SpanOf(Range range)
    {
        var (start, end) = (OffsetOf(range.Start), OffsetOf(range.End));
        return new TextSpan(Math.Min(start, end), Math.Abs(end - start));
    }

    /// <summary>The offset of the first character of a line.</summary>
    public int StartOf(int line) => _starts[line];

    /// <summary>Behind the last character of a line, before what ends it.</summary>
    private int EndOf(int line)
    {
        var end = line + 1 < _starts.Length ? _starts[line + 1] : _text.Length;
        while (end > _starts[line] && _text[end - 1] is '\n' or '\r')
        {
            end--;
        }

        return end;
    }
}
