using System.Collections.Immutable;
using Pacta.Negotiation.Subjects;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Comparing;

/// <summary>The subjects of the checklist in words: where a draft speaks of each and by which rule it counts, or that nothing does.</summary>
internal sealed class SubjectCells(Speech speech)
{
    /// <summary>More clauses than this are counted.</summary>
    private const int MostPlaces = 8;

    public string Name(Subject subject) => Say("subject." + Names.Snake(subject));

    /// <summary>"5 inspections (must make inspection)"; clauses that count by the same rule stand together. What a subject consists of needs no reason.</summary>
    public string Of(Coverage coverage)
    {
        if (coverage.Subject == Subject.Other)
        {
            return coverage.IsAbsent ? Say("compare.none") : List(coverage.Where);
        }

        if (!coverage.IsAbsent)
        {
            return string.Join('\n', coverage.Encoded
                .GroupBy(e => (e.Rule, e.What))
                .Select(g => (Rule: "subject.rule." + Names.Snake(g.Key.Rule), g.Key.What, Where: List([.. g.Select(e => e.Where).Distinct(StringComparer.Ordinal)])))
                .Select(g => speech.Phrases.Has(g.Rule) && g.What.Length > 0 ? Say("compare.counts", g.Where, Say(g.Rule, g.What)) : g.Where));
        }

        return coverage.IsOnlyText
            ? Say("compare.only_text", string.Join(", ", coverage.Mentions.Take(MostPlaces).Select(m => Say("compare.mention", m.Where, m.Word))))
            : Say("compare.none");
    }

    /// <summary>In short, for the top: what none has, what only a text mentions, what some have and others not.</summary>
    public IEnumerable<string> InShort(ImmutableArray<string> letters, ImmutableArray<ImmutableArray<Coverage>> drafts)
    {
        var subjects = Enumerable.Range(0, drafts[0].Length).Where(i => drafts[0][i].Subject != Subject.Other).ToList();
        var absent = subjects.Where(i => drafts.All(d => d[i].IsAbsent)).ToList();
        if (absent.Count > 0)
        {
            yield return Say("compare.short.subjects_none", string.Join(", ", absent.Select(Told)));
        }

        foreach (var group in subjects
            .Where(i => drafts.Any(d => d[i].IsAbsent) && drafts.Any(d => !d[i].IsAbsent))
            .GroupBy(i => string.Join(", ", letters.Where((_, d) => !drafts[d][i].IsAbsent)), StringComparer.Ordinal))
        {
            yield return Say("compare.short.subjects_only", group.Key, string.Join(", ", group.Select(Told)));
        }

        string Told(int i)
        {
            var texts = letters.Where((_, d) => drafts[d][i].IsOnlyText).ToList();
            return texts.Count == 0 ? Name(drafts[0][i].Subject) : Say("compare.short.only_text", Name(drafts[0][i].Subject), string.Join(", ", texts));
        }
    }

    /// <summary>The sources, each with the subjects for which it stands; what has none is ours.</summary>
    public IEnumerable<string> Sources()
    {
        yield return Say("compare.absent.remark");
        yield return Say("compare.counts.remark");
        yield return Say("compare.source.remark");
        var subjects = Enum.GetValues<Subject>().Where(s => s != Subject.Other).ToList();
        foreach (var work in subjects.SelectMany(s => ChecklistSources.Of(s).Select(o => (Name: Name(s), Source: o))).GroupBy(s => s.Source.Work, StringComparer.Ordinal))
        {
            yield return Say("compare.source", work.Key, string.Join(", ", work.Select(Treated)));
        }

        yield return Say("compare.source.ours", string.Join(", ", subjects.Where(s => ChecklistSources.Of(s).IsEmpty).Select(Name)));
    }

    private string Treated((string Name, SubjectSource Source) subject) => (subject.Source.At.Length, subject.Source.IsVerified) switch
    {
        (0, true) => subject.Name,
        (_, true) => Say("compare.counts", subject.Name, subject.Source.At),
        _ => Say("compare.source.unverified", subject.Name, subject.Source.At),
    };

    private string List(ImmutableArray<string> places) => places.Length <= MostPlaces
        ? string.Join(", ", places)
        : Say("compare.and_more", string.Join(", ", places.Take(MostPlaces)), $"{places.Length - MostPlaces}");

    private string Say(string key, params ReadOnlySpan<string> arguments) => speech.Phrases.Say(key, arguments);
}
