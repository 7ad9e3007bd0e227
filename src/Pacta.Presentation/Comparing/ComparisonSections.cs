using System.Collections.Immutable;
using Pacta.Model.Findings;
using Pacta.Negotiation;
using Pacta.Negotiation.Duties;
using Pacta.Negotiation.Matching;
using Pacta.Negotiation.Redlining;
using Pacta.Negotiation.Subjects;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Comparing;

/// <summary>A comparison in words: what matters, the heads, the clauses, what differs, what each would have said, who owes what to whom, and the subjects.</summary>
internal sealed class ComparisonSections
{
    private readonly DraftComparison _comparison;
    private readonly Speech _speech;
    private readonly ComparisonWords _words;
    private readonly RedlineWords _redlines;

    private ComparisonSections(DraftComparison comparison, Speech speech) =>
        (_comparison, _speech, _words, _redlines) = (comparison, speech, new ComparisonWords(speech), new RedlineWords(speech));

    /// <param name="first">What was found under each draft on the same reports; null where there are none.</param>
    public static ComparisonDocument Of(DraftComparison comparison, AgreementFindings? first, AgreementFindings? second, Speech speech)
    {
        var sections = new ComparisonSections(comparison, speech);
        return new ComparisonDocument(
            Title(comparison, speech),
        [
            sections.Summary(),
            .. comparison.Strictness is { } strictness ? StrictnessSections.Of(comparison, strictness, speech) : [],
            .. comparison.Heads.IsEmpty ? (ComparisonSection[])[] : [sections.Heads()],
            sections.Clauses(),
            .. comparison.Pairs.All(p => !IsTold(p)) ? (ComparisonSection[])[] : [sections.Differences()],
            .. first is not null && second is not null && !comparison.Pairs.IsEmpty ? (ComparisonSection[])[sections.History(first, second)] : [],
            .. comparison.Owed.IsEmpty ? (ComparisonSection[])[] : [sections.Matrix()],
            sections.Subjects(),
        ]);
    }

    private static string Title(DraftComparison comparison, Speech speech) => speech.Phrases.Say(
        "compare.title",
        comparison.First.Title,
        speech.Clauses.Of(comparison.First.Status),
        comparison.Second.Title,
        speech.Clauses.Of(comparison.Second.Status));

    /// <summary>Clauses that say the same, under texts that are the same, need no entry.</summary>
    private static bool IsTold(ClausePair pair) => !pair.IsSame || pair.Redline is { TextsDiffer: true };

    private ComparisonSection Summary() => new("summary", Say("compare.summary"), [], [], []) { Lines = new SummaryLines(_comparison, _speech).All() };

    private ComparisonSection Heads() => Table(
        "heads",
        [string.Empty, Say("compare.first"), Say("compare.second")],
        _comparison.Heads.Select(Head),
        Say("compare.heads.remark"));

    private ImmutableArray<string> Head(HeadDifference head)
    {
        var (first, second) = _words.Of(head, _comparison);
        return [Say("compare.head." + Names.Snake(head.Line)), first, second];
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

    private ComparisonSection Differences()
    {
        ImmutableArray<ComparisonEntry> entries = [.. _comparison.Pairs.Where(IsTold).OrderByDescending(p => _words.Alarm(p).Length > 0).ThenBy(p => p.Basis == MatchBasis.None).Select(Entry)];
        return new ComparisonSection(
            "differences",
            Say("compare.differences"),
            [],
            entries,
            [])
        {
            Legend = entries.Any(e => e.Redlines.Any(r => Redline.Differ(r.Runs))) ? (Say("compare.redline.legend", "[-…-]", "{+…+}"), Say("compare.redline.legend_of_page")) : (string.Empty, string.Empty),
        };
    }

    /// <summary>A pair is told word by word, unless the one merely stands in place of the other.</summary>
    private ComparisonEntry Entry(ClausePair pair)
    {
        var isRedlined = pair.Redline is { } redline && RedlineWords.IsShared(redline.Code);
        return new ComparisonEntry(
            ComparisonWords.Both(pair),
            _words.Alarm(pair),
            isRedlined
                ? []
                :
                [
                    .. pair.First is { } a ? ((string, ImmutableArray<string>)[])[(Say("compare.first"), ClauseSentences.Of(a))] : [],
                    .. pair.Second is { } b ? ((string, ImmutableArray<string>)[])[(Say("compare.second"), ClauseSentences.Of(b))] : [],
                ],
            [
                .. pair.Basis == MatchBasis.None ? (string[])[_words.Alone(pair)] : [.. pair.Differences.Select(_words.Told)],
                .. pair.IsRenumbered ? (string[])[_words.Moved(pair)] : [],
                .. pair.IsSame ? (string[])[Say("compare.same_other_text")] : [],
                .. _redlines.OnlyInOne(pair),
            ])
        {
            Redlines = _redlines.Of(pair),
        };
    }

    private ComparisonSection History(AgreementFindings first, AgreementFindings second)
    {
        var (one, two) = (Through(first, _speech), Through(second, _speech));
        return Table(
            "history",
            [Say("compare.clause_column"), Say("compare.first"), Say("compare.second")],
            _comparison.Pairs.Select(p => (ImmutableArray<string>)[ComparisonWords.Both(p), _words.Outcomes(p.First, first), _words.Outcomes(p.Second, second)]),
            one == two ? [Say("compare.through_both", one)] : [Say("compare.through", Say("compare.first"), one), Say("compare.through", Say("compare.second"), two)]);
    }

    public static string Through(AgreementFindings run, Speech speech) => $"{new TimeWords(run.Agreement.Calendar, speech.Phrases).EndOf(run.Through)} {run.Agreement.TimeZone}";

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

    private ComparisonSection Subjects()
    {
        var cells = new SubjectCells(_speech);
        return Table(
            "subjects",
            [Say("compare.subject"), Say("compare.first"), Say("compare.second")],
            _comparison.FirstSubjects.Zip(_comparison.SecondSubjects)
                .Where(s => s.First.Subject != Subject.Other || !s.First.IsAbsent || !s.Second.IsAbsent)
                .Select(s => (ImmutableArray<string>)[cells.Name(s.First.Subject), cells.Of(s.First), cells.Of(s.Second)]),
            [.. cells.Sources()]);
    }

    private ComparisonSection Table(string name, ImmutableArray<string> headings, IEnumerable<ImmutableArray<string>> rows, params ImmutableArray<string> remarks) =>
        new(name, Say("compare." + name), [headings, .. rows], [], remarks) { HasRowHeaders = true };

    private string Name(Model.Agreements.Clause? clause) => clause is null ? Say("compare.none") : ClauseWords.Full(clause);

    private string Say(string key, params ReadOnlySpan<string> arguments) => _speech.Phrases.Say(key, arguments);
}
