using Pacta.Monitor.Running;
using Pacta.Temporal.Formulas;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Monitor.Planning;

internal sealed partial class Planner
{
    private int NewRegister(ValueType type)
    {
        var name = $"#{_registers.Count}";
        _types.Add(name, type);
        _registers.Add(name, _registers.Count);
        _machine.AddRegister(type);
        return _registers.Count - 1;
    }

    private TermCode Code(Term term) => term switch
    {
        Variable t => new RegisterTerm(_machine.Registers, _registers[t.Name]),
        Constant t => new ConstantTerm(Pinned(t.Value)),
        Unary t => new UnaryTerm(_machine.Values, t.Operator, TypeOf(t.Operand), Code(t.Operand)),
        Binary t => new BinaryTerm(_machine.Values, t.Operator, TypeOf(t.Left), Code(t.Left), Code(t.Right)),
        _ => throw new InvalidOperationException($"No code for {term.GetType().Name}."),
    };

    /// <summary>A constant stays for as long as the plan does.</summary>
    private long Pinned(Value value)
    {
        var slot = _machine.Values.Of(value);
        if (Machine.IsText(value.Type))
        {
            _machine.OnSweep(texts => texts.Mark(slot));
        }

        return slot;
    }

    private ValueType TypeOf(Term term) => term switch
    {
        Variable t => _types[t.Name],
        Constant t => t.Value.Type,
        Binary t => TypeOf(t.Left),
        Unary t => t.Operator switch
        {
            UnaryOperator.Negate => TypeOf(t.Operand),
            UnaryOperator.FloatToInteger or UnaryOperator.TextToInteger or UnaryOperator.DayOfMonth or UnaryOperator.Month or UnaryOperator.Year => ValueType.Integer,
            UnaryOperator.IntegerToFloat or UnaryOperator.TextToFloat => ValueType.Float,
            UnaryOperator.TextToPattern => ValueType.Pattern,
            _ => ValueType.Text,
        },
        _ => throw new InvalidOperationException($"No type for {term.GetType().Name}."),
    };
}
