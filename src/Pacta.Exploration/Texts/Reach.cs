using Pacta.Model.Time;

namespace Pacta.Exploration.Texts;

/// <summary>For what in a clause a kind of fact matters.</summary>
[Flags]
internal enum Part
{
    None = 0,

    /// <summary>Sets it going.</summary>
    Trigger = 1,

    /// <summary>Is done, not done, had or kept.</summary>
    Act = 2,

    /// <summary>Is asked for by <c>while</c>, <c>unless</c>, an exception, or within any of the others.</summary>
    Condition = 4,

    /// <summary>What is done against the clause, and by that sets going what is owed otherwise.</summary>
    Instead = 8,
}

/// <summary>
/// What a clause can tell apart: which kinds of facts, by which of their values, places and times. Whatever is not in it makes no difference to the clause, so that
/// a search needs to try nothing else.
/// </summary>
internal sealed class Reach
{
    public Dictionary<string, Part> Kinds { get; } = new(StringComparer.Ordinal);

    /// <summary>Of a kind's field: the numbers it is compared with.</summary>
    public Dictionary<(string Kind, string Field), SortedSet<decimal>> Numbers { get; } = [];

    public Dictionary<(string Kind, string Field), SortedSet<string>> Texts { get; } = [];

    public HashSet<(string Kind, string Field)> Truths { get; } = [];

    /// <summary>Fields compared with other fields: the values of one are tried for the other.</summary>
    public HashSet<(string Kind, string Field)> Related { get; } = [];

    /// <summary>Numbers that a sum over several facts is compared with: then parts of them matter as well.</summary>
    public HashSet<(string Kind, string Field)> Summed { get; } = [];

    /// <summary>Kinds of which it matters if anybody stands behind the preposition, and not only whoever is bound.</summary>
    public HashSet<(string Kind, string Preposition)> OfAnybody { get; } = [];

    /// <summary>Kinds of which it matters if somebody who is named stands behind the preposition.</summary>
    public HashSet<(string Kind, string Preposition, string Actor)> Named { get; } = [];

    /// <summary>Prepositions behind which a place is asked for.</summary>
    public Dictionary<string, SortedSet<string>> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>Tables of places that are asked about, by name.</summary>
    public SortedSet<string> Zones { get; } = new(StringComparer.Ordinal);

    public bool AsksTerritory { get; set; }

    public SortedSet<string> Actors { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Groups { get; } = new(StringComparer.Ordinal);

    public HashSet<Lapse> Lapses { get; } = [];

    public HashSet<LapseUnit> CalendarUnits { get; } = [];

    /// <summary>Whether it matters what came first, without a length of time between: <c>there was</c>, states, other clauses, ends.</summary>
    public bool AsksOrder { get; set; }

    /// <summary>Whether it counts from the entry into force or the signature.</summary>
    public bool CountsFromEntry { get; set; }

    public List<Moment> Dates { get; } = [];

    public List<(int Month, int Day)> Yearly { get; } = [];

    public SortedSet<string> Matters { get; } = new(StringComparer.Ordinal);

    /// <summary>Kinds whose end matters, with the lengths in seconds that are asked for.</summary>
    public Dictionary<string, SortedSet<decimal>> Durations { get; } = new(StringComparer.Ordinal);

    /// <summary>Other clauses whose states it asks about.</summary>
    public SortedSet<string> Clauses { get; } = new(StringComparer.Ordinal);

    /// <summary>Nouns, tables and clauses that are read, by name: what may have readings of its own.</summary>
    public SortedSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether one instance can depend on several facts of the kind that sets it going: sums, <c>there was</c>, states, other clauses.</summary>
    public bool IsRelational { get; set; }

    public void Include(Reach other)
    {
        foreach (var (kind, part) in other.Kinds)
        {
            Kinds[kind] = Kinds.GetValueOrDefault(kind) | part;
        }

        Include(Numbers, other.Numbers);
        Include(Texts, other.Texts);
        Include(Places, other.Places);
        Include(Durations, other.Durations);
        Truths.UnionWith(other.Truths);
        Related.UnionWith(other.Related);
        Summed.UnionWith(other.Summed);
        OfAnybody.UnionWith(other.OfAnybody);
        Named.UnionWith(other.Named);
        Zones.UnionWith(other.Zones);
        CountsFromEntry |= other.CountsFromEntry;
        AsksOrder |= other.AsksOrder;
        AsksTerritory |= other.AsksTerritory;
        Actors.UnionWith(other.Actors);
        Groups.UnionWith(other.Groups);
        Lapses.UnionWith(other.Lapses);
        CalendarUnits.UnionWith(other.CalendarUnits);
        Dates.AddRange(other.Dates.Where(d => !Dates.Contains(d)));
        Yearly.AddRange(other.Yearly.Where(y => !Yearly.Contains(y)));
        Matters.UnionWith(other.Matters);
        Clauses.UnionWith(other.Clauses);
        Names.UnionWith(other.Names);
        IsRelational |= other.IsRelational;
    }

    private static void Include<TKey, TValue>(Dictionary<TKey, SortedSet<TValue>> into, Dictionary<TKey, SortedSet<TValue>> from)
        where TKey : notnull
    {
        foreach (var (key, values) in from)
        {
            if (!into.TryGetValue(key, out var set))
            {
                into[key] = set = new SortedSet<TValue>(values.Comparer);
            }

            set.UnionWith(values);
        }
    }
}
