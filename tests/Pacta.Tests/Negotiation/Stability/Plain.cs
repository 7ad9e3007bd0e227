using Pacta.Model.Negotiations;
using Pacta.Negotiation.Stability;

namespace Pacta.Tests.Negotiation.Stability;

/// <summary>
/// The definitions as the books have them, written out with sets and without any thought of speed. It knows what everybody prefers exactly: a value for
/// each party and state. Nothing is shared with the code under test but the names of the concepts.
/// </summary>
internal sealed class Plain(HashSet<(int From, int To)>[] moves, long[][] values)
{
    private int Parties => moves.Length;

    private int States => values[0].Length;

    public bool IsStable(int party, int state, Concept concept)
    {
        var others = Enumerable.Range(0, Parties).Where(p => p != party).ToList();
        return Moves(party, state).Where(s1 => Prefers(party, s1, state)).All(s1 => concept switch
        {
            Concept.Nash => false,
            Concept.GeneralMetarational => Joint(others, s1, Moves).Any(s2 => !Prefers(party, s2, state)),
            Concept.SymmetricMetarational => Joint(others, s1, Moves).Any(s2 => !Prefers(party, s2, state) && Moves(party, s2).All(s3 => !Prefers(party, s3, state))),
            _ => Joint(others, s1, Improvements).Any(s2 => !Prefers(party, s2, state)),
        });
    }

    /// <summary>Inohara and Hipel's definitions for a coalition.</summary>
    public bool IsStable(List<int> coalition, int state, Concept concept)
    {
        var others = Enumerable.Range(0, Parties).Except(coalition).ToList();
        return Joint(coalition, state, Moves).Where(s1 => coalition.TrueForAll(p => Prefers(p, s1, state))).All(s1 => concept switch
        {
            Concept.Nash => false,
            Concept.GeneralMetarational => Joint(others, s1, Moves).Any(Reluctant),
            Concept.SymmetricMetarational => Joint(others, s1, Moves).Any(s2 => Reluctant(s2) && Joint(coalition, s2, Moves).All(Reluctant)),
            _ => Joint(Subsets(others), s1, Improvements).Any(Reluctant),
        });

        bool Reluctant(int s) => coalition.Exists(p => !Prefers(p, s, state));
    }

    public bool Prefers(int party, int first, int second) => values[party][first] > values[party][second];

    private IEnumerable<int> Moves(int party, int state) => Enumerable.Range(0, States).Where(t => moves[party].Contains((state, t)));

    private IEnumerable<int> Improvements(int party, int state) => Moves(party, state).Where(t => Prefers(party, t, state));

    private IEnumerable<int> Improvements(List<int> coalition, int state) =>
        Joint(coalition, state, Moves).Where(t => coalition.TrueForAll(p => Prefers(p, t, state)));

    private static List<List<int>> Subsets(List<int> of) =>
        [.. Enumerable.Range(1, (1 << of.Count) - 1).Select(bits => of.Where((_, i) => (bits >> i & 1) == 1).ToList())];

    /// <summary>
    /// Where several movers come together: (1) what one reaches by a move is reached, with that mover last; (2) what is reached with somebody else last, and then
    /// by a move of a mover, is reached with that mover last; nothing else is.
    /// </summary>
    private HashSet<int> Joint<T>(List<T> movers, int start, Func<T, int, IEnumerable<int>> next)
    {
        var reached = new HashSet<(int State, int Last)>();
        for (var j = 0; j < movers.Count; j++)
        {
            reached.UnionWith(next(movers[j], start).Select(t => (t, j)));
        }

        for (var before = -1; before != reached.Count;)
        {
            before = reached.Count;
            foreach (var (state, last) in reached.ToList())
            {
                for (var j = 0; j < movers.Count; j++)
                {
                    if (j != last)
                    {
                        reached.UnionWith(next(movers[j], state).Select(t => (t, j)));
                    }
                }
            }
        }

        return [.. reached.Select(r => r.State)];
    }

    /// <summary>States and moves of a dispute, each from its definition. A state is the set of the combinations that are it.</summary>
    public static (List<HashSet<int>> States, HashSet<(int From, int To)>[] Moves) Graph(Dispute dispute)
    {
        var possible = Enumerable.Range(0, 1 << dispute.Options.Length).Where(c => !dispute.Impossible.Any(i => i.Holds(c))).ToList();
        var states = possible.Select(c => new HashSet<int> { c }).ToList();
        foreach (var merged in dispute.Merged)
        {
            var together = states.Where(s => s.Any(merged.Holds)).ToList();
            if (together.Count > 1)
            {
                states = [.. states.Except(together), together.Aggregate(new HashSet<int>(), (all, s) => [.. all, .. s])];
            }
        }

        states = [.. states.OrderBy(s => s.Max())];
        var moves = dispute.Parties.Select(_ => new HashSet<(int, int)>()).ToArray();
        for (var party = 0; party < moves.Length; party++)
        {
            foreach (var from in possible)
            {
                foreach (var to in possible)
                {
                    var isOwn = Enumerable.Range(0, dispute.Options.Length).All(o => dispute.Options[o].Party == party || (from >> o & 1) == (to >> o & 1));
                    var (a, b) = (states.FindIndex(s => s.Contains(from)), states.FindIndex(s => s.Contains(to)));
                    if (isOwn && a != b && !dispute.Irreversible.Any(i => i.Holds(from) && !i.Holds(to)))
                    {
                        moves[party].Add((a, b));
                    }
                }
            }
        }

        return (states, moves);
    }
}
