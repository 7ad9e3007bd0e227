using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pacta.Exploration.Domain;
using Pacta.Exploration.Judging;
using Pacta.Exploration.Texts;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Negotiation.Histories;

namespace Pacta.Exploration.Separating;

/// <summary>How much a search may do.</summary>
/// <param name="Steps">The most facts in a history.</param>
/// <param name="Tries">The most histories.</param>
public sealed record SearchLimits(int Steps, int Tries)
{
    public static readonly SearchLimits Default = new(3, 3_000);
}

/// <summary>A history that one text calls a breach by somebody and that the other calls none by him.</summary>
internal sealed record Separated(InventedHistory History, ImmutableArray<Finding> Broken);

/// <summary>
/// Looks for a shortest history in which somebody keeps one text and does not keep a clause of another. Histories grow fact by fact, each of which has to matter: as long as
/// the clause is kept, one that can break it; as long as the first text is not kept, one that can mend what is not kept. Whatever history there is can be built up in such
/// an order, because what a clause says depends on nothing outside of its reach: so nothing shorter is overlooked.
/// </summary>
internal sealed class SeparationSearch
{
    private const int Portion = 256;

    /// <summary>Of what might mend something, so much is tried.</summary>
    private const int Mends = 600;

    private readonly Text _keeper;
    private readonly IReadOnlySet<string>? _only;
    private readonly Text _breaker;
    private readonly Clause _clause;
    private readonly string? _party;
    private readonly bool _isKeptByAll;
    private readonly Reach _clauseReach;
    private readonly Candidates _candidates;
    private readonly ImmutableSortedSet<string> _matters;
    private readonly ConcurrentDictionary<string, ImmutableHashSet<string>> _standing = new(StringComparer.Ordinal);
    private readonly IReadOnlySet<string> _clauseNames;
    private readonly IReadOnlySet<string> _always;

    /// <param name="only">The clauses of the keeper that are to be kept; null: all.</param>
    /// <param name="party">Who keeps the one and not the other; null: everybody keeps the one, and somebody does not keep the other.</param>
    /// <param name="isKeptByAll">Everybody keeps the first text, and not only the party.</param>
    /// <param name="always">Kinds of which a fact may always make a difference.</param>
    public SeparationSearch(Text keeper, IReadOnlySet<string>? only, Text breaker, Clause clause, string? party, Candidates candidates, Reach reach, IReadOnlySet<string> always, bool isKeptByAll = false)
    {
        _always = always;
        _isKeptByAll = isKeptByAll || party is null;
        (_keeper, _only, _breaker, _clause, _party, _candidates) = (keeper, only, breaker, clause, party, candidates);
        _clauseReach = breaker.ReachOf(clause);
        _matters = [.. reach.Matters];
        _clauseNames = new HashSet<string>(StringComparer.Ordinal) { clause.Name };
    }

    public (Separated? Found, SearchBound Bound) Run(SearchLimits limits)
    {
        var (found, bound) = Run(limits, most: 1);
        return (found.IsEmpty ? null : found[0], bound);
    }

    /// <summary>The shortest ones: of equal length at most so many.</summary>
    public (ImmutableArray<Separated> Found, SearchBound Bound) Run(SearchLimits limits, int most)
    {
        var (tried, whole) = (0, limits.Steps);
        var all = ImmutableArray.CreateBuilder<Separated>();
        foreach (var judged in Matters.Ways(_matters, _candidates.Clock.Start))
        {
            List<Node> level = [new Node([], string.Empty)];
            var seen = new HashSet<string>(StringComparer.Ordinal);

            // How long histories are of which all were tried: where there was no room for all, it is those before.
            var (done, isShortened) = (0, false);
            for (var steps = 0; steps <= limits.Steps && level.Count > 0; steps++)
            {
                var next = new List<Node>();
                var isFull = false;
                foreach (var portion in level.Chunk(Portion))
                {
                    if (tried >= limits.Tries)
                    {
                        return (all.ToImmutable(), Bound(Math.Min(whole, done), tried, isCutShort: true));
                    }

                    tried += portion.Length;
                    foreach (var (node, found, wanted, open) in portion.AsParallel().AsOrdered().Select(n => Look(n, judged)))
                    {
                        if (found is not null)
                        {
                            all.Add(found);
                            if (all.Count >= most)
                            {
                                return (all.ToImmutable(), Bound(steps, tried, isCutShort: false));
                            }
                        }

                        if (wanted is not null && steps < limits.Steps && !isFull)
                        {
                            isFull = Extend(node, wanted, open, next, seen, Math.Max(0, limits.Tries - tried));
                        }
                    }
                }

                if (all.Count > 0)
                {
                    return (all.ToImmutable(), Bound(steps, tried, isCutShort: false));
                }

                done = isShortened ? done : steps;
                isShortened |= isFull;
                level = next;
            }

            whole = isShortened ? Math.Min(whole, done) : whole;
        }

        return ([], Bound(whole, tried, isCutShort: whole < limits.Steps));
    }

