using System.Globalization;
using Pacta.Evidence.Checking;
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
