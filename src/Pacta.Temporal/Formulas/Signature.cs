using System.Collections.Immutable;

namespace Pacta.Temporal.Formulas;

/// <summary>The kinds of events that a log may have.</summary>
/// <param name="Name">As in the log.</param>
/// <param name="Arguments">The types of the arguments, in order.</param>
/// <param name="ArgumentNames">Their names as written; null for an argument without one.</param>
public sealed record EventKind(string Name, ImmutableArray<ValueType> Arguments, ImmutableArray<string?> ArgumentNames);

/// <summary>All kinds of events, by name, in the order in which they are declared.</summary>
public sealed class Signature
{
    private readonly Dictionary<string, EventKind> _byName;

    /// <exception cref="ArgumentException">Two kinds have the same name.</exception>
    public Signature(ImmutableArray<EventKind> kinds)
    {
        Kinds = kinds;
        _byName = kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);
    }

    public ImmutableArray<EventKind> Kinds { get; }

    public EventKind? Find(string name) => _byName.GetValueOrDefault(name);
}
