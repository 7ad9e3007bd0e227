namespace Pacta.Logic.Monitoring;

/// <summary>What is counted of a clause under one view because it was counted under another.</summary>
/// <param name="From">The clause under the other view.</param>
/// <param name="Of">So much of what was counted there was looked at.</param>
/// <param name="Left">What was counted there and not taken over.</param>
internal sealed record TakenOver(ClauseUnits From, int Of, List<PlainRoot> Left);
