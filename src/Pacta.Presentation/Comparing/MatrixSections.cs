using System.Collections.Immutable;
using System.Globalization;
using Pacta.Model.Findings;
using Pacta.Negotiation.Several;
using Pacta.Negotiation.Subjects;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Comparing;

/// <summary>Several drafts in words: what matters, two by two, the heads, topic by topic, what each says, what each would have said, and the subjects.</summary>
internal sealed class MatrixSections
{
    /// <summary>In a cell of the table; what is longer stands with the topic.</summary>
    private const int LongestCell = 160;

    private readonly DraftMatrix _matrix;
    private readonly Speech _speech;
    private readonly ComparisonWords _words;
    private readonly ImmutableArray<string> _letters;

    private MatrixSections(DraftMatrix matrix, Speech speech) => (_matrix, _speech, _words, _letters) = (matrix, speech, new ComparisonWords(speech), Letters(matrix));

    /// <summary>A, B, C ... Z, AA, AB ...</summary>
    public static ImmutableArray<string> Letters(DraftMatrix matrix) => [.. Enumerable.Range(0, matrix.Drafts.Length).Select(Letter)];

    /// <param name="found">What was found under each draft on the same reports; empty where there are none.</param>
    public static ComparisonDocument Of(DraftMatrix matrix, ImmutableArray<AgreementFindings> found, Speech speech)
    {
        var sections = new MatrixSections(matrix, speech);
        return new ComparisonDocument(
            speech.Phrases.Say("compare.several", Number(matrix.Drafts.Length)),
        [
            sections.Summary(),
            .. matrix.Heads.IsEmpty ? (ComparisonSection[])[] : [sections.Heads()],
            sections.Topics(),
            .. matrix.Topics.All(t => t.IsAgreed) ? (ComparisonSection[])[] : [sections.Differences()],
            .. found.IsEmpty ? (ComparisonSection[])[] : [sections.History(found)],
            sections.Subjects(),
        ]);
    }

    private static string Letter(int draft) => draft < 26 ? $"{(char)('A' + draft)}" : $"{(char)('A' + (draft / 26) - 1)}{(char)('A' + (draft % 26))}";

    private ComparisonSection Summary()
    {
        var topics = _matrix.Topics;
        return new ComparisonSection(
            "summary",
            Say("compare.summary"),
            [
                [Say("compare.two"), Say("compare.two.same"), Say("compare.two.differ"), Say("compare.two.only_first"), Say("compare.two.only_second")],
                .. _matrix.Pairs.Select(p => (ImmutableArray<string>)
                    [Say("compare.two.of", _letters[p.First], _letters[p.Second]), Number(p.Same), Number(p.Differ), Number(p.OnlyFirst), Number(p.OnlySecond)]),
            ],
            [],
            [])
        {
            HasRowHeaders = true,
            Lines =
            [
                .. _matrix.Drafts.Select((d, i) => Say("compare.short.is", _letters[i], d.Title, _speech.Clauses.Of(d.Status))),
                Say(
                    "compare.short.topics",
                    Number(topics.Length),
                    Number(topics.Count(t => t.IsAgreed)),
                    Number(topics.Count(t => t.IsInAll && !t.IsAgreed)),
                    Number(topics.Count(t => !t.IsInAll && t.Cells.Count(c => c is not null) > 1)),
                    Number(topics.Count(t => t.Cells.Count(c => c is not null) == 1))),
                .. topics.SelectMany(t => Alarms(t).Select(a => "! " + Say("compare.called", TopicName(t), a))),
                .. new SubjectCells(_speech).InShort(_letters, _matrix.Subjects),
            ],
        };
    }

    private ComparisonSection Heads() => Table(
        "heads",
        [string.Empty, .. _letters],
        _matrix.Heads.Select(h => (ImmutableArray<string>)[Say("compare.head." + Names.Snake(h.Line)), .. h.Cells.Select((c, i) => _words.Of(h.Line, c, _matrix.Drafts[i]))]),
        Say("compare.heads.remark"));

    private ComparisonSection Topics() => Table(
        "topics",
        [Say("compare.topic"), .. _letters, Say("compare.how")],
        _matrix.Topics.Select(t => (ImmutableArray<string>)[TopicName(t), .. t.Cells.Select(c => c is null ? Say("compare.none") : Number(c.Group)), How(t)]),
        Say(_matrix.Topics.IsEmpty ? "compare.no_clauses_several" : "compare.topics.remark")) with
    {
        RowsOfPage =
        [
            [Say("compare.topic"), .. _letters],
            .. _matrix.Topics.Select(t => (ImmutableArray<string>)[TopicName(t), .. t.Cells.Select((c, i) => OfPage(t, c, i))]),
        ],
    };

