using System.Buffers;
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
/// <param name="Row">By its place, where the line is a row: then there is neither an id nor an item; -1: it is none.</param>
internal readonly record struct LineRead<T>(int Number, int Start, int End, int Lead, string? Id, T Item, IReadOnlyList<Diagnostic>? Faults, int Row = -1);

/// <summary>Whole lines, read one after the other.</summary>
/// <param name="Lines">Those that are not blank.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Rows">What stands in those that are rows; null: none was looked for.</param>
/// <param name="RowCount">How many there are.</param>
internal sealed record StretchRead<T>(LineRead<T>[] Lines, int Count, RowRead[]? Rows, int RowCount);

/// <summary>Some whole lines of a file.</summary>
/// <param name="Number">Of the first.</param>
internal readonly record struct Stretch(int Number, int Start, int End, int Lines);

/// <summary>Reads the lines of a file, many at once, each by itself: what one says never changes how another is read.</summary>
internal static class LineReading
{
    /// <summary>So many bytes of whole lines are read by one thread at a time.</summary>
    private const int Together = 1 << 17;

    /// <summary>So many stretches are read ahead of those that are taken.</summary>
    private const int Ahead = 32;

    /// <summary>No line that is a row has fewer bytes: the names of its members and two moments have more.</summary>
    private const int ShortestRow = 100;

    private static readonly bool IsShared = Environment.ProcessorCount > 1;

    /// <summary>What a thread keeps of the lines it read for those that it will read.</summary>
    [ThreadStatic]
    private static PlainReader? _plain;

    /// <summary>The lines that are not blank, in their order.</summary>
    public static IEnumerable<LineRead<T>> Of<T>(ReportBytes file, Func<ReportRecord, T> of) => Of(file, Stretches(file), of, takesRows: false).SelectMany(s => s.Lines.Take(s.Count));

    /// <summary>The same, stretch by stretch.</summary>
    /// <param name="takesRows">Whether lines that are rows are left as they are.</param>
    /// <returns>Each is the caller's until the next stretch.</returns>
    public static IEnumerable<StretchRead<T>> Of<T>(ReportBytes file, List<Stretch> stretches, Func<ReportRecord, T> of, bool takesRows)
    {
        foreach (var some in stretches.Chunk(IsShared ? Ahead : 1))
        {
            var read = some is [var only] ? [Several(file, only, of, takesRows)] : some.AsParallel().AsOrdered().Select(stretch => Several(file, stretch, of, takesRows)).AsEnumerable();
            foreach (var stretch in read)
            {
                yield return stretch;
                ArrayPool<LineRead<T>>.Shared.Return(stretch.Lines, clearArray: true);
                if (stretch.Rows is { } rows)
                {
                    ArrayPool<RowRead>.Shared.Return(rows);
                }
            }
        }
    }

    /// <summary>A line that was read before, as a report.</summary>
    public static Report Whole(ReportBytes file, int number, int start, int end)
    {
        var line = One(file, _plain ??= new PlainReader(), number, start, end, 0, record => record);
        return (Report)line.Item;
    }

    /// <summary>A line once more, to tell what is wrong with it beside others.</summary>
    public static (LineContext Line, JsonNode? Json) Again<T>(ReportBytes file, LineRead<T> line, DiagnosticBag diagnostics)
    {
        var utf8 = Encoding.UTF8.GetBytes(ReportBytes.TextOf(file.Utf8.Span[line.Start..line.End]));
        return (new LineContext(file.Text, line.Number, line.Lead, utf8, diagnostics), LocatedJson.Parse(utf8, out _));
    }

    /// <summary>Whole lines, enough of them to be worth a thread's while.</summary>
    public static List<Stretch> Stretches(ReportBytes file)
    {
        var stretches = new List<Stretch>();
        var number = file.Text.FirstLine;
        for (var start = 0; start < file.Utf8.Length;)
        {
            var least = Math.Min(start + Together, file.Utf8.Length);
            var rest = file.Utf8.Span[least..].IndexOf((byte)'\n');
            var end = rest < 0 ? file.Utf8.Length : least + rest + 1;
            var lines = file.Utf8.Span[start..end].Count((byte)'\n');
            stretches.Add(new Stretch(number, start, end, lines));
            number += lines;
            start = end;
        }

        return stretches;
    }

    private static StretchRead<T> Several<T>(ReportBytes file, Stretch stretch, Func<ReportRecord, T> of, bool takesRows)
    {
        var most = (stretch.End - stretch.Start) / ShortestRow;
        var rows = takesRows ? ArrayPool<RowRead>.Shared.Rent(most + 1) : null;
        var row = 0;
        var (lines, count) = (ArrayPool<LineRead<T>>.Shared.Rent(stretch.Lines + 1), 0); // the last line may have no end
        var (plain, order) = (_plain ??= new PlainReader(), new MemberOrder());
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

            if (end <= from)
            {
                continue;
            }

            if (rows is not null && end - from >= ShortestRow && RowReader.TryRead(bytes, from, end, order, ref rows[row]))
            {
                lines[count++] = new LineRead<T>(number, from, end, lead, null, default!, null, row++);
            }
            else
            {
                lines[count++] = One(file, plain, number, from, end, lead, of);
            }
        }

        return new StretchRead<T>(lines, count, rows, row);
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
