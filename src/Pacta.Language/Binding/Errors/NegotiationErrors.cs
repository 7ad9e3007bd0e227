using Pacta.Language.Binding.Names;
using Pacta.Language.Parsing;

namespace Pacta.Language.Binding.Errors;

/// <summary>Mistakes in negotiations: PACTA0360 to PACTA0379.</summary>
internal static class NegotiationErrors
{
    private const string Excludes = "excludes wide with days_42";
    private const string Remark = "long_notice by borland at version 1 of clause notice \"42 days is too long for us\"";
    private const string Worth = "worth of zone_width is narrow 0, middle 30, wide 60";

    public static Mistake TooFewParties(string negotiation) => new(
        "PACTA0360", $"The negotiation '{negotiation}' does not say between whom it is.", "two parties at least are needed",
        "Add 'parties' and the actors or groups.", "parties aland, borland");

    public static Mistake PartyTwice(string name) => new(
        "PACTA0361", $"'{name}' is listed twice among the parties.", "the second time", "Delete one of the two.", "parties aland, borland");

    public static Mistake NoIssue(string negotiation) => new(
        "PACTA0362", $"The negotiation '{negotiation}' has no issue.", "what is talked about?", "Add the issues, each with its options.", SyntaxErrors.IssueExample);

    public static Mistake NoOption(string issue) => new(
        "PACTA0362", $"The issue '{issue}' has no option.", "between what is chosen?", "Add the options, each on a line.", SyntaxErrors.IssueExample);

    public static Mistake UnknownIssue(string name, IReadOnlyList<string> issues, Suggestion? suggestion) => new(
        "PACTA0363", $"This negotiation has no issue called '{name}'.", "no such issue",
        suggestion is null ? issues.Count == 0 ? "Add the issue." : $"Its issues are {Wording.List(issues)}." : $"Did you mean '{suggestion}'?", suggestion?.Line ?? Worth)
    { Instead = suggestion?.Written, InsteadOf = suggestion?.Span };

    public static Mistake UnknownOption(string name, string? issue, IReadOnlyList<string> options, Suggestion? suggestion) => new(
        "PACTA0364", issue is null ? $"No issue of this negotiation has an option called '{name}'." : $"The issue '{issue}' has no option called '{name}'.", "no such option",
        suggestion is not null ? $"Did you mean '{suggestion}'?" : options.Count == 0 ? "Add the option to its issue." : $"The options are {Wording.List(options)}.",
        suggestion?.Line ?? (issue is null ? Excludes : Worth))
    { Instead = suggestion?.Written, InsteadOf = suggestion?.Span };

    public static Mistake SeveralIssues(string option, IReadOnlyList<string> issues) => new(
        "PACTA0365", $"Several issues have an option called '{option}'.", $"of {Wording.List(issues, "or")}?", "Say of which issue.", $"red line {option} of {issues[0]}");

    public static Mistake OneIssueTwice(string issue) => new(
        "PACTA0366", $"This names two options of the issue '{issue}'.", "the second one",
        "A package has one option of each issue, so two of one issue never meet. Name options of different issues, or write a line for each option.", Excludes);

    public static Mistake OneOptionOnly(bool isExclusion) => new(
        "PACTA0367", isExclusion ? "'excludes' names one option only." : "'together' names one option only.", "with what?",
        isExclusion ? "Name two options or more that cannot be had together. An option that nobody can have is left out of its issue."
            : "Name two options or more. What one option is worth by itself stands behind 'worth'.",
        isExclusion ? Excludes : "together wide with days_42 adds 10");

    public static Mistake NoParty(string name, IReadOnlyList<string> parties, Suggestion? suggestion) => new(
        "PACTA0368", $"'{name}' is no party of this negotiation.", "not among its parties",
        suggestion is null ? $"Its parties are {Wording.List(parties)}." : $"Did you mean '{suggestion}'?", suggestion?.Line ?? SyntaxErrors.InterestsExample)
    { Instead = suggestion?.Written, InsteadOf = suggestion?.Span };

    public static Mistake Twice(string what) => new(
        "PACTA0369", $"This is said twice: {what}.", "the second time", "Keep one of the two.", Worth);

    public static Mistake NoVersionNumber() => new(
        "PACTA0371", "A version is a number.", "no number of a version", "Versions are counted from 1, in the order in which they are named.", Remark);

    public static Mistake NoSuchCriticism(string name, Suggestion? suggestion) => new(
        "PACTA0372", $"No criticism is called '{name}'.", "no such criticism",
        suggestion is null ? "Name a criticism by the first word of its line." : $"Did you mean '{suggestion}'?", suggestion?.Line ?? "satisfied long_notice by borland at version 2")
    { Instead = suggestion?.Written, InsteadOf = suggestion?.Span };

    public static Mistake NotItsAuthor(string name, string author) => new(
        "PACTA0373", $"The criticism '{name}' is by {author}.", "not by whom it is",
        "Only who raised a criticism can say that it is met.", $"satisfied {name} by {author} at version 2");

    public static Mistake SatisfiedTooEarly(string name, int version) => new(
        "PACTA0374", System.FormattableString.Invariant($"The criticism '{name}' is of version {version}; only a later one can meet it."), "not later",
        "Name the version that meets it.", System.FormattableString.Invariant($"satisfied {name} by borland at version {version + 1}"));

    public static Mistake WorthMissing(string party, string issue, IReadOnlyList<string> options) => new(
        "PACTA0370", $"It is not said what {Wording.List(options)} of the issue '{issue}' {(options.Count == 1 ? "is" : "are")} worth to {party}.", "a worth is missing",
        "What is not said is unknown, and not zero. Give every option a worth; 0 is a worth too. If a party's interests are not known, leave them out altogether.", Worth);
}
