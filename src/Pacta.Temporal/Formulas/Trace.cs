using System.Collections.Immutable;

namespace Pacta.Temporal.Formulas;

/// <summary>An event of a kind with its arguments.</summary>
public sealed record Event(string Name, ImmutableArray<Value> Arguments);

/// <summary>What happened at one time point. Equal time stamps make separate time points.</summary>
public sealed record TimePoint(long Stamp, ImmutableArray<Event> Events);

/// <summary>Time points in order; time stamps never decrease.</summary>
public sealed record Trace(ImmutableArray<TimePoint> Points);
