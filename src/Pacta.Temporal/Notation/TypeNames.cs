using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Temporal.Notation;

/// <summary>How signatures write the types.</summary>
public static class TypeNames
{
    public static string Of(ValueType type) => type switch
    {
        ValueType.Integer => "int",
        ValueType.Float => "float",
        ValueType.Text => "string",
        ValueType.Pattern => "regexp",
        _ => "bool",
    };
}
