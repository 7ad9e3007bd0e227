using NodaTime;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference;

/// <summary>Items that may each be somewhere in a span of time, to be found by time.</summary>
internal sealed class BySpan<T>
{
    private readonly T[] _items;
    private readonly Instant[] _earliest;

    /// <summary>The latest instant that any item up to this one may be at.</summary>
    private readonly Instant[] _latestSoFar;

    public BySpan(IEnumerable<T> items, Func<T, InstantRange> spanOf)
    {
        var spans = items.Select(i => (Item: i, Span: spanOf(i))).OrderBy(s => s.Span.Earliest).ToArray();
        _items = [.. spans.Select(s => s.Item)];
        _earliest = [.. spans.Select(s => s.Span.Earliest)];
        _latestSoFar = new Instant[spans.Length];
        var latest = Instant.MinValue;
        for (var i = 0; i < spans.Length; i++)
        {
            latest = Instant.Max(latest, spans[i].Span.Latest);
            _latestSoFar[i] = latest;
        }
    }

    /// <summary>At least those that may be in a stretch of time, its ends included; ordered by when they may begin.</summary>
    public IEnumerable<T> Within(Instant from, Instant to)
    {
        for (var i = FirstNotBefore(from); i < _items.Length && _earliest[i] <= to; i++)
        {
            yield return _items[i];
        }
    }

    private int FirstNotBefore(Instant from)
    {
        var (low, high) = (0, _items.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _latestSoFar[middle] >= from ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
