using System.Collections.Immutable;
using System.Text;
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

    /// <summary>Marks bytes that are no character; Unicode promises never to give this code point one.</summary>
    private const char NoCharacter = '\uffff';

    private static readonly Encoding Decoding =
        Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback(NoCharacter.ToString()));

    /// <param name="path">As the user named it: it stands in the diagnostics.</param>
    /// <param name="keepGoing">
    /// Whether the caller will use the records in spite of errors. If not, reading stops after
    /// <see cref="FaultyLinesBeforeStopping"/> faulty lines.
    /// </param>
    public static ReportFile Read(string path, Stream stream, DiagnosticBag diagnostics, bool keepGoing)
    {
        using var reader = new StreamReader(stream, Decoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        return Read(new SourceText(path, reader.ReadToEnd()), diagnostics, keepGoing);
    }

    /// <inheritdoc cref="Read(string, Stream, DiagnosticBag, bool)"/>
    public static ReportFile Read(SourceText file, DiagnosticBag diagnostics, bool keepGoing)
    {
        var records = ImmutableArray.CreateBuilder<ReportRecord>();
        var seen = new Dictionary<string, ReportRecord>(StringComparer.Ordinal);
        var (lines, skipped, start) = (0, 0, 0);
        for (var number = file.FirstLine; start <= file.Content.Length; number++)
        {
            var end = file.Content.IndexOf('\n', start);
            end = end < 0 ? file.Content.Length : end;
            var (from, text) = Trimmed(file.Content, start, end, isFirst: start == 0);
            start = end + 1;
            if (text.Length == 0)
            {
                continue;
            }

            lines++;
            var utf8 = Encoding.UTF8.GetBytes(text);
            var line = new LineContext(file, number, from, utf8, diagnostics);
            if (IsAllText(line, text) && RecordLine.Read(line, utf8) is { } read && IsNew(line, read.Record, read.Json, seen, out var isCopy))
            {
                if (!isCopy)
                {
                    records.Add(read.Record);
                }
            }
            else if (++skipped >= FaultyLinesBeforeStopping && !keepGoing)
            {
                Stop(line);
                break;
            }
        }

        return new ReportFile(records.ToImmutable(), lines, skipped);
    }

    /// <summary>One line by itself, as it comes in.</summary>
    /// <param name="number">Of the line in its stream, from 1: errors are told at it.</param>
    public static ReportFile ReadLine(string path, int number, string line, DiagnosticBag diagnostics) =>
        Read(new SourceText(path, line, number), diagnostics, keepGoing: true);

    /// <summary>A line without the blanks around it and without a byte order mark; a blank line is empty.</summary>
    private static (int Start, string Text) Trimmed(string content, int start, int end, bool isFirst)
    {
        if (isFirst && start < end && content[start] == '\ufeff')
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

        return (start, content[start..end]);
    }

    private static bool IsAllText(LineContext line, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0')
            {
                line.ZeroByte(new ByteSpan(Encoding.UTF8.GetByteCount(text.AsSpan(0, i)), 1));
                return false;
            }

            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (text[i] == NoCharacter || char.IsSurrogate(text[i]))
            {
                line.NotUtf8(new ByteSpan(Encoding.UTF8.GetByteCount(text.AsSpan(0, i)), 3));
                return false;
            }
        }

        return true;
    }

    private static bool IsNew(LineContext line, ReportRecord record, JsonNode json, Dictionary<string, ReportRecord> seen, out bool isCopy)
    {
        isCopy = false;
        if (seen.TryAdd(record.Id, record))
        {
            return true;
        }

        var first = seen[record.Id];
        isCopy = SameContent.Comparer.Equals(first, record);
        if (!isCopy)
        {
            line.Error(
                "PACTA0514", (json["id"] ?? json).Span, $"Lines {first.Place.Line} and {record.Place.Line} have the same id \"{record.Id}\" and say different things",
                $"line {first.Place.Line} has this id",
                "Give the second record an id of its own; if it corrects the first, let it say so with \"supersedes\".",
                $"{{\"id\":\"{record.Id}_2\",\"supersedes\":\"{record.Id}\"}}");
        }

        return isCopy;
    }

    private static void Stop(LineContext line) => line.Error(
        "PACTA0517", new ByteSpan(0, 1), $"Reading stopped after {FaultyLinesBeforeStopping} lines with errors", "nothing was read from here on",
        "Mend the lines above, or go on without them (--keep-going).", null);
}
