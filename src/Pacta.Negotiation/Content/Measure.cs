namespace Pacta.Negotiation.Content;

/// <summary>A number, a length of time or a date, to be compared with another of the same unit.</summary>
internal sealed record Measure(decimal Amount, string Unit)
{
    /// <summary>Below zero where this is the smaller one; null: they cannot be compared.</summary>
    public int? Against(Measure? other) => other is not null && other.Unit == Unit ? Amount.CompareTo(other.Amount) : null;
}
