using System.Collections.Immutable;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Reports.Json;
using Pacta.Reports.Lines;

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
    public static ReportFile Read(string path, ReadOnlyMemory<byte> utf8, DiagnosticBag diagnostics, bool keepGoing, bool keepsRivals = false) =>
        Read(ReportBytes.Of(path, utf8), diagnostics, keepGoing, keepsRivals);

    /// <inheritdoc cref="Read(string, Stream, DiagnosticBag, bool)"/>
    /// <param name="keepsRivals">As in the other.</param>
    public static ReportFile Read(SourceText file, DiagnosticBag diagnostics, bool keepGoing, bool keepsRivals = false) => Read(ReportBytes.Of(file), diagnostics, keepGoing, keepsRivals);

    private static ReportFile Read(ReportBytes file, DiagnosticBag diagnostics, bool keepGoing, bool keepsRivals)
    {
        var (records, lines, skipped) = Read(file, diagnostics, keepGoing, record => record, SameContent.Comparer.Equals, keepsRivals);
        return new ReportFile(records, lines, skipped);
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
            (a, b) => a.Line.Span.SequenceEqual(b.Line.Span));
        return ([.. items.Select(i => i.Item)], lines, skipped);
    }

    /// <summary>No record that says anything has fewer bytes.</summary>
    private const int ShortestRecord = 40;

    /// <summary>Lines are read at once, as many as there are processors for, and then taken in their order.</summary>
    private static (ImmutableArray<T> Items, int Lines, int Skipped) Read<T>(
        ReportBytes file, DiagnosticBag diagnostics, bool keepGoing, Func<ReportRecord, T> of, Func<T, T, bool> isSame, bool keepsRivals = false)
    {
        // Room for all of them at once: what grows by the million is copied again and again.
        var most = Math.Min(file.Utf8.Span.Count((byte)'\n'), file.Utf8.Length / ShortestRecord) + 1;
        var items = ImmutableArray.CreateBuilder<T>(most);
        var seen = new Dictionary<string, (T Item, int Line)>(most, StringComparer.Ordinal);
        var (lines, skipped) = (0, 0);
        foreach (var line in LineReading.Of(file, of))
        {
            lines++;
            foreach (var fault in line.Faults ?? [])
            {
                diagnostics.Add(fault);
            }

            var isGood = line.Id is not null;
            if (line.Id is { } id && !seen.TryAdd(id, (line.Item, line.Number)))
            {
                var first = seen[id];
                isGood = isSame(first.Item, line.Item);
                if (!isGood && keepsRivals)
                {
                    isGood = true;
                    items.Add(line.Item);
                }
                else if (!isGood)
                {
                    SameId(LineReading.Again(file, line, diagnostics), id, first.Line, line.Number);
                }
            }
            else if (isGood)
            {
                items.Add(line.Item);
            }

            if (!isGood && ++skipped >= FaultyLinesBeforeStopping && !keepGoing)
            {
                Stop(LineReading.Again(file, line, diagnostics).Line);
                break;
            }
        }

        return (items.DrainToImmutable(), lines, skipped);
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
