using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Model.Time;

namespace Pacta.Reports.Import;

/// <summary>
/// The UCDP Georeferenced Event Dataset (49 columns, UTF-8 or Windows-1252): one report for each fatal event. What its columns become is
/// said in docs/reports.md.
/// </summary>
public sealed class UcdpGedImporter
{
    /// <summary>Both styles of one column write the month first; the others are what tools make of them.</summary>
    private static readonly string[] DateFormats =
    [
        "M/d/yyyy h:mm:ss tt", "M/d/yyyy HH:mm", "M/d/yyyy", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd",
    ];

    /// <summary>Of the dates of articles, those with strokes write the day first.</summary>
    private static readonly string[] ArticleFormats = ["yyyy-MM-dd", "d/M/yyyy"];

    private readonly CsvTable _table;
    private readonly UcdpGedOptions _options;
    private readonly ActorNames _actors;
    private readonly Dictionary<string, int> _columns;

    private UcdpGedImporter(CsvTable table, UcdpGedOptions options, Dictionary<string, int> columns)
    {
        _table = table;
        _options = options;
        _actors = new ActorNames(options.Actors);
        _columns = columns;
    }

    /// <summary>
    /// Writes the rows of <paramref name="input"/> as report lines. A row with an error is located in <paramref name="diagnostics"/> and
    /// skipped. No input makes it throw.
    /// </summary>
    /// <param name="path">As the user named it.</param>
    /// <param name="progress">Called with the number of rows, every 1,000 rows and at the end.</param>
    public static ImportResult Import(
        string path, Stream input, TextWriter output, UcdpGedOptions options, DiagnosticBag diagnostics, Action<int>? progress = null)
    {
        using var table = CsvTable.Open(path, input, null, diagnostics);
        if (table is null || ColumnsOf(table, path, diagnostics) is not { } columns)
        {
            return ImportResult.Nothing;
        }

        var importer = new UcdpGedImporter(table, options, columns);
        var result = TableRun.Run(table, output, () => importer.Row() is { } report ? [report] : null, progress);
        importer._actors.TellMade(path, diagnostics);
        return result;
    }

    private static Dictionary<string, int>? ColumnsOf(CsvTable table, string path, DiagnosticBag diagnostics)
    {
        string[] needed =
        [
            "id", "relid", "type_of_violence", "side_a", "side_b", "source_office", "source_date", "source_headline", "source_original", "where_prec",
            "adm_1", "latitude", "longitude", "event_clarity", "date_start", "date_end", "best", "high", "low",
        ];
        var columns = needed.Select(c => (Name: c, At: table.Find(c))).ToList();
        var missing = columns.Where(c => c.At is null).Select(c => c.Name).ToList();
        if (missing.Count == 0)
        {
            return columns.ToDictionary(c => c.Name, c => c.At ?? 0, StringComparer.Ordinal);
        }

        diagnostics.Error(
            "PACTA0602", new SourceText(path, string.Empty), new TextSpan(0, 0),
            $"This is no UCDP GED table: it has no column {string.Join(", ", missing)}", "looked for in the header",
            "The names are those of the data set's code book. For another table write a mapping and import it as csv.", null);
        return null;
    }

    private Report? Row()
    {
        var id = Cell("id");
        if (id.Length == 0)
        {
            Error("id", "An event needs its id", "empty");
            return null;
        }

        var (start, end) = (Date("date_start"), Date("date_end"));
        if (start is not { } first || end is not { } last)
        {
            return null;
        }

        if (last < first)
        {
            Error("date_end", "\"date_end\" lies before \"date_start\"", "before the start");
        }

        var published = Published();
        var roles = ImmutableSortedDictionary.CreateBuilder<string, ReportedValue>(StringComparer.Ordinal);
        roles["by"] = Sides();
        if (TableText.Slug(Cell("adm_1")) is { Length: > 0 } place)
        {
            roles["in"] = new ReportedText(place);
        }

        var time = new When(Moment.OnDay(first), Moment.OnDay(last));
        var name = "ged-" + TableText.OneLine(id);
        var claim = new Claim(
            name, name, _options.Kind, ClaimSubject.Occurrence, Polarity.Asserts, Basis.Unstated, time, null, roles.ToImmutable(), Fields(), []);
        return new Report(
            name, default, _options.Source, Origin(), published, published ?? Moment.OnDay(last), null, [], [claim], Reference(id));
    }

