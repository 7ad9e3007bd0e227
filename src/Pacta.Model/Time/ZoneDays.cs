using NodaTime;
using NodaTime.TimeZones;

namespace Pacta.Model.Time;

/// <summary>The beginnings of days in a time zone.</summary>
internal static class ZoneDays
{
    /// <summary>Midnight twice: the earlier. Midnight skipped: the first instant after the gap, also where a whole day was skipped (Apia, 30 December 2011).</summary>
    private static readonly ZoneLocalMappingResolver Resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    public static Instant StartOf(LocalDate date, DateTimeZone zone) => zone.ResolveLocal(date.AtMidnight(), Resolver).ToInstant();
}
