using System.Numerics;
using Pacta.Temporal.Formulas;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Fuzz;

/// <summary>Values from a small domain, so that they meet; now and then one too large for a machine word.</summary>
internal static class Values
{
    private static readonly BigInteger Large = BigInteger.Pow(10, 20);

    public static Value Any(Random random, ValueType type) => type switch
    {
        ValueType.Integer => new IntegerValue(random.Next(40) switch { 0 => Large, 1 => -Large + 1, 2 => (1L << 62) - 1, _ => random.Next(0, 4) }),
        ValueType.Float => new FloatValue(random.Next(0, 4) / 2.0),
        _ => new TextValue(random.Next(4) switch { 0 => "a", 1 => "b", 2 => "ab", _ => "cb" }),
    };
}