    private string OfPage(Topic topic, TopicCell? cell, int draft) => cell is null ? Say("compare.none")
        : $"{cell.Group}\n{(SameAs(topic, cell, draft) is { } same ? Say("compare.same_as", same) : ClauseSentences.Short(ClauseSentences.Of(cell.Clause)[0], LongestCell))}";

    /// <summary>The first draft that says the same; null where this is the first.</summary>
    private string? SameAs(Topic topic, TopicCell cell, int draft) =>
        Enumerable.Range(0, draft).Where(i => topic.Cells[i]?.Group == cell.Group).Select(i => _letters[i]).FirstOrDefault();

    private string How(Topic topic)
    {
        var differ = topic.Cells.OfType<TopicCell>().SelectMany(c => c.Differences).Select(_words.InShort).Distinct(StringComparer.Ordinal).ToList();
        var only = topic.IsInAll ? null : Say("compare.only_in", string.Join(", ", _letters.Where((_, i) => topic.Cells[i] is not null)));
        return (Alarms(topic).Any() ? "! " : string.Empty) + string.Join("; ", new[]
        {
            only,
            differ.Count > 0 ? Say("compare.differ", string.Join(", ", differ)) : topic.Cells.Count(c => c is not null) > 1 ? Say("compare.same") : null,
        }.OfType<string>());
    }

    /// <summary>What must not be overlooked, each once: "A / B: others are bound: aland / borland".</summary>
    private IEnumerable<string> Alarms(Topic topic) => topic.Cells
        .Select((c, i) => c?.Against is { } pair && SameAs(topic, c, i) is null && _words.Alarm(pair) is { Length: > 0 } alarm ? Say("compare.told", Against(topic, i), alarm) : null)
        .OfType<string>();

    private ComparisonSection Differences() => new(
        "differences",
        Say("compare.differences"),
        [],
        [
            .. _matrix.Topics.Where(t => !t.IsAgreed).OrderByDescending(t => Alarms(t).Any()).Select(t => new ComparisonEntry(
                TopicName(t),
                string.Join("; ", Alarms(t)),
                [.. t.Cells.Select((c, i) => (_letters[i], Said(t, c, i))).Where(c => !c.Item2.IsEmpty)],
                [.. t.Cells.SelectMany((c, i) => c is null || SameAs(t, c, i) is not null ? [] : c.Differences.Select(d => Say("compare.told", Against(t, i), _words.Told(d))))])),
        ],
        []);

    private ImmutableArray<string> Said(Topic topic, TopicCell? cell, int draft) => cell is null ? []
        : SameAs(topic, cell, draft) is { } same ? [Say("compare.called", ClauseWords.Full(cell.Clause), Say("compare.same_as", same))]
        : [ClauseWords.Full(cell.Clause), .. ClauseSentences.Of(cell.Clause)];

    /// <summary>"A, C / B": the drafts that say what the first one says, and those that say what this one says.</summary>
    private string Against(Topic topic, int draft) => $"{Like(topic, 1)} / {Like(topic, topic.Cells[draft]!.Group)}";

    private string Like(Topic topic, int group) => string.Join(", ", _letters.Where((_, i) => topic.Cells[i]?.Group == group));

    private ComparisonSection History(ImmutableArray<AgreementFindings> found)
    {
        var ends = found.Select(f => ComparisonSections.Through(f, _speech)).ToList();
        return Table(
            "history",
            [Say("compare.topic"), .. _letters],
            _matrix.Topics.Select(t => (ImmutableArray<string>)[TopicName(t), .. t.Cells.Select((c, i) => _words.Outcomes(c?.Clause, found[i]))]),
            ends.Distinct(StringComparer.Ordinal).Count() == 1 ? [Say("compare.through_both", ends[0])] : [.. ends.Select((e, i) => Say("compare.through", _letters[i], e))]);
    }

    private ComparisonSection Subjects()
    {
        var cells = new SubjectCells(_speech);
        return Table(
            "subjects",
            [Say("compare.subject"), .. _letters],
            Enumerable.Range(0, _matrix.Subjects[0].Length)
                .Where(i => _matrix.Subjects[0][i].Subject != Subject.Other || _matrix.Subjects.Any(s => !s[i].IsAbsent))
                .Select(i => (ImmutableArray<string>)[cells.Name(_matrix.Subjects[0][i].Subject), .. _matrix.Subjects.Select(s => cells.Of(s[i]))]),
            [.. cells.Sources()]);
    }

    private static string TopicName(Topic topic) => ClauseWords.Full(topic.Clause);

    private ComparisonSection Table(string name, ImmutableArray<string> headings, IEnumerable<ImmutableArray<string>> rows, params ImmutableArray<string> remarks) =>
        new(name, Say("compare." + name), [headings, .. rows], [], remarks) { HasRowHeaders = true };

    private static string Number(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    private string Say(string key, params ReadOnlySpan<string> arguments) => _speech.Phrases.Say(key, arguments);
}
