using System.Globalization;
using System.Runtime.InteropServices;
using Pacta.Evidence.Checking;
using Pacta.Model.Histories;
using Pacta.Model.Values;

namespace Pacta.Evidence.Joining;

/// <summary>Orders that do not depend on the order of the input.</summary>
internal static class CanonicalOrder
{
    /// <summary>By recorded time, then by report, then by claim.</summary>
    public static int Compare(Statement a, Statement b)
    {
        var byTime = a.At.CompareTo(b.At);
        if (byTime != 0)
        {
            return byTime;
        }

        var byReport = a.By.CompareTo(b.By);
        return byReport != 0 ? byReport : string.CompareOrdinal(a.Claim, b.Claim);
    }

    /// <summary>As <see cref="Compare"/> has it. They mostly are in order already.</summary>
    public static void Sort(List<Statement> statements)
    {
        if (!IsOf(statements))
        {
            statements.Sort(Compare);
        }
    }

    /// <summary>Are they in order, each at a place of its own?</summary>
    public static bool IsOf(List<Statement> statements)
    {
        for (var i = 1; i < statements.Count; i++)
        {
            if (Compare(statements[i - 1], statements[i]) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>By key. Many are sorted by the beginnings of their keys first, as numbers, and by the keys themselves only where these are the same.</summary>
    public static void Sort(List<Fact> facts)
    {
        var all = CollectionsMarshal.AsSpan(facts);
        var beginnings = new ulong[all.Length];
        for (var i = 0; i < all.Length; i++)
        {
            beginnings[i] = Beginning(all[i].Key);
        }

        beginnings.AsSpan().Sort(all);
        for (int start = 0, end; start < all.Length; start = end)
        {
            for (end = start + 1; end < all.Length && beginnings[end] == beginnings[start];)
            {
                end++;
            }

            if (end - start > 1)
            {
                all[start..end].Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
            }
        }
    }

    /// <summary>Eight characters as a number that is not greater where the text comes first. Where one does not fit into a byte, nothing behind it counts.</summary>
    private static ulong Beginning(string text)
    {
        var number = 0UL;
        for (int i = 0, end = Math.Min(8, text.Length); i < end; i++)
        {
            number |= Math.Min(text[i], (ulong)byte.MaxValue) << (56 - (8 * i));
            if (text[i] >= byte.MaxValue)
            {
                break;
            }
        }

        return number;
    }

    /// <summary>A text that differs whenever two values do; it begins with the value as it is shown.</summary>
    public static string TextOf(Value value)
    {
        var exact = value switch
        {
            NumberValue number => string.Create(CultureInfo.InvariantCulture, $"{number.Range.Low}|{number.Range.High}|{number.About}|{number.Dimension}"),
            PositionValue at => string.Create(CultureInfo.InvariantCulture, $"{at.Latitude:R}|{at.Longitude:R}|{at.AccuracyMetres:R}"),
            OneOfValue oneOf => string.Join('\n', oneOf.Names),
            AllOfValue all => string.Join('\n', all.Names),
            _ => string.Empty,
        };
        return $"{value}\0{value.GetType().Name}\0{exact}";
    }
}
