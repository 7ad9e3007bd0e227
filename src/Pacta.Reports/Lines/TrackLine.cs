using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Pacta.Model.Reports;
using Pacta.Reports.Json;

namespace Pacta.Reports.Lines;

/// <summary>A record of the type <c>track</c>: where one thing was, position after position.</summary>
internal static class TrackLine
{
    private const string Example =
        """{"type":"track","id":"t1","source":"ais","event":"heron","kind":"warship","of":"cedria","accuracy_m":100,"positions":[["2021-06-01T00:00:00Z",44.1,33.2]]}""";

    private const string PositionExample = """{"positions":[["2021-06-01T00:00:00Z",44.1,33.2]]}""";

    public static TrackRecord Read(Members members)
    {
        var id = members.RequiredName("id", "Every record has an id of its own: corrections and findings cite it.", Example);
        var source = members.RequiredName("source", "Say whose positions these are.", Example);
        var origin = members.Name("origin");
        var published = members.Moment("published");
        var recorded = members.Moment("recorded");
        var happening = members.RequiredName("event", "Say of which thing they are: its id in the other reports.", Example);
        var kind = members.RequiredName("kind", "It is the noun that the agreement's vocabulary declares: warship, aircraft.", Example);
        var of = members.Take("of") is { } owner ? Names.Role(members.Line, owner, "of") : null;
        var accuracy = members.Require("accuracy_m", "Say within how many metres the positions are right; 0 would claim that they are exact.", Example) is { } metres
            ? Values.Number(members.Line, metres, "accuracy_m", Example)?.Low ?? 0
            : 0;
        if (accuracy is < 0 or > 20_100_000)
        {
            members.Line.OutsideTheEarth(members.Node["accuracy_m"]!, "accuracy_m", "between 0 and 20,100,000 metres", LineErrors.InMetres);
        }

        var gap = members.Take("gap") is { } longest ? Gap(members.Line, longest) : TrackSettings.UsualGap;
        var (entering, leaving) = (members.Name("entering"), members.Name("leaving"));
        var (file, idInFile) = (members.Text("file"), members.Text("id_in_file"));
        var positions = members.Take("positions") is { } list ? Positions(members.Line, list) : [];
        if (file is null == !members.Has("positions"))
        {
            members.Line.Error(
                "PACTA0506", members.Node.Span, "A track has \"positions\", or a \"file\" with them", file is null ? "has neither" : "has both", "Write one of the two.", Example);
        }

        var reference = members.Text("reference");
        members.Finish();
        return new TrackRecord(
            id, members.Line.Place, source, origin, published, recorded, happening, kind, of, positions, file, new TrackSettings((double)accuracy, gap, entering, leaving), reference)
        {
            IdInFile = idInFile,
        };
    }

    /// <summary>Seconds; null if it is no length of time.</summary>
    public static double? GapOf(string text) =>
        PeriodPattern.NormalizingIso.Parse(text) is { Success: true, Value: { Months: 0, Years: 0 } period } && period.ToDuration().TotalSeconds is > 0 and var seconds ? seconds : null;

    /// <summary>As it is read again.</summary>
    public static string GapText(double seconds) => PeriodPattern.NormalizingIso.Format(Period.FromTicks((long)Math.Round(seconds * 1e7)).Normalize());

    private static double Gap(LineContext line, JsonNode node)
    {
        if (node.Kind == JsonKind.Text && GapOf(node.Text) is { } seconds)
        {
            return seconds;
        }

        line.WrongType(node, "gap", "a length of time: hours, minutes, days", """{"gap":"PT6H"}""");
        return TrackSettings.UsualGap;
    }

    private static ImmutableArray<TrackPosition> Positions(LineContext line, JsonNode node)
    {
        if (node.Kind != JsonKind.Array || node.Items.Length == 0)
        {
            line.WrongType(node, "positions", "a list of positions", PositionExample);
            return [];
        }

        var positions = ImmutableArray.CreateBuilder<TrackPosition>(node.Items.Length);
        foreach (var item in node.Items)
        {
            if (item is not { Kind: JsonKind.Array, Items: [var time, { Kind: JsonKind.Number } lat, { Kind: JsonKind.Number } lon] })
            {
                line.WrongType(item, "positions", "[time, latitude, longitude]", PositionExample);
                return [];
            }

            var (latitude, longitude) = (double.Parse(lat.Text, CultureInfo.InvariantCulture), double.Parse(lon.Text, CultureInfo.InvariantCulture));
            if (!(Math.Abs(latitude) <= 90) || !(Math.Abs(longitude) <= 180))
            {
                line.OutsideTheEarth(item, "positions", "a latitude between -90 and 90, and then a longitude between -180 and 180");
                return [];
            }

            if (Times.Moment(line, time, "positions") is not { } moment)
            {
                return [];
            }

            if (moment.Absolute is not { } instant)
            {
                line.WrongType(time, "positions", "an instant with Z or an offset", PositionExample);
                return [];
            }

            var seconds = instant.ToUnixTimeTicks() / 1e7;
            if (positions.Count > 0 && seconds <= positions[^1].Seconds)
            {
                line.Error("PACTA0510", item.Span, "A position is not later than the one before it", "comes too late", "Write positions in the order of their times, one for each.", PositionExample);
                return [];
            }

            positions.Add(new TrackPosition(seconds, latitude, longitude));
        }

        return positions.ToImmutable();
    }
}
