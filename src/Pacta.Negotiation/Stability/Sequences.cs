using System.Collections.Immutable;

namespace Pacta.Negotiation.Stability;

/// <summary>The legal sequences from one state, the shortest first: what is reached, and how.</summary>
internal sealed class Sequences
{
    private readonly IReadOnlyList<Movers> _movers;
    private readonly List<(int State, int Mover, int Before)> _places = [];

    private Sequences(IReadOnlyList<Movers> movers) => _movers = movers;

    /// <summary>All places that are reached, each state first by a shortest sequence.</summary>
    public static Sequences From(int start, IReadOnlyList<Movers> movers)
    {
        var found = new Sequences(movers);
        var seen = new HashSet<(int State, int Mover)>();
        found.Follow(start, -1, -1, seen);
        for (var at = 0; at < found._places.Count; at++)
        {
            found.Follow(found._places[at].State, found._places[at].Mover, at, seen);
        }

        return found;
    }

    /// <summary>The states that are reached, in the order in which they are found; each once.</summary>
    public IEnumerable<int> Reached => _places.Select(p => p.State).Distinct();

    /// <summary>A shortest sequence to a state.</summary>
    public ImmutableArray<Step> To(int state)
    {
        var steps = new List<Step>();
        for (var at = _places.FindIndex(p => p.State == state); at >= 0; at = _places[at].Before)
        {
            steps.Add(new Step(_movers[_places[at].Mover].Members, _places[at].State));
        }

        steps.Reverse();
        return [.. steps];
    }

    private void Follow(int state, int last, int before, HashSet<(int State, int Mover)> seen)
    {
        for (var mover = 0; mover < _movers.Count; mover++)
        {
            foreach (var to in mover == last ? [] : _movers[mover].Moves[state])
            {
                if (seen.Add((to, mover)))
                {
                    _places.Add((to, mover, before));
                }
            }
        }
    }
}

/// <summary>Somebody who moves in a sequence, alone or as one.</summary>
/// <param name="Moves">By state, where they can go.</param>
internal sealed record Movers(ImmutableArray<int> Members, int[][] Moves);
