using System.Collections.Immutable;
using System.Globalization;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Matching;
using Pacta.Negotiation.OneText;
using Pacta.Presentation.Comparing;
using Pacta.Presentation.Negotiating;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.OneText;

/// <summary>The versions of one text in words: how each criticism stands, and what each revision changed.</summary>
internal sealed class OneTextSections
{
    private readonly OneTextHistory _history;
    private readonly Speech _speech;
    private readonly ComparisonWords _words;

    private OneTextSections(OneTextHistory history, Speech speech) => (_history, _speech, _words) = (history, speech, new ComparisonWords(speech));

    public static Told Of(OneTextHistory history, Speech speech)
    {
        var sections = new OneTextSections(history, speech);
        return new Told(
            sections.Say("title", Title(history.Versions), Number(history.Versions.Length)),
            [
                sections.Summary(),
                .. history.Criticisms.IsEmpty ? (Section[])[] : [sections.Criticisms()],
                .. history.Revisions.Select(sections.Revised),
            ]);
    }

    /// <summary>Versions with one title are told apart by their files, which stand behind it: the text itself is called by what they share.</summary>
    private static string Title(ImmutableArray<Agreement> versions)
    {
        List<string> titles = [.. versions.Select(v => v.Title.EndsWith(')') && v.Title.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var at ? v.Title[..at] : v.Title).Distinct(StringComparer.Ordinal)];
        return versions.Length > 1 && titles is [var only] ? only : versions[0].Title;
    }

    private Section Summary()
    {
        List<string> lead = [.. _history.Versions.Select((v, i) => Say("version", Number(i + 1), v.Title))];
        var before = lead.Count;
        foreach (var state in Enum.GetValues<CriticismState>())
        {
            var those = _history.Criticisms.Where(h => h.State == state).ToList();
            if (those.Count > 0)
            {
                lead.Add(Say($"count.{Names.Snake(state)}", Number(those.Count), string.Join(", ", those.Select(h => h.Criticism.Id))));
            }
        }

        if (lead.Count == before)
        {
            lead.Add(Say("no_criticism"));
        }

        var unasked = _history.Revisions.SelectMany(r => r.Unasked.Select(c => Say("unasked.item", Number(r.To), NameOf(c.Pair)))).ToList();
        lead.Add(unasked.Count == 0 ? Say("unasked.none") : Say("unasked", string.Join(", ", unasked)));
        return new Section("short", Say("short"), [.. lead], [], [], [Say("remark")]);
    }

    private Section Criticisms()
    {
        ImmutableArray<ImmutableArray<string>> rows =
        [
            [Say("criticism"), Say("by"), Say("of_version"), Say("of_clause"), Say("words"), Say("state")],
            .. _history.Criticisms.Select(h => (ImmutableArray<string>)
            [
                h.Criticism.Id, h.Criticism.Party, Number(h.Criticism.Version), h.Clause is { } clause ? Told(clause) : Say("whole"), Say("quoted", h.Criticism.Words), State(h),
            ]),
        ];
        return new Section("criticisms", Say("criticisms"), [], rows, [.. _history.Criticisms.SelectMany(h => h.Answers.Select(a => Answer(h, a.To, a.Pair)))], []);
    }

    private string State(CriticismHistory history) => Say(
        "state." + Names.Snake(history.State), Number(history.MetAt ?? 0), string.Join(", ", history.Answers.Select(a => Number(a.To))));

    private string Answer(CriticismHistory history, int to, ClausePair pair) => pair.Second is null
        ? Say("answer.dropped", history.Criticism.Id, Number(to), Was(pair.First))
        : Say("answer.changed", history.Criticism.Id, Number(to), Was(pair.First), Was(pair.Second));

    private Section Revised(Revision revision)
    {
        ImmutableArray<ImmutableArray<string>> rows =
        [
            [Say("of_clause"), Say("change"), Say("was"), Say("is_now"), Say("asked_by")],
            .. revision.Clauses.Select(c => (ImmutableArray<string>)[NameOf(c.Pair), Change(c), Was(c.Pair.First), Was(c.Pair.Second), AskedBy(c)]),
        ];
        var heads = revision.Heads.Select(h =>
        {
            var (before, after) = (_history.Versions[revision.To - 2], _history.Versions[revision.To - 1]);
            return Say("head", _speech.Phrases.Say("compare.head." + Names.Snake(h.Line)), _words.Of(h.Line, h.First, before), _words.Of(h.Line, h.Second, after));
        });
        string[] lead = revision.Clauses.IsEmpty && revision.Heads.IsEmpty ? [Say("same")] : [];
        return new Section(
            FormattableString.Invariant($"version-{revision.To}"),
            Say("revision", Number(revision.To - 1), Number(revision.To)),
            [.. lead, .. revision.OfWhole.Select(c => Say("of_whole", c.Id, c.Party, c.Words))],
            rows,
            [.. heads],
            []);
    }

    private string Change(RevisedClause clause) => clause.Change == ClauseChange.Changed && clause.Pair.Differences.Length > 0
        ? string.Join("\n", clause.Pair.Differences.Select(_words.Of).Select(d => _speech.Phrases.Say("compare.told", d.About, d.Told)))
        : Say("change." + Names.Snake(clause.Change));

    private string AskedBy(RevisedClause clause) => clause.Change == ClauseChange.Moved && clause.AskedBy.IsEmpty ? string.Empty
        : clause.AskedBy.IsEmpty ? Say("nobody")
        : string.Join(", ", clause.AskedBy.Select(c => Say("asked", c.Id, c.Party)));

    private string Was(Clause? clause) => clause is null ? string.Empty : string.Join("\n", ClauseSentences.Of(clause));

    private string NameOf(ClausePair pair) => pair is { First: { } first, Second: { } second } && (pair.IsRenumbered || first.Name != second.Name)
        ? Say("renamed", Told(first), Told(second))
        : pair.Second is { } now ? Told(now) : pair.First is { } before ? Told(before) : string.Empty;

    private static string Told(Clause clause) => clause.Reference is { } article ? $"{article} {clause.Name}" : clause.Name;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Say(string key, params ReadOnlySpan<string> arguments) => _speech.Phrases.Say("one_text." + key, arguments);
}
