using System.Collections.Immutable;

namespace Pacta.Negotiation.Stability;

/// <summary>The states that all members of a coalition, or one party, prefer to a state: as far as is known, and as far as can be.</summary>
internal sealed class BetterStates(GraphModel model, ImmutableArray<int> members)
{
    private readonly Dictionary<(int Party, long Value), StateSet> _above = [];

    public StateSet Known(int state) => Common(state, (party, s) => Above(party, model.High(party, s), isKnown: true));

    public StateSet Possible(int state) => Common(state, PossibleFor);

    private StateSet Common(int state, Func<int, int, StateSet> better)
    {
        var first = better(members[0], state);
        if (members.Length == 1)
        {
            return first;
        }

        var common = first.Copy();
        foreach (var party in members.Skip(1))
        {
            common.IntersectWith(better(party, state));
        }

        return common;
    }

    /// <summary>A state is never better than itself, whatever its value is.</summary>
    private StateSet PossibleFor(int party, int state)
    {
        var set = Above(party, model.Low(party, state), isKnown: false);
        if (!set.Contains(state))
        {
            return set;
        }

        var without = new StateSet(model.States.Length);
        foreach (var other in set.Members().Where(s => s != state))
        {
            without.Add(other);
        }

        return without;
    }

    private StateSet Above(int party, long value, bool isKnown)
    {
        // Known and possible sets of one value differ only where values are ranges; the sign keeps their keys apart.
        var key = (isKnown ? party : ~party, value);
        if (_above.TryGetValue(key, out var set))
        {
            return set;
        }

        set = new StateSet(model.States.Length);
        for (var state = 0; state < model.States.Length; state++)
        {
            if ((isKnown ? model.Low(party, state) : model.High(party, state)) > value)
            {
                set.Add(state);
            }
        }

        _above.Add(key, set);
        return set;
    }
}
