using NodaTime;
using NodaTime.Text;
using Pacta.Model.Agreements;
using Pacta.Model.Time;

namespace Pacta.LanguageServer.Features.Telling;

/// <summary>The dates to which times come that hang on nothing but the head of their agreement: <c>day 5 after entry_into_force</c>.</summary>
/// <param name="agreement">Null where it is not known: then no time comes to a date.</param>
internal sealed class ResolvedTimes(Agreement? agreement)
{
    /// <summary>A date, or a date with a clock time; null where it hangs on something else, or is known to the month only.</summary>
    public string? DateOf(TimeExpression time)
    {
        if (agreement is null || InstantOf(time, 0) is not { } at)
        {
            return null;
        }

        var local = at.Instant.InZone(agreement.Calendar.Zone).LocalDateTime;
        return at.IsDay ? LocalDatePattern.Iso.Format(local.Date) : LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Format(local);
    }

    /// <summary>The last instant of what is meant, and whether a whole day is.</summary>
    private (Instant Instant, bool IsDay)? InstantOf(TimeExpression? time, int depth)
    {
        if (agreement is null || depth > 8)
        {
            return null;
        }

        var calendar = agreement.Calendar;
        switch (time)
        {
            case FixedTime { Moment: { Precision: Precision.Day or Precision.Clock } moment }:
                return (moment.In(calendar.Zone).Latest, moment.Precision == Precision.Day);
            case SignatureTime when agreement.Signed is { } signed:
                return InstantOf(new FixedTime(string.Empty, signed), depth + 1);
            case EntryIntoForceTime:
                return InstantOf(agreement.EntryIntoForce, depth + 1);
            case Model.Agreements.OffsetTime offset when InstantOf(offset.Origin, depth + 1) is { } origin:
                return offset.Lapse.IsElapsed
                    ? origin.IsDay ? null : (calendar.LastInstant(origin.Instant, offset.Lapse, offset.Before), false)
                    : (calendar.LastInstant(origin.Instant, offset.Lapse, offset.Before), true);
            case DayTime day when InstantOf(day.Origin, depth + 1) is { } zero:
                return (calendar.LastInstant(zero.Instant, new Lapse(day.Day, LapseUnit.Day), day.Before), true);
            default:
                return null;
        }
    }
}
