using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Time;

namespace Pacta.Logic.Direct;

/// <summary>A moment: an instant, or a whole date where no clock was stated.</summary>
/// <param name="DayIsOver">Reached by counting days onwards: what begins then begins when that day is over.</param>
internal readonly record struct Stamp(LocalDate Date, Instant? Clock, bool DayIsOver);

// Dues, beginnings and windows (docs/semantics.md, 3).
internal sealed partial class Walk
{
    private Stamp StampOf(Instant instant) => new(_calendar.DateOf(instant), instant, DayIsOver: false);

    private static Stamp StampOf(LocalDate date) => new(date, null, DayIsOver: false);

    private Stamp StampOf(Moment moment) => moment.Precision switch
    {
        Precision.Clock => StampOf(moment.In(_calendar.Zone).Earliest),
        Precision.Day => StampOf(moment.Local.Date),
        _ => throw new NotSupportedException($"{moment} is not exact"),
    };

    /// <summary>The last instant that is in time.</summary>
    private Instant Deadline(Stamp stamp) => stamp.Clock ?? _calendar.EndOf(stamp.Date);

    private Instant Beginning(Stamp stamp) => stamp.Clock ?? _calendar.StartOf(stamp.DayIsOver ? stamp.Date.PlusDays(1) : stamp.Date);

    private Stamp StampOf(TimeExpression time, Bindings env, Instant asked) => time switch
    {
        FixedTime fixedTime => StampOf(fixedTime.Moment),
        StartTime start => StampOf(StartOf(Individual(start.Of, env))),
        EndTime end => StampOf(EndOf(Individual(end.Of, env))),
        EntryIntoForceTime => StampOf(
            _agreement.EntryIntoForce ?? throw new NotSupportedException("an entry into force that is not stated"), env, asked),
        SignatureTime => StampOf(_agreement.Signed ?? throw new NotSupportedException("a signature that is not dated")),
        Pacta.Model.Agreements.OffsetTime offset => Moved(StampOf(offset.Origin, env, asked), offset.Lapse, offset.Before),
        TableOffsetTime offset => Moved(StampOf(offset.Origin, env, asked), LapseOf(offset.Table, offset.Parameter, env, asked), offset.Before),
        DayTime day => StampOf(StampOf(day.Origin, env, asked).Date.PlusDays(day.Before ? -day.Day : day.Day)),
        _ => throw new NotSupportedException($"the time '{time.Text}'"),
    };

    private Stamp Moved(Stamp origin, Lapse lapse, bool before)
    {
        if (!lapse.IsElapsed)
        {
            return new Stamp(_calendar.Move(origin.Date, lapse, before ? -1 : 1), null, DayIsOver: !before);
        }

        return origin.Clock is { } clock
            ? StampOf(_calendar.LastInstant(clock, lapse, before))
            : throw new NotSupportedException($"{lapse} counted from a date");
    }

    private static Instant StartOf(Individual individual) => individual switch
    {
        Happening happening => happening.Start,
        Breach breach => breach.At,
        _ => throw new NotSupportedException($"the start of {individual.Name}"),
    };

    private static Instant EndOf(Individual individual) =>
        (individual as Happening)?.End ?? throw new NotSupportedException($"the end of {individual.Name} is not reported");

    /// <summary>First and last instant at which an act is in time.</summary>
    private (Instant From, Instant To) WindowOf(Timing timing, Bindings env, Instant opening, Individual? trigger)
    {
        var (from, to) = (Instant.MinValue, Instant.MaxValue);
        if (timing.Within is { } within)
        {
            var anchor = within.Anchor is { } time ? StampOf(time, env, opening)
                : trigger is null ? StampOf(opening)
                : StampOf(StartOf(trigger));
            var moved = Moved(anchor, within.Length, within.Before);
            (from, to) = within.Before ? (Beginning(moved), Deadline(anchor)) : (Beginning(anchor), Deadline(moved));
        }

        if (timing.NoLater is { } last)
        {
            to = Instant.Min(to, Deadline(StampOf(last, env, opening)));
        }

        if (timing.NoEarlier is { } first)
        {
            from = Instant.Max(from, Beginning(StampOf(first, env, opening)));
        }

        return (from, to);
    }

    /// <summary>The first date of the calendar period that holds <paramref name="date"/>.</summary>
    private static LocalDate PeriodStart(LocalDate date, LapseUnit unit) => unit switch
    {
        LapseUnit.Day => date,
        LapseUnit.Week => date.PlusDays(1 - (int)date.DayOfWeek),
        LapseUnit.Month => new LocalDate(date.Year, date.Month, 1),
        LapseUnit.Year => new LocalDate(date.Year, 1, 1),
        _ => throw new NotSupportedException($"calendar periods of a {unit}"),
    };

    private static string NameOf(LocalDate period, LapseUnit unit)
    {
        var date = NodaTime.Text.LocalDatePattern.Iso.Format(period);
        return unit == LapseUnit.Year ? date[..4] : unit == LapseUnit.Month ? date[..7] : date;
    }

    private LocalDate NextPeriod(LocalDate start, LapseUnit unit, int count = 1) =>
        _calendar.Move(start, new Lapse(Math.Abs(count), unit), Math.Sign(count));
}
