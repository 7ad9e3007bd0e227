using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Pacta.Model.Values;

/// <summary>
/// Values by name, in the ordinal order of the names: the roles and the fields of a claim or of a fact. There are a handful of them, and there may be millions of
/// claims: a short list in order takes a third of what a tree does, and is searched and gone through faster.
/// </summary>
public sealed class SmallDictionary<T> : IReadOnlyDictionary<string, T>
{
    public static readonly SmallDictionary<T> Empty = new([]);

    private readonly KeyValuePair<string, T>[] _pairs;

    private SmallDictionary(KeyValuePair<string, T>[] pairs) => _pairs = pairs;

    public int Count => _pairs.Length;

    public bool IsEmpty => _pairs.Length == 0;

    /// <summary>All of them, in order.</summary>
    public ReadOnlySpan<KeyValuePair<string, T>> Pairs => _pairs;

    public IEnumerable<string> Keys => _pairs.Select(p => p.Key);

    public IEnumerable<T> Values => _pairs.Select(p => p.Value);

    public T this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no '{key}'.");

    /// <summary>The same names and values as a dictionary, whatever its order is.</summary>
    public static implicit operator SmallDictionary<T>(ImmutableSortedDictionary<string, T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var pairs = values.ToArray();
        Array.Sort(pairs, (a, b) => string.CompareOrdinal(a.Key, b.Key));
        return pairs.Length == 0 ? Empty : new SmallDictionary<T>(pairs);
    }

    /// <param name="pairs">Each name once, in ordinal order.</param>
    public static SmallDictionary<T> InOrder(ReadOnlySpan<KeyValuePair<string, T>> pairs) => pairs.IsEmpty ? Empty : new SmallDictionary<T>(pairs.ToArray());

    /// <param name="pairs">Each name once, in ordinal order. They are not copied.</param>
    public static SmallDictionary<T> Of(ImmutableArray<KeyValuePair<string, T>> pairs) =>
        pairs.IsEmpty ? Empty : new SmallDictionary<T>(ImmutableCollectionsMarshal.AsArray(pairs)!);

    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        var index = IndexOf(key);
        value = index < 0 ? default : _pairs[index].Value;
        return index >= 0;
    }

    public T? GetValueOrDefault(string key) => TryGetValue(key, out var value) ? value : default;

    /// <summary>With that value, in place of what was there by that name.</summary>
    public SmallDictionary<T> SetItem(string key, T value)
    {
        var index = IndexOf(key);
        if (index >= 0)
        {
            var changed = _pairs.ToArray();
            changed[index] = new(key, value);
            return new SmallDictionary<T>(changed);
        }

        var at = Array.FindIndex(_pairs, p => string.CompareOrdinal(p.Key, key) > 0);
        at = at < 0 ? _pairs.Length : at;
        return new SmallDictionary<T>([.. _pairs.AsSpan(0, at), new(key, value), .. _pairs.AsSpan(at)]);
    }

    public SmallDictionary<T> Remove(string key) => IndexOf(key) is >= 0 and var index ? InOrder([.. _pairs.AsSpan(0, index), .. _pairs.AsSpan(index + 1)]) : this;

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, T>>)_pairs).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _pairs.GetEnumerator();

    private int IndexOf(string key)
    {
        var pairs = _pairs;
        for (var i = 0; i < pairs.Length; i++)
        {
            if (pairs[i].Key == key)
            {
                return i;
            }
        }

        return -1;
    }
}
