using System.Globalization;
using System.Text;

namespace Pacta.LanguageServer.Protocol;

/// <summary>Reads messages from a stream: lines of a head, an empty line, then as many bytes as the head says.</summary>
internal sealed class MessageReader(Stream input) : IDisposable
{
    /// <summary>Nobody writes an agreement of that length; whoever sends one is no editor.</summary>
    private const int LongestMessage = 1 << 28;

    private const int LongestHeadLine = 4096;
    private const string Length = "Content-Length:";

    private readonly BufferedStream _input = new(input, 1 << 16);

    public void Dispose() => _input.Dispose();

    /// <summary>The bytes of the next message; null at the end of the input.</summary>
    /// <exception cref="InvalidDataException">What follows cannot be found: the head has no length, or one that cannot be.</exception>
    public byte[]? Read()
    {
        int? length = null;
        var hasHead = false;
        while (true)
        {
            if (ReadLine() is not { } line)
            {
                return null;
            }

            if (line.Length == 0)
            {
                if (!hasHead)
                {
                    // Empty lines between messages do no harm.
                    continue;
                }

                break;
            }

            hasHead = true;
            if (line.StartsWith(Length, StringComparison.OrdinalIgnoreCase))
            {
                length = int.TryParse(line.AsSpan(Length.Length).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= LongestMessage
                    ? number
                    : throw new InvalidDataException($"a message cannot have the length “{line[Length.Length..].Trim()}”");
            }
        }

        return length is { } count ? ReadBody(count) : throw new InvalidDataException("a message has no Content-Length");
    }

    private byte[]? ReadBody(int count)
    {
        var body = new byte[count];
        var read = _input.ReadAtLeast(body, count, throwOnEndOfStream: false);
        return read == count ? body : null;
    }

    private string? ReadLine()
    {
        var line = new StringBuilder();
        while (true)
        {
            switch (_input.ReadByte())
            {
                case -1:
                    return null;
                case '\n':
                    return line.ToString();
                case '\r':
                    break;
                case var other:
                    line.Append((char)other);
                    if (line.Length > LongestHeadLine)
                    {
                        throw new InvalidDataException("the head of a message does not end");
                    }

                    break;
            }
        }
    }
}
