using System.Runtime.InteropServices;

namespace Pacta.Logic.Reference;

/// <summary>Values, each once, in the order in which they were met. Mostly a handful: they are only hashed where they are many.</summary>
internal sealed class FewDistinct<T>
    where T : class, IEquatable<T>
{
    /// <summary>So many are compared one by one.</summary>
    private const int Few = 16;

    private readonly List<T> _all = [];

    private HashSet<T>? _many;

    public ReadOnlySpan<T> Span => CollectionsMarshal.AsSpan(_all);

    public void Add(T one)
    {
        if (_many is null ? _all.Contains(one) : !_many.Add(one))
        {
            return;
        }

        _all.Add(one);
        _many = _many is null && _all.Count > Few ? [.. _all] : _many;
    }

    public bool Contains(T one) => _many?.Contains(one) ?? _all.Contains(one);

    public void RemoveAll(Predicate<T> which)
    {
        _all.RemoveAll(which);
        _many?.RemoveWhere(which);
    }

    public void Clear()
    {
        _all.Clear();
        _many = null;
    }
}
