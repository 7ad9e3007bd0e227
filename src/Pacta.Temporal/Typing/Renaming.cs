using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Pacta.Temporal.Formulas;
using Pacta.Temporal.Notation;

namespace Pacta.Temporal.Typing;

/// <summary>
/// Renames bound variables apart. A name stays where nothing else has it; otherwise it gets <c>~2</c>, <c>~3</c> and so on, which nobody
/// can write. What LET defines is told by its name and how many parameters it has: where something else of that name is spoken of, it is renamed as well. Scopes are
/// checked on the way.
/// </summary>
/// <param name="signature">Null: there is none.</param>
internal sealed class Renaming(Formula formula, Signature? signature = null)
{
    private readonly HashSet<string> _used = [.. FreeVariables.Of(formula)];

    private readonly HashSet<string> _defined = new(StringComparer.Ordinal);

    /// <summary>What is defined around here.</summary>
    private ImmutableDictionary<(string Name, int Parameters), string> _definitions = ImmutableDictionary<(string Name, int Parameters), string>.Empty;

    public Formula Apply() => Apply(formula, ImmutableDictionary<string, string>.Empty);

    /// <summary>A printed formula for messages, with the names as the user wrote them.</summary>
    public static string Shown(string printed) => Regex.Replace(printed, "~[0-9]+", string.Empty, RegexOptions.CultureInvariant);

    /// <summary>As the user wrote it.</summary>
    public static string Original(string name) => name.IndexOf('~', StringComparison.Ordinal) is > 0 and var at ? name[..at] : name;

    private string Bind(string name)
    {
        var bound = name;
        for (var i = 2; !_used.Add(bound); i++)
        {
            bound = string.Create(CultureInfo.InvariantCulture, $"{name}~{i}");
        }

        return bound;
    }

    private Formula Apply(Formula f, ImmutableDictionary<string, string> names)
    {
        Formula Within(Formula operand) => Apply(operand, names);
        Term Renamed(Term term) => Apply(term, names);
        return f switch
        {
            Truth => f,
            Atom a => new Atom(_definitions.GetValueOrDefault((a.Name, a.Arguments.Length), a.Name), [.. a.Arguments.Select(Renamed)]),
            Comparison c => c with { Left = Renamed(c.Left), Right = Renamed(c.Right) },
            Matches m => new Matches(
                Renamed(m.Text), Renamed(m.Pattern), m.Groups.IsDefault ? default : [.. m.Groups.Select(group => group is null ? null : Renamed(group))]),
            Not n => new Not(Within(n.Operand)),
            And a => new And(Within(a.Left), Within(a.Right)),
            Or o => new Or(Within(o.Left), Within(o.Right)),
            Implies i => new Implies(Within(i.Left), Within(i.Right)),
            Equivalent e => new Equivalent(Within(e.Left), Within(e.Right)),
            Exists e => Quantified(e.Variables, e.Operand, names, (variables, operand) => new Exists(variables, operand)),
            ForAll a => Quantified(a.Variables, a.Operand, names, (variables, operand) => new ForAll(variables, operand)),
            Previous p => p with { Operand = Within(p.Operand) },
            Next n => n with { Operand = Within(n.Operand) },
            Once o => o with { Operand = Within(o.Operand) },
            Eventually e => e with { Operand = Within(e.Operand) },
            Historically h => h with { Operand = Within(h.Operand) },
            Always a => a with { Operand = Within(a.Operand) },
            Since s => s with { Left = Within(s.Left), Right = Within(s.Right) },
            Until u => u with { Left = Within(u.Left), Right = Within(u.Right) },
            Aggregation a => Aggregated(a, names),
            Let l => Defined(l, names),
            PastMatch m => m with { Expression = Apply(m.Expression, names) },
            FutureMatch m => m with { Expression = Apply(m.Expression, names) },
            _ => throw new NotSupportedException(f.GetType().Name),
        };
    }

    private TemporalExpression Apply(TemporalExpression expression, ImmutableDictionary<string, string> names) => expression switch
    {
        Test t => new Test(Apply(t.Operand, names)),
        Sequence s => new Sequence(Apply(s.First, names), Apply(s.Second, names)),
        Choice c => new Choice(Apply(c.Left, names), Apply(c.Right, names)),
        Repetition r => new Repetition(Apply(r.Operand, names)),
        _ => expression,
    };

