using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Pacta.Evidence.Checking;
using Pacta.Model.Histories;
using Pacta.Model.Values;

namespace Pacta.Evidence.Joining;

/// <summary>Orders that do not depend on the order of the input.</summary>
internal static class CanonicalOrder
{
    /// <summary>By recorded time, then by report, then by claim; what one claim denies of several others, by those.</summary>
    public static int Compare(Statement a, Statement b)
    {
        var byTime = a.At.CompareTo(b.At);
        if (byTime != 0)
        {
            return byTime;
        }

        var byReport = a.By.CompareTo(b.By);
        var byClaim = byReport != 0 ? byReport : string.CompareOrdinal(a.Claim, b.Claim);
        return byClaim != 0 || (a.Against is null && b.Against is null) ? byClaim : CompareAgainst(a, b);
    }

    private static int CompareAgainst(Statement a, Statement b)
    {
        var byReport = string.CompareOrdinal(a.Against?.Report, b.Against?.Report);
        return byReport != 0 ? byReport : string.CompareOrdinal(a.Against?.Claim, b.Against?.Claim);
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

    /// <summary>By key.</summary>
    public static void Sort(List<Fact> facts) => KeyOrder.Sort(CollectionsMarshal.AsSpan(facts));

    /// <summary>The same facts by key.</summary>
    public static ImmutableArray<Fact> Sorted(ImmutableArray<Fact> facts)
    {
        var sorted = facts.ToArray();
        KeyOrder.Sort(sorted);
        return ImmutableCollectionsMarshal.AsImmutableArray(sorted);
    }

    /// <summary>A text that differs whenever two values do; it begins with the value as it is shown.</summary>
    public static string TextOf(Value value)
    {
        var exact = value switch
        {
            NumberValue number => string.Create(CultureInfo.InvariantCulture, $"{number.Range.Low}|{number.Range.High}|{number.About}|{number.Dimension}"),
            PositionValue at => string.Create(CultureInfo.InvariantCulture, $"{at.Latitude:R}|{at.Longitude:R}|{at.AccuracyMetres:R}|{at.HeightMetres:R}|{at.HeightAbove}|{at.HeightAccuracyMetres:R}"),
            AreaValue area => area.Exact,
            OneOfValue oneOf => string.Join('\n', oneOf.Names),
            AllOfValue all => string.Join('\n', all.Names),
            _ => string.Empty,
        };
        return $"{value}\0{value.GetType().Name}\0{exact}";
    }
}
