using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Model.Time;

namespace Pacta.Reports.Import;

/// <summary>
/// Events of GDELT 2.0 (61 columns, no header) and mentions of them (16 columns). An event is what a machine read out of news: one report
/// whose basis is inference. A mention is an outlet that reported it, as that machine understood: a report by hearsay, of that origin. What
/// the columns become is said in docs/reports.md.
/// </summary>
public sealed class GdeltImporter
{
    private const int LongestOrigin = 120;

    private readonly GdeltOptions _options;
    private readonly ActorNames _actors;

    /// <summary>What an event was taken for, for its mentions; null for one that was left out.</summary>
    private readonly Dictionary<string, Claim?> _events = new(StringComparer.Ordinal);

    private int _strangers;

    private GdeltImporter(GdeltOptions options)
    {
        _options = options;
        _actors = new ActorNames(options.Actors);
    }

    /// <summary>
    /// Writes the rows of <paramref name="events"/> as report lines, and then those of <paramref name="mentions"/> that are about these
    /// events. A row with an error is located in <paramref name="diagnostics"/> and skipped. No input makes it throw.
    /// </summary>
    /// <param name="path">As the user named it.</param>
    /// <param name="mentions">The table of mentions and its path; null if there is none.</param>
    /// <param name="progress">Called with the number of rows, every 1,000 rows and at the end of each table.</param>
    public static ImportResult Import(
        string path, Stream events, (string Path, Stream Table)? mentions, TextWriter output, GdeltOptions options, DiagnosticBag diagnostics, Action<int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var importer = new GdeltImporter(options);
        ImportResult result;
        using (var table = new LinesTable(path, events, GdeltColumns.Events, diagnostics))
        {
            var row = new Cells(table);
            result = TableRun.Run(table, output, () => importer.Event(row), progress);
        }

        if (mentions is { } second)
        {
            using var table = new LinesTable(second.Path, second.Table, GdeltColumns.Mentions, diagnostics);
            var row = new Cells(table);
            var more = TableRun.Run(table, output, () => importer.Mention(row), progress);
            result = new ImportResult(result.Rows + more.Rows, result.Written + more.Written, result.Skipped + more.Skipped, result.LeftOut + more.LeftOut);
            importer.TellStrangers(second.Path, diagnostics);
        }

        importer._actors.TellMade(path, diagnostics);
        return result;
    }

