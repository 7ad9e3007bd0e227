using Pacta.Temporal.Formulas;

namespace Pacta.Temporal.Typing;

/// <summary>Checks a formula against a signature: names, numbers of arguments, types, intervals.</summary>
public static class FormulaChecker
{
    /// <exception cref="FormulaException">Something does not fit.</exception>
    public static CheckedFormula Check(Formula formula, Signature signature)
    {
        ArgumentNullException.ThrowIfNull(formula);
        ArgumentNullException.ThrowIfNull(signature);
        IntervalChecker.Check(formula);
        var renamed = new Renaming(formula, signature).Apply();
        var types = new TypeInference(signature).Infer(renamed);
        return new CheckedFormula(renamed, ColumnOrder.Of(renamed), types)
        {
            DeclaredBuiltIns = [.. signature.Kinds.Select(kind => kind.Name).Where(name => BuiltIns.ArityOf(name) is not null)],
        };
    }
}
