using System.Text;

namespace Pacta.Maps.Format;

/// <summary>Reads what <see cref="ByteWriter"/> wrote.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int at;

    public readonly int Position => at;

    public int Number()
    {
        uint value = bytes[at++];
        if (value < 0x80)
        {
            return (int)value;
        }

        value &= 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            uint more = bytes[at++];
            value |= (more & 0x7F) << shift;
            if (more < 0x80)
            {
                return (int)value;
            }
        }
    }

    public int Signed()
    {
        var value = (uint)Number();
        return (int)(value >> 1) ^ -(int)(value & 1);
    }

    public string Text()
    {
        var length = Number();
        var text = Encoding.UTF8.GetString(bytes.Slice(at, length));
        at += length;
        return text;
    }

    public ReadOnlySpan<byte> Take(int length)
    {
        var taken = bytes.Slice(at, length);
        at += length;
        return taken;
    }
}
