using System.Collections.Immutable;
using Pacta.Negotiation.Stability;

namespace Pacta.Presentation.Disputes;

/// <summary>What somebody asks about a dispute.</summary>
/// <param name="Outcomes">The states to be told in detail; empty: those that it is worth while to tell.</param>
/// <param name="HasInverse">Whether to tell what the parties would have to prefer for the outcomes to be stable.</param>
public sealed record StabilityQuestion(StabilityAnalysis Analysis, ImmutableArray<int> Outcomes, bool HasInverse);

/// <summary>What a page was made of.</summary>
/// <param name="Version">The version of Pacta.</param>
/// <param name="Command">The command that makes the same again.</param>
public sealed record StabilityRun(string Version, string Command, ImmutableArray<Runs.AgreementInput> Files);
