using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Pacta.Model.Reports;
using Pacta.Model.Time;
using Pacta.Reports.Lines;

namespace Pacta.Reports.Plain;

/// <summary>Names, times and values of plain lines.</summary>
internal sealed partial class PlainReader
{
    /// <summary>Longer texts do not recur.</summary>
    private const int LongestRecurring = 64;

    private static readonly ReportedTruth True = new(true);

    private static readonly ReportedTruth False = new(false);

    private (string Line, string Field) _distance = (string.Empty, string.Empty);

    /// <summary>An id: it stands in few lines.</summary>
    private static bool TakeOwnName(ref PlainCursor cursor, out string? name)
    {
        name = null;
        if (!cursor.TakeText(out var text) || !IsName(text))
        {
            return false;
        }

        name = Encoding.UTF8.GetString(text);
        return true;
    }

    private static bool TakeOwnText(ref PlainCursor cursor, out string? said)
    {
        said = null;
        if (!cursor.TakeText(out var text) || text.IsEmpty)
        {
            return false;
        }

        said = Encoding.UTF8.GetString(text);
        return true;
    }

    /// <summary>As <see cref="Names.IsName"/> has it, and surely not too long. Control characters are in no plain line.</summary>
    public static bool IsName(ReadOnlySpan<byte> text) => text.Length is > 0 and <= Names.Longest && text[0] != ' ' && text[^1] != ' ';

    private bool TakeName(ref PlainCursor cursor, out string? name)
    {
        name = null;
        if (!cursor.TakeText(out var text) || !IsName(text))
        {
            return false;
        }

        name = _recurring.Name(text);
        return true;
    }

    private bool TakeWord<T>(ref PlainCursor cursor, OrderedDictionary<string, T> words, out T word)
    {
        word = default!;
        return TakeName(ref cursor, out var name) && words.TryGetValue(name!, out word!);
    }

    private bool TakeMoment(ref PlainCursor cursor, out Moment? moment)
    {
        moment = cursor.TakeText(out var text) ? _recurring.Moment(text)?.From : null;
        return moment is not null;
    }

    private bool TakeWhen(ref PlainCursor cursor, out When? when)
    {
        if (cursor.Next == '"')
        {
            when = cursor.TakeText(out var text) ? _recurring.Moment(text) : null;
            return when is not null;
        }

        when = null;
        Moment? from = null;
        Moment? to = null;
        if (!cursor.Take('{'))
        {
            return false;
        }

        do
        {
            if (!cursor.TakeName(out var name)
                || !(name.SequenceEqual("from"u8) ? from is null && TakeMoment(ref cursor, out from) : name.SequenceEqual("to"u8) && to is null && TakeMoment(ref cursor, out to)))
            {
                return false;
            }
        }
        while (cursor.Take(','));

        if (!cursor.Take('}') || from is null || to is null || Times.IsBefore(to, from))
        {
            return false;
        }

        when = new When(from, to);
        return true;
    }

    /// <summary>Names in brackets, at least one, into <see cref="_names"/>.</summary>
    private bool TakeNames(ref PlainCursor cursor)
    {
        _names.Clear();
        if (!cursor.Take('['))
        {
            return false;
        }

        do
        {
            if (!TakeName(ref cursor, out var name))
            {
                return false;
            }

            _names.Add(name!);
        }
        while (cursor.Take(','));

        return cursor.Take(']');
    }

    private bool TakeOwnNames(ref PlainCursor cursor, out ImmutableArray<string> names)
    {
        names = default;
        if (!TakeNames(ref cursor))
        {
            return false;
        }

        names = [.. _names];
        return true;
    }

    /// <summary>Names in brackets, or the object that says that it is one of them.</summary>
    private bool TakeSeveral(ref PlainCursor cursor, out ReportedValue? value, out uint mixed)
    {
        (value, mixed) = (null, 0);
        var start = cursor.At;
        var isOneOf = cursor.Take('{');
        if ((isOneOf && !(cursor.TakeName(out var member) && member.SequenceEqual("one_of"u8))) || !TakeNames(ref cursor) || (isOneOf && !cursor.Take('}')))
        {
            return false;
        }

        mixed = Recurring.Mix(cursor.From(start));
        value = _recurring.Names(CollectionsMarshal.AsSpan(_names), isOneOf, mixed);
        return true;
    }

    private bool TakeRole(ref PlainCursor cursor, out ReportedValue? value, out uint mixed)
    {
        if (cursor.Next != '"')
        {
            return TakeSeveral(ref cursor, out value, out mixed);
        }

        (value, mixed) = (null, 0);
        if (!cursor.TakeText(out var text) || !IsName(text))
        {
            return false;
        }

        mixed = Recurring.Mix(text);
        value = _recurring.Text(text, mixed);
        return true;
    }

    private bool TakeFields(ref PlainCursor cursor)
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
            if (!cursor.TakeName(out var utf8) || !IsName(utf8) || utf8.SequenceEqual("position"u8) || utf8.StartsWith("distance from "u8))
            {
                return false;
            }

