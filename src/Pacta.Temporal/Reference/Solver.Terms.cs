using System.Collections.Immutable;
using Pacta.Temporal.Formulas;

namespace Pacta.Temporal.Reference;

/// <summary>Terms, comparisons and patterns. A term without a value makes false whatever it stands in.</summary>
internal sealed partial class Solver
{
    private readonly Dictionary<string, TextPattern?> _patterns = new(StringComparer.Ordinal);

    /// <param name="isKnown">Whether all variables in the term have values; otherwise null is returned too.</param>
    private static Value? Evaluate(Term term, Assignment given, out bool isKnown)
    {
        switch (term)
        {
            case Variable variable:
                isKnown = given[variable.Name] is not null;
                return given[variable.Name];
            case Constant constant:
                isKnown = true;
                return constant.Value;
            case Unary unary:
                return Evaluate(unary.Operand, given, out isKnown) is { } operand ? TermArithmetic.Apply(unary.Operator, operand) : null;
            case Binary binary:
                var left = Evaluate(binary.Left, given, out var isLeftKnown);
                var right = Evaluate(binary.Right, given, out var isRightKnown);
                isKnown = isLeftKnown && isRightKnown;
                return left is not null && right is not null ? TermArithmetic.Apply(binary.Operator, left, right) : null;
            default:
                throw new NotSupportedException(term.GetType().Name);
        }
    }

    private static IEnumerable<Assignment> Compared(Comparison comparison, Assignment given)
    {
        var left = Evaluate(comparison.Left, given, out var isLeftKnown);
        var right = Evaluate(comparison.Right, given, out var isRightKnown);
        if (!isLeftKnown || !isRightKnown)
        {
            var (open, value) = isRightKnown ? (comparison.Left, right) : (comparison.Right, left);
            return value is not null ? [given.With(((Variable)open).Name, value)] : [];
        }

        return left is not null && right is not null && Holds(comparison.Operator, left, right) ? [given] : [];
    }

    private static bool Holds(ComparisonOperator comparison, Value left, Value right) => comparison switch
    {
        ComparisonOperator.Equal => TermArithmetic.Compare(left, right) == 0,
        ComparisonOperator.Less => TermArithmetic.Compare(left, right) < 0,
        ComparisonOperator.LessOrEqual => TermArithmetic.Compare(left, right) <= 0,
        _ => ((TextValue)right).Text.Contains(((TextValue)left).Text, StringComparison.Ordinal),
    };

    private IEnumerable<Assignment> Matched(Matches matches, Assignment given)
    {
        if (Evaluate(matches.Text, given, out _) is not TextValue text
            || Evaluate(matches.Pattern, given, out _) is not PatternValue pattern
            || Find(pattern.Pattern, text.Text) is not { } found)
        {
            return [];
        }

        var terms = new List<Term>();
        var values = new List<Value>();
        var groups = matches.Groups.IsDefault ? [] : matches.Groups;
        for (var k = 0; k < groups.Length; k++)
        {
            if (groups[k] is { } group)
            {
                if (k >= found.Length || found[k] is not { } taken)
                {
                    return [];
                }

                terms.Add(group);
                values.Add(new TextValue(taken));
            }
        }

        return Fit(terms, values, given);
    }

    private ImmutableArray<string?>? Find(string pattern, string text)
    {
        if (!_patterns.TryGetValue(pattern, out var compiled))
        {
            _patterns[pattern] = compiled = TextPatterns.Compile(pattern);
        }

        return compiled?.Find(text);
    }

    /// <summary>The assignment under which the terms have these values; nothing if there is none.</summary>
    private static IEnumerable<Assignment> Fit(IReadOnlyList<Term> terms, IReadOnlyList<Value> values, Assignment given)
    {
        var found = given;
        for (var k = 0; k < terms.Count; k++)
        {
            if (terms[k] is Variable variable && found[variable.Name] is null)
            {
                found = found.With(variable.Name, values[k]);
            }
        }

        for (var k = 0; k < terms.Count; k++)
        {
            if (Evaluate(terms[k], found, out _) is not { } value || TermArithmetic.Compare(value, values[k]) != 0)
            {
                yield break;
            }
        }

        yield return found;
    }
}
