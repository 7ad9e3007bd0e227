using NodaTime;
using Pacta.Model.Reports;
using Pacta.Model.Time;
using Pacta.Reports.Json;

namespace Pacta.Reports.Lines;

/// <summary>Times: one moment, or <c>{"from":...,"to":...}</c> for one unknown instant in between.</summary>
internal static class Times
{
    public static Moment? Moment(LineContext line, JsonNode node, string member)
    {
        if (node.Kind != JsonKind.Text)
        {
            line.WrongType(node, member, "a time in double quotes", $"{{\"{member}\":\"2021-09-10\"}}");
            return null;
        }

        var moment = MomentText.Parse(node.Text, out var problem);
        if (moment is null)
        {
            line.NotATime(node, problem);
        }

        return moment;
    }

    public static When? When(LineContext line, JsonNode node, string member)
    {
        if (node.Kind == JsonKind.Text)
        {
            return Moment(line, node, member) is { } at ? Model.Time.When.At(at) : null;
        }

        if (node.Kind == JsonKind.Object)
        {
            return Between(new Members(line, node, $"\"{member}\""));
        }

        line.WrongType(node, member, "a time, or {\"from\":...,\"to\":...}", $"{{\"{member}\":\"2021-09-10\"}}");
        return null;
    }

    private static When? Between(Members members)
    {
        const string Example = """{"time":{"from":"2021-09-10","to":"2021-09-12"}}""";
        const string Why = "Say between which two moments it happened.";
        var from = members.Require("from", Why, Example) is { } first ? Moment(members.Line, first, "from") : null;
        var to = members.Require("to", Why, Example) is { } last ? Moment(members.Line, last, "to") : null;
        members.Finish();
        if (from is null || to is null)
        {
            return null;
        }

        if (IsBefore(to, from))
        {
            members.Line.EndsFirst(members.Node["to"] ?? members.Node, "to", "from");
        }

        return new When(from, to);
    }

    /// <summary>Is it certain, whatever the time zone, that <paramref name="a"/> lies wholly before <paramref name="b"/>?</summary>
    public static bool IsBefore(Moment a, Moment b) =>
        a.Absolute is null == b.Absolute is null && a.In(DateTimeZone.Utc).Latest < b.In(DateTimeZone.Utc).Earliest;
}
