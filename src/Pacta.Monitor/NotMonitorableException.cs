using Pacta.Temporal.Formulas;

namespace Pacta.Monitor;

/// <summary>A formula cannot be monitored: at some time point it may have assignments without end, or none can ever be given because it waits for ever.</summary>
public sealed class NotMonitorableException : Exception
{
    public NotMonitorableException(string message, Formula subformula, string? help)
        : base(message)
    {
        Subformula = subformula;
        Help = help;
    }

    /// <summary>The part that is to blame.</summary>
    public Formula Subformula { get; }

    /// <summary>What to write instead.</summary>
    public string? Help { get; }
}
