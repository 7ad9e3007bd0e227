using System.Collections.Immutable;
using Pacta.Model.Reports;
using Pacta.Model.Values;

namespace Pacta.Model.Histories;

/// <summary>What one source said of how many there were: it stands beside the interval that follows from it.</summary>
/// <param name="Stated">The number as it was stated, "about" included.</param>
/// <param name="Except">What is in the number and may not belong there.</param>
/// <param name="Includes">Events that are reported by themselves and are in the number, in order.</param>
/// <param name="Remaining">How many it may have been, when all that is taken off.</param>
public sealed record CountSaid(
    ReportReference By, NumberValue Stated, ImmutableArray<CountExcept> Except, ImmutableArray<string> Includes, NumberRange Remaining);
