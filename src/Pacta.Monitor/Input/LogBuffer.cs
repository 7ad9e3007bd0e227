namespace Pacta.Monitor.Input;

/// <summary>Bytes of a stream, with what is being read kept whole. Before it waits for more, it says so.</summary>
internal sealed class LogBuffer(Stream stream, Action beforeWaiting)
{
    /// <summary>So many bytes can be read from any place on, whatever stands in them.</summary>
    private const int Slack = ShortTokens.Read;

    private long _linesBefore;

    /// <summary>The bytes; the one at <see cref="End"/> is 0.</summary>
    public byte[] Bytes { get; private set; } = new byte[(64 * 1024) + 1 + Slack];

    /// <summary>The place of the next byte to be read.</summary>
    public int Position { get; set; }

    public int End { get; private set; }

    public bool IsAtEnd { get; private set; }

    /// <summary>The number of the line at the position, from 1.</summary>
    public long Line => _linesBefore + Bytes.AsSpan(0, Math.Min(Position, End)).Count((byte)'\n') + 1;

    /// <summary>Reads more; the bytes from <paramref name="keep"/> on stay, and begin at 0 afterwards. False at the end of the stream.</summary>
    public bool Fill(int keep)
    {
        if (IsAtEnd)
        {
            return false;
        }

        _linesBefore += Bytes.AsSpan(0, keep).Count((byte)'\n');
        var kept = End - keep;
        var room = Bytes.Length - 1 - Slack;
        if (kept > room / 2)
        {
            room *= 2;
            var larger = new byte[room + 1 + Slack];
            Bytes.AsSpan(keep, kept).CopyTo(larger);
            Bytes = larger;
        }
        else
        {
            Bytes.AsSpan(keep, kept).CopyTo(Bytes);
        }

        Position -= keep;
        End = kept;
        beforeWaiting();
        var read = stream.Read(Bytes, End, room - End);
        End += read;
        Bytes[End] = 0;
        IsAtEnd = read == 0;
        return read > 0;
    }
}
