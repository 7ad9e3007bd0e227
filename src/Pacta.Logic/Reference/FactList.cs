using System.Collections;
using System.Runtime.InteropServices;
using Pacta.Model.Histories;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>
/// Facts of two lists that are each ordered by key, told in one order. Most names fill a role of one fact only: a list of one is that fact itself.
/// </summary>
/// <param name="named">A fact, some facts (<see cref="KeyedFacts"/>), or null.</param>
internal readonly struct FactList(object? named, KeyedFacts open) : IEnumerable<Fact>
{
    public static readonly FactList Empty = new(null, new KeyedFacts());

    public int Count => (named switch { null => 0, KeyedFacts list => list.Count, _ => 1 }) + open.Count;

    public Enumerator GetEnumerator() => new(named, open);

    IEnumerator<Fact> IEnumerable<Fact>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal struct Enumerator : IEnumerator<Fact>
    {
        private readonly Fact? _only;
        private readonly List<Fact>? _named;
        private readonly List<Fact> _open;
        private readonly int _count;
        private int _i;
        private int _j;

        public Enumerator(object? named, KeyedFacts open)
        {
            (_only, _named, _open) = (named as Fact, (named as KeyedFacts)?.InOrder, open.InOrder);
            _count = _only is null ? _named?.Count ?? 0 : 1;
        }

        public Fact Current { get; private set; } = null!;

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            var (a, b) = (_i < _count ? _only ?? _named![_i] : null, _j < _open.Count ? _open[_j] : null);
            if (a is null && b is null)
            {
                return false;
            }

            if (b is null || (a is not null && string.CompareOrdinal(a.Key, b.Key) < 0))
            {
                Current = a!;
                _i++;
            }
            else
            {
                Current = b;
                _j++;
            }

            return true;
        }

        public void Reset() => (_i, _j) = (0, 0);

        public readonly void Dispose()
        {
        }
    }
}

/// <summary>
/// Facts by name; a single one without a list of its own. Names that have numbers among those of the input are kept by these.
/// </summary>
internal sealed class FactsByName(NumberedNames? names)
{
    /// <summary>Actors and places come early in an input and have low numbers; where a higher one comes, it is events that are named, and any number may come.</summary>
    private const int Low = 1 << 14;

    private readonly Dictionary<string, object> _byName = new(StringComparer.Ordinal);

    private object?[] _byNumber = [];

    public object? this[string name] => (names?.Find(name) is >= 0 and var number ? At(number) : null) ?? _byName.GetValueOrDefault(name);

    public object? this[in Name name] => name.IsIn(names, out var number) && At(number) is { } here ? here : this[name.Text];

    /// <summary>How many names there are that have no numbers.</summary>
    public int Count => _byName.Count;

    /// <summary>Makes room for so many names at once.</summary>
    public void EnsureCapacity(int names) => _byName.EnsureCapacity(names);

    public void Add(string name, Fact fact) => Add(ref SlotOf(name), fact);

    public void Add(in Name name, Fact fact) => Add(ref name.IsIn(names, out var number) ? ref SlotAt(number) : ref SlotOf(name.Text), fact);

    public void Insert(string name, Fact fact)
    {
        ref var here = ref SlotOf(name);
        switch (here)
        {
            case null:
                here = fact;
                break;
            case KeyedFacts list:
                list.Insert(fact);
                break;
            default:
                var both = new KeyedFacts();
                both.Add((Fact)here);
                both.Insert(fact);
                here = both;
                break;
        }
    }

    public void Remove(string name, Fact fact)
    {
        ref var here = ref SlotOf(name);
        switch (here)
        {
            case KeyedFacts list:
                list.Remove(fact);
                break;
            case Fact only when only.Key == fact.Key:
                here = null;
                break;
        }
    }

    private static void Add(ref object? here, Fact fact)
    {
        switch (here)
        {
            case null:
                here = fact;
                break;
            case KeyedFacts list:
                list.Add(fact);
                break;
            default:
                var both = new KeyedFacts();
                both.Add((Fact)here);
                both.Add(fact);
                here = both;
                break;
        }
    }

    private object? At(int number) => number < _byNumber.Length ? _byNumber[number] : null;

    private ref object? SlotAt(int number)
    {
        if (number >= _byNumber.Length)
        {
            Array.Resize(ref _byNumber, number < Low ? Math.Max(number + 1, 2 * _byNumber.Length) : Math.Max(names!.Count, number + 1));
        }

        return ref _byNumber[number];
    }

    private ref object? SlotOf(string name)
    {
        if (names?.Find(name) is >= 0 and var number)
        {
            return ref SlotAt(number);
        }

        return ref CollectionsMarshal.GetValueRefOrAddDefault(_byName, name, out _)!;
    }
}
