using NodaTime;
using Pacta.Model.Time;

namespace Pacta.Presentation.Periods;

/// <summary>Instants as sheets have them: a local day, or a local day with its clock.</summary>
internal static class LocalTimes
{
    /// <summary>Null for what stands for "not known". Both edges of a day are the day.</summary>
    public static (LocalDateTime Time, bool IsDay)? Of(Instant instant, AgreementCalendar calendar)
    {
        var date = calendar.DateOf(instant);
        return date.Year is < 1000 or > 3000 ? null
            : instant == calendar.StartOf(date) || instant == calendar.EndOf(date) ? (date.AtMidnight(), true)
            : (instant.InZone(calendar.Zone).LocalDateTime, false);
    }
}
