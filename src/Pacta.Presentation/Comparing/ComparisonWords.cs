using System.Collections.Immutable;
using System.Globalization;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Negotiation;
using Pacta.Negotiation.Content;
using Pacta.Negotiation.Duties;
using Pacta.Negotiation.Matching;
using Pacta.Presentation.Tables;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Comparing;

/// <summary>The words of a comparison: for what differs, for who owes, for what each draft would have said.</summary>
internal sealed class ComparisonWords(Speech speech)
{
    private readonly DifferenceWords _differences = new(speech);

    /// <summary>More findings of a clause than this are counted.</summary>
    private const int MostFindings = 5;

    /// <summary>A group with more members than this is told by its name and their number.</summary>
    private const int MostMembers = 12;

    public string Say(string key, params ReadOnlySpan<string> arguments) => speech.Phrases.Say(key, arguments);

    /// <summary>"exception f_x, number" and "3 / 1".</summary>
    public (string About, string Told) Of(Difference difference)
    {
        var within = difference.Within.Select(Of).ToList();
        var isNamed = difference is { Aspect: Aspect.Meaning or Aspect.Exception, Within.IsEmpty: false };
        return (
            string.Join(", ", isNamed ? within : within.Append(AspectOf(difference))),
            $"{_differences.Of(difference.Aspect, difference.First)} / {_differences.Of(difference.Aspect, difference.Second)}");
    }

    /// <summary>A line of the head as each draft has it.</summary>
    public (string First, string Second) Of(HeadDifference head, DraftComparison comparison) => _differences.Of(head, comparison.First, comparison.Second);

    /// <summary>A line of the head as a draft has it.</summary>
    public string Of(HeadLine line, string? words, Agreement draft) => _differences.Of(line, words, draft);

    /// <summary>What a difference is about, without its words.</summary>
    public string InShort(Difference difference) => difference.Within is [var outer, ..] ? Of(outer) : AspectOf(difference);

    /// <summary>How two clauses go together: the same, or in what they differ.</summary>
    public string How(ClausePair pair) => pair switch
    {
        { Basis: MatchBasis.None, Kin: null, Beside: [var beside, ..] } =>
            Say("compare.beside", Alone(pair), Say(pair.Second is null ? "compare.second" : "compare.first"), beside.Reference!, string.Join(", ", pair.Beside.Select(c => c.Name))),
        { Basis: MatchBasis.None } => Alone(pair),
        { IsSame: true } => With(pair, Say(pair.Redline is { TextsDiffer: true } ? "compare.same_other_text" : "compare.same")),
        { Bound: not null } => With(pair, Say("compare.others_bound")),
        { Opposite: not null } => With(pair, Say("compare.opposite")),
        _ => With(pair, Say("compare.differ", string.Join(", ", pair.Differences.Select(InShort).Distinct(StringComparer.Ordinal)))),
    };

    /// <summary>Of a clause without counterpart: in which draft it is, and of what it may be a part.</summary>
    public string Alone(ClausePair pair)
    {
        var (only, other) = pair.Second is null ? ("compare.only_first", "compare.second") : ("compare.only_second", "compare.first");
        return pair.Kin is { } kin ? Say("compare.part", Say(only), Say(other), ClauseWords.Full(kin.Whole), ClauseWords.Full(kin.Part)) : Say(only);
    }

    /// <summary>In what they differ, one difference a line.</summary>
    public string Told(Difference difference) => Of(difference) is var (about, told) && about.Length > 0 ? Say("compare.told", about, told) : told;

    /// <summary>The names of two clauses that correspond, or of one alone; once, if they are called alike.</summary>
    public static string Both(ClausePair pair) => pair switch
    {
        { First: { } a, Second: { } b } when ClauseWords.Full(a) != ClauseWords.Full(b) => $"{ClauseWords.Full(a)} / {ClauseWords.Full(b)}",
        _ => ClauseWords.Full((pair.First ?? pair.Second)!),
    };

    /// <summary>"Article 3 of A is article 5 of B, unchanged".</summary>
    public string Moved(ClausePair pair) => Say(pair.IsSame ? "compare.moved.same" : "compare.moved", pair.First!.Reference!, pair.Second!.Reference!);

    /// <summary>With where it stands in the other draft, and with the reason for taking the two together if it is not what they ask.</summary>
    private string With(ClausePair pair, string how) => string.Join("; ", new[]
    {
        how,
        pair.IsRenumbered ? Moved(pair) : null,
        pair.Basis switch { MatchBasis.Text => Say("compare.by_text"), MatchBasis.ArticleAndName => Say("compare.by_name"), _ => null },
    }.OfType<string>());

