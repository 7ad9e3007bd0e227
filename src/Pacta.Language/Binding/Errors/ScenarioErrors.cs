using Pacta.Language.Binding.Names;
using Pacta.Language.Parsing;

namespace Pacta.Language.Binding.Errors;

/// <summary>Mistakes in scenarios: PACTA0401 to PACTA0439.</summary>
internal static class ScenarioErrors
{
    private const string ExpectExample = "expect breached prior_notification by aland to borland on 2021-09-10";

    public static Mistake NameNeeded(string text, Entity expected) => new(
        "PACTA0401", $"A fact names one particular thing, and '{text}' does not.", $"here should stand the name of {expected}",
        "Write the name alone.", "exercise north_wind by aland");

    public static Mistake DefinedFact(string noun, string? underlying) => new(
        "PACTA0402", $"'{noun}' is a noun that the agreement defines; reports speak of what it is made from.", "not a kind that can be reported",
        underlying is null ? "Report a declared kind." : $"Report {Wording.WithArticle(underlying)}, with the fields that make it one.", $"2021-09-10  {underlying ?? "exercise"} north_wind by aland");

    public static Mistake UnknownStandIn(string name, Suggestion? suggestion) => new(
        "PACTA0425", $"There is no actor called '{name}'.", "who is that?",
        suggestion is null ? "Both are actors: the invented one first, then the one whose place it takes." : $"Did you mean '{suggestion}'?",
        suggestion?.Line ?? "aland stands in for ukraine")
    { Instead = suggestion?.Written, InsteadOf = suggestion?.Span };

    public static Mistake TwoKinds(string name, string first, string now) => new(
        "PACTA0403", $"'{name}' is {Wording.WithArticle(first)} in one fact and {Wording.WithArticle(now)} in another.", $"here it is {Wording.WithArticle(now)}",
        "Facts with one name are about one thing. Take another name here.", $"{now} {name}_2");

    public static Mistake UnknownInstance(string name, Entity expected, Suggestion? suggestion) => new(
        "PACTA0404", $"No fact of this scenario introduces '{name}'.", $"here should stand the name of {expected}",
        suggestion is null ? "Add a fact that introduces it: its kind, its name, and what is known of it." : $"Did you mean '{suggestion}'?",
        suggestion?.Line ?? $"2021-09-10  {expected.Kind?.Name ?? "exercise"} {name} {(expected.Form == EntityForm.Thing ? "of" : "by")} aland")
    { Instead = suggestion?.Written, InsteadOf = suggestion?.Span };

    public static Mistake UnknownSource(string name, Suggestion? suggestion) => new(
        "PACTA0405", $"There is no source called '{name}'.", "who is that?",
        suggestion is null ? "Declare it with 'source'." : $"Did you mean '{suggestion}'?", suggestion?.Line ?? $"source {name} is media \"The Aland Courier\"")
    { Instead = suggestion?.Written, InsteadOf = suggestion?.Span };

    public static Mistake NothingToRetract(string source, string about) => new(
        "PACTA0406", $"'{source}' has reported nothing on '{about}' before, so there is nothing to take back.", "nothing to take back",
        "Only the author of a report can retract it, after reporting. Others deny.", $"reported 2021-09-10 by {source} retracted 2021-09-12 by {source}");

    public static Mistake BackwardsRange(string from, string to) => new(
        "PACTA0407", $"{to} is before {from}.", "the later moment comes second", "Turn the two round.", $"{to} .. {from}");

    public static Mistake BackwardsNumbers(string low, string high) => new(
        "PACTA0408", $"{high} is less than {low}.", "the larger number comes second", "Turn the two round.", $"{high} .. {low}");

    public static Mistake TwoUnits(string first, string second) => new(
        "PACTA0409", $"The range begins in {first} and ends in {second}.", "one unit for both", "Write both numbers in the same unit.", $"500 {second} .. 1_000 {second}");

    public static Mistake SettingTwice(string name) => new(
        "PACTA0410", $"'{name}' is set twice in one fact.", "the second time",
        "If two sources give two values, write two facts with the same name.", "2021-09-10  exercise zapad by russia with troops 12_800 reported by belarus_gs");

    public static Mistake WrongSetting(string field, string wanted, string example) => new(
        "PACTA0411", $"'{field}' needs {wanted}.", $"here should stand {wanted}", $"Write '{field}' and then {wanted}.", $"with {example}");

    public static Mistake DistanceFromWhat() => new(
        "PACTA0412", "'distance' needs a line or a place that it is measured from.", "from what?", "Add 'from' and a line.", "with distance 12 km from contact_line");

    public static Mistake BadPosition(string text) => new(
        "PACTA0413", $"'{text}' is not a position.", "latitude and longitude in degrees are needed", "Write latitude (north), a blank, longitude (east), in quotation marks.", "with position \"48.01 37.80\", accuracy 500 m");

    public static Mistake AboveWhat(string text) => new(
        "PACTA0413", $"'{text}' does not say what a height is counted from.", "'ground' or 'sea' is needed", "Write 'above ground' or 'above sea', or leave it out.", "with position \"48.01 37.80\", accuracy 500 m, height 300 m, above ground");

    public static Mistake BadArea(string text) => new(
        "PACTA0413", $"'{text}' is not an area.", "corners that enclose something are needed",
        "Write at least three corners, parted by commas, in quotation marks: longitude (east), a blank, latitude (north), as in a polygon.", "with area \"10 55, 11 55, 11 56\"");

