using Pacta.Model.Reports;
using Pacta.Model.Time;

namespace Pacta.Reports.Lines;

/// <summary>Steps of cases, and replies.</summary>
internal static partial class OtherLines
{
    public static readonly OrderedDictionary<string, CaseStage> Stages = new(StringComparer.Ordinal)
    {
        ["alleged"] = CaseStage.Alleged,
        ["under_inquiry"] = CaseStage.UnderInquiry,
        ["reported"] = CaseStage.Reported,
        ["referred"] = CaseStage.Referred,
        ["determined"] = CaseStage.Determined,
        ["closed"] = CaseStage.Closed,
    };

    private const string CaseExample =
        """{"type":"case","id":"c1","case":"incident_12","by":"joint_commission","date":"2021-09-20","stage":"alleged","events":["fire_12"],"accused":["borland"]}""";

    private const string ReplyExample = """{"type":"case","id":"c2","case":"incident_12","by":"borland","date":"2021-09-21","reply":"We were not there."}""";

    public static CaseRecord ReadCase(Members members)
    {
        var id = members.RequiredName("id", WhyId, CaseExample);
        var about = members.RequiredName("case", "Say which case: all its lines share that name.", CaseExample);
        var by = members.RequiredName("by", "Say who takes the step, or who replies.", CaseExample);
        members.Require("date", "Say when.", CaseExample);
        var date = members.Moment("date") ?? Moment.InYear(1000);
        CaseStage? stage = members.Has("stage") ? members.Word("stage", Stages, CaseStage.Alleged) : null;
        members.Take("stage");
        var reply = members.Text("reply");
        if (stage is null == reply is null)
        {
            members.Line.Error(
                "PACTA0519", (members.Node["reply"] ?? members.Node["stage"] ?? members.Node).Span, "A line about a case has either a \"stage\" or a \"reply\"",
                stage is null ? "neither is here" : "both are here", "A step says how far the case has come; a reply is a line of its own, by who is accused.", ReplyExample);
        }

        var events = members.NameList("events");
        var accused = members.Take("accused") is { } named ? Names.OneOrList(members.Line, named, "accused") : [];
        var text = members.Text("text");
        var (recorded, reference) = Foot(members);
        return new CaseRecord(id, members.Line.Place, about, by, date, stage, events, accused, reply, text, recorded, reference);
    }
}
