using System.Collections;
using System.Reflection;
using NodaTime;

namespace Pacta.Tests.Evidence;

/// <summary>
/// The first place where two values differ, with the way to it. It goes through every public property there is, so that a new one of a history is compared
/// without anybody thinking of it.
/// </summary>
internal static class HistoryDifference
{
    /// <returns>Null if there is none.</returns>
    public static string? Find(object? expected, object? actual, string at = "history")
    {
        if (expected is null || actual is null || IsLeaf(expected.GetType()))
        {
            return Equals(expected, actual) ? null : $"{at}: expected {expected ?? "nothing"}, is {actual ?? "nothing"}";
        }

        if (expected.GetType() != actual.GetType())
        {
            return $"{at}: expected {expected}, is {actual}";
        }

        if (expected is IEnumerable many)
        {
            var (one, other) = (many.Cast<object?>().ToList(), ((IEnumerable)actual).Cast<object?>().ToList());
            for (var i = 0; i < Math.Min(one.Count, other.Count); i++)
            {
                if (Find(one[i], other[i], $"{at}[{i}]") is { } difference)
                {
                    return difference;
                }
            }

            return one.Count == other.Count ? null : $"{at}: expected {one.Count}, are {other.Count}: {(one.Count > other.Count ? one : other)[Math.Min(one.Count, other.Count)]}";
        }

        var properties = expected.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0).ToList();
        Assert.True(properties.Count > 0, $"{expected.GetType()} has nothing to compare");
        return properties.Select(p => Find(p.GetValue(expected), p.GetValue(actual), $"{at}.{p.Name}")).FirstOrDefault(d => d is not null);
    }

    private static bool IsLeaf(Type type) => type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || type.Assembly == typeof(Instant).Assembly;
}
