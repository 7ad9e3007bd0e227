using Pacta.Monitor.Events;
using Pacta.Monitor.State;

namespace Pacta.Monitor.Running;

/// <summary>What a LET defines: its assignments are made events of a kind of their own, time point by time point, as far as they are known.</summary>
internal sealed class Derivation
{
    private readonly Machine _machine;
    private readonly Stage _stage;
    private readonly EventStore _store;
    private readonly int[] _parameters;
    private readonly RowTable _seen;
    private readonly long[] _row;
    private bool _pumping;
    private (int Last, long Known) _pumpedAt = (-1, long.MinValue);
    private int _askedIn;

    /// <param name="store">Where the assignments go.</param>
    /// <param name="parameters">The registers of the parameters.</param>
    public Derivation(Machine machine, Stage stage, EventStore store, int[] parameters)
    {
        _machine = machine;
        _stage = stage;
        _store = store;
        _parameters = parameters;
        _seen = new RowTable(parameters.Length, 0);
        _row = new long[parameters.Length];
        machine.OnSweep(texts => machine.Mark(texts, _seen, parameters));
    }

    /// <summary>The first step of the definition; its last one is <see cref="Emit"/>.</summary>
    public Node Definition { get; set; } = Found.Instance;

    /// <summary>Derives as far as possible, and says how far that is.</summary>
    public int Pump()
    {
        // Others that derive from this one may ask in turn, and theirs again. What comes back to itself is derived bit by bit.
        var now = (_machine.Points.Last, _machine.Points.Known);
        if (!_pumping && (_machine.HasRecursion || _pumpedAt != now))
        {
            _pumpedAt = now;
            _pumping = true;
            while (_stage.Position < _stage.Frontier())
            {
                _stage.Advance();
                if (_seen.Count > 0)
                {
                    _seen.Clear();
                }

                Definition.Run();
                Publish();
            }

            _pumping = false;
            return _stage.Position;
        }

        // Asked by the definition about itself: only what was derived for earlier time points counts.
        return _stage.Position;
    }

    public int Needed()
    {
        // A recursive definition comes back here; and what several derive from is asked by each.
        if (_askedIn == _machine.Rounds)
        {
            return int.MaxValue;
        }

        _askedIn = _machine.Rounds;
        return _stage.Needed();
    }

    internal sealed class Emit(Derivation derivation) : Node
    {
        public override bool Run()
        {
            derivation.EmitRow();
            return false;
        }
    }

    private void EmitRow()
    {
        for (var i = 0; i < _parameters.Length; i++)
        {
            _row[i] = _machine.Registers[_parameters[i]];
        }

        _seen.FindOrAdd(_row, out _);
    }

    /// <summary>Only now, for the definition may have been reading what is published.</summary>
    private void Publish()
    {
        for (var row = _seen.NextAlive(0); row >= 0; row = _seen.NextAlive(row + 1))
        {
            _seen.Key(row).CopyTo(_store.Add(_stage.Points.Number(_stage.Position)));
        }
    }
}
