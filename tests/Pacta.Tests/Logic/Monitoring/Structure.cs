using System.Collections;
using System.Reflection;

namespace Pacta.Tests.Logic.Monitoring;

/// <summary>Compares two values by all that their public properties tell, so that no property is forgotten when one is added.</summary>
internal static class Structure
{
    /// <summary>The first place at which two values differ, with both sides; null where they do not.</summary>
    public static string? Difference(object? a, object? b, string path = "")
    {
        if (ReferenceEquals(a, b))
        {
            return null;
        }

        if (a is null || b is null || a.GetType() != b.GetType())
        {
            return $"{path}: {Short(a)} | {Short(b)}";
        }

        var type = a.GetType();
        if (type.IsPrimitive || type.IsEnum || a is string or decimal || type.Namespace?.StartsWith("NodaTime", StringComparison.Ordinal) == true)
        {
            return a.Equals(b) ? null : $"{path}: {a} | {b}";
        }

        if (a is IEnumerable left && b is IEnumerable right)
        {
            var (one, other) = (left.Cast<object?>().ToList(), right.Cast<object?>().ToList());
            return one.Count != other.Count
                ? $"{path}: {one.Count} [{string.Join(", ", one)}] | {other.Count} [{string.Join(", ", other)}]"
                : one.Select((x, i) => Difference(x, other[i], $"{path}[{i}]")).FirstOrDefault(d => d is not null);
        }

        static string Short(object? value) => value is null ? "nothing" : $"{value}" is var text && text.Length > 200 ? text[..200] + " ..." : text;

        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0 && p.PropertyType != type)
            .Select(p => Difference(p.GetValue(a), p.GetValue(b), $"{path}.{p.Name}"))
            .FirstOrDefault(d => d is not null);
    }
}
