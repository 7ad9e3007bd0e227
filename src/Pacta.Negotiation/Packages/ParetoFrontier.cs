namespace Pacta.Negotiation.Packages;

/// <summary>
/// Which points are not dominated: no other is worth at least as much to every party and more to one. Divide and conquer after Kung, Luccio and Preparata
/// (On finding the maxima of a set of vectors, J. ACM 22, 1975); with two parties it is a sort and a sweep.
/// </summary>
internal sealed class ParetoFrontier
{
    /// <summary>So few comparisons are made outright.</summary>
    private const int Few = 2048;

    private readonly long[][] _worth;
    private readonly int _last;

    private ParetoFrontier(long[][] worth)
    {
        _worth = worth;
        _last = worth.Length - 1;
    }

    /// <summary>Of each point that no other dominates, the first of the items that have it, in falling order of worths.</summary>
    /// <param name="worth">By party and item.</param>
    /// <param name="items">The items that are looked at; reordered.</param>
    public static List<int> Of(long[][] worth, Span<int> items)
    {
        if (items.Length == 0)
        {
            return [];
        }

        var frontier = new ParetoFrontier(worth);
        var left = frontier.WithoutThoseBelowTheBest(items);
        left.Sort(frontier.Compare);
        return frontier.Front(frontier.Distinct(left));
    }

    /// <summary>Most points of a large set lie below the one with the largest sum: it drops them at once.</summary>
    private Span<int> WithoutThoseBelowTheBest(Span<int> items)
    {
        var (best, most) = (items[0], long.MinValue);
        foreach (var item in items)
        {
            var sum = 0L;
            foreach (var one in _worth)
            {
                sum += one[item];
            }

            (best, most) = sum > most ? (item, sum) : (best, most);
        }

        var kept = 0;
        foreach (var item in items)
        {
            var (isBelow, isEqual) = (true, true);
            foreach (var one in _worth)
            {
                isBelow &= one[item] <= one[best];
                isEqual &= one[item] == one[best];
            }

            if (!isBelow || isEqual)
            {
                items[kept++] = item;
            }
        }

        return items[..kept];
    }

    private int Compare(int a, int b)
    {
        foreach (var one in _worth)
        {
            var order = one[b].CompareTo(one[a]);
            if (order != 0)
            {
                return order;
            }
        }

        return a.CompareTo(b);
    }

    private int[] Distinct(ReadOnlySpan<int> sorted)
    {
        var distinct = new List<int>(sorted.Length);
        foreach (var item in sorted)
        {
            if (distinct.Count == 0 || _worth.Any(w => w[item] != w[distinct[^1]]))
            {
                distinct.Add(item);
            }
        }

        return [.. distinct];
    }

    /// <summary>Of points in falling order only an earlier one can dominate a later one.</summary>
    private List<int> Front(ReadOnlySpan<int> sorted)
    {
        if (_last == 0)
        {
            return [sorted[0]];
        }

        if (_last == 1)
        {
            return Sweep(sorted);
        }

        if (sorted.Length <= 48)
        {
            var kept = new List<int>();
            foreach (var item in sorted)
            {
                if (!IsBelowOne(item, kept, 1))
                {
                    kept.Add(item);
                }
            }

            return kept;
        }

        var middle = sorted.Length / 2;
        var top = Front(sorted[..middle]);
        top.AddRange(Without(Front(sorted[middle..]), top, 1));
        return top;
    }

    private List<int> Sweep(ReadOnlySpan<int> sorted)
    {
        var kept = new List<int>();
        var most = long.MinValue;
        foreach (var item in sorted)
        {
            if (_worth[1][item] > most)
            {
                most = _worth[1][item];
                kept.Add(item);
            }
        }

        return kept;
    }

    /// <summary>Those of the low items that no high item equals or exceeds for all parties from <paramref name="party"/> on.</summary>
    private List<int> Without(List<int> low, List<int> high, int party)
    {
        if (low.Count == 0 || high.Count == 0)
        {
            return low;
        }

        if ((long)low.Count * high.Count <= Few)
        {
            return low.FindAll(item => !IsBelowOne(item, high, party));
        }

        if (party == _last)
        {
            var most = high.Max(h => _worth[party][h]);
            return low.FindAll(item => _worth[party][item] > most);
        }

        return party == _last - 1 ? WithoutOfTwo(low, high, party) : Divided(low, high, party);
    }

    private List<int> Divided(List<int> low, List<int> high, int party)
    {
        var worth = _worth[party];
        var values = high.ConvertAll(h => worth[h]);
        values.Sort();
        var middle = values[values.Count / 2];
        var above = high.FindAll(h => worth[h] > middle);
        var notBelow = high.FindAll(h => worth[h] >= middle);
        var below = high.FindAll(h => worth[h] < middle);
        HashSet<int> kept =
        [
            .. Without(low.FindAll(l => worth[l] > middle), above, party),
            .. Without(low.FindAll(l => worth[l] == middle), notBelow, party + 1),
            .. Without(Without(low.FindAll(l => worth[l] < middle), notBelow, party + 1), below, party),
        ];
        return low.FindAll(kept.Contains);
    }

    private List<int> WithoutOfTwo(List<int> low, List<int> high, int party)
    {
        var (first, second) = (_worth[party], _worth[party + 1]);
        int[] falling = [.. low];
        int[] tops = [.. high];
        Array.Sort(falling, (a, b) => first[b].CompareTo(first[a]));
        Array.Sort(tops, (a, b) => first[b].CompareTo(first[a]));
        var kept = new HashSet<int>();
        var (at, most) = (0, long.MinValue);
        foreach (var item in falling)
        {
            for (; at < tops.Length && first[tops[at]] >= first[item]; at++)
            {
                most = Math.Max(most, second[tops[at]]);
            }

            if (second[item] > most)
            {
                kept.Add(item);
            }
        }

        return low.FindAll(kept.Contains);
    }

    private bool IsBelowOne(int item, List<int> others, int party)
    {
        foreach (var other in others)
        {
            var isBelow = true;
            for (var p = party; isBelow && p <= _last; p++)
            {
                isBelow = _worth[p][other] >= _worth[p][item];
            }

            if (isBelow)
            {
                return true;
            }
        }

        return false;
    }
}
