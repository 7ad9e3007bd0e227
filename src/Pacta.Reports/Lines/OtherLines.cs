using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pacta.Model.Findings;
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

    /// <summary>What a body may decide, in the words of findings.</summary>
    public static readonly OrderedDictionary<string, ClauseState> Decisions = new(StringComparer.Ordinal)
    {
        ["consistent"] = ClauseState.Met,
        ["not_consistent"] = ClauseState.Breached,
        ["cured"] = ClauseState.Cured,
        ["excused"] = ClauseState.Excused,
        ["suspended"] = ClauseState.Suspended,
        ["lapsed"] = ClauseState.Lapsed,
    };

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

    public static CoverageRecord ReadCoverage(Members members)
    {
        const string Example =
            """{"type":"coverage","id":"v1","source":"smm","place":"donetsk","period":{"from":"2021-09-01","to":"2021-09-30"},"means":"patrols"}""";
        var (id, source) = Head(members, Example);
        var place = members.RequiredName("place", "Say where the source was able to see.", Example);
        var period = Period(members, "Say from when to when the source was able to see.", Example);
        members.Require("means", "Say how: patrols, cameras, satellites.", Example);
        var means = members.Text("means") ?? string.Empty;
        var (recorded, reference) = Foot(members);
        return new CoverageRecord(id, members.Line.Place, source, place, period, means, recorded, reference);
    }

    public static GradeRecord ReadGrade(Members members)
    {
        const string Example =
            """{"type":"grade","id":"g1","assessor":"desk","target":"r1","code":"B2","why":"seen by two patrols","recorded":"2021-09-12"}""";
        var id = members.RequiredName("id", WhyId, Example);
        var assessor = members.RequiredName("assessor", "Say who grades.", Example);
        var target = members.RequiredName("target", "Say which report or source is graded.", Example);
        var code = members.Require("code", "A letter for the source and a figure for the information.", Example);
        if (code is not null && (code.Kind != JsonKind.Text || !AdmiraltyCode().IsMatch(code.Text)))
        {
            members.Line.Error(
                "PACTA0511", code.Span, "\"code\" is a letter A to F and a figure 1 to 6", "not an Admiralty code",
                "A to F grade the source, 1 to 6 the information; F and 6 mean \"cannot be judged\".", """{"code":"B2"}""");
            code = null;
        }

        members.Require("why", "A grade without a reason helps nobody.", Example);
        var why = members.Text("why") ?? string.Empty;
        members.Require("recorded", "Say when it was graded: grades change, and an earlier view keeps the earlier one.", Example);
        var (recorded, reference) = Foot(members);
        return new GradeRecord(id, members.Line.Place, assessor, target, code?.Text[0] ?? 'F', code?.Text[1] ?? '6', why, recorded, reference);
    }

    public static DeterminationRecord ReadDetermination(Members members)
    {
        const string Example =
            """{"type":"determination","id":"d1","body":"joint_commission","date":"2021-10-01","text":"...","clause":"notice","by":"borland","events":["north_wind"],"decision":"not_consistent"}""";
        var id = members.RequiredName("id", WhyId, Example);
        var body = members.RequiredName("body", "Say which body decided.", Example);
        members.Require("date", "Say when it decided.", Example);
        var date = members.Moment("date") ?? Moment.InYear(1000);
        members.Require("text", "Write what it decided, in its own words.", Example);
        var text = members.Text("text") ?? string.Empty;
        var dissents = members.Text("dissents");
        var about = Subject(members, Example);
        ClauseState? decision = members.Has("decision") ? members.Word("decision", Decisions, ClauseState.Met) : null;
        members.Take("decision");
        var (recorded, reference) = Foot(members);
        return new DeterminationRecord(id, members.Line.Place, body, date, text, dissents, about, decision, recorded, reference);
    }

    /// <summary>What a determination is about. Whose conduct or which event it was says nothing without the clause.</summary>
    private static DeterminationSubject? Subject(Members members, string example)
    {
        var agreement = members.Name("agreement");
        var clause = members.Text("clause");
        var by = members.Take("by") is { } actors ? Names.OneOrList(members.Line, actors, "by") : [];
        var events = members.NameList("events");
        if (clause is not null)
        {
            return new DeterminationSubject(agreement, clause, by, events);
        }

        foreach (var name in (string[])["agreement", "by", "events", "decision"])
        {
            if (members.Has(name))
            {
                members.Require("clause", $"With \"{name}\", say which clause was decided on: its name or its article.", example);
                break;
            }
        }

        return null;
    }

    private static When Period(Members members, string why, string example) =>
        members.Require("period", why, example) is { } period && Times.When(members.Line, period, "period") is { } read ? read : When.At(Moment.InYear(1000));

    private static (Moment? Recorded, string? Reference) Foot(Members members)
    {
        var recorded = members.Moment("recorded");
        var reference = members.Text("reference");
        members.Finish();
        return (recorded, reference);
    }

    private static (string Id, string Source) Head(Members members, string example) =>
        (members.RequiredName("id", WhyId, example), members.RequiredName("source", "Say who says so.", example));

    [GeneratedRegex(@"^[A-F][1-6]\z", RegexOptions.CultureInvariant)]
    private static partial Regex AdmiraltyCode();
}