    /// <summary>All histories with one fact more, unless there is no room for so many.</summary>
    /// <returns>Whether there was not.</returns>
    private bool Extend(Node node, Func<string, bool> wanted, Finding? open, List<Node> next, HashSet<string> seen, int room)
    {
        foreach (var added in _candidates.Beside(node.Facts, wanted, open: open))
        {
            var facts = node.Facts.AddRange(added);
            if (!seen.Add(Candidates.KeyOf(facts)))
            {
                continue;
            }

            if (next.Count >= room)
            {
                return true;
            }

            next.Add(node with { Facts = facts });
        }

        return false;
    }

    private SearchBound Bound(int steps, int tried, bool isCutShort) => new(steps, tried, isCutShort, [.. _candidates.Cut]);

    private (Node Node, Separated? Found, Func<string, bool>? Wanted, Finding? Open) Look(Node node, ImmutableArray<InventedJudgement> judged)
    {
        var history = History(node.Facts, judged);
        var broken = Broken(history);
        ImmutableHashSet<string> present = [.. node.Facts.Select(f => f.Kind)];
        if (broken.IsEmpty)
        {
            return (node with { Open = string.Empty }, null, Or(Roles.ThatBreak(_clause, _clauseReach, present)), null);
        }

        if (NotKeptFindings(history).FirstOrDefault() is not { Clause: { } open } first)
        {
            return (node, new Separated(history, broken), null, null);
        }

        // One fact is enough to do what a clause asks for, unless it takes several together: one that mended nothing leads nowhere.
        var signature = string.Join('|', first.Findings.Select(f => f.Id).Concat(broken.Select(f => f.Id)));
        var reach = _keeper.ReachOf(open);
        return signature == node.Open && !Roles.TakesSeveral(open, reach)
            ? (node, null, null, null)
            : (node with { Open = signature }, null, Or(Roles.ThatKeep(open, reach)), first.Findings[0]);

        Func<string, bool> Or(Func<string, bool> wanted) => kind => (_always.Contains(kind) && !present.Contains(kind)) || wanted(kind);
    }

    /// <summary>What the keeper asks for, whatever happens, and that is taken as done because the clause does not speak of it: it is not in the history.</summary>
    public ImmutableArray<string> TakenAsDone(InventedHistory history)
    {
        var standing = StandingUnder(history.Judgements);
        var findings = _keeper.Judge(history, standing);
        return [.. _keeper.Agreement.Clauses.Where(c => standing.Contains(c.Name) && findings.Any(f => IsHis(f) && c.Holds(f.ClausePath) && !Text.IsKept(f))).Select(c => c.Name)];
    }

    /// <summary>Could the clause be kept although something of the keeper is not: by one fact less, or by one more?</summary>
    public bool IsOnTop(Separated found)
    {
        var (facts, judged) = (found.History.Facts, found.History.Judgements);
        var open = found.Broken[0];
        return facts.Select(f => facts.Remove(f))
            .Concat(_candidates.Beside(facts, Roles.ThatKeep(_clause, _clauseReach), open: open).Take(Mends).Select(c => facts.AddRange(c)))
            .Select(f => History(f, judged))
            .Any(h => Broken(h).IsEmpty && NotKeptFindings(h).Any());
    }

