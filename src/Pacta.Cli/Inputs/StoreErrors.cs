using Pacta.Ledger;
using Pacta.Model.Diagnostics;

namespace Pacta.Cli.Inputs;

/// <summary>What can be wrong with a store of reports: PACTA092x.</summary>
internal static class StoreErrors
{
    public static Diagnostic None(string path) => Error(
        "PACTA0902", $"There is no store “{path}”.", "Check the name and the folder; pacta record makes one.", "pacta record reports.db --reports reports.jsonl");

    public static Diagnostic Of(string path, LedgerException e)
    {
        var (code, help) = e.Fault switch
        {
            LedgerFault.NotALedger => ("PACTA0920", "Name a file that pacta record has made. Report lines go behind --reports."),
            LedgerFault.TooNew => ("PACTA0921", "Use the version of Pacta that wrote it, or a later one."),
            LedgerFault.Damaged => ("PACTA0922", "Nothing was read. Take a copy from before; what was sent to the store since can be recorded again: copies count once."),
            LedgerFault.Altered => ("PACTA0923", "Somebody changed the file by another way than Pacta. Nothing was read. Compare with a copy, or with a chain that was noted earlier."),
            LedgerFault.Busy => ("PACTA0924", "Try again when the other process is done."),
            LedgerFault.OutOfOrder => ("PACTA0925", "With --as-stated, records go in by their own time, the earliest first; record what comes later without it."),
            LedgerFault.Unknown => ("PACTA0926", "Check the id: it is the \"id\" of the record."),
            LedgerFault.Conflict => ("PACTA0927", "Nothing was recorded. Give the record an id of its own; if it corrects the other, let it say so with \"supersedes\". --keep-going leaves it out."),
            _ => ("PACTA0904", "Check who may read and write the file and its folder, and whether there is room."),
        };
        return Error(code, $"The store “{path}” cannot be used: {e.Message}.", help);
    }

    private static Diagnostic Error(string code, string headline, string help, string? example = null) => new(code, Severity.Error, headline, [], help, example);
}
