using Pacta.Model.Codings;

namespace Pacta.Reports.Coding;

/// <summary>One value that a coder gave a unit.</summary>
/// <param name="Number">The value as a number, where it is one.</param>
/// <param name="Unit">In what it is measured; null for a plain number.</param>
public readonly record struct CodedValue(string Text, double? Number, string? Unit = null);

/// <summary>
/// What coders said of one attribute: by unit and coder. A unit that a coder left out is missing, and neither agrees nor disagrees.
/// </summary>
public sealed class CodedAttribute(string name)
{
    private readonly SortedDictionary<string, SortedDictionary<string, CodedValue>> _units = new(StringComparer.Ordinal);

    public string Name { get; } = name;

    /// <summary>By unit, then by coder.</summary>
    public IReadOnlyDictionary<string, SortedDictionary<string, CodedValue>> Units => _units;

    public IEnumerable<string> Coders => _units.Values.SelectMany(u => u.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>Are all values numbers, in one unit? Nothing here knows how to convert units.</summary>
    public bool IsNumeric => All.All(v => v.Number is not null) && All.Select(v => v.Unit).Distinct(StringComparer.Ordinal).Count() == 1;

    private IEnumerable<CodedValue> All => _units.Values.SelectMany(u => u.Values);

    /// <summary>How its values differ, if nobody says: as numbers if all are, and else as names.</summary>
    public Scale Usual { get; init; }

    /// <summary>The value that this coder gave this unit before, if that was another one; the first one stays.</summary>
    public CodedValue? Add(string unit, string coder, CodedValue value)
    {
        if (!_units.TryGetValue(unit, out var values))
        {
            _units[unit] = values = new SortedDictionary<string, CodedValue>(StringComparer.Ordinal);
        }

        return values.TryAdd(coder, value) || values[coder] == value ? null : values[coder];
    }

    /// <summary>Takes back what a coder said of a unit: of two answers that exclude each other neither counts.</summary>
    public void Remove(string unit, string coder)
    {
        if (_units.TryGetValue(unit, out var values))
        {
            values.Remove(coder);
            if (values.Count == 0)
            {
                _units.Remove(unit);
            }
        }
    }
}
