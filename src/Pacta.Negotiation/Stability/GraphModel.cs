using System.Collections.Immutable;
using Pacta.Model.Negotiations;

namespace Pacta.Negotiation.Stability;

/// <summary>
/// A dispute as a graph: states, for each party the moves that it can make alone, and for each party where it may rank each state. States are
/// numbered from 0 here and from 1 in what people read.
/// </summary>
public sealed class GraphModel
{
    /// <summary>Sets of states are kept for each state, so their number must have a limit.</summary>
    public const int MostStates = 16_384;

    private readonly long[][] _low;
    private readonly long[][] _high;

    private GraphModel(Dispute dispute, ImmutableArray<ImmutableArray<int>> states, int[][][] moves, long[][] low, long[][] high)
    {
        Dispute = dispute;
        States = states;
        Moves = moves;
        _low = low;
        _high = high;
    }

    public Dispute Dispute { get; }

    /// <summary>For each state the combinations of options that are it; more than one where states were merged.</summary>
    public ImmutableArray<ImmutableArray<int>> States { get; }

    /// <summary>By party and state: where the party can move alone in one move, ascending.</summary>
    public int[][][] Moves { get; }

    public int Parties => Dispute.Parties.Length;

    /// <summary>
    /// The graph of a dispute; null if it has no state or too many, and then <paramref name="states"/> says how many.
    /// </summary>
    public static GraphModel? Of(Dispute dispute, out int states)
    {
        ArgumentNullException.ThrowIfNull(dispute);
        var space = StateSpace.Of(dispute);
        states = space.States.Length;
        if (states is 0 or > MostStates)
        {
            return null;
        }

        var low = new long[dispute.Parties.Length][];
        var high = new long[dispute.Parties.Length][];
        for (var party = 0; party < low.Length; party++)
        {
            (low[party], high[party]) = Ranges.Of(dispute, dispute.Parties[party].Preference, space);
        }

        return new GraphModel(dispute, space.States, space.Moves(dispute), low, high);
    }

    /// <summary>
    /// A graph that is given and not made from options. A party's value of a state lies anywhere from <paramref name="low"/> to
    /// <paramref name="high"/>; more is better.
    /// </summary>
    public static GraphModel Of(Dispute dispute, int[][][] moves, long[][] low, long[][] high) =>
        new(dispute, [.. Enumerable.Range(0, low[0].Length).Select(s => ImmutableArray.Create(s))], moves, low, high);

    /// <summary>The place of the state to which a combination belongs; null: the combination is impossible.</summary>
    public int? Find(int combination)
    {
        for (var i = 0; i < States.Length; i++)
        {
            if (States[i].Contains(combination))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>How a party likes <paramref name="first"/> beside <paramref name="second"/>.</summary>
    public Liking Compare(int party, int first, int second)
    {
        if (first == second)
        {
            return Liking.Equal;
        }

        var (low, high) = (_low[party], _high[party]);
        return low[first] > high[second] ? Liking.Better
            : high[first] < low[second] ? Liking.Worse
            : low[first] == high[first] && low[second] == high[second] ? Liking.Equal
            : Liking.Unknown;
    }

    /// <summary>It is known that the party prefers <paramref name="first"/>.</summary>
    public bool Prefers(int party, int first, int second) => _low[party][first] > _high[party][second];

    /// <summary>The party prefers <paramref name="first"/>, or it is not known that it does not.</summary>
    public bool MayPrefer(int party, int first, int second) => first != second && _high[party][first] > _low[party][second];

    /// <summary>Everything is known of what a party would rather see.</summary>
    public bool KnowsAll(int party) => _low[party].AsSpan().SequenceEqual(_high[party]);

    internal long Low(int party, int state) => _low[party][state];

    internal long High(int party, int state) => _high[party][state];
}

/// <summary>How a party likes one state beside another.</summary>
public enum Liking
{
    Better,
    Equal,
    Worse,

    /// <summary>Not known, which is not the same as equal.</summary>
    Unknown,
}
