using System.Collections.Immutable;
using System.Numerics;
using Pacta.Model.Findings;

namespace Pacta.Logic.Reference.Norms;

/// <summary>Some of the few states that there are: each is a bit, and what is told of a set is made once.</summary>
internal readonly record struct StateSet
{
    private static readonly int States = Enum.GetValues<ClauseState>().Length;

    private static readonly ImmutableArray<ClauseState>[] Lists = new ImmutableArray<ClauseState>[1 << States];

    private static readonly string?[] Texts = new string?[1 << States];

    private static readonly ImmutableArray<Outcome>[] Outcomes = new ImmutableArray<Outcome>[1 << States];

    private readonly int _bits;

    private StateSet(int bits) => _bits = bits;

    public int Count => BitOperations.PopCount((uint)_bits);

    /// <summary>In their order.</summary>
    public ImmutableArray<ClauseState> List
    {
        get
        {
            if (Lists[_bits].IsDefault)
            {
                var bits = _bits;
                Lists[_bits] = [.. Enum.GetValues<ClauseState>().Where(s => ((bits >> (int)s) & 1) != 0)];
            }

            return Lists[_bits];
        }
    }

    public ClauseState this[int index] => List[index];

    /// <summary>As derivations name several possible states: "Met or Breached".</summary>
    public string Told => Texts[_bits] ??= string.Join(" or ", List);

    /// <summary>The only outcome where these states are possible whatever is chosen.</summary>
    public ImmutableArray<Outcome> InAnyCase
    {
        get
        {
            if (Outcomes[_bits].IsDefault)
            {
                Outcomes[_bits] = [new Outcome([], List) { IsSmallest = true }];
            }

            return Outcomes[_bits];
        }
    }

    public static StateSet Of(ClauseState state) => new(1 << (int)state);

    public static StateSet Of(IEnumerable<ClauseState> states)
    {
        var bits = 0;
        foreach (var state in states)
        {
            bits |= 1 << (int)state;
        }

        return new(bits);
    }

    public bool Contains(ClauseState state) => ((_bits >> (int)state) & 1) != 0;

    public bool All(Func<ClauseState, bool> test) => List.All(test);

    public bool Any(Func<ClauseState, bool> test) => List.Any(test);

    public StateSet Union(StateSet other) => new(_bits | other._bits);

    public StateSet Remove(ClauseState state) => new(_bits & ~(1 << (int)state));
}
