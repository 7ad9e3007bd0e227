using System.Collections.Immutable;
using Pacta.Model.Findings;
using Pacta.Negotiation;
using Pacta.Negotiation.Content;
using Pacta.Negotiation.Duties;
using Pacta.Negotiation.Matching;
using Pacta.Negotiation.Subjects;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Comparing;

/// <summary>A comparison in words: the heads, the clauses, what differs, what each would have said, who owes what to whom, and the subjects.</summary>
internal sealed class ComparisonSections
{
    private readonly DraftComparison _comparison;
    private readonly Speech _speech;
    private readonly ComparisonWords _words;

    private ComparisonSections(DraftComparison comparison, Speech speech) => (_comparison, _speech, _words) = (comparison, speech, new ComparisonWords(speech));

    public static string Title(DraftComparison comparison, Speech speech) => speech.Phrases.Say(
        "compare.title",
        comparison.First.Title,
        speech.Clauses.Of(comparison.First.Status),
        comparison.Second.Title,
        speech.Clauses.Of(comparison.Second.Status));

    /// <param name="first">What was found under each draft on the same reports; null where there are none.</param>
    public static ImmutableArray<ComparisonSection> Of(DraftComparison comparison, AgreementFindings? first, AgreementFindings? second, Speech speech)
    {
        var sections = new ComparisonSections(comparison, speech);
        return
        [
            .. comparison.Heads.IsEmpty ? (ComparisonSection[])[] : [sections.Heads()],
            .. comparison.Strictness is { } strictness ? StrictnessSections.Of(comparison, strictness, speech) : [],
            sections.Clauses(),
            .. comparison.Pairs.All(p => p.IsSame) ? (ComparisonSection[])[] : [sections.Differences()],
            .. first is not null && second is not null && !comparison.Pairs.IsEmpty ? (ComparisonSection[])[sections.History(first, second)] : [],
            .. comparison.Owed.IsEmpty ? (ComparisonSection[])[] : [sections.Matrix()],
            sections.Subjects(),
        ];
    }

    private ComparisonSection Heads() => Table(
        "heads",
        [string.Empty, Say("compare.first"), Say("compare.second")],
        _comparison.Heads.Select(Head),
        Say("compare.heads.remark"));

    private ImmutableArray<string> Head(HeadDifference head)
    {
        var (first, second) = _words.Of(head, _comparison);
        return [Say("compare.head." + Names.Snake(head.Line.ToString())), first, second];
    }

    private ComparisonSection Clauses()
    {
        var table = Table(
            "clauses",
            [Say("compare.first"), Say("compare.second"), Say("compare.how")],
            _comparison.Pairs.Select(p => (ImmutableArray<string>)[Name(p.First), Name(p.Second), (_words.Alarm(p).Length > 0 ? "! " : string.Empty) + _words.How(p)]),
            Say(_comparison.Pairs.IsEmpty ? "compare.no_clauses" : "compare.same.remark"));
        return table with { HasRowHeaders = false };
    }

    private ComparisonSection Differences() => new(
        "differences",
        Say("compare.differences"),
        [],
        [
            .. _comparison.Pairs.Where(p => !p.IsSame).OrderByDescending(p => _words.Alarm(p).Length > 0).Select(p => new ComparisonEntry(
                Both(p),
                _words.Alarm(p),
                [
                    .. p.First is { } a ? ((string, ImmutableArray<string>)[])[(Say("compare.first"), ClauseSentences.Of(a))] : [],
                    .. p.Second is { } b ? ((string, ImmutableArray<string>)[])[(Say("compare.second"), ClauseSentences.Of(b))] : [],
                ],
                p.Basis == MatchBasis.None ? [Say(p.Second is null ? "compare.only_first" : "compare.only_second")] : [.. p.Differences.Select(Told)])),
        ],
        []);

    /// <summary>In what they differ, one difference a line.</summary>
    private string Told(Difference difference) => _words.Of(difference) is var (about, told) && about.Length > 0 ? Say("compare.told", about, told) : told;

    private ComparisonSection History(AgreementFindings first, AgreementFindings second)
    {
        var (one, two) = (Through(first), Through(second));
        return Table(
            "history",
            [Say("compare.clause_column"), Say("compare.first"), Say("compare.second")],
            _comparison.Pairs.Select(p => (ImmutableArray<string>)[Both(p), _words.Outcomes(p.First, first), _words.Outcomes(p.Second, second)]),
            one == two ? [Say("compare.through_both", one)] : [Say("compare.through", Say("compare.first"), one), Say("compare.through", Say("compare.second"), two)]);
    }

    private string Through(AgreementFindings run) => $"{new TimeWords(run.Agreement.Calendar, _speech.Phrases).EndOf(run.Through)} {run.Agreement.TimeZone}";

    private ComparisonSection Matrix() => Table(
        "matrix",
        [Say("compare.who"), Say("compare.to"), Say("compare.first"), Say("compare.second")],
        _comparison.Owed.Select(r => (ImmutableArray<string>)
        [
            _words.Who(r.Who, _comparison),
            _words.To(r, _comparison),
            Owed(r.First, _comparison.FirstDuties),
            Owed(r.Second, _comparison.SecondDuties),
        ]));

    private string Owed(ImmutableArray<Duty> duties, DutyMatrix matrix) =>
        duties.IsEmpty ? Say("compare.none") : string.Join('\n', duties.Select(d => _words.Of(d, matrix)));

    private ComparisonSection Subjects() => Table(
        "subjects",
        [Say("compare.subject"), Say("compare.first"), Say("compare.second")],
        _comparison.FirstSubjects.Zip(_comparison.SecondSubjects)
            .Where(s => s.First.Subject != Subject.Other || !s.First.IsAbsent || !s.Second.IsAbsent)
            .Select(s => (ImmutableArray<string>)[Say("subject." + Names.Snake(s.First.Subject.ToString())), Where(s.First), Where(s.Second)]),
        Say("compare.source", Checklist.Source));

    private string Where(Coverage coverage) => !coverage.IsAbsent ? string.Join(", ", coverage.Where)
        : Say(coverage.Subject == Subject.Other ? "compare.none" : "compare.absent");

    private ComparisonSection Table(string name, ImmutableArray<string> headings, IEnumerable<ImmutableArray<string>> rows, params ImmutableArray<string> remarks) =>
        new(name, Say("compare." + name), [headings, .. rows], [], remarks) { HasRowHeaders = true };

    private string Name(Model.Agreements.Clause? clause) => clause is null ? Say("compare.none") : ClauseWords.Full(clause);

    private string Both(ClausePair pair) => pair switch
    {
        { First: { } a, Second: { } b } when ClauseWords.Full(a) != ClauseWords.Full(b) => $"{ClauseWords.Full(a)} / {ClauseWords.Full(b)}",
        _ => Name(pair.First ?? pair.Second),
    };

    private string Say(string key, params ReadOnlySpan<string> arguments) => _speech.Phrases.Say(key, arguments);
}
