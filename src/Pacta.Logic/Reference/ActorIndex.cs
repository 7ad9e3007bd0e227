using System.Runtime.InteropServices;
using Pacta.Model.Histories;
using Pacta.Model.Reports;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>The events of a kind by the actors that they name in whatever role; and those that leave open whose or by whom they are.</summary>
internal sealed class ActorIndex
{
    private readonly FactsByName _byActor;
    private readonly KeyedFacts _open = new();
    private readonly IReadOnlySet<string> _actors;

    /// <param name="facts">Ordered by key.</param>
    /// <param name="actors">Whom it may be asked for.</param>
    /// <param name="names">The names by whose numbers facts are kept of which there are rows; null: there are none.</param>
    public ActorIndex(IReadOnlyList<Fact> facts, IReadOnlySet<string> actors, NumberedNames? names)
    {
        (_byActor, _actors) = (new(names), actors);
        var areActors = new Dictionary<int, bool>();
        for (var i = 0; i < facts.Count; i++)
        {
            var fact = facts[i];
            if (FactStore.MayNameAnybody(fact))
            {
                _open.Add(fact);
            }
            else if (fact.IsRow(out var rows, out var row) && ReferenceEquals(rows.Names, names))
            {
                Add(fact, rows.Rows.RolesOf(row), names, areActors);
            }
            else
            {
                foreach (var actor in ActorsIn(fact))
                {
                    _byActor.Add(actor, fact);
                }
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

    /// <summary>Adds a fact by the roles of its row. A name in several of them counts once.</summary>
    private void Add(Fact fact, ReadOnlySpan<RoleName> roles, NumberedNames names, Dictionary<int, bool> areActors)
    {
        for (var i = 0; i < roles.Length; i++)
        {
            var number = roles[i].Name;
            ref var isActor = ref CollectionsMarshal.GetValueRefOrAddDefault(areActors, number, out var isKnown);
            if (!isKnown)
            {
                isActor = _actors.Contains(names[number]);
            }

            if (isActor && !IsAmong(roles[..i], number))
            {
                _byActor.Add(new Name(names, number), fact);
            }
        }
    }

    private static bool IsAmong(ReadOnlySpan<RoleName> roles, int name)
    {
        foreach (var role in roles)
        {
            if (role.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<string> ActorsIn(Fact fact) => FactStore.NamesIn(fact).Where(_actors.Contains);
}
