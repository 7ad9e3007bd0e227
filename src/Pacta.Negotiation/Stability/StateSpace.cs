using System.Collections.Immutable;
using Pacta.Model.Negotiations;

namespace Pacta.Negotiation.Stability;

/// <summary>The states of a dispute: the combinations of options that are possible, merged where the dispute says so.</summary>
internal sealed class StateSpace
{
    private const int Impossible = -1;

    private readonly int[] _stateOf;

    private StateSpace(ImmutableArray<ImmutableArray<int>> states, int[] stateOf)
    {
        States = states;
        _stateOf = stateOf;
    }

    /// <summary>In the order of their last combination, so that a state into which many were merged stands last among them.</summary>
    public ImmutableArray<ImmutableArray<int>> States { get; }

    public static StateSpace Of(Dispute dispute)
    {
        var count = 1 << dispute.Options.Length;
        var owner = new int[count];
        var ownerOfMerge = new int[dispute.Merged.Length];
        Array.Fill(ownerOfMerge, Impossible);
        for (var combination = 0; combination < count; combination++)
        {
            owner[combination] = Impossible;
            if (dispute.Impossible.Any(i => i.Holds(combination)))
            {
                continue;
            }

            owner[combination] = combination;
            for (var m = 0; m < dispute.Merged.Length; m++)
            {
                if (dispute.Merged[m].Holds(combination))
                {
                    ownerOfMerge[m] = ownerOfMerge[m] < 0 ? combination : ownerOfMerge[m];
                    Join(owner, ownerOfMerge[m], combination);
                }
            }
        }

        var groups = Enumerable.Range(0, count)
            .Where(c => owner[c] != Impossible)
            .GroupBy(c => Root(owner, c))
            .Select(g => g.ToImmutableArray())
            .OrderBy(g => g[^1])
            .ToImmutableArray();
        var stateOf = new int[count];
        Array.Fill(stateOf, Impossible);
        for (var state = 0; state < groups.Length; state++)
        {
            foreach (var combination in groups[state])
            {
                stateOf[combination] = state;
            }
        }

        return new StateSpace(groups, stateOf);
    }

    /// <summary>
    /// By party and state, the states that the party reaches by changing options of its own, all at once, undoing nothing that is irreversible. From a
    /// merged state it reaches what it reaches from any combination of it.
    /// </summary>
    public int[][][] Moves(Dispute dispute)
    {
        var moves = new int[dispute.Parties.Length][][];
        for (var party = 0; party < moves.Length; party++)
        {
            var own = dispute.Options.Select((o, i) => o.Party == party ? 1 << i : 0).Sum();
            var to = States.Select(_ => new SortedSet<int>()).ToArray();

            // Whatever the others do stays as it is in a move, so moves stay within combinations that are alike in it.
            foreach (var alike in States.SelectMany(s => s).GroupBy(c => c & ~own))
            {
                var combinations = alike.ToArray();
                foreach (var from in combinations)
                {
                    foreach (var target in combinations)
                    {
                        if (_stateOf[from] != _stateOf[target] && !dispute.Irreversible.Any(i => i.Holds(from) && !i.Holds(target)))
                        {
                            to[_stateOf[from]].Add(_stateOf[target]);
                        }
                    }
                }
            }

            moves[party] = [.. to.Select(t => t.ToArray())];
        }

        return moves;
    }

    private static int Root(int[] owner, int combination)
    {
        while (owner[combination] != combination)
        {
            combination = owner[combination];
        }

        return combination;
    }

    private static void Join(int[] owner, int first, int second)
    {
        var (a, b) = (Root(owner, first), Root(owner, second));
        owner[Math.Max(a, b)] = Math.Min(a, b);
    }
}
