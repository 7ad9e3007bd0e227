using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Reports.Import;

/// <summary>A table without a header and without quotes: a row on each line, its cells parted by tabs.</summary>
internal sealed class LinesTable : Table
{
    private readonly StringReader _lines;
    private string _row = string.Empty;
    private string[] _cells = [];

    public LinesTable(string path, Stream stream, IReadOnlyList<string> columns, DiagnosticBag diagnostics)
        : base(path, diagnostics)
    {
        _lines = new StringReader(TableText.Read(stream));
        Columns = columns;
    }

    public override string Cell(int column) => _cells[column].Trim();

    public override void Dispose() => _lines.Dispose();

    protected override bool ReadRow()
    {
        while (_lines.ReadLine() is { } line)
        {
            Line++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                _row = line;
                _cells = line.Split('\t');
                return true;
            }
        }

        return false;
    }

    protected override void CheckRow()
    {
        if (_cells.Length != Columns.Count)
        {
            Error("PACTA0605", int.MaxValue, $"This row has {_cells.Length} cells, and such a table {Columns.Count}", "counted from here",
                "Cells are parted by tabs, and there is no header. Look whether the file was changed by another program, or is of another table or version.", null);
        }
    }

    protected override (SourceText File, TextSpan Span, string Prefix) Place(int column)
    {
        var file = new SourceText(Path, _row, Line);
        return column >= _cells.Length
            ? (file, new TextSpan(0, _row.Length), string.Empty)
            : (file, new TextSpan(_cells.Take(column).Sum(c => c.Length + 1), _cells[column].Length), column < Columns.Count ? Columns[column] + ": " : string.Empty);
    }
}
