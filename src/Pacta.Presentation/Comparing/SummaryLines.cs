using System.Collections.Immutable;
using System.Globalization;
using Pacta.Model.Agreements;
using Pacta.Negotiation;
using Pacta.Negotiation.Content;
using Pacta.Negotiation.Matching;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Comparing;

/// <summary>What matters of two drafts, in sentences: how many clauses correspond, what must not be overlooked, what differs in one point, what moved, which subjects are absent.</summary>
internal sealed class SummaryLines(DraftComparison comparison, Speech speech)
{
    /// <summary>More of a kind than this are counted.</summary>
    private const int Most = 8;

    private readonly ComparisonWords _words = new(speech);

    public ImmutableArray<string> All() =>
    [
        Counts(),
        .. comparison.Pairs.Where(p => _words.Alarm(p).Length > 0).Select(p => "! " + Say("compare.told", Both(p), _words.Alarm(p))),
        .. Single(),
        .. Listed("compare.short.parties", comparison.Pairs.Where(p => p.Differences.Length == 1 && IsAboutParties(p.Differences[0])).Select(Both)),
        .. Moves(),
        .. Parts(),
        .. Listed("compare.short.texts", comparison.Pairs.Where(p => p.IsSame && p.Redline is { TextsDiffer: true }).Select(Both)),
        .. new SubjectCells(speech).InShort([Say("compare.first"), Say("compare.second")], [comparison.FirstSubjects, comparison.SecondSubjects]),
    ];

    private string Counts()
    {
        var pairs = comparison.Pairs;
        if (pairs.IsEmpty)
        {
            return Say("compare.no_clauses");
        }

        return pairs.All(p => p.IsSame)
            ? Say(comparison.Heads.IsEmpty ? "compare.short.all_same" : "compare.short.all_same_but_head", Number(pairs.Length))
            : Say(
                "compare.short.counts",
                Number(pairs.Count(p => p.First is not null)),
                Number(pairs.Count(p => p.Second is not null)),
                Number(pairs.Count(p => p.IsSame)),
                Number(pairs.Count(p => p.Basis != MatchBasis.None && !p.IsSame)),
                Number(pairs.Count(p => p.Second is null)),
                Number(pairs.Count(p => p.First is null)));
    }

    /// <summary>Clauses that differ in one point and in nothing else.</summary>
    private IEnumerable<string> Single() => Listed(
        "compare.short.one_point",
        comparison.Pairs
            .Where(p => p.Differences.Length == 1 && !IsAboutParties(p.Differences[0]) && _words.Alarm(p).Length == 0)
            .Select(p => Say("compare.short.point", Both(p), _words.Told(p.Differences[0]))));

    /// <summary>The head says who the parties are; that it hangs on each clause need not be told of each.</summary>
    private static bool IsAboutParties(Difference difference) => difference.Within is [{ Form: WithinForm.Word, Name: MemberNoun.Parties }];

    private IEnumerable<string> Moves()
    {
        var moves = comparison.Pairs
            .Where(p => p.IsRenumbered)
            .GroupBy(p => (From: p.First!.Reference!, To: p.Second!.Reference!))
            .Select(g => (g.Key.From, g.Key.To, IsSame: g.All(p => p.IsSame)))
            .ToList();
        var swapped = moves.Where(m => moves.Exists(o => o.From == m.To && o.To == m.From)).ToList();
        return Listed("compare.short.moved",
        [
            .. swapped
                .Where(m => moves.IndexOf(m) < moves.FindIndex(o => o.From == m.To && o.To == m.From))
                .Select(m => Say(m.IsSame && moves.Find(o => o.From == m.To && o.To == m.From).IsSame ? "compare.swapped.same" : "compare.swapped", m.From, m.To)),
            .. moves.Except(swapped).Select(m => Say(m.IsSame ? "compare.moved.same" : "compare.moved", m.From, m.To)),
        ]);
    }

    private IEnumerable<string> Parts() => comparison.Pairs
        .Where(p => p.Kin is not null)
        .GroupBy(p => (p.Kin!.Whole, IsSplit: p.First is null))
        .Select(g => Say(
            g.Key.IsSplit ? "compare.short.split" : "compare.short.joined",
            ClauseWords.Full(g.Key.Whole),
            string.Join(", ", g.Select(p => p.Kin!.Part).Distinct().Concat(g.Select(p => (p.First ?? p.Second)!)).Select(ClauseWords.Full))));

    private IEnumerable<string> Listed(string key, IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count == 0 ? []
            : [Say(key, all.Count <= Most ? string.Join("; ", all) : Say("compare.and_more", string.Join("; ", all.Take(Most)), Number(all.Count - Most)))];
    }

    private static string Both(ClausePair pair) => ComparisonWords.Both(pair);

    private static string Number(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    private string Say(string key, params ReadOnlySpan<string> arguments) => speech.Phrases.Say(key, arguments);
}
