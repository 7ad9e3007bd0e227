using Pacta.Temporal.Formulas;

namespace Pacta.Monitor.Expressions;

/// <summary>
/// A temporal regular expression as an automaton: from state to state in no time where a formula holds, or in one step of time. (K. Thompson, Regular Expression Search
/// Algorithm, CACM 11(6), 1968.)
/// </summary>
internal sealed class Automaton
{
    private readonly List<Edge> _edges = [];

    private Automaton()
    {
    }

    public int Start { get; private init; }

    public int End { get; private init; }

    public IReadOnlyList<Edge> Edges => _edges;

    private int States { get; set; } = 2;

    public static Automaton Of(TemporalExpression expression)
    {
        var automaton = new Automaton { Start = 0, End = 1 };
        automaton.Add(expression, 0, 1);
        return automaton;
    }

    /// <summary>The same expression read from its end to its beginning.</summary>
    public Automaton Reversed()
    {
        var automaton = new Automaton { Start = End, End = Start, States = States };
        automaton._edges.AddRange(_edges.Select(edge => edge with { From = edge.To, To = edge.From }));
        return automaton;
    }

    private void Add(TemporalExpression expression, int from, int to)
    {
        switch (expression)
        {
            case AnyStep:
                _edges.Add(new Edge(from, to, null, true));
                break;
            case Test test:
                _edges.Add(new Edge(from, to, test.Operand, false));
                break;
            case Sequence sequence:
                var middle = States++;
                Add(sequence.First, from, middle);
                Add(sequence.Second, middle, to);
                break;
            case Choice choice:
                Add(choice.Left, from, to);
                Add(choice.Right, from, to);
                break;
            case Repetition repetition:
                var hub = States++;
                _edges.Add(new Edge(from, hub, null, false));
                _edges.Add(new Edge(hub, to, null, false));
                Add(repetition.Operand, hub, hub);
                break;
            default:
                throw new InvalidOperationException($"{expression.GetType().Name} is no temporal expression.");
        }
    }

    /// <param name="Condition">What must hold; null if nothing.</param>
    /// <param name="TakesTime">The edge leads to the next time point.</param>
    internal sealed record Edge(int From, int To, Formula? Condition, bool TakesTime);
}
