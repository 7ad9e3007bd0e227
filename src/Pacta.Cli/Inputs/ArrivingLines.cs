using Pacta.Reports;

namespace Pacta.Cli.Inputs;

/// <summary>The lines of a stream, in the groups in which they arrive: nothing waits for more than has been sent.</summary>
internal static class ArrivingLines
{
    private const int Chunk = 1 << 18;

    /// <summary>A line that has not ended by then is no record: what there is of it goes on, to be told of, and what is still to come of it does not.</summary>
    private const int LongestHeld = 1 << 26;

    /// <param name="longest">Bytes of the longest line.</param>
    /// <returns>Groups of whole lines, each with the number of its first, from 1. The last line need not end.</returns>
    public static IEnumerable<(int First, string Text)> Of(Stream stream, int longest = LongestHeld)
    {
        var buffer = new byte[Chunk];
        var (held, number, isTooLong) = (0, 1, false);
        while (true)
        {
            if (held == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var count = stream.Read(buffer, held, buffer.Length - held);
            held += count;
            if (isTooLong)
            {
                // What follows its end is another line.
                var rest = Array.IndexOf(buffer, (byte)'\n', 0, held);
                if (rest < 0)
                {
                    held = 0;
                    if (count == 0)
                    {
                        yield break;
                    }

                    continue;
                }

                (isTooLong, number) = (false, number + 1);
                held -= rest + 1;
                buffer.AsSpan(rest + 1, held).CopyTo(buffer);
            }

            isTooLong = count > 0 && held >= longest && Array.LastIndexOf(buffer, (byte)'\n', held - 1, held) < 0;
            var end = count == 0 || isTooLong ? held : held == 0 ? 0 : Array.LastIndexOf(buffer, (byte)'\n', held - 1, held) + 1;
            if (end > 0)
            {
                yield return (number, ReportReader.TextOf(buffer.AsSpan(0, end)));
                number += buffer.AsSpan(0, end).Count((byte)'\n');
            }

            if (count == 0)
            {
                yield break;
            }

            buffer.AsSpan(end, held - end).CopyTo(buffer);
            held -= end;
        }
    }
}
