using Pacta.Language.Binding.Names;
using Pacta.Language.Parsing;

namespace Pacta.Language.Binding.Errors;

/// <summary>Mistakes at the top of an agreement: PACTA0218 to PACTA0229.</summary>
internal static class HeaderErrors
{
    public static Mistake UnknownStatus(string name, Suggestion? suggestion) => new(
        "PACTA0218", $"'{name}' is not a status.", "not a status",
        suggestion is null ? "A commitment is legal, political, oral, unilateral or a proposal." : $"Did you mean '{suggestion}'?", suggestion?.Line ?? "status political")
    { Instead = suggestion?.Written, InsteadOf = suggestion?.Span };

    public static Mistake NoTimeZone(string agreement) => new(
        "PACTA0219", $"The agreement '{agreement}' does not say in which time zone its days are counted.", "UTC is taken",
        "Add the time zone by its name in the IANA database.", "time zone \"Europe/Vienna\"");

    public static Mistake NeverInForce(string agreement) => new(
        "PACTA0225", $"The agreement '{agreement}' does not say since when it is in force.", "nothing in it binds anybody",
        "Add the date. Only a proposal and an oral commitment do without.", "enters into force 2021-01-01");

    public static Mistake UnknownTimeZone(string name, Suggestion? suggestion) => new(
        "PACTA0220", $"There is no time zone called \"{name}\".", "not in the IANA database",
        suggestion is null ? "Time zones are named by continent and city." : $"Did you mean \"{suggestion}\"?", suggestion?.Line ?? "time zone \"Europe/Vienna\"")
    { Instead = suggestion?.Written, InsteadOf = suggestion?.Span };

    public static Mistake NoParties(string agreement) => new(
        "PACTA0221", $"The agreement '{agreement}' does not say who its parties are.", "who has agreed?",
        "Add 'parties' and the actors or groups.", "parties aland, borland");

    public static Mistake PartyTwice(string name) => new(
        "PACTA0222", $"'{name}' is listed twice among the parties.", "the second time", "Delete one of the two.", "parties aland, borland");

    public static Mistake HolidayIsNoDay(string text) => new(
        "PACTA0223", $"A holiday is one day, and {text} is not.", "year, month and day are needed", "Write the whole date, without a clock time.", "holidays 2021-12-25, 2022-01-01");

    public static Mistake SurvivesWhat(string name, string? meant) => new(
        "PACTA0226", $"A clause survives withdrawal or expiry, not '{name}'.", "not one of the two",
        meant is null ? "Write 'survives withdrawal' for what binds a party that has left, 'survives expiry' for what binds after the end of the agreement, 'survives' alone for both."
            : $"Write '{meant}'.",
        $"survives {meant ?? "withdrawal"} for 5 years");

    public static Mistake SurvivesTwice(string what) => new(
        "PACTA0227", $"It is said twice what happens after {what}.", "the second time",
        "Keep one of the two. 'survives' alone speaks of both withdrawal and expiry.", "survives withdrawal for 5 years\nsurvives expiry");

    public static Mistake Twice(string text) => new(
        "PACTA0224", $"The agreement says this twice: '{text}'.", "the second time", "Keep one of the two.", "status political");
}
