using System.Globalization;
using Pacta.Model.Diagnostics;
using Pacta.Model.Negotiations;
using Pacta.Model.Reports;
using Pacta.Negotiation.Stability;

namespace Pacta.Cli.Inputs;

/// <summary>What can be wrong with a question about a dispute: PACTA0950 to PACTA0954.</summary>
internal static class DisputeCommandErrors
{
    private const string Command = "pacta stability lakeside.pacta --dispute lakeside --outcome 5";

    public static Diagnostic NoDispute() => Error(
        "PACTA0950", "The files hold no dispute.", "A dispute says who can do what, and what each would rather see.",
        "dispute \"Ground water of Lakeside\" as lakeside {\n  party ministry { option modify }\n  party company { option accept }\n}");

    public static Diagnostic UnknownDispute(string name, IEnumerable<string> known) => Error(
        "PACTA0951", $"No dispute is called “{name}”.",
        DidYouMean.Nearest(name, known) is { } nearest ? $"Did you mean “{nearest}”?" : $"There are: {string.Join(", ", known)}.", Command);

    public static Diagnostic SeveralDisputes(IEnumerable<string> known) => Error(
        "PACTA0952", "The files hold several disputes.", $"Say which: {string.Join(", ", known)}.", Command);

    public static Diagnostic NoState(Dispute dispute) => Error(
        "PACTA0953", $"Every state of the dispute “{dispute.Name}” is impossible.", "Mend the lines with 'impossible': together they leave nothing that can be.", "impossible delay and accept");

    public static Diagnostic TooManyStates(Dispute dispute, int states) => Error(
        "PACTA0953",
        string.Create(CultureInfo.InvariantCulture, $"The dispute “{dispute.Name}” has {states:#,0} states, and {GraphModel.MostStates:#,0} is the most."),
        "Say what is impossible, merge states that make no difference, or leave options out.", "impossible delay and accept\nmerge abandon");

    public static Diagnostic UnknownState(string name, string? nearest, int states) => Error(
        "PACTA0954", $"There is no state “{name}”.",
        nearest is null ? $"States have the numbers 1 to {states.ToString(CultureInfo.InvariantCulture)}, and the names that lines with 'state' give them." : $"Did you mean “{nearest}”?", Command);

    private static Diagnostic Error(string code, string headline, string help, string example) => new(code, Severity.Error, headline, [], help, example);
}