    public static Mistake EndIsNoDate(string text) => new(
        "PACTA0414", $"'{text}' does not say when it ended.", "a date is needed", "Write a date.", "with end 2021-09-16");

    public static Mistake UnknownMatter(string matter, IReadOnlyList<string> matters) => new(
        "PACTA0415", $"The agreement leaves nothing called \"{matter}\" to judgement.", "no clause says this after 'judged'",
        matters.Count == 0 ? "No clause of this agreement has 'judged'." : $"Its clauses leave to judgement: {Wording.List(matters.Select(m => $"\"{m}\""))}.",
        $"2022-01-01  judged \"{(matters.Count == 0 ? "the security environment" : matters[0])}\" yes");

    public static Mistake JudgementToldOnce() => new(
        "PACTA0416", "A judgement is reported once.", "one 'reported by' is enough", "Write one line for each who judges, with 'yes' or 'no'.", "2022-01-01  judged \"the security environment\" no reported by aland_ministry");

    public static Mistake UnknownPerspective(string name, Suggestion? suggestion) => new(
        "PACTA0417", $"There is no perspective called '{name}'.", "not declared", suggestion is null ? "Declare it with 'perspective'." : $"Did you mean '{suggestion}'?", suggestion?.Line ?? "perspective neutral")
    { Instead = suggestion?.Written, InsteadOf = suggestion?.Span };

    public static Mistake UnknownState(string name, Suggestion? suggestion, IReadOnlyList<string> states) => new(
        "PACTA0418", $"'{name}' is not a state that a clause can be in.", "not a state",
        (suggestion is null ? "" : $"Did you mean '{suggestion}'? ") + $"The states are {Wording.List(states)}.", suggestion?.Line ?? ExpectExample)
    { Instead = suggestion?.Written, InsteadOf = suggestion?.Span };

    public static Mistake UnknownClause(string name, string agreement, Suggestion? suggestion) => new(
        "PACTA0419", $"The agreement '{agreement}' has no clause or exception called '{name}'.", "no such clause",
        suggestion is null ? "Write the word that stands after 'clause' or 'exception'." : $"Did you mean '{suggestion}'?", suggestion?.Line ?? ExpectExample)
    { Instead = suggestion?.Written, InsteadOf = suggestion?.Span };

    public static Mistake ExpectNeedsPreposition(string name) => new(
        "PACTA0420", $"'{name}' stands after the clause without a word that says who it is.", "'by', 'to' or 'of' is missing before it",
        "Write 'by' before the bearer, 'to' before the one it is owed to, 'of' before the event.", ExpectExample);

    public static Mistake ExpectPreposition(string preposition) => new(
        "PACTA0421", $"'{preposition}' means nothing in an expectation.", "only by, to, of, on and under",
        "Write 'by' the bearer, 'to' the one it is owed to, 'of' the event, 'on' the date, 'under' the reading.", ExpectExample);

    /// <param name="line">The expectation as written.</param>
    public static Mistake ExpectWhen(string line) => new(
        "PACTA0422", "An expectation says on which date it must hold.", "on which date?", "Add 'on' and a date: the state of a clause changes with time.", $"{line} on 2021-09-10");

    public static Mistake UnknownReason(string name, Suggestion? suggestion) => new(
        "PACTA0423", $"'{name}' after 'because' is not declared.", "not a clause, an exception, a noun, a table or a source",
        suggestion is null ? "Name something that the explanation must mention." : $"Did you mean '{suggestion}'?", suggestion?.Line ?? $"{ExpectExample} because notifiable_exercise")
    { Instead = suggestion?.Written, InsteadOf = suggestion?.Span };
}

/// <summary>Mistakes about sources, standards and perspectives: PACTA0440 to PACTA0449.</summary>
internal static class EvidenceErrors
{
    public static Mistake UnknownSourceKind(string name, Suggestion? suggestion) => new(
        "PACTA0440", $"'{name}' is not a kind of source.", "not a kind of source", suggestion is null ? "A source is a party, a monitor, a sensor, media or an ngo." : $"Did you mean '{suggestion}'?", suggestion?.Line ?? "source smm is monitor \"Special Monitoring Mission\"")
    { Instead = suggestion?.Written, InsteadOf = suggestion?.Span };

    public static Mistake BadOrigins(string text) => new(
        "PACTA0441", $"A standard needs a whole number of origins, at least one, and {text} is none.", "how many origins?", "Write a whole number.", "needs 2 origins");

    public static Mistake BadReliability(string text) => new(
        "PACTA0442", $"'{text}' is not a grade of reliability.", "a letter from a to e", "Sources are graded from a (reliable) to e (unreliable); f means that nobody can judge.", "reliability c or better");

    public static Mistake BadCredibility(string text) => new(
        "PACTA0443", $"'{text}' is not a grade of credibility.", "a number from 1 to 5", "Information is graded from 1 (confirmed) to 5 (improbable); 6 means that nobody can judge.", "credibility 3 or better");

    public static Mistake UnknownStandard(string name, Suggestion? suggestion) => new(
        "PACTA0444", $"There is no standard called '{name}'.", "not declared", suggestion is null ? "Declare it with 'standard'." : $"Did you mean '{suggestion}'?", suggestion?.Line ?? "standard two_origins")
    { Instead = suggestion?.Written, InsteadOf = suggestion?.Span };
}
