using System.Text;

namespace Pacta.Maps.Format;

/// <summary>What prepared files are made of: numbers in groups of seven bits, and texts with their length.</summary>
internal sealed class ByteWriter
{
    private readonly List<byte> bytes = [];

    public byte[] ToArray() => [.. bytes];

    public void Number(int value)
    {
        var rest = checked((uint)value);
        while (rest >= 0x80)
        {
            bytes.Add((byte)(rest | 0x80));
            rest >>= 7;
        }

        bytes.Add((byte)rest);
    }

    /// <summary>A number of either sign.</summary>
    public void Signed(int value)
    {
        var rest = (uint)((value << 1) ^ (value >> 31));
        while (rest >= 0x80)
        {
            bytes.Add((byte)(rest | 0x80));
            rest >>= 7;
        }

        bytes.Add((byte)rest);
    }

    public void Text(string text)
    {
        var encoded = Encoding.UTF8.GetBytes(text);
        Number(encoded.Length);
        bytes.AddRange(encoded);
    }

    public void Bytes(ReadOnlySpan<byte> more) => bytes.AddRange(more);
}
