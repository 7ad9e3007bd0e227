using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Findings;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>What an aggregate counts once, and its figure.</summary>
internal readonly record struct AggregateRow(Match Match, NumberRange Value, ImmutableHashSet<Cause> Causes);

/// <summary>The events of one aggregate under one binding.</summary>
internal sealed record KeptEvents(Binding Binding, BySpan<AggregateRow> Rows, ImmutableArray<(NumberRange Left, NumberRange Right)> Doubts);

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
