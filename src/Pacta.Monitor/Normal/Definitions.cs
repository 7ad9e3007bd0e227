using System.Collections.Immutable;
using Pacta.Temporal.Formulas;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Monitor.Normal;

/// <summary>What a LET defines and is kept as events of a kind of its own.</summary>
/// <param name="Name">No event of the signature has it.</param>
/// <param name="IsState">It may hold for many assignments at once.</param>
internal sealed record Definition(string Name, ImmutableArray<string> Parameters, Formula Formula, bool IsRecursive, bool IsState);

/// <summary>
/// Takes the LETs out of a formula. What happens at single time points, and what is defined by itself, becomes events of a kind of its own; what is a state (such as
/// ONCE p) is put in the place of its name, so that it can be asked about instead of being written down at each time point.
/// </summary>
internal sealed class Definitions
{
    private const int LargestCopy = 48;
    private const int DeepestCopy = 150;

    private readonly Dictionary<string, ValueType> _types;
    private readonly Dictionary<string, Definition> _kept = new(StringComparer.Ordinal);
    private int _names;
    private int _copies;

    /// <param name="types">Of all variables; those of copies are added.</param>
    public Definitions(Dictionary<string, ValueType> types) => _types = types;

    public IReadOnlyDictionary<string, Definition> Kept => _kept;

    public Formula TakeOut(Formula formula) => TakeOut(formula, ImmutableDictionary<string, Definition>.Empty.WithComparers(StringComparer.Ordinal));

    /// <summary>Whether the formula holds only where something happens, and so for few assignments at a time.</summary>
    private static bool Happens(Formula formula) => formula switch
    {
        Atom => true,
        And f => Happens(f.Left) || Happens(f.Right),
        Or f => Happens(f.Left) && Happens(f.Right),
        Exists f => Happens(f.Operand),
        Previous f => Happens(f.Operand),
        Next f => Happens(f.Operand),
        Aggregation f => f.GroupBy.IsEmpty || Happens(f.Operand),
        _ => false,
    };

    /// <summary>What is used several times would be kept several times, and what is nested ever deeper could not be looked through.</summary>
    private static bool IsTooLargeToCopy(Formula definition, int uses) => (uses > 1 && Size(definition) > LargestCopy) || Depth(definition) > DeepestCopy;

    private static int Uses(Formula formula, string name) => formula is Atom atom && atom.Name == name ? 1 : Operands.Of(formula).Sum(operand => Uses(operand, name));

    private static int Size(Formula formula) => 1 + Operands.Of(formula).Sum(Size);

    private static int Depth(Formula formula) => 1 + Operands.Of(formula).Select(Depth).DefaultIfEmpty().Max();

    private Formula TakeOut(Formula formula, ImmutableDictionary<string, Definition> scope)
    {
        switch (formula)
        {
            case Let let:
                var name = $"{let.Name}#{++_names}";
                if (let.IsRecursive)
                {
                    var self = new Definition(name, let.Parameters, let.Definition, true, true);
                    var definition = TakeOut(let.Definition, scope.SetItem(let.Name, self));
                    _kept.Add(name, self with { Formula = definition });
                    return TakeOut(let.Body, scope.SetItem(let.Name, self));
                }

                var defined = TakeOut(let.Definition, scope);
                var happens = Happens(defined);
                var known = new Definition(name, let.Parameters, defined, false, !happens);
                if (happens || IsTooLargeToCopy(defined, Uses(let.Body, let.Name)))
                {
                    _kept.Add(name, known);
                }

                return TakeOut(let.Body, scope.SetItem(let.Name, known));
            case Atom atom when scope.TryGetValue(atom.Name, out var meant):
                return meant.IsRecursive || _kept.ContainsKey(meant.Name) ? atom with { Name = meant.Name } : Unfold(atom, meant);
            default:
                return Rewriting.WithOperands(formula, operand => TakeOut(operand, scope));
        }
    }

    /// <summary>The definition with the arguments in place of the parameters.</summary>
    private Formula Unfold(Atom atom, Definition definition)
    {
        var copy = ++_copies;
        string Fresh(string variable)
        {
            var fresh = $"{variable}#{copy}";
            _types.TryAdd(fresh, _types[variable]);
            return fresh;
        }

        Formula result = Rewriting.Rename(definition.Formula, Fresh);
        for (var i = 0; i < atom.Arguments.Length; i++)
        {
            result = new And(result, new Comparison(ComparisonOperator.Equal, new Variable(Fresh(definition.Parameters[i])), atom.Arguments[i]));
        }

        return definition.Parameters.IsEmpty ? result : new Exists([.. definition.Parameters.Select(Fresh)], result);
    }
}
