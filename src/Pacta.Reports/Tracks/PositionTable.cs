using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Reports.Tracks;

/// <summary>Takes the positions of a table, line by line.</summary>
public interface IPositionSink
{
    /// <summary>The number under which an id is to be told; negative: its positions are not wanted. Asked once for each id.</summary>
    int Begin(string id);

    /// <summary>A position.</summary>
    /// <param name="line">In the file, from 1; the header is the first.</param>
    /// <param name="seconds">Since 1970 in UTC.</param>
    /// <returns>Whether it was taken: false if it is not later than the last one.</returns>
    bool Add(int number, long line, double seconds, double latitude, double longitude);
}

/// <summary>The columns of a table of positions by their names; null: found by the names that such tables use.</summary>
public sealed record PositionColumns(string? Time, string? Id, string? Latitude, string? Longitude)
{
    public static readonly PositionColumns Usual = new(null, null, null, null);

    internal static readonly string[] Times = ["time", "timestamp", "basedatetime", "base_date_time", "datetime", "# timestamp", "unixtime", "t", "date_time_utc"];
    internal static readonly string[] Ids = ["id", "mmsi", "icao24", "hex", "icao", "imo", "track", "vessel_id"];
    internal static readonly string[] Latitudes = ["lat", "latitude", "y"];
    internal static readonly string[] Longitudes = ["lon", "longitude", "lng", "long", "x"];
}

/// <summary>What a table of positions had.</summary>
/// <param name="Rows">Lines below the header that are not blank.</param>
/// <param name="Faulty">Lines that could not be read, or come too late.</param>
public readonly record struct PositionCount(long Rows, long Faulty);

/// <summary>
/// Reads tables of positions as receivers of ships and aircraft write them: a header, then a line for each position, of any number of objects. It reads bytes as they come and
/// keeps nothing; a line that cannot be read is told and left out.
/// </summary>
public sealed class PositionTable
{
    private const int MostTold = 20;

    private readonly string _path;
    private readonly IPositionSink _sink;
    private readonly DiagnosticBag _bag;
    private readonly Severity _severity;
    private readonly PositionIds _ids = new();
    private readonly List<int> _numbers = [];
    private readonly int[] _columns;
    private readonly byte _delimiter;
    private readonly int _cells;
    private long _rows;
    private long _faulty;

    private PositionTable(string path, IPositionSink sink, DiagnosticBag bag, Severity severity, int[] columns, byte delimiter)
    {
        (_path, _sink, _bag, _severity, _columns, _delimiter) = (path, sink, bag, severity, columns, delimiter);
        _cells = columns.Max() + 1;
    }

    /// <summary>Null, and why, if the header does not name the columns.</summary>
    /// <param name="severity">What a line that cannot be read is.</param>
    /// <param name="needsId">Whether the table is of several objects; otherwise one without ids is of a single one, whose id is empty.</param>
    public static PositionCount? Read(
        string path, Stream stream, PositionColumns columns, IPositionSink sink, DiagnosticBag bag, Severity severity = Severity.Error, bool needsId = true)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = new byte[1 << 20];
        var (start, end, line) = (0, 0, 0L);
        PositionTable? table = null;
        for (var isOver = false; !isOver;)
        {
            if (start > 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end) = (0, end - start);
            }
            else if (end == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var count = stream.Read(buffer, end, buffer.Length - end);
            end += count;
            isOver = count == 0;
            while (start < end)
            {
                var length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
                if (length < 0 && !isOver)
                {
                    break;
                }

                length = length < 0 ? end - start : length;
                var row = buffer.AsSpan(start, length);
                start = Math.Min(end, start + length + 1);
                line++;
                row = row.EndsWith("\r"u8) ? row[..^1] : row;
                if (table is not null)
                {
                    table.Row(line, row);
                }
                else if ((table = Header(path, row, columns, sink, bag, severity, needsId)) is null)
                {
                    return null;
                }
            }
        }

        if (table is null)
        {
            Fault(bag, Severity.Error, "PACTA0601", new SourceText(path, string.Empty), 0, "The table is empty", "no header row", "The first row names the columns.", "time,id,lat,lon");
            return null;
        }

