using CsCheck;
using Pacta.Model.Negotiations;
using Pacta.Model.Text;
using Pacta.Negotiation.Stability;

namespace Pacta.Tests.Negotiation.Stability;

/// <summary>Small disputes of all kinds: two to four parties, irreversible moves, merged states, ties, unknown preferences.</summary>
internal static class GeneratedDisputes
{
    private static readonly SourceText File = new("generated.pacta", "");

    /// <summary>A statement over some options.</summary>
    private static Gen<Statement> Statement(int options) => Gen.Select(Gen.Int[0, options - 1], Gen.Int[0, options - 1], Gen.Int[0, 4], (a, b, form) => form switch
    {
        0 => new Taken($"{a}", a),
        1 => new NotStatement($"not {a}", new Taken($"{a}", a)),
        2 => new AllStatement($"{a} and {b}", [new Taken($"{a}", a), new Taken($"{b}", b)]),
        3 => new AnyStatement($"{a} or {b}", [new Taken($"{a}", a), new Taken($"{b}", b)]),
        _ => (Statement)new AllStatement($"{a} and not {b}", [new Taken($"{a}", a), new NotStatement($"not {b}", new Taken($"{b}", b))]),
    });

    public static Gen<Dispute> Dispute { get; } =
        from parties in Gen.Int[2, 4]
        from options in Gen.Int[parties, 6].SelectMany(count => Gen.Int[0, parties - 1].Array[count])
        from impossible in Statement(options.Length).Array[0, 2]
        from irreversible in Statement(options.Length).Array[0, 2]
        from merged in Statement(options.Length).Array[0, 1]
        from orders in Gen.Select(Statement(options.Length).Array[0, 4], Gen.Bool).Array[parties]
        select new Dispute(
            "generated", "Generated", [],
            [.. orders.Select((o, i) => new DisputeParty($"p{i}", $"p{i}", o.Item1.Length == 0 && !o.Item2 ? null : new OrderedPreference([.. o.Item1], o.Item2)))],
            [.. options.Select((party, i) => new DisputeOption($"o{i}", party, null))],
            [.. impossible], [.. irreversible], [.. merged], [], File, new TextSpan(0, 0));

    /// <summary>A graph with any moves at all and a value for each party and state, as the definitions allow it.</summary>
    public static Gen<(GraphModel Model, Plain Plain)> Graph { get; } =
        from parties in Gen.Int[2, 4]
        from states in Gen.Int[2, 7]
        from edges in Gen.Double[0, 1].Array[parties * states * states]
        from density in Gen.Double[0.1, 0.7]
        from values in Gen.Long[0, 5].Array[parties * states]
        select Of(parties, states, (p, s, t) => edges[(((p * states) + s) * states) + t] < density, (p, s) => values[(p * states) + s]);

    public static (GraphModel Model, Plain Plain) Of(int parties, int states, Func<int, int, int, bool> moves, Func<int, int, long> value)
    {
        var dispute = new Dispute(
            "graph", "Graph", [], [.. Enumerable.Range(0, parties).Select(p => new DisputeParty($"p{p}", $"p{p}", null))], [], [], [], [], [], File, new TextSpan(0, 0));
        var edges = Enumerable.Range(0, parties)
            .Select(p => (from s in Enumerable.Range(0, states) from t in Enumerable.Range(0, states) where s != t && moves(p, s, t) select (s, t)).ToHashSet())
            .ToArray();
        var values = Enumerable.Range(0, parties).Select(p => Enumerable.Range(0, states).Select(s => value(p, s)).ToArray()).ToArray();
        var lists = edges.Select(e => Enumerable.Range(0, states).Select(s => e.Where(m => m.s == s).Select(m => m.t).Order().ToArray()).ToArray()).ToArray();
        return (GraphModel.Of(dispute, lists, values, values), new Plain([.. edges.Select(e => e.Select(m => (m.s, m.t)).ToHashSet())], values));
    }
}