    private IReadOnlyList<Report>? Event(Cells row)
    {
        if (IdOf(row) is not { } id)
        {
            return null;
        }

        if (_options.KindOf(row["EventCode"]) is not { } kind)
        {
            _events.TryAdd(id, null);
            return [];
        }

        var added = row.Instant("DATEADDED");
        if (!DateTime.TryParseExact(row["SQLDATE"], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date.Year is < 1000 or > 2999)
        {
            row.Error("SQLDATE", $"\"{TableText.Shortened(row["SQLDATE"], 40)}\" is not a date", "expected year, month and day: 20210910");
            return null;
        }

        var name = "gdelt-" + id;
        if (_events.ContainsKey(id))
        {
            row.Error("GlobalEventID", $"The event {id} was already read", "used twice");
            return null;
        }

        var day = Moment.OnDay(new LocalDate(date.Year, date.Month, date.Day));
        var claim = new Claim(
            name, name, kind, ClaimSubject.Occurrence, Polarity.Asserts, Basis.Inference, new When(day, day), null, Roles(row), Fields(row), []);
        if (row.HasErrors || added is null)
        {
            return null;
        }

        _events[id] = claim;
        return [new Report(name, default, _options.Source, OriginOf(row["SOURCEURL"]), added, added, null, [], [claim], ReferenceOf(row, id))];
    }

    /// <summary>What an outlet said, as far as GDELT tells: that it happened, when, and who did it to whom. Where, GDELT says of the event alone.</summary>
    private IReadOnlyList<Report>? Mention(Cells row)
    {
        if (IdOf(row) is not { } id)
        {
            return null;
        }

        if (_events.GetValueOrDefault(id) is not { } about)
        {
            _strangers += _events.ContainsKey(id) ? 0 : 1;
            return [];
        }

        var (outlet, mentioned) = (TableText.Shortened(row["MentionSourceName"], LongestOrigin), row.Instant("MentionTimeDate"));
        if (outlet.Length == 0)
        {
            row.Error("MentionSourceName", "A mention needs who made it", "empty");
        }

        if (row.HasErrors || mentioned is null)
        {
            return null;
        }

        var name = $"gdelt-{id}-{row["MentionTimeDate"]}-{row.Digest()}";
        var claim = about with { Id = name, Basis = Basis.Hearsay, Roles = about.Roles.Remove("in"), Fields = ImmutableSortedDictionary<string, ReportedValue>.Empty };
        return [new Report(name, default, _options.Source, outlet, mentioned, mentioned, null, [], [claim], MentionReference(row, id))];
    }

    private static string? IdOf(Cells row)
    {
        if (row["GlobalEventID"] is { Length: > 0 and <= 20 } id && id.All(char.IsAsciiDigit))
        {
            return id;
        }

        row.Error("GlobalEventID", $"\"{TableText.Shortened(row["GlobalEventID"], 40)}\" is not the id of an event", "expected digits");
        return null;
    }

    /// <summary>The first actor did it to the second: "the action that Actor1 performed upon Actor2".</summary>
    private ImmutableSortedDictionary<string, ReportedValue> Roles(Cells row)
    {
        var roles = ImmutableSortedDictionary.CreateBuilder<string, ReportedValue>(StringComparer.Ordinal);
        if (ActorOf(row, "Actor1") is { } first)
        {
            roles["by"] = new ReportedText(first);
        }

        if (_options.Target is { } preposition && ActorOf(row, "Actor2") is { } second)
        {
            roles[preposition] = new ReportedText(second);
        }

        if (TableText.Slug(row["ActionGeo_FullName"]) is { Length: > 0 and <= Lines.Names.Longest } place)
        {
            roles["in"] = new ReportedText(place);
        }

        return roles.ToImmutable();
    }

    /// <summary>Null where the machine found none.</summary>
    private string? ActorOf(Cells row, string actor)
    {
        var (code, name) = (row[actor + "Code"], row[actor + "Name"]);
        return _actors.Knows(code) || name.Length == 0 ? _actors.Of(code) : _actors.Of(name);
    }

    private static ImmutableSortedDictionary<string, ReportedValue> Fields(Cells row)
    {
        var fields = ImmutableSortedDictionary<string, ReportedValue>.Empty;
        return GdeltColumns.RadiusMetres(row["ActionGeo_Type"]) is { } radius && row["ActionGeo_Lat"].Length > 0
            && row.Degrees("ActionGeo_Lat", 90) is { } latitude && row.Degrees("ActionGeo_Long", 180) is { } longitude
            ? fields.Add("position", new ReportedPosition(latitude, longitude, radius))
            : fields;
    }

    /// <summary>The outlet of an address, as mentions name it: its host. A citation is its own origin.</summary>
    private static string? OriginOf(string address)
    {
        var host = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.Host : address;
        host = host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
        return TableText.Shortened(host, LongestOrigin) is { Length: > 0 } origin ? origin : null;
    }

    private static string ReferenceOf(Cells row, string id)
    {
        var actors = string.Join(" upon ", new[] { "Actor1", "Actor2" }.Select(a => row[a + "Name"] is { Length: > 0 } name ? $"{name} ({row[a + "Code"]})" : "?"));
        return TableText.OneLine(
            $"GDELT {id}, CAMEO {row["EventCode"]}: {actors}{(row["IsRootEvent"] == "1" ? "; root event" : string.Empty)}; when first seen: {row["NumMentions"]} mentions, "
            + $"{row["NumSources"]} sources, {row["NumArticles"]} articles; {row["SOURCEURL"]}");
    }

    /// <summary>GDELT's confidence says how sure its program is that it found the event in the text. It is no grade of a source or of a report.</summary>
    private static string MentionReference(Cells row, string id) => TableText.OneLine(
        $"GDELT mention of {id}, sentence {row["SentenceID"]}, confidence of the extraction {row["Confidence"]} %"
        + (row["MentionDocTranslationInfo"] is { Length: > 0 } translation ? $", translated by machine ({translation})" : string.Empty)
        + $"; {row["MentionIdentifier"]}");

    private void TellStrangers(string path, DiagnosticBag diagnostics)
    {
        if (_strangers > 0)
        {
            diagnostics.Add(new Diagnostic(
                "PACTA0613", Severity.Note, $"Mentions of events that the table of events does not have: {_strangers.ToString(CultureInfo.InvariantCulture)}",
                [new Label(new SourceText(path, string.Empty), new TextSpan(0, 0), "left out")],
                "A mention does not say what happened. Put the files of events together in which those events were first reported.", "cat *.export.CSV > events.tsv"));
        }
    }

    /// <summary>The cells of the present row by the names of their columns.</summary>
    private sealed class Cells(Table table)
    {
        private readonly Dictionary<string, int> _columns = table.Columns.Select((name, at) => (name, at)).ToDictionary(c => c.name, c => c.at, StringComparer.Ordinal);

        public bool HasErrors => table.RowHasErrors;

        public string this[string column] => TableText.OneLine(table.Cell(_columns[column]));

        public void Error(string column, string headline, string label) =>
            table.Error("PACTA0606", _columns[column], headline, label, "Mend the cell; the other rows are imported.", null);

        /// <summary>Year, month, day, hour, minute and second in UTC.</summary>
        public Moment? Instant(string column)
        {
            if (DateTime.TryParseExact(this[column], "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
                && at.Year is >= 1000 and <= 2999)
            {
                return Moment.At(NodaTime.Instant.FromDateTimeUtc(at));
            }

            Error(column, $"\"{TableText.Shortened(this[column], 40)}\" is not a time", "expected year to second: 20210910143000");
            return null;
        }

        public double? Degrees(string column, double limit)
        {
            if (double.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= limit)
            {
                return degrees;
            }

            Error(column, $"\"{TableText.Shortened(this[column], 40)}\" is no {(limit == 90 ? "latitude" : "longitude")}", $"expected degrees between -{limit} and {limit}");
            return null;
        }

        /// <summary>Tells mentions of one event in one update apart: equal rows have equal digests.</summary>
        public string Digest() => Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\t', Enumerable.Range(0, table.Columns.Count).Select(table.Cell))))).Substring(0, 10);
    }
}
