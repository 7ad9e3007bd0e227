using NodaTime;

namespace Pacta.Translation.Times;

/// <summary>A time as a beginning and as a deadline.</summary>
/// <param name="From">The first instant of what begins then.</param>
/// <param name="To">The last instant that is in time.</param>
/// <param name="First">The dates from which days are counted.</param>
internal readonly record struct Stamp(Instant From, Instant To, LocalDate First, LocalDate Last);
