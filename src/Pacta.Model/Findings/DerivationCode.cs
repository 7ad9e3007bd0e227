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
    Kept,
    NotKept,
    KeptAgain,
    Violated,
    NoViolation,
    NotInForce,
    SuspendedBy,
    WithdrawnBy,
    WhileEnded,
    Claims,
    PowerUsed,
    PowerLacking,
    BreachOf,

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

    // evidence
    Fact,
    FieldValue,
    FieldMissing,
    AggregateValue,
    TableRow,
    TableNone,
    Defined,
    Time,
    Constant,
}
