using Pacta.Model.Findings;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference;

/// <summary>What patterns and conditions ask of the norms that stand on top of them (docs/semantics.md, 4 and 5).</summary>
internal interface INorms
{
    /// <summary>The breaches of a clause.</summary>
    IReadOnlyList<(BreachEntity Breach, Judged Judged)> BreachesOf(string clause);

    /// <summary>Is a clause in a state at a moment?</summary>
    Judged ClauseIs(string clause, ClauseState state, InstantRange at);

    /// <summary>When a clause was fulfilled.</summary>
    Point FulfilmentOf(string clause);

    /// <summary>Who has left, or is suspended, by a notice that he gave.</summary>
    IEnumerable<Absence> NoticesOfAbsence();
}
