namespace Pacta.Monitor.Running;

/// <summary>How the left side of SINCE or UNTIL is kept up with.</summary>
internal enum GuardKind
{
    /// <summary>NOT α, and α is enumerated: each of its assignments ends what it fits.</summary>
    Never,

    /// <summary>α, and α is enumerated: what none of its assignments fits has ended.</summary>
    Holds,

    /// <summary>Without variables: asked once for each time point.</summary>
    Closed,

    /// <summary>Asked for each row that is kept, or, if it hangs on values alone, once for each.</summary>
    Tested,
}

/// <summary>One conjunct of the left side of SINCE or UNTIL.</summary>
/// <param name="First">The first step; run it to enumerate or to ask.</param>
/// <param name="Columns">The columns of the kept rows that its assignments give, in order of <c>Registers</c>.</param>
/// <param name="Registers">The registers where its assignments are found.</param>
internal sealed record Guard(GuardKind Kind, Node First, int[] Columns, int[] Registers);

/// <summary>The last step of a guard or operand: tells its owner that the registers hold an assignment.</summary>
internal sealed class Notify(Action notify) : Node
{
    public override bool Run()
    {
        notify();
        return false;
    }
}
