using System.Xml;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Model.Time;

namespace Pacta.Reports.Import.Sheets;

/// <summary>A sheet of a workbook as a table: its first row that is not blank names the columns.</summary>
internal sealed class SheetTable : Table
{
    private readonly Workbook _workbook;
    private readonly SheetRows _rows;

    /// <summary>Cells of one column that are shown as one, by the row in which they begin; and those that the present row is in.</summary>
    private readonly ILookup<int, (int Column, int Bottom)> _merged;
    private readonly List<(int Column, int Bottom, SheetCell Value)> _shown = [];

    /// <summary>Errors of cells are told once in each row.</summary>
    private readonly HashSet<int> _told = [];

    private SheetTable(string path, Workbook workbook, string part, DiagnosticBag diagnostics)
        : base(path, diagnostics)
    {
        _workbook = workbook;
        _merged = SheetRows.Merged(workbook, part).Where(m => m.Left == m.Right && m.Bottom > m.Top).ToLookup(m => m.Top, m => (m.Left, m.Bottom));
        _rows = new SheetRows(workbook, part);
    }

    public override string LineWord => "row";

    /// <summary>Null, and an error, if there is no such sheet or not even a header.</summary>
    /// <param name="sheet">The name of the sheet; null for the first that is not hidden.</param>
    public static SheetTable? Open(string path, Stream stream, string? sheet, DiagnosticBag diagnostics)
    {
        Workbook? workbook = null;
        SheetTable? table = null;
        try
        {
            workbook = Workbook.Open(stream);
            var part = PartOf(workbook, sheet);
            table = new SheetTable(path, workbook, part, diagnostics);
            if (!table.ReadRow())
            {
                throw new SheetException("The sheet is empty", "Its first row names the columns. If the table is on another sheet, name that with --sheet.");
            }

            table.Columns = table.Header();
            return table;
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            if (table is not null)
            {
                table.Dispose();
            }
            else
            {
                workbook?.Dispose();
            }

            Tell(path, e, diagnostics);
            return null;
        }
    }

    public override string Cell(int column)
    {
        var cell = At(column);
        if (cell.Problem is { } problem && _told.Add(column))
        {
            Error(
                "PACTA0611", column, $"The cell {CellAddress.Of(column, Line)} has no value: {problem}", problem.StartsWith('#') ? "an error of the spreadsheet" : "no value",
                "Mend the formula, or empty the cell; then open, calculate and save the workbook in a spreadsheet program.", null);
        }

        return cell.Problem is null ? cell.Text.Trim() : string.Empty;
    }

    public override Moment? MomentOf(int column) => At(column).Moment;

    public override decimal? NumberOf(int column) => At(column).Number;

    public override void Dispose()
    {
        _rows.Dispose();
        _workbook.Dispose();
    }

    protected override bool ReadRow()
    {
        try
        {
            while (_rows.Read())
            {
                if (!_rows.Cells.TrueForAll(c => c.IsEmpty))
                {
                    Line = _rows.Number;
                    _told.Clear();
                    FillMerged();
                    return true;
                }
            }
        }
        catch (Exception e) when (IsUnreadable(e) && Columns.Count > 0)
        {
            Tell(Path, e, Diagnostics);
        }

        return false;
    }

    /// <summary>A row of a sheet may be shorter than its header, and longer: what has no column is not read.</summary>
    protected override void CheckRow()
    {
    }

    protected override (SourceText File, TextSpan Span, string Prefix) Place(int column)
    {
        var (text, span) = (new System.Text.StringBuilder(), default(TextSpan));
        for (var i = 0; i < Math.Max(1, Math.Min(_rows.Cells.Count, Columns.Count)); i++)
        {
            var cell = TableText.OneLine(At(i).Text);
            text.Append(i == 0 ? string.Empty : " | ");
            span = i == column ? new TextSpan(text.Length, cell.Length) : span;
            text.Append(cell);
        }

        span = column < Columns.Count ? (span.Length == 0 ? new TextSpan(text.Length, 0) : span) : new TextSpan(0, text.Length);
        return (new SourceText(Path, text.ToString(), Line), span, column < Columns.Count ? $"cell {CellAddress.Of(column, Line)}: " : $"row {Line}: ");
    }

    private SheetCell At(int column) => column < _rows.Cells.Count ? _rows.Cells[column] : SheetCell.Empty;

    private List<string> Header()
    {
        var last = _rows.Cells.FindLastIndex(c => !c.IsEmpty);
        return [.. _rows.Cells.Take(last + 1).Select(c => TableText.OneLine(c.Text))];
    }

    /// <summary>
    /// Cells of one column that are shown as one speak for each of their rows; the file has a value in the first only. Of those that span
    /// columns only the first is filled: a value belongs to one column.
    /// </summary>
    private void FillMerged()
    {
        _shown.RemoveAll(m => m.Bottom < Line);
        foreach (var (column, _, value) in _shown)
        {
            while (_rows.Cells.Count <= column)
            {
                _rows.Cells.Add(SheetCell.Empty);
            }

            _rows.Cells[column] = value;
        }

        foreach (var (column, bottom) in _merged[Line])
        {
            _shown.Add((column, bottom, At(column)));
        }
    }

    private static string PartOf(Workbook workbook, string? sheet)
    {
        var names = string.Join(", ", workbook.Sheets.Take(20).Select(s => $"\"{s.Name}\""));
        if (sheet is null)
        {
            return workbook.Sheets.FirstOrDefault(s => !s.IsHidden).Part ?? workbook.Sheets.FirstOrDefault().Part
                ?? throw new SheetException("The workbook has no sheet with cells", "A table stands on a sheet; charts have none.");
        }

        if (workbook.Sheets.FirstOrDefault(s => s.Name == sheet).Part is { } part)
        {
            return part;
        }

        var near = DidYouMean.Nearest(sheet, workbook.Sheets.Select(s => s.Name));
        throw new SheetException($"The workbook has no sheet \"{sheet}\"", $"{(near is null ? string.Empty : $"Did you mean \"{near}\"? ")}Its sheets are {names}.");
    }

    private static bool IsUnreadable(Exception exception) =>
        exception is SheetException or XmlException or InvalidDataException or IOException or NotSupportedException or InvalidOperationException;

    private static void Tell(string path, Exception problem, DiagnosticBag diagnostics) => diagnostics.Error(
        "PACTA0610", new SourceText(path, string.Empty), new TextSpan(0, 0), problem is SheetException ? problem.Message : "The workbook is damaged", "read as .xlsx",
        problem is SheetException known ? known.Help : "Open it in a spreadsheet program and save it again as .xlsx.");
}
