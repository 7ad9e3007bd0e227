namespace Pacta.Language.Parsing;

/// <summary>Points and lengths of time in the words of treaties.</summary>
internal static partial class SyntaxErrors
{
    public static Mistake NamedTime(string wrong, string right) => new(
        WrongTimingCode,
        $"Write '{right}' instead of '{wrong}'.",
        $"write '{right}' here",
        "These two times are single words: 'entry_into_force' and 'signature'. Their dates stand in the head of the agreement, behind 'enters into force' and 'signed'.",
        $"no later than {right}\nwithin 30 days after {right}")
    {
        Written = wrong,
        Instead = right,
    };

    /// <summary>A quarter or a year, where a date should stand.</summary>
    public static Mistake PeriodAsDates(string text, string first, string last) => new(
        DateFormCode,
        $"'{text}' is a stretch of time, and is written with its first or its last day.",
        $"from {first} to {last}",
        "A deadline is its last day, a beginning its first. What holds throughout has 'as from' and 'until'.",
        $"no later than {last}\nas from {first} until {last}");

    public static Mistake ClockBehindDate(string text, string right) => new(
        ClockCode,
        $"The clock time stands behind its date: {right}.",
        $"write {right}",
        "Date first, then hour and minute, in the agreement's time zone.",
        $"no later than {right}")
    {
        Written = text,
        Instead = right,
    };

    public static Mistake ClockInWords(string text, string right, string date) => new(
        ClockCode,
        $"Behind the date stands the clock time alone: {date} {right}.",
        $"write {right}",
        "Hour and minute, two digits each, in the agreement's time zone.",
        $"no later than {date} {right}")
    {
        Written = text,
        Instead = right,
    };

    public static Mistake Midnight(string date) => new(
        ClockCode,
        $"Midnight of {date} may be its beginning or its end.",
        "which midnight?",
        "The beginning of a day is 00:00 of it, its end 00:00 of the next day. A day as a deadline includes all of it: no clock time is needed.",
        $"no later than {date} 00:00\nno later than {date}");

    public static Mistake StartOf(string text, string right) => new(
        WrongTimingCode,
        $"Write '{right}' instead of '{text}'.",
        $"write '{right}'",
        "When an event begins is 'start of' and its letter, when it is over 'end of'.",
        $"no later than 42 days before {right}")
    {
        Instead = right,
    };

    public static Mistake NeedlessWords(string text, string sentence) => new(
        AfterSentenceCode,
        $"Leave out '{text}'.",
        "the sentence ends before this",
        "'number of' counts all of them together.",
        sentence)
    {
        Written = text,
        Instead = string.Empty,
    };

    public static Mistake InForInside(string word, string example) => new(
        WrongTimingCode,
        $"Write 'in' instead of '{word}'.",
        "write 'in' here",
        "A place follows 'in' or 'outside'; 'within' begins a time, and a distance is 'at least 15 km away from'.",
        example)
    {
        Written = word,
        Instead = "in",
    };

    public static Mistake WithinDistance(string text, string example) => new(
        WrongTimingCode,
        $"'within {text}' begins a time, and this is a distance.",
        "not a length of time",
        "Make a zone of the band, and say what must not be in it; or keep each thing so far away.",
        example);

    public static Mistake HowItIsDone(string text, string example) => new(
        AfterSentenceCode,
        $"How something is done is not said in a sentence: '{text}'.",
        "not a place",
        "Leave it out; or give the event a field where it is declared, 'with written truth', and ask for it: 'notification n of x to each other party where n is written'.",
        example);

    public static Mistake ClockAlone(string text, string clock) => new(
        ClockCode,
        $"'{text}' does not say of which day.",
        "a clock time follows a date",
        $"Write the date before it: 2021-02-01 {clock}. An hour of every day cannot be said; what is counted from an event can be counted in hours.",
        $"no later than 2021-02-01 {clock}");

    public static Mistake LengthInWords(string text, string right) => new(
        DurationMissingCode,
        $"Write '{right}' instead of '{text}'.",
        $"write {right}",
        "A length of time is a number in digits and seconds, minutes, hours, days, working days, weeks, months or years.",
        $"within {right} after r")
    {
        Written = text,
        Instead = right,
    };

