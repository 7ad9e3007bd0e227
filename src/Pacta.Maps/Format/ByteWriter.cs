using System.Text;

namespace Pacta.Maps.Format;

/// <summary>What prepared files are made of: numbers in groups of seven bits, and texts with their length.</summary>
internal sealed class ByteWriter
{
    private readonly MemoryStream bytes = new();

    public byte[] ToArray() => bytes.ToArray();

    public void Number(int value)
    {
        var rest = checked((uint)value);
        while (rest >= 0x80)
        {
            bytes.WriteByte((byte)(rest | 0x80));
            rest >>= 7;
        }

        bytes.WriteByte((byte)rest);
    }

    /// <summary>A number of either sign.</summary>
    public void Signed(int value)
    {
        var rest = (uint)((value << 1) ^ (value >> 31));
        while (rest >= 0x80)
        {
            bytes.WriteByte((byte)(rest | 0x80));
            rest >>= 7;
        }

        bytes.WriteByte((byte)rest);
    }

    public void Text(string text)
    {
        var encoded = Encoding.UTF8.GetBytes(text);
        Number(encoded.Length);
        bytes.Write(encoded);
    }

    public void Bytes(ReadOnlySpan<byte> more) => bytes.Write(more);
}
