namespace Pacta.Monitor.Running;

/// <summary>Goes on unless there is a way through the other steps, which end with <see cref="Found"/>.</summary>
internal sealed class NotNode(Node inner, Node next) : Node
{
    public override bool Run() => !inner.Run() && next.Run();
}

/// <summary>Goes on once if there is a way through the other steps, which end with <see cref="Found"/>.</summary>
internal sealed class AnyNode(Node inner, Node next) : Node
{
    public override bool Run() => inner.Run() && next.Run();
}

/// <summary>Goes on if there is a way through both or through neither; both end with <see cref="Found"/>.</summary>
internal sealed class SameNode(Node left, Node right, Node next) : Node
{
    public override bool Run() => left.Run() == right.Run() && next.Run();
}

/// <summary>Goes on through each of several ways, which all end with the same step.</summary>
internal sealed class EitherNode(Node[] ways) : Node
{
    public override bool Run()
    {
        foreach (var way in ways)
        {
            if (way.Run())
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Goes on, or not.</summary>
internal sealed class TruthNode(bool isTrue, Node next) : Node
{
    public override bool Run() => isTrue && next.Run();
}

/// <summary>Goes on if the time point that is looked at from here is so far away. For PREVIOUS the one before, for NEXT the one after.</summary>
internal sealed class DistanceNode(Stage stage, int step, long least, long greatest, Node next) : Node
{
    public override bool Run()
    {
        var other = stage.Position + step;
        if (other < 0 || other > stage.Points.Last)
        {
            return false;
        }

        var distance = Math.Abs(stage.Points[other] - stage.Stamp);
        return distance >= least && distance <= greatest && next.Run();
    }
}

/// <summary>Puts the number of the time point or its stamp into a register, or compares it with what is there.</summary>
internal sealed class TimePointNode(Machine machine, Stage stage, bool isStamp, int register, bool isBound, Node next) : Node
{
    public override bool Run()
    {
        var value = isStamp ? machine.Values.OfInteger(stage.Stamp) : stage.Points.Number(stage.Position);
        if (isBound)
        {
            return machine.Registers[register] == value && next.Run();
        }

        machine.Registers[register] = value;
        return next.Run();
    }
}
