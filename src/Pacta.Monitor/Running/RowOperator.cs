using Pacta.Monitor.State;

namespace Pacta.Monitor.Running;

/// <summary>An operator that remembers rows, each an assignment to the same variables.</summary>
internal abstract class RowOperator(int[] registers, int extra) : Operator
{
    public RowTable Rows { get; } = new(registers.Length, extra);

    /// <summary>The registers of the variables, column by column.</summary>
    public int[] Registers { get; } = registers;

    /// <summary>Whether every row that is kept satisfies the formula.</summary>
    public virtual bool KeepsOnlySatisfied => false;

    /// <summary>Whether a row that is kept satisfies the formula at the time point where it is asked.</summary>
    public abstract bool Satisfies(int row);
}
