using Pacta.Model.Diagnostics;

namespace Pacta.Cli.Inputs;

/// <summary>What can be wrong with what is to be read or begun: PACTA097x.</summary>
internal static class ReadingErrors
{
    public static Diagnostic UnknownAgreement(string name, string? nearest, IEnumerable<string> known) => Error(
        "PACTA0970",
        $"No agreement is called “{name}”.",
        nearest is null ? $"An agreement is called by the name behind 'as'. There are: {string.Join(", ", known)}." : $"Did you mean “{nearest}”?",
        "pacta read grey_line.pacta --agreement grey_line");

    private static Diagnostic Error(string code, string headline, string help, string example) => new(code, Severity.Error, headline, [], help, example);
}