    /// <summary>The same history with what the keeper asks for besides, one act after the other, each of which mends something; null: that leads nowhere.</summary>
    /// <param name="most">The most facts of the history.</param>
    public Separated? Mended(Separated found, int most)
    {
        var (facts, judged) = (found.History.Facts, found.History.Judgements);
        while (true)
        {
            var history = History(facts, judged);
            var open = NotKeptFindings(history).ToList();
            if (open.Count == 0)
            {
                return new Separated(history, Broken(history));
            }

            var ids = Ids(open);
            var wanted = Roles.ThatKeep(open[0].Clause, _keeper.ReachOf(open[0].Clause));
            var longer = facts.Length >= most ? null : (ImmutableArray<InventedFact>?)_candidates.Beside(facts, wanted, open: open[0].Findings[0])
                .Take(Mends)
                .Select(c => facts.AddRange(c))
                .FirstOrDefault(f => History(f, judged) is var h && Ids(NotKeptFindings(h)).IsProperSubsetOf(ids) && !Broken(h).IsEmpty, default);
            if (longer is not { IsDefault: false } next)
            {
                return null;
            }

            facts = next;
        }

        static HashSet<string> Ids(IEnumerable<(Clause Clause, ImmutableArray<Finding> Findings)> open) => open.SelectMany(o => o.Findings).Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The findings that the clause is not kept by the party.</summary>
    public ImmutableArray<Finding> Broken(InventedHistory history, bool isReplay = false) =>
        [.. Judge(_breaker, history, _clauseNames, isReplay).Where(f => IsHis(f) && Text.IsBreach(f))];

    private bool IsHis(Finding finding) => _party is null || finding.Bearers.Contains(_party);

    /// <summary>Does the history show what it is to show?</summary>
    /// <param name="isReplay">Asked by the way that reports go, and not of the evaluator alone.</param>
    public bool Holds(InventedHistory history, bool isReplay = false)
    {
        return !Broken(history, isReplay).IsEmpty && !NotKeptFindings(history, isReplay).Any();
    }

    private static ImmutableArray<Finding> Judge(Text text, InventedHistory history, IReadOnlySet<string> clauses, bool isReplay) =>
        isReplay ? text.Replay(history, clauses) : text.Judge(history, clauses);

    public InventedHistory History(ImmutableArray<InventedFact> facts, ImmutableArray<InventedJudgement> judged)
    {
        var through = _candidates.Clock.Through(facts.Select(f => f.End ?? f.At));
        return new InventedHistory(InventedHistory.InOrder(facts), judged, through);
    }

    /// <summary>The clauses of the keeper that the party does not certainly keep.</summary>
    public IEnumerable<Clause> NotKept(InventedHistory history) => NotKeptFindings(history).Select(n => n.Clause);

    /// <summary>A clause of the keeper that is certainly not kept; null: there is none.</summary>
    public Clause? NotKeptForSure(InventedHistory history) => NotKeptFindings(history).FirstOrDefault(n => n.Findings.Any(Text.IsBreach)).Clause;

    /// <summary>What the clauses of the keeper say that are about such facts.</summary>
    public ImmutableArray<Negotiation.Loopholes.Said> Said(InventedHistory history)
    {
        var asked = _keeper.About(history.Facts.Select(f => f.Kind).ToHashSet(StringComparer.Ordinal)).Where(Roles.Binds).ToList();
        var findings = _keeper.Judge(history, asked.Select(c => c.Name).ToHashSet(StringComparer.Ordinal));
        return [.. asked.Select(c => new Negotiation.Loopholes.Said(c, [.. findings.Where(f => c.Holds(f.ClausePath))]))];
    }

    private IEnumerable<(Clause Clause, ImmutableArray<Finding> Findings)> NotKeptFindings(InventedHistory history, bool isReplay = false)
    {
        var kinds = history.Facts.Select(f => f.Kind).Concat(_clauseReach.Kinds.Keys).ToHashSet(StringComparer.Ordinal);
        var standing = StandingUnder(history.Judgements);
        var asked = _keeper.Near(kinds).Where(c => Roles.Binds(c) && _only?.Contains(c.Name) != false && !standing.Contains(c.Name)).ToList();
        var findings = Judge(_keeper, history, asked.Select(c => c.Name).ToHashSet(StringComparer.Ordinal), isReplay);
        return asked
            .Select(c => (Clause: c, Findings: findings.Where(f => (_isKeptByAll || IsHis(f)) && c.Holds(f.ClausePath) && !Text.IsKept(f)).ToImmutableArray()))
            .Where(n => !n.Findings.IsEmpty);
    }

    private bool IsSameLine(string kind, string other) =>
        new[] { _keeper, _breaker }.Any(t => t.Agreement.Vocabulary.IsA(kind, other) || t.Agreement.Vocabulary.IsA(other, kind));

    /// <summary>The same for all histories in which the same is judged: asked once of the evaluator.</summary>
    private ImmutableHashSet<string> StandingUnder(ImmutableArray<InventedJudgement> judged) =>
        _standing.GetOrAdd(string.Join('\n', judged.Select(j => $"{j.Matter} {j.Holds}")), _ => [.. Standing(judged)]);

    /// <summary>
    /// Clauses of the keeper that silence alone breaks, and that ask for nothing which the other clause speaks of: whatever they ask for is taken as done.
    /// </summary>
    private IEnumerable<string> Standing(ImmutableArray<InventedJudgement> judged)
    {
        var silence = History([], judged);
        var findings = _keeper.Judge(silence, _keeper.Agreement.Clauses.Where(Roles.Binds).Select(c => c.Name).ToHashSet(StringComparer.Ordinal));
        return _keeper.Agreement.Clauses
            .Where(c => findings.Any(f => c.Holds(f.ClausePath) && !Text.IsKept(f)))
            .Where(c => !_keeper.ReachOf(c).Kinds.Keys.Any(k => _clauseReach.Kinds.Keys.Any(o => IsSameLine(k, o))))
            .Select(c => c.Name);
    }

    /// <param name="Open">What the history that it grew from left unkept; empty where it broke nothing yet.</param>
    private sealed record Node(ImmutableArray<InventedFact> Facts, string Open);
}
