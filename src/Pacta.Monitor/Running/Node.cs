namespace Pacta.Monitor.Running;

/// <summary>
/// A step of a plan. A step finds all ways to go on from what the registers hold, puts each into the registers and runs the step after it. So a plan is evaluated
/// from its trigger outwards, one binding at a time, and nothing is put together that is not asked for.
/// </summary>
internal abstract class Node
{
    /// <summary>True if whoever asks has seen enough and the steps before need not go on.</summary>
    public abstract bool Run();
}

/// <summary>The last step where it is only asked whether there is a way.</summary>
internal sealed class Found : Node
{
    public static Found Instance { get; } = new();

    public override bool Run() => true;
}
