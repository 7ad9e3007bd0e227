using Pacta.Monitor.Running;

namespace Pacta.Monitor.Planning;

/// <summary>A way to find the assignments of a formula when some of its variables are bound.</summary>
/// <param name="Cost">Roughly how much work it is to ask once.</param>
/// <param name="Fan">Roughly how many assignments come of it.</param>
/// <param name="Binds">The variables that it binds.</param>
/// <param name="How">In words for a reader of the plan.</param>
/// <param name="Build">Makes the steps, given the stage they stand in and the step after them.</param>
internal sealed record Access(double Cost, double Fan, VariableSet Binds, Plan How, Func<Stage, Node, Node> Build)
{
    /// <summary>More assignments than this, and it is a state that is looked through and not something that happens.</summary>
    public const double Many = 100;

    public bool IsPassing => Fan < Many;
}

/// <summary>A plan, as it is shown.</summary>
/// <param name="Text">One line: how the formula is found.</param>
internal sealed record Plan(string Text, params Plan[] Parts);