        table.TellRest();
        return new PositionCount(table._rows, table._faulty);
    }

    private static PositionTable? Header(string path, ReadOnlySpan<byte> row, PositionColumns columns, IPositionSink sink, DiagnosticBag bag, Severity severity, bool needsId)
    {
        var text = Encoding.UTF8.GetString(row.StartsWith("\ufeff"u8) ? row[3..] : row);
        var delimiter = text.Contains('\t', StringComparison.Ordinal) ? '\t' : text.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var names = text.Split(delimiter).Select(n => n.Trim().Trim('"').ToLowerInvariant()).ToArray();
        int[] found =
        [
            Find(columns.Time, PositionColumns.Times), Find(columns.Id, PositionColumns.Ids), Find(columns.Latitude, PositionColumns.Latitudes), Find(columns.Longitude, PositionColumns.Longitudes),
        ];
        string[] said = [columns.Time ?? "time", columns.Id ?? "id", columns.Latitude ?? "lat", columns.Longitude ?? "lon"];
        for (var i = 0; i < found.Length; i++)
        {
            if (found[i] < 0 && (i != 1 || needsId || columns.Id is not null))
            {
                Fault(
                    bag, Severity.Error, "PACTA0604", new SourceText(path, text), text.Length, $"The table has no column \"{said[i]}\"", "not in the header",
                    "A table of positions has a time, an id, a latitude and a longitude for each; other names of columns stand in the mapping.", "time,id,lat,lon");
                return null;
            }
        }

        return new PositionTable(path, sink, bag, severity, found, (byte)delimiter);

        int Find(string? asked, string[] usual) => asked is not null
            ? Array.IndexOf(names, asked.ToLowerInvariant())
            : usual.Select(n => Array.IndexOf(names, n)).FirstOrDefault(i => i >= 0, -1);
    }

    private void Row(long line, ReadOnlySpan<byte> row)
    {
        if (row.Trim(" \t"u8).IsEmpty)
        {
            return;
        }

        _rows++;
        Span<Range> cells = stackalloc Range[64];
        var found = cells[..Math.Min(64, _cells)];
        if (!Cells(row, found))
        {
            Fault(line, row, $"This row has fewer than {_cells} cells", "too short", "time,id,lat,lon");
            return;
        }

        if (!PositionCells.TryTime(Cell(row, found, 0), out var seconds))
        {
            Fault(line, row, "This is no time", Text(row, found, 0), "2021-06-01T00:00:00Z");
        }
        else if (!PositionCells.TryNumber(Cell(row, found, 2), out var latitude) || !(Math.Abs(latitude) <= 90))
        {
            Fault(line, row, "This is no latitude", Text(row, found, 2), "44.1");
        }
        else if (!PositionCells.TryNumber(Cell(row, found, 3), out var longitude) || !(Math.Abs(longitude) <= 180))
        {
            Fault(line, row, "This is no longitude", Text(row, found, 3), "33.2");
        }
        else
        {
            var id = _columns[1] < 0 ? default : Cell(row, found, 1);
            var known = _ids.Of(id);
            if (known == _numbers.Count)
            {
                _numbers.Add(_sink.Begin(Encoding.UTF8.GetString(id)));
            }

            if (_numbers[known] >= 0 && !_sink.Add(_numbers[known], line, seconds, latitude, longitude))
            {
                Fault(line, row, "This position is not later than the one before of the same object", Text(row, found, 0), "2021-06-01T00:00:00Z");
            }
        }
    }

    private ReadOnlySpan<byte> Cell(ReadOnlySpan<byte> row, ReadOnlySpan<Range> cells, int column)
    {
        var cell = row[cells[_columns[column]]];
        return cell.Length > 0 && cell[0] is (byte)' ' or (byte)'"' || (cell.Length > 0 && cell[^1] is (byte)' ' or (byte)'"') ? cell.Trim(" \""u8) : cell;
    }

    private string Text(ReadOnlySpan<byte> row, ReadOnlySpan<Range> cells, int column) => Encoding.UTF8.GetString(Cell(row, cells, column));

    /// <summary>The first cells of a row; what is in double quotes may have the delimiter in it.</summary>
    private bool Cells(ReadOnlySpan<byte> row, Span<Range> cells)
    {
        var (start, count, isQuoted) = (0, 0, false);
        for (var i = 0; i <= row.Length && count < cells.Length; i++)
        {
            if (i == row.Length || (row[i] == _delimiter && !isQuoted))
            {
                cells[count++] = start..i;
                start = i + 1;
            }
            else if (row[i] == '"')
            {
                isQuoted = !isQuoted;
            }
        }

        return count == cells.Length;
    }

    private void Fault(long line, ReadOnlySpan<byte> row, string headline, string label, string example)
    {
        if (++_faulty <= MostTold)
        {
            var text = Encoding.UTF8.GetString(row[..Math.Min(row.Length, 400)]);
            Fault(_bag, _severity, "PACTA0619", new SourceText(_path, text, (int)Math.Min(line, int.MaxValue)), text.Length, headline, label, "The other positions are read.", example);
        }
    }

    private void TellRest()
    {
        if (_faulty > MostTold)
        {
            Fault(
                _bag, _severity, "PACTA0607", new SourceText(_path, string.Empty), 0,
                string.Create(CultureInfo.InvariantCulture, $"{_faulty - MostTold:#,0} more positions could not be read"), string.Empty, "Look at the first of them.", null);
        }
    }

    private static void Fault(DiagnosticBag bag, Severity severity, string code, SourceText text, int length, string headline, string label, string help, string? example) =>
        bag.Add(new Diagnostic(code, severity, headline, [new Label(text, new TextSpan(0, length), label)], help, example));
}
