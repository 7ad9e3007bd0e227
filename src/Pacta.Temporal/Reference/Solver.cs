using System.Collections.Immutable;
using Pacta.Temporal.Formulas;
using Pacta.Temporal.Typing;

namespace Pacta.Temporal.Reference;

/// <summary>The satisfactions of formulas at time points.</summary>
/// <param name="cutoffs">
/// Within the definition of a recursive LET, the time point at which it is being defined: its name means nothing there and later.
/// </param>
internal sealed partial class Solver(
    CheckedFormula formula, Trace trace, Scopes scopes, Bindings bindings, ImmutableDictionary<Let, (int Point, Solver Owner)> cutoffs)
{
    private readonly Times _times = new(trace);
    private readonly Dictionary<(object Part, int From, int To), Dictionary<Assignment, List<Assignment>>> _solved = new(new PlaceComparer());
    private readonly Dictionary<Let, List<List<Assignment>>> _tables = new(ReferenceEqualityComparer.Instance);

    public Solver(CheckedFormula formula, Trace trace, Scopes scopes, Bindings bindings)
        : this(formula, trace, scopes, bindings, ImmutableDictionary.Create<Let, (int, Solver)>(ReferenceEqualityComparer.Instance))
    {
    }

    /// <summary>All assignments to exactly the free variables that satisfy the formula at the time point and agree with what is given.</summary>
    public List<Assignment> Solve(Formula f, int i, Assignment given) =>
        Remembered(f, i, i, given.Only(scopes.FreeIn(f)), known => Find(f, i, known));

    /// <param name="find">What it finds need not repeat what is given.</param>
    private List<Assignment> Remembered(object part, int from, int to, Assignment given, Func<Assignment, IEnumerable<Assignment>> find)
    {
        if (!_solved.TryGetValue((part, from, to), out var here))
        {
            _solved[(part, from, to)] = here = [];
        }

        return here.TryGetValue(given, out var known) ? known : here[given] = [.. find(given).Select(given.With).Distinct()];
    }

    private bool Holds(Formula f, int i, Assignment given) => Solve(f, i, given).Count > 0;

    private IEnumerable<Assignment> Find(Formula f, int i, Assignment given)
    {
        switch (f)
        {
            case Truth truth:
                return truth.IsTrue ? [given] : [];
            case Atom atom:
                return Reported(atom, i, given).SelectMany(values => Fit(atom.Arguments, values, given));
            case Comparison comparison:
                return Compared(comparison, given);
            case Matches matches:
                return Matched(matches, given);
            case Not not when scopes.FreeIn(not).All(name => given[name] is not null) && bindings.CanSolve(not.Operand, [.. given.Names]):
                return Holds(not.Operand, i, given) ? [] : [given];
            case And and:
                return bindings.Ordered(and, [.. given.Names]).Aggregate(
                    (IEnumerable<Assignment>)[given],
                    (found, conjunct) => found.SelectMany(one => Solve(conjunct, i, one).Select(one.With)));
            case Or or:
                return Solve(or.Left, i, given).Concat(Solve(or.Right, i, given));
            case Exists exists:
                return Solve(exists.Operand, i, given).Select(one => one.Only(scopes.FreeIn(exists)));
            case Previous f1:
                return i > 0 && f1.Interval.Contains(_times.Distance(i - 1, i)) ? Solve(f1.Operand, i - 1, given) : [];
            case Next f1:
                return i + 1 < _times.Count && f1.Interval.Contains(_times.Distance(i, i + 1)) ? Solve(f1.Operand, i + 1, given) : [];
            case Once f1:
                return _times.Before(i, f1.Interval).SelectMany(j => Solve(f1.Operand, j, given));
            case Eventually f1:
                return _times.After(i, f1.Interval).SelectMany(j => Solve(f1.Operand, j, given));
            case Since f1:
                return _times.Before(i, f1.Interval).SelectMany(j => Solve(f1.Right, j, given)
                    .Where(one => Times.Between(j + 1, i).All(k => Holds(f1.Left, k, given.With(one)))));
            case Until f1:
                return _times.After(i, f1.Interval).SelectMany(j => Solve(f1.Right, j, given)
                    .Where(one => Times.Between(i, j - 1).All(k => Holds(f1.Left, k, given.With(one)))));
            case Aggregation aggregation:
                return Aggregated(aggregation, i, given);
            case Let let:
                return Solve(let.Body, i, given);
            case PastMatch match:
                return _times.Before(i, match.Interval).SelectMany(j => Solve(match.Expression, j, i, given));
            case FutureMatch match:
                return _times.After(i, match.Interval).SelectMany(j => Solve(match.Expression, i, j, given));
            default:
                // What is left are operators that others define, and negations that have to be moved inwards.
                return Solve(scopes.Equivalent(f) ?? throw new NotSupportedException(f.GetType().Name), i, given);
        }
    }

    /// <summary>The arguments with which the atom's name was reported, is built in or is defined.</summary>
    private IEnumerable<ImmutableArray<Value>> Reported(Atom atom, int i, Assignment given)
    {
        if (scopes.DefinitionOf(atom) is { } let)
        {
            return Defined(let, atom, i, given).Select(one => let.Parameters.Select(parameter => one[parameter]!).ToImmutableArray());
        }

        if (!formula.IsBuiltIn(atom))
        {
            return trace.Points[i].Events.Where(e => e.Name == atom.Name).Select(e => e.Arguments);
        }

        var (point, stamp) = (new IntegerValue(i), new IntegerValue(trace.Points[i].Stamp));
        return atom.Name switch
        {
            BuiltIns.TimePoint => [[point]],
            BuiltIns.TimeStamp => [[stamp]],
            _ => [[point, stamp]],
        };
    }

    private List<Assignment> Defined(Let let, Atom atom, int i, Assignment given)
    {
        if (let.IsRecursive)
        {
            return !cutoffs.TryGetValue(let, out var cutoff) ? TableOf(let, i) : i < cutoff.Point ? cutoff.Owner.TableOf(let, i) : [];
        }

        var parameters = Assignment.Empty;
        for (var k = 0; k < let.Parameters.Length; k++)
        {
            if (Evaluate(atom.Arguments[k], given, out var isKnown) is { } value && isKnown)
            {
                parameters = parameters.With(let.Parameters[k], value);
            }
            else if (isKnown)
            {
                return [];
            }
        }

        return Solve(let.Definition, i, parameters);
    }

    /// <summary>What a recursive definition comes to at the time point; found from the first time point on.</summary>
    private List<Assignment> TableOf(Let let, int i)
    {
        if (!_tables.TryGetValue(let, out var table))
        {
            _tables[let] = table = [];
        }

        while (table.Count <= i)
        {
            var within = new Solver(formula, trace, scopes, bindings, cutoffs.SetItem(let, (table.Count, this)));
            table.Add(within.Solve(let.Definition, table.Count, Assignment.Empty));
        }

        return table[i];
    }

    private sealed class PlaceComparer : IEqualityComparer<(object Part, int From, int To)>
    {
        public bool Equals((object Part, int From, int To) x, (object Part, int From, int To) y) =>
            ReferenceEquals(x.Part, y.Part) && x.From == y.From && x.To == y.To;

        public int GetHashCode((object Part, int From, int To) place) =>
            HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(place.Part), place.From, place.To);
    }
}
