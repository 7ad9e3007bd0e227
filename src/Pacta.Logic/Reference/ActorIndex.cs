using Pacta.Model.Histories;

namespace Pacta.Logic.Reference;

/// <summary>The events of a kind by the actors that they name in whatever role; and those that leave open whose or by whom they are.</summary>
internal sealed class ActorIndex
{
    private readonly FactsByName _byActor = new(null);
    private readonly KeyedFacts _open = new();
    private readonly IReadOnlySet<string> _actors;

    /// <param name="facts">Ordered by key.</param>
    /// <param name="actors">Whom it may be asked for.</param>
    public ActorIndex(IReadOnlyList<Fact> facts, IReadOnlySet<string> actors)
    {
        _actors = actors;
        foreach (var fact in facts)
        {
            if (FactStore.MayNameAnybody(fact))
            {
                _open.Add(fact);
                continue;
            }

            foreach (var actor in ActorsIn(fact))
            {
                _byActor.Add(actor, fact);
            }
        }
    }

    /// <summary>Those of which <see cref="FactStore.MayName"/> is true, ordered by key.</summary>
    public FactList Find(string actor) => new(_byActor[actor], _open);

    public void Insert(Fact fact)
    {
        if (FactStore.MayNameAnybody(fact))
        {
            _open.Insert(fact);
            return;
        }

        foreach (var actor in ActorsIn(fact))
        {
            _byActor.Insert(actor, fact);
        }
    }

    public void Remove(Fact fact)
    {
        if (FactStore.MayNameAnybody(fact))
        {
            _open.Remove(fact);
            return;
        }

        foreach (var actor in ActorsIn(fact))
        {
            _byActor.Remove(actor, fact);
        }
    }

    private IEnumerable<string> ActorsIn(Fact fact) => FactStore.NamesIn(fact).Where(_actors.Contains);
}
