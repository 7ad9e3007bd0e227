using System.Runtime.CompilerServices;
using Pacta.Model.Reports;
using Pacta.Model.Values;

namespace Pacta.Reports.Plain;

/// <summary>
/// Reads the plainest of the lines that <see cref="PlainReader"/> reads: those that fit into a <see cref="ReportRow"/>. Whatever is in any other line is not read. What it takes,
/// <see cref="PlainReader"/> takes too, and understands the same.
/// </summary>
internal static class RowReader
{
    /// <summary>An instant to the second, as in <c>2024-08-01T12:00:00Z</c>.</summary>
    private const int MomentLength = 20;

    /// <summary>A day, as in <c>2024-08-01</c>.</summary>
    private const int DayLength = 10;

    private const uint Needed = 1u << (int)PlainMember.Id | 1u << (int)PlainMember.Source | 1u << (int)PlainMember.Event | 1u << (int)PlainMember.Kind
        | 1u << (int)PlainMember.Recorded | 1u << (int)PlainMember.Time;

    /// <param name="utf8">The file.</param>
    /// <param name="start">Where the line begins, without blanks.</param>
    /// <param name="end">Where it ends, without blanks.</param>
    /// <param name="order">In which order members came so far.</param>
    public static bool TryRead(ReadOnlySpan<byte> utf8, int start, int end, MemberOrder order, ref RowRead row)
    {
        var cursor = new PlainCursor(utf8[start..end]);
        var said = 0u;
        (row.RoleCount, row.FieldCount) = (0, 0);
        if (!cursor.Take('{'))
        {
            return false;
        }

        var member = PlainMember.Other;
        do
        {
            member = MemberBehind(member, ref cursor, order);
            if (member == PlainMember.Other || (said & (1u << (int)member)) != 0 || !Take(ref cursor, member, start, ref row))
            {
                return false;
            }

            said |= 1u << (int)member;
        }
        while (cursor.Take(','));

        return (said & Needed) == Needed && cursor.Take('}') && cursor.IsAtEnd;
    }

    /// <summary>The member that comes next.</summary>
    private static PlainMember MemberBehind(PlainMember before, ref PlainCursor cursor, MemberOrder order)
    {
        ref readonly var expected = ref order.Behind(before);
        if (cursor.TakeName(expected))
        {
            return expected.Member;
        }

        var from = cursor.At;
        if (!cursor.TakeName(out var name))
        {
            return PlainMember.Other;
        }

        var member = PlainMembers.Of(name);
        if (member != PlainMember.Other)
        {
            order.Note(before, member, cursor.From(from));
        }

        return member;
    }

