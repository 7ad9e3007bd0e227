using System.Collections.Immutable;
using Pacta.Evidence.Checking;
using Pacta.Evidence.Joining;
using Pacta.Evidence.Weighing;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Histories;

namespace Pacta.Evidence.Live;

/// <summary>Facts and counts, and what was left out of them, event by event.</summary>
internal sealed class JoinedFacts(Connections connections, ComponentReader reader, Vocabulary vocabulary, Perspective? perspective)
{
    /// <summary>So many events about which something may have to be said are joined at once.</summary>
    private const int ChunkSize = 256;

    private readonly Merged<string, Fact> _facts = new((a, b) => string.CompareOrdinal(a.Key, b.Key), PlacesOfFacts, StringComparer.Ordinal);
    private readonly Merged<string, Fact> _counts = new((a, b) => string.CompareOrdinal(a.Key, b.Key), PlacesOfFacts, StringComparer.Ordinal);
    private readonly Merged<string, LeftOut> _leftOut = new((a, b) => string.CompareOrdinal(a.About, b.About), (e, all) => Places(all, e, l => l.About), StringComparer.Ordinal);
    private readonly Merged<string, ReportReference> _ungraded = new((a, b) => a.CompareTo(b), (id, all) => Places(all, id, r => r.Id), StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<Diagnostic>> _diagnostics = new(StringComparer.Ordinal);

    public ImmutableArray<Fact> Facts => _facts.Items;

    public ImmutableArray<Fact> Counts => _counts.Items;

    public ImmutableArray<LeftOut> LeftOut => _leftOut.Items;

    public ImmutableArray<ReportReference> Ungraded => _ungraded.Items;

    public IEnumerable<Diagnostic> Diagnostics => _diagnostics.Values.SelectMany(d => d);

    private bool IsEmpty => _facts.IsEmpty && _counts.IsEmpty && _leftOut.IsEmpty && _ungraded.IsEmpty && _diagnostics.Count == 0;

    /// <summary>Joins again whatever some components speak of.</summary>
    /// <param name="roots">The components.</param>
    /// <param name="said">All their statements.</param>
    public (ImmutableArray<(Fact? Before, Fact? After)> Changed, HistoryParts Others) Join(HashSet<int> roots, List<Statement> said, ImmutableArray<Graded> grades)
    {
        var isAll = IsEmpty && roots.Sum(r => connections.Members(r).Count()) == connections.Count;
        var events = isAll ? null : roots.SelectMany(connections.Members).SelectMany(connections.EventsOf).ToHashSet(StringComparer.Ordinal);
        if (events is not null)
        {
            // Who else speaks of the same, with all that decides over it.
            var others = events.SelectMany(connections.About).Select(connections.RootOf).Where(r => !roots.Contains(r)).ToHashSet();
            if (others.Count > 0)
            {
                said = [.. said, .. reader.Statements(reader.Read(others).Standing, new DiagnosticBag())];
            }
        }

        var changed = HistoryParts.None;
        var counting = said;
        if (perspective is not null)
        {
            (counting, var leftOut, var ungraded) = Weighing.Weighing.Apply(perspective, vocabulary, said, grades);
            changed = Replace(_leftOut, leftOut, l => l.About, events, Same.LeftOut) ? HistoryParts.LeftOut : HistoryParts.None;
            var reports = events is null ? null : roots.SelectMany(connections.Members).Select(m => connections[m].Id).ToHashSet(StringComparer.Ordinal);
            changed |= Replace(_ungraded, ungraded, r => r.Id, reports, (a, b) => a == b) ? HistoryParts.Ungraded : HistoryParts.None;
        }

        var facts = new List<Fact>();
        foreach (var name in events ?? [])
        {
            _diagnostics.Remove(name);
        }

        Join(said, counting, events, facts);
        return (Replace(facts, events), changed);
    }

    private static IEnumerable<int> Places<T>(ImmutableArray<T> all, string owner, Func<T, string> ownerOf)
    {
        for (var i = Merged<string, T>.LowerBound(all, x => string.CompareOrdinal(ownerOf(x), owner) < 0); i < all.Length && ownerOf(all[i]) == owner; i++)
        {
            yield return i;
        }
    }

    /// <summary>An event has its id for a key; observations of a thing begin with the id, and others may lie between.</summary>
    private static IEnumerable<int> PlacesOfFacts(string id, ImmutableArray<Fact> all)
    {
        foreach (var place in Places(all, id, f => f.Key))
        {
            if (all[place].Id == id)
            {
                yield return place;
            }
        }

        var observed = id + "@";
        for (var i = Merged<string, Fact>.LowerBound(all, f => string.CompareOrdinal(f.Key, observed) < 0); i < all.Length && all[i].Key.StartsWith(observed, StringComparison.Ordinal); i++)
        {
            if (all[i].Id == id)
            {
                yield return i;
            }
        }
    }

    private void Join(List<Statement> said, List<Statement> counting, HashSet<string>? events, List<Fact> facts)
    {
        // Something may have to be said only where somebody denies, derives or gives no time, and where kinds do not fit.
        var doubtful = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in said)
        {
            if ((!statement.Asserts || statement.Time is null || statement.DerivedFrom.Length > 0) && (events is null || events.Contains(statement.Event)))
            {
                doubtful.Add(statement.Event);
            }
        }

        var bag = new DiagnosticBag();
        var plain = FactJoiner.Join(Plain(), vocabulary, bag);
        if (bag.Items.Count > 0)
        {
            doubtful.UnionWith(Plain().GroupBy(s => s.Event, StringComparer.Ordinal).Where(g => g.Select(s => s.Kind.Name).Distinct(StringComparer.Ordinal).Skip(1).Any()).Select(g => g.Key));
            bag = new DiagnosticBag();
            plain = FactJoiner.Join(Plain(), vocabulary, bag);
            if (bag.Items.Count > 0)
            {
                doubtful.UnionWith(Plain().Select(s => s.Event));
                plain = [];
            }
        }

        facts.AddRange(plain);
        var byEvent = counting.Where(s => doubtful.Contains(s.Event)).ToLookup(s => s.Event, StringComparer.Ordinal);
        foreach (var chunk in doubtful.Chunk(ChunkSize))
        {
            JoinDoubtful(chunk, byEvent, facts);
        }

        List<Statement> Plain() => events is null && doubtful.Count == 0
            ? counting
            : counting.FindAll(s => (events is null || events.Contains(s.Event)) && !doubtful.Contains(s.Event));
    }

