using System.Collections.Immutable;
using Pacta.Temporal.Formulas;

namespace Pacta.Temporal.Reference;

/// <summary>What satisfies a formula at a time point.</summary>
/// <param name="TimePoint">Its number, from 0.</param>
/// <param name="Stamp">Its time stamp.</param>
/// <param name="IsDecided">The trace reaches far enough to tell. Otherwise there are no rows.</param>
/// <param name="Rows">The satisfying values of the columns, each once and sorted; one empty row where a formula without columns holds.</param>
public sealed record Verdict(int TimePoint, long Stamp, bool IsDecided, ImmutableArray<ImmutableArray<Value>> Rows);
