namespace Pacta.Ledger;

/// <summary>Why a ledger cannot be used.</summary>
public enum LedgerFault
{
    /// <summary>The file is something else.</summary>
    NotALedger,

    /// <summary>Written by a later version.</summary>
    TooNew,

    /// <summary>The file itself is damaged: a disk, a copy that broke off, a hand.</summary>
    Damaged,

    /// <summary>An entry is not what was recorded: its hash, or the chain of hashes, does not fit.</summary>
    Altered,

    /// <summary>Another process has been writing for too long.</summary>
    Busy,

    /// <summary>The file cannot be opened or written.</summary>
    Unusable,

    /// <summary>A stated time lies before that of the last entry.</summary>
    OutOfOrder,

    /// <summary>There is no entry of that id.</summary>
    Unknown,

    /// <summary>There is an entry of that id that says something else.</summary>
    Conflict,

    /// <summary>Words were erased, and another process that reads them keeps them in the log beside the file.</summary>
    StillRead,
}

/// <summary>A ledger that cannot be used, with what is wrong and where.</summary>
/// <param name="number">The entry that it is about, if it is about one.</param>
public sealed class LedgerException(LedgerFault fault, string message, long? number = null, Exception? inner = null) : Exception(message, inner)
{
    public LedgerFault Fault { get; } = fault;

    public long? Number { get; } = number;
}
