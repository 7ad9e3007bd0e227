using System.Collections.Immutable;

namespace Pacta.Temporal.Formulas;

/// <summary>Which variables a formula leaves open.</summary>
public static class FreeVariables
{
    /// <summary>Each once, in the order of their first occurrence.</summary>
    public static ImmutableArray<string> Of(Formula formula)
    {
        var found = new List<string>();
        Collect(formula, [], found);
        return [.. found];
    }

    /// <inheritdoc cref="Of(Formula)"/>
    public static ImmutableArray<string> Of(Term term)
    {
        var found = new List<string>();
        Collect(term, [], found);
        return [.. found];
    }

    private static void Collect(Formula formula, ImmutableHashSet<string> bound, List<string> found)
    {
        switch (formula)
        {
            case Truth:
                break;
            case Atom atom:
                foreach (var argument in atom.Arguments)
                {
                    Collect(argument, bound, found);
                }

                break;
            case Comparison comparison:
                Collect(comparison.Left, bound, found);
                Collect(comparison.Right, bound, found);
                break;
            case Matches matches:
                Collect(matches.Text, bound, found);
                Collect(matches.Pattern, bound, found);
                foreach (var group in matches.Groups.IsDefault ? [] : matches.Groups)
                {
                    if (group is not null)
                    {
                        Collect(group, bound, found);
                    }
                }

                break;
            case Exists exists:
                Collect(exists.Operand, bound.Union(exists.Variables), found);
                break;
            case ForAll forAll:
                Collect(forAll.Operand, bound.Union(forAll.Variables), found);
                break;
            case Aggregation aggregation:
                Note(aggregation.Result, bound, found);
                foreach (var group in aggregation.GroupBy)
                {
                    Note(group, bound, found);
                }

                break;
            case Let let:
                Collect(let.Body, bound, found);
                break;
            case PastMatch match:
                Collect(match.Expression, bound, found);
                break;
            case FutureMatch match:
                Collect(match.Expression, bound, found);
                break;
            default:
                foreach (var operand in Operands.Of(formula))
                {
                    Collect(operand, bound, found);
                }

                break;
        }
    }

    private static void Collect(TemporalExpression expression, ImmutableHashSet<string> bound, List<string> found)
    {
        foreach (var test in Operands.TestsOf(expression))
        {
            Collect(test, bound, found);
        }
    }

    private static void Collect(Term term, ImmutableHashSet<string> bound, List<string> found)
    {
        switch (term)
        {
            case Variable variable:
                Note(variable.Name, bound, found);
                break;
            case Unary unary:
                Collect(unary.Operand, bound, found);
                break;
            case Binary binary:
                Collect(binary.Left, bound, found);
                Collect(binary.Right, bound, found);
                break;
        }
    }

    private static void Note(string name, ImmutableHashSet<string> bound, List<string> found)
    {
        if (!bound.Contains(name) && !found.Contains(name))
        {
            found.Add(name);
        }
    }
}
