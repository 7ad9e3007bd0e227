using System.Buffers;
using System.Text;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Reports.Json;
using Pacta.Reports.Lines;

namespace Pacta.Reports;

/// <summary>What was read of one line that is not blank.</summary>
/// <param name="Start">The offset of its first character that is not blank.</param>
/// <param name="End">The offset after its last.</param>
/// <param name="Id">Null: the line has an error.</param>
/// <param name="Faults">What is wrong with it, and what it was warned of; null: nothing.</param>
internal readonly record struct LineRead<T>(int Number, int Start, int End, string? Id, T Item, IReadOnlyList<Diagnostic>? Faults);

/// <summary>Reads the lines of a file, many at once, each by itself: what one says never changes how another is read.</summary>
internal static class LineReading
{
    /// <summary>Marks bytes that are no character; Unicode promises never to give this code point one.</summary>
    public const char NoCharacter = '\uffff';

    /// <summary>Fewer lines are not worth a second thread.</summary>
    private const int Together = 512;

    /// <summary>So many are read ahead of those that are taken.</summary>
    private const int Ahead = 64 * Together;

    /// <summary>The lines that are not blank, in their order.</summary>
    public static IEnumerable<LineRead<T>> Of<T>(SourceText file, Func<ReportRecord, T> of)
    {
        foreach (var block in Ranges(file).Chunk(Ahead))
        {
            if (block.Length < Together)
            {
                foreach (var line in Several(file, block, of))
                {
                    yield return line;
                }

                continue;
            }

            foreach (var lines in block.Chunk(Together).AsParallel().AsOrdered().Select(some => Several(file, some, of)))
            {
                foreach (var line in lines)
                {
                    yield return line;
                }
            }
        }
    }

    /// <summary>A line once more, to tell what is wrong with it beside others.</summary>
    public static (LineContext Line, JsonNode? Json) Again<T>(SourceText file, LineRead<T> line, DiagnosticBag diagnostics)
    {
        var utf8 = Encoding.UTF8.GetBytes(file.Content[line.Start..line.End]);
        return (new LineContext(file, line.Number, line.Start, utf8, diagnostics), LocatedJson.Parse(utf8, out _));
    }

    private static LineRead<T>[] Several<T>(SourceText file, (int Number, int Start, int End)[] ranges, Func<ReportRecord, T> of)
    {
        var lines = new LineRead<T>[ranges.Length];
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(ranges.Max(r => r.End - r.Start)));
        var diagnostics = new DiagnosticBag();
        for (var i = 0; i < ranges.Length; i++)
        {
            lines[i] = One(file, ranges[i], buffer, diagnostics, of);
            if (diagnostics.Items.Count > 0)
            {
                lines[i] = lines[i] with { Faults = diagnostics.Items };
                diagnostics = new DiagnosticBag();
            }
        }

        ArrayPool<byte>.Shared.Return(buffer);
        return lines;
    }

    private static LineRead<T> One<T>(SourceText file, (int Number, int Start, int End) range, byte[] buffer, DiagnosticBag diagnostics, Func<ReportRecord, T> of)
    {
        var text = file.Content.AsSpan(range.Start, range.End - range.Start);
        var utf8 = buffer.AsMemory(0, Encoding.UTF8.GetBytes(text, buffer));
        var line = new LineContext(file, range.Number, range.Start, utf8, diagnostics);
        return IsAllText(line, text) && RecordLine.Read(line, utf8.Span) is { } record
            ? new LineRead<T>(range.Number, range.Start, range.End, record.Id, of(record), null)
            : new LineRead<T>(range.Number, range.Start, range.End, null, default!, null);
    }

    /// <summary>The lines without the blanks around them and without a byte order mark; those that are not blank.</summary>
    private static IEnumerable<(int Number, int Start, int End)> Ranges(SourceText file)
    {
        var content = file.Content;
        var next = 0;
        for (var number = file.FirstLine; next <= content.Length; number++)
        {
            var (start, end) = (next, content.IndexOf('\n', next));
            end = end < 0 ? content.Length : end;
            next = end + 1;
            if (start == 0 && end > 0 && content[0] == '\ufeff')
            {
                start++;
            }

            while (start < end && content[start] is ' ' or '\t' or '\r')
            {
                start++;
            }

            while (end > start && content[end - 1] is ' ' or '\t' or '\r')
            {
                end--;
            }

            if (end > start)
            {
                yield return (number, start, end);
            }
        }
    }

    private static bool IsAllText(LineContext line, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is > '\0' and < '\ud800')
            {
                continue;
            }

            if (text[i] == '\0')
            {
                line.ZeroByte(new ByteSpan(Encoding.UTF8.GetByteCount(text[..i]), 1));
                return false;
            }

            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (text[i] == NoCharacter || char.IsSurrogate(text[i]))
            {
                line.NotUtf8(new ByteSpan(Encoding.UTF8.GetByteCount(text[..i]), 3));
                return false;
            }
        }

        return true;
    }
}
