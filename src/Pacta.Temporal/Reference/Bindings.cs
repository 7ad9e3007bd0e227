using System.Collections.Immutable;
using Pacta.Temporal.Formulas;

namespace Pacta.Temporal.Reference;

/// <summary>
/// Whether a formula can be solved once some of its variables have values: whether it gives values to the others, finitely many. Seen
/// from how the formula is built alone.
/// </summary>
internal sealed class Bindings(Scopes scopes)
{
    private readonly Dictionary<(object Part, string Bound), Formula?> _obstacles = new(new PartComparer());
    private readonly Dictionary<(object Part, string Bound), List<Formula>> _orders = new(new PartComparer());

    /// <summary>The recursive definitions that are being looked at. What is found meanwhile is not kept, since it depends on them.</summary>
    private readonly HashSet<Let> _open = new(ReferenceEqualityComparer.Instance);

    /// <summary>The part that cannot be solved; null if the formula can.</summary>
    public Formula? ObstacleTo(Formula formula, ImmutableHashSet<string> bound)
    {
        var inside = scopes.FreeIn(formula).Intersect(bound);
        var key = (formula, Key(inside));
        if (_obstacles.TryGetValue(key, out var known))
        {
            return known;
        }

        var found = Find(formula, inside);
        if (_open.Count == 0)
        {
            _obstacles[key] = found;
        }

        return found;
    }

    public bool CanSolve(Formula formula, ImmutableHashSet<string> bound) => ObstacleTo(formula, bound) is null;

    public bool CanSolve(TemporalExpression expression, ImmutableHashSet<string> bound) => ObstacleTo(expression, bound) is null;

    /// <summary>The sides of nested ANDs in an order in which they can be solved; those that cannot are last.</summary>
    public List<Formula> Ordered(And and, ImmutableHashSet<string> bound)
    {
        var key = (and, Key(scopes.FreeIn(and).Intersect(bound)));
        if (_open.Count > 0)
        {
            return Order(and, bound);
        }

        return _orders.TryGetValue(key, out var known) ? known : _orders[key] = Order(and, bound);
    }

    private List<Formula> Order(And and, ImmutableHashSet<string> bound)
    {
        var open = Conjuncts(and).ToList();
        var ordered = new List<Formula>();
        while (open.Find(conjunct => CanSolve(conjunct, bound)) is { } next)
        {
            open.Remove(next);
            ordered.Add(next);
            bound = bound.Union(scopes.FreeIn(next));
        }

        return [.. ordered, .. open];
    }

    private static string Key(ImmutableHashSet<string> names) => string.Join(' ', names.Order(StringComparer.Ordinal));

    private static IEnumerable<Formula> Conjuncts(Formula formula) => formula is And and ? [.. Conjuncts(and.Left), .. Conjuncts(and.Right)] : [formula];

    private Formula? Find(Formula formula, ImmutableHashSet<string> bound)
    {
        switch (formula)
        {
            case Truth:
                return null;
            case Atom atom:
                return Find(atom, bound);
            case Comparison { Operator: ComparisonOperator.Equal } c:
                return (Has(c.Left, bound) && (c.Right is Variable || Has(c.Right, bound))) || (Has(c.Right, bound) && c.Left is Variable) ? null : formula;
            case Comparison c:
                return Has(c.Left, bound) && Has(c.Right, bound) ? null : formula;
            case Matches m:
                IEnumerable<Term> groups = m.Groups.IsDefault ? [] : m.Groups.OfType<Term>();
                return Has(m.Text, bound) && Has(m.Pattern, bound) && Fit(groups, bound) ? null : formula;
            case Not not:
                return scopes.FreeIn(not).IsSubsetOf(bound) && ObstacleTo(not.Operand, bound) is null ? null
                    : scopes.Equivalent(not) is { } other ? ObstacleTo(other, bound)
                    : formula;
            case And and:
                var within = bound;
                foreach (var conjunct in Ordered(and, bound))
                {
                    if (ObstacleTo(conjunct, within) is { } obstacle)
                    {
                        return obstacle;
                    }

                    within = within.Union(scopes.FreeIn(conjunct));
                }

                return null;
            case Or or:
                return ObstacleTo(or.Left, bound) ?? ObstacleTo(or.Right, bound)
                    ?? (scopes.FreeIn(or.Left).Union(bound).SetEquals(scopes.FreeIn(or.Right).Union(bound)) ? null : formula);
            case Implies or Equivalent or ForAll or Historically or Always:
                return ObstacleTo(scopes.Equivalent(formula)!, bound);
            case Since f:
                return ObstacleTo(f.Right, bound) ?? ObstacleToTest(f.Left, bound.Union(scopes.FreeIn(f.Right)), formula);
            case Until f:
                return ObstacleTo(f.Right, bound) ?? ObstacleToTest(f.Left, bound.Union(scopes.FreeIn(f.Right)), formula);
            case Aggregation f:
                return ObstacleTo(f.Operand, [.. f.GroupBy.Where(bound.Contains)]);
            case Let f:
                return ObstacleTo(f.Body, bound);
            case PastMatch f:
                return ObstacleTo(f.Expression, bound) is { } past ? past as Formula ?? formula : null;
            case FutureMatch f:
                return ObstacleTo(f.Expression, bound) is { } future ? future as Formula ?? formula : null;
            default:
                return Operands.Of(formula).Select(operand => ObstacleTo(operand, bound)).FirstOrDefault(obstacle => obstacle is not null);
        }
    }

