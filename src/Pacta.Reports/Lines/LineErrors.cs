using System.Globalization;
using Pacta.Model.Reports;
using Pacta.Reports.Json;

namespace Pacta.Reports.Lines;

/// <summary>Every message about one line of a report file, with its code.</summary>
internal static class LineErrors
{
    public const string RightLine =
        """{"id":"r1","source":"smm","published":"2021-09-11","event":"north_wind","kind":"exercise","time":"2021-09-10","by":"aland","fields":{"troops":12800}}""";

    public static void NotJson(this LineContext line, JsonProblem problem)
    {
        if (problem.Second is { } name)
        {
            line.Error(
                "PACTA0504", problem.Span, $"\"{name}\" stands twice in one object", "already said before",
                "Keep one of the two. Several names or values go into one list: [\"a\",\"b\"].", """{"by":["aland","borland"]}""");
            return;
        }

        line.Error(
            "PACTA0502", problem.Span, "This line is not JSON", "cannot be read from here on",
            "A record is one JSON object on one line: names and texts in double quotes, a comma between members, none after the last.", RightLine);
    }

    public static void NotUtf8(this LineContext line, ByteSpan at) => line.Error(
        "PACTA0501", at, "This line is not UTF-8", "bytes that are no character",
        "Save the file as UTF-8. Spreadsheets call it \"CSV UTF-8\" or \"Unicode (UTF-8)\".", null);

    public static void ZeroByte(this LineContext line, ByteSpan at) => line.Error(
        "PACTA0501", at, "This line holds a zero byte, which no text has", "a zero byte",
        "Something damaged the file: a broken copy, a full disk, two programs that wrote at once. Take the line from its source again.", RightLine);

    public static void NotAnObject(this LineContext line, JsonNode node) => line.Error(
        "PACTA0503", node.Span, $"A record is an object {{...}}, and this is {node.InWords}", "expected {",
        "Write one record a line, in braces; a list around all records is not needed.", RightLine);

    public static void UnknownMember(this LineContext line, JsonMember member, string what, IReadOnlyCollection<string> known)
    {
        var near = DidYouMean.Nearest(member.Name, known);
        line.Error(
            "PACTA0505", member.NameSpan, $"{what} has no member \"{Shortened(member.Name)}\"",
            near is null ? "not known" : $"did you mean \"{near}\"?",
            near is null
                ? $"It may have: {string.Join(", ", known)}. What your kinds declare (troops, tonnage ...) goes into \"fields\"."
                : $"Write \"{near}\", or leave it out: what is not understood is not dropped silently.",
            near is null ? """{"fields":{"troops":12800}}""" : null);
    }

    public static void Missing(this LineContext line, JsonNode node, string what, string member, string why, string example) => line.Error(
        "PACTA0506", node.Span with { Length = 1 }, $"{what} needs \"{member}\"", $"\"{member}\" is missing", why, example);

    public static void WrongType(this LineContext line, JsonNode node, string member, string expected, string example) => line.Error(
        "PACTA0507", node.Span, $"\"{member}\" takes {expected}, and this is {node.InWords}", $"expected {expected}",
        node.Kind == JsonKind.Null ? "Leave the member out if nothing is known." : $"Write {expected}.", example);

    public static void SeveralForms(this LineContext line, JsonNode node, string member, string example) => line.Error(
        "PACTA0507", node.Span, $"\"{member}\" takes one of \"value\", \"about\", or \"low\" and \"high\", and this has several", "which of them?",
        "Leave one: \"value\" for what is known to the unit, \"about\" for a rough figure, \"low\" and \"high\" for bounds.", example);

    public static void NotATime(this LineContext line, JsonNode node, MomentProblem problem) => line.Error(
        problem == MomentProblem.Form ? "PACTA0508" : "PACTA0509",
        node.Span,
        problem switch
        {
            MomentProblem.Date => $"There is no day \"{node.Text}\" in the calendar",
            MomentProblem.Clock => $"There is no clock time \"{node.Text}\"",
            _ => $"\"{Shortened(node.Text)}\" is not a time",
        },
        problem switch
        {
            MomentProblem.Date => "no such day",
            MomentProblem.Clock => "hours go from 00 to 23, offsets from -18:00 to +18:00",
            _ => "expected year-month-day",
        },
        "Write as much as is known: 2021, 2021-09, 2021-09-10, 2021-09-10T14:30 (local clock) or 2021-09-10T14:30:00Z.",
        "\"2021-09-10\"");

