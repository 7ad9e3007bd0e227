using Pacta.Model;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Reports;
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
    public IReadOnlyList<Match> MatchesAndCounts(Model.Agreements.Pattern pattern, Binding binding) =>
        Index.History.Counts.IsEmpty ? [.. Matches(pattern, binding, null)] : SeeingCounts(() => Matches(pattern, binding, null).ToList());

    private T SeeingCounts<T>(Func<T> evaluate)
    {
        var before = _seesCounts;
        _seesCounts = true;
        var result = evaluate();
        _seesCounts = before;
        return result;
    }

    /// <summary>Was there one at all, and what was counted?</summary>
    private Judged WasCounted(Fact fact)
    {
        var count = FieldOf(new EventEntity(fact), "count", TimeOf(fact).Range);
        var any = count.Test(v => v is NumberValue { Range: var range }
            ? Judged.Of(range.Low >= 1 ? Truth.True : range.High == 0 ? Truth.False : Truth.Unknown, count.Causes)
            : Judged.Of(Truth.Unknown, count.Causes));
        return any.Because(Derivations.Strung(any.Truth, CountedSteps(fact)));
    }

    /// <summary>What each source counted, and what is left of it.</summary>
    private IEnumerable<Derivation?> CountedSteps(Fact fact) => fact.Counted.Select(c => Step(
        DerivationCode.Counted, Truth.True, [], [c.By], NameTold(fact), Composed.Of(c.Stated), Composed.Of(c.Remaining), Parts(c, false), Parts(c, true)));

    private static string Parts(CountSaid said, bool mayCount) => string.Join("; ", said.Except
        .Where(e => e.MayCount == mayCount)
        .Select(e => e.IsMost ? Composed.Of("most_of", e.What)
            : e.Number is { } number ? Composed.Of("part", Composed.Of(new NumberRange(number.Low, number.High)), e.What)
            : e.What));

    /// <summary>
    /// Events and counts together, as an interval. What was counted may be among the events that are reported by themselves, or not: at least the more
    /// of both, at most their sum. Counts add up at the lower end where their periods do not overlap. An event that a count says it includes is in its
    /// number; so is what the same source counted of the same in a shorter time within it.
    /// </summary>
    private NumberRange SumWithCounts(List<(Match Match, NumberRange Value, Judged Counts)> rows)
    {
        var events = rows.FindAll(r => !IsCount(r.Match));
        var counts = rows.FindAll(r => IsCount(r.Match));
        return counts.Count == 0 ? Sum(events) : new NumberRange(LeastOf(events, counts), MostOf(events, counts));
    }

    /// <summary>Counts beside events: whether the ones are among the others.</summary>
    private static IEnumerable<Cause> Overlaps(List<(Match Match, NumberRange Value, Judged Counts)> rows) =>
        rows.TrueForAll(r => IsCount(r.Match)) ? [] : rows.Where(r => IsCount(r.Match)).Select(r => ((EventEntity)r.Match.Entity).Fact).Select(f => Causes.MayBeAmong(f, NameTold(f)));

    /// <summary>The id of an event; of a count, what it counts.</summary>
    private static string NameTold(Fact fact) => fact.Form == FactForm.Count && CountName.Parse(fact.Id) is { } count ? count.Told() : fact.Id;

    private static bool IsCount(Match match) => match.Entity is EventEntity { Fact.Form: FactForm.Count };

    private static NumberRange Counting((Match Match, NumberRange Value, Judged Counts) row) =>
        row.Counts.Truth == Truth.True ? row.Value : row.Value.Cover(NumberRange.Exactly(0));

    private decimal? LeastOf(
        List<(Match Match, NumberRange Value, Judged Counts)> events, List<(Match Match, NumberRange Value, Judged Counts)> counts)
    {
        var apart = new List<(Match Match, NumberRange Value, Judged Counts)>();
        foreach (var count in counts.OrderByDescending(c => Counting(c).Low ?? 0))
        {
            if (apart.TrueForAll(a => AreApart(a.Match.Entity, count.Match.Entity)))
            {
                apart.Add(count);
            }
        }

        var others = events.FindAll(e => apart.TrueForAll(a => AreApart(a.Match.Entity, e.Match.Entity)));
        var (byEvents, byCounts) = (Sum(events).Low, apart.Sum(a => Counting(a).Low ?? 0) + Sum(others).Low);
        return byEvents is null || byCounts is null ? byEvents ?? byCounts : Math.Max(byEvents.Value, byCounts.Value);
    }

    private static decimal? MostOf(
        List<(Match Match, NumberRange Value, Judged Counts)> events, List<(Match Match, NumberRange Value, Judged Counts)> counts)
    {
        var sum = Sum(events).High;
        foreach (var count in counts.Where(c => !counts.Exists(o => IsWithin(c.Match.Entity, o.Match.Entity))))
        {
            var included = ((EventEntity)count.Match.Entity).Fact.Counted is { Length: > 0 } said
                ? said.Select(s => s.Includes.AsEnumerable()).Aggregate((a, b) => a.Intersect(b, StringComparer.Ordinal)).ToHashSet(StringComparer.Ordinal)
                : [];
            var inside = events.Where(e => e.Counts.Truth == Truth.True && e.Match.Entity is EventEntity { Fact.Id: var id } && included.Contains(id)).Sum(e => e.Value.Low ?? 0);
            var shorter = counts.Where(c => IsWithin(c.Match.Entity, count.Match.Entity)).Aggregate(NumberRange.Exactly(0), (all, c) => Numbers.Add(all, c.Value)).High;
            sum += count.Value.High is { } high && shorter is { } parts ? Math.Max(0, Math.Max(high, parts) - inside) : null;
        }

        return sum;
    }

    /// <summary>Can nothing be in both?</summary>
    private bool AreApart(Entity one, Entity other)
    {
        if (one is not EventEntity { Fact: var a } || other is not EventEntity { Fact: var b })
        {
            return false;
        }

        var (first, second) = (TimeOf(a).Range, TimeOf(b).Range);
        return first.Latest < second.Earliest || second.Latest < first.Earliest;
    }

    /// <summary>Did the same sources count the same, by the same and in the same place, in a longer time around it?</summary>
    private static bool IsWithin(Entity shorter, Entity longer) =>
        shorter is EventEntity { Fact: var a } && longer is EventEntity { Fact: var b } && !ReferenceEquals(a, b)
        && a.Kind == b.Kind && CountName.Parse(a.Id) is { } name && CountName.Parse(b.Id) is { } around && name.In == around.In && name.By == around.By
        && a.AssertedBy.Select(r => r.Source).ToHashSet(StringComparer.Ordinal).SetEquals(b.AssertedBy.Select(r => r.Source))
        && Spans(b, a);

    private static bool Spans(Fact longer, Fact shorter)
    {
        var (a, b) = (longer.Time.Alternatives[0].Value, shorter.Time.Alternatives[0].Value);
        return a.From.In(NodaTime.DateTimeZone.Utc).Earliest <= b.From.In(NodaTime.DateTimeZone.Utc).Earliest
            && b.To.In(NodaTime.DateTimeZone.Utc).Latest <= a.To.In(NodaTime.DateTimeZone.Utc).Latest && MomentText.Format(a) != MomentText.Format(b);
    }
}
