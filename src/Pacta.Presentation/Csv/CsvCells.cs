using Pacta.Presentation.Text;

namespace Pacta.Presentation.Csv;

/// <summary>Rows of comma-separated values (RFC 4180, line feeds). A cell that a spreadsheet would take for a formula gets an apostrophe before it.</summary>
internal static class CsvCells
{
    public static void Row(TextWriter output, IEnumerable<string> cells)
    {
        output.Write(string.Join(',', cells.Select(Cell)));
        output.Write('\n');
    }

    /// <summary>A table is read by people: what would turn the direction of writing becomes a mark, as everywhere.</summary>
    private static string Cell(string cell)
    {
        var text = cell.Any(c => Wrapping.Turns(c)) ? string.Concat(cell.Select(c => Wrapping.Turns(c) ? '\ufffd' : c)) : cell;
        var safe = MayBeFormula(text) ? "'" + text : text;
        return safe.AsSpan().ContainsAny(',', '"', '\n') || safe.Contains('\r', StringComparison.Ordinal)
            ? "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
            : safe;
    }

    /// <summary>Would a spreadsheet take a text for a formula?</summary>
    public static bool MayBeFormula(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
}
