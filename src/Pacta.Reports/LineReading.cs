using System.Text;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Reports.Json;
using Pacta.Reports.Lines;
using Pacta.Reports.Plain;

namespace Pacta.Reports;

/// <summary>What was read of one line that is not blank.</summary>
/// <param name="Start">Where its first byte stands that is not blank.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Lead">How many characters of the line stand before it.</param>
/// <param name="Id">Null: the line has an error.</param>
/// <param name="Faults">What is wrong with it, and what it was warned of; null: nothing.</param>
internal readonly record struct LineRead<T>(int Number, int Start, int End, int Lead, string? Id, T Item, IReadOnlyList<Diagnostic>? Faults);

/// <summary>Reads the lines of a file, many at once, each by itself: what one says never changes how another is read.</summary>
internal static class LineReading
{
    /// <summary>So many bytes of whole lines are read by one thread at a time.</summary>
    private const int Together = 1 << 17;

    /// <summary>So many stretches are read ahead of those that are taken.</summary>
    private const int Ahead = 32;

    private static readonly bool IsShared = Environment.ProcessorCount > 1;

    /// <summary>What a thread keeps of the lines it read for those that it will read.</summary>
    [ThreadStatic]
    private static PlainReader? _plain;

    /// <summary>The lines that are not blank, in their order.</summary>
    public static IEnumerable<LineRead<T>> Of<T>(ReportBytes file, Func<ReportRecord, T> of)
    {
        foreach (var some in Stretches(file).Chunk(IsShared ? Ahead : 1))
        {
            if (some is [var only])
            {
                foreach (var line in Several(file, only, of))
                {
                    yield return line;
                }

                continue;
            }

            foreach (var lines in some.AsParallel().AsOrdered().Select(stretch => Several(file, stretch, of)))
            {
                foreach (var line in lines)
                {
                    yield return line;
                }
            }
        }
    }

    /// <summary>A line once more, to tell what is wrong with it beside others.</summary>
    public static (LineContext Line, JsonNode? Json) Again<T>(ReportBytes file, LineRead<T> line, DiagnosticBag diagnostics)
    {
        var utf8 = Encoding.UTF8.GetBytes(ReportBytes.TextOf(file.Utf8.Span[line.Start..line.End]));
        return (new LineContext(file.Text, line.Number, line.Lead, utf8, diagnostics), LocatedJson.Parse(utf8, out _));
    }

    /// <summary>Whole lines, enough of them to be worth a thread's while.</summary>
    private static IEnumerable<(int Number, int Start, int End)> Stretches(ReportBytes file)
    {
        var number = file.Text.FirstLine;
        for (var start = 0; start < file.Utf8.Length;)
        {
            var least = Math.Min(start + Together, file.Utf8.Length);
            var rest = file.Utf8.Span[least..].IndexOf((byte)'\n');
            var end = rest < 0 ? file.Utf8.Length : least + rest + 1;
            yield return (number, start, end);
            number += file.Utf8.Span[start..end].Count((byte)'\n');
            start = end;
        }
    }

    private static List<LineRead<T>> Several<T>(ReportBytes file, (int Number, int Start, int End) stretch, Func<ReportRecord, T> of)
    {
        var lines = new List<LineRead<T>>((stretch.End - stretch.Start) / 160);
        var plain = _plain ??= new PlainReader();
        var bytes = file.Utf8.Span;
        var number = stretch.Number;
        for (int start = stretch.Start, next; start < stretch.End; start = next, number++)
        {
            var length = bytes[start..stretch.End].IndexOf((byte)'\n');
            var end = length < 0 ? stretch.End : start + length;
            next = end + 1;
            var (from, lead) = (start, 0);
            if (start == 0 && number == 1 && bytes.StartsWith("\ufeff"u8))
            {
                // A mark of the order of bytes: three bytes, one character.
                (from, lead) = (3, 1);
            }

            while (from < end && IsBlank(bytes[from]))
            {
                from++;
                lead++;
            }

            while (end > from && IsBlank(bytes[end - 1]))
            {
                end--;
            }

            if (end > from)
            {
                lines.Add(One(file, plain, number, from, end, lead, of));
            }
        }

        return lines;
    }

    private static LineRead<T> One<T>(ReportBytes file, PlainReader plain, int number, int start, int end, int lead, Func<ReportRecord, T> of)
    {
        var bytes = file.Utf8.Span[start..end];
        if (plain.Read(bytes, new RecordPlace(file.Text.Path, number) { Text = file.Text }) is { } report)
        {
            return new LineRead<T>(number, start, end, lead, report.Id, of(report), null);
        }

        var text = ReportBytes.TextOf(bytes);
        var utf8 = Encoding.UTF8.GetBytes(text);
        var diagnostics = new DiagnosticBag();
        var line = new LineContext(file.Text, number, lead, utf8, diagnostics);
        var record = IsAllText(line, text) ? RecordLine.Read(line, utf8) : null;
        return new LineRead<T>(
            number, start, end, lead, record?.Id, record is null ? default! : of(record), diagnostics.Items.Count > 0 ? diagnostics.Items : null);
    }

    private static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r';

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
            else if (text[i] == ReportBytes.NoCharacter || char.IsSurrogate(text[i]))
            {
                line.NotUtf8(new ByteSpan(Encoding.UTF8.GetByteCount(text[..i]), 3));
                return false;
            }
        }

        return true;
    }
}
