namespace Pacta.Monitor.Running;

/// <summary>A part of a plan that remembers something from one time point to the next.</summary>
internal abstract class Operator
{
    /// <summary>Whether it may have to wait for later time points.</summary>
    public virtual bool LooksAhead => false;

    /// <summary>The last time point to which it can be advanced now.</summary>
    public virtual int Frontier() => int.MaxValue;

    /// <summary>Goes to this time point, which is the next one.</summary>
    public abstract void Advance(int position);

    /// <summary>The first time point whose stamp is still needed.</summary>
    public virtual int Needed() => int.MaxValue;

    /// <summary>Once time has passed this, more may be known than now; <see cref="long.MaxValue"/> if it waits for nothing.</summary>
    public virtual long Due() => long.MaxValue;
}

/// <summary>PREVIOUS: what it looks at is one time point behind.</summary>
internal sealed class PreviousOperator(Stage inner) : Operator
{
    public override bool LooksAhead => inner.LooksAhead;

    public override int Frontier() => inner.Frontier() + 1;

    public override void Advance(int position) => inner.AdvanceTo(position - 1);

    public override int Needed() => inner.Needed();

    public override long Due() => inner.Due();
}

/// <summary>NEXT: what it looks at is one time point ahead.</summary>
internal sealed class NextOperator(Stage inner) : Operator
{
    public override bool LooksAhead => true;

    public override int Frontier() => Math.Max(-1, inner.Frontier() - 1);

    public override void Advance(int position) => inner.AdvanceTo(position + 1);

    public override int Needed() => inner.Needed();

    public override long Due() => inner.Due();
}