    /// <summary>Where nothing has to be said, many at once; else one after the other, so that it is known of which it was said.</summary>
    private void JoinDoubtful(string[] chunk, ILookup<string, Statement> counting, List<Fact> facts)
    {
        var bag = new DiagnosticBag();
        var wanted = chunk.ToHashSet(StringComparer.Ordinal);
        var reading = reader.Read(chunk.SelectMany(connections.About).Select(connections.RootOf).ToHashSet());
        var said = reader.Statements(reading.Standing, new DiagnosticBag());
        Denials.Check(said.FindAll(s => wanted.Contains(s.Event)), reading.Known, reading.Standing, bag);
        foreach (var (name, reports) in Origins.Circles(said, vocabulary))
        {
            if (wanted.Contains(name))
            {
                bag.Circle(reports, said);
            }
        }

        var joined = FactJoiner.Join([.. chunk.SelectMany(e => counting[e])], vocabulary, bag);
        if (bag.Items.Count > 0 && chunk.Length > 1)
        {
            foreach (var name in chunk)
            {
                JoinDoubtful([name], counting, facts);
            }

            return;
        }

        facts.AddRange(joined);
        if (bag.Items.Count > 0)
        {
            _diagnostics[chunk[0]] = [.. bag.Items];
        }
    }

    private ImmutableArray<(Fact? Before, Fact? After)> Replace(List<Fact> facts, HashSet<string>? events)
    {
        if (events is null)
        {
            _facts.Fill([.. facts.Where(f => f.Form != FactForm.Count)]);
            _counts.Fill([.. facts.Where(f => f.Form == FactForm.Count)]);
            facts.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
            return [.. facts.Select(f => ((Fact?)null, (Fact?)f))];
        }

        var changed = new List<(Fact? Before, Fact? After)>();
        Replace(_facts, facts.Where(f => f.Form != FactForm.Count), events, changed);
        Replace(_counts, facts.Where(f => f.Form == FactForm.Count), events, changed);
        return [.. changed.OrderBy(c => (c.Before ?? c.After)!.Key, StringComparer.Ordinal)];
    }

    private static void Replace(Merged<string, Fact> store, IEnumerable<Fact> facts, HashSet<string> events, List<(Fact? Before, Fact? After)> changed)
    {
        var byEvent = facts.ToLookup(f => f.Id, StringComparer.Ordinal);
        foreach (var name in events)
        {
            var before = store.Of(name);
            if (before.IsEmpty && !byEvent.Contains(name))
            {
                continue;
            }

            var old = before.ToDictionary(f => f.Key, StringComparer.Ordinal);
            var count = changed.Count;
            var now = ImmutableArray.CreateBuilder<Fact>();
            foreach (var fact in byEvent[name])
            {
                if (!old.Remove(fact.Key, out var was))
                {
                    changed.Add((null, fact));
                }
                else if (!Same.Facts(was, fact))
                {
                    changed.Add((was, fact));
                }
                else
                {
                    now.Add(was);
                    continue;
                }

                now.Add(fact);
            }

            changed.AddRange(old.Values.Select(f => ((Fact?)f, (Fact?)null)));
            if (changed.Count > count)
            {
                store.Replace(name, now.ToImmutable());
            }
        }
    }

    /// <param name="owners">Whose items may have changed; null: all.</param>
    /// <returns>Did any of them?</returns>
    private static bool Replace<T>(Merged<string, T> store, ImmutableArray<T> items, Func<T, string> ownerOf, HashSet<string>? owners, Func<T, T, bool> same)
    {
        if (owners is null)
        {
            store.Fill([.. items]);
            return items.Length > 0;
        }

        if (store.IsEmpty && items.IsEmpty)
        {
            return false;
        }

        var (byOwner, isChanged) = (items.ToLookup(ownerOf, StringComparer.Ordinal), false);
        foreach (var owner in owners)
        {
            ImmutableArray<T> now = [.. byOwner[owner]];
            if (!Same.All(store.Of(owner), now, same))
            {
                store.Replace(owner, now);
                isChanged = true;
            }
        }

        return isChanged;
    }
}
