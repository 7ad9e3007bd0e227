using System.Collections.Immutable;
using Pacta.Temporal.Formulas;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Temporal.Typing;

/// <summary>A formula in which every name and type fits.</summary>
/// <param name="Formula">Each name is bound at most once in it, and no bound name is free; no quantified name is unused.</param>
/// <param name="Columns">The free variables, in the order in which verdicts give their values.</param>
/// <param name="Types">The types of all variables, free and bound.</param>
public sealed record CheckedFormula(Formula Formula, ImmutableArray<string> Columns, ImmutableDictionary<string, ValueType> Types);
