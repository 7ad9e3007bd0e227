using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Histories;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>
/// The facts of a history by key, kind (with ancestors) and role filler, and the observations of each thing in order of time. It may be read by several
/// evaluations at once, and takes changes while nobody reads.
/// </summary>
internal sealed partial class FactStore
{
    private static readonly RoleKey By = new("by");
    private static readonly RoleKey Of = new("of");

    private readonly Vocabulary _vocabulary;
    private readonly DateTimeZone _zone;
    private readonly Dictionary<string, Fact> _factsByKey;

    /// <summary>Events by their ids. The key of an event is its id: one that was there from the beginning is found by it.</summary>
    private readonly Dictionary<string, Fact> _eventsById = new(StringComparer.Ordinal);

    private readonly Dictionary<string, List<Fact>> _statesById = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ThingTimeline> _things = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KeyedFacts> _eventsByKind = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KeyedFacts> _countsByKind = new(StringComparer.Ordinal);

    /// <summary>
    /// Where among the facts those are of which there are only rows, by the numbers of their names, counted from 1. References by the million are gone through whenever
    /// memory is cleared up; numbers are not.
    /// </summary>
    private readonly int[] _byNumber = [];
    private readonly ImmutableArray<Fact> _facts;
    private readonly Lazy<BitArray> _inRolesOfRows;
    private readonly LikeStore? _like;
    private AskedIndex? _lastIndex;
    private readonly Dictionary<string, List<ThingTimeline>> _thingsByKind = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Kind, string Role), Lazy<RoleIndex>> _roleIndexes = new();
    private readonly ConcurrentDictionary<(string Kind, string Actor), ThingTimeline[]> _thingsByOwner = new();
    private readonly ConcurrentDictionary<string, Lazy<ActorIndex>> _actorIndexes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Fact[]>> _eventsAsKnown = new(StringComparer.Ordinal);
    private readonly Lazy<HashSet<string>> _actors;
    private Lazy<Beginning> _beginning;
    private readonly Lazy<Dictionary<string, int>> _names;
    private Lazy<Fact[]> _allEvents;
    private Lazy<ThingTimeline[]> _allThings;

    /// <param name="takesChanges">Whether facts may come and go: then none is found by a number, for numbers are given once.</param>
    /// <param name="like">Another store, which takes no changes, and the ids of the facts that are not the same in both; null: there is none.</param>
    public FactStore(History history, Vocabulary vocabulary, DateTimeZone zone, bool takesChanges = false, LikeStore? like = null)
    {
        (History, _vocabulary, _zone, _like) = (history, vocabulary, zone, like);
        _actors = new(() => vocabulary.Actors.Keys.ToHashSet(StringComparer.Ordinal));
        var facts = history.FactsInAnyOrder();
        RowNames = takesChanges ? null : NamesOf(facts);
        var kinds = KindsOfRows(facts);
        var rows = kinds.Values.Sum();
        _factsByKey = new(facts.Length - rows + history.Counts.Length, StringComparer.Ordinal);
        (_byNumber, _facts) = RowNames is null ? ([], []) : (new int[RowNames.Count], facts);
        SlotKinds = new byte[_byNumber.Length];
        _inRolesOfRows = new(FindInRolesOfRows);
        var lists = new ListsOfKinds(this);
        lists.MakeRoomFor(kinds);
        for (var i = 0; i < facts.Length; i++)
        {
            var fact = facts[i];
            if (fact.IsRow(out var of, out var row) && ReferenceEquals(of.Names, RowNames))
            {
                _byNumber[of.Rows[row].Event] = i + 1;
                lists.AddEvent(fact);
            }
            else
            {
                Add(fact, lists);
            }
        }

        foreach (var count in history.Counts)
        {
            Add(count, lists);
        }

        foreach (var things in _thingsByKind.Values)
        {
            things.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        }

        foreach (var timeline in _things.Values)
        {
            timeline.Sort();
        }

        (_beginning, _names, _allEvents, _allThings) = (new(FindBeginning), new(CountNames), new(SortEvents), new(SortThings));
    }

    public History History { get; private set; }

    /// <summary>The names by whose numbers facts are found of which there are rows; null: there are none.</summary>
    public NumberedNames? RowNames { get; }

    /// <summary>Room for what <see cref="Screening.Names"/> finds of each of these names.</summary>
    public byte[] SlotKinds { get; }

    public Fact? Fact(string key) => _factsByKey.TryGetValue(key, out var fact) ? fact : OfRow(key);

    public Fact? Event(string id) => _factsByKey.TryGetValue(id, out var fact) && fact.Form == FactForm.Event ? fact
        : _eventsById.TryGetValue(id, out fact) ? fact
        : _statesById.TryGetValue(id, out var states) ? states[0] : OfRow(id);

    public Fact? Event(in Name id) => id.IsIn(RowNames, out var number) && OfRow(number) is { } fact ? fact : Event(id.Text);

    public ThingTimeline? Thing(string id) => _things.GetValueOrDefault(id);

    /// <summary>Ordered by key; of a state that was said to begin several times the first.</summary>
    public IReadOnlyList<Fact> AllEvents => _allEvents.Value;

    /// <summary>Ordered by id.</summary>
    public IReadOnlyList<ThingTimeline> AllThings => _allThings.Value;

    /// <summary>Events (and state facts) of a kind or its descendants, ordered by key.</summary>
    public IReadOnlyList<Fact> Events(string kind) => _eventsByKind.TryGetValue(kind, out var list) ? list.InOrder : [];

    /// <summary>The same, in whatever order.</summary>
    public List<Fact> EventsInAnyOrder(string kind) => _eventsByKind.TryGetValue(kind, out var list) ? list.All : [];

    /// <summary>The same, in the order in which they became known.</summary>
    public Fact[] EventsAsKnown(string kind) =>
        _eventsAsKnown.GetOrAdd(kind, static (kind, store) => new(() => store._eventsByKind.TryGetValue(kind, out var list) ? list.AsKnown : []), this).Value;

    /// <summary>Counts of a kind or its descendants, ordered by key.</summary>
    public IReadOnlyList<Fact> Counts(string kind) => _countsByKind.TryGetValue(kind, out var list) ? list.InOrder : [];

    /// <summary>Ordered by id.</summary>
    public IReadOnlyList<ThingTimeline> Things(string kind) => _thingsByKind.TryGetValue(kind, out var list) ? list : [];

    /// <summary>Events of a kind whose role may be filled by a name: those that name it and those that leave the role open.</summary>
    public FactList Events(string kind, string role, string name) => EventsBy(kind, role).Find(name);

    /// <inheritdoc cref="Events(string, string, string)"/>
    public FactList Events(string kind, string role, in Name name) => EventsBy(kind, role).Find(name);

    /// <summary>As <see cref="Events(string, string, string)"/>, of many names at once.</summary>
    public IEnumerable<Fact> Events(string kind, string role, IReadOnlySet<string> names) =>
        _eventsByKind.TryGetValue(kind, out var list) ? RoleIndex.MayFill(list.All, role, names, RowNames) : [];

    /// <summary>Things of a kind that may be of an actor: those with an observation that names it, and those that never say whose they are.</summary>
    public IReadOnlyList<ThingTimeline> ThingsOf(string kind, string actor) =>
        _thingsByOwner.GetOrAdd((kind, actor), static (key, store) => [.. store.Things(key.Kind).Where(t => t.MayBeOf(key.Actor))], this);

    /// <summary>Facts of a kind that name an actor in some role, or that leave open whose or by whom.</summary>
    public IEnumerable<Fact> FactsNaming(string kind, string actor) => _actorIndexes
        .GetOrAdd(kind, static (kind, store) => new Lazy<ActorIndex>(() => new ActorIndex(store.Events(kind), store._actors.Value, store.RowNames)), this).Value
        .Find(actor)
        .Concat(ThingsOf(kind, actor).SelectMany(t => t.Observations));

    /// <summary>Does the name fill a role of some fact, also of one that no clause speaks of?</summary>
    public bool IsInRole(string name) =>
        _names.Value.ContainsKey(name)
        || (RowNames?.Find(name) is >= 0 and var number && number < _byNumber.Length && _inRolesOfRows.Value[number])
        || History.Aside.Any(a => a.IsInRole(name));

    /// <summary>The earliest instant of all facts and counts whose time is not disputed, also of those that no clause speaks of; null where there is none.</summary>
    public Instant? UndisputedBeginning => _beginning.Value.Undisputed;

    /// <summary>The facts and counts with rival times.</summary>
    public IReadOnlyList<Fact> WithRivalTimes => _beginning.Value.Rival;

    /// <summary>A kind and its ancestors.</summary>
    public IEnumerable<string> Ancestry(string kind)
    {
        for (var at = kind; at is not null; at = _vocabulary.Kinds.GetValueOrDefault(at)?.Parent)
        {
            yield return at;
        }
    }

    /// <summary>Does a fact name an actor in some role, or leave open whose or by whom it is?</summary>
    public static bool MayName(Fact fact, string actor) =>
        MayNameAnybody(fact) || fact.Roles.Values.SelectMany(r => r.Alternatives).Any(a => NamesOf(a.Value).Contains(actor));

    /// <summary>Does it leave open whose or by whom it is?</summary>
    public static bool MayNameAnybody(Fact fact)
    {
        if (fact.IsRow(out var rows, out var row))
        {
            return !By.TryIn(rows, row, out _) && !Of.TryIn(rows, row, out _);
        }

        var isKnown = false;
        foreach (var (role, held) in fact.Roles.Pairs)
        {
            isKnown |= role is "by" or "of";
            if (IsDenied(held))
            {
                return true;
            }
        }

        return !isKnown;
    }

    /// <summary>Is a value denied by somebody? Then it may be another.</summary>
    public static bool IsDenied(Attribute<Value> attribute) => attribute.IsDisputed && (attribute.Alternatives.Any(a => a.DeniedBy.Length > 0) || AttributeSides.MayBeNone(attribute));

    /// <summary>The names in a role's value.</summary>
    public static ImmutableArray<string> NamesOf(Value value) => value switch
    {
        NameValue name => [name.Name],
        OneOfValue oneOf => oneOf.Names,
        AllOfValue all => all.Names,
        TextValue text => [text.Text],
        _ => [],
    };

    /// <summary>Every name in the roles of a fact.</summary>
    public static IEnumerable<string> NamesIn(Fact fact) => fact.IsRow(out var rows, out var row)
        ? [.. NumbersIn(rows, row).Select(n => rows.Names[n])]
        : fact.Roles.Values.SelectMany(r => r.Alternatives).SelectMany(a => NamesOf(a.Value)).Distinct(StringComparer.Ordinal);

    /// <summary>The same by their numbers.</summary>
    private static int[] NumbersIn(FactRows rows, int row)
    {
        var numbers = new List<int>();
        foreach (var role in rows.Rows.RolesOf(row))
        {
            if (!numbers.Contains(role.Name))
            {
                numbers.Add(role.Name);
            }
        }

        return [.. numbers];
    }

    public RoleIndex EventsBy(string kind, string role) =>
        _lastIndex is { } last && ReferenceEquals(last.Kind, kind) && ReferenceEquals(last.Role, role) ? last.Index : Keep(kind, role, _roleIndexes.GetOrAdd((kind, role), static (key, store) => new Lazy<RoleIndex>(() => store.IndexOf(key.Kind, key.Role)), this).Value);

    /// <summary>Where another store has an index already, and most of it is the same, only the rest is put in order.</summary>
    private RoleIndex IndexOf(string kind, string role) =>
        (_like is var (other, ids) && other._roleIndexes.TryGetValue((kind, role), out var known)
            ? known.Value.With(other.EventsAmong(kind, ids), EventsAmong(kind, ids))
            : null)
        ?? new RoleIndex(EventsInAnyOrder(kind), role, RowNames);

    /// <summary>Events and states of a kind with some ids.</summary>
    private List<Fact> EventsAmong(string kind, IReadOnlySet<string> ids)
    {
        var among = new HashSet<Fact>();
        foreach (var id in ids)
        {
            among.UnionWith(_statesById.GetValueOrDefault(id) ?? []);
            among.UnionWith(new[] { Fact(id), _eventsById.GetValueOrDefault(id) }.OfType<Fact>().Where(f => f.Form is FactForm.Event or FactForm.State));
        }

        return [.. among.Where(f => Ancestry(f.Kind).Contains(kind))];
    }

    private RoleIndex Keep(string kind, string role, RoleIndex index)
    {
        _lastIndex = new AskedIndex(kind, role, index);
        return index;
    }

    private IEnumerable<Fact> AllFacts() => _factsByKey.Values.Concat(OfRows());

    private void Add(Fact fact, ListsOfKinds lists)
    {
        if (!_factsByKey.TryAdd(fact.Key, fact))
        {
            return;
        }

        switch (fact.Form)
        {
            case FactForm.Count:
                AddUnderAncestors(_countsByKind, fact.Kind, fact);
                break;
            case FactForm.Thing:
                if (!_things.TryGetValue(fact.Id, out var timeline))
                {
                    timeline = new ThingTimeline(fact.Id, fact.Kind, _zone);
                    _things.Add(fact.Id, timeline);
                    AddUnderAncestors(_thingsByKind, fact.Kind, timeline);
                }

                timeline.Add(fact);
                break;
            case FactForm.State:
                if (!_statesById.TryGetValue(fact.Id, out var states))
                {
                    _statesById.Add(fact.Id, states = []);
                }

                states.Add(fact);
                lists.AddEvent(fact);
                break;
            default:
                if (fact.Key != fact.Id)
                {
                    _eventsById.Add(fact.Id, fact);
                }

                lists.AddEvent(fact);
                break;
        }
    }

    private void AddUnderAncestors(Dictionary<string, KeyedFacts> index, string kind, Fact fact)
    {
        foreach (var at in Ancestry(kind))
        {
            if (!index.TryGetValue(at, out var list))
            {
                list = new();
                index.Add(at, list);
            }

            list.Add(fact);
        }
    }

    private void AddUnderAncestors<T>(Dictionary<string, List<T>> index, string kind, T item)
    {
        foreach (var at in Ancestry(kind))
        {
            if (!index.TryGetValue(at, out var list))
            {
                list = [];
                index.Add(at, list);
            }

            list.Add(item);
        }
    }

    private Dictionary<string, int> CountNames()
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in _factsByKey.Values.SelectMany(NamesIn))
        {
            names[name] = names.GetValueOrDefault(name) + 1;
        }

        return names;
    }

    private Fact[] SortEvents() => [.. AllFacts().Where(f => f.Form == FactForm.Event).Concat(_statesById.Values.Select(s => s[0])).OrderBy(f => f.Key, StringComparer.Ordinal)];

    private ThingTimeline[] SortThings() => [.. _things.Values.OrderBy(t => t.Id, StringComparer.Ordinal)];

    /// <summary>Another store, which takes no changes.</summary>
    /// <param name="Ids">Of the facts that are not the same in both.</param>
    public sealed record LikeStore(FactStore Store, IReadOnlySet<string> Ids);

    /// <summary>The index that was asked for last: mostly it is asked for again.</summary>
    private sealed record AskedIndex(string Kind, string Role, RoleIndex Index);
}
