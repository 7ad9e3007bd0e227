using System.Collections.Immutable;

namespace Pacta.Bench.Workloads;

/// <summary>
/// Sites that are declared and stay so: first as many as are to be open all the time, then as many events as are asked for besides, closings of any of them, each
/// declared anew a little later. 1.5 % of the closings are of sites that are not declared then: half were closed just before, half were never heard of.
/// </summary>
internal sealed class OpenDuty : Workload
{
    private const int Declared = 1;

    /// <summary>So many are closed and wait for being declared anew.</summary>
    private const int Waiting = 64;

    public override string Name => "open-duty";

    public override ImmutableArray<EventKind> Kinds { get; } = [EventKind.Of("closed", "s"), EventKind.Of("declared", "p", "s")];

    public override string Formula => "closed(s) AND NOT PREV((NOT closed(s)) SINCE EXISTS p. declared(p,s))";

    /// <summary>A closing is told unless the last declaration before it came with or after the last closing before it.</summary>
    public override string Sql => """
        WITH k AS (SELECT tp, s, lag(tp) OVER (PARTITION BY s ORDER BY tp) AS before FROM (SELECT DISTINCT tp, s FROM closed))
        SELECT k.tp, k.s
        FROM k ASOF LEFT JOIN declared d ON k.s = d.s AND k.tp > d.tp
        WHERE d.tp IS NULL OR k.before > d.tp
        """;

    public override IEnumerable<Event> Events(Size size)
    {
        var random = new Random(size.Seed);
        var count = size.Events + size.Open;
        var seconds = (double)(size.End - Size.Start) / count;
        var events = new List<Event>(count);
        for (var site = 1; site <= size.Open; site++)
        {
            Add(new Event(0, Declared, PartyOf(site), site));
        }

        var isClosed = new bool[size.Open + 1];
        var waiting = new Queue<int>();
        var most = Math.Min(Waiting, size.Open / 2);
        while (events.Count < count)
        {
            if (random.Next(1_000) < 15 && waiting.Count > 0)
            {
                Add(new Event(0, 0, random.Next(2) == 0 ? waiting.ElementAt(random.Next(waiting.Count)) : size.Open + 1 + random.Next(1_000_000)));
            }
            else
            {
                var site = random.Next(size.Open) + 1;
                while (isClosed[site])
                {
                    site = random.Next(size.Open) + 1;
                }

                isClosed[site] = true;
                waiting.Enqueue(site);
                Add(new Event(0, 0, site));
            }

            if (waiting.Count > most)
            {
                var site = waiting.Dequeue();
                isClosed[site] = false;
                Add(new Event(0, Declared, PartyOf(site), site));
            }
        }

        return InTimePoints(events, random);

        void Add(Event next) => events.Add(next with { Time = Size.Start + (long)(events.Count * seconds) });
    }

    private static int PartyOf(int site) => (site % Size.Parties) + 1;
}