    private static Term Apply(Term term, ImmutableDictionary<string, string> names) => term switch
    {
        Variable v => names.TryGetValue(v.Name, out var name) ? new Variable(name) : v,
        Unary u => u with { Operand = Apply(u.Operand, names) },
        Binary b => b with { Left = Apply(b.Left, names), Right = Apply(b.Right, names) },
        _ => term,
    };

    private Formula Quantified(
        ImmutableArray<string> variables, Formula operand, ImmutableDictionary<string, string> names, Func<ImmutableArray<string>, Formula, Formula> make)
    {
        var free = FreeVariables.Of(operand);
        ImmutableArray<string> used = [.. variables.Distinct().Where(free.Contains)];
        if (used.IsEmpty)
        {
            return Apply(operand, names);
        }

        ImmutableArray<string> bound = [.. used.Select(Bind)];
        return make(bound, Apply(operand, names.SetItems(used.Zip(bound, KeyValuePair.Create))));
    }

    /// <summary>All that is free within an aggregation is bound by it, except what it groups by; the result is a name outside.</summary>
    private Aggregation Aggregated(Aggregation a, ImmutableDictionary<string, string> names)
    {
        var free = FreeVariables.Of(a.Operand);
        foreach (var name in a.GroupBy.Prepend(a.Over))
        {
            if (!free.Contains(name))
            {
                throw new FormulaException(
                    $"'{name}' does not occur in what is aggregated, {FormulaPrinter.Print(a.Operand)}.",
                    a,
                    "Aggregate and group by variables that are free there.");
            }
        }

        if (a.GroupBy.Contains(a.Result))
        {
            throw new FormulaException(
                $"'{a.Result}' is both the result of the aggregation and a variable that it groups by.", a, "Give the result a name of its own.");
        }

        ImmutableArray<string> inner = [.. free.Where(name => !a.GroupBy.Contains(name))];
        var within = names.SetItems(inner.Select(name => KeyValuePair.Create(name, Bind(name))));
        return new Aggregation(
            names.GetValueOrDefault(a.Result, a.Result),
            a.Operator,
            within.GetValueOrDefault(a.Over, a.Over),
            [.. a.GroupBy.Distinct().Select(name => names.GetValueOrDefault(name, name))],
            Apply(a.Operand, within));
    }

    private Let Defined(Let l, ImmutableDictionary<string, string> names)
    {
        var free = FreeVariables.Of(l.Definition);
        var head = $"{l.Name}({string.Join(", ", l.Parameters)})";
        if (l.Parameters.Distinct().Count() < l.Parameters.Length)
        {
            throw new FormulaException($"A parameter of {head} occurs twice.", l, "Give each parameter a name of its own.");
        }

        if (l.Parameters.FirstOrDefault(parameter => !free.Contains(parameter)) is { } unused)
        {
            throw new FormulaException(
                $"The parameter '{unused}' of {head} does not occur in its definition, {FormulaPrinter.Print(l.Definition)}.", l, "Leave the parameter out, or use it.");
        }

        if (free.FirstOrDefault(name => !l.Parameters.Contains(name)) is { } open)
        {
            throw new FormulaException(
                $"'{open}' is free in the definition of {head}, {FormulaPrinter.Print(l.Definition)}, but is no parameter.",
                l,
                $"Make it a parameter, or write EXISTS {open}. before the definition.");
        }

        ImmutableArray<string> bound = [.. l.Parameters.Select(Bind)];
        var within = ImmutableDictionary<string, string>.Empty.AddRange(l.Parameters.Zip(bound, KeyValuePair.Create));
        var around = _definitions;
        var inner = around.SetItem((l.Name, l.Parameters.Length), DefinedAs(l));
        _definitions = l.IsRecursive ? inner : around;
        var definition = Apply(l.Definition, within);
        _definitions = inner;
        var body = Apply(l.Body, names);
        _definitions = around;
        return l with { Name = inner[(l.Name, l.Parameters.Length)], Parameters = bound, Definition = definition, Body = body };
    }

    /// <summary>A name of its own, where another thing has the name as well.</summary>
    private string DefinedAs(Let l)
    {
        var name = l.Name;
        var isShared = (signature?.Find(l.Name) is { } kind && kind.Arguments.Length != l.Parameters.Length)
            || _definitions.Keys.Any(d => d.Name == l.Name && d.Parameters != l.Parameters.Length);
        for (var i = 2; isShared && (i == 2 || !_defined.Add(name)); i++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{l.Name}~{i}");
        }

        return name;
    }
}