    private ImmutableSortedDictionary<string, ReportedValue> Fields()
    {
        var fields = ImmutableSortedDictionary.CreateBuilder<string, ReportedValue>(StringComparer.Ordinal);
        if (Whole("low") is { } low && Whole("best") is { } best && Whole("high") is { } high)
        {
            if (low <= best && best <= high)
            {
                fields["deaths"] = new ReportedNumber(low, high, null, false);
            }
            else
            {
                _table.Warn(
                    "PACTA0609", _columns["low"], $"The estimates contradict each other: low {low}, best {best}, high {high}",
                    "low, best and high are not in this order", "The event is imported without its deaths: they count as unknown.");
            }
        }

        if (UcdpGedCodes.RadiusMetres(Cell("where_prec")) is { } radius
            && Degrees("latitude", 90) is { } latitude && Degrees("longitude", 180) is { } longitude)
        {
            fields["position"] = new ReportedPosition(latitude, longitude, radius);
        }

        return fields.ToImmutable();
    }

    /// <summary>
    /// One of the two sides: the data set says who fought, not who fired. In one-sided violence the first side attacked civilians.
    /// </summary>
    private ReportedValue Sides()
    {
        var first = Actor(Cell("side_a"));
        if (Cell("type_of_violence") == UcdpGedCodes.OneSided)
        {
            return new ReportedText(first);
        }

        var second = Actor(Cell("side_b"));
        return first == second ? new ReportedText(first) : new ReportedNames([first, second], true);
    }

    private string Actor(string side)
    {
        if (_actors.Of(side) is { } actor)
        {
            return actor;
        }

        Error("side_a", "A side of the conflict has no name", "empty, or only signs");
        return "unknown";
    }

    private Moment? Published()
    {
        LocalDate? latest = null;
        foreach (var text in Cell("source_date").Split(';', StringSplitOptions.TrimEntries))
        {
            if (Parse(text, ArticleFormats) is { } date && (latest is null || date > latest))
            {
                latest = date;
            }
        }

        return latest is { } day ? Moment.OnDay(day) : null;
    }

    private string? Origin()
    {
        var origin = Cell("source_original") is { Length: > 0 } original ? original : Cell("source_office");
        return TableText.Shortened(origin, 120) is { Length: > 0 } text ? text : null;
    }

    private string Reference(string id)
    {
        var reference = $"UCDP GED {id} ({Cell("relid")})";
        if (TableText.Shortened(Cell("source_headline"), 160) is { Length: > 0 } headline)
        {
            reference += ": " + headline;
        }

        return TableText.OneLine(Cell("event_clarity") == UcdpGedCodes.LowClarity ? reference + " [event clarity 2: known only from a summary]" : reference);
    }

    private LocalDate? Date(string column)
    {
        if (Parse(Cell(column), DateFormats) is { } date)
        {
            return date;
        }

        Error(column, $"\"{TableText.Shortened(Cell(column), 40)}\" is not a date", "expected month/day/year or year-month-day");
        return null;
    }

    private static LocalDate? Parse(string text, string[] formats) =>
        DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1000 and <= 2999
            ? new LocalDate(date.Year, date.Month, date.Day)
            : null;

    private decimal? Whole(string column)
    {
        if (int.TryParse(Cell(column), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Error(column, $"\"{TableText.Shortened(Cell(column), 40)}\" is not a number of deaths", "expected a whole number");
        return null;
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

    private string Cell(string column) => _table.Cell(_columns[column]);

    private void Error(string column, string headline, string label) =>
        _table.Error("PACTA0606", _columns[column], headline, label, "Mend the cell; the other rows are imported.", null);
}
