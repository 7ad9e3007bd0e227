using System.Collections.Immutable;
using System.Numerics;
using Pacta.Model.Negotiations;

namespace Pacta.Negotiation.Packages;

/// <summary>What an option leads to: which combinations may still come about, and what it adds for each party.</summary>
internal sealed record MergeStep(BigInteger Open, long[] Adds);

/// <summary>
/// In which order issues are merged, and what must be remembered between them: the combinations that may still come about, as the bits of a number. Issues that
/// combinations name come first and close together, so that little has to be remembered for long.
/// </summary>
internal sealed class MergePlan
{
    private readonly PackageSpace _space;
    private readonly ImmutableArray<Watched> _watched;
    private readonly bool[] _counts;
    private readonly long?[] _atLeast;

    /// <summary>By party and issue: the most that the issues after it can add.</summary>
    private readonly long[][] _most;

    private readonly int[] _placeOf;

    public MergePlan(PackageSpace space, bool[] demands, bool boundsOnly)
    {
        _space = space;
        var redLines = space.RedLines.Length;
        _atLeast = [.. space.Parties.Select((_, p) => demands[redLines + p] ? space.Alternatives[p] : null)];
        _counts = [.. _atLeast.Select(a => !boundsOnly || a is not null)];
        var combinations = space.Talks.Exclusions.Select(e => new Watched(e, null, 0))
            .Concat(space.RedLines.Where((_, r) => demands[r]).Select(r => new Watched(r.Combination, null, 0)))
            .Concat(space.Synergies.Where(s => _counts[s.Party]).Select(s => new Watched(s.Combination, s.Party, s.Adds)));
        _watched = [.. combinations];
        Order = InOrder();
        _placeOf = new int[Order.Length];
        for (var i = 0; i < Order.Length; i++)
        {
            _placeOf[Order[i]] = i;
        }

        Open = (BigInteger.One << _watched.Length) - 1;
        _most = [.. space.Parties.Select((_, p) => Most(p))];
    }

    public ImmutableArray<int> Order { get; }

    /// <summary>Before the first issue every combination may come about.</summary>
    public BigInteger Open { get; }

    /// <summary>Null where a combination comes about that must not.</summary>
    public MergeStep? Next(BigInteger open, int issue, int option)
    {
        var adds = new long[_space.Parties.Length];
        for (var p = 0; p < adds.Length; p++)
        {
            adds[p] = _counts[p] ? _space.Worth[p][issue][option] : 0;
        }

        for (var w = 0; w < _watched.Length; w++)
        {
            var bit = BigInteger.One << w;
            if ((open & bit).IsZero)
            {
                continue;
            }

            var choice = _watched[w].Combination.Choices.FirstOrDefault(c => c.Issue == issue, new Choice(-1, -1));
            var isLast = choice.Issue >= 0 && _watched[w].Combination.Choices.All(c => _placeOf[c.Issue] <= _placeOf[issue]);
            if (choice.Issue < 0 || (choice.Option == option && !isLast))
            {
                continue;
            }

            open &= ~bit;
            if (choice.Option == option)
            {
                if (_watched[w].Party is not { } party)
                {
                    return null;
                }

                adds[party] += _watched[w].Adds;
            }
        }

        return new MergeStep(open, adds);
    }

    /// <summary>May a beginning that ends with the issue still reach what is demanded for a party?</summary>
    public bool MayReach(int party, int issue, long worth) => _atLeast[party] is not { } least || worth + _most[party][issue] >= least;

    private long[] Most(int party)
    {
        var most = new long[Order.Length];
        var sum = 0L;
        for (var i = Order.Length - 1; i >= 0; i--)
        {
            most[Order[i]] = sum + _watched
                .Where(w => w.Party == party && w.Adds > 0 && w.Combination.Choices.Any(c => _placeOf[c.Issue] > i))
                .Sum(w => w.Adds);
            sum += _counts[party] ? _space.Worth[party][Order[i]].Max() : 0;
        }

        return most;
    }

    /// <summary>Each time the issue that finishes most of what was begun; those that no combination names come last.</summary>
    private ImmutableArray<int> InOrder()
    {
        var left = Enumerable.Range(0, _space.Talks.Issues.Length).ToList();
        var order = ImmutableArray.CreateBuilder<int>();
        while (left.Count > 0)
        {
            var next = left
                .OrderByDescending(i => _watched.Any(w => Names(w, i)))
                .ThenByDescending(i => _watched.Count(w => Names(w, i) && w.Combination.Choices.Any(c => order.Contains(c.Issue))))
                .ThenBy(i => i)
                .First();
            left.Remove(next);
            order.Add(next);
        }

        return order.ToImmutable();
    }

    private static bool Names(Watched watched, int issue) => watched.Combination.Choices.Any(c => c.Issue == issue);

    /// <summary>A combination that must not come about, or that adds to the worth for a party.</summary>
    private sealed record Watched(Combination Combination, int? Party, long Adds);
}