    public static void EndsFirst(this LineContext line, JsonNode node, string later, string earlier) => line.Error(
        "PACTA0510", node.Span, $"\"{later}\" lies before \"{earlier}\"", $"before \"{earlier}\"",
        "Check for swapped dates, or for day and month in the wrong order: year-month-day.",
        """{"time":"2021-09-10","end":"2021-09-16"}""");

    public static void UnknownWord(this LineContext line, JsonNode node, string member, IReadOnlyCollection<string> known)
    {
        var near = DidYouMean.Nearest(node.Text, known);
        line.Error(
            "PACTA0511", node.Span, $"\"{Shortened(node.Text)}\" is not a word that \"{member}\" knows",
            near is null ? "not known" : $"did you mean \"{near}\"?",
            $"It is one of: {string.Join(", ", known)}.", $"{{\"{member}\":\"{near ?? known.First()}\"}}");
    }

    public static void NotAName(this LineContext line, JsonNode node, string member) => line.Error(
        "PACTA0512", node.Span, node.Text.Length == 0 ? $"\"{member}\" is empty" : $"\"{Shortened(node.Text)}\" cannot be a name",
        node.Text.Length == 0 ? "nothing there" : "begins or ends with a blank, or holds a control character",
        "A name is one or more characters without blanks at its ends.", $"{{\"{member}\":\"north_wind\"}}");

    public static void NameTooLong(this LineContext line, JsonNode node, string member) => line.Error(
        "PACTA0512", node.Span, string.Create(CultureInfo.InvariantCulture, $"\"{member}\" has {node.Text.EnumerateRunes().Count():#,0} characters; a name has {Names.Longest} at most"),
        "too long", "Give it a short name, and write what it is into \"reference\" or a field.", $"{{\"{member}\":\"north_wind\"}}");

    public static void AtSign(this LineContext line, JsonNode node) => line.Error(
        "PACTA0512", node.Span, $"\"{Shortened(node.Text)}\" cannot be the id of an event: it holds an @", "@ is not allowed here",
        "Pacta writes id@time for the observations of a thing. Use another character.", """{"event":"north_wind"}""");

    public static void NumberOutOfRange(this LineContext line, JsonNode node, string member) => line.Error(
        "PACTA0513", node.Span, $"\"{Shortened(node.Text)}\" is too large a number for \"{member}\"", "beyond 1,000,000,000,000,000",
        "Check the digits, or use a larger unit.", "{\"value\":12,\"unit\":\"km\"}");

    public static void LowAboveHigh(this LineContext line, JsonNode node) => line.Error(
        "PACTA0513", node.Span, "\"low\" is more than \"high\"", "swapped?", "Write the lower bound as \"low\".", """{"low":10,"high":20}""");

    public static void NotACount(this LineContext line, JsonNode node, string member) => line.Error(
        "PACTA0513", node.Span, $"\"{member}\" says how many, and this is not a whole number from 0 on", "expected 0, 1, 2 ...",
        "Count whole things; 0 says that there is none. What is roughly known is {\"about\":10} or {\"low\":8,\"high\":12}.", $"{{\"{member}\":3}}");

    /// <summary>How lengths and heights are written.</summary>
    public const string InMetres = "Metres as a number, without a unit.";

    /// <param name="help">How such a thing is written; null: as degrees.</param>
    public static void OutsideTheEarth(this LineContext line, JsonNode node, string member, string range, string? help = null) => line.Error(
        "PACTA0516", node.Span, $"\"{member}\" must lie {range}", $"not {range}",
        help ?? "Degrees with decimals: latitude north first, longitude east; south and west are negative.",
        """{"position":{"lat":48.02,"lon":37.8,"accuracy_m":500}}""");

    public static void SaysNothing(this LineContext line, JsonNode node, string headline, string help, string example) => line.Error(
        "PACTA0515", node.Span with { Length = 1 }, headline, "nothing is said here", help, example);

    public static void WrongFieldName(this LineContext line, JsonMember member) => line.Error(
        "PACTA0505", member.NameSpan, $"\"{Shortened(member.Name)}\" is not written in \"fields\"", "has a member of its own",
        "Write \"position\" and \"distances\" beside \"fields\".", """{"distances":{"contact_line":{"value":12,"unit":"km"}}}""");

    public static void DistanceFromNothing(this LineContext line, JsonMember member, string example) => line.Error(
        "PACTA0507", member.NameSpan, $"\"distances\" takes the names of lines and zones, and \"{member.Name}\" is none", "distance from what?",
        "Name the line or the zone; behind it stands the distance with its unit.", example);

    public static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "...";
}
