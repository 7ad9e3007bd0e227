using System.Globalization;
using Pacta.Reports.Json;
using Pacta.Reports.Lines;

namespace Pacta.Reports.Import;

/// <summary>When something happened, in a mapping: columns of dates and clock times, and the forms in which they are written.</summary>
internal sealed partial class CsvMappingReader
{
    private MomentSpec? Moment(Members members, string name) => members.Take(name) is { } node ? Moment(node, name) : null;

    private MomentSpec Moment(JsonNode node, string name)
    {
        if (node.Kind != JsonKind.Object)
        {
            return new MomentSpec(Text(node, name), null);
        }

        var members = new Members(_line, node, $"\"{name}\"");
        var text = Cell(members, name);
        var format = members.Text("format");
        if (format is not null && ClockProblem(format) is { } problem)
        {
            _line.Error(
                "PACTA0603", (node["format"] ?? node).Span, $"\"{format}\" does not say how a clock time is written", problem,
                "HH goes from 00 to 23; hh goes from 01 to 12 and needs tt, for AM or PM.", """{"format":"MM/dd/yyyy hh:mm tt"}""");
        }
        else if (format is not null && !IsFormat(format))
        {
            _line.Error(
                "PACTA0603", (node["format"] ?? node).Span, $"\"{format}\" does not say how a date is written", "no such format",
                "dd day, MM month (upper case), yyyy year, HH hour, mm minute (lower case), ss second.", """{"format":"dd.MM.yyyy HH:mm"}""");
        }

        members.Finish();
        return new MomentSpec(text, format);
    }

    /// <summary>
    /// The hour of a clock of 24 beside AM or PM would refuse "01:00 PM", and that of a clock of 12 without them would take every afternoon for
    /// the morning.
    /// </summary>
    private static string? ClockProblem(string format)
    {
        var hasHalf = format.Contains('t', StringComparison.Ordinal);
        return hasHalf && format.Contains('H', StringComparison.Ordinal) ? "HH with tt: write hh"
            : !hasHalf && format.Contains('h', StringComparison.Ordinal) ? "hh without tt: write HH, or add tt"
            : null;
    }

    /// <summary>A single letter is the name of a format to .NET, and means another thing in every version.</summary>
    private static bool IsFormat(string format)
    {
        try
        {
            return format.Length > 1 && format.Contains('y', StringComparison.Ordinal)
                && DateTime.UnixEpoch.ToString(format, CultureInfo.InvariantCulture).Length > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private WhenSpec? When(Members members, string name)
    {
        if (members.Take(name) is not { } node)
        {
            return null;
        }

        if (node["from"] is null && node["to"] is null)
        {
            var moment = Moment(node, name);
            return new WhenSpec(moment, moment);
        }

        var range = new Members(_line, node, $"\"{name}\"");
        const string Why = "Say between which two moments it happened.";
        var from = range.Require("from", Why, Example) is { } first ? Moment(first, "from") : null;
        var to = range.Require("to", Why, Example) is { } last ? Moment(last, "to") : null;
        range.Finish();
        return from is null || to is null ? null : new WhenSpec(from, to);
    }
}
