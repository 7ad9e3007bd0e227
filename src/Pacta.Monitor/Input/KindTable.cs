using System.Text;
using Pacta.Monitor.Events;
using Pacta.Monitor.Running;
using Pacta.Temporal.Formulas;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Monitor.Input;

/// <summary>A kind of event, as the scanner needs it.</summary>
/// <param name="Store">Where its events go; null if no formula asks for them.</param>
internal sealed record Kind(string Name, byte[] Utf8, ValueType[] Types, EventStore? Store)
{
    /// <summary>Of a short name the first and the last eight bytes; what is missing is 0.</summary>
    public (ulong First, ulong Last) Words { get; } = KindTable.WordsOf(Utf8);
}

/// <summary>Kinds of events by the bytes of their names.</summary>
internal sealed class KindTable
{
    private readonly Kind?[] _slots;

    /// <summary>Those with short names once more, by what <see cref="FindShort"/> sees of them.</summary>
    private readonly Kind?[] _short;
    private readonly int _mask;

    public KindTable(Engine engine)
    {
        var size = 16;
        while (size < (engine.Signature.Kinds.Length + BuiltIns.Kinds.Length) * 4)
        {
            size *= 2;
        }

        _slots = new Kind?[size];
        _short = new Kind?[size];
        _mask = size - 1;
        foreach (var declared in engine.Signature.Kinds)
        {
            Add(declared.Name, [.. declared.Arguments], engine.Find(declared.Name));
        }

        // What is known of each time point anyway is passed over.
        foreach (var known in BuiltIns.Kinds.Where(kind => engine.Signature.Find(kind.Name) is null))
        {
            Add(known.Name, [.. known.Arguments], null);
        }
    }

    private void Add(string named, ValueType[] types, EventStore? store)
    {
        var name = Encoding.UTF8.GetBytes(named);
        var at = Hash(name) & _mask;
        while (_slots[at] is not null)
        {
            at = (at + 1) & _mask;
        }

        _slots[at] = new Kind(named, name, types, store);
        AddShort(_slots[at]!);
    }

    private void AddShort(Kind kind)
    {
        if (kind.Utf8.Length >= ShortTokens.Read)
        {
            return;
        }

        var at = Hash(kind.Words.First, kind.Words.Last) & _mask;
        while (_short[at] is not null)
        {
            at = (at + 1) & _mask;
        }

        _short[at] = kind;
    }

    public Kind? Find(ReadOnlySpan<byte> name)
    {
        var at = Hash(name) & _mask;
        while (_slots[at] is { } kind)
        {
            if (name.SequenceEqual(kind.Utf8))
            {
                return kind;
            }

            at = (at + 1) & _mask;
        }

        return null;
    }

    /// <summary>The kind whose short name stands at a place, and an opening parenthesis behind it; null: that is not so.</summary>
    public Kind? FindShort(ReadOnlySpan<byte> bytes, int at)
    {
        var length = ShortTokens.LengthBefore(bytes, at, (byte)'(');
        if (length > ShortTokens.Read)
        {
            return null;
        }

        var first = ShortTokens.First(ShortTokens.WordAt(bytes, at), length);
        var last = ShortTokens.First(ShortTokens.WordAt(bytes, at + 8), Math.Max(length - 8, 0));
        for (var slot = Hash(first, last) & _mask; _short[slot] is { } kind; slot = (slot + 1) & _mask)
        {
            if (kind.Words.First == first && kind.Words.Last == last && kind.Utf8.Length == length)
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>The first 16 bytes of a name.</summary>
    internal static (ulong First, ulong Last) WordsOf(ReadOnlySpan<byte> name)
    {
        Span<byte> padded = stackalloc byte[ShortTokens.Read];
        padded.Clear();
        name[..Math.Min(name.Length, padded.Length)].CopyTo(padded);
        return (ShortTokens.WordAt(padded, 0), ShortTokens.WordAt(padded, 8));
    }

    private static int Hash(ulong first, ulong last)
    {
        var hash = (first ^ (last * 0x9E3779B97F4A7C15UL)) * 0x9E3779B97F4A7C15UL;
        return (int)(hash >> 40);
    }

    private static int Hash(ReadOnlySpan<byte> name)
    {
        var hash = (uint)name.Length;
        foreach (var b in name)
        {
            hash = (hash * 31) + b;
        }

        return (int)(hash ^ (hash >> 15));
    }
}
