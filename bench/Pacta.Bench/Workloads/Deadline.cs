using System.Collections.Immutable;

namespace Pacta.Bench.Workloads;

/// <summary>Requests that are to be answered within seven days; 1.5 % of them are answered later or, a fifth of these, never.</summary>
/// <param name="days">Other deadlines than seven days, to see how cost grows with them; answers come as much later.</param>
internal sealed class Deadline(int days = 7) : Workload
{
    private const int Answer = 1;

    public override string Name => "deadline";

    public override ImmutableArray<EventKind> Kinds { get; } = [EventKind.Of("request", "p", "i"), EventKind.Of("answer", "p", "i")];

    public override string Formula => $"request(p,i) AND NOT EVENTUALLY[0,{days}d] answer(p,i)";

    public override string Sql => $"""
        SELECT DISTINCT r.tp, r.p, r.i
        FROM request r
        WHERE NOT EXISTS (SELECT 1 FROM answer a WHERE a.p = r.p AND a.i = r.i AND a.tp >= r.tp AND a.ts <= r.ts + {days} * 86400)
        """;

    public override IEnumerable<Event> Events(Size size)
    {
        var random = new Random(size.Seed);
        var events = new List<Event>(size.Events);
        var deadline = days * Size.Day;
        for (var id = 1; events.Count < size.Events; id++)
        {
            var party = Size.Party(random);
            var isLate = random.Next(1_000) < 15;
            var after = isLate ? random.NextInt64(deadline + 1, 3 * deadline) : random.NextInt64(60, deadline);
            var moment = size.Moment(random, after);
            events.Add(new Event(moment, 0, party, id));
            if (!isLate || random.Next(5) > 0)
            {
                events.Add(new Event(moment + after, Answer, party, id));
            }
        }

        return InTimePoints(events, random);
    }
}
