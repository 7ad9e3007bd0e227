using System.Collections.Immutable;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Model.Values;
using Pacta.Reports.Json;
using Pacta.Reports.Lines;
using Pacta.Reports.Plain;

namespace Pacta.Reports;

/// <summary>
/// Reads report files: JSON Lines in UTF-8, one record a line (docs/reports.md). A line with an error is skipped and said so with its line
/// and column; the other lines are read. No input makes it throw.
/// </summary>
public static class ReportReader
{
    /// <summary>A reader that will not go on stops after so many lines with errors.</summary>
    public const int FaultyLinesBeforeStopping = 100;

    /// <param name="path">As the user named it: it stands in the diagnostics.</param>
    /// <param name="keepGoing">
    /// Whether the caller will use the records in spite of errors. If not, reading stops after
    /// <see cref="FaultyLinesBeforeStopping"/> faulty lines.
    /// </param>
    public static ReportFile Read(string path, Stream stream, DiagnosticBag diagnostics, bool keepGoing)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Read(path, bytes.GetBuffer().AsMemory(0, (int)bytes.Length), diagnostics, keepGoing);
    }

    /// <inheritdoc cref="Read(string, Stream, DiagnosticBag, bool)"/>
    /// <param name="utf8">All of the file. They must stay as they are: what is shown of it later is taken from them.</param>
    /// <param name="keepsRivals">
    /// Whether different lines of one id are all kept, to be told of later: whose the id is depends on when they were recorded, and not on which of them stands first,
    /// or came first. If not, it is the first one's.
    /// </param>
    /// <param name="names">Takes the names of plain reports, which are then read only as far as is needed; files of one input share them. Null: each report is read as a whole.</param>
    public static ReportFile Read(string path, ReadOnlyMemory<byte> utf8, DiagnosticBag diagnostics, bool keepGoing, bool keepsRivals = false, NumberedNames? names = null) =>
        Read(ReportBytes.Of(path, utf8), diagnostics, keepGoing, keepsRivals, names);

    /// <inheritdoc cref="Read(string, Stream, DiagnosticBag, bool)"/>
    /// <param name="keepsRivals">As in the other.</param>
    /// <param name="names">As in the other.</param>
    public static ReportFile Read(SourceText file, DiagnosticBag diagnostics, bool keepGoing, bool keepsRivals = false, NumberedNames? names = null) =>
        Read(ReportBytes.Of(file), diagnostics, keepGoing, keepsRivals, names);

    private static ReportFile Read(ReportBytes file, DiagnosticBag diagnostics, bool keepGoing, bool keepsRivals, NumberedNames? names)
    {
        if (names is null)
        {
            return FileOf(Read(file, diagnostics, keepGoing, record => record, SameContent.Comparer.Equals, keepsRivals, new NumberedNames(), null));
        }

        var lines = new List<(int Number, int Start, int End)>();
        var rows = new ReportRows(names, row => LineReading.Whole(file, lines[row].Number, lines[row].Start, lines[row].End));
        return FileOf(Read<ReportRecord>(file, diagnostics, keepGoing, record => record, SameContent.Comparer.Equals, keepsRivals, names, new RowsOfLines<ReportRecord>(rows, lines, row => new Report(rows, row))));

        static ReportFile FileOf((ImmutableArray<ReportRecord> Records, int Lines, int Skipped) read) => new(read.Records, read.Lines, read.Skipped);
    }

    /// <summary>The characters of a file or of a part of it that begins and ends with a line. Bytes that are none become such that no line may have.</summary>
    public static string TextOf(ReadOnlySpan<byte> utf8) => ReportBytes.TextOf(utf8);

    /// <summary>
    /// Reads lines to be kept as <see cref="ReportWriter"/> writes them: the same content is the same line, however it was laid out. What was made of a line
    /// is all that stays in memory.
    /// </summary>
    /// <param name="of">Makes what is to be kept of a record and its line in UTF-8; it may be called for several lines at once.</param>
    public static (ImmutableArray<T> Items, int Lines, int Skipped) ReadToKeep<T>(
        SourceText file, DiagnosticBag diagnostics, bool keepGoing, Func<ReportRecord, ReadOnlyMemory<byte>, T> of)
    {
        var (items, lines, skipped) = Read(
            ReportBytes.Of(file),
            diagnostics,
            keepGoing,
            record => ReportWriter.Utf8(record) is var line ? (Line: line, Item: of(record, line)) : default,
            (a, b) => a.Line.Span.SequenceEqual(b.Line.Span),
            keepsRivals: false,
            new NumberedNames(),
            rows: null);
        return ([.. items.Select(i => i.Item)], lines, skipped);
    }

    /// <summary>No record that says anything has fewer bytes.</summary>
    private const int ShortestRecord = 40;

    /// <summary>Lines are read at once, as many as there are processors for, and then taken in their order.</summary>
    /// <param name="names">Takes the ids of records.</param>
    /// <param name="rows">Takes the lines that are rows; null: there are to be none.</param>
    private static (ImmutableArray<T> Items, int Lines, int Skipped) Read<T>(
        ReportBytes file, DiagnosticBag diagnostics, bool keepGoing, Func<ReportRecord, T> of, Func<T, T, bool> isSame, bool keepsRivals, NumberedNames names, RowsOfLines<T>? rows)
    {
        // Room for all of them at once: what grows by the million is copied again and again.
        var stretches = LineReading.Stretches(file);
        var most = Math.Min(stretches.Sum(s => s.Lines), file.Utf8.Length / ShortestRecord) + 1;
        var items = ImmutableArray.CreateBuilder<T>(most);
        var first = new FirstOfIds(most);
        names.EnsureCapacity(names.Count + (rows is null ? most : 2 * most));
        rows?.EnsureCapacity(most);
        var (lines, skipped) = (0, 0);
        foreach (var stretch in LineReading.Of(file, stretches, of, takesRows: rows is not null))
        {
            for (var i = 0; i < stretch.Count; i++)
            {
                if (i % Ahead == 0 && stretch.Rows is not null)
                {
                    FetchNames(names, stretch.Rows.AsSpan(0, stretch.RowCount), stretch.Lines.AsSpan(i, Math.Min(Ahead, stretch.Count - i)));
                }

                ref readonly var line = ref stretch.Lines[i];
                lines++;
                foreach (var fault in line.Faults ?? [])
                {
                    diagnostics.Add(fault);
                }

                var (isGood, item) = (line.Id is not null, line.Item);
                var id = -1;
                if (line.Row >= 0)
                {
                    (isGood, id) = (true, stretch.Rows![line.Row].Id.NumberIn(names, file.Utf8.Span));
                    item = rows!.Add(ref stretch.Rows[line.Row], file, line, id);
                }
                else if (line.Id is { } said)
                {
                    id = names.Add(said);
                }

                if (isGood && first.Of(id) is { } other)
                {
                    isGood = isSame(items[other.Item], item);
                    if (!isGood && keepsRivals)
                    {
                        isGood = true;
                        first.Add(id, line.Number);
                        items.Add(item);
                    }
                    else if (!isGood)
                    {
                        SameId(LineReading.Again(file, line, diagnostics), names[id], other.Line, line.Number);
                    }
                }
                else if (isGood)
                {
                    first.Add(id, line.Number);
                    items.Add(item);
                }

                if (!isGood && ++skipped >= FaultyLinesBeforeStopping && !keepGoing)
                {
                    Stop(LineReading.Again(file, line, diagnostics).Line);
                    return (items.DrainToImmutable(), lines, skipped);
                }
            }
        }

        return (items.DrainToImmutable(), lines, skipped);
    }

    /// <summary>So many lines ahead it is looked where names will lie.</summary>
    private const int Ahead = 32;

    /// <summary>Ids and events are new in nearly every line, and lie anywhere in memory: looked for without waiting for one after the other, many come at once.</summary>
    private static void FetchNames<T>(NumberedNames names, ReadOnlySpan<RowRead> rows, ReadOnlySpan<LineRead<T>> lines)
    {
        Span<uint> hashes = stackalloc uint[2 * Ahead];
        var count = 0;
        foreach (ref readonly var line in lines)
        {
            if (line.Row >= 0)
            {
                (hashes[count], hashes[count + 1]) = (rows[line.Row].Id.Hash, rows[line.Row].Event.Hash);
                count += 2;
            }
        }

        names.Fetch(hashes[..count]);
    }

    /// <summary>The rows of a file and where their lines stand.</summary>
    /// <param name="of">Makes what is kept of a row, by its number.</param>
    private sealed class RowsOfLines<T>(ReportRows rows, List<(int Number, int Start, int End)> lines, Func<int, T> of)
    {
        public void EnsureCapacity(int most)
        {
            rows.EnsureCapacity(most);
            lines.EnsureCapacity(most);
        }

        public T Add(ref RowRead row, ReportBytes file, in LineRead<T> line, int id)
        {
            lines.Add((line.Number, line.Start, line.End));
            return of(row.AddTo(rows, file.Utf8.Span, id));
        }
    }

    /// <summary>One line by itself.</summary>
    /// <param name="number">Of the line in its stream, from 1: errors are told at it.</param>
    public static ReportFile ReadLine(string path, int number, string line, DiagnosticBag diagnostics) =>
        Read(new SourceText(path, line, number), diagnostics, keepGoing: true);

    /// <summary>Lines as they come in, each by itself, in their order: two of the same id are both there. What is wrong with one is told when it is reached.</summary>
    /// <param name="of">Makes what is to be kept of a record and its line in UTF-8; it may be called for several lines at once.</param>
    public static IEnumerable<(bool IsGood, T Item)> EachToKeep<T>(SourceText file, DiagnosticBag diagnostics, Func<ReportRecord, ReadOnlyMemory<byte>, T> of)
    {
        foreach (var line in LineReading.Of(ReportBytes.Of(file), record => of(record, ReportWriter.Utf8(record))))
        {
            foreach (var fault in line.Faults ?? [])
            {
                diagnostics.Add(fault);
            }

            yield return (line.Id is not null, line.Item);
        }
    }

    private static void SameId((LineContext Line, JsonNode? Json) at, string id, int first, int second) => at.Line.Error(
        "PACTA0514", (at.Json?["id"] ?? at.Json)?.Span ?? new ByteSpan(0, 1), $"Lines {first} and {second} have the same id \"{id}\" and say different things",
        $"line {first} has this id",
        "Give the second record an id of its own; if it corrects the first, let it say so with \"supersedes\".",
        $"{{\"id\":\"{id}_2\",\"supersedes\":\"{id}\"}}");

    private static void Stop(LineContext line) => line.Error(
        "PACTA0517", new ByteSpan(0, 1), $"Reading stopped after {FaultyLinesBeforeStopping} lines with errors", "nothing was read from here on",
        "Mend the lines above, or go on without them (--keep-going).", null);
}
