using System.Collections.Immutable;
using Pacta.Logic.Reference.Norms;
using Pacta.Model.Findings;

namespace Pacta.Logic.Reference.Resolving;

/// <summary>Worlds that have the same states: those that take certain sides.</summary>
internal readonly record struct Cube(Bits Literals, StateSet States);

/// <summary>
/// The choices that decide (docs/semantics.md, 12): prime implicants, so that without any one of them another set of states would be let in. For
/// each set of states the first is a smallest one; the others are as many as it takes to cover every world. Nothing depends on the order of the reports.
/// </summary>
/// <remarks>
/// Choices lead to a set of states if they contradict all worlds that have another one. So a smallest set is a smallest one that meets the literals
/// against each of those worlds; these are told by as few choices as possible first, so that there is little to meet them with.
/// </remarks>
internal sealed class DecisiveSets
{
    /// <summary>The most comparisons that are spent on the search for the smallest set of a set of states.</summary>
    private const int MostComparisons = 1 << 25;

    private readonly Literals _literals;
    private readonly IReadOnlyList<Cube> _cubes;
    private readonly IReadOnlyList<Bits> _others;

    private DecisiveSets(Literals literals, IReadOnlyList<Cube> cubes, IReadOnlyList<Bits> others) => (_literals, _cubes, _others) = (literals, cubes, others);

    /// <param name="cubes">Disjoint.</param>
    /// <param name="others">The worlds that are in none of them: they do not count.</param>
    public static ImmutableArray<Outcome> Of(Literals literals, IReadOnlyList<Cube> cubes, IReadOnlyList<Bits> others)
    {
        if (cubes.All(c => c.States == cubes[0].States))
        {
            return [new Outcome([], cubes[0].States.List) { IsSmallest = true }];
        }

        var sets = new DecisiveSets(literals, cubes, others);
        return [.. cubes
            .Select(c => c.States)
            .Distinct()
            .Select(sets.LeadingTo)
            .OrderBy(found => found.Order, Comparer<List<int>>.Create(Compare))
            .SelectMany(found => found.Outcomes)];
    }

    private (List<int> Order, IEnumerable<Outcome> Outcomes) LeadingTo(StateSet states)
    {
        var inside = _cubes.Where(c => c.States == states).Select(c => c.Literals).ToList();
        List<Bits> notOutside = [.. inside.Concat(_others).Select(_literals.Against)];
        var outside = Cover([], _cubes.Where(c => c.States != states).Select(c => c.Literals), notOutside);
        var against = outside.ConvertAll(_literals.Against);
        var smallest = Smallest(inside, against);
        var primes = Cover(smallest.Count > 0 ? [smallest[0]] : [], inside, against);
        var isKnown = smallest.Count > 0;
        var ordered = primes.Skip(isKnown ? 1 : 0).Select(p => (Bits: p, List: p.ToList())).OrderBy(p => p.List.Count).ThenBy(p => p.List, Comparer<List<int>>.Create(Compare)).Select(p => p.Bits);
        List<Bits> all = isKnown ? [smallest[0], .. ordered] : [.. ordered];
        var length = all[0].ToList().Count;
        var outcomes = all.Select((p, i) => new Outcome(_literals.Choices(p), states.List)
        {
            IsSmallest = isKnown && (i == 0 || p.ToList().Count == length),
            OthersAsSmall = isKnown && i == 0 ? smallest.Count - 1 : null,
        });
        return (all[0].ToList(), outcomes);
    }

    /// <summary>Adds prime implicants until each of some cubes is within one.</summary>
    private static List<Bits> Cover(List<Bits> primes, IEnumerable<Bits> cubes, List<Bits> against)
    {
        foreach (var cube in cubes)
        {
            if (!primes.Exists(p => p.IsWithin(cube)))
            {
                primes.Add(Reduce(cube, against));
            }
        }

        return primes;
    }

    /// <summary>All smallest sets, in order; none where the search takes too long.</summary>
    private List<Bits> Smallest(List<Bits> inside, List<Bits> against)
    {
        var level = new HashSet<Bits> { _literals.None };
        var left = MostComparisons;
        while (level.Count > 0)
        {
            var (done, next) = (new List<Bits>(), new HashSet<Bits>());
            foreach (var set in level)
            {
                var excluded = _literals.Against(set);
                left -= inside.Count + against.Count;
                if (left < 0)
                {
                    return [];
                }

                if (inside.TrueForAll(c => c.Meets(excluded)))
                {
                    continue; // no world takes all of them
                }

                if (against.FindIndex(a => !a.Meets(set)) is >= 0 and var missed)
                {
                    next.UnionWith(against[missed].ToList().Where(l => !excluded.Has(l)).Select(set.With));
                }
                else
                {
                    done.Add(set);
                }
            }

            if (done.Count > 0)
            {
                return [.. done.OrderBy(d => d.ToList(), Comparer<List<int>>.Create(Compare))];
            }

            level = next;
        }

        return [];
    }

    private static Bits Reduce(Bits cube, List<Bits> against)
    {
        foreach (var literal in Enumerable.Reverse(cube.ToList()))
        {
            var without = cube.Without(literal);
            cube = against.TrueForAll(a => a.Meets(without)) ? without : cube;
        }

        return cube;
    }

    private static int Compare(List<int> a, List<int> b)
    {
        for (var i = 0; i < Math.Min(a.Count, b.Count); i++)
        {
            if (a[i] != b[i])
            {
                return a[i].CompareTo(b[i]);
            }
        }

        return a.Count.CompareTo(b.Count);
    }
}
