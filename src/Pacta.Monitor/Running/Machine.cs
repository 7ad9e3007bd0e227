using Pacta.Monitor.Events;
using Pacta.Monitor.Values;

namespace Pacta.Monitor.Running;

/// <summary>What all parts of one plan share.</summary>
internal sealed class Machine(ValueStore values, TimePoints points, int registers)
{
    public ValueStore Values { get; } = values;

    public TimePoints Points { get; } = points;

    /// <summary>The values of the variables, by number.</summary>
    public long[] Registers { get; } = new long[registers];
}
