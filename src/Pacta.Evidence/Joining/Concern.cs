using System.Collections.Immutable;
using Pacta.Model.Agreements;

namespace Pacta.Evidence.Joining;

/// <summary>Which kinds of events an agreement says something of, and whose evidence it is asked about.</summary>
/// <param name="SpeaksOf">Does it say anything of events of that kind?</param>
/// <param name="Perspectives">All that its history will be seen from, besides that of all sources together.</param>
public sealed record Concern(Predicate<string> SpeaksOf, ImmutableArray<Perspective> Perspectives);
