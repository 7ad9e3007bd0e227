using Pacta.Monitor.State;

namespace Pacta.Monitor.Running;

/// <summary>An operator that remembers rows, each an assignment to the same variables.</summary>
internal abstract class RowOperator : Operator
{
    protected RowOperator(Machine machine, int[] registers, int extra)
    {
        Registers = registers;
        Rows = new RowTable(registers.Length, extra);
        machine.OnSweep(texts => machine.Mark(texts, Rows, registers));
    }

    public RowTable Rows { get; }

    /// <summary>The registers of the variables, column by column.</summary>
    public int[] Registers { get; }

    /// <summary>Whether a row that is kept satisfies the formula at the time point where it is asked.</summary>
    public abstract bool Satisfies(int row);
}
