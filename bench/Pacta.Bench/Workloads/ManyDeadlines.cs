using System.Collections.Immutable;

namespace Pacta.Bench.Workloads;

/// <summary>The events of <see cref="Deadline"/>, dealt out to kinds of several clauses; further clauses have no events.</summary>
internal sealed class ManyDeadlines(int loaded, int triggered) : Workload
{
    public int Loaded => loaded;

    public override string Name => "many-deadlines";

    /// <summary>Requests and answers of clause after clause.</summary>
    public override ImmutableArray<EventKind> Kinds { get; } =
        [.. Enumerable.Range(0, loaded).SelectMany(clause => (EventKind[])[EventKind.Of($"request{clause}", "p", "i"), EventKind.Of($"answer{clause}", "p", "i")])];

    public override string Formula => FormulaOf(0);

    public override string Sql => throw new NotSupportedException("There is one query for each clause.");

    public static string FormulaOf(int clause) => $"request{clause}(p,i) AND NOT EVENTUALLY[0,7d] answer{clause}(p,i)";

    public override IEnumerable<Event> Events(Size size) =>
        new Deadline().Events(size).Select(next => next with { Kind = (next.B % triggered * 2) + next.Kind });
}
