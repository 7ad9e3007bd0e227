using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pacta.Model.Reports;
using Pacta.Model.Time;
using Pacta.Reports.Json;

namespace Pacta.Reports.Lines;

/// <summary>The records that are not reports.</summary>
internal static partial class OtherLines
{
    private const string WhyId = "Every record has an id of its own: corrections and findings cite it.";
    private const string Complete = """{"type":"complete","id":"k1","source":"smm","kinds":["exercise"],"through":"2021-12-31"}""";
    private const string Judgement =
        """{"type":"judgement","id":"j1","source":"smm","matter":"the current security environment","holds":true,"time":"2021-09-10"}""";

    private static readonly OrderedDictionary<string, bool> All = new(StringComparer.Ordinal) { ["all"] = true };

    public static CompletenessRecord ReadComplete(Members members)
    {
        var (id, source) = Head(members, Complete);
        var kinds = members.Node["kinds"] is { Kind: JsonKind.Text }
            ? All(members)
            : members.Require("kinds", "Say of which kinds: a list of nouns, or \"all\".", Complete) is null ? [] : members.NameList("kinds");
        var through = members.Require("through", "Say through which day or moment nothing is missing.", Complete) is null ? null : members.Moment("through");
        var recorded = members.Moment("recorded");
        members.Finish();
        return new CompletenessRecord(id, members.Line.Place, source, kinds, through ?? Moment.InYear(1000), recorded);

        static ImmutableArray<string> All(Members members)
        {
            members.Word("kinds", OtherLines.All, true);
            return [];
        }
    }

    public static JudgementRecord ReadJudgement(Members members)
    {
        var (id, source) = Head(members, Judgement);
        members.Require("matter", "Write the words in quotes after \"judged\" in the agreement, exactly.", Judgement);
        var matter = members.Text("matter") ?? string.Empty;
        var holds = members.Require("holds", "Say true or false.", Judgement);
        if (holds is { Kind: not JsonKind.Truth })
        {
            members.Line.WrongType(holds, "holds", "true or false", Judgement);
        }

        var time = members.Require("time", "Say as of when it was judged so.", Judgement) is { } at ? Times.When(members.Line, at, "time") : null;
        var recorded = members.Moment("recorded");
        members.Finish();
        return new JudgementRecord(id, members.Line.Place, source, matter, holds is { IsTrue: true }, time ?? When.At(Moment.InYear(1000)), recorded);
    }

    public static HeldRecord ReadCoverage(Members members)
    {
        const string Example =
            """{"type":"coverage","id":"v1","source":"smm","place":"donetsk","period":{"from":"2021-09-01","to":"2021-09-30"},"means":"patrols"}""";
        Head(members, Example);
        members.RequiredName("place", "Say where the source was able to see.", Example);
        if (members.Require("period", "Say from when to when the source was able to see.", Example) is { } period)
        {
            Times.When(members.Line, period, "period");
        }

        members.Require("means", "Say how: patrols, cameras, satellites.", Example);
        members.Text("means");
        return Hold(members, "coverage");
    }

    public static HeldRecord ReadGrade(Members members)
    {
        const string Example = """{"type":"grade","id":"g1","assessor":"desk","target":"r1","code":"B2","why":"seen by two patrols"}""";
        members.RequiredName("id", WhyId, Example);
        members.RequiredName("assessor", "Say who grades.", Example);
        members.RequiredName("target", "Say which report or source is graded.", Example);
        if (members.Require("code", "A letter for the source and a figure for the information.", Example) is { } code
            && (code.Kind != JsonKind.Text || !AdmiraltyCode().IsMatch(code.Text)))
        {
            members.Line.Error(
                "PACTA0511", code.Span, "\"code\" is a letter A to F and a figure 1 to 6", "not an Admiralty code",
                "A to F grade the source, 1 to 6 the information; F and 6 mean \"cannot be judged\".", """{"code":"B2"}""");
        }

        members.Require("why", "A grade without a reason helps nobody.", Example);
        members.Text("why");
        return Hold(members, "grade");
    }

    public static HeldRecord ReadCount(Members members)
    {
        const string Example =
            """{"type":"count","id":"n1","source":"smm","kind":"exercise","number":{"about":159},"in":"zone_of_application","period":{"from":"2021-09-01","to":"2021-09-30"}}""";
        Head(members, Example);
        members.RequiredName("kind", "Say what was counted.", Example);
        if (members.Require("number", "Say how many.", Example) is { } number)
        {
            Values.Count(members.Line, number, "number");
        }

        members.Name("in");
        if (members.Require("period", "Say from when to when it was counted.", Example) is { } period)
        {
            Times.When(members.Line, period, "period");
        }

        members.Text("except");
        return Hold(members, "count");
    }

    public static HeldRecord ReadDetermination(Members members)
    {
        const string Example = """{"type":"determination","id":"d1","body":"joint_commission","date":"2021-10-01","text":"..."}""";
        members.RequiredName("id", WhyId, Example);
        members.RequiredName("body", "Say which body decided.", Example);
        members.Require("date", "Say when it decided.", Example);
        members.Moment("date");
        members.Require("text", "Write what it decided.", Example);
        members.Text("text");
        members.Text("dissents");
        return Hold(members, "determination");
    }

    private static (string Id, string Source) Head(Members members, string example) =>
        (members.RequiredName("id", WhyId, example), members.RequiredName("source", "Say who says so.", example));

    private static HeldRecord Hold(Members members, string type)
    {
        var recorded = members.Moment("recorded");
        members.Text("reference");
        members.Finish();
        return new HeldRecord(members.Node["id"]?.Text ?? string.Empty, members.Line.Place, type, recorded)
        {
            Json = members.Line.TextOf(members.Node.Span),
        };
    }

    [GeneratedRegex(@"^[A-F][1-6]\z", RegexOptions.CultureInvariant)]
    private static partial Regex AdmiraltyCode();
}
