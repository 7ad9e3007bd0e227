using System.Globalization;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;

namespace Pacta.Cli.Inputs;

/// <summary>What can be wrong with negotiations that a command is to look at: PACTA0940 to PACTA0949.</summary>
internal static class NegotiationInputErrors
{
    public static Diagnostic NoNegotiation() => Error(
        "PACTA0940", "The files hold no negotiation.", "A negotiation names its parties, its issues with their options, and each party's interests.",
        "negotiation \"Talks on the bay\" as bay_talks {\n  parties aland, borland\n  ...\n}");

    public static Diagnostic SeveralNegotiations(IReadOnlyList<string> names) => Error(
        "PACTA0940", string.Create(CultureInfo.InvariantCulture, $"The files hold {names.Count} negotiations: {string.Join(", ", names)}."), "Say which one.", $"--negotiation {names[0]}");

    public static Diagnostic NoSuchNegotiation(string name, string? nearest, IReadOnlyList<string> names) => Error(
        "PACTA0940", $"There is no negotiation “{name}”.", nearest is null ? $"There {(names.Count == 1 ? "is" : "are")}: {string.Join(", ", names)}." : $"Did you mean {nearest}?",
        $"--negotiation {nearest ?? names[0]}");

    public static Diagnostic NoSuchParty(string name, IReadOnlyList<string> parties) => Error(
        "PACTA0941", $"“{name}” is no party of this negotiation.",
        DidYouMean.Nearest(name, parties) is { } nearest ? $"Did you mean {nearest}?" : $"Its parties are {string.Join(", ", parties)}.", $"--without {parties[^1]}");

    public static Diagnostic InterestsMissing(IReadOnlyList<string> parties) => Error(
        "PACTA0942", $"The interests of {string.Join(", ", parties)} are not declared.",
        "What is not known is not taken for zero. Declare the interests, or leave the party out by name; the output then says so.",
        string.Join(' ', parties.Select(p => $"--without {p}")));

    public static Diagnostic NobodyLeft() => Error(
        "PACTA0943", "Every party is left out.", "Leave out the parties only whose interests are not known.", "--without cedria");

    public static Diagnostic TooManyDigits(string negotiation) => Error(
        "PACTA0944", $"The worths of the negotiation “{negotiation}” have too many digits to be added exactly.",
        "Counted in the smallest decimal that any of them has, the sum of a party's worths must stay below 100,000,000,000,000,000. Use fewer decimals, or smaller numbers: only the ratios of a party's worths to each other matter.",
        "worth of zone_width is narrow 0, middle 30.25, wide 60");

    private static Diagnostic Error(string code, string headline, string help, string? example) => new(code, Severity.Error, headline, [], help, example);
}
