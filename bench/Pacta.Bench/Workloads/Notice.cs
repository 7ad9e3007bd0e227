using System.Collections.Immutable;

namespace Pacta.Bench.Workloads;

/// <summary>
/// Exercises that need a notice 42 days ahead. Nearly each has one, so half of the events are notices; 1.5 % of the exercises are large and were notified late
/// or not at all. Small ones are notified when it suits.
/// </summary>
internal sealed class Notice : Workload
{
    private const int Notified = 1;

    public override string Name => "notice";

    public override ImmutableArray<EventKind> Kinds { get; } = [EventKind.Of("exercise", "p", "e", "n"), EventKind.Of("notified", "p", "e")];

    public override string Formula => "(exercise(p,e,n) AND n >= 9000) AND NOT ONCE[42d,*) notified(p,e)";

    public override string Sql => """
        SELECT DISTINCT x.tp, x.p, x.e, x.n
        FROM exercise x
        WHERE x.n >= 9000
          AND NOT EXISTS (SELECT 1 FROM notified y WHERE y.p = x.p AND y.e = x.e AND y.ts <= x.ts - 42 * 86400)
        """;

    public override IEnumerable<Event> Events(Size size)
    {
        var random = new Random(size.Seed);
        var events = new List<Event>(size.Events);
        for (var id = 1; events.Count < size.Events; id++)
        {
            var party = Size.Party(random);
            var isLate = random.Next(1_000) < 15;
            var isLarge = isLate || random.Next(2) == 0;
            var troops = isLarge ? random.Next(9_000, 20_000) : random.Next(500, 9_000);
            var lead = isLarge && !isLate ? random.NextInt64(42 * Size.Day, 120 * Size.Day)
                : isLate ? random.NextInt64(Size.Day, 42 * Size.Day)
                : random.NextInt64(10 * Size.Day, 120 * Size.Day);
            var notice = size.Moment(random, lead);
            if (!isLate || random.Next(2) == 0)
            {
                events.Add(new Event(notice, Notified, party, id));
            }

            events.Add(new Event(notice + lead, 0, party, id, troops));
        }

        return InTimePoints(events, random);
    }
}
