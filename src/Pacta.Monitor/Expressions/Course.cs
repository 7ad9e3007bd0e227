using Pacta.Monitor.State;

namespace Pacta.Monitor.Expressions;

/// <summary>A state of an automaton together with the variables that are bound on the way to it.</summary>
internal sealed class Course(int number, int[] registers, bool isEnd)
{
    public int Number { get; } = number;

    /// <summary>Of the bound variables, in order.</summary>
    public int[] Registers { get; } = registers;

    public bool IsEnd { get; } = isEnd;

    public List<Move> Moves { get; } = [];

    /// <param name="Condition">Which of the conditions must hold; null for none.</param>
    internal sealed record Move(Course To, int? Condition, bool TakesTime);

    /// <summary>The partial matches that are in the state: the values of the variables, and when they began.</summary>
    public RowTable NewRows(bool keepsBeginning) => new(Registers.Length + (keepsBeginning ? 1 : 0), 1);
}
