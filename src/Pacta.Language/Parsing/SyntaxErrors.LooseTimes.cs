namespace Pacta.Language.Parsing;

/// <summary>Times and conditions that are good English and not the language's.</summary>
internal static partial class SyntaxErrors
{
    /// <param name="often">As written: "at least 2 inspections", "twice".</param>
    /// <param name="comparison">"at least", "at most" or "is".</param>
    public static Mistake HowOften(string often, string comparison, string number, string noun) => new(
        NoVerbCode,
        $"How often something is done is counted with 'keep number of', not said as '{often}'.",
        "count it instead",
        "'must' with a verb asks for one act. For several, keep their number within bounds over some time: 'per calendar year' (or month, week, "
        + "day), or 'in any 12 months'.",
        $"each party P must keep number of {noun} by P per calendar year {comparison} {number}");

    public static Mistake VagueTime(string word, string act) => new(
        WrongTimingCode,
        $"'{word}' is no time that can be checked.",
        "by when?",
        "Say how long it may take, counted from an event. Where the text leaves it open, write what each side takes it to mean as a reading.",
        $"{act}\n  within 24 hours after x");

    public static Mistake YearlyDay(string wrong, string day) => new(
        WrongTimingCode,
        $"A day that comes back is written 'every year by {day}'.",
        "'by' names who acts, not by when",
        $"Write 'every year by {day}' for '{wrong}'. In one year only: 'no later than' and the whole date.",
        $"each party must give calendar to each other party every year by {day}");

    public static Mistake SpelledDate(string text, string right) => new(
        DateFormCode,
        $"{text} is not written as a date is written here.",
        $"write {right}",
        "The order is the same in every country: year, month, day, in digits and with hyphens.",
        $"no later than {right}")
    {
        Written = text,
        Instead = right,
    };

    public static Mistake FromTo(string from, string to) => new(
        WrongTimingCode,
        $"A time from one date to another is written 'as from {from} until {to}'.",
        $"write 'as from {from} until {to}'",
        "Both days are included. It says how long a clause binds; something to be done once in that time has "
        + $"'no earlier than {from} no later than {to}'.",
        $"each party must not open fire as from {from} until {to}\nA must make removal of m no earlier than {from} no later than {to}");

    public static Mistake FromDate(string from) => new(
        WrongTimingCode,
        $"A beginning is written 'as from {from}'.",
        $"write 'as from {from}'",
        $"'from' alone names where somebody or something comes from. An end is written 'until' and its date.",
        $"each party must not open fire as from {from}")
    {
        Written = $"from {from}",
        Instead = $"as from {from}",
    };

    public static Mistake WithinAmount(string amount, string direction) => new(
        DurationMissingCode,
        $"An amount such as '{amount}' cannot stand behind 'within'.",
        "a number should stand here",
        $"Write 'no later than {amount} {direction}', which takes an earlier act too; where that does not count, add 'no earlier than' and the beginning.",
        direction == "before"
            ? $"A must give notification of x to each other party\n  no earlier than {amount} before x no later than x"
            : $"A must give notification of x to each other party\n  no earlier than x no later than {amount} after x");

    public static Mistake DoneInCondition(string subject, string participle, string length) => new(
        ComparisonMissingCode,
        $"That something was done is written 'there was' and its event, not 'is {participle}'.",
        "the condition ends before this",
        $"'during {length} before' counts what lies in that stretch. That it was done at least so long before is a duty of its own, which another clause "
        + "can ask for: 'unless notice is met'.",
        $"unless there was notification of {subject} by A during {length} before start of {subject}\nunless notice is met");

    /// <summary><c>there was notification of x at least 2 hours before x</c></summary>
    public static Mistake LeadTimeInCondition(string what, string length) => new(
        ComparisonMissingCode,
        $"That something was done at least {length} before is a duty of its own, and no part of a condition.",
        "the condition ends before this",
        $"'during {length} before' would ask for the opposite: that it was done in the last {length}. Write a clause that asks for it in time, and here ask whether that is met.",
        $"clause lead_time at \"3\" {{\n  when exercise x by A in zone_of_application\n  A must give {(what.StartsWith("notification", StringComparison.Ordinal) ? what : "notification of x")} no later than {length} before start of x\n}}\n"
        + "unless lead_time is met");

    public static Mistake KeepPlace(string noun, string where) => new(
        ComparisonMissingCode,
        "Where things are is said with 'have', not with 'keep'.",
        "'is' or a comparison should stand here, but the line ends",
        "'must not have' and where they must not be; 'keep' takes a condition, such as a number or a distance.",
        $"each party must not have {noun} {where}\neach party P must keep number of {noun} of P {where} at most 0");

    public static Mistake WhereInCount(string noun, string? label, string? condition, string? comparison) => new(
        ComparisonMissingCode,
        "What is counted takes no 'where'.",
        "'is' or a comparison should stand here",
        "Give what is meant a noun of its own with 'define', and count that.",
        $"define counted_{noun} {{ means {noun} {label ?? "x"} where {condition ?? "..."} }}\nkeep number of counted_{noun} of P {comparison ?? "at most 20"}");

    public static Mistake BearerWithOf(string noun, string variable, string whole) => new(
        NoModalCode,
        $"Who is bound is a noun alone: 'each {noun} {variable}', without 'of'.",
        "the noun ends before this",
        $"Say the rest in a condition on the line before: 'while {variable} is {noun} of {whole}'.",
        $"while {variable} is {noun} of {whole}\neach {noun} {variable} must not open fire");

    public static Mistake DatedMember(string member) => new(
        RestOfLineCode,
        "A member with a time stands on a line of its own.",
        $"the line of '{member}' ends before this",
        "A time holds for all members of its line. Put what follows on the next line.",
        "aland as from 2001-05-01\nborland, cedria");
}
