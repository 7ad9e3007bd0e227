using Pacta.Monitor.Values;
using Pacta.Temporal.Formulas;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Monitor.Running;

/// <summary>Goes on if two terms compare so.</summary>
internal sealed class CompareNode(ValueStore values, ComparisonOperator op, ValueType type, TermCode left, TermCode right, Node next) : Node
{
    public override bool Run() => left.Evaluate(out var a) && right.Evaluate(out var b) && Holds(a, b) && next.Run();

    private bool Holds(long a, long b) => op switch
    {
        ComparisonOperator.Equal => a == b,
        ComparisonOperator.Less => values.Compare(a, b, type) < 0,
        ComparisonOperator.LessOrEqual => values.Compare(a, b, type) <= 0,
        _ => values.Texts.Bytes((int)b).IndexOf(values.Texts.Bytes((int)a)) >= 0,
    };
}

/// <summary>Puts the value of a term into a register.</summary>
internal sealed class AssignNode(Machine machine, int register, TermCode term, Node next) : Node
{
    public override bool Run()
    {
        if (!term.Evaluate(out var slot))
        {
            return false;
        }

        machine.Registers[register] = slot;
        return next.Run();
    }
}

/// <summary>Goes on if a pattern is found in a text and its groups are as asked; groups may fill registers.</summary>
internal sealed class MatchesNode : Node
{
    private readonly Machine _machine;
    private readonly TermCode _text;
    private readonly TermCode _pattern;
    private readonly GroupPlan[]? _groups;
    private readonly Node _next;
    private readonly Dictionary<long, TextPattern?> _patterns = [];

    public MatchesNode(Machine machine, TermCode text, TermCode pattern, GroupPlan[]? groups, Node next)
    {
        _machine = machine;
        _text = text;
        _pattern = pattern;
        _groups = groups;
        _next = next;
        // The slots of patterns that come from events may be given to others.
        machine.OnSweep(_ => _patterns.Clear());
    }

    public override bool Run()
    {
        if (!_text.Evaluate(out var textSlot) || !_pattern.Evaluate(out var patternSlot))
        {
            return false;
        }

        if (!_patterns.TryGetValue(patternSlot, out var compiled))
        {
            compiled = TextPatterns.Compile(_machine.Values.ToText(patternSlot));
            _patterns.Add(patternSlot, compiled);
        }

        if (compiled is null || compiled.Find(_machine.Values.ToText(textSlot)) is not { } found)
        {
            return false;
        }

        for (var i = 0; i < (_groups?.Length ?? 0); i++)
        {
            var plan = _groups![i];
            if (plan.IsIgnored)
            {
                continue;
            }

            if (i >= found.Length || found[i] is not { } group)
            {
                return false;
            }

            var slot = _machine.Values.OfText(group);
            if (plan.Register is { } register)
            {
                _machine.Registers[register] = slot;
            }
            else if (!plan.Term!.Evaluate(out var expected) || expected != slot)
            {
                return false;
            }
        }

        return _next.Run();
    }
}

/// <summary>What is done with a group of a pattern: nothing, a register is filled, or it is compared with a term.</summary>
internal sealed record GroupPlan(bool IsIgnored, int? Register, TermCode? Term);
