using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Findings;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>What an aggregate counts once, and its figure.</summary>
internal readonly record struct AggregateRow(Match Match, NumberRange Value, ImmutableHashSet<Cause> Causes);

/// <summary>The events of one aggregate under one binding, by when they may begin.</summary>
internal sealed class KeptEvents
{
    private readonly AggregateRow[] _rows;
    private readonly Instant[] _earliest;

    /// <summary>The latest instant that any row up to this one may be at.</summary>
    private readonly Instant[] _latestSoFar;

    public KeptEvents(Binding binding, AggregateRow[] rows, ImmutableArray<(NumberRange Left, NumberRange Right)> doubts, Func<Entity, InstantRange> spanOf)
    {
        (Binding, Doubts, _rows) = (binding, doubts, rows);
        _earliest = [.. rows.Select(r => spanOf(r.Match.Entity).Earliest)];
        _latestSoFar = new Instant[rows.Length];
        var latest = Instant.MinValue;
        for (var i = 0; i < rows.Length; i++)
        {
            latest = Instant.Max(latest, spanOf(rows[i].Match.Entity).Latest);
            _latestSoFar[i] = latest;
        }
    }

    public Binding Binding { get; }

    public ImmutableArray<(NumberRange Left, NumberRange Right)> Doubts { get; }

    /// <summary>At least those that may lie in a span of time, its ends included.</summary>
    public IEnumerable<AggregateRow> Within(Instant from, Instant to)
    {
        var first = FirstIndex(_latestSoFar, i => i >= from);
        for (var i = first; i < _rows.Length && _earliest[i] <= to; i++)
        {
            yield return _rows[i];
        }
    }

    private static int FirstIndex(Instant[] sorted, Func<Instant, bool> holds)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(sorted[middle]) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}

/// <param name="Things">Null where they depend on the moment in other ways, and are not kept.</param>
internal sealed record KeptThings(Binding Binding, KeptThing[]? Things);

/// <summary>A thing's row, and from which instant until before which one it stays as it is.</summary>
internal sealed class KeptThing(ThingTimeline thing)
{
    public ThingTimeline Thing { get; } = thing;

    public Instant From { get; set; } = Instant.MaxValue;

    public Instant To { get; set; } = Instant.MinValue;

    public AggregateRow? Row { get; set; }

    public ImmutableArray<(NumberRange Left, NumberRange Right)> Doubts { get; set; } = [];
}
