using System.Text;
using Pacta.Monitor.Events;
using Pacta.Monitor.Running;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Monitor.Input;

/// <summary>A kind of event, as the scanner needs it.</summary>
/// <param name="Store">Where its events go; null if no formula asks for them.</param>
internal sealed record Kind(string Name, byte[] Utf8, ValueType[] Types, EventStore? Store);

/// <summary>Kinds of events by the bytes of their names.</summary>
internal sealed class KindTable
{
    private readonly Kind?[] _slots;
    private readonly int _mask;

    public KindTable(Engine engine)
    {
        var size = 16;
        while (size < engine.Signature.Kinds.Length * 4)
        {
            size *= 2;
        }

        _slots = new Kind?[size];
        _mask = size - 1;
        foreach (var declared in engine.Signature.Kinds)
        {
            var name = Encoding.UTF8.GetBytes(declared.Name);
            var at = Hash(name) & _mask;
            while (_slots[at] is not null)
            {
                at = (at + 1) & _mask;
            }

            _slots[at] = new Kind(declared.Name, name, [.. declared.Arguments], engine.Find(declared.Name));
        }
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
