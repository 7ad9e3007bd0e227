using System.Runtime.InteropServices;

namespace Pacta.Evidence.Live;

/// <summary>Names with the records that have to do with each. Most names have one record, which takes no more room than the name does.</summary>
internal sealed class Chains
{
    private const int Nobody = int.MinValue;

    /// <summary>From 0 on: the only record. Below: the complement of the newest link.</summary>
    private readonly Dictionary<string, int> _heads = new(StringComparer.Ordinal);
    private readonly List<(int Record, int Next)> _links = [];

    public int Count => _heads.Count;

    /// <summary>In the order of a dictionary from which nothing is ever removed.</summary>
    public IEnumerable<string> Names => _heads.Keys;

    public bool Contains(string name) => _heads.ContainsKey(name);

    /// <summary>Keeps a name without any record.</summary>
    public void Add(string name) => _heads.TryAdd(name, Nobody);

    /// <summary>Keeps a record under a name; to add the same one again right away changes nothing.</summary>
    public void Add(string name, int record)
    {
        ref var head = ref CollectionsMarshal.GetValueRefOrAddDefault(_heads, name, out var exists);
        if (!exists || head == Nobody)
        {
            head = record;
            return;
        }

        if ((head >= 0 ? head : _links[~head].Record) == record)
        {
            return;
        }

        if (head >= 0)
        {
            _links.Add((head, -1));
            head = ~(_links.Count - 1);
        }

        _links.Add((record, ~head));
        head = ~(_links.Count - 1);
    }

    public IEnumerable<int> Of(string name)
    {
        if (!_heads.TryGetValue(name, out var head) || head == Nobody)
        {
            yield break;
        }

        if (head >= 0)
        {
            yield return head;
            yield break;
        }

        for (var at = ~head; at >= 0; at = _links[at].Next)
        {
            yield return _links[at].Record;
        }
    }
}
