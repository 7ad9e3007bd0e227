using System.Collections.Immutable;
using Pacta.Model.Codings;

namespace Pacta.Reports.Coding;

/// <summary>On which scale an attribute is, as somebody says it.</summary>
/// <param name="Attribute">Null: every attribute of which nothing else is said.</param>
/// <param name="Order">Of an ordinal scale of words, these from the least to the most; empty for numbers.</param>
public sealed record ScaleChoice(string? Attribute, Scale Scale, ImmutableArray<string> Order)
{
    /// <summary>Reads <c>interval</c>, <c>troops=ratio</c> or <c>severity=ordinal:low,medium,high</c>; null if it is none of these.</summary>
    public static ScaleChoice? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.LastIndexOf('=');
        var (attribute, rest) = at < 0 ? (null, text) : (text[..at].Trim(), text[(at + 1)..]);
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        ImmutableArray<string> order = colon < 0 ? [] : [.. rest[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        return attribute is not { Length: 0 } && Named((colon < 0 ? rest : rest[..colon]).Trim()) is { } scale
            && (colon < 0 || (scale == Scale.Ordinal && order.Length > 1 && order.Distinct(StringComparer.Ordinal).Count() == order.Length))
            ? new ScaleChoice(attribute, scale, order)
            : null;
    }

    private static Scale? Named(string name) =>
        Enum.GetValues<Scale>().Where(s => s.ToString().Equals(name, StringComparison.OrdinalIgnoreCase)).Select(s => (Scale?)s).FirstOrDefault();
}
