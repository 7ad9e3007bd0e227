using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace Pacta.Geography.Reading;

/// <summary>The table beside a shapefile (dBASE III): a row for each shape, columns of fixed width. Texts are UTF-8, or Latin-1 if they cannot be.</summary>
internal sealed class DbfTable
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private readonly List<ImmutableDictionary<string, string>> rows = [];

    /// <summary>The row of a shape; empty where there is none.</summary>
    public ImmutableDictionary<string, string> Row(int number) => number < rows.Count ? rows[number] : [];

    public static DbfTable Read(ReadOnlySpan<byte> dbf, string file)
    {
        var table = new DbfTable();
        if (dbf.Length == 0)
        {
            return table;
        }

        if (dbf.Length < 33)
        {
            throw new ShapeFileException(file, null, 0, "this is no table of a shapefile", "take the .dbf of the three files, or leave it out");
        }

        var count = BinaryPrimitives.ReadInt32LittleEndian(dbf[4..]);
        int header = BinaryPrimitives.ReadUInt16LittleEndian(dbf[8..]);
        int width = BinaryPrimitives.ReadUInt16LittleEndian(dbf[10..]);
        var columns = new List<(string Name, int Start, int Length)>();
        var start = 1;
        for (var at = 32; at + 32 <= Math.Min(header, dbf.Length) && dbf[at] != 0x0D; at += 32)
        {
            var name = dbf.Slice(at, 11);
            var end = name.IndexOf((byte)0);
            columns.Add((Text(end < 0 ? name : name[..end]), start, dbf[at + 16]));
            start += dbf[at + 16];
        }

        if (width < start || count < 0)
        {
            throw new ShapeFileException(file, null, 10, "the columns are wider than the rows", "copy or export the file again");
        }

        for (var i = 0; i < count && header + ((i + 1L) * width) <= dbf.Length; i++)
        {
            var row = dbf.Slice(header + (i * width), width);
            var values = ImmutableDictionary.CreateBuilder<string, string>();
            foreach (var (name, from, length) in columns)
            {
                var value = Text(row.Slice(from, length)).Trim();
                if (value.Length > 0)
                {
                    values[name] = value;
                }
            }

            table.rows.Add(values.ToImmutable());
        }

        return table;
    }

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes.TrimEnd((byte)0);
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
