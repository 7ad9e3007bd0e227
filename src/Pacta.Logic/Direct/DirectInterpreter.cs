using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Histories;

namespace Pacta.Logic.Direct;

/// <summary>
/// A second interpreter of agreements, written from docs/semantics.md alone to be compared with the reference evaluator. It walks through
/// the instants of a history in order and moves small state machines: there are no formulas, no unknown values and no worlds in it, so it
/// understands exact histories only.
/// </summary>
public static class DirectInterpreter
{
    /// <summary>The findings at the horizon of <paramref name="history"/>, in the order of clause, bearers, beneficiary and trigger.</summary>
    /// <exception cref="NotSupportedException">The agreement or the history is outside of what the interpreter understands; says why.</exception>
    public static ImmutableArray<DirectFinding> Evaluate(Agreement agreement, History history)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(history);
        Exactness.Require(agreement, history);
        return new Walk(agreement, history).Run();
    }
}
