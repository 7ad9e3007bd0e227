using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Sylvan.Data.Csv;

namespace Pacta.Reports.Import;

/// <summary>A table with a header row, row by row, that knows the line and column of every cell.</summary>
internal sealed class CsvTable : Table
{
    private readonly CsvDataReader _reader;
    private readonly char _delimiter;
    private char[] _raw = new char[1024];
    private int _rawLength;
    private int _nextLine = 1;

    private CsvTable(string path, string text, char delimiter, DiagnosticBag diagnostics)
        : base(path, diagnostics)
    {
        _delimiter = delimiter;
        _reader = CsvDataReader.Create(new StringReader(text), new CsvDataReaderOptions
        {
            HasHeaders = false,
            CsvStyle = CsvStyle.Lax,
            Comment = '\0',
            Delimiter = delimiter,
            MaxBufferSize = 1 << 24,
        });
    }

    /// <summary>Null, and an error, if there is not even a header.</summary>
    /// <param name="delimiter">What parts the cells; null to find it from the header.</param>
    /// <param name="usual">What parts them if the header has it at all and nothing is said.</param>
    public static CsvTable? Open(string path, Stream stream, char? delimiter, DiagnosticBag diagnostics, char? usual = null)
    {
        var text = TableText.Read(stream);
        if (TryCreate(path, text, delimiter ?? TableText.DelimiterOf(text, usual), diagnostics) is not { } table)
        {
            return null;
        }

        if (!table.ReadRecord())
        {
            diagnostics.Error(
                "PACTA0601", new SourceText(path, string.Empty), new TextSpan(0, 0), "The table is empty", "no header row",
                "The first row names the columns.", null);
            table.Dispose();
            return null;
        }

        table.Columns = [.. Enumerable.Range(0, table._reader.RowFieldCount).Select(i => table._reader.GetString(i).Trim())];
        return table;
    }

    /// <summary>The reader looks at the first row at once; a row without an end is more than it can hold.</summary>
    private static CsvTable? TryCreate(string path, string text, char delimiter, DiagnosticBag diagnostics)
    {
        try
        {
            return new CsvTable(path, text, delimiter, diagnostics);
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            var beginning = new SourceText(path, text[..Math.Min(text.Length, 200)]);
            diagnostics.Error(
                "PACTA0605", beginning, new TextSpan(0, 1), "The first row of the table has no end", "begins here",
                "The first row names the columns. Look for a double quote that is never closed; or the file is no table.", "Date,Place,Side");
            return null;
        }
    }

    private static bool IsUnreadable(Exception exception) => exception is CsvRecordTooLargeException or CsvFormatException or InvalidOperationException;

    public override string Cell(int column) => _reader.GetString(column).Trim();

    public override void Dispose() => _reader.Dispose();

    protected override bool ReadRow()
    {
        while (ReadRecord())
        {
            if (!_raw.AsSpan(0, _rawLength).IsWhiteSpace())
            {
                return true;
            }
        }

        return false;
    }

    protected override void CheckRow()
    {
        CheckQuotes();
        if (!RowHasErrors && _reader.RowFieldCount != Columns.Count)
        {
            Error("PACTA0605", 0, $"This row has {_reader.RowFieldCount} cells, and the header {Columns.Count}", "counted from here",
                "Put a cell that holds a comma into double quotes.", "12,\"Donetsk, airport\",3");
        }
    }

    protected override (SourceText File, TextSpan Span, string Prefix) Place(int column)
    {
        var raw = new string(_raw, 0, _rawLength).TrimEnd('\r', '\n');
        var cells = CsvCells.Of(raw, _delimiter);
        var span = column < cells.Count ? cells[column].Span : new TextSpan(0, raw.Length);
        return (new SourceText(Path, raw, Line), span, string.Empty);
    }

    private bool ReadRecord()
    {
        try
        {
            if (!_reader.Read())
            {
                return false;
            }
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            Line = _nextLine;
            _rawLength = 0;
            Error("PACTA0605", 0, "The table cannot be read from this row on", "here", "Look for a double quote that is never closed.", null);
            return false;
        }

        Line = _nextLine;
        _rawLength = _reader.GetRawRecord(null, 0);
        if (_raw.Length < _rawLength)
        {
            _raw = new char[_rawLength * 2];
        }

        _reader.GetRawRecord(_raw, 0);
        _nextLine += _raw.AsSpan(0, _rawLength).Count('\n');
        return true;
    }

    private void CheckQuotes()
    {
        var raw = _raw.AsSpan(0, _rawLength);
        if (!raw.Contains('"'))
        {
            return;
        }

        var cells = CsvCells.Of(raw.TrimEnd("\r\n").ToString(), _delimiter);
        for (var i = 0; i < cells.Count; i++)
        {
            if (!cells[i].IsWellQuoted)
            {
                Error("PACTA0605", i, "A double quote is in the wrong place", "quotes do not match",
                    "A cell in quotes begins and ends with one; a quote inside is written twice.", "\"The \"\"green\"\" line\"");
                return;
            }
        }
    }
}
