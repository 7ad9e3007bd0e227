using System.Collections.Immutable;
using NodaTime;
using Pacta.Exploration.Domain;
using Pacta.Exploration.Judging;
using Pacta.Exploration.Texts;
using Pacta.Logic.Reference;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Negotiation.Conflicts;
using Pacta.Negotiation.Histories;

namespace Pacta.Exploration.Conflicting;

/// <summary>Some clauses, what can happen around them, and what they say of it about one party.</summary>
internal sealed class Stage
{
    /// <summary>So many like things are tried as one.</summary>
    private const decimal MostAlike = 1_000;

    private readonly ImmutableSortedDictionary<int, Text> _texts;
    private readonly Candidates _candidates;
    private readonly Entries _entries;
    private readonly Dictionary<string, ImmutableArray<InventedFact>> _own = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Instant> _ends;
    private int _asked;

    private Stage(ImmutableArray<Member> members, string party, ImmutableSortedDictionary<int, Text> texts, Candidates candidates, Entries entries, Reach reach)
    {
        (Members, Party, _texts, _candidates, _entries, Reach) = (members, party, texts, candidates, entries, reach);

        // What is due on a date, or once a year, falls due whatever happens.
        var zone = members[0].Agreement.Calendar.Zone;
        _ends = [.. reach.Dates.Select(d => d.In(zone).Latest), .. reach.Yearly.Select(_ => entries.Start + Duration.FromDays(366)), .. reach.CalendarUnits.Select(u => entries.Start + Whole(u))];

        // A minimum is judged when a whole period is over.
        static Duration Whole(Model.Time.LapseUnit unit) => Duration.FromDays(unit is Model.Time.LapseUnit.Year ? 2 * 366 : 2 * 31);
    }

    public ImmutableArray<Member> Members { get; }

    public string Party { get; }

    public Reach Reach { get; }

    public int Asked => _asked;

    public IEnumerable<string> Cut => _candidates.Cut;

    /// <param name="isFull">Among all parties, and not only among those who stand for them.</param>
    /// <param name="isAboutOthers">What others keep is asked about too.</param>
    /// <param name="isInItsTime">In the time in which the texts say themselves that they bind, so that what is found can be told as a scenario.</param>
    public static Stage Of(ImmutableArray<Member> members, string party, bool isFull = false, bool isAboutOthers = false, bool isInItsTime = false)
    {
        var reach = ReachOf(members);
        var numbers = members.Select(m => m.Text).Distinct().Order().ToList();
        ImmutableArray<Agreement> agreements = [.. numbers.Select(n => members.First(m => m.Text == n).Agreement)];
        var entries = isInItsTime ? Entries.OfOwn(agreements) : Entries.Of(agreements, reach);
        var cast = Cast.Of(agreements, reach).With(party);
        var summed = members.SelectMany(m => m.Reach.Summed).ToHashSet();
        CountOut(reach, summed);
        var texts = numbers.Select((n, i) => (n, Text: Text.Of(agreements[i], entries.Days[i])))
            .ToImmutableSortedDictionary(t => t.n, t => isFull ? t.Text : t.Text.Among(cast));
        var candidates = new Candidates(agreements, reach, summed, cast, new Clock(agreements[0].Calendar, entries.Beginning, entries.Start, reach), isAboutOthers ? null : party);
        return new Stage(members, party, texts, candidates, entries, reach);
    }

