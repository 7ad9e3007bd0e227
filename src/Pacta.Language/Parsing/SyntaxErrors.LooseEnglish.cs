using System.Globalization;

namespace Pacta.Language.Parsing;

/// <summary>Words that are good English and not the language's.</summary>
internal static partial class SyntaxErrors
{
    public static Mistake LooseTimeBefore(string length) => new(
        WrongTimingCode,
        $"A time that lies before an event is written 'no later than {length} before'.",
        "a time does not begin like this",
        $"Behind the act comes its time: 'no later than {length} before' and the event it is counted from. An act still earlier is in time.",
        $"A must give notification of x to each other party\n  no later than {length} before start of x");

    public static Mistake LooseTimeAfter(string length, bool isAtLeast) => new(
        WrongTimingCode,
        isAtLeast ? $"A time before which an act does not count is written 'no earlier than {length} after'." : $"A deadline after an event is written 'within {length} after'.",
        "a time does not begin like this",
        $"Behind the act comes its time: 'within {length} after' for a deadline, 'no earlier than {length} after' for a beginning, then the event it is counted from.",
        isAtLeast ? $"A must make removal of m\n  no earlier than {length} after x no later than 2021-12-31" : $"B must give reply to r within {length} after r");

    public static Mistake BeforeOrAfter(string word) => new(
        WrongTimingCode,
        $"'{word}' behind a length of time does not say whether it is counted before or after.",
        "before or after?",
        "Write 'after' for what follows the event, 'before' for what leads up to it. What may lie on both sides has two bounds: "
        + "'no earlier than 5 days before x no later than 5 days after x'.",
        "B must give reply to r within 5 days after r");

    public static Mistake WrongDirection(string wrong, string right) => new(
        WrongTimingCode,
        $"Write '{right}' instead of '{wrong}'.",
        $"write '{right}' here",
        "Behind a length of time stands 'before' or 'after', then the event or the date it is counted from.",
        right == "before" ? SentenceExample : "B must give reply to r within 5 days after r")
    {
        Written = wrong,
        Instead = right,
    };

    public static Mistake NumberInWords(string word, int digits, string unit) => new(
        DurationMissingCode,
        FormattableString.Invariant($"Numbers are written in digits: {digits} instead of '{word}'."),
        FormattableString.Invariant($"write {digits}"),
        "Write a number and hours, days, working days, months or years.",
        FormattableString.Invariant($"within {digits} {unit} after r"))
    {
        Written = word,
        Instead = digits.ToString(CultureInfo.InvariantCulture),
    };

    public static Mistake LoosePeriod(string wrong, string right) => new(
        WrongTimingCode,
        $"Write '{right}' instead of '{wrong}'.",
        $"write '{right}', behind the act",
        "What comes back is written 'every year', 'every month' or 'every 6 months', behind the act. With the last day for it: 'every year by 15 november'.",
        $"each party must give calendar to each other party {right}{(right == "every year" ? " by 15 november" : string.Empty)}")
    {
        Written = wrong,
        Instead = right,
    };

    public static Mistake ListOfBearers(string joint, string names) => new(
        EachCode,
        $"Who is bound is listed with commas, not with '{joint}'.",
        "write a comma here",
        joint == "or"
            ? $"'{names}' binds each of them, '{names} together' all of them as one. That one or the other shall do it binds nobody: say who."
            : $"'{names}' binds each of them for itself, '{names} together' all of them as one. Every party for itself is 'each party'.",
        $"{names} must not open fire in certain_areas\n{names} together must hold meeting within 48 hours after x");

    public static Mistake EachOf() => new(
        EachCode,
        "'each' stands before a noun; names that are listed are bound each for itself without it.",
        "leave out 'each of'",
        "Write the names with commas, or 'each' and the noun of a group.",
        "aland, borland must not open fire in certain_areas\neach party must not open fire in certain_areas");

    public static Mistake EachOfThe(string words) => new(
        EachCode,
        "Write 'each party' instead of 'each of the parties'.",
        "write 'party' here",
        "'each' stands before a noun; names that are listed are bound each for itself without it.",
        "each party must not open fire in certain_areas")
    {
        Written = words,
        Instead = "party",
    };

    /// <summary><c>warships of aland must not</c></summary>
    public static Mistake BearerIsOwner(string things, string owner) => new(
        NoModalCode,
        $"Who is bound is a party, not '{things} of {owner}'.",
        "the noun ends before this",
        "Begin with the party whose things or people they are; the act says what it must or must not do or have.",
        $"{owner} must not have {things} in certain_areas\neach party P must not have {things} in certain_areas");

    /// <summary><c>heavy weapons must</c></summary>
    public static Mistake TwoWordsForBearer(string first, string second) => new(
        NoModalCode,
        $"'{first} {second}' is not who is bound: two words stand before 'must'.",
        "a party has one name here",
        "Begin with the party that must do it: a name, a letter, or 'each' and a noun. A noun of two words is written with an underscore.",
        SentenceExample);

    public static Mistake NumberOfParagraph(string number, string sentence) => new(
        NoSubjectCode,
        $"The number of a paragraph stands at the head of its clause, not before the sentence: {number}.",
        "a party should stand here, and this is a number",
        "Each paragraph is a clause of its own; 'at' and the number in quotation marks say which.",
        $"clause calendar at \"1{number}\" {{\n  {(sentence.Length > 0 ? sentence : SentenceExample)}\n}}");

    public static Mistake NobodyMay(string wrong, string noun) => new(
        WrongModalCode,
        $"Write 'each {noun} must not' instead of '{wrong}'.",
        $"write 'each {noun} must not'",
        "A prohibition says who is bound by it: 'each party must not' and the act. Of things that nobody may have: 'each party must not have' and the things.",
        "each party must not open fire in certain_areas\neach party must not have submarines in inner_bay");

    public static Mistake ConditionMissing(string? before, string found) => new(
        ComparisonMissingCode,
        $"A condition is missing {After(before)}.",
        $"a condition should stand here, but {found}",
        "Write what must hold, on the same line or on the next one, or leave this word out.",
        "unless x is alert");
}
