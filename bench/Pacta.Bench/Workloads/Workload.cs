using System.Collections.Immutable;

namespace Pacta.Bench.Workloads;

/// <summary>What stands in a column of an event.</summary>
internal enum ColumnKind
{
    /// <summary>A whole number.</summary>
    Number,

    /// <summary>The number of a party: 7 is written <c>p7</c>.</summary>
    Party,
}

internal sealed record Column(string Name, ColumnKind Kind);

/// <summary>A kind of event: its name and what its columns are.</summary>
internal sealed record EventKind(string Name, ImmutableArray<Column> Columns)
{
    public static EventKind Of(string name, params ReadOnlySpan<string> columns)
    {
        var all = ImmutableArray.CreateBuilder<Column>();
        foreach (var column in columns)
        {
            all.Add(new Column(column, column == "p" ? ColumnKind.Party : ColumnKind.Number));
        }

        return new EventKind(name, all.ToImmutable());
    }
}

/// <summary>An event of a generated log.</summary>
/// <param name="Time">In seconds.</param>
/// <param name="Kind">Its place among the kinds of the workload.</param>
/// <param name="A">The first column; the others follow.</param>
internal readonly record struct Event(long Time, int Kind, int A, int B = 0, int C = 0)
{
    /// <summary>A new time point begins with it.</summary>
    public bool Begins { get; init; }
}

/// <summary>How large a generated log is.</summary>
/// <param name="Events">About so many events.</param>
/// <param name="Seed">The same seed gives the same bytes.</param>
/// <param name="Years">So long the log lasts; the joins have a time point each second instead.</param>
/// <param name="Open">How many duties are open all the time, where the workload is about that.</param>
internal sealed record Size(int Events, int Seed = 1, int Years = 8, int Open = 10_000)
{
    /// <summary>2015-01-01, where every log begins.</summary>
    public const long Start = 1_420_070_400;

    public const long Day = 86_400;

    public const int Parties = 57;

    public long End => Start + (long)(Years * 365.25 * Day);

    /// <summary>A moment of the log that leaves so much time after it.</summary>
    public long Moment(Random random, long after) => Start + random.NextInt64(Math.Max(1, End - Start - after));

    public static int Party(Random random) => random.Next(Parties) + 1;
}

/// <summary>A rule, a log that it is run over, and the same rule in SQL.</summary>
internal abstract class Workload
{
    public abstract string Name { get; }

    public abstract ImmutableArray<EventKind> Kinds { get; }

    public abstract string Formula { get; }

    /// <summary>
    /// One row for each assignment that the formula has: the number of the time point, then the columns in the order in which verdicts have them. Over tables
    /// of the kinds' names with columns <c>tp</c> (the number of the time point), <c>ts</c> (its stamp) and those of the kind.
    /// </summary>
    public abstract string Sql { get; }

    /// <summary>In order of time, the beginnings of time points marked.</summary>
    public abstract IEnumerable<Event> Events(Size size);

    public string Signature => string.Concat(Kinds.Select(kind =>
        $"{kind.Name}({string.Join(", ", kind.Columns.Select(column => $"{column.Name}:{(column.Kind == ColumnKind.Party ? "string" : "int")}"))})\n"));

    public static ImmutableArray<Workload> All { get; } =
    [
        new Notice(), new Deadline(), new Ceiling(), new OpenDuty(), new Star(), new Linear(), new Triangle(),
    ];

    public static Workload? Find(string name) => All.FirstOrDefault(workload => workload.Name == name);

    /// <summary>Puts events in order of time, and about five into every four time points: what joins a time point takes its stamp.</summary>
    protected static IEnumerable<Event> InTimePoints(List<Event> events, Random random)
    {
        // Their numbers decide among events of one moment, so that the order does not hang on how the sort works.
        var order = new (long Time, int Number)[events.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = (events[i].Time, i);
        }

        Array.Sort(order);
        var time = long.MinValue;
        foreach (var (moment, number) in order)
        {
            var begins = time == long.MinValue || random.Next(5) > 0;
            time = begins ? moment : time;
            yield return events[number] with { Time = time, Begins = begins };
        }
    }
}
