using System.Collections.Immutable;
using Pacta.Model.Findings;
using Pacta.Model.Histories;

namespace Pacta.Logic.Monitoring;

/// <summary>What is kept of findings that are all plainly met: a tenth of what they take themselves.</summary>
/// <param name="Count">How many findings there are.</param>
/// <param name="Acts">The acts by which they are met.</param>
/// <param name="Notes">What is noted of them; the same for most.</param>
internal sealed record LeanFindings(int Count, ImmutableArray<Fact> Acts, ImmutableArray<FindingNote> Notes);
