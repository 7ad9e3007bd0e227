using System.Collections.Immutable;
using Pacta.Model.Reports;
using Pacta.Reports.Lines;

namespace Pacta.Reports.Import;

/// <summary>The rows of a table with a header row, through a mapping file, whatever the table is stored as.</summary>
internal sealed class MappedTable
{
    private readonly Table _table;
    private readonly CsvMapping _mapping;
    private readonly TableRow _row;
    private readonly Dictionary<string, int> _lineOf = new(StringComparer.Ordinal);

    private MappedTable(Table table, CsvMapping mapping, IReadOnlyDictionary<string, int> columns)
    {
        _table = table;
        _mapping = mapping;
        _row = new TableRow(table, columns);
    }

    /// <summary>Writes the rows as report lines. A row with an error is located in the diagnostics of the table and skipped.</summary>
    public static ImportResult Import(Table table, TextWriter output, CsvMapping mapping, Action<int>? progress)
    {
        if (ColumnsOf(table, mapping) is not { } columns)
        {
            return ImportResult.Nothing;
        }

        var importer = new MappedTable(table, mapping, columns);
        return TableRun.Run(table, output, importer.Reports, progress);
    }

    private static Dictionary<string, int>? ColumnsOf(Table table, CsvMapping mapping)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        var isComplete = true;
        foreach (var (name, span) in mapping.Columns)
        {
            if (table.Find(name) is { } at)
            {
                columns[name] = at;
                continue;
            }

            var near = DidYouMean.Nearest(name, table.Columns);
            table.Diagnostics.Error(
                "PACTA0604", mapping.File, span, $"The table has no column \"{name}\"", near is null ? "not in the header" : $"did you mean \"{near}\"?",
                $"Its columns are: {string.Join(", ", table.Columns.Take(40).Select(c => TableText.Shortened(c, 40)))}.", near is null ? null : $"\"{{{near}}}\"");
            isComplete = false;
        }

        foreach (var (name, span) in mapping.Questions)
        {
            var answers = table.Columns.Where(c => c.StartsWith(name + "/", StringComparison.Ordinal)).ToList();
            foreach (var answer in answers)
            {
                columns[answer] = table.Find(answer) ?? 0;
            }

            if (answers.Count == 0)
            {
                table.Diagnostics.Error(
                    "PACTA0604", mapping.File, span, $"No column begins with \"{name}/\"", "no answers in the header",
                    "Answers of a question with several have a column each: the question, a stroke, the answer. Export them so, or use \"split\".", "\"by\":{\"column\":\"sides\",\"split\":\" \"}");
                isComplete = false;
            }
        }

