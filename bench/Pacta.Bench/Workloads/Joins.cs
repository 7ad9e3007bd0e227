using System.Collections.Immutable;

namespace Pacta.Bench.Workloads;

/// <summary>
/// Joins of three relations of two whole numbers over windows of ten seconds; 100 events at each time point, one time point per second. A third of the events
/// is of each relation, so 33 of B at a time point meet 333 of A and of C. Numbers are drawn evenly from a domain of D, which is chosen so that each join has about
/// 3.7 results per time point, one for each 27 events: some, but not so many that writing them is what is measured.
/// </summary>
/// <param name="domain">D.</param>
internal abstract class Joins(int domain) : Workload
{
    private const int PerTimePoint = 100;

    public override ImmutableArray<EventKind> Kinds { get; } = [EventKind.Of("A", "x", "y"), EventKind.Of("B", "x", "y"), EventKind.Of("C", "x", "y")];

    /// <summary>
    /// Rows of A and C are also put into the ten seconds after and before their own, so that all joins are by equal values; a join by a range of time alone would
    /// meet far more rows. B is joined to A first, for of itself DuckDB may join A to C first, which takes forty times as long.
    /// </summary>
    protected static string Windows(string select, string onA, string onC) => $"""
        WITH a AS (SELECT *, ts // 10 AS k FROM A UNION ALL SELECT *, ts // 10 + 1 FROM A),
        c AS (SELECT *, ts // 10 AS k FROM C UNION ALL SELECT *, ts // 10 - 1 FROM C),
        b AS MATERIALIZED (
          SELECT n.tp, n.ts, n.ts // 10 AS k, n.x, n.y, a.x AS ax, a.y AS ay
          FROM B n JOIN a ON a.k = n.ts // 10 AND {onA} AND a.tp <= n.tp AND a.ts > n.ts - 10)
        SELECT DISTINCT b.tp, {select}
        FROM b JOIN c ON c.k = b.k AND {onC} AND c.tp >= b.tp AND c.ts < b.ts + 10
        """;

    public override IEnumerable<Event> Events(Size size)
    {
        var random = new Random(size.Seed);
        for (var i = 0; i < size.Events; i++)
        {
            yield return new Event(Size.Start + (i / PerTimePoint), random.Next(3), random.Next(domain), random.Next(domain)) { Begins = i % PerTimePoint == 0 };
        }
    }
}

/// <summary>All three share one value: 33 (333/D)² results, D = 1000.</summary>
internal sealed class Star() : Joins(1_000)
{
    public override string Name => "star";

    public override string Formula => "((ONCE[0,10) A(a,b)) AND B(a,c)) AND EVENTUALLY[0,10) C(a,d)";

    public override string Sql => Windows("b.x, b.ay, b.y, c.y", "a.x = n.x", "c.x = b.x");
}

/// <summary>Each shares a value with the next: 33 (333/D)² results, D = 1000.</summary>
internal sealed class Linear() : Joins(1_000)
{
    public override string Name => "linear";

    public override string Formula => "((ONCE[0,10) A(a,b)) AND B(b,c)) AND EVENTUALLY[0,10) C(c,d)";

    public override string Sql => Windows("b.ax, b.x, b.y, c.y", "a.y = n.x", "c.x = b.y");
}

/// <summary>As linear, and the last shares a value with the first: 33 · 333²/D³ results, D = 100.</summary>
internal sealed class Triangle() : Joins(100)
{
    public override string Name => "triangle";

    public override string Formula => "((ONCE[0,10) A(a,b)) AND B(b,c)) AND EVENTUALLY[0,10) C(c,a)";

    public override string Sql => Windows("b.ax, b.x, b.y", "a.y = n.x", "c.x = b.y AND c.y = b.ax");
}
