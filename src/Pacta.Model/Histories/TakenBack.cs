using System.Collections.Immutable;
using Pacta.Model.Time;

namespace Pacta.Model.Histories;

/// <summary>
/// A report, or one claim of it, that its author took back, as it is known as of a moment. Nothing that is found rests on it: to say something and to
/// take it back is as if it had never been said. That it was said stands beside what is found.
/// </summary>
/// <param name="Id">Of the report, or of the one claim.</param>
/// <param name="By">The id of the report that takes it back.</param>
/// <param name="IsReplaced">That report stands in its place.</param>
/// <param name="Recorded">When that was recorded.</param>
/// <param name="Events">What it spoke of: ids of events, things and states, also of those that it only named, in order.</param>
public sealed record TakenBack(string Id, string Source, string By, bool IsReplaced, InstantRange Recorded, ImmutableArray<string> Events);
