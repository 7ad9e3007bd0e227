using System.Collections.Immutable;
using System.Globalization;
using Pacta.Temporal.Formulas;

namespace Pacta.Temporal.Notation;

/// <summary>The lines in which verdicts are printed, as MonPoly prints them.</summary>
public static class VerdictFormat
{
    /// <summary><c>@10 (time point 3): (1,"a") (2,"b")</c>, or <c>true</c> where there are no columns; null if nothing satisfies.</summary>
    public static string? Line(long stamp, long timePoint, ImmutableArray<ImmutableArray<Value>> rows) =>
        rows.IsEmpty ? null : Line(stamp, timePoint, rows[0].IsEmpty ? "true" : string.Join(' ', rows.Select(Row)));

    /// <summary><c>@10 (time point 3): ((1,"a"),(2,"b"))</c>, with <c>()</c> for none; <c>true</c> or <c>false</c> where there are no columns.</summary>
    /// <param name="columns">How many columns there are.</param>
    public static string VerboseLine(long stamp, long timePoint, int columns, ImmutableArray<ImmutableArray<Value>> rows) => Line(
        stamp,
        timePoint,
        columns == 0 ? rows.IsEmpty ? "false" : "true" : $"({string.Join(',', rows.Select(Row))})");

    public static string Of(Value value) => value switch
    {
        IntegerValue i => i.Number.ToString(CultureInfo.InvariantCulture),
        FloatValue f => FloatText.Of(f.Number),
        TextValue t => Quoted(t.Text),
        PatternValue p => "r" + Quoted(p.Pattern),
        BooleanValue b => b.IsTrue ? "true" : "false",
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    private static string Line(long stamp, long timePoint, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"@{stamp} (time point {timePoint}): {what}");

    private static string Row(ImmutableArray<Value> row) => $"({string.Join(',', row.Select(Of))})";

    /// <summary>A text that has quotes around it already gets no second ones.</summary>
    private static string Quoted(string text) => text.Length > 1 && text[0] == '"' && text[^1] == '"' ? text : $"\"{text}\"";
}
