using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Monitor.Input;

/// <summary>The words of a log: blanks and comments, numbers, texts.</summary>
internal sealed partial class LogScanner
{
    /// <summary>A short text without quotes.</summary>
    /// <param name="end">What is to stand behind it.</param>
    /// <returns>How long it is; 0: it takes a closer look.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int ShortText(byte[] bytes, int at, byte end, out long value)
    {
        var length = ShortTokens.WordLength(bytes, at);
        if (length == 0 || bytes[at + length] != end)
        {
            value = 0;
            return 0;
        }

        var text = bytes.AsSpan(at, length);
        value = length <= sizeof(ulong)
            ? _engine.Values.OfShortText(ShortTokens.First(ShortTokens.WordAt(bytes, at), length), text)
            : _engine.Values.OfText(text);
        return length;
    }

    /// <summary>A whole number of up to 18 digits.</summary>
    /// <param name="end">What is to stand behind it.</param>
    /// <returns>How long it is; 0: it takes a closer look.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ShortInteger(byte[] bytes, int at, byte end, out long value)
    {
        var sign = bytes[at] == (byte)'-' ? 1 : 0;
        var number = ShortTokens.Number(bytes, at + sign, out var length);
        value = sign == 0 ? number : -number;
        return length == 0 || bytes[at + sign + length] != end ? 0 : length + sign;
    }

    private long Value(Kind kind, int argument, bool isKept)
    {
        var isQuoted = _buffer.Bytes[_buffer.Position] == (byte)'"';
        var token = isQuoted ? Quoted() : Bare();
        if (token.IsEmpty && !isQuoted)
        {
            throw Wrong($"Argument {argument + 1} of `{kind.Name}` is missing.", $"The signature says that it is {Article(kind.Types[argument])}.");
        }

        switch (kind.Types[argument])
        {
            case ValueType.Integer when TryInteger(token, out var slot):
                return slot;
            case ValueType.Float when TryFloat(token, out var number):
                return Values.ValueStore.OfFloat(number);
            case ValueType.Text or ValueType.Pattern:
                return isKept ? _engine.Values.OfText(token) : 0;
            case ValueType.Boolean when token.SequenceEqual("true"u8) || token.SequenceEqual("false"u8):
                return token[0] == (byte)'t' ? 1 : 0;
            default:
                throw Wrong($"`{Shown(token)}` does not fit argument {argument + 1} of `{kind.Name}`.", $"The signature says that it is {Article(kind.Types[argument])}.");
        }
    }

    private static bool TryFloat(ReadOnlySpan<byte> token, out double number)
    {
        if (token.SequenceEqual("inf"u8) || token.SequenceEqual("-inf"u8) || token.SequenceEqual("nan"u8))
        {
            number = token[0] == (byte)'n' ? double.NaN : token[0] == (byte)'-' ? double.NegativeInfinity : double.PositiveInfinity;
            return true;
        }

        return double.TryParse(token, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number);
    }

    private bool TryInteger(ReadOnlySpan<byte> token, out long slot)
    {
        if (TryLong(token, out var number))
        {
            slot = _engine.Values.OfInteger(number);
            return true;
        }

        slot = 0;
        if (BigInteger.TryParse(Encoding.UTF8.GetString(token), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large))
        {
            slot = _engine.Values.OfInteger(large);
            return true;
        }

        return false;
    }

    private static bool TryLong(ReadOnlySpan<byte> token, out long number) => long.TryParse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    /// <summary>The next byte that is neither blank nor within a comment; 0 at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte Next()
    {
        // Mostly there is no blank, or one.
        var bytes = _buffer.Bytes;
        var at = _buffer.Position;
        if (bytes[at] is (byte)' ' or (byte)'\n')
        {
            at++;
        }

        var found = bytes[at];
        if (found is > (byte)' ' and not (byte)'#')
        {
            _buffer.Position = at;
            return found;
        }

        return NextAfterAll();
    }

    private byte NextAfterAll()
    {
        while (true)
        {
            var bytes = _buffer.Bytes;
            var at = _buffer.Position;
            while (bytes[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            {
                at++;
            }

            _buffer.Position = at;
            var found = bytes[at];
            if (found == (byte)'#')
            {
                PassLine();
            }
            else if (found != 0 || at < _buffer.End)
            {
                return found;
            }
            else if (!_buffer.Fill(at))
            {
                return 0;
            }
        }
    }

    private void PassLine()
    {
        while (true)
        {
            var end = _buffer.Bytes.AsSpan(_buffer.Position, _buffer.End - _buffer.Position).IndexOf((byte)'\n');
            if (end >= 0)
            {
                _buffer.Position += end;
                return;
            }

            _buffer.Position = _buffer.End;
            if (!_buffer.Fill(_buffer.End))
            {
                return;
            }
        }
    }

    /// <summary>A token without quotes; empty if there is none. Good until the buffer is filled again.</summary>
    private ReadOnlySpan<byte> Bare()
    {
        var start = _buffer.Position;
        while (true)
        {
            var bytes = _buffer.Bytes;
            var at = _buffer.Position;
            while (BareBytes[bytes[at]])
            {
                at++;
            }

            _buffer.Position = at;
            if (at < _buffer.End || _buffer.IsAtEnd)
            {
                return bytes.AsSpan(start, at - start);
            }

            _buffer.Fill(start);
            start = 0;
        }
    }

    private static readonly bool[] BareBytes = [.. Enumerable.Range(0, 256).Select(b => b >= 128 || char.IsAsciiLetterOrDigit((char)b) || "_[]/:-.!".Contains((char)b))];

    /// <summary>What stands in quotes; a backslash is kept as it stands.</summary>
    private ReadOnlySpan<byte> Quoted()
    {
        var start = ++_buffer.Position;
        while (true)
        {
            var found = _buffer.Bytes.AsSpan(_buffer.Position, _buffer.End - _buffer.Position).IndexOf((byte)'"');
            if (found >= 0)
            {
                _buffer.Position += found + 1;
                return _buffer.Bytes.AsSpan(start, _buffer.Position - 1 - start);
            }

            _buffer.Position = _buffer.End;
            if (!_buffer.Fill(start))
            {
                throw Wrong("A text is not closed.", "Close it with a quotation mark.");
            }

            start = 0;
        }
    }
}
