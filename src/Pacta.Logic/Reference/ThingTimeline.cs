using NodaTime;
using Pacta.Model.Histories;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference;

/// <summary>
/// The observations of one thing, in order of time. A thing is as the last observation describes it, attribute by attribute
/// (docs/semantics.md, 2).
/// </summary>
internal sealed class ThingTimeline(string id, string kind, DateTimeZone zone)
{
    private readonly List<Fact> _observations = [];

    public string Id { get; } = id;

    public string Kind { get; } = kind;

    public IReadOnlyList<Fact> Observations => _observations;

    public void Add(Fact fact) => _observations.Add(fact);

    /// <summary>May it be an actor's at some moment: is it said to be, or left open at first, or denied?</summary>
    public bool MayBeOf(string actor)
    {
        var owners = _observations.Select(o => o.Role("of")).ToList();
        return owners[0] is null
            || owners.Exists(o => o is { } of && (FactStore.IsDenied(of) || of.Alternatives.Any(a => FactStore.NamesOf(a.Value).Contains(actor))))
            || (owners.Contains(null) && _observations.Exists(o => o.IsDenied));
    }

    public void Sort() => _observations.Sort((a, b) =>
    {
        var byStart = StartOf(a).Earliest.CompareTo(StartOf(b).Earliest);
        if (byStart != 0)
        {
            return byStart;
        }

        var byEnd = StartOf(a).Latest.CompareTo(StartOf(b).Latest);
        return byEnd != 0 ? byEnd : string.CompareOrdinal(a.Key, b.Key);
    });

    /// <summary>All instants an observation's beginning may be, over its rival times.</summary>
    public InstantRange StartOf(Fact observation)
    {
        var range = observation.Time.Alternatives[0].Value.In(zone);
        foreach (var alternative in observation.Time.Alternatives)
        {
            range = range.Cover(alternative.Value.In(zone));
        }

        return range;
    }
}
