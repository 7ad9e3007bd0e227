using System.Globalization;
using NodaTime;

namespace Pacta.Model.Time;

/// <summary>How exactly a moment was stated.</summary>
public enum Precision
{
    /// <summary>To the clock: one instant.</summary>
    Clock,

    /// <summary>A calendar day of the agreement's time zone.</summary>
    Day,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A calendar year.</summary>
    Year,
}

/// <summary>A closed range of instants: both ends are possible. An instant known exactly has equal ends.</summary>
public readonly record struct InstantRange(Instant Earliest, Instant Latest)
{
    /// <summary>The smallest step of time that Pacta tells apart: one nanosecond.</summary>
    public static readonly Duration Tick = Duration.FromNanoseconds(1);

    public bool IsExact => Earliest == Latest;

    public static InstantRange At(Instant instant) => new(instant, instant);

    public InstantRange Cover(InstantRange other) =>
        new(Instant.Min(Earliest, other.Earliest), Instant.Max(Latest, other.Latest));

    /// <summary>Is every possible instant of this range at or before <paramref name="bound"/>'s?</summary>
    public Truth NotAfter(InstantRange bound) =>
        Latest <= bound.Earliest ? Truth.True : Earliest > bound.Latest ? Truth.False : Truth.Unknown;

    public Truth NotAfter(Instant bound) => NotAfter(At(bound));

    public Truth NotBefore(InstantRange bound) => bound.NotAfter(this);

    public Truth NotBefore(Instant bound) => NotBefore(At(bound));
}

/// <summary>
/// A moment as somebody wrote it: an instant with its offset, a local date and clock, a date, a month or a year.
/// What it covers depends on the time zone it is read in, unless it carried an offset.
/// </summary>
public sealed record Moment
{
    /// <summary>From here on years are written with four digits.</summary>
    private static readonly Instant FirstPlain = Instant.FromUtc(1, 1, 1, 0, 0);

    private static readonly Instant AfterPlain = Instant.FromUtc(9999, 12, 31, 0, 0);

    private Moment(Precision precision, LocalDateTime local, Instant? absolute)
    {
        Precision = precision;
        Local = local;
        Absolute = absolute;
    }

    public Precision Precision { get; }

    /// <summary>The local date and clock as written; the first day of a month or year.</summary>
    public LocalDateTime Local { get; }

    /// <summary>Set where an offset was written: the moment is then the same in every zone.</summary>
    public Instant? Absolute { get; }

    public static Moment At(Instant instant) => new(Precision.Clock, instant.InUtc().LocalDateTime, instant);

    public static Moment At(LocalDateTime local) => new(Precision.Clock, local, null);

    /// <summary>An instant by the clock of UTC.</summary>
    public static Moment AtUtc(LocalDateTime utc) => new(Precision.Clock, utc, utc.WithOffset(Offset.Zero).ToInstant());

    public static Moment OnDay(LocalDate date) => new(Precision.Day, date.AtMidnight(), null);

    public static Moment InMonth(int year, int month) => new(Precision.Month, new LocalDate(year, month, 1).AtMidnight(), null);

    public static Moment InYear(int year) => new(Precision.Year, new LocalDate(year, 1, 1).AtMidnight(), null);

    /// <summary>All instants the moment may stand for, read in <paramref name="zone"/>. A clock time that a zone skips moves forward.</summary>
    public InstantRange In(DateTimeZone zone)
    {
        if (Absolute is { } instant)
        {
            return InstantRange.At(instant);
        }

        if (Precision == Precision.Clock)
        {
            return InstantRange.At(zone.AtLeniently(Local).ToInstant());
        }

        var first = Local.Date;
        var next = Precision switch
        {
            Precision.Day => first.PlusDays(1),
            Precision.Month => first.PlusMonths(1),
            _ => first.PlusYears(1),
        };
        // A day that the zone skipped has no instants of its own: it is the first instant after it.
        var start = ZoneDays.StartOf(first, zone);
        return new InstantRange(start, Instant.Max(start, ZoneDays.StartOf(next, zone) - InstantRange.Tick));
    }

    /// <summary>
    /// Is there such a day in <paramref name="zone"/>? Apia had no 30 December 2011: it crossed the date line. An instant with its offset, a
    /// month and a year are there in every zone.
    /// </summary>
    public bool ExistsIn(DateTimeZone zone) =>
        Absolute is not null || Precision is Precision.Month or Precision.Year || ZoneDays.StartOf(Local.Date, zone).InZone(zone).Date == Local.Date;

    public override string ToString() => Precision switch
    {
        Precision.Clock when Absolute is { } at => Told(at),
        Precision.Clock => NodaTime.Text.LocalDateTimePattern.GeneralIso.Format(Local),
        Precision.Day => NodaTime.Text.LocalDatePattern.Iso.Format(Local.Date),
        Precision.Month => $"{Local.Year:0000}-{Local.Month:00}",
        _ => $"{Local.Year:0000}",
    };

    /// <summary>As the pattern does, but quickly for whole seconds: thousands of steps tell when something happened.</summary>
    private static string Told(Instant at)
    {
        var seconds = at.ToUnixTimeSeconds();
        return Instant.FromUnixTimeSeconds(seconds) != at || at < FirstPlain || at >= AfterPlain
            ? NodaTime.Text.InstantPattern.ExtendedIso.Format(at)
            : string.Create(20, DateTime.UnixEpoch.AddSeconds(seconds), static (text, time) =>
            {
                time.TryFormat(text, out _, "s", CultureInfo.InvariantCulture);
                text[^1] = 'Z';
            });
    }
}

/// <summary>When something happened: one unknown instant between two moments (never "throughout"). Usually both are the same moment.</summary>
public sealed record When(Moment From, Moment To)
{
    public static When At(Moment moment) => new(moment, moment);

    /// <summary>Was it stated to the clock?</summary>
    public bool HasClock => From.Precision == Precision.Clock && To.Precision == Precision.Clock;

    public InstantRange In(DateTimeZone zone) => new(From.In(zone).Earliest, To.In(zone).Latest);

    public override string ToString() => From == To ? From.ToString() : $"{From}..{To}";
}
