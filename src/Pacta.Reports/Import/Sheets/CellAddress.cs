using System.Globalization;

namespace Pacta.Reports.Import.Sheets;

/// <summary>Cells as people call them: <c>B7</c>. Columns count from 0, rows from 1.</summary>
internal static class CellAddress
{
    /// <summary>The last column of a sheet is XFD.</summary>
    public const int MostColumns = 16_384;

    public const int MostRows = 1_048_576;

    public static string Of(int column, int row) => Letters(column) + row.ToString(CultureInfo.InvariantCulture);

    public static string Letters(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    /// <summary>Null if it is no address of a cell.</summary>
    public static (int Column, int Row)? Parse(ReadOnlySpan<char> address)
    {
        var (column, at) = (0, 0);
        for (; at < address.Length && char.IsAsciiLetter(address[at]) && column <= MostColumns; at++)
        {
            column = (column * 26) + (char.ToUpperInvariant(address[at]) - 'A' + 1);
        }

        return at > 0 && column <= MostColumns
            && int.TryParse(address[at..], NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row is >= 1 and <= MostRows
            ? (column - 1, row)
            : null;
    }
}
