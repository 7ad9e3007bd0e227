using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Findings;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference;

/// <summary>
/// A time that a sentence names, evaluated: an instant (perhaps imprecise), or a date (perhaps one of several). What it means as a
/// deadline and as a beginning differs (docs/semantics.md, 3).
/// </summary>
internal readonly record struct Point
{
    /// <summary>How an "unknown" time is represented: anywhere from the beginning of calendars to their end.</summary>
    private static readonly InstantRange Ever = new(Instant.FromUtc(1, 1, 3, 0, 0), Instant.FromUtc(9998, 12, 29, 0, 0));

    public static readonly Point Unknown = new() { Instants = Ever, Causes = [] };

    /// <summary>Set for times known to the clock.</summary>
    public InstantRange? Instants { get; private init; }

    public LocalDate FirstDate { get; private init; }

    public LocalDate LastDate { get; private init; }

    /// <summary>"N days after": as a beginning, the day has to be over.</summary>
    public bool CountsWholeDays { get; private init; }

    /// <summary>Named without a lapse: compared by date where a clock is missing.</summary>
    public bool IsBare { get; private init; }

    public ImmutableHashSet<Cause> Causes { get; private init; }

    public bool HasClock => Instants is not null;

    public bool IsUnknown => Instants == Ever;

    public static Point AtInstant(InstantRange range, ImmutableHashSet<Cause> causes) => new() { Instants = range, Causes = causes };

    public static Point OnDates(LocalDate first, LocalDate last, ImmutableHashSet<Cause> causes, bool countsWholeDays = false) =>
        new() { FirstDate = first, LastDate = last, Causes = causes, CountsWholeDays = countsWholeDays };

    public static Point NotKnown(Cause cause) => new() { Instants = Ever, Causes = [cause] };

    /// <summary>Not known, but not before an instant.</summary>
    public static Point NotBefore(Instant instant, ImmutableHashSet<Cause> causes) =>
        new() { Instants = new InstantRange(Instant.Min(instant, Ever.Latest), Ever.Latest), Causes = causes };

    /// <summary>Is there no latest instant that it may be?</summary>
    public bool IsOpenEnded => Instants is { } instants && instants.Latest == Ever.Latest;

    public Point Bare() => this with { IsBare = true };

    /// <summary>The last instant that is in time.</summary>
    public InstantRange AsDeadline(AgreementCalendar calendar) =>
        Instants ?? new InstantRange(calendar.EndOf(FirstDate), calendar.EndOf(LastDate));

    /// <summary>The first instant that counts.</summary>
    public InstantRange AsBeginning(AgreementCalendar calendar)
    {
        if (Instants is { } instants)
        {
            return instants;
        }

        var shift = CountsWholeDays ? 1 : 0;
        return new InstantRange(calendar.StartOf(FirstDate.PlusDays(shift)), calendar.StartOf(LastDate.PlusDays(shift)));
    }

    /// <summary>Every instant it may be.</summary>
    public InstantRange Extent(AgreementCalendar calendar) =>
        Instants ?? new InstantRange(calendar.StartOf(FirstDate), calendar.EndOf(LastDate));

    public (LocalDate First, LocalDate Last) Dates(AgreementCalendar calendar) =>
        Instants is { } instants ? (calendar.DateOf(instants.Earliest), calendar.DateOf(instants.Latest)) : (FirstDate, LastDate);
}
