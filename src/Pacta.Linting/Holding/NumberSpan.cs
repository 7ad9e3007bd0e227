namespace Pacta.Linting.Holding;

/// <summary>The numbers that a comparison leaves, with the words that say so; null: no end.</summary>
internal sealed record NumberSpan(decimal? Low, bool IsLowOpen, string LowWords, decimal? High, bool IsHighOpen, string HighWords)
{
    public static readonly NumberSpan All = new(null, false, string.Empty, null, false, string.Empty);

    public bool IsEmpty => Low is { } low && High is { } high && (low > high || (low == high && (IsLowOpen || IsHighOpen)));

    public static NumberSpan AtLeast(decimal low, bool isOpen, string words) => All with { Low = low, IsLowOpen = isOpen, LowWords = words };

    public static NumberSpan AtMost(decimal high, bool isOpen, string words) => All with { High = high, IsHighOpen = isOpen, HighWords = words };

    /// <summary>The numbers that are in both.</summary>
    public NumberSpan And(NumberSpan other)
    {
        var isLowOther = other.Low is { } low && (Low is null || low > Low || (low == Low && other.IsLowOpen));
        var isHighOther = other.High is { } high && (High is null || high < High || (high == High && other.IsHighOpen));
        var lower = isLowOther ? other : this;
        var upper = isHighOther ? other : this;
        return new(lower.Low, lower.IsLowOpen, lower.LowWords, upper.High, upper.IsHighOpen, upper.HighWords);
    }

    /// <summary>Is every number of the other in this one?</summary>
    public bool Holds(NumberSpan other) =>
        (Low is null || (other.Low is { } low && (low > Low || (low == Low && (!IsLowOpen || other.IsLowOpen)))))
        && (High is null || (other.High is { } high && (high < High || (high == High && (!IsHighOpen || other.IsHighOpen)))));
}
