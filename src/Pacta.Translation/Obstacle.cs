namespace Pacta.Translation;

/// <summary>Why a clause is not exported. Each is a way in which it does not fit a formula of two truth values, or not yet.</summary>
public enum Obstacle
{
    /// <summary>It permits something or gives a power: nothing can be inconsistent with it.</summary>
    NothingRuledOut,

    /// <summary>It is not said until when it must be done, so nothing is ever overdue.</summary>
    NoDue,

    /// <summary>Its existence is disputed: claims are listed, nothing is found.</summary>
    Disputed,

    /// <summary>Not everything that is found about it in these reports is certain.</summary>
    NotCertain,

    /// <summary>It leaves something to judgement.</summary>
    Judged,

    /// <summary>It depends on the state of another clause, or on its breach or fulfilment.</summary>
    OtherClause,

    /// <summary>Somebody may have left or suspended it by a notice, and what that notice did is for the agreement to say.</summary>
    MayHaveLeft,

    /// <summary>Dates in the head by which it goes on, rests, or begins and begins again.</summary>
    Interrupted,

    /// <summary>It binds several together.</summary>
    Joint,

    /// <summary>Something that goes on is opened by an event.</summary>
    LastingTrigger,

    /// <summary>A position on a map is compared with an area.</summary>
    Position,

    /// <summary>A number of events is reported without the events.</summary>
    OnlyCounted,

    /// <summary>A kind of which not all is reported: what is not reported may have been.</summary>
    OpenKind,

    /// <summary>A moment lies between two whole seconds, and another so long ago that nanoseconds since then are too large a number for some monitors.</summary>
    BetweenSeconds,

    /// <summary>Its words have a form for which there is no translation yet.</summary>
    Form,
}

/// <summary>A part of a clause stands in the way of its translation.</summary>
/// <param name="detail">The words of the clause that it is about.</param>
internal sealed class ObstacleException(Obstacle obstacle, string detail) : Exception(detail)
{
    public Obstacle Obstacle { get; } = obstacle;

    public string Detail { get; } = detail;
}