    /// <summary>What must not be overlooked: "others are bound: aland / borland", "bound otherwise: must not / may"; empty where there is nothing of the kind.</summary>
    public string Alarm(ClausePair pair) => string.Join("; ", new[]
    {
        pair.Bound is { } bound ? Say("compare.alarm.bound", Who(bound.First), Who(bound.Second)) : null,
        pair.Opposite is { } other ? Say("compare.alarm.opposite", _differences.Of(other.Aspect, other.First), _differences.Of(other.Aspect, other.Second)) : null,
    }.OfType<string>());

    public string Of(Duty duty, DutyMatrix matrix)
    {
        var name = ClauseWords.Full(duty.Clause);
        ImmutableArray<string> marks =
        [
            .. duty.Exception is { } exception ? (string[])[Say("compare.within.exception", exception)] : [],
            .. duty.Source == DutySource.Otherwise ? (string[])[Say("compare.within.otherwise")] : [],
            .. duty.IsPower ? (string[])[Say("compare.power")] : [],
            .. duty.IsJoint ? (string[])[Say("compare.joint")] : [],
            .. matrix.IsMutual(duty) ? (string[])[Say("compare.mutual")] : [],
        ];
        return marks.IsEmpty ? name : $"{name} ({string.Join(", ", marks)})";
    }

    /// <summary>Actors by name; those that make up a group or the parties of the drafts are told as that, and spelt out.</summary>
    public string Who(ImmutableArray<Somebody> all, DraftComparison? comparison = null)
    {
        var told = string.Join(", ", all.Select(Who));
        if (comparison is null || all.Length < 2 || all.Any(s => s.Form != SomebodyForm.Actor))
        {
            return told;
        }

        var names = all.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        if (new[] { comparison.FirstDuties, comparison.SecondDuties }.Any(m => names.SetEquals(m.Parties.Select(p => p.Name))))
        {
            return Say("compare.group", Say("compare.each_party"), Counted(told, all.Length));
        }

        foreach (var draft in new[] { comparison.First, comparison.Second })
        {
            if (draft.Vocabulary.Groups.Values.FirstOrDefault(g => names.SetEquals(BoundActors.Members(draft, g.Name))) is { } group)
            {
                return Say("compare.group", group.Name, Counted(string.Join(", ", group.Members.Select(Member)), all.Length));
            }
        }

        return told;

        // Members of a big group are in the file.
        string Counted(string names, int count) => count <= MostMembers ? names : count.ToString(CultureInfo.InvariantCulture);
    }

    public string Who(Somebody somebody) => somebody.Form switch
    {
        SomebodyForm.Actor => somebody.Name,
        SomebodyForm.Everybody => Say("compare.to_all"),
        SomebodyForm.Role when speech.Phrases.Has("compare.role." + somebody.Preposition) => Say("compare.role." + somebody.Preposition, somebody.Name),
        SomebodyForm.Role => Say("compare.role.other", somebody.Name, somebody.Preposition),
        _ => Say("compare.whoever", somebody.Name),
    };

    /// <summary>Who and about what, where there are few; else how many of which.</summary>
    public string Outcomes(Clause? clause, AgreementFindings run)
    {
        if (clause is null)
        {
            return Say("compare.none");
        }

        var findings = Findings(clause, run).ToList();
        if (findings.Count == 0)
        {
            return Say("compare.history_none");
        }

        var rows = RowFolder.Rows(run.Agreement, findings, speech);
        return rows.Length <= MostFindings
            ? string.Join('\n', rows.Select(r => Say("compare.found", r.Who, State(r.Findings[0]), r.About)))
            : string.Join(", ", findings
                .GroupBy(State, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => Say("compare.count", g.Count().ToString("#,0", CultureInfo.InvariantCulture), g.Key)));
    }

    public static IEnumerable<Finding> Findings(Clause clause, AgreementFindings run) => run.Findings.Where(f => ClauseLookup.IsAbout(clause, f));

    private string State(Finding finding) =>
        finding.IsClaim || finding.Certainty == Certainty.Certain ? speech.States.Of(finding) : speech.Certainties.Of(finding);

    private string AspectOf(Difference difference) => Say("compare.aspect." + Names.Snake(difference.Aspect));

    private string Of(Within within) => within is { Form: WithinForm.Word, Name: MemberNoun.Parties } ? Say("compare.within.parties") : Say("compare.within." + Names.Snake(within.Form), within.Name);

    /// <summary>To whom a row says that something is owed.</summary>
    public string To(OwedRow row, DraftComparison comparison)
    {
        if (!row.ToEachOther)
        {
            return Who(row.To, comparison);
        }

        var all = row.Who.Concat(row.To).ToHashSet();
        return new[] { comparison.FirstDuties, comparison.SecondDuties }.Any(m => all.SetEquals(m.Parties)) ? Say("compare.each_other")
            : row.To.IsEmpty ? Say("compare.one_another")
            : Say("compare.one_another_and", Who(row.To, comparison));
    }

    private string Member(Membership member) => Say("compare.member", member.Member, member.From?.Text ?? string.Empty, member.Until?.Text ?? string.Empty);
}
