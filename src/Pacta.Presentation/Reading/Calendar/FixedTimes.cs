using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Time;
using OffsetTime = Pacta.Model.Agreements.OffsetTime;

namespace Pacta.Presentation.Reading.Calendar;

/// <summary>
/// Times that an agreement itself fixes, by its dates and its calendar and without any report (docs/semantics.md, 3): a date, the signature, the entry into force, and
/// what is counted from one of these.
/// </summary>
internal sealed class FixedTimes(Agreement agreement)
{
    private readonly AgreementCalendar _calendar = agreement.Calendar;

    /// <summary>The last instant that is in time; null where the time hangs on an event, or is known by the month only.</summary>
    public Instant? Deadline(TimeExpression time) => Point(time) is { } point ? point.Clock ?? _calendar.EndOf(point.Date) : null;

    /// <summary>The first instant; null as for a deadline.</summary>
    public Instant? Beginning(TimeExpression time) => Point(time) is { } point ? point.Clock ?? _calendar.StartOf(point.CountsWholeDays ? point.Date.PlusDays(1) : point.Date) : null;

    /// <summary>The date that is written or reached by counting.</summary>
    public LocalDate? Date(TimeExpression time) => Point(time)?.Date;

    /// <summary>
    /// Between which two instants a time lies that the agreement fixes without its clock: so many hours after a day of which only the date is known. Null where it is one instant or a
    /// whole day, or hangs on an event.
    /// </summary>
    public InstantRange? Between(TimeExpression time) => time switch
    {
        EntryIntoForceTime when agreement.EntryIntoForce is { } entry => Between(entry),
        OffsetTime { Lapse.IsElapsed: true } offset when Point(offset.Origin) is { Clock: null } day => Moved(new InstantRange(_calendar.StartOf(day.Date), _calendar.EndOf(day.Date)), offset),
        OffsetTime { Lapse.IsElapsed: true } offset when Between(offset.Origin) is { } range => Moved(range, offset),
        _ => null,
    };

    private InstantRange Moved(InstantRange range, OffsetTime offset) =>
        new(_calendar.LastInstant(range.Earliest, offset.Lapse, offset.Before), _calendar.LastInstant(range.Latest, offset.Lapse, offset.Before));

    private FixedPoint? Point(TimeExpression time) => time switch
    {
        FixedTime { Moment: { Precision: Precision.Clock } moment } => Clock(moment.In(_calendar.Zone).Earliest),
        FixedTime { Moment: { Precision: Precision.Day } moment } => new FixedPoint(moment.Local.Date, null, false),
        EntryIntoForceTime when agreement.EntryIntoForce is { } entry => Point(entry) is { } point ? point with { CountsWholeDays = false } : null,
        SignatureTime when agreement.Signed is { } signed => Point(new FixedTime("signature", signed)),
        OffsetTime offset => Point(offset.Origin) is { } origin ? Offset(origin, offset.Lapse, offset.Before) : null,
        DayTime day => Point(day.Origin) is { } origin ? new FixedPoint(origin.Date.PlusDays(day.Before ? -day.Day : day.Day), null, false) : null,
        _ => null,
    };

    private FixedPoint? Offset(FixedPoint origin, Lapse lapse, bool isBefore) => !lapse.IsElapsed
        ? new FixedPoint(_calendar.Move(origin.Date, lapse, isBefore ? -1 : 1), null, !isBefore)

        // Hours from a day of which the clock is not known lead to no one instant.
        : origin.Clock is { } clock ? Clock(_calendar.LastInstant(clock, lapse, isBefore)) : null;

    private FixedPoint Clock(Instant instant) => new(_calendar.DateOf(instant), instant, false);

    /// <param name="CountsWholeDays">As a beginning it is the day after: so many days are over.</param>
    private readonly record struct FixedPoint(LocalDate Date, Instant? Clock, bool CountsWholeDays);
}
