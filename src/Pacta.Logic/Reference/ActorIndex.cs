using Pacta.Model.Histories;

namespace Pacta.Logic.Reference;

/// <summary>The events of a kind by the actors that they name in whatever role; and those that leave open whose or by whom they are.</summary>
internal sealed class ActorIndex
{
    private readonly Dictionary<string, List<Fact>> _byActor = new(StringComparer.Ordinal);
    private readonly List<Fact> _open = [];
    private readonly IReadOnlySet<string> _actors;

    /// <param name="facts">Ordered by key.</param>
    /// <param name="actors">Whom it may be asked for.</param>
    public ActorIndex(IReadOnlyList<Fact> facts, IReadOnlySet<string> actors)
    {
        _actors = actors;
        foreach (var fact in facts)
        {
            foreach (var list in ListsOf(fact))
            {
                list.Add(fact);
            }
        }
    }

    /// <summary>Those of which <see cref="FactStore.MayName"/> is true, ordered by key.</summary>
    public FactList Find(string actor) => new(_byActor.GetValueOrDefault(actor), _open);

    public void Insert(Fact fact)
    {
        foreach (var list in ListsOf(fact))
        {
            Ordered.Insert(list, fact);
        }
    }

    public void Remove(Fact fact)
    {
        foreach (var list in ListsOf(fact))
        {
            Ordered.Remove(list, fact);
        }
    }

    private IEnumerable<List<Fact>> ListsOf(Fact fact) =>
        FactStore.MayNameAnybody(fact) ? [_open] : FactStore.NamesIn(fact).Where(_actors.Contains).Select(ListOf);

    private List<Fact> ListOf(string actor)
    {
        if (!_byActor.TryGetValue(actor, out var list))
        {
            list = [];
            _byActor.Add(actor, list);
        }

        return list;
    }
}
