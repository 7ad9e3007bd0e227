using System.Collections.Immutable;

namespace Pacta.Bench.Workloads;

/// <summary>
/// Deployments of units, of which a party may have 500,000 within 30 days. Numbers are drawn so that between 1 and 2 % of the deployments stand above that
/// although all parties do alike; one in twenty repeats an earlier one of the same unit and number, which counts once while both are in the window.
/// </summary>
/// <param name="days">Other windows than 30 days, to see how cost grows with them; numbers are as much smaller.</param>
internal sealed class Ceiling(int days = 30) : Workload
{
    private const int Limit = 500_000;
    private const int Units = 400;

    public override string Name => "ceiling";

    public override ImmutableArray<EventKind> Kinds { get; } = [EventKind.Of("deploy", "p", "u", "n")];

    public override string Formula => $"((s <- SUM n; p ONCE[0,{days}d] deploy(p,u,n)) AND s >= {Limit}) AND EXISTS u, n. deploy(p,u,n)";

    /// <summary>
    /// Each (party, unit, number) counts from its first deployment until the window after its last is over, whence changes are summed up. Changes by time that
    /// passes come before the time points of the same second. One number to sort by, and sums of doubles, which are whole and exact here: DuckDB takes twice as
    /// long otherwise.
    /// </summary>
    public override string Sql => $"""
        WITH d AS (SELECT DISTINCT tp, ts, p, u, n FROM deploy),
        k AS (SELECT *, lag(ts) OVER w AS before, lead(ts) OVER w AS after FROM d WINDOW w AS (PARTITION BY p, u, n ORDER BY tp)),
        c AS (
          SELECT ts, tp, p, CASE WHEN before IS NULL OR ts - before > {days} * 86400 THEN n ELSE 0 END AS change FROM k
          UNION ALL
          SELECT ts + {days} * 86400 + 1, -1, p, -n FROM k WHERE after IS NULL OR after - ts > {days} * 86400),
        s AS (SELECT tp, p, sum(change::DOUBLE) OVER (PARTITION BY p ORDER BY ts * 100000000 + tp RANGE UNBOUNDED PRECEDING) AS s FROM c)
        SELECT DISTINCT tp, s::BIGINT AS s, p FROM s WHERE tp >= 0 AND s >= {Limit}
        """;

    public override IEnumerable<Event> Events(Size size)
    {
        var random = new Random(size.Seed);
        var events = new List<Event>(size.Events);

        // In a window of a party there are about so many events; its sum is nearly normal with a deviation of sqrt(4/3 / inWindow) of its mean, for numbers drawn
        // evenly from 0 to twice their mean. 2.3 deviations above the mean are 1.1 %, and somewhat more as seen from an event, which is itself in the sum. Repeated ones
        // take 2 % away.
        var inWindow = (double)size.Events / Size.Parties * days * Size.Day / (size.End - Size.Start);
        var mean = Limit / (1 + (2.3 * Math.Sqrt(4.0 / 3 / inWindow))) / inWindow * 1.02;
        for (var i = 0; i < size.Events; i++)
        {
            var moment = size.Moment(random, 0);
            if (i > 0 && random.Next(20) == 0)
            {
                var earlier = events[random.Next(events.Count)];
                events.Add(earlier with { Time = earlier.Time + random.NextInt64(days * Size.Day * 3 / 2) });
            }
            else
            {
                events.Add(new Event(moment, 0, Size.Party(random), random.Next(Units) + 1, random.Next(1, Math.Max(2, (int)(2 * mean)))));
            }
        }

        return InTimePoints(events, random);
    }
}
