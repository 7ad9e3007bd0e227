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
            LedgerFault.StillRead => ("PACTA0924", "End what reads the store, and run pacta erase once more."),
            LedgerFault.Conflict => ("PACTA0927", "Nothing was recorded. Give the record an id of its own; if it corrects the other, let it say so with \"supersedes\". --keep-going leaves it out."),
            _ => ("PACTA0904", "Check who may read and write the file and its folder, and whether there is room."),
        };
        return Error(code, $"The store “{path}” cannot be used: {e.Message}.", help);
    }

    public static Diagnostic ChainMissing(string chain, IEnumerable<string> paths) => Error(
        "PACTA0928", $"The chain {chain} is not in the store “{string.Join("”, “", paths)}”.",
        "When it was noted, the store ended with it; entries that were there then are gone, or were replaced. Compare with a copy from then.",
        "pacta check grey_line.pacta --store copy_of_yesterday.db --expect-chain 5f3c...");

    public static Diagnostic ToldDiffers(string id) => Error(
        "PACTA0929", $"Of finding {id} something else was told than is found today of the same records, and nothing explains it.",
        "The agreement, the records and the version of Pacta are the same: please report it, with the agreement and the store if they may be shown.");

    private static Diagnostic Error(string code, string headline, string help, string? example = null) => new(code, Severity.Error, headline, [], help, example);
}
