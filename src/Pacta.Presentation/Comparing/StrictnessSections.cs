using System.Collections.Immutable;
using NodaTime.Text;
using Pacta.Model.Findings;
using Pacta.Negotiation;
using Pacta.Negotiation.Histories;
using Pacta.Presentation.Histories;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Comparing;

/// <summary>What each draft allows that the other rules out, for whom, and the histories that show it.</summary>
internal sealed class StrictnessSections
{
    private readonly DraftComparison _comparison;
    private readonly DraftStrictness _strictness;
    private readonly Speech _speech;
    private readonly StandIns _standIns;
    private readonly List<ComparisonEntry> _histories = [];

    private StrictnessSections(DraftComparison comparison, DraftStrictness strictness, Speech speech) =>
        (_comparison, _strictness, _speech, _standIns) = (comparison, strictness, speech, new StandIns(comparison.First, comparison.Second));

    public static ImmutableArray<ComparisonSection> Of(DraftComparison comparison, DraftStrictness strictness, Speech speech) =>
        [.. new StrictnessSections(comparison, strictness, speech).Sections()];

    private IEnumerable<ComparisonSection> Sections()
    {
        var rows = _strictness.Clauses.Select(Row).ToList();
        yield return new ComparisonSection("strictness", Say("strict.title"), [[Say("strict.party"), Say("strict.whole")], .. _strictness.Parties.Select(Whole)], [], [])
        {
            HasRowHeaders = true,
        };
        if (rows.Count > 0)
        {
            yield return new ComparisonSection(
                "strictness_clauses", Say("strict.clauses"), [[Say("compare.clause_column"), Say("strict.party"), Say("strict.second_is"), Say("strict.shown")], .. rows], [],
                _strictness.Bound.Tried == 0 ? [] : [BoundWords.Of(_strictness.Bound, _speech)])
            {
                HasRowHeaders = true,
            };
        }

        if (_histories.Count > 0)
        {
            var taken = _standIns.Taken.Select(t => Say("strict.stands_in", t.Invented, t.Real)).ToList();
            yield return new ComparisonSection(
                "histories", Say("strict.histories"), [], [.. _histories], taken.Count == 0 ? [Invented(_strictness, _speech)] : [Invented(_strictness, _speech), Say("strict.stand_ins", string.Join(", ", taken))]);
        }
    }

    private ImmutableArray<string> Whole(PartyStrictness party) => [
        Party(party.Party, party.Alike),
        Say(
            "strict.whole." + Names.Snake(party.Strictness) + (party is { IsShown: true, Strictness: Strictness.Stricter or Strictness.Looser } ? "_shown" : string.Empty),
            BoundWords.None(party.Bound, _speech)),
    ];

    private ImmutableArray<string> Row(ClauseStrictness clause)
    {
        var shown = new List<string>();
        foreach (var (result, isSecond) in new[] { (clause.SecondForbids, true), (clause.FirstForbids, false) })
        {
            if (result.Found is { } found)
            {
                _histories.Add(Entry(found, result, clause, isSecond));
                shown.Add(Say("strict.history", $"{_histories.Count}"));
            }
        }

        shown.AddRange(NothingMore(clause));
        if (clause.Pair.Differences.Any(d => d.Aspect is Negotiation.Content.Aspect.Reading or Negotiation.Content.Aspect.Holders || d.Within.Any(w => w.Form == Negotiation.Content.WithinForm.Reading)))
        {
            shown.Add(Say("strict.readings"));
        }


        var told = Say("strict." + Names.Snake(clause.OfClauses));
        if (clause.OfClauses != clause.OfTexts)
        {
            told = Say("strict.caught", told, BoundWords.None(clause.FirstForbids.Bound.And(clause.SecondForbids.Bound), _speech));
        }

        return [ComparisonWords.Both(clause.Pair), Party(clause.Party, clause.Alike), told, Shown(shown)];
    }

