using Pacta.Monitor.Values;
using Pacta.Temporal.Formulas;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Monitor.Running;

/// <summary>A term that is evaluated over registers. A term without a value, such as 1 / 0, satisfies nothing.</summary>
internal abstract class TermCode
{
    /// <summary>False if the term has no value.</summary>
    public abstract bool Evaluate(out long slot);
}

internal sealed class ConstantTerm(long value) : TermCode
{
    public override bool Evaluate(out long slot)
    {
        slot = value;
        return true;
    }
}

internal sealed class RegisterTerm(long[] registers, int register) : TermCode
{
    public override bool Evaluate(out long slot)
    {
        slot = registers[register];
        return true;
    }
}

/// <summary>+, - and * of two small whole numbers, which is most of arithmetic; everything else goes the long way.</summary>
internal sealed class BinaryTerm(ValueStore values, BinaryOperator op, ValueType type, TermCode left, TermCode right) : TermCode
{
    public override bool Evaluate(out long slot)
    {
        slot = 0;
        if (!left.Evaluate(out var a) || !right.Evaluate(out var b))
        {
            return false;
        }

        if (type == ValueType.Integer && ValueStore.IsSmall(a) && ValueStore.IsSmall(b))
        {
            switch (op)
            {
                case BinaryOperator.Add:
                    slot = values.OfInteger(a + b);
                    return true;
                case BinaryOperator.Subtract:
                    slot = values.OfInteger(a - b);
                    return true;
                case BinaryOperator.Multiply when Math.BigMul(a, b, out var product) is var high && ((high == 0 && product >= 0) || (high == -1 && product < 0)):
                    slot = values.OfInteger(product);
                    return true;
            }
        }

        if (TermArithmetic.Apply(op, values.ToValue(a, type), values.ToValue(b, type)) is not { } value)
        {
            return false;
        }

        slot = values.Of(value);
        return true;
    }
}

internal sealed class UnaryTerm(ValueStore values, UnaryOperator op, ValueType operandType, TermCode operand) : TermCode
{
    public override bool Evaluate(out long slot)
    {
        slot = 0;
        if (!operand.Evaluate(out var a))
        {
            return false;
        }

        if (TermArithmetic.Apply(op, values.ToValue(a, operandType)) is not { } value)
        {
            return false;
        }

        slot = values.Of(value);
        return true;
    }
}
