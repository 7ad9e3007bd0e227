using Pacta.Language.Binding.Names;
using Pacta.Language.Parsing;
using Pacta.Model.Negotiations;

namespace Pacta.Language.Binding.Errors;

/// <summary>Mistakes in disputes: PACTA0380 to PACTA0399.</summary>
internal static class DisputeErrors
{
    private const string StateExample = "state waiting \"nothing moves\" is delay, insist";

    public static Mistake TooFewParties(string dispute) => new(
        "PACTA0380", $"The dispute '{dispute}' has fewer than two parties.", "who is in dispute with whom?",
        "Add the parties, each with its options.", SyntaxErrors.DisputePartyExample);

    public static Mistake NoOption(string dispute) => new(
        "PACTA0380", $"In the dispute '{dispute}' nobody has an option.", "what can anybody do?", "Add to each party what it can do.", SyntaxErrors.DisputePartyExample);

    public static Mistake TooManyOptions(string dispute, int count) => new(
        "PACTA0381", $"The dispute '{dispute}' has {count} options, and {Dispute.MostOptions} is the most.", "too many combinations",
        "Leave out options that change nothing, or part the dispute in two.", SyntaxErrors.DisputePartyExample);

    public static Mistake Twice(string what, string name) => new(
        "PACTA0382", $"There are two {what} called '{name}'.", "the second one", "Give one of them another name, or delete one.", StateExample);

    public static Mistake PreferencesTwice(string party) => new(
        "PACTA0382", $"The preferences of '{party}' stand here twice.", "the second time", "Put all that is known of them into one block.", SyntaxErrors.OrderExample);

    public static Mistake UnknownOption(string name, string? party, IReadOnlyList<string> options, Suggestion? suggestion) => new(
        "PACTA0383", party is null ? $"No party of this dispute has an option called '{name}'." : $"'{party}' has no option called '{name}'.", "no such option",
        suggestion is not null ? $"Did you mean '{suggestion}'?" : $"The options are {Wording.List(options)}.", suggestion?.Line ?? "impossible delay and accept")
    { Instead = suggestion?.Written, InsteadOf = suggestion?.Span };

    public static Mistake SeveralOptions(string name, IReadOnlyList<string> parties) => new(
        "PACTA0384", $"Several parties have an option called '{name}'.", $"of {Wording.List(parties, "or")}?", "Say whose.", $"not {name} of {parties[0]}");

    public static Mistake UnknownParty(string name, IReadOnlyList<string> parties, Suggestion? suggestion) => new(
        "PACTA0385", $"'{name}' is no party of this dispute.", "not among its parties",
        suggestion is null ? $"Its parties are {Wording.List(parties)}." : $"Did you mean '{suggestion}'?", suggestion?.Line ?? SyntaxErrors.OrderExample)
    { Instead = suggestion?.Written, InsteadOf = suggestion?.Span };

    public static Mistake UnknownState(string name, IReadOnlyList<string> states, Suggestion? suggestion) => new(
        "PACTA0386", $"This dispute has no state called '{name}'.", "no such state",
        suggestion is not null ? $"Did you mean '{suggestion}'?"
            : states.Count == 0 ? "Give the state a name on a line of its own, with the options that are taken in it." : $"The named states are {Wording.List(states)}.",
        suggestion?.Line ?? StateExample)
    { Instead = suggestion?.Written, InsteadOf = suggestion?.Span };

    public static Mistake ImpossibleState(string name, string because) => new(
        "PACTA0387", $"The state '{name}' cannot come about: '{because}' is impossible.", "not possible",
        "Name the options that are taken in it and no others, or mend the line with 'impossible'.", StateExample);

    public static Mistake SameState(string name, string first) => new(
        "PACTA0388", $"'{name}' and '{first}' are the same state.", "already named",
        "The same options are taken in both, or a line with 'merge' makes them one. Keep one of the two names.", StateExample);

    public static Mistake RankedTwice(string name) => new(
        "PACTA0389", $"'{name}' stands twice in this ranking.", "the second time", "Keep one of the two.", SyntaxErrors.RankingExample);

    public static Mistake AfterRest() => new(
        "PACTA0390", "'all else equal' stands before other lines.", "something follows",
        "It speaks of all that the other lines do not tell apart, so it stands last.", SyntaxErrors.OrderExample);

    public static Mistake TooManyStatements(int count) => new(
        "PACTA0391", $"These preferences have {count} statements, and {OrderedPreference.MostStatements} is the most.", "too many",
        "Keep the most important ones.", SyntaxErrors.OrderExample);

    public static Mistake Empty(string party) => new(
        "PACTA0392", $"The preferences of '{party}' say nothing.", "nothing between the braces",
        "Add statements or states, the most important first. If nothing is known, leave the preferences out altogether.", SyntaxErrors.OrderExample);
}
