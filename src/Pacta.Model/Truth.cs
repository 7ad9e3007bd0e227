namespace Pacta.Model;

/// <summary>A truth value of Kleene's strong three-valued logic, ordered False, Unknown, True.</summary>
public enum Truth : byte
{
    False = 0,
    Unknown = 1,
    True = 2,
}

/// <summary>Kleene's tables: conjunction is the minimum, disjunction the maximum.</summary>
public static class Kleene
{
    public static Truth And(this Truth a, Truth b) => a < b ? a : b;

    public static Truth Or(this Truth a, Truth b) => a > b ? a : b;

    public static Truth Not(this Truth a) => (Truth)(2 - (byte)a);

    public static Truth Of(bool value) => value ? Truth.True : Truth.False;
}
