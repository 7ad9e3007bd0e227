using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Pacta.Model.Histories;

/// <summary>One of the values that reports give for the same thing, with who says so and who denies it.</summary>
public readonly record struct Alternative<T>(T Value, ImmutableArray<ReportReference> AssertedBy, ImmutableArray<ReportReference> DeniedBy)
{
    /// <summary>Of "one of" several names: those that are denied by themselves, in the order of the names.</summary>
    public ImmutableArray<DeniedName> NamesDenied { get; init; } = [];
}

/// <summary>
/// Everything reported about one attribute of a fact: rival values, in an order that does not depend on the order of the reports.
/// Never empty; what nobody reported is not there at all. Of most there is one value that nobody denies: it is kept as it is, without a list around it.
/// </summary>
public readonly struct Attribute<T> : IEquatable<Attribute<T>>
    where T : class
{
    /// <summary>The value; of several, and of one that is denied, nothing.</summary>
    private readonly T? _only;

    /// <summary>Who asserts the only value (<see cref="ReportReference"/>s), or else all that is said (<see cref="Alternative{T}"/>s).</summary>
    private readonly Array _said;

    public Attribute(ImmutableArray<Alternative<T>> alternatives)
    {
        if (alternatives is [{ DeniedBy.IsEmpty: true, NamesDenied.IsEmpty: true } only])
        {
            (_only, _said) = (only.Value, ImmutableCollectionsMarshal.AsArray(only.AssertedBy)!);
        }
        else
        {
            _said = ImmutableCollectionsMarshal.AsArray(alternatives)!;
        }
    }

    /// <summary>A value that nobody denies, nor says otherwise.</summary>
    public Attribute(T value, ImmutableArray<ReportReference> assertedBy) => (_only, _said) = (value, ImmutableCollectionsMarshal.AsArray(assertedBy)!);

    public Alternatives<T> Alternatives => new(this);

    /// <summary>More than one value, or a value that somebody denies, whole or in part.</summary>
    public bool IsDisputed => _only is null;

    /// <summary>It was never made: there is no such attribute.</summary>
    internal bool IsNone => _said is null;

    internal int Count => _only is not null ? 1 : _said?.Length ?? 0;

    public static bool operator ==(Attribute<T> left, Attribute<T> right) => left.Equals(right);

    public static bool operator !=(Attribute<T> left, Attribute<T> right) => !left.Equals(right);

    /// <summary>Is there one value, which nobody denies?</summary>
    public bool IsPlain([NotNullWhen(true)] out T? value)
    {
        value = _only;
        return value is not null;
    }

    /// <summary>Is it the very same, and not only one like it?</summary>
    public bool Equals(Attribute<T> other) => ReferenceEquals(_only, other._only) && ReferenceEquals(_said, other._said);

    public override bool Equals(object? obj) => obj is Attribute<T> other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_only is null ? 0 : RuntimeHelpers.GetHashCode(_only), _said is null ? 0 : RuntimeHelpers.GetHashCode(_said));

    internal Alternative<T> At(int index) => _only is null ? ((Alternative<T>[])_said)[index]
        : index == 0 ? new Alternative<T>(_only, ImmutableCollectionsMarshal.AsImmutableArray((ReportReference[])_said), [])
        : throw new ArgumentOutOfRangeException(nameof(index));
}

/// <summary>The rival values of an attribute; none, where there is no attribute.</summary>
public readonly struct Alternatives<T> : IReadOnlyList<Alternative<T>>, IEquatable<Alternatives<T>>
    where T : class
{
    private readonly Attribute<T> _of;

    internal Alternatives(Attribute<T> of) => _of = of;

    public int Length => _of.Count;

    int IReadOnlyCollection<Alternative<T>>.Count => Length;

    public Alternative<T> this[int index] => _of.IsNone ? throw new ArgumentOutOfRangeException(nameof(index)) : _of.At(index);

    public static bool operator ==(Alternatives<T> left, Alternatives<T> right) => left.Equals(right);

    public static bool operator !=(Alternatives<T> left, Alternatives<T> right) => !left.Equals(right);

    public Enumerator GetEnumerator() => new(_of);

    IEnumerator<Alternative<T>> IEnumerable<Alternative<T>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(Alternatives<T> other) => _of == other._of;

    public override bool Equals(object? obj) => obj is Alternatives<T> other && Equals(other);

    public override int GetHashCode() => _of.GetHashCode();

    /// <summary>Goes through them in order.</summary>
    public struct Enumerator : IEnumerator<Alternative<T>>
    {
        private readonly Attribute<T> _of;
        private int _index = -1;

        internal Enumerator(Attribute<T> of) => _of = of;

        public readonly Alternative<T> Current => _of.At(_index);

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => ++_index < _of.Count;

        public void Reset() => _index = -1;

        public readonly void Dispose()
        {
        }
    }
}
