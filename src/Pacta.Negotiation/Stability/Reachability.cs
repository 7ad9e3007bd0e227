namespace Pacta.Negotiation.Stability;

/// <summary>
/// What several movers together reach from each state by legal sequences: any number of moves, of which no mover makes two in succession (Fang, Hipel and
/// Kilgour 1993, definition of a unilateral move by a coalition).
/// </summary>
/// <remarks>
/// A place in a sequence is a state and who moved last, and what is reached from there is found once for all sequences that pass it: places that reach
/// each other (Tarjan's strongly connected components) share one set of states, and sets are joined in the order in which components are completed.
/// </remarks>
internal sealed class Reachability
{
    private readonly IReadOnlyList<int[][]> _movers;
    private readonly int _states;
    private readonly int[] _component;
    private readonly List<StateSet> _reached = [];

    // Tarjan's algorithm without recursion: a path may be as long as there are places.
    private readonly int[] _order;
    private readonly int[] _lowest;
    private readonly Stack<int> _open = new();
    private readonly Stack<(int Place, int Mover, int Move)> _path = new();
    private int _next;

    private Reachability(IReadOnlyList<int[][]> movers, int states)
    {
        _movers = movers;
        _states = states;
        _component = new int[states * movers.Count];
        _order = new int[_component.Length];
        _lowest = new int[_component.Length];
        Array.Fill(_component, -1);
    }

    /// <param name="movers">For each mover and each state, where it can move.</param>
    public static StateSet[] Of(IReadOnlyList<int[][]> movers, int states)
    {
        var reached = new StateSet[states];
        if (movers.Count < 2)
        {
            for (var state = 0; state < states; state++)
            {
                reached[state] = new StateSet(states);
                foreach (var to in movers.Count == 0 ? [] : movers[0][state])
                {
                    reached[state].Add(to);
                }
            }

            return reached;
        }

        var search = new Reachability(movers, states);
        for (var place = 0; place < search._component.Length; place++)
        {
            if (search._order[place] == 0)
            {
                search.Visit(place);
            }
        }

        for (var state = 0; state < states; state++)
        {
            reached[state] = search.From(state);
        }

        return reached;
    }

    /// <summary>What is reached from a state where nobody has moved yet.</summary>
    private StateSet From(int state)
    {
        var set = new StateSet(_states);
        var last = -1;
        for (var mover = 0; mover < _movers.Count; mover++)
        {
            foreach (var to in _movers[mover][state])
            {
                set.Add(to);
                var component = _component[(to * _movers.Count) + mover];
                if (component != last)
                {
                    set.UnionWith(_reached[component]);
                    last = component;
                }
            }
        }

        return set;
    }

    private void Visit(int root)
    {
        Enter(root);
        while (_path.Count > 0)
        {
            var (place, mover, move) = _path.Pop();
            if (Advance(place, ref mover, ref move) is { } to)
            {
                _path.Push((place, mover, move + 1));
                if (_order[to] == 0)
                {
                    Enter(to);
                }
                else if (_component[to] < 0)
                {
                    _lowest[place] = Math.Min(_lowest[place], _order[to]);
                }

                continue;
            }

            if (_lowest[place] == _order[place])
            {
                Complete(place);
            }

            if (_path.Count > 0)
            {
                var before = _path.Peek().Place;
                _lowest[before] = Math.Min(_lowest[before], _lowest[place]);
            }
        }
    }

    private void Enter(int place)
    {
        _order[place] = _lowest[place] = ++_next;
        _open.Push(place);
        _path.Push((place, 0, 0));
    }

    /// <summary>The place to which the next move leads that may follow in a place; null if there is none left.</summary>
    private int? Advance(int place, ref int mover, ref int move)
    {
        var (state, last) = Math.DivRem(place, _movers.Count);
        for (; mover < _movers.Count; mover++, move = 0)
        {
            if (mover != last && move < _movers[mover][state].Length)
            {
                return (_movers[mover][state][move] * _movers.Count) + mover;
            }
        }

        return null;
    }

    private void Complete(int place)
    {
        var members = new List<int>();
        int member;
        do
        {
            member = _open.Pop();
            _component[member] = _reached.Count;
            members.Add(member);
        }
        while (member != place);

        var set = new StateSet(_states);
        var last = _reached.Count;
        foreach (var at in members)
        {
            var (mover, move) = (0, 0);
            while (Advance(at, ref mover, ref move) is { } to)
            {
                move++;
                set.Add(to / _movers.Count);
                var component = _component[to];
                if (component != _reached.Count && component != last)
                {
                    set.UnionWith(_reached[component]);
                    last = component;
                }
            }
        }

        _reached.Add(set);
    }
}
