using Pacta.Model;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>
/// Counts (docs/semantics.md, 12, "Counts"): "22 fires in the zone in September". A count is seen by what asks how many there were and by what asks
/// whether there was any; it opens nothing and performs nothing, for nobody says which events they were.
/// </summary>
internal sealed partial class Evaluation
{
    private bool _seesCounts;

    /// <summary>Every way to match a pattern, counts among them.</summary>
    /// <param name="only">Only this event or count; null: all.</param>
    public IEnumerable<Match> MatchesAndCounts(Model.Agreements.Pattern pattern, Binding binding, Fact? only = null) =>
        SeeingCounts(() => only is null ? Matches(pattern, binding, null) : MatchesOf(pattern, new EventEntity(only), binding, null));

    /// <summary>What is found while counts are seen: found at once, where there are any, since what is found later would not see them.</summary>
    private IEnumerable<T> SeeingCounts<T>(Func<IEnumerable<T>> find)
    {
        if (Index.History.Counts.IsEmpty)
        {
            return find();
        }

        var before = _seesCounts;
        _seesCounts = true;
        var found = find().ToList();
        _seesCounts = before;
        return found;
    }

    /// <summary>Was there one at all, and what was counted?</summary>
    private Judged WasCounted(Fact fact)
    {
        var count = FieldOf(new EventEntity(fact), "count", TimeOf(fact).Range);
        var any = count.Test(v => v is NumberValue { Range: var range }
            ? Judged.Of(range.Low >= 1 ? Truth.True : range.High == 0 ? Truth.False : Truth.Unknown, count.Causes)
            : Judged.Of(Truth.Unknown, count.Causes));
        return Occurred(fact).And(any).Because(Derivations.Strung(any.Truth, CountedSteps(fact)));
    }

    /// <summary>What each source counted, and what is left of it.</summary>
    private IEnumerable<Derivation?> CountedSteps(Fact fact) => fact.Counted.Select(c => Step(
        DerivationCode.Counted, Truth.True, [], [c.By], NameTold(fact), Composed.Of(c.Stated), Composed.Of(c.Remaining), Parts(c, false), Parts(c, true)));

    private static string Parts(CountSaid said, bool mayCount) => string.Join("; ", said.Except.Where(e => e.MayCount == mayCount).Select(e => e.Told()));

    /// <summary>
    /// Events and counts together, as an interval. What was counted may be among the events that are reported by themselves, or not: at least the more
    /// of both, at most their sum. Counts add up at the lower end where their periods do not overlap. An event that a count says it includes is in its
    /// number; so is what the same source counted of the same in a shorter time within it.
    /// </summary>
    private NumberRange SumWithCounts(List<(Match Match, NumberRange Value, Judged Counts)> rows)
    {
        var events = rows.FindAll(r => CountIn(r.Match) is null);
        var counts = rows.FindAll(r => CountIn(r.Match) is not null);
        return counts.Count == 0 ? Sum(events) : new NumberRange(LeastOf(events, counts), MostOf(events, counts));
    }

    /// <summary>Counts beside events: whether the ones are among the others.</summary>
    private static IEnumerable<Cause> Overlaps(List<(Match Match, NumberRange Value, Judged Counts)> rows) =>
        rows.Count < 2 ? [] : rows.Select(r => CountIn(r.Match)).OfType<Fact>().Select(f => Causes.MayBeAmong(f, NameTold(f)));

    /// <summary>The id of an event; of a count, what it counts.</summary>
    private static string NameTold(Fact fact) => fact.Form == FactForm.Count && CountName.Parse(fact.Id) is { } count ? count.Told() : fact.Id;

    /// <summary>The count that a row stands for; null for an event or a thing.</summary>
    private static Fact? CountIn(Match match) => match.Entity is EventEntity { Fact: { Form: FactForm.Count } fact } ? fact : null;

    /// <summary>What a row adds: what may not count may add nothing.</summary>
    private static NumberRange Counting((Match Match, NumberRange Value, Judged Counts) row) =>
        row.Counts.Truth == Truth.True ? row.Value : row.Value.Cover(NumberRange.Exactly(0));

