using System.Collections.Immutable;
using NodaTime;
using Value = Pacta.Temporal.Formulas.Value;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Translation.Logs;

/// <summary>What the log says at an instant.</summary>
internal sealed record LogRow(Instant At, ImmutableArray<Value> Arguments);

/// <summary>A kind of event of the log, and all that the log has of it.</summary>
/// <param name="Source">Where it comes from: what reports say, what the text says, or what was computed from both with a calendar.</param>
internal sealed record LogRelation(string Name, ImmutableArray<(string Name, ValueType Type)> Arguments, RelationSource Source, ImmutableArray<LogRow> Rows);
