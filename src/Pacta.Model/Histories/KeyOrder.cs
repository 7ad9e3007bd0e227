namespace Pacta.Model.Histories;

/// <summary>
/// Facts by their keys, in ordinal order. There may be millions of them, and a comparison of two keys waits for both: eight characters of each key are looked at
/// as a number, these are sorted digit by digit, and only facts whose numbers are the same are compared.
/// </summary>
public static class KeyOrder
{
    /// <summary>For fewer, it is quicker to compare.</summary>
    private const int Many = 512;

    /// <summary>If all keys have so much in common, or more, that is passed over.</summary>
    private const int Alike = 4;

    private const int DigitBits = 8;
    private const int Digits = 1 << DigitBits;

    /// <summary>Puts facts in the order of their keys.</summary>
    public static void Sort(Span<Fact> facts)
    {
        if (facts.Length < 2)
        {
            return;
        }

        var beginnings = new ulong[facts.Length];
        var differ = Begin(beginnings, facts, 0);
        if (differ >> (64 - (8 * Alike)) == 0)
        {
            differ = Begin(beginnings, facts, CommonStart(facts));
        }

        if (facts.Length < Many)
        {
            beginnings.AsSpan().Sort(facts);
        }
        else
        {
            SortDigits(ref beginnings, facts, differ);
        }

        for (int start = 0, end; start < facts.Length; start = end)
        {
            for (end = start + 1; end < facts.Length && beginnings[end] == beginnings[start];)
            {
                end++;
            }

            if (end - start > 1)
            {
                facts[start..end].Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
            }
        }
    }

    /// <returns>The bits in which the beginnings are not all the same.</returns>
    private static ulong Begin(ulong[] beginnings, ReadOnlySpan<Fact> facts, int start)
    {
        var (all, any) = (ulong.MaxValue, 0UL);
        for (var i = 0; i < facts.Length; i++)
        {
            var beginning = Beginning(facts[i].Key, start);
            beginnings[i] = beginning;
            all &= beginning;
            any |= beginning;
        }

        return all ^ any;
    }

    /// <summary>From the last digit to the first, each time keeping the order of those that have the same. A digit that all have in common decides nothing.</summary>
    private static void SortDigits(ref ulong[] numbers, Span<Fact> facts, ulong differ)
    {
        var (sorted, order, moved) = (new ulong[numbers.Length], new int[numbers.Length], new int[numbers.Length]);
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        var places = new int[Digits];
        for (var shift = 0; shift < 64; shift += DigitBits)
        {
            if (((differ >> shift) & (Digits - 1)) == 0)
            {
                continue;
            }

            places.AsSpan().Clear();
            foreach (var number in numbers)
            {
                places[(int)(number >> shift) & (Digits - 1)]++;
            }

            for (int digit = 0, next = 0; digit < Digits; digit++)
            {
                (places[digit], next) = (next, next + places[digit]);
            }

            for (var i = 0; i < numbers.Length; i++)
            {
                var place = places[(int)(numbers[i] >> shift) & (Digits - 1)]++;
                (sorted[place], moved[place]) = (numbers[i], order[i]);
            }

            (numbers, sorted) = (sorted, numbers);
            (order, moved) = (moved, order);
        }

        var items = facts.ToArray();
        for (var i = 0; i < order.Length; i++)
        {
            facts[i] = items[order[i]];
        }
    }

    /// <summary>How many characters all keys begin with in common.</summary>
    private static int CommonStart(ReadOnlySpan<Fact> facts)
    {
        var start = facts[0].Key.AsSpan();
        foreach (var fact in facts)
        {
            if (!fact.Key.AsSpan().StartsWith(start, StringComparison.Ordinal))
            {
                start = start[..start.CommonPrefixLength(fact.Key)];
            }
        }

        return start.Length;
    }

    /// <summary>Eight characters as a number that is not greater where the text comes first. Where one does not fit into a byte, nothing behind it counts.</summary>
    private static ulong Beginning(string text, int start)
    {
        var number = 0UL;
        for (int i = 0, end = Math.Min(8, text.Length - start); i < end; i++)
        {
            var character = text[start + i];
            number |= Math.Min(character, (ulong)byte.MaxValue) << (56 - (8 * i));
            if (character >= byte.MaxValue)
            {
                break;
            }
        }

        return number;
    }
}
