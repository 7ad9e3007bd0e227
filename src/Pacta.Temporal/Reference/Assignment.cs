using System.Collections.Immutable;
using Pacta.Temporal.Formulas;

namespace Pacta.Temporal.Reference;

/// <summary>Values of some variables. Equal if they are of the same variables and equal.</summary>
internal sealed class Assignment : IEquatable<Assignment>
{
    /// <summary>Sorted by name.</summary>
    private readonly ImmutableArray<(string Name, Value Value)> _values;
    private readonly int _hash;

    private Assignment(ImmutableArray<(string, Value)> sorted)
    {
        _values = sorted;
        var hash = default(HashCode);
        foreach (var pair in _values)
        {
            hash.Add(pair);
        }

        _hash = hash.ToHashCode();
    }

    public static Assignment Empty { get; } = new([]);

    public IEnumerable<string> Names => _values.Select(pair => pair.Name);

    /// <summary>Null if the variable has none.</summary>
    public Value? this[string name]
    {
        get
        {
            foreach (var pair in _values)
            {
                if (string.Equals(pair.Name, name, StringComparison.Ordinal))
                {
                    return pair.Value;
                }
            }

            return null;
        }
    }

    public Assignment With(string name, Value value)
    {
        var at = 0;
        while (at < _values.Length && string.CompareOrdinal(_values[at].Name, name) < 0)
        {
            at++;
        }

        return new(at < _values.Length && _values[at].Name == name ? _values.SetItem(at, (name, value)) : _values.Insert(at, (name, value)));
    }

    public Assignment With(Assignment other) => _values.Length == 0 ? other : other._values.Aggregate(this, (all, pair) => all[pair.Name] is null ? all.With(pair.Name, pair.Value) : all);

    public Assignment Only(ImmutableHashSet<string> names) =>
        _values.All(pair => names.Contains(pair.Name)) ? this : new([.. _values.Where(pair => names.Contains(pair.Name))]);

    public bool Equals(Assignment? other) => other is not null && _hash == other._hash && _values.AsSpan().SequenceEqual(other._values.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as Assignment);

    public override int GetHashCode() => _hash;
}
