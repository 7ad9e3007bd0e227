using System.Collections.Frozen;
using Pacta.Temporal.Formulas;

namespace Pacta.Temporal.Notation;

/// <summary>The words of the notation, each under one spelling where there are several.</summary>
internal static class FormulaWords
{
    public static FrozenDictionary<string, AggregationOperator> Aggregations { get; } = new Dictionary<string, AggregationOperator>
    {
        ["CNT"] = AggregationOperator.Count,
        ["SUM"] = AggregationOperator.Sum,
        ["MIN"] = AggregationOperator.Minimum,
        ["MAX"] = AggregationOperator.Maximum,
        ["AVG"] = AggregationOperator.Average,
        ["MED"] = AggregationOperator.Median,
    }.ToFrozenDictionary();

    public static FrozenDictionary<string, UnaryOperator> Functions { get; } = new Dictionary<string, UnaryOperator>
    {
        ["f2i"] = UnaryOperator.FloatToInteger,
        ["i2f"] = UnaryOperator.IntegerToFloat,
        ["i2s"] = UnaryOperator.IntegerToText,
        ["s2i"] = UnaryOperator.TextToInteger,
        ["f2s"] = UnaryOperator.FloatToText,
        ["s2f"] = UnaryOperator.TextToFloat,
        ["r2s"] = UnaryOperator.PatternToText,
        ["s2r"] = UnaryOperator.TextToPattern,
        ["DAY_OF_MONTH"] = UnaryOperator.DayOfMonth,
        ["MONTH"] = UnaryOperator.Month,
        ["YEAR"] = UnaryOperator.Year,
        ["FORMAT_DATE"] = UnaryOperator.FormatDate,
    }.ToFrozenDictionary();

    /// <summary>How the operator is written; null for the sign.</summary>
    public static string? Of(UnaryOperator function) => Functions.FirstOrDefault(pair => pair.Value == function).Key;

    public static string Of(AggregationOperator aggregation) => Aggregations.First(pair => pair.Value == aggregation).Key;

    public static string Of(BinaryOperator operation) => operation switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        _ => "MOD",
    };

    public static string Of(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        _ => "SUBSTRING",
    };

    /// <summary>The one spelling under which the parser knows the word; null if it is a name.</summary>
    public static string? Canonical(string word) => word switch
    {
        "PREV" => "PREVIOUS",
        "SOMETIMES" => "EVENTUALLY",
        "PAST_ALWAYS" => "HISTORICALLY",
        "BACKWARD" => "MATCHP",
        "FORWARD" => "MATCHF",
        "TRUE" or "FALSE" or "LET" or "LETPAST" or "IN" or "NOT" or "AND" or "OR" or "IMPLIES" or "EQUIV" or "EXISTS" or "FORALL"
            or "PREVIOUS" or "NEXT" or "EVENTUALLY" or "ONCE" or "ALWAYS" or "HISTORICALLY" or "SINCE" or "UNTIL" or "MATCHP"
            or "MATCHF" or "SUBSTRING" or "MATCHES" or "MOD" => word,
        _ => Aggregations.ContainsKey(word) || Functions.ContainsKey(word) ? word : null,
    };
}
