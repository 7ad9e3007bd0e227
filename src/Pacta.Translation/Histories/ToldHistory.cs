using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Histories;
using Pacta.Model.Values;

namespace Pacta.Translation.Histories;

/// <summary>
/// One of the worlds that the reports leave possible: of rival values the first, of an imprecise time its first instant, of a range its lower end.
/// What is certain is so in every world, and only what is certain is exported, so any of them will do.
/// </summary>
internal sealed class ToldHistory
{
    private readonly Dictionary<string, ImmutableArray<ToldFact>> _byId;

    /// <summary>The events that name something, by what they name.</summary>
    private readonly ILookup<string, ToldFact> _referring;

    public ToldHistory(Agreement agreement, History history)
    {
        Agreement = agreement;
        Through = history.Through;
        Facts =
        [
            .. history.Facts
                .Where(f => f.Form is FactForm.Event or FactForm.Thing or FactForm.State)
                .Select(Tell)
                .OrderBy(f => f.At)
                .ThenBy(f => f.Id, StringComparer.Ordinal),
        ];
        _byId = Facts.GroupBy(f => f.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
        _referring = Facts.Where(f => f.Form == FactForm.Event).SelectMany(f => f.Names.Distinct(StringComparer.Ordinal).Select(n => (n, f))).ToLookup(p => p.n, p => p.f, StringComparer.Ordinal);
        HasPositions = history.Facts.SelectMany(f => f.Fields.Values).Any(r => r.Alternatives.Any(a => a.Value is PositionValue or AreaValue or OneOfPositionsValue));
        CountedKinds = [.. history.Counts.Select(c => c.Kind).Distinct(StringComparer.Ordinal)];
        Begins = Facts.Select(f => f.At).Concat(history.Counts.Select(c => c.Time.Alternatives[0].Value.In(agreement.Calendar.Zone).Earliest)).DefaultIfEmpty(Instant.MinValue).Min();
    }

    public Agreement Agreement { get; }

    public Instant Through { get; }

    /// <summary>In the order of time. Those after <see cref="Through"/> are plans.</summary>
    public ImmutableArray<ToldFact> Facts { get; }

    public bool HasPositions { get; }

    public ImmutableArray<string> CountedKinds { get; }

    /// <summary>The earliest fact: of what was over before it, silence says nothing.</summary>
    public Instant Begins { get; }

    /// <summary>Something happens between two whole seconds.</summary>
    public bool IsFine => Facts.Any(f => !Times.Dates.IsWhole(f.At) || (f.EndsFrom is { } end && !Times.Dates.IsWhole(end)));

    public IEnumerable<ToldFact> Events => Facts.Where(f => f.Form == FactForm.Event);

    public IEnumerable<IGrouping<string, ToldFact>> Things => Facts.Where(f => f.Form == FactForm.Thing).GroupBy(f => f.Id, StringComparer.Ordinal);

    public ImmutableArray<ToldFact> Find(string id) => _byId.GetValueOrDefault(id, []);

    /// <summary>
    /// Where the log says what is told of an event: at its own instant, and wherever an event refers to it, so that what a request is about is known
    /// where the request is.
    /// </summary>
    public IEnumerable<Instant> PlacesOf(ToldFact fact)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { fact.Id };
        var places = new SortedSet<Instant>();
        var open = new Queue<string>([fact.Id]);
        Add(fact.Form == FactForm.Thing ? Instant.MaxValue : fact.At);
        while (open.TryDequeue(out var id))
        {
            foreach (var referring in _referring[id])
            {
                Add(referring.At);
                if (seen.Add(referring.Id))
                {
                    open.Enqueue(referring.Id);
                }
            }
        }

        return places;

        void Add(Instant at)
        {
            if (at <= Through)
            {
                places.Add(at);
            }
        }
    }

    private ToldFact Tell(Fact fact)
    {
        var zone = Agreement.Calendar.Zone;
        var time = fact.Time.Alternatives[0].Value;
        var end = fact.End?.Alternatives[0].Value;
        return new ToldFact(
            fact.Id,
            fact.Kind,
            fact.Form,
            time.In(zone).Earliest,
            time.In(zone).Latest,
            end?.In(zone).Earliest,
            end?.In(zone).Latest,
            time.HasClock,
            fact.Roles.ToImmutableSortedDictionary(r => r.Key, r => NamesIn(r.Value.Alternatives[0].Value), StringComparer.Ordinal),
            fact.Fields.ToImmutableSortedDictionary(f => f.Key, f => f.Value.Alternatives[0].Value, StringComparer.Ordinal));
    }

    private static ImmutableArray<string> NamesIn(Value value) => value switch
    {
        NameValue name => [name.Name],
        AllOfValue all => all.Names,
        OneOfValue one => [one.Names[0]],
        TextValue text => [text.Text.ToLowerInvariant()],
        _ => [],
    };
}