    private static bool Take(ref PlainCursor cursor, PlainMember member, int start, ref RowRead row)
    {
        switch (member)
        {
            case PlainMember.Id:
                return TakeName(ref cursor, start, out row.Id, out _);
            case PlainMember.Source:
                return TakeName(ref cursor, start, out row.Source, out _);
            case PlainMember.Kind:
                return TakeName(ref cursor, start, out row.Kind, out _);
            case PlainMember.Event:
                return TakeName(ref cursor, start, out row.Event, out var text) && !text.Contains((byte)'@');
            case PlainMember.Recorded:
                return TakeMoment(ref cursor, out row.Recorded, out var isDay) && !isDay;
            case PlainMember.Time:
                return TakeMoment(ref cursor, out row.Time, out row.IsDay);
            case PlainMember.Fields:
                return TakeFields(ref cursor, start, ref row);
            case <= PlainMember.Under:
                return TakeRole(ref cursor, (byte)member, start, ref row);
            default:
                return false;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TakeName(ref PlainCursor cursor, int start, out Slice slice, out ReadOnlySpan<byte> text)
    {
        if (!cursor.TakeText(out text) || !PlainReader.IsName(text))
        {
            slice = default;
            return false;
        }

        // The text ends before the quote that was taken last.
        slice = new Slice(start + cursor.At - 1 - text.Length, text.Length, NumberedNames.HashOf(text));
        return true;
    }

    /// <summary>Roles are kept in the order of their prepositions.</summary>
    private static bool TakeRole(ref PlainCursor cursor, byte preposition, int start, ref RowRead row)
    {
        if (row.RoleCount == RowRead.MostRoles || cursor.Next != '"' || !TakeName(ref cursor, start, out var name, out _))
        {
            return false;
        }

        var at = row.RoleCount++;
        for (; at > 0 && row.Roles[at - 1].Preposition > preposition; at--)
        {
            row.Roles[at] = row.Roles[at - 1];
        }

        row.Roles[at] = new RoleSlice(preposition, name);
        return true;
    }

    private static bool TakeFields(ref PlainCursor cursor, int start, ref RowRead row)
    {
        if (!cursor.Take('{'))
        {
            return false;
        }

        if (cursor.Take('}'))
        {
            return true;
        }

        do
        {
            if (row.FieldCount == RowRead.MostFields || !TakeName(ref cursor, start, out var name, out var text)
                || text.SequenceEqual("count"u8) || text.SequenceEqual("position"u8) || text.StartsWith("distance from "u8) || !cursor.Take(':'))
            {
                return false;
            }

            for (var i = 0; i < row.FieldCount; i++)
            {
                if (row.Fields[i].Name.Hash == name.Hash)
                {
                    return false; // the same name again, or nearly never another
                }
            }

            if (cursor.Next is (byte)'t' or (byte)'f')
            {
                if (!cursor.TakeTruth(out var isTrue))
                {
                    return false;
                }

                row.Fields[row.FieldCount++] = new FieldSlice(name, isTrue ? 1 : 0, true);
                continue;
            }

            if (!cursor.TakeNumber(out var number) || number.Scale != 0 || number is < int.MinValue or > int.MaxValue)
            {
                return false;
            }

            row.Fields[row.FieldCount++] = new FieldSlice(name, (long)number, false);
        }
        while (cursor.Take(','));

        return cursor.Take('}');
    }

    /// <summary>Seconds since the beginning of 1970.</summary>
    /// <param name="isDay">Whether it is only a day: then they are those of its midnight in UTC.</param>
    private static bool TakeMoment(ref PlainCursor cursor, out long seconds, out bool isDay)
    {
        (seconds, isDay) = (0, false);
        if (!cursor.TakeText(out var text) || text.Length is not (MomentLength or DayLength) || text[4] != '-' || text[7] != '-')
        {
            return false;
        }

        var (year, month, day) = ((Two(text, 0) * 100) + Two(text, 2), Two(text, 5), Two(text, 8));
        if (Two(text, 0) is < 10 or > 29 || Two(text, 2) > 99 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        seconds = Days(year, month, day) * 86_400L;
        if (text.Length == DayLength)
        {
            return isDay = true;
        }

        var (hour, minute, second) = (Two(text, 11), Two(text, 14), Two(text, 17));
        seconds += (hour * 3_600) + (minute * 60) + second;
        return text[10] == 'T' && text[13] == ':' && text[16] == ':' && text[19] == 'Z' && hour <= 23 && minute <= 59 && second <= 59;
    }

    /// <summary>The number that two digits say; where one is none, a number above 99.</summary>
    private static int Two(ReadOnlySpan<byte> text, int at)
    {
        var (tens, ones) = ((uint)text[at] - '0', (uint)text[at + 1] - '0');
        return tens <= 9 && ones <= 9 ? (int)((tens * 10) + ones) : 1_000;
    }

    /// <summary>Days since 1 January 1970, by the Gregorian calendar, for years of four digits: March is the first month of a year, so that leap days come last.</summary>
    private static int Days(int year, int month, int day)
    {
        var (y, m) = month > 2 ? (year, month - 3) : (year - 1, month + 9);
        return (365 * y) + (y / 4) - (y / 100) + (y / 400) + (((153 * m) + 2) / 5) + day - 1 - 719_468;
    }
}
