using Pacta.Temporal.Formulas;

namespace Pacta.Temporal.Typing;

/// <summary>A formula is well written but means nothing, or nothing that can be found out. The help says what to do.</summary>
public sealed class FormulaException : Exception
{
    public FormulaException(string message, Formula? subformula = null, string? help = null)
        : base(message)
    {
        Subformula = subformula;
        Help = help;
    }

    /// <summary>The part at fault.</summary>
    public Formula? Subformula { get; }

    /// <summary>How to mend it.</summary>
    public string? Help { get; }
}
