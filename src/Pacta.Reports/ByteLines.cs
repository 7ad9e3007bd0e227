namespace Pacta.Reports;

/// <summary>The lines of a file by its bytes: it is gone through no further than to the last line that somebody asked for, and no other becomes characters.</summary>
internal sealed class ByteLines(ReadOnlyMemory<byte> utf8)
{
    private readonly Lock _looking = new();

    /// <summary>Where lines begin, as far as that is known.</summary>
    private readonly List<int> _starts = [0];

    /// <summary>The characters of a line, without its end.</summary>
    /// <param name="line">Counted from 1.</param>
    /// <returns>Null: it has no line of that number.</returns>
    public string? At(int line)
    {
        lock (_looking)
        {
            while (_starts.Count <= line && utf8.Span[_starts[^1]..].IndexOf((byte)'\n') is >= 0 and var end)
            {
                _starts.Add(_starts[^1] + end + 1);
            }

            if (line < 1 || line > _starts.Count)
            {
                return null;
            }

            var start = _starts[line - 1];
            return ReportBytes.TextOf(utf8.Span[start..(line < _starts.Count ? _starts[line] : utf8.Length)]).TrimEnd('\r', '\n');
        }
    }
}
