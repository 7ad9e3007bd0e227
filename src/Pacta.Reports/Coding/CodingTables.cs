using System.Globalization;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Reports.Import;

namespace Pacta.Reports.Coding;

/// <summary>
/// Tables of codings: one value on each row, with the columns <c>unit</c>, <c>coder</c>, <c>value</c> and perhaps <c>attribute</c>; or one unit
/// on each row, with a column for each coder. An empty cell, <c>NA</c> and a point alone are missing values.
/// </summary>
public static class CodingTables
{
    /// <summary>Adds what a table has. Rows with errors are located in <paramref name="diagnostics"/> and left out. No input makes it throw.</summary>
    /// <param name="path">As the user named it.</param>
    /// <param name="name">The attribute, where the table does not name any.</param>
    /// <param name="attributes">By their names.</param>
    public static void Read(string path, string name, Stream input, IDictionary<string, CodedAttribute> attributes, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        using var table = CsvTable.Open(path, input, null, diagnostics);
        if (table is null)
        {
            return;
        }

        var columns = table.Columns.Select((c, i) => (Name: c.ToLowerInvariant(), At: i)).ToList();
        var (unit, coder, value) = (Find("unit"), Find("coder"), Find("value"));
        if (unit is { } u && coder is { } c && value is { } v)
        {
            ReadLong(table, u, c, v, Find("attribute"), name, attributes);
            return;
        }

        if (table.Columns.Count < 3 || table.Columns.Distinct(StringComparer.Ordinal).Count() != table.Columns.Count)
        {
            diagnostics.Error(
                "PACTA0614", new SourceText(path, string.Join(',', table.Columns)), default, "This is no table of codings", "two coders are needed, each with a name of its own",
                "Give it the columns unit, coder and value; or the unit and one column for each coder.", "unit,first_coder,second_coder\nnorth_wind,exercise,movement");
            return;
        }

        ReadWide(table, name, attributes);

        int? Find(string column) => columns.Where(x => x.Name == column).Select(x => (int?)x.At).FirstOrDefault();
    }

    private static void ReadLong(CsvTable table, int unit, int coder, int value, int? attribute, string name, IDictionary<string, CodedAttribute> attributes)
    {
        var (rows, skipped) = (0, 0);
        while (table.Read(ref rows, ref skipped))
        {
            var of = attribute is { } at && table.Cell(at) is { Length: > 0 } named ? TableText.OneLine(named) : name;
            Add(table, of, unit, TableText.OneLine(table.Cell(coder)), value, attributes);
        }
    }

    private static void ReadWide(CsvTable table, string name, IDictionary<string, CodedAttribute> attributes)
    {
        var (rows, skipped) = (0, 0);
        while (table.Read(ref rows, ref skipped))
        {
            for (var column = 1; column < table.Columns.Count; column++)
            {
                Add(table, name, 0, TableText.OneLine(table.Columns[column]), column, attributes);
            }
        }
    }

    private static void Add(CsvTable table, string attribute, int unitColumn, string coder, int valueColumn, IDictionary<string, CodedAttribute> attributes)
    {
        var (unit, text) = (TableText.OneLine(table.Cell(unitColumn)), TableText.OneLine(table.Cell(valueColumn)));
        if (text is "" or "NA" or ".")
        {
            return;
        }

        if (unit.Length == 0 || coder.Length == 0)
        {
            table.Error(
                "PACTA0615", unit.Length == 0 ? unitColumn : valueColumn, "A coding needs its unit and its coder", "empty", "Say what was coded, and by whom.", "unit,coder,value\nnorth_wind,first,exercise");
            return;
        }

        if (!attributes.TryGetValue(attribute, out var coded))
        {
            attributes[attribute] = coded = new CodedAttribute(attribute);
        }

        double? number = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) && double.IsFinite(parsed) ? parsed : null;
        if (coded.Add(unit, coder, new CodedValue(text, number)) is { } before)
        {
            table.Error(
                "PACTA0615", valueColumn, $"{coder} coded {attribute} of {unit} before, as \"{before.Text}\"", "another value", "One coder gives one unit one value; the first is kept.", null);
        }
    }
}