    /// <summary>What is known of the direction in which there is no history.</summary>
    private IEnumerable<string> NothingMore(ClauseStrictness clause)
    {
        if (clause.OfClauses == Strictness.Same)
        {
            return [Say("strict.make")];
        }

        if (clause.OfClauses == Strictness.NoDifferenceFound && clause.FirstForbids.Bound.And(clause.SecondForbids.Bound) is { Tried: > 0 } both && !clause.FirstForbids.IsExcluded && !clause.SecondForbids.IsExcluded)
        {
            return [BoundWords.None(both, _speech)];
        }

        return new[] { (clause.SecondForbids, "compare.second"), (clause.FirstForbids, "compare.first") }
            .Where(d => d.Item1.Found is null && (d.Item1.IsExcluded || d.Item1.Bound.Tried > 0))
            .Select(d => d.Item1.IsExcluded ? Say("strict.excluded", Say(d.Item2)) : Say("strict.none_more", Say(d.Item2), BoundWords.None(d.Item1.Bound, _speech)));
    }

    private string Shown(List<string> shown) => shown.Count > 0 ? string.Join("; ", shown) : Say("strict.binds_nobody");

    /// <param name="isSecond">The second draft rules it out.</param>
    private ComparisonEntry Entry(Separation found, SeparationResult result, ClauseStrictness clause, bool isSecond)
    {
        var text = isSecond ? _comparison.Second : _comparison.First;
        var (ruledBy, allowedBy) = isSecond ? (Say("compare.second"), Say("compare.first")) : (Say("compare.first"), Say("compare.second"));
        var lines = new FactLines(text, _standIns);
        var facts = lines.Folded(found.History, (count, last) => Say("strict.row", $"{count}", last)).ToImmutableArray();
        var who = _standIns.NameOf(clause.Party);
        var differences = new List<string>
        {
            Say("strict.ruled_out", ruledBy, ClauseWords.Full(found.Clause), Since(found, lines)),
            result.IsCaught ? Say("strict.allowed_but", allowedBy, Counterpart(clause, isSecond), string.Join(", ", result.By))
                : !found.KeptInNeither.IsEmpty ? Say("strict.allowed_besides", allowedBy, string.Join(", ", found.KeptInNeither))
                : found.TakenAsDone.IsEmpty ? Say("strict.allowed", allowedBy, who)
                : Say("strict.allowed_taken", allowedBy, who, string.Join(", ", found.TakenAsDone)),
        };
        if (found.IsAmongFew)
        {
            differences.Add(Say("strict.among_few"));
        }

        return new ComparisonEntry(
            Say(found.KeptInNeither.IsEmpty ? "strict.entry" : "strict.entry_besides", $"{_histories.Count + 1}", ClauseWords.Full(found.Clause), who, ruledBy, allowedBy), string.Empty,
            [(Say("strict.happens"), facts.IsEmpty ? [Say("strict.nothing")] : facts)], [.. differences]);
    }

    private string Counterpart(ClauseStrictness clause, bool isSecond) =>
        (isSecond ? clause.Pair.First : clause.Pair.Second) is { } other ? ClauseWords.Full(other) : Say("compare.none");

    /// <summary>From when on it is not kept.</summary>
    private static string Since(Separation found, FactLines lines) => found.Broken
        .SelectMany(f => f.Changes)
        .Where(c => c.State == ClauseState.Breached)
        .Select(c => lines.Time(c.At.Latest, byDay: true))
        .Order(StringComparer.Ordinal)
        .FirstOrDefault(string.Empty);

    private string Party(string party, ImmutableArray<string> alike) => alike.Length switch
    {
        0 => party,
        <= 2 => string.Join(", ", alike.Prepend(party)),
        var more => Say("strict.alike", party, $"{more}"),
    };

    /// <summary>What such histories are, and since when the texts bind in them.</summary>
    public static string Invented(DraftStrictness strictness, Speech speech) => speech.Phrases.Say("strict.invented", LocalDatePattern.Iso.Format(strictness.InForce));

    private string Say(string key, params ReadOnlySpan<string> arguments) => _speech.Phrases.Say(key, arguments);
}
