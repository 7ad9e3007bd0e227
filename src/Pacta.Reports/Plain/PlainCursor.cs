using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Unicode;
using Pacta.Reports.Lines;

namespace Pacta.Reports.Plain;

/// <summary>
/// Goes over the bytes of one line. It understands JSON as nearly everybody writes it; whatever is written otherwise, or is wrong, it does not take,
/// and the line is then read by those who can tell what is wrong with it.
/// </summary>
internal ref struct PlainCursor(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <summary>Where the next byte stands.</summary>
    public readonly int At => _at;

    /// <summary>Nothing but blanks is left.</summary>
    public bool IsAtEnd
    {
        get
        {
            SkipBlanks();
            return _at == _bytes.Length;
        }
    }

    /// <summary>The next byte that is no blank; 0 at the end.</summary>
    public byte Next
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (_at < _bytes.Length && _bytes[_at] > ' ')
            {
                return _bytes[_at];
            }

            SkipBlanks();
            return _at < _bytes.Length ? _bytes[_at] : (byte)0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Take(char sign)
    {
        if (Next != sign)
        {
            return false;
        }

        _at++;
        return true;
    }

    /// <summary>The name of a member and the colon behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TakeName(out ReadOnlySpan<byte> name) => TakeText(out name) && Take(':');

    /// <summary>The name of a member and the colon behind it, if they are written just so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TakeName(in MemberOrder.Expected expected)
    {
        if (_at + Vector128<byte>.Count > _bytes.Length)
        {
            return false;
        }

        var some = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(_bytes), (nuint)_at);
        if ((Vector128.Equals(some, expected.Written).ExtractMostSignificantBits() & expected.Mask) != expected.Mask)
        {
            return false;
        }

        _at += expected.Length;
        return true;
    }

    /// <summary>A text in double quotes, without escapes, in right UTF-8: its bytes.</summary>
    public bool TakeText(out ReadOnlySpan<byte> text)
    {
        text = default;
        if (Next != '"')
        {
            return false;
        }

        var start = _at + 1;
        var at = start;
        ref var first = ref MemoryMarshal.GetReference(_bytes);
        while (at + Vector128<byte>.Count <= _bytes.Length)
        {
            var some = Vector128.LoadUnsafe(ref first, (nuint)at);

            // Taken as signed, whatever is not ASCII lies below the blank, as control characters do.
            var special = (Vector128.Equals(some, Vector128.Create((byte)'"')) | Vector128.Equals(some, Vector128.Create((byte)'\\')) | Vector128.Equals(some, Vector128.Create((byte)0x7f))
                | Vector128.LessThan(some.AsSByte(), Vector128.Create((sbyte)' ')).AsByte()).ExtractMostSignificantBits();
            if (special != 0)
            {
                at += BitOperations.TrailingZeroCount(special);
                break;
            }

            at += Vector128<byte>.Count;
        }

        while (at < _bytes.Length && _bytes[at] is >= (byte)' ' and < 0x7f and not (byte)'"' and not (byte)'\\')
        {
            at++;
        }

        if (at < _bytes.Length && _bytes[at] != '"' && !SkipToEndOfText(start, ref at))
        {
            return false;
        }

        if (at == _bytes.Length)
        {
            return false;
        }

        text = _bytes[start..at];
        _at = at + 1;
        return true;
    }

    /// <summary>A number as its digits say it, within the limits.</summary>
    public bool TakeNumber(out decimal number)
    {
        number = default;
        var start = Next is (byte)'-' ? _at + 1 : _at;
        var at = start;
        var whole = 0L;
        while (at < _bytes.Length && _bytes[at] is >= (byte)'0' and <= (byte)'9' && at - start < 16)
        {
            whole = (whole * 10) + (_bytes[at] - '0');
            at++;
        }

        var digits = at - start;
        if (digits is 0 or > 15 || (digits > 1 && _bytes[start] == '0') || at == _bytes.Length)
        {
            return false;
        }

        if (_bytes[at] is (byte)',' or (byte)'}' or (byte)']' or (byte)' ')
        {
            // 0 below zero is a number of its own.
            if (start > _at && whole == 0)
            {
                return false;
            }

            number = start > _at ? -whole : whole;
            _at = at;
            return true;
        }

        return TakeFraction(at, out number);
    }

    /// <summary>The same digits as a number of degrees or metres.</summary>
    public bool TakeReal(out double real)
    {
        _ = Next;
        var start = _at;
        real = default;
        return TakeNumber(out _) && double.TryParse(_bytes[start.._at], NumberStyles.Float, CultureInfo.InvariantCulture, out real);
    }

    public bool TakeTruth(out bool isTrue)
    {
        isTrue = Next == 't';
        var word = isTrue ? "true"u8 : "false"u8;
        if (!_bytes[_at..].StartsWith(word))
        {
            return false;
        }

        _at += word.Length;
        return true;
    }

    /// <summary>The bytes from there to here.</summary>
    public readonly ReadOnlySpan<byte> From(int start) => _bytes[start.._at];

    private bool TakeFraction(int dot, out decimal number)
    {
        number = default;
        var at = dot + 1;
        while (at < _bytes.Length && _bytes[at] is >= (byte)'0' and <= (byte)'9')
        {
            at++;
        }

        if (_bytes[dot] != '.' || at == dot + 1 || at == _bytes.Length || _bytes[at] is not ((byte)',' or (byte)'}' or (byte)']' or (byte)' ')
            || !decimal.TryParse(_bytes[_at..at], NumberStyles.Float, CultureInfo.InvariantCulture, out number) || Math.Abs(number) > Values.Limit)
        {
            return false;
        }

        _at = at;
        return true;
    }

    /// <summary>A text that is not all ASCII: to its end, if its bytes are right.</summary>
    private readonly bool SkipToEndOfText(int start, ref int at)
    {
        while (at < _bytes.Length && _bytes[at] != '"')
        {
            if (_bytes[at] is < (byte)' ' or (byte)'\\' or 0x7f)
            {
                return false;
            }

            at++;
        }

        var text = _bytes[start..at];

        // U+FFFF is what bytes become that are no character.
        return Utf8.IsValid(text) && text.IndexOf("\uffff"u8) < 0;
    }

    private void SkipBlanks()
    {
        while (_at < _bytes.Length && _bytes[_at] is (byte)' ' or (byte)'\t' or (byte)'\r')
        {
            _at++;
        }
    }
}
