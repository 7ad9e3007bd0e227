namespace Pacta.Model.Findings;

/// <summary>The steps a derivation is made of. Each has one sentence in Pacta.Presentation.</summary>
public enum DerivationCode
{
    // clauses and their states
    Opened,
    NotTriggered,
    Performed,
    PerformedLate,
    NotPerformed,
    NotDueYet,
    OverduePlanned,
    ExcusedBy,
    ExceptionNotClaimed,

    /// <summary>An exception to which exceptions apply, or may apply: its name, its words, the names of those.</summary>
    SetAside,
    Kept,
    NotKept,
    KeptAgain,
    Violated,
    NoViolation,
    NotInForce,
    SuspendedBy,
    WithdrawnBy,

    /// <summary>It still binds although somebody has left: the words that say so, who left.</summary>
    SurvivesWithdrawal,

    /// <summary>It still binds although the agreement has expired: the words that say so.</summary>
    SurvivesExpiry,
    WhileEnded,
    Claims,
    PowerUsed,
    PowerLacking,
    BreachOf,

    /// <summary>
    /// The states that are possible; where it hangs on one test also those that are if it holds, and those that are if it does not. The test is the
    /// first step below; what follows in either case may stand below it.
    /// </summary>
    Undecided,
    Unattributed,

    /// <summary>No report that came in time to be admitted tells of it: within which time it had to come.</summary>
    NotAdmitted,
    Period,
    DatesCompared,
    Conflict,

    // conditions
    All,
    Any,
    Not,
    Compared,
    IsOneOf,
    FieldIsTrue,
    TextIs,
    InState,
    InPlace,
    ClauseIs,
    Judged,
    There,
    ThereNot,
    Away,

    /// <summary>A thing, its position, how far it is from the boundary, the place.</summary>
    Located,

    /// <summary>A thing, its position, how far it is, from what.</summary>
    Measured,

    // evidence
    Fact,
    FieldValue,
    FieldMissing,
    AggregateValue,

    /// <summary>How long after what opened the duty something came, where that leaves open whether it was in time: its id, the hours, what opened it.</summary>
    Elapsed,

    /// <summary>What a source counted: the name of the count, the number as stated, what is left, what is not of it, what may be.</summary>
    Counted,

    /// <summary>A place, and the time in which sources could see what happened there.</summary>
    Seen,

    /// <summary>A place, and the times in which no source says that it could see.</summary>
    NotSeen,
    TableRow,
    TableNone,
    Defined,
    Time,
    Constant,
}