    /// <summary>Whoever all of these clauses may bind, one for all who are alike.</summary>
    public static IEnumerable<(string Party, ImmutableArray<string> Alike)> PartiesOf(ImmutableArray<Member> members, ImmutableArray<Member> bound)
    {
        var reach = ReachOf(members);
        var cast = Cast.Of([.. members.Select(m => m.Agreement).Distinct()], reach);
        var bearers = bound.Select(m => Bearers.Of(m.Clause, m.Agreement)).ToList();
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var actor in cast.Actors.Where(a => bearers.TrueForAll(b => b?.Contains(a) != false)).Where(a => cast.Parties.Contains(a) || reach.Actors.Contains(a)))
        {
            if (shown.Add(actor))
            {
                var alike = cast.Alike.GetValueOrDefault(actor, []);
                shown.UnionWith(alike);
                yield return (actor, alike);
            }
        }
    }

    /// <summary>A sum may be reached by many things of which each is small: as many as that takes are tried as one.</summary>
    private static void CountOut(Reach reach, HashSet<(string Kind, string Field)> summed)
    {
        foreach (var (kind, field) in summed.Where(s => s.Field != "count"))
        {
            var numbers = reach.Numbers.GetValueOrDefault((kind, field)) ?? [];
            var counts = numbers.SelectMany(sum => numbers.Where(each => each > 0 && each < sum && sum / each <= MostAlike).Select(each => Math.Ceiling(sum / each))).ToList();
            if (counts.Count == 0)
            {
                continue;
            }

            if (!reach.Numbers.TryGetValue((kind, "count"), out var known))
            {
                reach.Numbers[(kind, "count")] = known = [];
            }

            known.UnionWith(counts);
        }
    }

    public InventedHistory History(ImmutableArray<InventedFact> facts, ImmutableArray<InventedJudgement> judged) => new(
        [.. facts.OrderBy(f => f.At).ThenBy(f => f.Id, StringComparer.Ordinal)], judged, _candidates.Clock.Through(facts.Select(f => f.End ?? f.At).Concat(_ends)));

    /// <summary>What these clauses find about the history, whomever it is about.</summary>
    /// <param name="watch">Told of every comparison on the way.</param>
    public IEnumerable<Judged> Judge(InventedHistory history, ImmutableArray<Member> members, Action<Comparison>? watch = null)
    {
        Interlocked.Increment(ref _asked);
        return members.GroupBy(m => m.Text).SelectMany(g => _texts[g.Key]
            .Judge(history, g.Select(m => m.Clause.Name).ToHashSet(StringComparer.Ordinal), watch)
            .Select(f => (Member: g.FirstOrDefault(m => m.Clause.Holds(f.ClausePath)), Finding: f))
            .Where(j => j.Member is not null)
            .Select(j => new Judged(j.Member!, j.Finding)));
    }

    /// <summary>Which of these clauses the party certainly does not keep.</summary>
    public ImmutableArray<Judged> Broken(InventedHistory history, ImmutableArray<Member> members) =>
        [.. Judge(history, members).Where(j => j.Finding.Bearers.Contains(Party) && Text.IsBreach(j.Finding))];

    /// <summary>What can be added; new things also from the beginning.</summary>
    /// <param name="open">See <see cref="Candidates.Beside"/>.</param>
    public IEnumerable<ImmutableArray<InventedFact>> Beside(ImmutableArray<InventedFact> facts, Func<string, bool> isWanted, Finding? open = null)
    {
        var ids = facts.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        var first = new HashSet<string>(StringComparer.Ordinal);
        foreach (var added in _candidates.Beside(facts, isWanted, rowsAgain: true, open))
        {
            if (added is [{ Form: FactForm.Thing } thing] && !ids.Contains(thing.Id))
            {
                ImmutableArray<InventedFact> early = [thing with { At = _entries.Beginning }];
                if (first.Add(Candidates.KeyOf(early)))
                {
                    yield return early;
                }
            }

            yield return added;
        }
    }

    /// <summary>Before the first of the texts binds nobody acts on its account.</summary>
    public bool IsTooEarly(InventedFact fact) => fact.At < _entries.Beginning;

    /// <summary>A thing of that kind of the party's own, of whatever sort and wherever, from the beginning.</summary>
    public ImmutableArray<InventedFact> Own(string kind)
    {
        if (!_own.TryGetValue(kind, out var own))
        {
            own = [.. Beside([], k => k == kind).Select(c => c[0]).Where(f => f.At == _entries.Beginning && Conflict.IsBy(f, Party)).DistinctBy(f => Candidates.KeyOf([f]))];
            _own.Add(kind, own);
        }

        return own;
    }

    public IEnumerable<ImmutableArray<InventedJudgement>> Judgements() => Matters.Ways(Reach.Matters, _entries.Beginning);

    private static Reach ReachOf(ImmutableArray<Member> members)
    {
        var reach = new Reach();
        foreach (var member in members)
        {
            reach.Include(member.Reach);
        }

        return reach;
    }
}

/// <summary>A clause, and what is found about it.</summary>
internal sealed record Judged(Member Member, Finding Finding);