    /// <summary>What is tested gives no values: its variables have them all.</summary>
    private Formula? ObstacleToTest(Formula tested, ImmutableHashSet<string> bound, Formula whole) =>
        scopes.FreeIn(tested).IsSubsetOf(bound) ? ObstacleTo(tested, bound) : whole;

    private Formula? Find(Atom atom, ImmutableHashSet<string> bound)
    {
        if (!Fit(atom.Arguments, bound))
        {
            return atom;
        }

        // Within its own definition a recursive name means what was found at earlier time points.
        if (scopes.DefinitionOf(atom) is not { } let || _open.Contains(let))
        {
            return null;
        }

        if (!let.IsRecursive)
        {
            return ObstacleTo(let.Definition, [.. let.Parameters.Where((_, i) => Has(atom.Arguments[i], bound))]);
        }

        _open.Add(let);
        var obstacle = ObstacleTo(let.Definition, []);
        _open.Remove(let);
        return obstacle;
    }

    /// <summary>The object that cannot be solved: a formula that a test has, or the expression.</summary>
    private object? ObstacleTo(TemporalExpression expression, ImmutableHashSet<string> bound) => expression switch
    {
        Test test => ObstacleTo(test.Operand, bound),
        Sequence s => ObstacleTo(s.First, bound) is null && ObstacleTo(s.Second, bound.Union(scopes.FreeIn(s.First))) is null
            ? null
            : ObstacleTo(s.Second, bound) ?? ObstacleTo(s.First, bound.Union(scopes.FreeIn(s.Second))),
        Choice c => ObstacleTo(c.Left, bound) ?? ObstacleTo(c.Right, bound)
            ?? (scopes.FreeIn(c.Left).Union(bound).SetEquals(scopes.FreeIn(c.Right).Union(bound)) ? null : c),

        // It may be repeated no time at all, and then gives no values.
        Repetition r => scopes.FreeIn(r).IsSubsetOf(bound) ? ObstacleTo(r.Operand, bound) : r,
        _ => null,
    };

    /// <summary>Terms that are matched with values: a variable takes the value, whatever else needs the values of its variables.</summary>
    private static bool Fit(IEnumerable<Term> terms, ImmutableHashSet<string> bound)
    {
        var all = terms.ToList();
        var taken = bound.Union(all.OfType<Variable>().Select(variable => variable.Name));
        return all.TrueForAll(term => Has(term, taken));
    }

    private static bool Has(Term term, ImmutableHashSet<string> bound) => FreeVariables.Of(term).All(bound.Contains);

    private sealed class PartComparer : IEqualityComparer<(object Part, string Bound)>
    {
        public bool Equals((object Part, string Bound) x, (object Part, string Bound) y) =>
            ReferenceEquals(x.Part, y.Part) && string.Equals(x.Bound, y.Bound, StringComparison.Ordinal);

        public int GetHashCode((object Part, string Bound) key) =>
            HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Part), key.Bound.GetHashCode(StringComparison.Ordinal));
    }
}
