using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Model.Time;

namespace Pacta.Reports.Import;

/// <summary>
/// An export of ACLED (CSV), of the present columns or of those before 2023: one report for each source of a row. What its columns become is
/// said in docs/reports.md.
/// </summary>
public sealed class AcledImporter
{
    private const int LongestNotes = 300;

    /// <summary>The code book writes the day first; the last one is what the interface for programs gives.</summary>
    private static readonly string[] DateFormats =
        ["d MMMM yyyy", "d-MMMM-yyyy", "d MMM yyyy", "d-MMM-yyyy", "d-M-yyyy", "d/M/yyyy", "d.M.yyyy", "yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss"];

    private readonly Table _table;
    private readonly AcledOptions _options;
    private readonly ActorNames _actors;
    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _lineOf = new(StringComparer.Ordinal);

    private AcledImporter(Table table, AcledOptions options)
    {
        _table = table;
        _options = options;
        _actors = new ActorNames(options.Actors);
        for (var i = 0; i < table.Columns.Count; i++)
        {
            _columns.TryAdd(table.Columns[i], i);
        }
    }

    /// <summary>
    /// Writes the rows of <paramref name="input"/> as report lines. A row with an error is located in <paramref name="diagnostics"/> and
    /// skipped. No input makes it throw.
    /// </summary>
    /// <param name="path">As the user named it.</param>
    /// <param name="progress">Called with the number of rows, every 1,000 rows and at the end.</param>
    public static ImportResult Import(
        string path, Stream input, TextWriter output, AcledOptions options, DiagnosticBag diagnostics, Action<int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var table = CsvTable.Open(path, input, null, diagnostics);
        if (table is null)
        {
            return ImportResult.Nothing;
        }

        var importer = new AcledImporter(table, options);
        if (!importer.HasItsColumns())
        {
            return ImportResult.Nothing;
        }

        var result = TableRun.Run(table, output, importer.Row, progress);
        importer._actors.TellMade(path, diagnostics);
        return result;
    }

    private bool HasItsColumns()
    {
        string[] needed = ["event_date", "event_type", "actor1", "source"];
        var missing = needed.Where(c => !_columns.ContainsKey(c)).ToList();
        if (!_columns.ContainsKey("event_id_cnty") && !_columns.ContainsKey("data_id"))
        {
            missing.Insert(0, "event_id_cnty");
        }

        if (missing.Count == 0)
        {
            return true;
        }

        _table.Diagnostics.Error(
            "PACTA0602", new SourceText(_table.Path, string.Empty), new TextSpan(0, 0),
            $"This is no table of ACLED events: it has no column {string.Join(", ", missing)}", "looked for in the header",
            "The names are those of the export. For another table write a mapping and import it as csv.", null);
        return false;
    }

    private IReadOnlyList<Report>? Row()
    {
        if (KindOf() is not { } kind)
        {
            return [];
        }

        var id = Cell("event_id_cnty") is { Length: > 0 } stable ? stable : Cell("data_id");
        if (id.Length == 0 || Lines.Names.IsTooLong(id) || id.Contains('@', StringComparison.Ordinal))
        {
            Error("event_id_cnty", "An event needs its id", "empty, or no id");
            return null;
        }

        var name = "acled-" + TableText.OneLine(id);
        if (!_lineOf.TryAdd(name, _table.Line))
        {
            Error("event_id_cnty", $"The event {id} was already read on line {_lineOf[name]}", "used twice");
            return null;
        }

        var (time, stamp) = (Time(), Timestamp());
        if (time is null)
        {
            return null;
        }

        var roles = ImmutableSortedDictionary.CreateBuilder<string, ReportedValue>(StringComparer.Ordinal);
        if (By() is { } by)
        {
            roles["by"] = by;
        }

        if (TableText.Slug(Cell("admin1")) is { Length: > 0 } place)
        {
            roles["in"] = new ReportedText(place);
        }

        var (fields, reference) = (Fields(), Reference(id));
        var version = stamp is { } seconds ? $"{name}-{seconds.ToString(CultureInfo.InvariantCulture)}" : name;
        var published = stamp is { } told ? Moment.At(Instant.FromUnixTimeSeconds(told)) : null;
        var origins = Origins();
        return
        [
            .. origins.Select((origin, i) =>
            {
                var report = origins.Count > 1 ? $"{version}-{(i + 1).ToString(CultureInfo.InvariantCulture)}" : version;
                var claim = new Claim(
                    report, name, kind, ClaimSubject.Occurrence, Polarity.Asserts, Basis.Hearsay, time, null, roles.ToImmutable(), fields, []);
                return new Report(report, default, _options.Source, origin, published, published ?? time.To, null, [], [claim], reference);
            }),
        ];
    }

    /// <summary>Null where only certain types were asked for, and this is none of them.</summary>
    private string? KindOf() => _options.Kinds.IsEmpty ? _options.Kind
        : _options.Kinds.GetValueOrDefault(Cell("sub_event_type")) ?? _options.Kinds.GetValueOrDefault(Cell("event_type"));

