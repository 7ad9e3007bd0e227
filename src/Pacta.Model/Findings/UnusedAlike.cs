using Pacta.Model.Histories;

namespace Pacta.Model.Findings;

/// <summary>What stands in no finding, of one kind and for one reason: how many there are, and the first of them.</summary>
public sealed class UnusedAlike
{
    private readonly List<UnusedFact> _listed = [];

    internal UnusedAlike()
    {
    }

    public int Count { get; private set; }

    public UnusedFact First => _listed[0];

    /// <summary>The first by their keys.</summary>
    public IReadOnlyList<UnusedFact> Listed => _listed;

    /// <param name="fact">It comes after those that were added one by one.</param>
    internal void Add(in UnusedFact fact, int mostListed)
    {
        Count++;
        if (_listed.Count < mostListed)
        {
            _listed.Add(fact);
        }
    }

    /// <param name="first">The first of those that are added together; none of them was added before.</param>
    internal void Add(int count, IReadOnlyList<UnusedFact> first, int mostListed)
    {
        Count += count;
        _listed.AddRange(first);
        _listed.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        _listed.RemoveRange(Math.Min(mostListed, _listed.Count), Math.Max(0, _listed.Count - mostListed));
    }
}
