using System.Text;

namespace Pacta.Cli.Inputs;

/// <summary>The lines of a stream, in the groups in which they arrive: nothing waits for more than has been sent.</summary>
internal static class ArrivingLines
{
    private const int Chunk = 1 << 18;

    /// <returns>Groups of lines that are not blank, each with its number from 1. The last line need not end.</returns>
    public static IEnumerable<IReadOnlyList<(int Number, string Line)>> Of(Stream stream)
    {
        var buffer = new byte[Chunk];
        var (held, number) = (0, 0);
        while (true)
        {
            if (held == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var count = stream.Read(buffer, held, buffer.Length - held);
            held += count;
            var end = count == 0 ? held : Array.LastIndexOf(buffer, (byte)'\n', held - 1, held) + 1;
            var lines = new List<(int, string)>();
            for (var start = 0; start < end;)
            {
                var stop = Array.IndexOf(buffer, (byte)'\n', start, end - start);
                stop = stop < 0 ? end : stop;
                number++;
                var line = Encoding.UTF8.GetString(buffer, start, stop - start);
                if (!string.IsNullOrWhiteSpace(line))
                {
                    lines.Add((number, line));
                }

                start = stop + 1;
            }

            if (lines.Count > 0)
            {
                yield return lines;
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
