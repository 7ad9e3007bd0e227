namespace Pacta.Language.Parsing;

/// <summary>Sentences, times, conditions and terms.</summary>
internal static partial class SyntaxErrors
{
    private const string SentenceExample = "A must give notification of x to each other party\n  no later than 42 days before start of x";

    public static Mistake NoSubject(string found) => new(
        NoSubjectCode,
        "A line in a clause is a sentence, and a sentence begins with who is bound.",
        $"a party should stand here, but {found}",
        "Begin with a party, a variable for one, or 'each party'. Other lines of a clause begin with text, note, unverified, status, when, "
        + "while or reading.",
        SentenceExample);

    public static Mistake NoModal(string before, string found) => new(
        NoModalCode,
        $"The sentence does not say 'must', 'must not', 'may' or 'has power to' after '{before}'.",
        $"one of these should stand here, but {found}",
        "Say first who is bound, then one of these four, then what is to be done or kept.",
        SentenceExample);

    public static Mistake NoVerb(string before, string found) => new(
        NoVerbCode,
        $"What is to be done is missing after '{before}'.",
        $"a verb should stand here, but {found}",
        "Name what is done by the verb of an event, such as 'give notification'; a limit by 'keep'; a thing not to be had by 'have'.",
        "A must give notification of x to each other party within 5 working days after x");

    /// <param name="example">The sentence with a verb before the noun; null where that is not known.</param>
    public static Mistake VerbWithoutNoun(string verb, string found, string? example) => new(
        NoVerbCode,
        $"'{verb}' needs a verb before it or a noun after it.",
        $"a noun should stand here, but {found}",
        "An act is the verb and the noun of an event, as the vocabulary declares them: event give notification, event start withdrawal.",
        example ?? "each party must start withdrawal no later than day 2 after entry_into_force");

    public static Mistake SecondSentence() => new(
        SecondSentenceCode,
        "There is a second sentence.",
        "this begins a second sentence",
        "A clause or an exception says one thing. Write a second clause, put rival readings into 'reading', or put what follows from a "
        + "breach behind 'otherwise'.",
        "B must give reply to r within 48 hours after r\notherwise A has power to send meeting_request to B");

    public static Mistake AfterSentence(string before, string found) => new(
        AfterSentenceCode,
        $"The sentence cannot go on like this after '{before}'.",
        $"a time, 'unless' or 'otherwise' could stand here, but {found}",
        "After the act comes its time: 'no later than', 'no earlier than', 'within', 'every', 'as from', 'until' or 'effective'; then "
        + "'unless'; then 'otherwise'.",
        SentenceExample);

    public static Mistake NotLaterThan(string word) => new(
        WrongTimingCode,
        $"Write 'no {word} than' instead of 'not {word} than'.",
        $"write 'no {word} than'",
        "A deadline has one form: 'no later than'. The act itself is due on time if it is done at the last moment.",
        SentenceExample)
    {
        Written = $"not {word}",
        Instead = $"no {word}",
    };

    /// <param name="example">The sentence as it would be right; null where that is not known.</param>
    public static Mistake BareBeforeOrAfter(string word, string? example) => new(
        WrongTimingCode,
        $"'{word}' alone does not say by when.",
        "a deadline does not begin like this",
        word == "before"
            ? "For a deadline write 'no later than' and the event, or 'no later than 5 days before' and the event."
            : "For a deadline write 'within 5 days after' and the event; for an earliest time 'no earlier than' and the event.",
        example ?? (word == "before" ? SentenceExample : "B must give reply to r within 48 hours after r"));

    public static Mistake ByDate(string date) => new(
        WrongTimingCode,
        $"A deadline is written 'no later than {date}'.",
        "'by' names who acts, not by when",
        "Write 'no later than' before the date.",
        "ukraine must adopt constitutional_reform no later than 2015-12-31")
    {
        Written = $"by {date}",
        Instead = $"no later than {date}",
    };

    public static Mistake TimeAfterUnless(string word) => new(
        WrongTimingCode,
        $"'{word}' stands behind 'unless'.",
        "the time comes before 'unless'",
        "First the act, then its time, then 'unless', then 'otherwise'.",
        "ukraine must take border_control in conflict_area\n  no later than 2015-12-31\n  unless reform is breached");

    public static Mistake NounMissing(string? before, string found, string example) => new(
        NounMissingCode,
        $"A noun, a name or a variable is missing {After(before)}.",
        $"who or what should stand here, but {found}",
        "Add who or what is meant, or leave the word before it out.",
        example);

    public static Mistake GrammaticalArticle(string word) => new(
        GrammaticalArticleCode,
        $"The language does without '{word}'.",
        "leave this word out",
        "Nouns stand without an article; 'each' says that all are meant, one by one.",
        "each party must give calendar to each other party every year by 15 november")
    {
        Written = word,
        Instead = string.Empty,
    };

