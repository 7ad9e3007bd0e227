using System.Collections.Immutable;
using Pacta.Temporal.Formulas;
using Pacta.Temporal.Typing;

namespace Pacta.Temporal.Reference;

/// <summary>What the names in a formula mean, and what was found out about its parts. Parts are told apart by where they stand.</summary>
internal sealed class Scopes
{
    private readonly Dictionary<Atom, Let> _definitions = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, ImmutableHashSet<string>> _free = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Formula, Formula> _negations = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Formula, Formula?> _equivalents = new(ReferenceEqualityComparer.Instance);

    public Scopes(CheckedFormula formula) => Visit(formula.Formula, ImmutableDictionary<string, Let>.Empty);

    /// <summary>The LET that defines the atom; null if none does.</summary>
    public Let? DefinitionOf(Atom atom) => _definitions.GetValueOrDefault(atom);

    public ImmutableHashSet<string> FreeIn(Formula formula) =>
        _free.TryGetValue(formula, out var free) ? free : _free[formula] = [.. FreeVariables.Of(formula)];

    public ImmutableHashSet<string> FreeIn(TemporalExpression expression) => _free.TryGetValue(expression, out var free)
        ? free
        : _free[expression] = [.. Operands.TestsOf(expression).SelectMany(FreeIn)];

    /// <summary>NOT of the formula, always the same one.</summary>
    public Formula Negation(Formula formula) =>
        _negations.TryGetValue(formula, out var negation) ? negation : _negations[formula] = new Not(formula);

    /// <summary>
    /// The same in other words: operators that are defined by others, and negations moved inwards. Null for what has no other words.
    /// </summary>
    public Formula? Equivalent(Formula formula)
    {
        if (!_equivalents.TryGetValue(formula, out var equivalent))
        {
            equivalent = formula switch
            {
                Implies f => new Or(Negation(f.Left), f.Right),
                Equivalent f => new Or(new And(f.Left, f.Right), new And(Negation(f.Left), Negation(f.Right))),
                ForAll f => new Not(new Exists(f.Variables, Negation(f.Operand))),
                Historically f => new Not(new Once(f.Interval, Negation(f.Operand))),
                Always f => new Not(new Eventually(f.Interval, Negation(f.Operand))),
                Not not => NegationMovedInto(not.Operand),
                _ => null,
            };
            _equivalents[formula] = equivalent;
        }

        return equivalent;
    }

    private Formula? NegationMovedInto(Formula formula) => formula switch
    {
        Truth f => new Truth(!f.IsTrue),
        Not f => f.Operand,
        And f => new Or(Negation(f.Left), Negation(f.Right)),
        Or f => new And(Negation(f.Left), Negation(f.Right)),
        Implies f => new And(f.Left, Negation(f.Right)),
        Equivalent f => new Or(new And(f.Left, Negation(f.Right)), new And(Negation(f.Left), f.Right)),
        ForAll f => new Exists(f.Variables, Negation(f.Operand)),
        Historically f => new Once(f.Interval, Negation(f.Operand)),
        Always f => new Eventually(f.Interval, Negation(f.Operand)),
        Let f => f with { Body = Negation(f.Body) },
        _ => null,
    };

    private void Visit(Formula formula, ImmutableDictionary<string, Let> defined)
    {
        switch (formula)
        {
            case Atom atom when defined.TryGetValue(atom.Name, out var definition):
                _definitions[atom] = definition;
                break;
            case Let let:
                var inner = defined.SetItem(let.Name, let);
                Visit(let.Definition, let.IsRecursive ? inner : defined);
                Visit(let.Body, inner);
                break;
            default:
                foreach (var operand in Operands.Of(formula))
                {
                    Visit(operand, defined);
                }

                break;
        }
    }
}
