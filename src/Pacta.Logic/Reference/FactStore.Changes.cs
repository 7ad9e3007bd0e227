using System.Collections.Immutable;
using Pacta.Model.Histories;

namespace Pacta.Logic.Reference;

/// <summary>Facts that come, go and change, one by one: what is found is what a store of the new history would have.</summary>
internal sealed partial class FactStore
{
    /// <summary>Finds what every change asks for, so that the first does not wait for it.</summary>
    public void Prepare()
    {
        _ = _names.Value;
        _ = _beginning.Value;
        foreach (var list in _eventsByKind.Values.Concat(_countsByKind.Values))
        {
            _ = list.InOrder;
        }
    }

    /// <summary>Takes changes, with the history as they leave it.</summary>
    /// <param name="changes">Each fact as it was and as it is now; null where there was none, or is none any more.</param>
    public void Apply(History history, IEnumerable<(Fact? Before, Fact? After)> changes)
    {
        var begins = _beginning.IsValueCreated ? _beginning.Value.Undisputed : null;
        var isBeginningKept = _beginning.IsValueCreated;
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (before, after) in changes)
        {
            if (before is not null)
            {
                Remove(before);
                kinds.UnionWith(Ancestry(before.Kind));
                isBeginningKept &= before.Time.Alternatives is [var old] && old.Value.In(_zone).Earliest > begins;
            }

            if (after is not null)
            {
                Insert(after);
                kinds.UnionWith(Ancestry(after.Kind));
                isBeginningKept &= after.Time.Alternatives is [var now] && now.Value.In(_zone).Earliest >= begins;
            }
        }

        foreach (var key in _thingsByOwner.Keys.Where(k => kinds.Contains(k.Kind)).ToList())
        {
            _thingsByOwner.TryRemove(key, out _);
        }

        _eventsAsKnown.Clear();
        History = history;
        _beginning = isBeginningKept ? _beginning : new(FindBeginning);
        (_allEvents, _allThings) = (new(SortEvents), new(SortThings));
    }

    private void Insert(Fact fact)
    {
        _factsByKey.Add(fact.Key, fact);
        CountNames(fact, 1);
        switch (fact.Form)
        {
            case FactForm.Count:
                InsertUnderAncestors(_countsByKind, fact);
                break;
            case FactForm.Thing:
                Observe(fact, isGone: false);
                break;
            case FactForm.State:
                if (!_statesById.TryGetValue(fact.Id, out var states))
                {
                    _statesById.Add(fact.Id, states = []);
                }

                Ordered.Insert(states, fact);
                InsertEvent(fact);
                break;
            default:
                _eventsById.Add(fact.Id, fact);
                InsertEvent(fact);
                break;
        }
    }

    private void Remove(Fact fact)
    {
        _factsByKey.Remove(fact.Key);
        CountNames(fact, -1);
        switch (fact.Form)
        {
            case FactForm.Count:
                RemoveUnderAncestors(_countsByKind, fact);
                break;
            case FactForm.Thing:
                Observe(fact, isGone: true);
                break;
            case FactForm.State:
                Ordered.Remove(_statesById[fact.Id], fact);
                if (_statesById[fact.Id].Count == 0)
                {
                    _statesById.Remove(fact.Id);
                }

                RemoveEvent(fact);
                break;
            default:
                _eventsById.Remove(fact.Id);
                RemoveEvent(fact);
                break;
        }
    }

    private void InsertEvent(Fact fact)
    {
        InsertUnderAncestors(_eventsByKind, fact);
        foreach (var index in IndexesOf(fact))
        {
            index.Insert(fact);
        }

        foreach (var index in ActorIndexesOf(fact))
        {
            index.Insert(fact);
        }
    }

    private void RemoveEvent(Fact fact)
    {
        RemoveUnderAncestors(_eventsByKind, fact);
        foreach (var index in IndexesOf(fact))
        {
            index.Remove(fact);
        }

        foreach (var index in ActorIndexesOf(fact))
        {
            index.Remove(fact);
        }
    }

    private IEnumerable<RoleIndex> IndexesOf(Fact fact)
    {
        var kinds = Ancestry(fact.Kind).ToHashSet(StringComparer.Ordinal);
        return _roleIndexes.Where(i => kinds.Contains(i.Key.Kind)).Select(i => i.Value.Value);
    }

    private IEnumerable<ActorIndex> ActorIndexesOf(Fact fact) =>
        Ancestry(fact.Kind).Select(k => _actorIndexes.GetValueOrDefault(k)?.Value).OfType<ActorIndex>();

    private void InsertUnderAncestors(Dictionary<string, KeyedFacts> index, Fact fact)
    {
        foreach (var kind in Ancestry(fact.Kind))
        {
            if (!index.TryGetValue(kind, out var list))
            {
                list = new();
                index.Add(kind, list);
            }

            list.Insert(fact);
        }
    }

    private void RemoveUnderAncestors(Dictionary<string, KeyedFacts> index, Fact fact)
    {
        foreach (var kind in Ancestry(fact.Kind))
        {
            index[kind].Remove(fact);
        }
    }

    /// <summary>A timeline is made anew: whoever still holds the old one sees it as it was.</summary>
    private void Observe(Fact fact, bool isGone)
    {
        var known = _things.GetValueOrDefault(fact.Id);
        ImmutableArray<Fact> observations = [.. known?.Observations.Where(o => o.Key != fact.Key) ?? []];
        observations = isGone ? observations : observations.Add(fact);
        if (known is not null)
        {
            foreach (var kind in Ancestry(known.Kind))
            {
                _thingsByKind[kind].RemoveAt(PlaceOf(_thingsByKind[kind], fact.Id));
            }

            _things.Remove(fact.Id);
        }

        if (observations.IsEmpty)
        {
            return;
        }

        var timeline = new ThingTimeline(fact.Id, observations[0].Kind, _zone);
        foreach (var observation in observations)
        {
            timeline.Add(observation);
        }

        timeline.Sort();
        _things.Add(fact.Id, timeline);
        foreach (var kind in Ancestry(timeline.Kind))
        {
            if (!_thingsByKind.TryGetValue(kind, out var list))
            {
                list = [];
                _thingsByKind.Add(kind, list);
            }

            list.Insert(~PlaceOf(list, timeline.Id), timeline);
        }
    }

    /// <summary>Where a thing stands among those ordered by id; the complement of where it would.</summary>
    private static int PlaceOf(List<ThingTimeline> things, string id)
    {
        var (low, high) = (0, things.Count - 1);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var order = string.CompareOrdinal(things[middle].Id, id);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }

    private void CountNames(Fact fact, int more)
    {
        if (!_names.IsValueCreated)
        {
            return;
        }

        foreach (var name in NamesIn(fact))
        {
            var count = _names.Value.GetValueOrDefault(name) + more;
            if (count == 0)
            {
                _names.Value.Remove(name);
            }
            else
            {
                _names.Value[name] = count;
            }
        }
    }
}
