using System.Buffers;
using Pacta.Checking.Live;
using Pacta.Model.Diagnostics;

namespace Pacta.Cli.Inputs;

/// <summary>What can be wrong with a state that is taken up: PACTA0935 to 0938.</summary>
internal static class StateErrors
{
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    private const string Right = "pacta check grey_line.pacta --resume grey_line.state --reports more.jsonl";

    public static Diagnostic HeldByAnother(string path) => Error(
        "PACTA0939", $"Another run of Pacta writes the state “{path}”.", "Wait until it has ended, or name another file: of two that write the same, one would lose what it has read.");

    public static Diagnostic Of(string path, StateException e) => e.Fault switch
    {
        StateFault.NotAState => Error("PACTA0935", $"“{path}” is no state.", "Name a file that pacta check --save-state has written."),
        StateFault.OtherVersion => Error(
            "PACTA0936", $"The state “{path}” was written by Pacta {e.Message}.", "Only the version that wrote a state goes on from it. Check the reports again from the beginning, and write a new one."),
        StateFault.OtherMatter => Error(
            "PACTA0937", $"The state “{path}” was written of other files or with other options: {WithShortHashes(e.Message)}.", "Name the same agreements and options as then, or check the reports again from the beginning."),
        _ => Error("PACTA0938", $"The state “{path}” is damaged: bytes of it are missing or are not what was written.", "Take a copy, or check the reports again from the beginning. Nothing was read of it."),
    };

    public static Diagnostic Unreadable(string path, Exception e) =>
        Directory.Exists(path) ? CommandErrors.Directory(path, ".state")
        : e is FileNotFoundException or DirectoryNotFoundException ? CommandErrors.NoSuchFile(path, InputFile.NearestFile(path))
        : CommandErrors.Unreadable(path, InputFile.Why(e));

    /// <summary>Of a hash, as much as tells it from another.</summary>
    private static string WithShortHashes(string words) => string.Join(' ', words.Split(' ').Select(w => w.Length >= 64 && w.AsSpan(0, 64).IndexOfAnyExcept(Hexadecimal) < 0 ? w[..12] + w[64..] : w));

    private static Diagnostic Error(string code, string headline, string help) => new(code, Severity.Error, headline, [], help, Right);
}
