using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Time;

namespace Pacta.Presentation.Reading.Calendar;

public enum DueForm
{
    Signature,
    Provisional,
    EntryIntoForce,
    Expiry,

    /// <summary>Something is due at the latest.</summary>
    Due,

    /// <summary>What lasts begins to bind.</summary>
    Begins,

    /// <summary>What lasts binds for the last time.</summary>
    Ends,

    /// <summary>The last moment of a duty that comes again.</summary>
    Recurring,
}

/// <summary>A date of the calendar.</summary>
/// <param name="Latest">Where the agreement fixes no one instant: the last at which it may be; the first is <paramref name="At"/>. Null: it is that one.</param>
/// <param name="Clause">Null for dates of the head.</param>
/// <param name="Reading">The reading that has it; null where all have it, or there is only one.</param>
/// <param name="Exception">Of whose sentence it is; null: the clause's own.</param>
public sealed record DueDate(Instant At, DueForm Form, Clause? Clause, string? Reading, string? Exception, Instant? Latest = null);

/// <summary>What is due only after something has happened.</summary>
/// <param name="When">"Whenever ...,"; empty where it counts from something else.</param>
/// <param name="Time">"within 48 hours after r".</param>
public sealed record DueAfter(Clause Clause, string? Reading, string? Exception, string When, string Time);

/// <summary>The dates that an agreement itself fixes, in their order; of what comes again the first few.</summary>
internal sealed class DueDates
{
    /// <summary>Of a duty that comes every year, so many years are told.</summary>
    public const int Times = 3;

    /// <summary>More periods are not looked through before the first that counts.</summary>
    private const int MostPeriods = 1000;

    private readonly Agreement _agreement;
    private readonly FixedTimes _times;
    private readonly Instant? _entry;
    private readonly Instant? _provisional;
    private readonly Instant? _ends;

    private DueDates(Agreement agreement)
    {
        (_agreement, _times) = (agreement, new FixedTimes(agreement));
        _entry = agreement.EntryIntoForce is { } entry ? _times.Beginning(entry) : null;
        _provisional = agreement.ProvisionalFrom is { } provisional ? _times.Beginning(provisional) : null;
        _ends = agreement.Expiry is { } expiry ? _times.Deadline(expiry) : null;
    }

    public static ImmutableArray<DueDate> Of(Agreement agreement)
    {
        var dates = new DueDates(agreement);
        var all = dates.Head().Concat(agreement.Clauses.SelectMany(dates.OfClause)).ToList();
        return
        [
            .. all
                .GroupBy(d => (d.At, d.Form, d.Clause, d.Exception))
                .SelectMany(g => g.Key.Clause is { Readings.Length: > 1 } clause && g.Key.Exception is null && g.Select(d => d.Reading).Distinct().Count() == clause.Readings.Length ? [g.First() with { Reading = null }] : g.Distinct())
                .OrderBy(d => d.At),
        ];
    }

    private IEnumerable<DueDate> Head()
    {
        (Instant? At, DueForm Form)[] lines =
        [
            (_agreement.Signed is { } signed ? _times.Beginning(new FixedTime("signature", signed)) : null, DueForm.Signature),
            (_provisional, DueForm.Provisional),
            (_entry, DueForm.EntryIntoForce),
            (_ends, DueForm.Expiry),
        ];
        return lines.Where(l => l.At is not null).Select(l => new DueDate(l.At!.Value, l.Form, null, null, null))
            .Concat(Ranges((_agreement.ProvisionalFrom, DueForm.Provisional), (_agreement.EntryIntoForce, DueForm.EntryIntoForce), (_agreement.Expiry, DueForm.Expiry))
                .Select(r => new DueDate(r.At.Earliest, r.Form, null, null, null, r.At.Latest)));
    }

    /// <summary>Those of the times that lie between two instants: hours that are counted from a day.</summary>
    private IEnumerable<(InstantRange At, DueForm Form)> Ranges(params (TimeExpression? Time, DueForm Form)[] times) =>
        times.Select(t => (At: t.Time is null ? null : _times.Between(t.Time), t.Form)).Where(t => t.At is not null).Select(t => (t.At!.Value, t.Form));

    private IEnumerable<DueDate> OfClause(Clause clause) =>
    [
        .. clause.When is not null ? [] : clause.Readings.SelectMany(r => OfSentence(r.Content.Sentence, clause).Select(d => new DueDate(d.At, d.Form, clause, r.Name, null, d.Latest))),
        .. clause.When is not null ? [] : clause.Exceptions.SelectMany(e => OfException(e, clause)),
    ];

