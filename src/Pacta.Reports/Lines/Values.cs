using System.Globalization;
using Pacta.Geography.Zones;
using Pacta.Model.Reports;
using Pacta.Reports.Json;

namespace Pacta.Reports.Lines;

/// <summary>Values of fields: numbers exact and approximate, truths, texts, names, positions.</summary>
internal static class Values
{
    private const string PositionExample = """{"position":{"lat":48.02,"lon":37.8,"accuracy_m":500}}""";
    private const string NumberExample = """{"fields":{"troops":{"about":9000}}}""";

    private static readonly OrderedDictionary<string, HeightDatum?> Datums = new(StringComparer.Ordinal) { ["ground"] = HeightDatum.Ground, ["sea"] = HeightDatum.Sea };

    public const decimal Limit = 1_000_000_000_000_000m;

    public static ReportedValue? Field(LineContext line, JsonNode node, string member) => node.Kind switch
    {
        JsonKind.Truth => new ReportedTruth(node.IsTrue),
        JsonKind.Text => Text(line, node, member),
        JsonKind.Array => new ReportedNames(Names.List(line, node, member), false),
        JsonKind.Object when node["one_of"] is not null => Names.OneOf(new Members(line, node, $"\"{member}\"")),
        _ => Number(line, node, member),
    };

    /// <summary><c>12800</c>, <c>{"about":9000}</c>, <c>{"low":10,"high":20}</c>, <c>{"value":12,"unit":"km"}</c></summary>
    /// <param name="example">A right one, of a member that is not one of the fields.</param>
    public static ReportedNumber? Number(LineContext line, JsonNode node, string member, string? example = null)
    {
        switch (node.Kind)
        {
            case JsonKind.Number:
                return Plain(line, node, member) is { } exact ? new ReportedNumber(exact, exact, null, false) : null;
            case JsonKind.Object:
                return Qualified(new Members(line, node, $"\"{member}\""), member, example ?? NumberExample);
            default:
                line.WrongType(node, member, example is null ? "a value" : "a number with its unit", example ?? NumberExample);
                return null;
        }
    }

    /// <summary>How many: whole, and not less than none. A count of 0 says that there is none (any more).</summary>
    public static ReportedNumber? Count(LineContext line, JsonNode node, string member)
    {
        if (Number(line, node, member) is not { } number)
        {
            return null;
        }

        if (!number.IsWholeCount)
        {
            line.NotACount(node, member);
        }

        return number;
    }

    public static ReportedValue? Position(LineContext line, JsonNode node)
    {
        if (Members.Of(line, node, "position", "A position", PositionExample) is not { } members)
        {
            return null;
        }

        if (members.Take("place") is { } place)
        {
            members.Finish();
            return Text(line, place, "place") is { } name ? new ReportedPlace(name.Text) : null;
        }

        if (members.Take("area") is { } drawn)
        {
            members.Finish();
            return AreaJson.Read(line, drawn);
        }

        var latitude = Degrees(members, "lat", 90, PositionExample);
        var longitude = Degrees(members, "lon", 180, PositionExample);
        var accuracy = members.Require("accuracy_m", "Say within how many metres the point is right; 0 would claim that it is exact.", PositionExample) is { } metres
            ? Real(line, metres, "accuracy_m")
            : null;
        if (accuracy is < 0 or > 20_100_000)
        {
            line.OutsideTheEarth(members.Node["accuracy_m"] ?? node, "accuracy_m", "between 0 and 20,100,000 metres", LineErrors.InMetres);
        }

        var height = Height(members, "height_m", -12_000, 1_000_000, "above the ground or the sea, as the agreement counts");
        var heightAccuracy = Height(members, "height_accuracy_m", 0, 1_000_000, "within which the height is right");
        var above = members.Word("height_above", Datums, null);
        members.Finish();
        return latitude is { } lat && longitude is { } lon && accuracy is { } within
            ? new ReportedPosition(lat, lon, within) { HeightMetres = height, HeightAbove = above, HeightAccuracyMetres = heightAccuracy ?? 0 }
            : null;

        double? Height(Members of, string member, double low, double high, string what)
        {
            if (of.Take(member) is not { } stated || Real(line, stated, member) is not { } metres)
            {
                return null;
            }

            if (metres < low || metres > high)
            {
                line.OutsideTheEarth(stated, member, string.Create(CultureInfo.InvariantCulture, $"between {low:#,0} and {high:#,0} metres {what}"), LineErrors.InMetres);
            }

            return metres;
        }
    }

    private static ReportedText? Text(LineContext line, JsonNode node, string member)
    {
        if (node.Text.Length > 0)
        {
            return new ReportedText(node.Text);
        }

        line.NotAName(node, member);
        return null;
    }

    private static ReportedNumber? Qualified(Members members, string member, string example)
    {
        var forms = new[] { members.Has("value"), members.Has("about"), members.Has("low") || members.Has("high") }.Count(has => has);
        if (forms > 1)
        {
            members.Line.SeveralForms(members.Node, member, example);
            return null;
        }

        if (forms == 0)
        {
            members.Line.WrongType(members.Node, member, "one of \"value\", \"about\", or \"low\" and \"high\"", example);
            return null;
        }

        var value = Optional(members, "value");
        var about = Optional(members, "about");
        var low = Optional(members, "low");
        var high = Optional(members, "high");
        var unit = members.Name("unit");
        members.Finish();
        if (low > high)
        {
            members.Line.LowAboveHigh(members.Node);
        }

        return about is not null
            ? new ReportedNumber(about, about, unit, true)
            : new ReportedNumber(low ?? value, high ?? value, unit, false);
    }

    private static decimal? Optional(Members members, string name) => members.Take(name) is { } node ? Plain(members.Line, node, name) : null;

    private static decimal? Plain(LineContext line, JsonNode node, string member, string? example = null)
    {
        if (node.Kind != JsonKind.Number)
        {
            line.WrongType(node, member, "a number", example ?? $"{{\"{member}\":9000}}");
            return null;
        }

        if (decimal.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= Limit)
        {
            return number;
        }

        line.NumberOutOfRange(node, member);
        return null;
    }

    private static double? Degrees(Members members, string name, double limit, string example)
    {
        if (members.Require(name, "A point needs its latitude and its longitude, in degrees.", example) is not { } node
            || Real(members.Line, node, name) is not { } degrees)
        {
            return null;
        }

        if (Math.Abs(degrees) > limit)
        {
            members.Line.OutsideTheEarth(node, name, $"between -{limit} and {limit}");
            return null;
        }

        return degrees;
    }

    private static double? Real(LineContext line, JsonNode node, string member) =>
        Plain(line, node, member, PositionExample) is null ? null : double.Parse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