    /// <summary>The most that counts of periods apart from each other come to, with the events outside of all of them; or the events alone.</summary>
    private decimal? LeastOf(
        List<(Match Match, NumberRange Value, Judged Counts)> events, List<(Match Match, NumberRange Value, Judged Counts)> counts)
    {
        var spans = counts.ConvertAll(c => (Span: SpanOf(c.Match.Entity), Low: Counting(c).Low ?? 0));
        spans.Sort((a, b) => a.Span.Latest.CompareTo(b.Span.Latest));

        // The best of the first i: with the i-th, and what ends before it begins, or without it.
        var best = new decimal[spans.Count + 1];
        for (var i = 1; i <= spans.Count; i++)
        {
            best[i] = Math.Max(best[i - 1], spans[i - 1].Low + best[EndingBefore(spans, i - 1)]);
        }

        var apart = new List<InstantRange>();
        for (var i = spans.Count; i > 0;)
        {
            if (best[i] == best[i - 1])
            {
                i--;
                continue;
            }

            apart.Add(spans[i - 1].Span);
            i = EndingBefore(spans, i - 1);
        }

        var others = events.FindAll(e => apart.TrueForAll(a => SpanOf(e.Match.Entity) is var span && (a.Latest < span.Earliest || span.Latest < a.Earliest)));
        var (byEvents, byCounts) = (Sum(events).Low, best[^1] + Sum(others).Low);
        return byEvents is null || byCounts is null ? byEvents ?? byCounts : Math.Max(byEvents.Value, byCounts.Value);
    }

    private static int EndingBefore(List<(InstantRange Span, decimal Low)> spans, int of)
    {
        var at = of;
        while (at > 0 && spans[at - 1].Span.Latest >= spans[of].Span.Earliest)
        {
            at--;
        }

        return at;
    }

    /// <summary>All of them, less the events that a count says it includes, and without what one source counted of the same in a shorter time.</summary>
    private decimal? MostOf(
        List<(Match Match, NumberRange Value, Judged Counts)> events, List<(Match Match, NumberRange Value, Judged Counts)> counts)
    {
        var sum = Sum(events).High;
        foreach (var alike in counts.GroupBy(c => AlikeOf(CountIn(c.Match)!)))
        {
            var open = new Stack<(InstantRange Span, decimal? High, decimal Inside, decimal? Parts)>();
            foreach (var count in alike.Select(c => (Row: c, Span: SpanOf(c.Match.Entity))).OrderBy(c => c.Span.Earliest).ThenByDescending(c => c.Span.Latest))
            {
                while (open.Count > 0 && open.Peek().Span.Latest < count.Span.Latest)
                {
                    Close(open);
                }

                open.Push((count.Span, count.Row.Value.High, Inside(count.Row, events), 0));
            }

            while (open.Count > 0)
            {
                Close(open);
            }
        }

        return sum;

        // A count is at least as much as the counts within it; the longer one stands for both.
        void Close(Stack<(InstantRange Span, decimal? High, decimal Inside, decimal? Parts)> open)
        {
            var (_, high, inside, parts) = open.Pop();
            var own = high is { } h && parts is { } p ? Math.Max(0, Math.Max(h, p) - inside) : (decimal?)null;
            if (open.Count > 0)
            {
                var around = open.Pop();
                open.Push(around with { Parts = around.Parts + own });
            }
            else
            {
                sum += own;
            }
        }
    }

    private static decimal Inside((Match Match, NumberRange Value, Judged Counts) count, List<(Match Match, NumberRange Value, Judged Counts)> events)
    {
        var included = IncludedIn(CountIn(count.Match)!);
        return included.Count == 0 ? 0 : events.Where(e => e.Match.Entity is EventEntity { Fact.Id: var id } && included.Contains(id)).Sum(e => e.Value.High ?? 0);
    }

    /// <summary>The events that whoever counted says are in the number; where several counted, those on which they agree.</summary>
    public static HashSet<string> IncludedIn(Fact count) => count.Counted.IsEmpty ? []
        : count.Counted.Select(s => s.Includes.AsEnumerable()).Aggregate((a, b) => a.Intersect(b, StringComparer.Ordinal)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Counts of the same kind, place and authors by the same sources.</summary>
    private static string AlikeOf(Fact count) => CountName.Parse(count.Id) is { } name
        ? string.Join('\u001f', [name.Kind, name.In, name.By, .. count.AssertedBy.Select(r => r.Source).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)])
        : count.Id;
}
