using System.Collections.Immutable;

namespace Pacta.Temporal.Formulas;

/// <summary>
/// A formula of metric first-order temporal logic with aggregation and temporal regular expressions. What each means at a time point
/// is said here in one line and transcribed in <c>Reference</c>.
/// </summary>
/// <remarks>
/// D. Basin, F. Klaedtke, S. Müller, E. Zălinescu, Monitoring Metric First-Order Temporal Properties, J. ACM 62(2), 2015;
/// for regular expressions D. Basin, T. Dardinier, L. Heimes, S. Krstić, M. Raszyk, J. Schneider, D. Traytel, A Formally Verified,
/// Optimized Monitor for Metric First-Order Dynamic Logic, IJCAR 2020.
/// </remarks>
public abstract record Formula;

/// <summary>TRUE or FALSE.</summary>
public sealed record Truth(bool IsTrue) : Formula;

/// <summary>An event of this name with these arguments at the time point; or one of <see cref="BuiltIns"/>, or what a LET defines.</summary>
public sealed record Atom(string Name, ImmutableArray<Term> Arguments) : Formula;

public enum ComparisonOperator
{
    Equal,
    Less,
    LessOrEqual,

    /// <summary>The left text occurs in the right one.</summary>
    Substring,
}

public sealed record Comparison(ComparisonOperator Operator, Term Left, Term Right) : Formula;

/// <summary>The pattern is found in the text; its groups equal the terms of <c>Groups</c>.</summary>
/// <param name="Groups">One term for each group; null in it for a group that does not matter; default where groups are not asked for.</param>
public sealed record Matches(Term Text, Term Pattern, ImmutableArray<Term?> Groups) : Formula;

public sealed record Not(Formula Operand) : Formula;

public sealed record And(Formula Left, Formula Right) : Formula;

public sealed record Or(Formula Left, Formula Right) : Formula;

public sealed record Implies(Formula Left, Formula Right) : Formula;

public sealed record Equivalent(Formula Left, Formula Right) : Formula;

public sealed record Exists(ImmutableArray<string> Variables, Formula Operand) : Formula;

public sealed record ForAll(ImmutableArray<string> Variables, Formula Operand) : Formula;

/// <summary>At the time point before, if it is that far away.</summary>
public sealed record Previous(Interval Interval, Formula Operand) : Formula;

/// <summary>At the next time point, if it is that far away.</summary>
public sealed record Next(Interval Interval, Formula Operand) : Formula;

/// <summary>At this or an earlier time point that is so far away.</summary>
public sealed record Once(Interval Interval, Formula Operand) : Formula;

/// <summary>At this or a later time point that is so far away.</summary>
public sealed record Eventually(Interval Interval, Formula Operand) : Formula;

/// <summary>At all time points up to this that are so far away.</summary>
public sealed record Historically(Interval Interval, Formula Operand) : Formula;

/// <summary>At all time points from this on that are so far away.</summary>
public sealed record Always(Interval Interval, Formula Operand) : Formula;

/// <summary>The right side held so far back, and the left one at all time points after that up to this one.</summary>
public sealed record Since(Interval Interval, Formula Left, Formula Right) : Formula;

/// <summary>The right side will hold so far ahead, and the left one at all time points from this one up to before that.</summary>
public sealed record Until(Interval Interval, Formula Left, Formula Right) : Formula;

public enum AggregationOperator
{
    Count,
    Sum,
    Minimum,
    Maximum,
    Average,
    Median,
}

/// <summary>
/// <c>Result</c> is the aggregate of <c>Over</c>, over the set of assignments that satisfy the operand, for each assignment to
/// <c>GroupBy</c>. Over nothing it is 0 if there are no groups, and nothing otherwise.
/// </summary>
public sealed record Aggregation(string Result, AggregationOperator Operator, string Over, ImmutableArray<string> GroupBy, Formula Operand) : Formula;

/// <summary>Within the body, <c>Name(Parameters)</c> means the definition.</summary>
/// <param name="IsRecursive">LETPAST: the name within the definition means itself at earlier time points, and nothing at this or later ones.</param>
public sealed record Let(string Name, ImmutableArray<string> Parameters, Formula Definition, Formula Body, bool IsRecursive) : Formula;

/// <summary>The expression matches from a time point so far back up to this one.</summary>
public sealed record PastMatch(Interval Interval, TemporalExpression Expression) : Formula;

/// <summary>The expression matches from this time point up to one so far ahead.</summary>
public sealed record FutureMatch(Interval Interval, TemporalExpression Expression) : Formula;

/// <summary>A regular expression over time points: a set of pairs of a time point where it begins and one where it ends.</summary>
public abstract record TemporalExpression;

/// <summary>From a time point to the next. Written "."</summary>
public sealed record AnyStep : TemporalExpression;

/// <summary>From a time point to itself, where the formula holds. Written "φ?".</summary>
public sealed record Test(Formula Operand) : TemporalExpression;

public sealed record Sequence(TemporalExpression First, TemporalExpression Second) : TemporalExpression;

public sealed record Choice(TemporalExpression Left, TemporalExpression Right) : TemporalExpression;

/// <summary>Any number of times, also none.</summary>
public sealed record Repetition(TemporalExpression Operand) : TemporalExpression;
