namespace Pacta.Model.Findings;

/// <summary>What stands in no finding, of one kind and for one reason: how many there are, and the first of them by their keys.</summary>
public sealed class UnusedAlike
{
    private readonly int _mostListed;
    private readonly List<UnusedFact> _listed = [];

    /// <param name="mostListed">So many are listed.</param>
    internal UnusedAlike(int mostListed) => _mostListed = mostListed;

    public int Count { get; private set; }

    public UnusedFact First => _listed[0];

    /// <summary>Ordered by key.</summary>
    public IReadOnlyList<UnusedFact> Listed => _listed;

    internal void Add(in UnusedFact fact)
    {
        Count++;
        var place = _listed.Count;
        for (var key = fact.Key; place > 0 && string.CompareOrdinal(key, _listed[place - 1].Key) < 0;)
        {
            place--;
        }

        if (place < _mostListed)
        {
            _listed.Insert(place, fact);
            if (_listed.Count > _mostListed)
            {
                _listed.RemoveAt(_mostListed);
            }
        }
    }

    /// <param name="first">The first of those that are added together; none of them was added before.</param>
    internal void Add(int count, IReadOnlyList<UnusedFact> first)
    {
        foreach (var fact in first)
        {
            Add(fact);
        }

        Count += count - first.Count;
    }
}
