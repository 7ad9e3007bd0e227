using Pacta.Model.Histories;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

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

