using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Histories;
using Pacta.Model.Periods;
using Pacta.Model.Time;

namespace Pacta.Checking.Periods;

/// <summary>What is reported to have happened within a span of time.</summary>
internal static class Observations
{
    public static ImmutableArray<ObservedFact> In(History history, InstantRange span, DateTimeZone zone) =>
    [
        .. history.Facts
            .Select(f => (Fact: f, Within: WithinOf(f, span, zone)))
            .Where(f => f.Within is not null)
            .Select(f => (f.Fact, Within: f.Within!.Value, Times: TimesOf(f.Fact, zone)))
            .OrderBy(f => f.Within == Within.GoingOn)
            .ThenBy(f => f.Times.Min(t => t.Earliest))
            .ThenBy(f => f.Times.Max(t => t.Latest))
            .ThenBy(f => f.Fact.Key, StringComparer.Ordinal)
            .Select(f => new ObservedFact(f.Fact, f.Within)),
    ];

    private static Within? WithinOf(Fact fact, InstantRange span, DateTimeZone zone)
    {
        var times = TimesOf(fact, zone);
        return times.TrueForAll(t => t.Earliest >= span.Earliest && t.Latest <= span.Latest) ? Within.Certain
            : times.Exists(t => t.Earliest <= span.Latest && t.Latest >= span.Earliest) ? Within.Possible
            : IsGoingOn(fact, times, span, zone) ? Within.GoingOn
            : null;
    }

    /// <summary>An end that somebody reports tells that it lasted; without one nothing is known of it after its time.</summary>
    private static bool IsGoingOn(Fact fact, List<InstantRange> times, InstantRange span, DateTimeZone zone) =>
        fact is { Form: FactForm.Event, End: { } end }
        && times.Exists(t => t.Earliest < span.Earliest)
        && end.Alternatives.Any(e => e.Value.In(zone).Latest >= span.Earliest);

    private static List<InstantRange> TimesOf(Fact fact, DateTimeZone zone) => [.. fact.Time.Alternatives.Select(a => a.Value.In(zone))];
}
