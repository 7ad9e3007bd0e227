using Pacta.Model.Text;

namespace Pacta.Reports.Import;

/// <summary>Where the cells of a row stand (RFC 4180): found again only for a message, or to check quotes.</summary>
internal static class CsvCells
{
    public static List<(TextSpan Span, bool IsWellQuoted)> Of(string row, char delimiter)
    {
        var cells = new List<(TextSpan, bool)>();
        var at = 0;
        while (true)
        {
            var start = at;
            var isWellQuoted = true;
            if (at < row.Length && row[at] == '"')
            {
                at = AfterQuotes(row, at + 1, out var isClosed);
                isWellQuoted = isClosed && (at == row.Length || row[at] == delimiter);
            }

            while (at < row.Length && row[at] != delimiter)
            {
                at++;
            }

            cells.Add((new TextSpan(start, at - start), isWellQuoted));
            if (at >= row.Length)
            {
                return cells;
            }

            at++;
        }
    }

    private static int AfterQuotes(string row, int at, out bool isClosed)
    {
        for (; at < row.Length; at++)
        {
            if (row[at] != '"')
            {
                continue;
            }

            if (at + 1 < row.Length && row[at + 1] == '"')
            {
                at++;
                continue;
            }

            isClosed = true;
            return at + 1;
        }

        isClosed = false;
        return at;
    }
}
