using System.Collections.Immutable;
using Pacta.Temporal.Formulas;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Temporal.Typing;

/// <summary>A formula in which every name and type fits.</summary>
/// <param name="Formula">Each name is bound at most once in it, and no bound name is free; no quantified name is unused.</param>
/// <param name="Columns">The free variables, in the order in which verdicts give their values.</param>
/// <param name="Types">The types of all variables, free and bound.</param>
public sealed record CheckedFormula(Formula Formula, ImmutableArray<string> Columns, ImmutableDictionary<string, ValueType> Types)
{
    /// <summary>Names of <see cref="BuiltIns"/> that are kinds of events of the log here, and not built in.</summary>
    public ImmutableHashSet<string> DeclaredBuiltIns { get; init; } = [];

    /// <summary>Whether an atom speaks of the time point itself. It does not within a LET that defines the name, which is for the caller to know.</summary>
    public bool IsBuiltIn(Atom atom) => BuiltIns.ArityOf(atom.Name) is not null && !DeclaredBuiltIns.Contains(atom.Name);
}
