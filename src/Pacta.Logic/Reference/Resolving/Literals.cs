using System.Collections.Immutable;
using Pacta.Model.Findings;

namespace Pacta.Logic.Reference.Resolving;

/// <summary>
/// The literals of a finding: each side of each variable, numbered in the order of the variables and of their sides. Worlds that take some sides
/// are the set of those literals.
/// </summary>
internal sealed class Literals
{
    private readonly IReadOnlyList<Variable> _variables;
    private readonly int[] _firsts;
    private readonly List<(int Variable, int Side)> _all = [];

    public Literals(IReadOnlyList<Variable> variables)
    {
        _variables = variables;
        _firsts = new int[variables.Count];
        for (var i = 0; i < variables.Count; i++)
        {
            _firsts[i] = _all.Count;
            for (var side = 0; side < variables[i].Sides.Length; side++)
            {
                _all.Add((i, side));
            }
        }
    }

    public Bits None => Bits.None(_all.Count);

    /// <summary>The literals of worlds that take these readings and these sides of disputes.</summary>
    public Bits Of(ImmutableArray<int> readings, ImmutableArray<Taken> taken)
    {
        var bits = None;
        for (var i = 0; i < readings.Length; i++)
        {
            bits = bits.With(_firsts[i] + readings[i]);
        }

        foreach (var (dispute, side) in taken)
        {
            bits = bits.With(_firsts[IndexOf(dispute)] + side);
        }

        return bits;
    }

    /// <summary>The literals that contradict one of these: another side of the same variable.</summary>
    public Bits Against(Bits literals)
    {
        var bits = None;
        foreach (var literal in literals.ToList())
        {
            var variable = _all[literal].Variable;
            for (var side = 0; side < _variables[variable].Sides.Length; side++)
            {
                bits = _firsts[variable] + side == literal ? bits : bits.With(_firsts[variable] + side);
            }
        }

        return bits;
    }

    public ImmutableArray<Choice> Choices(Bits literals) => [.. literals.ToList().Select(l => ChoiceOf(_variables[_all[l].Variable], _all[l].Side))];

    public static Choice ChoiceOf(Variable variable, int side) => new(
        variable.Kind, variable.Key, variable.Attribute, variable.Subject, variable.Sides[side].Value, variable.Sides[side].Reports)
    {
        Without = variable.Sides[side].Without,
    };

    private int IndexOf(Variable dispute)
    {
        for (var i = 0; i < _variables.Count; i++)
        {
            if (_variables[i].Key == dispute.Key && _variables[i].Attribute == dispute.Attribute && _variables[i].Kind == dispute.Kind)
            {
                return i;
            }
        }

        throw new InvalidOperationException($"The dispute {dispute.Subject} was not met.");
    }
}