    private IEnumerable<DueDate> OfException(ClauseException exception, Clause clause) =>
    [
        .. exception.Sentence is { } sentence ? OfSentence(sentence, clause).Select(d => new DueDate(d.At, d.Form, clause, null, exception.Name, d.Latest)) : [],
        .. exception.Exceptions.SelectMany(e => OfException(e, clause)),
    ];

    private IEnumerable<(Instant At, DueForm Form, Instant? Latest)> OfSentence(Sentence sentence, Clause clause)
    {
        var timing = sentence.Timing;
        if (timing.Cycle is { } cycle)
        {
            return Recurring(cycle, timing, clause).Select(at => (at, DueForm.Recurring, (Instant?)null));
        }

        var by = timing.NoLater
            ?? (timing.Within is { Anchor: { } anchor, Before: var before, Length: var length } ? before ? anchor : new Model.Agreements.OffsetTime(string.Empty, length, Before: false, anchor) : null);
        var isDuty = sentence.Modality is not (Modality.May or Modality.Power);
        var due = by is null ? null : _times.Deadline(by);
        (Instant? At, DueForm Form)[] all =
        [
            (due < (_provisional ?? _entry) || !isDuty ? null : due, DueForm.Due), // what was due before does not bind
            (timing.From is { } from ? _times.Beginning(from) : null, DueForm.Begins),
            (timing.Until is { } until ? _times.Deadline(until) : null, DueForm.Ends),
        ];
        var ranges = Ranges((isDuty ? by : null, DueForm.Due), (timing.From, DueForm.Begins), (timing.Until, DueForm.Ends)).Where(r => r.Form != DueForm.Due || !(r.At.Latest < (_provisional ?? _entry)));
        return all.Where(d => d.At is not null).Select(d => (d.At!.Value, d.Form, (Instant?)null)).Concat(ranges.Select(r => (r.At.Earliest, r.Form, (Instant?)r.At.Latest)));
    }

    /// <summary>The first of them after the clause has begun; none where it is not known when that is.</summary>
    private IEnumerable<Instant> Recurring(Cycle cycle, Timing timing, Clause clause)
    {
        // A year is one of the calendar and opens with the clause; other periods are counted from the entry into force.
        var counted = timing.From ?? (cycle is PeriodicCycle ? _agreement.EntryIntoForce : null);
        if ((_provisional ?? _entry) is not { } inForce || (counted is null ? _agreement.Calendar.DateOf(inForce) : _times.Date(counted)) is not { } origin)
        {
            return [];
        }

        var begins = timing.From is { } from && _times.Beginning(from) is { } written && written > inForce ? written : inForce;
        var last = Earlier(clause.Survival.Expiry is null ? _ends : null, timing.Until is { } until ? _times.Deadline(until) : null);
        return Periods(cycle, origin)
            .SkipWhile(p => p.Due < begins)
            .TakeWhile(p => last is null || p.Due <= last)
            .Where(p => IsInForce(p.Due) && (cycle is YearlyCycle || IsInForce(p.Opens)))
            .Select(p => p.Due)
            .Take(Times);
    }

    /// <summary>Between provisional application and entry into force there may be a gap.</summary>
    private bool IsInForce(Instant due) => (_entry is { } entry && due >= entry)
        || (_provisional is { } from && due >= from && (_agreement.ProvisionalUntil is not { } until || _times.Deadline(until) is not { } end || due <= end));

    private IEnumerable<(Instant Opens, Instant Due)> Periods(Cycle cycle, LocalDate origin)
    {
        var calendar = _agreement.Calendar;
        for (var i = 0; i < MostPeriods; i++)
        {
            switch (cycle)
            {
                case YearlyCycle yearly:
                    var year = origin.Year + i;
                    yield return (calendar.StartOf(new LocalDate(year, 1, 1)), calendar.EndOf(new LocalDate(year, yearly.Month, Math.Min(yearly.Day, CalendarSystem.Iso.GetDaysInMonth(year, yearly.Month)))));
                    break;

                // Every 6 months: each period ends just before the next one begins.
                case PeriodicCycle { Length: { IsElapsed: false } length }:
                    yield return (calendar.StartOf(Moved(i)), calendar.EndOf(Moved(i + 1).PlusDays(-1)));
                    break;

                    LocalDate Moved(int times) => calendar.Move(origin, length with { Amount = length.Amount * times }, 1);
            }
        }
    }

    private static Instant? Earlier(Instant? one, Instant? other) => one is null ? other : other is null ? one : Instant.Min(one.Value, other.Value);
}
