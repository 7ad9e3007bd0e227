using Pacta.Logic.Reference;

namespace Pacta.Logic.Monitoring;

/// <summary>Which units asked which question.</summary>
internal sealed class Readers
{
    private static readonly ReadOf[] ByKind = [ReadOf.EventsWith, ReadOf.ThingsOf, ReadOf.FactsNaming];

    /// <summary>A unit, or a set of several.</summary>
    private readonly Dictionary<ReadKey, object> _units = [];

    /// <summary>The questions about a kind that also name somebody or something.</summary>
    private readonly Dictionary<(ReadOf Of, string Kind), HashSet<ReadKey>> _keysOfKind = [];

    public void Add(Unit unit)
    {
        foreach (var key in unit.Reads)
        {
            if (!_units.TryGetValue(key, out var known))
            {
                _units.Add(key, unit);
                if (ByKind.Contains(key.Of))
                {
                    KeysOf(key.Of, key.A).Add(key);
                }
            }
            else if (known is HashSet<Unit> several)
            {
                several.Add(unit);
            }
            else
            {
                _units[key] = new HashSet<Unit> { (Unit)known, unit };
            }
        }
    }

    public void Remove(Unit unit)
    {
        foreach (var key in unit.Reads)
        {
            if (_units.TryGetValue(key, out var known) && known is HashSet<Unit> several)
            {
                several.Remove(unit);
            }
            else if (ReferenceEquals(known, unit))
            {
                _units.Remove(key);
                if (ByKind.Contains(key.Of))
                {
                    KeysOf(key.Of, key.A).Remove(key);
                }
            }
        }
    }

    public IEnumerable<Unit> Of(ReadKey key) => _units.TryGetValue(key, out var known) ? known as IEnumerable<Unit> ?? [(Unit)known] : [];

    /// <summary>The questions that somebody asked about a kind and a name.</summary>
    public IEnumerable<ReadKey> Asked(ReadOf of, string kind) => _keysOfKind.TryGetValue((of, kind), out var keys) ? keys : [];

    private HashSet<ReadKey> KeysOf(ReadOf of, string kind)
    {
        if (!_keysOfKind.TryGetValue((of, kind), out var keys))
        {
            _keysOfKind.Add((of, kind), keys = []);
        }

        return keys;
    }
}