    public static Mistake OtherWithoutEach() => new(
        EachCode,
        "'each' is missing before 'other'.",
        "write 'each other'",
        "Write 'each other party'.",
        "A must give notification of x to each other party no later than start of x")
    {
        Written = "other",
        Instead = "each other",
    };

    public static Mistake AllForEach(string word, string right = "each") => new(
        EachCode,
        $"Write '{right}' instead of '{word}'.",
        $"write '{right}' here",
        "'each party' means all of them, one by one; for an act that they do jointly, name them and add 'together'.",
        right == "each other party" ? "A must give notification of x to each other party no later than start of x" : "each party must not open fire in certain_areas")
    {
        Written = word,
        Instead = right,
    };

    /// <summary>"the said party": who was named before.</summary>
    public static Mistake BackReference(string words) => new(
        GrammaticalArticleCode,
        $"'{words}' does not say which one is meant.",
        "who is meant?",
        "Give a letter to whoever is named first, 'exercise x by A', and write the letter again for the same one.",
        "when exercise x by A in zone_of_application\nA must give notification of x to each other party no later than start of x");

    public static Mistake TimeMissing(string? before, string found, string example) => new(
        TimeMissingCode,
        $"A time is missing {After(before)}.",
        $"a time should stand here, but {found}",
        before is "before" or "after"
            ? $"Say from what it is counted: behind '{before}' stands a date, a variable that stands for an event, or the start or the end of one."
            : "A time is a date, an event, or so many days before or after one.",
        example);

    public static Mistake DurationMissing(string? before, string found, string example) => new(
        DurationMissingCode,
        $"A length of time is missing {After(before)}.",
        $"a number should stand here, but {found}",
        "Write a number and hours, days, working days, months or years.",
        example);

    public static Mistake UnitOfTimeMissing(string number, string found, string example) => new(
        DurationMissingCode,
        $"The unit is missing after {number}.",
        $"hours, days, months or years should stand here, but {found}",
        "Write hours, days, working days, months or years after the number.",
        example);

    public static Mistake ComparisonMissing(string? before, string found) => new(
        ComparisonMissingCode,
        $"The condition is not complete {After(before)}.",
        $"'is' or a comparison should stand here, but {found}",
        "A condition says that something 'is' or 'is not' something, or compares: 'at least', 'at most', 'more than', 'less than'.",
        "if x is alert and duration of x at most 72 hours");

    public static Mistake IsBeforeComparison(string words) => new(
        WrongComparisonCode,
        $"Leave out 'is' before '{words}'.",
        "the comparison needs no 'is'",
        "Write what is compared, the comparison and the figure.",
        $"troops of x {words} 9_000");

    public static Mistake MixedAndOr() => new(
        MixedAndOrCode,
        "'and' and 'or' stand in one condition; it could be understood in two ways.",
        "the other joining word stands here",
        "Put one of the two groups into a list of its own with 'any of' or 'all of'.",
        "any of {\n  x is alert and duration of x at most 72 hours\n  troops of x less than 9_000\n}");

    public static Mistake NotBeforeCondition() => new(
        NotBeforeConditionCode,
        "A condition cannot begin with 'not'.",
        "'not' stands behind 'is'",
        "Write 'is not', 'there was no', or a list with 'none of'.",
        "if base of w is not in territory of turkey");

    public static Mistake TermMissing(string? before, string found, string example) => new(
        TermMissingCode,
        $"A number or something to count is missing {After(before)}.",
        $"a number or a noun should stand here, but {found}",
        "Write a number, a noun phrase, or 'number of' or 'total' with what is counted or added up.",
        example);

    public static Mistake NegativeNumber() => new(
        NegativeNumberCode,
        "A number cannot begin with a minus sign.",
        "nothing stands before this sign to be subtracted from",
        "To subtract, write what it is taken from. For a fall instead of a rise, compare with 'less than'.",
        "largest fleet of black_sea_powers - 15_000 t");

    public static Mistake UnknownScenarioLine(string found) => new(
        ScenarioLineCode,
        "A line in a scenario begins with a date, 'expect' or 'perspective'.",
        $"one of these should stand here, but {found}",
        "A fact is a date and what happened on it; what follows from the facts begins with 'expect'.",
        "2021-09-10 exercise north_wind by aland in zone_of_application with troops 12_800\n"
        + "expect breached prior_notification by aland to borland on 2021-09-10");

    public static Mistake ToldOnNewLine(string word) => new(
        ScenarioLineCode,
        $"'{word}' stands on the same line as the fact.",
        "this begins a new line",
        "Move it up. A long fact may go on below with a line that begins with a word such as 'by', 'in', 'until' or 'with'.",
        "2021-09-10 exercise zapad by aland\n  with troops 12_800 reported 2021-09-11 by smm");

    public static Mistake OrderOfFact(string word) => new(
        ScenarioLineCode,
        $"'{word}' stands too late in this fact.",
        "the order is another one",
        "The order is: date, what happened, 'until', 'with', then who reported or denied it.",
        "2021-09-10 exercise north_wind by aland until 2021-09-16 with troops 12_800 reported 2021-09-11 by smm");
}
