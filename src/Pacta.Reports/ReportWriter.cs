using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pacta.Geography.Zones;
using Pacta.Model.Reports;
using Pacta.Model.Time;
using Pacta.Model.Values;
using Pacta.Reports.Lines;

namespace Pacta.Reports;

/// <summary>Writes records as <see cref="ReportReader"/> reads them, one a line, members always in the same order.</summary>
public static partial class ReportWriter
{
    /// <summary>Letters of every script stay readable: the file is no web page.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Made once for each thread: most lines are shorter than what a writer and its buffer take.</summary>
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _json;

    public static void Write(TextWriter output, IEnumerable<ReportRecord> records)
    {
        foreach (var record in records)
        {
            output.Write(Line(record));
            output.Write('\n');
        }
    }

    /// <summary>One record as one line, without the line end.</summary>
    public static string Line(ReportRecord record) => Encoding.UTF8.GetString(Utf8(record).Span);

    /// <summary>One record as one line in UTF-8, without the line end.</summary>
    public static ReadOnlyMemory<byte> Utf8(ReportRecord record)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(512);
        var json = _json ??= new Utf8JsonWriter(buffer, Options);
        buffer.ResetWrittenCount();
        json.Reset(buffer);
        json.WriteStartObject();
        switch (record)
        {
            case Report report:
                Write(json, report);
                break;
            default:
                WriteOther(json, record);
                break;
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Report report)
    {
        json.WriteString("id", report.Id);
        json.WriteString("source", report.Source);
        Text(json, "origin", report.Origin);
        Time(json, "published", report.Published);
        Time(json, "recorded", report.Recorded);
        Text(json, "supersedes", report.Supersedes);
        List(json, "retracts", report.Retracts);
        Text(json, "reference", report.Reference);
        if (report.Claims is [var only] && only.Id == report.Id)
        {
            Write(json, only);
            return;
        }

        if (report.Claims.Length == 0)
        {
            return;
        }

        json.WriteStartArray("claims");
        for (var i = 0; i < report.Claims.Length; i++)
        {
            json.WriteStartObject();
            if (report.Claims[i].Id != ReportLine.DefaultClaimId(report.Id, i))
            {
                json.WriteString("id", report.Claims[i].Id);
            }

            Write(json, report.Claims[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Claim claim)
    {
        json.WriteString("event", claim.Event);
        json.WriteString("kind", claim.Kind);
        Text(json, "claim", claim.Subject == ClaimSubject.Occurrence ? null : Word(ClaimLine.Subjects, claim.Subject));
        Text(json, "polarity", claim.Polarity == Polarity.Asserts ? null : Word(ClaimLine.Polarities, claim.Polarity));
        Text(json, "basis", claim.Basis == Basis.Unstated ? null : Word(ClaimLine.Bases, claim.Basis));
        Time(json, "time", claim.Time);
        Time(json, "end", claim.End);
        foreach (var preposition in ClaimLine.Prepositions)
        {
            if (claim.Roles.TryGetValue(preposition, out var filler))
            {
                json.WritePropertyName(preposition);
                Value(json, filler);
            }
        }

        Fields(json, claim.Fields);
        List(json, "derived_from", claim.DerivedFrom);
    }

    private static void Fields(Utf8JsonWriter json, SmallDictionary<ReportedValue> fields)
    {
        Object(json, "fields", fields.Where(f => f.Key != "position" && !IsDistance(f.Key)));
        Object(json, "distances", fields.Where(f => IsDistance(f.Key)).Select(f => KeyValuePair.Create(f.Key[ClaimLine.DistancePrefix.Length..], f.Value)));
        if (fields.TryGetValue("position", out var position))
        {
            json.WritePropertyName("position");
            Value(json, position);
        }

        static bool IsDistance(string name) => name.StartsWith(ClaimLine.DistancePrefix, StringComparison.Ordinal);
    }

    private static void Object(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, ReportedValue>> members)
    {
        var isOpen = false;
        foreach (var (member, value) in members)
        {
            if (!isOpen)
            {
                json.WriteStartObject(name);
                isOpen = true;
            }

            json.WritePropertyName(member);
            Value(json, value);
        }

        if (isOpen)
        {
            json.WriteEndObject();
        }
    }

    private static void Value(Utf8JsonWriter json, ReportedValue value)
    {
        switch (value)
        {
            case ReportedTruth truth:
                json.WriteBooleanValue(truth.IsTrue);
                break;
            case ReportedText text:
                json.WriteStringValue(text.Text);
                break;
            case ReportedNames { IsOneOf: true } names:
                json.WriteStartObject();
                List(json, "one_of", names.Names);
                json.WriteEndObject();
                break;
            case ReportedNames names:
                json.WriteStartArray();
                foreach (var name in names.Names)
                {
                    json.WriteStringValue(name);
                }

                json.WriteEndArray();
                break;
            case ReportedPlace place:
                json.WriteStartObject();
                json.WriteString("place", place.Name);
                json.WriteEndObject();
                break;
            case ReportedArea { Area: var area }:
                json.WriteStartObject();
                json.WritePropertyName("area");
                AreaJson.Write(json, area);
                json.WriteEndObject();
                break;
            case ReportedPosition position:
                json.WriteStartObject();
                json.WriteNumber("lat", position.Latitude);
                json.WriteNumber("lon", position.Longitude);
                json.WriteNumber("accuracy_m", position.AccuracyMetres);
                if (position.HeightMetres is { } height)
                {
                    json.WriteNumber("height_m", height);
                    json.WriteNumber("height_accuracy_m", position.HeightAccuracyMetres);
                    if (position.HeightAbove is { } above)
                    {
                        json.WriteString("height_above", above == HeightDatum.Ground ? "ground" : "sea");
                    }
                }

                json.WriteEndObject();
                break;
            case ReportedNumber number:
                Number(json, number);
                break;
        }
    }

    private static void Number(Utf8JsonWriter json, ReportedNumber number)
    {
        if (number is { IsAbout: false, Unit: null, Low: { } plain } && number.Low == number.High)
        {
            json.WriteNumberValue(Shortest(plain));
            return;
        }

        json.WriteStartObject();
        if (number.Low is { } value && number.Low == number.High)
        {
            json.WriteNumber(number.IsAbout ? "about" : "value", Shortest(value));
        }
        else
        {
            if (number.Low is { } low)
            {
                json.WriteNumber("low", Shortest(low));
            }

            if (number.High is { } high)
            {
                json.WriteNumber("high", Shortest(high));
            }
        }

        Text(json, "unit", number.Unit);
        json.WriteEndObject();
    }

    /// <summary>12.50 as 12.5: dividing by one with many zeros drops those at the end.</summary>
    private static decimal Shortest(decimal value) => value / 1.000000000000000000000000000000000m;

    private static string Word<T>(IEnumerable<KeyValuePair<string, T>> words, T value) =>
        words.First(w => EqualityComparer<T>.Default.Equals(w.Value, value)).Key;

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void Time(Utf8JsonWriter json, string name, Moment? moment) => Text(json, name, moment is null ? null : MomentText.Format(moment));

    private static void Time(Utf8JsonWriter json, string name, When? when)
    {
        if (when is null)
        {
            return;
        }

        if (when.From == when.To)
        {
            Time(json, name, when.From);
            return;
        }

        json.WriteStartObject(name);
        Time(json, "from", when.From);
        Time(json, "to", when.To);
        json.WriteEndObject();
    }

    private static void List(Utf8JsonWriter json, string name, ImmutableArray<string> items)
    {
        if (items.Length == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStringValue(item);
        }

        json.WriteEndArray();
    }
}
