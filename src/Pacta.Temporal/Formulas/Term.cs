namespace Pacta.Temporal.Formulas;

public enum UnaryOperator
{
    Negate,
    FloatToInteger,
    IntegerToFloat,
    IntegerToText,
    TextToInteger,
    FloatToText,
    TextToFloat,
    PatternToText,
    TextToPattern,
    DayOfMonth,
    Month,
    Year,
    FormatDate,
}

public enum BinaryOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
}

/// <summary>Something that has a value once its variables have one.</summary>
public abstract record Term;

public sealed record Variable(string Name) : Term;

public sealed record Constant(Value Value) : Term;

public sealed record Unary(UnaryOperator Operator, Term Operand) : Term;

public sealed record Binary(BinaryOperator Operator, Term Left, Term Right) : Term;
