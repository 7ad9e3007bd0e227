using Pacta.Model.Histories;

namespace Pacta.Model.Findings;

/// <summary>What stands in no finding, of one kind and for one reason: how many there are, and the first of them by their keys.</summary>
public sealed class UnusedAlike
{
    private readonly FirstByKey<UnusedFact> _first;

    /// <param name="mostListed">So many are listed.</param>
    internal UnusedAlike(int mostListed) => _first = new(mostListed, static f => f.Key);

    public int Count { get; private set; }

    public UnusedFact First => Listed[0];

    /// <summary>Ordered by key.</summary>
    public IReadOnlyList<UnusedFact> Listed => _first.Kept;

    internal void Add(UnusedFact fact)
    {
        Count++;
        _first.Add(fact);
    }

    /// <param name="first">The first of those that are added together; none of them was added before.</param>
    internal void Add(int count, IReadOnlyList<UnusedFact> first)
    {
        foreach (var fact in first)
        {
            _first.Add(fact);
        }

        Count += count;
    }
}
