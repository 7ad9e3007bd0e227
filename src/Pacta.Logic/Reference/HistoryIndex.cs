using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Histories;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>What an evaluation may ask of a history; where wanted, each question is taken down.</summary>
internal sealed class HistoryIndex
{
    private readonly FactStore _store;
    private readonly Reads? _reads;
    private readonly Dictionary<Fact, string> _timesTold = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Fact, Judged> _denied = new(ReferenceEqualityComparer.Instance);

    /// <summary>So many times are kept as they are told.</summary>
    private const int MostTold = 64;

    public HistoryIndex(History history, Vocabulary vocabulary, DateTimeZone zone)
        : this(new FactStore(history, vocabulary, zone), null)
    {
    }

    /// <param name="glances">Whether exact facts are looked at quickly first (<see cref="Screening.Screened"/>). The reference evaluator goes by the rules alone.</param>
    public HistoryIndex(FactStore store, Reads? reads, bool glances = false) => (_store, _reads, Glances) = (store, reads, glances);

    public Reads? Reads => _reads;

    /// <summary>The only time of an event as it is told. The same few are told again and again, under one reading of a text after the other.</summary>
    public string TimeTold(Fact fact)
    {
        if (!_timesTold.TryGetValue(fact, out var told))
        {
            if (_timesTold.Count >= MostTold)
            {
                _timesTold.Clear();
            }

            told = fact.Time.Alternatives[0].Value.ToString();
            _timesTold.Add(fact, told);
        }

        return told;
    }

    /// <summary>Of an event that somebody denies: that nobody knows whether it happened. That is asked again and again, under each reading of a text.</summary>
    public Judged MayNotHaveOccurred(Fact fact)
    {
        if (!_denied.TryGetValue(fact, out var judged))
        {
            judged = Judged.Unknown(Causes.Denied(fact));
            _denied.Add(fact, judged);
        }

        return judged;
    }

    public bool Glances { get; }

    /// <summary>Is told of each comparison; null: nobody wants to know.</summary>
    public Action<Comparison>? Watch { get; init; }

    public History History => _store.History;

    /// <summary>Ordered by id.</summary>
    public IReadOnlyList<ThingTimeline> AllThings
    {
        get
        {
            _reads?.Add(new ReadKey(ReadOf.AllThings, string.Empty));
            return _store.AllThings;
        }
    }

    /// <summary>Ordered by key.</summary>
    public IReadOnlyList<Fact> AllEvents
    {
        get
        {
            _reads?.Add(new ReadKey(ReadOf.AllEvents, string.Empty));
            return _store.AllEvents;
        }
    }

    /// <summary>The names of the input, by whose numbers facts are found; null: there are none.</summary>
    public NumberedNames? RowNames => _store.RowNames;

    /// <summary>What the names of the input stand for (<see cref="Screening.Names"/>), by their numbers: 0 where nobody has asked yet. Whoever asks at the same time finds the same.</summary>
    public byte[] SlotKinds => _store.SlotKinds;

    /// <summary>A fact that was met before.</summary>
    public Fact Fact(string key) => _store.Fact(key)!;

    public IEnumerable<Judgement> JudgementsOf(string matter) => History.Judgements.Where(j => j.Matter == matter);

    /// <summary>Does a name fill a role of some fact?</summary>
    public bool IsInRole(string name)
    {
        _reads?.Add(new ReadKey(ReadOf.Name, name));
        return _store.IsInRole(name);
    }

    public Fact? Event(string id)
    {
        _reads?.Add(new ReadKey(ReadOf.Event, id));
        return _store.Event(id);
    }

    public Fact? Event(in Name id)
    {
        _reads?.Add(new ReadKey(ReadOf.Event, id.Text));
        return _store.Event(id);
    }

    public ThingTimeline? Thing(string id)
    {
        _reads?.Add(new ReadKey(ReadOf.Thing, id));
        return _store.Thing(id);
    }

    /// <summary>Events (and state facts) of a kind or its descendants, ordered by key.</summary>
    public IReadOnlyList<Fact> Events(string kind)
    {
        _reads?.Add(new ReadKey(ReadOf.Events, kind));
        return _store.Events(kind);
    }

    /// <summary>As <see cref="Events(string)"/>, in whatever order: for whoever goes through all of them once.</summary>
    public List<Fact> EventsInAnyOrder(string kind)
    {
        _reads?.Add(new ReadKey(ReadOf.Events, kind));
        return _store.EventsInAnyOrder(kind);
    }

    /// <summary>Counts of a kind or its descendants, ordered by key.</summary>
    public IReadOnlyList<Fact> Counts(string kind)
    {
        _reads?.Add(new ReadKey(ReadOf.Counts, kind));
        return _store.Counts(kind);
    }

    /// <summary>Ordered by id.</summary>
    public IReadOnlyList<ThingTimeline> Things(string kind)
    {
        _reads?.Add(new ReadKey(ReadOf.Things, kind));
        return _store.Things(kind);
    }

    /// <summary>How many events <see cref="Events(string, string, string)"/> has: asked to choose by which role to look.</summary>
    public int CountOf(string kind, string role, string name) => _store.Events(kind, role, name).Count;

    /// <summary>Events of a kind whose role may be filled by <paramref name="name"/>: those that name it and those that leave the role open.</summary>
    public FactList Events(string kind, string role, string name)
    {
        _reads?.Add(new ReadKey(ReadOf.EventsWith, kind, role, name));
        return _store.Events(kind, role, name);
    }

    /// <inheritdoc cref="Events(string, string, string)"/>
    public FactList Events(string kind, string role, in Name name)
    {
        _reads?.Add(new ReadKey(ReadOf.EventsWith, kind, role, name.Text));
        return _store.Events(kind, role, name);
    }

    /// <summary>Events of a kind by who or what fills a role: for whoever looks up many, and takes nothing down.</summary>
    public RoleIndex EventsBy(string kind, string role) => _store.EventsBy(kind, role);

    /// <summary>Things of a kind that may be of an actor: those with an observation that names it, and those that never say whose they are.</summary>
    public IReadOnlyList<ThingTimeline> ThingsOf(string kind, string actor)
    {
        _reads?.Add(new ReadKey(ReadOf.ThingsOf, kind, actor));
        return _store.ThingsOf(kind, actor);
    }

    /// <summary>Facts of a kind that name an actor in some role, or that leave open whose or by whom.</summary>
    public IEnumerable<Fact> FactsNaming(string kind, string actor)
    {
        _reads?.Add(new ReadKey(ReadOf.FactsNaming, kind, actor));
        return _store.FactsNaming(kind, actor);
    }

    /// <summary>The earliest instant of what is reported, as a world has the times of facts; null where nothing is.</summary>
    public Instant? Beginning(Func<Fact, Instant> earliest)
    {
        _reads?.Add(new ReadKey(ReadOf.Beginning, string.Empty));
        var first = _store.UndisputedBeginning;
        foreach (var at in _store.WithRivalTimes.Select(earliest))
        {
            first = first is { } known && known <= at ? known : at;
        }

        return first;
    }
}
