using NodaTime;
using Pacta.Model;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference;

/// <summary>
/// The end of the history. Most questions about it only ask whether something lies before it: they have the same answer until it passes that. What asks for
/// the end itself is asked anew whenever it moves.
/// </summary>
internal sealed partial class Evaluation
{
    /// <summary>The history is complete through this instant, included.</summary>
    public Instant Horizon
    {
        get
        {
            HangsOnEnd();
            return _horizon;
        }
    }

    /// <summary>What is found is asked anew whenever the end of the history moves.</summary>
    public void HangsOnEnd() => Index.Reads?.AddEnd();

    /// <summary>
    /// The end of the history, for what only changes at certain instants: whoever asks says by <see cref="Await(Instant)"/> which of them comes next. Also some
    /// moment, where the answer does not depend on which.
    /// </summary>
    public InstantRange LastMoment => InstantRange.At(_horizon);

    /// <summary>What is found holds until the history is complete through this instant.</summary>
    public void Await(Instant instant) => Await(InstantRange.At(instant));

    /// <summary>Did it happen by the end of the history?</summary>
    public Judged HasHappened(FactTime time)
    {
        Await(time.Range);
        return Judged.Of(time.Range.NotAfter(_horizon), time.Causes);
    }

    /// <summary>Is the last moment for something over?</summary>
    public Truth IsOver(InstantRange due)
    {
        Await(new InstantRange(AfterTick(due.Earliest), AfterTick(due.Latest)));
        return due.NotAfter(_horizon - InstantRange.Tick);
    }

    /// <summary>Does it lie after the end of the history?</summary>
    public bool IsAhead(Instant instant)
    {
        Await(InstantRange.At(instant));
        return instant > _horizon;
    }

    /// <summary>The earlier of an instant and the end of the history.</summary>
    public Instant AtMostHorizon(Instant instant) => instant <= _horizon ? instant : Horizon;

    /// <summary>Does it lie before the end of the history?</summary>
    public bool IsBeforeEnd(Instant instant) => IsOver(InstantRange.At(instant)) == Truth.True;

    private static Instant AfterTick(Instant instant) => instant == Instant.MaxValue ? instant : instant + InstantRange.Tick;

    private void Await(InstantRange range)
    {
        if (range.Latest > _horizon)
        {
            Index.Reads?.AddNext(range.Earliest > _horizon ? range.Earliest : range.Latest);
        }
    }
}