    private When? Time()
    {
        var (written, precision) = (Cell("event_date"), Cell("time_precision"));
        if (!DateTime.TryParseExact(written, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date.Year is < 1001 or > 2998)
        {
            Error("event_date", $"\"{TableText.Shortened(written, 40)}\" is not a date", "expected day, month and year, or year-month-day");
            return null;
        }

        var time = AcledCodes.TimeOf(new LocalDate(date.Year, date.Month, date.Day), precision);
        if (time is null)
        {
            Error("time_precision", $"\"{TableText.Shortened(precision, 40)}\" is no precision of a time", "expected 1, 2 or 3");
        }

        return time;
    }

    private long? Timestamp()
    {
        var written = Cell("timestamp");
        if (written.Length == 0)
        {
            return null;
        }

        if (long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 32_000_000_000)
        {
            return seconds;
        }

        Error("timestamp", $"\"{TableText.Shortened(written, 40)}\" is no time stamp", "expected seconds since 1970");
        return null;
    }

    /// <summary>
    /// One of the two actors: their order "does not imply directionality". Where civilians are the target, the other one did it. One whom
    /// nobody identified may be anybody: then nobody is named, unless an actor was given for that name.
    /// </summary>
    private ReportedValue? By()
    {
        var (first, second) = (Cell("actor1"), Cell("actor2"));
        if (Cell("civilian_targeting").Length > 0 || Cell("event_type") == AcledCodes.AgainstCivilians)
        {
            var (isFirst, isSecond) = (IsCivilian(first), IsCivilian(second));
            second = isSecond && !isFirst ? string.Empty : second;
            first = isFirst && !isSecond ? string.Empty : first;
        }

        var names = new[] { first, second }.Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (names.Exists(n => n.StartsWith(AcledCodes.Unidentified, StringComparison.OrdinalIgnoreCase) && !_actors.Knows(n)))
        {
            return null;
        }

        var actors = names.Select(_actors.Of).OfType<string>().Distinct(StringComparer.Ordinal).ToImmutableArray();
        return actors.Length switch
        {
            0 => null,
            1 => new ReportedText(actors[0]),
            _ => new ReportedNames(actors, true),
        };

        static bool IsCivilian(string name) => name.StartsWith(AcledCodes.Civilians, StringComparison.OrdinalIgnoreCase);
    }

    private ImmutableSortedDictionary<string, ReportedValue> Fields()
    {
        var fields = ImmutableSortedDictionary.CreateBuilder<string, ReportedValue>(StringComparer.Ordinal);
        if (Cell("fatalities") is { Length: > 0 } written)
        {
            if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var deaths))
            {
                fields["deaths"] = new ReportedNumber(deaths, deaths, null, false);
            }
            else
            {
                Error("fatalities", $"\"{TableText.Shortened(written, 40)}\" is not a number of deaths", "expected a whole number");
            }
        }

        var precision = Cell("geo_precision");
        if (precision.Length > 0 && AcledCodes.RadiusMetres(precision) is null)
        {
            Error("geo_precision", $"\"{TableText.Shortened(precision, 40)}\" is no precision of a place", "expected 1, 2 or 3");
        }
        else if (AcledCodes.RadiusMetres(precision) is { } radius && Cell("latitude").Length > 0
            && Degrees("latitude", 90) is { } latitude && Degrees("longitude", 180) is { } longitude)
        {
            fields["position"] = new ReportedPosition(latitude, longitude, radius);
        }

        return fields.ToImmutable();
    }

    /// <summary>ACLED passes on what others say; it does not tell which of them said what of a row.</summary>
    private List<string?> Origins()
    {
        var sources = Cell("source").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(s => TableText.Shortened(s, 120)).Where(s => s.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return sources.Count == 0 ? [null] : _options.IsOneOrigin ? [string.Join("; ", sources.Order(StringComparer.Ordinal))] : [.. sources];
    }

    private string Reference(string id)
    {
        var type = string.Join(": ", new[] { Cell("event_type"), Cell("sub_event_type") }.Where(t => t.Length > 0));
        var parts = new List<string> { $"ACLED {id}", type, string.Join(" / ", new[] { Cell("actor1"), Cell("actor2") }.Where(t => t.Length > 0)) };
        parts.Add(string.Join(", ", new[] { "location", "admin3", "admin2", "admin1", "country" }.Select(Cell).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)));
        parts.Add(Cell("civilian_targeting"));
        parts.Add(Cell("source_scale") is { Length: > 0 } scale ? $"sources: {scale}" : string.Empty);
        parts.Add(TableText.Shortened(Cell("notes"), LongestNotes));
        return TableText.OneLine(string.Join("; ", parts.Where(p => p.Length > 0)));
    }

    private double? Degrees(string column, double limit)
    {
        if (double.TryParse(Cell(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= limit)
        {
            return degrees;
        }

        Error(column, $"\"{TableText.Shortened(Cell(column), 40)}\" is no {column}", $"expected degrees between -{limit} and {limit}");
        return null;
    }

    /// <summary>Empty where the export does not have the column.</summary>
    private string Cell(string column) => _columns.TryGetValue(column, out var at) ? _table.Cell(at) : string.Empty;

    private void Error(string column, string headline, string label) => _table.Error(
        "PACTA0606", _columns.TryGetValue(column, out var at) ? at : int.MaxValue, headline, label, "Mend the cell; the other rows are imported.", null);
}