        return isComplete ? columns : null;
    }

    /// <summary>A cell that cannot be read is an error of its row, also where it decides whether the row is left out.</summary>
    private IReadOnlyList<Report>? Reports() =>
        IsLeftOut() ? [] : !_table.RowHasErrors && Row() is { } report ? [report] : null;

    private bool IsLeftOut() =>
        _mapping.SkipIfEmpty.Any(c => _row.Cell(c).Length == 0) || _mapping.OnlyIf.Any(c => !c.Values.Contains(_row.Cell(c.Column)));

    private Report? Row()
    {
        var (id, happening, kind, source) = (
            Name(_mapping.Id, "id"), Name(_mapping.Event, "event"), Name(_mapping.Kind, "kind"), Name(_mapping.Source, "source"));
        if (happening?.Contains('@', StringComparison.Ordinal) == true)
        {
            _row.Error(_mapping.Event.Column, $"\"{happening}\" cannot be the id of an event: it holds an @", "@ is not allowed here", "Use another character.", null);
        }

        var (time, end) = (_mapping.Time?.Of(_row), _mapping.End?.Of(_row));
        if (time is not null && end is not null && Times.IsBefore(end.To, time.From))
        {
            _row.Error(
                _mapping.End?.To.Text.Column, "The end lies before the beginning", "before the beginning",
                "Check for swapped cells, or for day and month in the wrong order.", null);
        }

        var subject = Word(_mapping.Claim, ClaimLine.Subjects, ClaimSubject.Occurrence);
        var polarity = Word(_mapping.Polarity, ClaimLine.Polarities, Polarity.Asserts);
        var basis = Word(_mapping.Basis, ClaimLine.Bases, Basis.Unstated);
        var (published, recorded) = (_mapping.Published?.Of(_row), _mapping.Recorded?.Of(_row));
        var (roles, fields) = (Roles(), Fields());
        CheckNeeds(time, subject, polarity, published ?? recorded, roles, fields);
        if (id is null || happening is null || kind is null || source is null || IsTaken(id))
        {
            return null;
        }

        var claim = new Claim(id, happening, kind, subject, polarity, basis, time, end, roles, fields, []);
        return new Report(
            id, default, source, _mapping.Origin is null ? null : Optional(_mapping.Origin), published, recorded, null, [], [claim], _mapping.Reference?.Of(_row));
    }

    /// <summary>What the reader of report files will insist on.</summary>
    private void CheckNeeds(
        Model.Time.When? time, ClaimSubject subject, Polarity polarity, Model.Time.Moment? told,
        ImmutableSortedDictionary<string, ReportedValue> roles, ImmutableSortedDictionary<string, ReportedValue> fields)
    {
        if (_table.RowHasErrors)
        {
            return;
        }

        var needsTime = (subject == ClaimSubject.Occurrence && polarity == Polarity.Asserts) || told is null;
        if (time is null && needsTime)
        {
            _row.Error(_mapping.Time?.From.Text.Column, "This row has no time", "empty", "Say when it happened; a year is enough.", CsvMappingReader.Example);
        }

        if (subject == ClaimSubject.Attribution && !roles.ContainsKey("by"))
        {
            _row.Error(null, "A claim of attribution needs \"by\"", "nobody is named", "Say who did it, or who did not.", null);
        }

        if (subject == ClaimSubject.Field && roles.IsEmpty && fields.IsEmpty)
        {
            _row.Error(null, "A claim about a field states no field", "nothing is stated", "State the field with its value.", null);
        }
    }

    private ImmutableSortedDictionary<string, ReportedValue> Roles()
    {
        var roles = ImmutableSortedDictionary.CreateBuilder<string, ReportedValue>(StringComparer.Ordinal);
        foreach (var (preposition, names) in _mapping.Roles)
        {
            if (names.Of(_row) is { } filler)
            {
                roles[preposition] = filler;
            }
        }

        return roles.ToImmutable();
    }

    private ImmutableSortedDictionary<string, ReportedValue> Fields()
    {
        var fields = ImmutableSortedDictionary.CreateBuilder<string, ReportedValue>(StringComparer.Ordinal);
        foreach (var (name, field) in _mapping.Fields)
        {
            if (field.Of(_row) is { } value)
            {
                fields[name] = value;
            }
        }

        return fields.ToImmutable();
    }

    private string? Name(TextSpec spec, string member)
    {
        var name = spec.Of(_row);
        if (name is null && !_table.RowHasErrors)
        {
            _row.Error(spec.Column, $"This row has no \"{member}\"", "empty", "Fill the cell, or leave such rows out with \"skip_if_empty\".", """{"skip_if_empty":["Ref"]}""");
        }

        if (name is not null && Names.IsTooLong(name))
        {
            _row.Error(
                spec.Column, $"\"{member}\" is longer than {Names.Longest} characters", "too long", "Make it from a shorter cell.", $"\"{member}\":\"mfa-{{Ref}}\"");
        }

        return name;
    }

    private string? Optional(TextSpec spec) => spec.Of(_row);

    private T Word<T>(TextSpec? spec, IReadOnlyDictionary<string, T> words, T otherwise)
    {
        if (spec?.Of(_row) is not { } text)
        {
            return otherwise;
        }

        if (words.TryGetValue(text, out var word))
        {
            return word;
        }

        _row.Error(
            spec.Column, $"\"{TableText.Shortened(text, 40)}\" is not one of {string.Join(", ", words.Keys)}", "not such a word",
            "Map the words of the table to these.", $"\"map\":{{\"rejected\":\"{words.Keys.Last()}\"}}");
        return otherwise;
    }

    private bool IsTaken(string id)
    {
        if (_lineOf.TryAdd(id, _table.Line))
        {
            return false;
        }

        _row.Error(
            _mapping.Id.Column, $"The id \"{id}\" was already used by {_table.LineWord} {_lineOf[id]}", $"used by {_table.LineWord} {_lineOf[id]}",
            "Make the id from columns that differ in every row.", "\"id\":\"{Ref}-{Date}\"");
        return true;
    }
}
