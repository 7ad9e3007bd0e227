using System.Numerics;

namespace Pacta.Temporal.Formulas;

/// <summary>The types of values that events carry.</summary>
public enum ValueType
{
    Integer,
    Float,
    Text,

    /// <summary>A regular expression, as a value.</summary>
    Pattern,

    Boolean,
}

/// <summary>A value of an event's argument, of a variable or of a constant.</summary>
public abstract record Value
{
    public abstract ValueType Type { get; }
}

/// <summary>A whole number without bounds.</summary>
public sealed record IntegerValue(BigInteger Number) : Value
{
    public override ValueType Type => ValueType.Integer;
}

/// <summary>A floating-point number. There is one zero: -0 is 0.</summary>
public sealed record FloatValue(double Number) : Value
{
    public double Number { get; } = Number == 0 ? 0 : Number;

    public override ValueType Type => ValueType.Float;
}

public sealed record TextValue(string Text) : Value
{
    public override ValueType Type => ValueType.Text;
}

/// <param name="Pattern">As written, in the notation of the monitors that this logic comes from (groups are written with a backslash).</param>
public sealed record PatternValue(string Pattern) : Value
{
    public override ValueType Type => ValueType.Pattern;
}

public sealed record BooleanValue(bool IsTrue) : Value
{
    public override ValueType Type => ValueType.Boolean;
}
