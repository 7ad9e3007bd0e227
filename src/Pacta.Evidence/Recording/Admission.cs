using NodaTime;
using Pacta.Evidence.Checking;
using Pacta.Model.Reports;
using Pacta.Model.Time;

namespace Pacta.Evidence.Recording;

/// <summary>Which reports a clause admits: those that are on record within a time after what they tell.</summary>
/// <param name="Calendar">Of the agreement: it counts the time.</param>
public sealed record Admission(AgreementCalendar Calendar, Lapse Within)
{
    /// <summary>
    /// Did a statement come too late for certain? Of an event whose time is not known to the day the latest possible one counts: doubt admits. A claim
    /// that gives no time is about the time that others give; a retraction tells nothing and takes back whenever it comes.
    /// </summary>
    internal bool IsLate(Statement statement, ILookup<string, Instant> times)
    {
        var told = statement.Time is { } time ? LatestOf(time, statement.End) : times[statement.Event].Select(t => (Instant?)t).Max();
        return told is { } at && statement.At > Calendar.LastInstant(at, Within, false);
    }

    /// <summary>The latest instants that statements give for each event.</summary>
    internal ILookup<string, Instant> TimesOf(IEnumerable<Statement> statements) => statements
        .Where(s => s.Asserts && s.Time is not null)
        .ToLookup(s => s.Event, s => LatestOf(s.Time!, s.End), StringComparer.Ordinal);

    /// <summary>A report that came too late replaces nothing: what it would have replaced was admitted.</summary>
    internal Dated WithoutLateReplacement(Dated dated) =>
        dated.Record is Report { Supersedes: not null, Claims: { Length: > 0 } claims } report
        && claims.All(c => c.Time is { } time && dated.At > Calendar.LastInstant(LatestOf(time, c.End), Within, false))
            ? dated with { Record = report with { Supersedes = null } }
            : dated;

    /// <summary>What lasted is told to its end.</summary>
    private Instant LatestOf(When time, When? end) => end is null ? time.In(Calendar.Zone).Latest : Instant.Max(time.In(Calendar.Zone).Latest, end.In(Calendar.Zone).Latest);
}
