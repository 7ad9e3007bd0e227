using Pacta.Monitor.State;
using Pacta.Monitor.Events;

namespace Pacta.Monitor.Running;

/// <summary>What a LET defines: its assignments are made events of a kind of their own, time point by time point, as far as they are known.</summary>
internal sealed class Derivation(Machine machine, Stage stage, EventStore store, int[] parameters)
{
    private readonly RowTable _seen = new(parameters.Length, 0);
    private readonly long[] _row = new long[parameters.Length];
    private bool _pumping;

    /// <summary>The first step of the definition; its last one is <see cref="Emit"/>.</summary>
    public Node Definition { get; set; } = Found.Instance;

    /// <summary>Derives as far as possible, and says how far that is.</summary>
    public int Pump()
    {
        if (!_pumping)
        {
            _pumping = true;
            while (stage.Position < stage.Frontier())
            {
                stage.Advance();
                if (_seen.Count > 0)
                {
                    _seen.Clear();
                }

                Definition.Run();
            }

            _pumping = false;
            return stage.Position;
        }

        // Asked by the definition about itself: only what was derived for earlier time points counts.
        return stage.Position;
    }

    public int Needed()
    {
        if (_pumping)
        {
            return int.MaxValue;
        }

        // A recursive definition comes back here.
        _pumping = true;
        var needed = stage.Needed();
        _pumping = false;
        return needed;
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
        for (var i = 0; i < parameters.Length; i++)
        {
            _row[i] = machine.Registers[parameters[i]];
        }

        _seen.FindOrAdd(_row, out var isNew);
        if (isNew)
        {
            _row.CopyTo(store.Add(stage.Position));
        }
    }
}
