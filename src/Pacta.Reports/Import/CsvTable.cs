using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Sylvan.Data.Csv;

namespace Pacta.Reports.Import;

/// <summary>A table with a header row, row by row, that knows the line and column of every cell.</summary>
internal sealed class CsvTable : IDisposable
{
    /// <summary>So many errors and warnings are told one by one; the others are only counted.</summary>
    private const int MostTold = 100;

    private readonly string _path;
    private readonly DiagnosticBag _diagnostics;
    private readonly CsvDataReader _reader;
    private readonly char _delimiter;
    private char[] _raw = new char[1024];
    private int _rawLength;
    private int _nextLine = 1;
    private int _told;

    private CsvTable(string path, string text, char delimiter, DiagnosticBag diagnostics)
    {
        _path = path;
        _delimiter = delimiter;
        _diagnostics = diagnostics;
        _reader = CsvDataReader.Create(new StringReader(text), new CsvDataReaderOptions
        {
            HasHeaders = false,
            CsvStyle = CsvStyle.Lax,
            Comment = '\0',
            Delimiter = delimiter,
            MaxBufferSize = 1 << 24,
        });
    }

    public IReadOnlyList<string> Columns { get; private set; } = [];

    /// <summary>The 1-based line on which the row begins.</summary>
    public int Line { get; private set; }

    public bool RowHasErrors { get; private set; }

    /// <summary>Null, and an error, if there is not even a header.</summary>
    public static CsvTable? Open(string path, Stream stream, char? delimiter, DiagnosticBag diagnostics)
    {
        var text = TableText.Read(stream);
        if (TryCreate(path, text, delimiter ?? TableText.DelimiterOf(text), diagnostics) is not { } table)
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

    /// <summary>Goes to the next row that is not blank; rows that are no rows of the table are errors, counted in <paramref name="skipped"/>.</summary>
    public bool Read(ref int rows, ref int skipped)
    {
        while (ReadRecord())
        {
            if (_raw.AsSpan(0, _rawLength).IsWhiteSpace())
            {
                continue;
            }

            rows++;
            RowHasErrors = false;
            CheckQuotes();
            if (!RowHasErrors && _reader.RowFieldCount != Columns.Count)
            {
                Error("PACTA0605", 0, $"This row has {_reader.RowFieldCount} cells, and the header {Columns.Count}", "counted from here",
                    "Put a cell that holds a comma into double quotes.", "12,\"Donetsk, airport\",3");
            }

            if (!RowHasErrors)
            {
                return true;
            }

            skipped++;
        }

        if (_told > MostTold)
        {
            _diagnostics.Warn(
                "PACTA0607", new SourceText(_path, string.Empty), new TextSpan(0, 0), $"{_told - MostTold} more errors and warnings are not listed", null,
                "Mend those above first.");
        }

        return false;
    }

    public int? Find(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i] == column)
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>The cell without blanks at its ends.</summary>
    public string Cell(int column) => _reader.GetString(column).Trim();

    public void Error(string code, int column, string headline, string label, string help, string? example)
    {
        RowHasErrors = true;
        Tell(Severity.Error, code, column, headline, label, help, example);
    }

    public void Warn(string code, int column, string headline, string label, string help) =>
        Tell(Severity.Warning, code, column, headline, label, help, null);

    public void Dispose() => _reader.Dispose();

    private void Tell(Severity severity, string code, int column, string headline, string label, string help, string? example)
    {
        if (++_told > MostTold)
        {
            return;
        }

        // Empty lines before it put the row on its line; the rest of the table is not kept.
        var lines = new string('\n', Line - 1);
        var raw = new string(_raw, 0, _rawLength).TrimEnd('\r', '\n');
        var cells = CsvCells.Of(raw, _delimiter);
        var span = column < cells.Count ? cells[column].Span : new TextSpan(0, raw.Length);
        var file = new SourceText(_path, lines + raw);
        _diagnostics.Add(new Diagnostic(code, severity, headline, [new Label(file, new TextSpan(lines.Length + span.Start, span.Length), label)], help, example));
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
