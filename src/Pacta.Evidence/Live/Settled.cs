using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NodaTime;
using Pacta.Evidence.Checking;
using Pacta.Evidence.Recording;
using Pacta.Model.Diagnostics;
using Pacta.Model.Histories;
using Pacta.Model.Reports;

namespace Pacta.Evidence.Live;

/// <summary>What is worth keeping of a component; of most there is nothing.</summary>
/// <param name="CitesUnknown">Something is cited that nobody knows: which id it may be instead depends on all records.</param>
/// <param name="NamesUnknown">A name was used that nobody knew then.</param>
/// <param name="Others">Standing records that are neither reports nor counts.</param>
/// <param name="Told">What was taken back, by who takes it back.</param>
internal sealed record Outcome(
    ImmutableArray<Diagnostic> Diagnostics, bool CitesUnknown, bool NamesUnknown, ImmutableArray<Dated> Others, ImmutableArray<(Instant At, string By)> Told);

/// <summary>Which records are known and stand, component by component, and what follows from that apart from facts.</summary>
internal sealed class Settled(
    Connections connections, ComponentReader reader, NameCheck names, OtherParts others)
{
    private const byte Kept = 1;
    private const byte Stands = 2;

    /// <summary>So many components are checked at once; only where something is wrong it is asked with which.</summary>
    private const int ChunkSize = 1024;

    private readonly List<byte> _marks = [];
    private readonly Dictionary<int, Outcome> _outcomes = [];

    /// <summary>Events that are named by what was taken back, with a record of its component.</summary>
    private readonly Dictionary<string, HashSet<int>> _named = new(StringComparer.Ordinal);

    private readonly Merged<(Instant At, string By), TakenBack> _told = new(
        (a, b) => (a.Recorded.Earliest, a.By) is var (at, by) && at != b.Recorded.Earliest ? at.CompareTo(b.Recorded.Earliest) : string.CompareOrdinal(a.By, b.By),
        PlacesOf);

    public IEnumerable<KeyValuePair<int, Outcome>> Outcomes => _outcomes;

    public ImmutableArray<TakenBack> TakenBack => _told.Items;

    /// <summary>Goes up whenever a record that was known before ceases to be, or comes back.</summary>
    public int Turns { get; private set; }

    public ImmutableSortedDictionary<string, Instant> Heard { get; private set; } = ImmutableSortedDictionary<string, Instant>.Empty.WithComparers(StringComparer.Ordinal);

    public bool IsKept(int index) => (_marks[index] & Kept) != 0;

    public bool DoesStand(int index) => (_marks[index] & Stands) != 0;

    /// <summary>Finds out again about components, of which records or all members may be new, and about whatever hangs on them.</summary>
    /// <returns>All components that it was done for, and their statements.</returns>
    public (HashSet<int> Roots, List<Statement> Statements, HistoryParts Changed) Settle(HashSet<int> roots)
    {
        var old = _marks.Count;
        CollectionsMarshal.SetCount(_marks, connections.Count);
        CollectionsMarshal.AsSpan(_marks)[old..].Clear();
        var dropped = connections.TakeAbsorbed();
        var (known, changed) = Keep(roots, old);
        var (told, tellers) = (new Dictionary<(Instant, string), ImmutableArray<TakenBack>>(), new HashSet<(Instant, string)>());
        var (before, after) = (new List<Dated>(), new List<Dated>());
        foreach (var root in dropped.Concat(roots))
        {
            if (_outcomes.Remove(root, out var outcome))
            {
                before.AddRange(outcome.Others);
                tellers.UnionWith(outcome.Told);
            }
        }

        var statements = new List<Statement>();
        foreach (var chunk in roots.Chunk(ChunkSize))
        {
            Settle(chunk, known, told, after, statements);
        }

        tellers.UnionWith(told.Keys);
        foreach (var teller in tellers)
        {
            var now = told.GetValueOrDefault(teller, []);
            if (!Same.All(_told.Of(teller), now, Same.TakenBack))
            {
                _told.Replace(teller, now);
                changed |= HistoryParts.TakenBack;
            }
        }

        return (roots, statements, changed | others.Replace(before, after));
    }

    private static IEnumerable<int> PlacesOf((Instant At, string By) teller, ImmutableArray<TakenBack> items)
    {
        for (var i = Merged<string, TakenBack>.LowerBound(items, t => t.Recorded.Earliest < teller.At || (t.Recorded.Earliest == teller.At && string.CompareOrdinal(t.By, teller.By) < 0));
            i < items.Length && items[i].Recorded.Earliest == teller.At && items[i].By == teller.By;
            i++)
        {
            yield return i;
        }
    }

    /// <summary>
    /// Which records have their ids. Where that makes an event known that nobody spoke of, or takes the last one away who did, it may be among what others spoke of
    /// and took back: their components are done again too.
    /// </summary>
    private (Dictionary<int, (List<Dated> Known, DiagnosticBag Bag)> Known, HistoryParts Changed) Keep(HashSet<int> roots, int old)
    {
        var known = new Dictionary<int, (List<Dated>, DiagnosticBag)>();
        var (events, silent) = (new Dictionary<string, bool>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var heard = Heard;
        if (_named.Count > 0)
        {
            foreach (var name in roots.SelectMany(connections.Members).SelectMany(connections.EventsOf).Where(_named.ContainsKey))
            {
                events.TryAdd(name, IsSpokenOf(name));
            }
        }

        foreach (var root in roots)
        {
            Keep(root);
        }

        foreach (var root in events.Where(e => IsSpokenOf(e.Key) != e.Value).SelectMany(e => _named[e.Key]).Select(connections.RootOf).ToList())
        {
            if (roots.Add(root))
            {
                Keep(root);
            }
        }

        foreach (var source in silent)
        {
            // Rare: the record by which a source was last heard of lost its id to another.
            Heard = Enumerable.Range(0, connections.Count).Where(i => IsKept(i) && SourceOf(i) == source).Select(i => (Instant?)connections[i].At).Max() is { } last
                ? Heard.SetItem(source, last)
                : Heard.Remove(source);
        }

        return (known, heard.SequenceEqual(Heard) ? HistoryParts.None : HistoryParts.Heard);

        void Keep(int root)
        {
            if (reader.IsPlain(root))
            {
                Mark(root, true);
                return;
            }

            var bag = new DiagnosticBag();
            var kept = reader.Known(root, bag);
            known[root] = (kept, bag);
            var set = kept.ToHashSet<object>(ReferenceEqualityComparer.Instance);
            foreach (var member in connections.Members(root))
            {
                Mark(member, set.Contains(connections[member]));
            }
        }

        void Mark(int index, bool isKept)
        {
            if (IsKept(index) == isKept)
            {
                return;
            }

            Turns += index < old ? 1 : 0;
            _marks[index] = isKept ? Kept : (byte)0;
            if (SourceOf(index) is not { } source)
            {
                return;
            }

            var at = connections[index].At;
            if (isKept && (!Heard.TryGetValue(source, out var last) || at > last))
            {
                Heard = Heard.SetItem(source, at);
            }
            else if (!isKept && Heard.TryGetValue(source, out last) && at == last)
            {
                silent.Add(source);
            }
        }
    }

    private string? SourceOf(int index) => connections[index].Record is GradeRecord or DeterminationRecord or CaseRecord ? null : connections[index].Record.Speaker;

    private bool IsSpokenOf(string name) => connections.Events.Of(name).Any(IsKept);

    private void Settle(
        int[] roots,
        Dictionary<int, (List<Dated> Known, DiagnosticBag Bag)> known,
        Dictionary<(Instant, string), ImmutableArray<TakenBack>> told,
        List<Dated> others,
        List<Statement> statements)
    {
        // Most records have nothing to do with any other: they are read together.
        var (alone, readings) = (new List<Dated>(roots.Length), new List<(int Root, Reading Reading)>());
        var bags = new Dictionary<int, DiagnosticBag>();
        foreach (var root in roots)
        {
            if (known.ContainsKey(root))
            {
                readings.Add((root, ReadingOf(root)));
            }
            else
            {
                _marks[root] = Kept | Stands;
                alone.Add(connections[root]);
            }
        }

        var bag = new DiagnosticBag();
        var said = reader.Statements(Reading.Of([ComponentReader.Alone(alone), .. readings.Select(r => r.Reading)], inOrder: false).Standing, bag);
        if (bag.Items.Count > 0)
        {
            said =
            [
                .. alone.SelectMany(d => reader.Statements(ComponentReader.Alone([d]).Standing, BagOf(connections.ById(d.Id)!.Value))),
                .. readings.SelectMany(r => reader.Statements(r.Reading.Standing, BagOf(r.Root))),
            ];
        }

        statements.AddRange(said);
        var unknown = said.Where(names.NamesUnknown).Select(s => connections.RootOf(connections.ById(s.By.Id)!.Value)).ToHashSet();
        foreach (var root in roots)
        {
            if (!known.ContainsKey(root))
            {
                KeepOutcome(root, connections[root].Record is Report or CountRecord ? [] : [connections[root]], []);
            }
        }

        foreach (var (root, reading) in readings)
        {
            KeepOutcome(root, [.. reading.Standing.Records.Where(r => r.Record is not (Report or CountRecord))], reading.Standing.Told);
        }

        void KeepOutcome(int root, ImmutableArray<Dated> rest, ImmutableArray<TakenBack> takenBack)
        {
            others.AddRange(rest);
            foreach (var group in takenBack.GroupBy(t => (t.Recorded.Earliest, t.By)))
            {
                told.Add(group.Key, [.. group]);
            }

            ImmutableArray<Diagnostic> diagnostics = bags.TryGetValue(root, out var found) ? [.. found.Items] : [];
            if (!rest.IsEmpty || !takenBack.IsEmpty || !diagnostics.IsEmpty || unknown.Contains(root))
            {
                _outcomes[root] = new Outcome(
                    diagnostics, diagnostics.Any(d => d.Code == AllDiagnostics.CitesUnknown), unknown.Contains(root), rest, [.. takenBack.Select(t => (t.Recorded.Earliest, t.By)).Distinct()]);
            }
        }

        Reading ReadingOf(int root)
        {
            var kept = known[root];
            bags[root] = kept.Bag;
            var spoken = SpokenOf(root);
            var reading = ComponentReader.Stand(kept.Known, ComponentReader.Helper(spoken.Where(IsSpokenOf)), kept.Bag);
            if (!reading.Standing.Told.IsEmpty)
            {
                foreach (var name in spoken)
                {
                    (_named.TryGetValue(name, out var by) ? by : _named[name] = []).Add(root);
                }
            }

            var stands = reading.Standing.Records.ToHashSet<object>(ReferenceEqualityComparer.Instance);
            foreach (var member in connections.Members(root))
            {
                _marks[member] = (byte)((_marks[member] & Kept) | (stands.Contains(connections[member]) ? Stands : 0));
            }

            return reading;
        }

        DiagnosticBag BagOf(int root) => bags.TryGetValue(root, out var own) ? own : bags[root] = new DiagnosticBag();
    }

    /// <summary>Whatever the claims of a component name, so that events are among it.</summary>
    private HashSet<string> SpokenOf(int root) => connections.Members(root)
        .SelectMany(m => connections[m].Record is Report report ? report.Claims : [])
        .SelectMany(c => c.Roles.Values)
        .SelectMany(v => v.NamesIn())
        .ToHashSet(StringComparer.Ordinal);
}