            var mixedName = Recurring.Mix(utf8);
            var name = _recurring.Text(utf8, mixedName).Text;
            if (!TakeField(ref cursor, name == "count", out var value, out var mixed) || !Add(name, value!, Recurring.Mix(mixedName, mixed)))
            {
                return false;
            }
        }
        while (cursor.Take(','));

        return cursor.Take('}');
    }

    private bool TakeField(ref PlainCursor cursor, bool isCount, out ReportedValue? value, out uint mixed)
    {
        (value, mixed) = (null, 0);
        switch (cursor.Next)
        {
            case (byte)'"':
                if (isCount || !cursor.TakeText(out var text) || text.IsEmpty)
                {
                    return false;
                }

                mixed = Recurring.Mix(text);
                value = text.Length <= LongestRecurring ? _recurring.Text(text, mixed) : new ReportedText(Encoding.UTF8.GetString(text));
                return true;
            case (byte)'t' or (byte)'f':
                if (isCount || !cursor.TakeTruth(out var isTrue))
                {
                    return false;
                }

                (value, mixed) = (isTrue ? True : False, isTrue ? 1u : 2u);
                return true;
            case (byte)'[':
                return !isCount && TakeSeveral(ref cursor, out value, out mixed);
            case (byte)'{':
                var here = cursor;
                if (!isCount && TakeSeveral(ref cursor, out value, out mixed))
                {
                    return true;
                }

                cursor = here;
                break;
        }

        if (!TakeNumber(ref cursor, out var number, out mixed) || (isCount && !number!.IsWholeCount))
        {
            return false;
        }

        value = number;
        return true;
    }

    private bool TakeDistances(ref PlainCursor cursor)
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
            if (!cursor.TakeName(out var utf8) || !IsName(utf8))
            {
                return false;
            }

            var mixedName = Recurring.Mix(utf8);
            var line = _recurring.Text(utf8, mixedName).Text;
            if (_distance.Line != line)
            {
                _distance = (line, ClaimLine.DistancePrefix + line);
            }

            if (!TakeNumber(ref cursor, out var number, out var mixed) || !Add(_distance.Field, number!, Recurring.Mix(~mixedName, mixed)))
            {
                return false;
            }
        }
        while (cursor.Take(','));

        return cursor.Take('}');
    }

    /// <summary>A number, or an object that says what kind of one it is.</summary>
    private bool TakeNumber(ref PlainCursor cursor, out ReportedNumber? number, out uint mixed)
    {
        (number, mixed) = (null, 0);
        if (cursor.Next != '{')
        {
            var start = cursor.At;
            if (!cursor.TakeNumber(out var exact))
            {
                return false;
            }

            mixed = Recurring.Mix(cursor.From(start));
            number = _recurring.Number(exact);
            return true;
        }

        _ = cursor.Take('{');
        decimal? value = null;
        decimal? about = null;
        decimal? low = null;
        decimal? high = null;
        string? unit = null;
        do
        {
            if (!cursor.TakeName(out var name)
                || !(name.SequenceEqual("unit"u8) ? unit is null && TakeName(ref cursor, out unit)
                    : name.SequenceEqual("value"u8) ? Once(ref cursor, ref value)
                    : name.SequenceEqual("about"u8) ? Once(ref cursor, ref about)
                    : name.SequenceEqual("low"u8) ? Once(ref cursor, ref low)
                    : name.SequenceEqual("high"u8) && Once(ref cursor, ref high)))
            {
                return false;
            }
        }
        while (cursor.Take(','));

        var forms = (value is null ? 0 : 1) + (about is null ? 0 : 1) + (low is null && high is null ? 0 : 1);
        if (!cursor.Take('}') || forms != 1 || low > high)
        {
            return false;
        }

        number = about is not null ? new ReportedNumber(about, about, unit, true) : new ReportedNumber(low ?? value, high ?? value, unit, false);
        return true;

        static bool Once(ref PlainCursor cursor, ref decimal? said)
        {
            if (said is not null || !cursor.TakeNumber(out var number))
            {
                return false;
            }

            said = number;
            return true;
        }
    }

    private bool TakePosition(ref PlainCursor cursor)
    {
        double? latitude = null;
        double? longitude = null;
        double? accuracy = null;
        double? height = null;
        double? heightAccuracy = null;
        if (!cursor.Take('{'))
        {
            return false;
        }

        do
        {
            if (!cursor.TakeName(out var name)
                || !(name.SequenceEqual("lat"u8) ? Once(ref cursor, ref latitude)
                    : name.SequenceEqual("lon"u8) ? Once(ref cursor, ref longitude)
                    : name.SequenceEqual("accuracy_m"u8) ? Once(ref cursor, ref accuracy)
                    : name.SequenceEqual("height_m"u8) ? Once(ref cursor, ref height)
                    : name.SequenceEqual("height_accuracy_m"u8) && Once(ref cursor, ref heightAccuracy)))
            {
                return false;
            }
        }
        while (cursor.Take(','));

        return cursor.Take('}')
            && latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180 && accuracy is >= 0 and <= 20_100_000
            && height is null or (>= -12_000 and <= 1_000_000) && heightAccuracy is null or (>= 0 and <= 1_000_000)
            && Add("position", new ReportedPosition(latitude.Value, longitude.Value, accuracy.Value) { HeightMetres = height, HeightAccuracyMetres = heightAccuracy ?? 0 }, 3);

        static bool Once(ref PlainCursor cursor, ref double? said)
        {
            if (said is not null || !cursor.TakeReal(out var real))
            {
                return false;
            }

            said = real;
            return true;
        }
    }

    /// <summary>In the order of the names; false if the name is there already.</summary>
    private bool Add(string name, ReportedValue value, uint mixed)
    {
        var at = _fields.Count;
        for (; at > 0; at--)
        {
            var order = string.CompareOrdinal(_fields[at - 1].Key, name);
            if (order == 0)
            {
                return false;
            }

            if (order < 0)
            {
                break;
            }
        }

        _fields.Insert(at, new(name, value));
        _mixedFields = Recurring.Mix(_mixedFields, mixed);
        return true;
    }
}
