using System.Collections.Immutable;

namespace Pacta.Temporal.Formulas;

/// <summary>The predicates that speak of the time point itself; they hold for exactly one assignment at each.</summary>
public static class BuiltIns
{
    /// <summary><c>tp(i)</c>: i is the number of the time point, from 0.</summary>
    public const string TimePoint = "tp";

    /// <summary><c>ts(t)</c>: t is the time stamp.</summary>
    public const string TimeStamp = "ts";

    /// <summary><c>tpts(i,t)</c>: both.</summary>
    public const string Both = "tpts";

    /// <summary>All of them as kinds of events: a log may tell what is known of each time point anyway.</summary>
    public static ImmutableArray<EventKind> Kinds { get; } =
    [
        new(TimePoint, [ValueType.Integer], [null]),
        new(TimeStamp, [ValueType.Integer], [null]),
        new(Both, [ValueType.Integer, ValueType.Integer], [null, null]),
    ];

    /// <summary>How many arguments the built-in predicate has; null if the name is none.</summary>
    public static int? ArityOf(string name) => name switch
    {
        TimePoint or TimeStamp => 1,
        Both => 2,
        _ => null,
    };
}
