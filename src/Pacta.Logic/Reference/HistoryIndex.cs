using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Histories;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>The facts of a history by kind (with ancestors), by role filler, and the observations of each thing in order of time.</summary>
internal sealed class HistoryIndex
{
    private readonly Dictionary<string, Fact> _factsByKey;
    private readonly Lazy<ImmutableHashSet<string>> _namesInRoles;
    private readonly Dictionary<string, List<Fact>> _eventsByKind = [];
    private readonly Dictionary<string, List<Fact>> _countsByKind = [];
    private readonly Dictionary<string, List<ThingTimeline>> _thingsByKind = [];
    private readonly Dictionary<(string Kind, string Role), RoleIndex> _roleIndexes = [];
    private readonly Dictionary<(string Kind, string Actor), List<ThingTimeline>> _thingsByOwner = [];
    private readonly Dictionary<(string Kind, string Actor), List<Fact>> _factsByActor = [];
    private readonly Dictionary<string, Fact> _eventsById = [];
    private readonly Dictionary<string, ThingTimeline> _things = [];

    public HistoryIndex(History history, Vocabulary vocabulary, DateTimeZone zone)
    {
        History = history;
        _factsByKey = history.Facts.ToDictionary(f => f.Key, StringComparer.Ordinal);
        foreach (var count in history.Counts)
        {
            _factsByKey.TryAdd(count.Key, count);
            AddUnderAncestors(_countsByKind, vocabulary, count.Kind, count);
        }

        _namesInRoles = new(() => [.. history.Facts.Concat(history.Counts)
            .SelectMany(f => f.Roles.Values)
            .SelectMany(r => r.Alternatives)
            .SelectMany(a => NamesOf(a.Value))]);
        foreach (var fact in history.Facts)
        {
            if (fact.Form == FactForm.Thing)
            {
                if (!_things.TryGetValue(fact.Id, out var timeline))
                {
                    timeline = new ThingTimeline(fact.Id, fact.Kind, zone);
                    _things.Add(fact.Id, timeline);
                    AddUnderAncestors(_thingsByKind, vocabulary, fact.Kind, timeline);
                }

                timeline.Add(fact);
            }
            else
            {
                _eventsById.TryAdd(fact.Id, fact);
                AddUnderAncestors(_eventsByKind, vocabulary, fact.Kind, fact);
            }
        }

        foreach (var timeline in _things.Values)
        {
            timeline.Sort();
        }
    }

    public History History { get; }

    /// <summary>Every name that fills a role of some fact.</summary>
    public ImmutableHashSet<string> NamesInRoles => _namesInRoles.Value;

    public Fact Fact(string key) => _factsByKey[key];

    public IEnumerable<Judgement> JudgementsOf(string matter) => History.Judgements.Where(j => j.Matter == matter);

    public IEnumerable<ThingTimeline> AllThings => _things.Values;

    public Fact? Event(string id) => _eventsById.GetValueOrDefault(id);

    public ThingTimeline? Thing(string id) => _things.GetValueOrDefault(id);

    /// <summary>Events (and state facts) of a kind or its descendants, ordered by key.</summary>
    public IReadOnlyList<Fact> Events(string kind) => _eventsByKind.TryGetValue(kind, out var list) ? list : [];

    /// <summary>Counts of a kind or its descendants, ordered by key.</summary>
    public IReadOnlyList<Fact> Counts(string kind) => _countsByKind.TryGetValue(kind, out var list) ? list : [];

    public IEnumerable<Fact> AllEvents => _eventsById.Values;

    public IReadOnlyList<ThingTimeline> Things(string kind) => _thingsByKind.TryGetValue(kind, out var list) ? list : [];

    /// <summary>Events of a kind whose role may be filled by <paramref name="name"/>: those that name it and those that leave the role open.</summary>
    public IEnumerable<Fact> Events(string kind, string role, string name)
    {
        if (!_roleIndexes.TryGetValue((kind, role), out var index))
        {
            index = new RoleIndex(Events(kind), role);
            _roleIndexes.Add((kind, role), index);
        }

        return index.Find(name);
    }

    /// <summary>Things of a kind that may be of an actor: those with an observation that names it, and those that never say whose they are.</summary>
    public IReadOnlyList<ThingTimeline> ThingsOf(string kind, string actor)
    {
        if (!_thingsByOwner.TryGetValue((kind, actor), out var things))
        {
            things = [.. Things(kind).Where(t => t.MayBeOf(actor))];
            _thingsByOwner.Add((kind, actor), things);
        }

        return things;
    }

    /// <summary>Facts of a kind that name an actor in some role, or that leave open whose or by whom.</summary>
    public IReadOnlyList<Fact> FactsNaming(string kind, string actor)
    {
        if (!_factsByActor.TryGetValue((kind, actor), out var facts))
        {
            facts = [.. Events(kind).Where(f => Names(f, actor)), .. ThingsOf(kind, actor).SelectMany(t => t.Observations)];
            _factsByActor.Add((kind, actor), facts);
        }

        return facts;
    }

    private static bool Names(Fact fact, string actor) =>
        !(fact.Roles.ContainsKey("by") || fact.Roles.ContainsKey("of"))
        || fact.Roles.Values.Any(IsDenied)
        || fact.Roles.Values.SelectMany(r => r.Alternatives).Any(a => NamesOf(a.Value).Contains(actor));

    /// <summary>Is a value denied by somebody? Then it may be another.</summary>
    internal static bool IsDenied(Attribute<Value> attribute) => attribute.Alternatives.Any(a => a.DeniedBy.Length > 0) || AttributeSides.MayBeNone(attribute);

    private static void AddUnderAncestors<T>(Dictionary<string, List<T>> index, Vocabulary vocabulary, string kind, T item)
    {
        for (var at = kind; at is not null; at = vocabulary.Kinds.GetValueOrDefault(at)?.Parent)
        {
            if (!index.TryGetValue(at, out var list))
            {
                list = [];
                index.Add(at, list);
            }

            list.Add(item);
        }
    }

    private sealed class RoleIndex
    {
        private readonly Dictionary<string, List<Fact>> _byName = [];
        /// <summary>Nobody says by whom, or somebody denies that it was who was named: it may be anybody.</summary>
        private readonly List<Fact> _open = [];

        public RoleIndex(IReadOnlyList<Fact> facts, string role)
        {
            foreach (var fact in facts)
            {
                if (!fact.Roles.TryGetValue(role, out var attribute) || IsDenied(attribute))
                {
                    _open.Add(fact);
                    continue;
                }

                foreach (var name in attribute.Alternatives.SelectMany(a => NamesOf(a.Value)).Distinct(StringComparer.Ordinal))
                {
                    if (!_byName.TryGetValue(name, out var list))
                    {
                        list = [];
                        _byName.Add(name, list);
                    }

                    list.Add(fact);
                }
            }
        }

        public IEnumerable<Fact> Find(string name) =>
            _byName.TryGetValue(name, out var list) ? list.Concat(_open) : _open;
    }

    /// <summary>The names in a role's value.</summary>
    public static ImmutableArray<string> NamesOf(Value value) => value switch
    {
        NameValue name => [name.Name],
        OneOfValue oneOf => oneOf.Names,
        AllOfValue all => all.Names,
        TextValue text => [text.Text],
        _ => [],
    };
}
