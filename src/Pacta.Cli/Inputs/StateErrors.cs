using Pacta.Checking.Live;
using Pacta.Model.Diagnostics;

namespace Pacta.Cli.Inputs;

/// <summary>What can be wrong with a state that is taken up: PACTA0935 to 0938.</summary>
internal static class StateErrors
{
    private const string Right = "pacta check grey_line.pacta --resume grey_line.state --reports more.jsonl";

    public static Diagnostic Of(string path, StateException e) => e.Fault switch
    {
        StateFault.NotAState => Error("PACTA0935", $"“{path}” is no state.", "Name a file that pacta check --save-state has written."),
        StateFault.OtherVersion => Error(
            "PACTA0936", $"The state “{path}” was written by Pacta {e.Message}.", "Only the version that wrote a state goes on from it. Check the reports again from the beginning, and write a new one."),
        StateFault.OtherMatter => Error(
            "PACTA0937", $"The state “{path}” was written of other files or with other options: {e.Message}.", "Name the same agreements and options as then, or check the reports again from the beginning."),
        _ => Error("PACTA0938", $"The state “{path}” is damaged: bytes of it are missing or are not what was written.", "Take a copy, or check the reports again from the beginning. Nothing was read of it."),
    };

    public static Diagnostic Unreadable(string path, Exception e) =>
        e is FileNotFoundException or DirectoryNotFoundException ? CommandErrors.NoSuchFile(path, null) : CommandErrors.Unreadable(path, e is UnauthorizedAccessException ? "it is not allowed." : e.Message);

    private static Diagnostic Error(string code, string headline, string help) => new(code, Severity.Error, headline, [], help, Right);
}
