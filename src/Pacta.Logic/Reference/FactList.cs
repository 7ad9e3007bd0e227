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

/// <summary>The events of a kind by who or what fills one of their roles.</summary>
internal sealed class RoleIndex
{
    /// <summary>If each of so many names another, the rest will too.</summary>
    private const int Sample = 1_024;

    private readonly FactsByName _byName;

    private readonly string _role;

    /// <summary>Nobody says by whom, or somebody denies that it was who was named: it may be anybody.</summary>
    private readonly KeyedFacts _open = new();

    /// <summary>Of the names for which there are other facts than in an index that this one is made of, these; null: it is made of no other.</summary>
    private readonly Dictionary<string, KeyedFacts>? _otherwise;

    /// <param name="facts">In whatever order.</param>
    public RoleIndex(IReadOnlyList<Fact> facts, string role, NumberedNames? names)
    {
        (_byName, _role) = (new(names), role);
        var key = new RoleKey(role);
        for (var i = 0; i < facts.Count; i++)
        {
            if (facts[i].IsRow(out var rows, out var row))
            {
                if (key.TryIn(rows, row, out var filler))
                {
                    _byName.Add(filler, facts[i]);
                }
                else
                {
                    _open.Add(facts[i]);
                }

                continue;
            }

            if (i == Sample && _byName.Count == Sample)
            {
                _byName.EnsureCapacity(facts.Count);
            }

            var fact = facts[i];
            if (!fact.Roles.TryGetValue(role, out var held) || FactStore.IsDenied(held))
            {
                _open.Add(fact);
                continue;
            }

            if (held.IsPlain(out var value) && value is NameValue only)
            {
                _byName.Add(only.Name, fact);
                continue;
            }

            foreach (var name in NamesOf(held))
            {
                _byName.Add(name, fact);
            }
        }
    }

    /// <summary>As another index of the same role, but for some facts.</summary>
    private RoleIndex(RoleIndex like, Dictionary<string, KeyedFacts> otherwise) => (_byName, _role, _open, _otherwise) = (like._byName, like._role, like._open, otherwise);

    /// <summary>An index that has some facts instead of some that this one has; null where one of them leaves the role open.</summary>
    /// <param name="gone">Among those of this one.</param>
    public RoleIndex? With(IReadOnlyCollection<Fact> gone, IReadOnlyCollection<Fact> come)
    {
        var role = new RoleKey(_role);
        if (_otherwise is not null || gone.Concat(come).Any(f => Fillers(f, role) is null))
        {
            return null;
        }

        var otherwise = new Dictionary<string, KeyedFacts>(StringComparer.Ordinal);
        var without = gone.ToHashSet();
        foreach (var name in gone.Concat(come).SelectMany(f => Fillers(f, role)!).Distinct(StringComparer.Ordinal))
        {
            var left = new KeyedFacts();
            foreach (var fact in new FactList(_byName[name], new KeyedFacts()))
            {
                if (!without.Contains(fact))
                {
                    left.Add(fact);
                }
            }

            otherwise.Add(name, left);
        }

        foreach (var fact in come)
        {
            foreach (var name in Fillers(fact, role)!)
            {
                otherwise[name].Add(fact);
            }
        }

        return new RoleIndex(this, otherwise);
    }

    /// <summary>Who fills the role; null: it is left open.</summary>
    private static IEnumerable<string>? Fillers(Fact fact, in RoleKey role) =>
        fact.IsRow(out var rows, out var row) ? role.TryIn(rows, row, out var only) ? [only.Text] : null
        : IsOpen(fact, role.Preposition) ? null
        : NamesOf(fact.Roles[role.Preposition]);

    /// <summary>Of some facts those in which one of some names may fill a role, without an index of them all.</summary>
    public static IEnumerable<Fact> MayFill(IReadOnlyList<Fact> facts, string role, IReadOnlySet<string> fillers, NumberedNames? names)
    {
        var key = new RoleKey(role);
        var numbers = names is null ? [] : fillers.Select(names.Find).ToHashSet();
        for (var i = 0; i < facts.Count; i++)
        {
            var may = !facts[i].IsRow(out var rows, out var row) ? IsOpen(facts[i], role) || NamesOf(facts[i].Roles[role]).Any(fillers.Contains)
                : !key.TryIn(rows, row, out var filler)
                    || (filler.IsIn(names, out var number) ? numbers.Contains(number) : fillers.Contains(filler.Text));
            if (may)
            {
                yield return facts[i];
            }
        }
    }

    public FactList Find(string name) => new(_otherwise?.TryGetValue(name, out var here) == true ? here : _byName[name], _open);

    public FactList Find(in Name name) => _otherwise is null ? new(_byName[name], _open) : Find(name.Text);

    public void Insert(Fact fact)
    {
        if (IsOpen(fact, _role))
        {
            _open.Insert(fact);
            return;
        }

        foreach (var name in NamesOf(fact.Roles[_role]))
        {
            _byName.Insert(name, fact);
        }
    }

    public void Remove(Fact fact)
    {
        if (IsOpen(fact, _role))
        {
            _open.Remove(fact);
            return;
        }

        foreach (var name in NamesOf(fact.Roles[_role]))
        {
            _byName.Remove(name, fact);
        }
    }

    /// <summary>Would <see cref="Find(string)"/> have a fact?</summary>
    public static bool MayFill(Fact fact, in RoleKey role, string name) => fact.IsRow(out var rows, out var row)
        ? !role.TryIn(rows, row, out var filler) || filler.Is(name)
        : IsOpen(fact, role.Preposition) || NamesOf(fact.Roles[role.Preposition]).Contains(name);

    /// <summary>Whether it leaves the role open, so that anybody may fill it.</summary>
    public static bool IsOpen(Fact fact, string role) => !fact.Roles.TryGetValue(role, out var attribute) || FactStore.IsDenied(attribute);

    private static IEnumerable<string> NamesOf(Attribute<Value> held) =>
        held.Alternatives.SelectMany(a => FactStore.NamesOf(a.Value)).Distinct(StringComparer.Ordinal);
}

