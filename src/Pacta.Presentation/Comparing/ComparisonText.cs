using System.Collections.Immutable;
using System.Globalization;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Negotiation;
using Pacta.Negotiation.Duties;
using Pacta.Negotiation.Matching;
using Pacta.Negotiation.Subjects;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Text;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Comparing;

/// <summary>Two drafts side by side on a screen: their clauses, what each would have said, who owes what to whom, and what neither settles.</summary>
public sealed class ComparisonText
{
    private readonly Page _page;
    private readonly DraftComparison _comparison;
    private readonly Speech _speech;

    private ComparisonText(TextWriter output, DraftComparison comparison, Speech speech, Screen screen)
    {
        _page = new Page(output, screen);
        _comparison = comparison;
        _speech = speech;
    }

    /// <param name="first">What was found under each draft on the same reports; null where there are none.</param>
    public static void Write(TextWriter output, DraftComparison comparison, CheckedAgreement? first, CheckedAgreement? second, Speech speech, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(speech);
        var text = new ComparisonText(output, comparison, speech, screen);
        var (a, b) = (comparison.First, comparison.Second);
        text._page.Title(text.Say("compare.title", a.Title, speech.Clauses.Of(a.Status), b.Title, speech.Clauses.Of(b.Status)));
        text.WriteClauses();
        if (first is not null && second is not null)
        {
            text.WriteHistory(first, second);
        }

        text.WriteMatrix();
        text.WriteSubjects();
    }

    private void WriteClauses() => WriteTable(
        Say("compare.clauses"),
        [Say("compare.first"), Say("compare.second"), Say("compare.how")],
        _comparison.Pairs.Select(p => new[] { Name(p.First), Name(p.Second), How(p) }));

    private string How(ClausePair pair) => Say(pair switch
    {
        { Second: null } => "compare.only_first",
        { First: null } => "compare.only_second",
        { IsSame: true } => "compare.same",
        { Basis: MatchBasis.ArticleAndContent } => "compare.article_and_content",
        { Basis: MatchBasis.Content } => "compare.content",
        _ => "compare.article",
    });

    private void WriteHistory(CheckedAgreement first, CheckedAgreement second)
    {
        WriteTable(
            Say("compare.history"),
            [Say("compare.clause_column"), Say("compare.first"), Say("compare.second")],
            _comparison.Pairs.Select(p => new[] { Both(p), Outcomes(p.First, first), Outcomes(p.Second, second) }));
        foreach (var (key, run) in new[] { ("compare.first", first), ("compare.second", second) })
        {
            _page.Paragraph(Say("compare.through", Say(key), new TimeWords(run.Agreement.Calendar, _speech.Phrases).EndOf(run.Through), run.Agreement.TimeZone));
        }
    }

    /// <summary>"2 would not be consistent, 1 contested".</summary>
    private string Outcomes(Clause? clause, CheckedAgreement run)
    {
        if (clause is null)
        {
            return Say("compare.none");
        }

        var findings = run.Findings.Where(f => ClauseLookup.IsAbout(clause, f)).ToList();
        return findings.Count == 0
            ? Say("compare.history_none")
            : string.Join(", ", findings
                .GroupBy(f => f.IsClaim || f.Certainty == Certainty.Certain ? _speech.States.Of(f) : _speech.Certainties.Of(f), StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => Say("compare.count", g.Count().ToString("#,0", CultureInfo.InvariantCulture), g.Key)));
    }

    private void WriteMatrix()
    {
        var all = _comparison.FirstDuties.Duties.Concat(_comparison.SecondDuties.Duties)
            .Select(d => (d.Bearer, d.Beneficiary))
            .Distinct()
            .OrderBy(d => d.Bearer, StringComparer.Ordinal)
            .ThenBy(d => d.Beneficiary, StringComparer.Ordinal);
        WriteTable(
            Say("compare.matrix"),
            [Say("compare.who"), Say("compare.to"), Say("compare.first"), Say("compare.second")],
            all.Select(d => new[] { d.Bearer, d.Beneficiary ?? Say("compare.to_all"), Owed(_comparison.FirstDuties, d), Owed(_comparison.SecondDuties, d) }));
    }

    private string Owed(DutyMatrix matrix, (string Bearer, string? Beneficiary) between)
    {
        var duties = matrix.Duties.Where(d => d.Bearer == between.Bearer && d.Beneficiary == between.Beneficiary).ToList();
        return duties.Count == 0 ? Say("compare.none") : string.Join(", ", duties.Select(d => Say(d, matrix)));
    }

    private string Say(Duty duty, DutyMatrix matrix)
    {
        var name = ClauseWords.Full(duty.Clause);
        name = duty.IsPower ? Say("compare.power", name) : name;
        return matrix.IsMutual(duty) ? Say("compare.mutual", name) : name;
    }

    private void WriteSubjects()
    {
        WriteTable(
            Say("compare.subjects"),
            [Say("compare.subject"), Say("compare.first"), Say("compare.second")],
            _comparison.FirstSubjects.Zip(_comparison.SecondSubjects)
                .Select(s => new[] { Say("subject." + Names.Snake(s.First.Subject.ToString())), Where(s.First), Where(s.Second) }));
        _page.Paragraph(Say("compare.source", Checklist.Source));
    }

    private string Where(Coverage coverage) => coverage.IsAbsent ? Say("compare.absent") : string.Join(", ", coverage.Where);

    private void WriteTable(string title, IReadOnlyList<string> headings, IEnumerable<string[]> rows)
    {
        _page.Heading(title);
        ImmutableArray<IReadOnlyList<string>> all = [headings, .. rows];
        var widths = Columns.Widths(all, _page.Width - 2);
        foreach (var line in all.SelectMany(r => Columns.Lines(r, widths)))
        {
            _page.Line("  " + line);
        }
    }

    private string Name(Clause? clause) => clause is null ? Say("compare.none") : ClauseWords.Full(clause);

    private string Both(ClausePair pair) => pair switch
    {
        { First: { } a, Second: { } b } when ClauseWords.Full(a) != ClauseWords.Full(b) => $"{ClauseWords.Full(a)} / {ClauseWords.Full(b)}",
        _ => Name(pair.First ?? pair.Second),
    };

    private string Say(string key, params ReadOnlySpan<string> arguments) => _speech.Phrases.Say(key, arguments);
}
