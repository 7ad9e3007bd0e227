using System.Globalization;
using System.Xml;
using Pacta.Model.Reports;

namespace Pacta.Reports.Import.Sheets;

/// <summary>The rows of one sheet, from top to bottom. Rows and cells that are not in the file are empty.</summary>
internal sealed class SheetRows(Workbook workbook, string part) : IDisposable
{
    private readonly XmlReader _reader = workbook.Part(part) ?? throw new SheetException("The sheet is not in the workbook", "Open the workbook in a spreadsheet program and save it again.");

    /// <summary>The number of the present row, from 1 on.</summary>
    public int Number { get; private set; }

    /// <summary>By column, as far as the file has cells.</summary>
    public List<SheetCell> Cells { get; } = [];

    public bool Read()
    {
        while (_reader.Read())
        {
            if (_reader is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                var number = Whole(_reader.GetAttribute("r")) is >= 1 and <= CellAddress.MostRows and var written ? written : Number + 1;
                Number = Math.Max(number, Number + 1);
                Cells.Clear();
                ReadCells();
                return true;
            }
        }

        return false;
    }

    public void Dispose() => _reader.Dispose();

    /// <summary>Ranges of cells that the sheet shows as one: columns from 0 on, rows from 1 on, all included.</summary>
    public static List<(int Left, int Top, int Right, int Bottom)> Merged(Workbook workbook, string part)
    {
        var merged = new List<(int, int, int, int)>();
        using var reader = workbook.Part(part);
        while (reader?.Read() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "mergeCell" } && reader.GetAttribute("ref") is { } range
                && range.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
                && CellAddress.Parse(range.AsSpan(0, colon)) is var (left, top) && CellAddress.Parse(range.AsSpan(colon + 1)) is var (right, bottom))
            {
                merged.Add((left, top, right, bottom));
            }
        }

        return merged;
    }

    private void ReadCells()
    {
        if (_reader.IsEmptyElement)
        {
            return;
        }

        using var row = _reader.ReadSubtree();
        row.Read();
        while (row.Read())
        {
            if (row is not { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                continue;
            }

            var column = row.GetAttribute("r") is { } address && CellAddress.Parse(address) is { } at ? at.Column : Cells.Count;
            if (column >= CellAddress.MostColumns)
            {
                continue;
            }

            while (Cells.Count <= column)
            {
                Cells.Add(SheetCell.Empty);
            }

            Cells[column] = ReadCell(row);
        }
    }

    private SheetCell ReadCell(XmlReader row)
    {
        var (type, style) = (row.GetAttribute("t") ?? "n", Whole(row.GetAttribute("s")));
        var (value, isFormula) = ((string?)null, false);
        using (var cell = row.ReadSubtree())
        {
            cell.Read();
            cell.Read();
            while (!cell.EOF)
            {
                switch (cell.NodeType == XmlNodeType.Element ? cell.LocalName : string.Empty)
                {
                    case "v":
                        value = cell.ReadElementContentAsString();
                        break;
                    case "is":
                        value = Workbook.Text(cell);
                        cell.Read();
                        break;
                    case "f":
                        isFormula = true;
                        cell.Skip();
                        break;
                    default:
                        cell.Read();
                        break;
                }
            }
        }

        if (value is null)
        {
            return isFormula && type != "str" ? new SheetCell(string.Empty, Problem: "a formula without a stored result") : SheetCell.Empty;
        }

        return type switch
        {
            "s" => Whole(value) is >= 0 and var index && index < workbook.Strings.Length ? new SheetCell(workbook.Strings[index]) : new SheetCell(value, Problem: "a text that is not in the workbook"),
            "b" => new SheetCell(value is "1" or "true" ? "true" : "false"),
            "e" => new SheetCell(value, Problem: value),
            "d" => MomentText.Parse(value, out _) is { } moment ? new SheetCell(MomentText.Format(moment), Moment: moment) : new SheetCell(value),
            "n" => SheetNumbers.Of(value, style >= 0 && style < workbook.DateFormats.Length ? workbook.DateFormats[style] : null, workbook.Is1904),
            _ => new SheetCell(value),
        };
    }

    private static int Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