    public static Mistake UnitOfTimeInWords(string text, string right, string number) => new(
        DurationMissingCode,
        $"Write '{right}' instead of '{text}'.",
        $"write '{right}' here",
        right == "working days"
            ? "'working days' are Monday to Friday without the 'holidays' of the head. 'days' are all days of the calendar."
            : text.StartsWith("fortnight", StringComparison.Ordinal) ? "A fortnight is two weeks. Units of time are seconds, minutes, hours, days, working days, weeks, months and years."
            : right == "days" ? "Days are counted by the calendar: the day of the event is day 0. Where the text asks for clear days in between, add the one that is meant."
            : "Units of time are written in full: seconds, minutes, hours, days, working days, weeks, months and years.",
        $"within {number} {right} after r")
    {
        Written = text,
        Instead = right,
    };

    public static Mistake HowLong(string text, string act, string length, string anchor) => new(
        WrongTimingCode,
        $"How long something holds is written with 'until', not as '{text}'.",
        $"write 'until {length} after' and from when it counts",
        "'as from' says from when it holds, else it holds from the entry into force; 'until' says to when, counted from a date or an event.",
        $"{act}\n  until {length} after {anchor}");

    public static Mistake Deadline(string text, string example) => new(
        WrongTimingCode,
        $"Write 'no later than' instead of '{text}'.",
        "write 'no later than' here",
        "A deadline has one form: 'no later than' and a time. The act is in time at its last moment.",
        example)
    {
        Written = text,
        Instead = "no later than",
    };

    public static Mistake EndOfTime(string text, string example) => new(
        WrongTimingCode,
        $"Write 'until' instead of '{text}'.",
        "write 'until' here",
        "'until' and a date include that day.",
        example)
    {
        Written = text,
        Instead = "until",
    };

    public static Mistake UponEvent(string text, string act, string rest) => new(
        WrongTimingCode,
        $"'{text}' does not say by when.",
        "no time that can be checked",
        "Say how long it may take: 'within 24 hours after' and the event, by the letter that stands for it.",
        $"{act}\n  within 24 hours after {(rest.Length is > 0 and < 3 ? rest : "r")}");

    public static Mistake HoursOfTheDay() => new(
        WrongTimingCode,
        "Certain hours of every day cannot be said.",
        "a time does not begin like this",
        "Whether something happened in those hours can be a field of the event that reports give, or a matter that somebody judges.",
        "event hold exercise by actor in place with at_night truth\neach party must not hold exercise x where x is at_night");

    public static Mistake WindowBehindFigure(string text, string example) => new(
        WrongTimingCode,
        $"Over which time is counted stands behind what is counted: '{text}' comes before the comparison.",
        "too late in the sentence",
        "First what is counted, then over which time, then the comparison and the figure.",
        example);

    public static Mistake WindowOfTime(string text, string right) => new(
        WrongTimingCode,
        $"Write '{right}' instead of '{text}'.",
        $"write '{right}' here",
        "Events are counted 'per calendar year' (or month, week, day), or 'in any 12 months', which slides.",
        $"keep number of exercises by P {right} at most 3")
    {
        Written = text,
        Instead = right,
    };

    public static Mistake InLength(string text, string length, string act) => new(
        WrongTimingCode,
        $"A deadline is written 'within {length} after' and an event, not '{text}'.",
        $"write 'within {length}' here",
        "'in' names a place. 'within' and a length count from what sets the duty off; behind 'after' may stand another event.",
        $"{act} within {length} after r");

    /// <param name="example">The line as it would be right.</param>
    public static Mistake OnDate(string date, string example) => new(
        WrongTimingCode,
        "That something is done on a certain day is said by two bounds.",
        "'on' names a place here, not a time",
        "'no later than' alone is enough where an earlier act will do.",
        example)
    {
        Written = $"on {date}",
        Instead = $"no earlier than {date} no later than {date}",
    };

    public static Mistake AsOf(string example) => new(
        WrongTimingCode,
        "Write 'as from' instead of 'as of'.",
        "write 'from' here",
        "A beginning is 'as from' and a time; the day is included.",
        example)
    {
        Written = "of",
        Instead = "from",
    };

    public static Mistake EveryOther(string text, string right) => new(
        WrongTimingCode,
        $"Write 'every {right}' instead of 'every {text}'.",
        $"write '{right}' here",
        "A period is a number in digits and days, weeks, months or years. It counts from 'as from', else from the entry into force.",
        $"each party must give calendar to each other party every {right}")
    {
        Written = text,
        Instead = right,
    };

    public static Mistake DayOfMonth(string day) => new(
        WrongTimingCode,
        "Only 'every year' has a day.",
        "a month should stand here",
        $"What is due by a day of each month repeats 'every month' and begins with 'as from' on the day after: each period then ends with day {day}. "
        + "That day has to lie after the entry into force, or the first period is cut short.",
        "each party must give calendar to each other party every month as from 2021-01-16");
}
