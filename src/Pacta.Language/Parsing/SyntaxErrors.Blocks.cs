namespace Pacta.Language.Parsing;

/// <summary>Braces, blocks, and lines that stand in the wrong place.</summary>
internal static partial class SyntaxErrors
{
    public static Mistake UnclosedBlock(string what, string before) => new(
        UnclosedBlockCode,
        $"The brace }} that ends {what} is missing.",
        "this block is still open",
        $"Put a line with }} before {before}.",
        "part \"V\" {\n  clause meeting at \"16.2\" {\n    A, B together must hold meeting within 48 hours after r\n  }\n}");

    public static Mistake StrayCloseBrace() => new(
        StrayBraceCode,
        "There is one closing brace } too many.",
        "this brace closes nothing",
        "Leave it out, or look above for a block whose opening brace { is missing.",
        "group eastern_group { russia, belarus }")
    {
        Written = "}",
        Instead = string.Empty,
    };

    public static Mistake StrayOpenBrace(string what) => new(
        StrayBraceCode,
        $"No block can begin here, behind {what}.",
        "this brace opens nothing",
        "Leave the braces out. Lists of conditions begin with 'any of', 'all of' or 'none of'.",
        "unless any of {\n  w is light_surface_vessel\n  w is minor_vessel\n}");

    public static Mistake OutsideAgreement(string word) => new(
        OutsideAgreementCode,
        $"This {word} stands outside of any agreement.",
        $"no agreement is open here",
        "Clauses, exceptions and parts belong between the braces of an agreement.",
        "agreement \"Vienna Document 2011\" as vienna_document_2011 {\n  status political\n  clause meeting at \"16.2\" { ... }\n}");

    public static Mistake ClosedTooEarly(string word, string title) => new(
        StrayBraceCode,
        $"The agreement \"{title}\" was closed too early.",
        $"this {word} stands behind the end of the agreement",
        "There is one closing brace } too many above. Leave it out.",
        "part \"V\" {\n  clause meeting at \"16.2\" {\n    A, B together must hold meeting within 48 hours after r\n  }\n}");

    public static Mistake OpenBraceMissing(string what, string example) => new(
        OpenBraceMissingCode,
        $"The brace {{ that begins the lines of {what} is missing.",
        "a brace { should stand here",
        "Add the brace at the end of this line.",
        example);

    public static Mistake HeadOfBlock(string what, string found, string example) => new(
        OpenBraceMissingCode,
        $"The first line of {what} cannot be read.",
        $"a brace {{ should stand here, but {found}",
        "Write the line as in the example. An article of the agreement is given as: at \"38\".",
        example);

    public static Mistake AtMissing(string text, string what, string example) => new(
        OpenBraceMissingCode,
        $"'at' is missing before {text}.",
        $"write at {text}",
        $"The article in which {what} stands is given with 'at'.",
        example)
    {
        Written = text,
        Instead = $"at {text}",
    };

    public static Mistake CommaAtEnd() => new(
        RestOfLineCode,
        "The list ends in a comma.",
        "nothing follows this comma",
        "Leave it out, or add what is missing. A list goes on with the next line only if its line ends in a comma.",
        "parties russia, usa")
    {
        Written = ",",
        Instead = string.Empty,
    };

    public static Mistake UnknownItem(string where, string found, string list, string example) => new(
        UnknownItemCode,
        $"A line in {where} cannot begin like this.",
        $"one of the words below should stand here, but {found}",
        $"In {where}, a line begins with {list}.",
        example);

    public static Mistake MisspeltItem(string text, string meant, string example) => new(
        MisspeltItemCode,
        $"The word '{text}' is unknown here. Did you mean '{meant}'?",
        $"write '{meant}'",
        $"The rest of the line was read as if it said '{meant}'.",
        example)
    {
        Written = text,
        Instead = meant,
    };

    public static Mistake WrongPlace(string word, string where, string home, string example) => new(
        WrongPlaceCode,
        $"'{word}' cannot stand in {where}.",
        "this line stands in the wrong place",
        $"It belongs {home}. Move it there.",
        example);

    public static Mistake LateHeader(string word) => new(
        WrongPlaceCode,
        $"The line '{word}' belongs to the head of the agreement.",
        "this stands behind the first clause or declaration",
        "Move the line up, before the first part, clause or declaration.",
        "agreement \"New START\" as new_start {\n  status legal\n  signed 2010-04-08\n  parties usa, russia");

    public static Mistake RestOfLine(string what, string found, string before) => new(
        RestOfLineCode,
        $"The line is complete after '{before}'; it cannot go on with '{found}'.",
        $"{what} ends before this word",
        "Put what follows on a line of its own, or leave it out. The items of a list are parted by commas.",
        "parties russia, usa");

    public static Mistake TwoTexts() => new(
        RestOfLineCode,
        "The text ends at its second quotation mark, but the line goes on.",
        "the text has ended before this",
        "For a quotation inside a text use the marks “ ”; the straight mark ends the text.",
        "text en \"the “area” shall mean the whole of Europe\"");

    public static Mistake EmptyClause(string name) => new(
        EmptyBlockCode,
        $"The clause {name} has no sentence that says who must do what.",
        "a sentence is missing in this clause",
        "Add one sentence with 'must', 'must not', 'may' or 'has power to'.",
        ClauseExample);

    public static Mistake EmptyDefinition(string name) => new(
        EmptyBlockCode,
        $"The definition of {name} does not say what it means.",
        "a line that begins with 'means' is missing",
        "Add a line with 'means', or one reading or several with such a line each.",
        $"define {name} {{\n  means exercise x where troops of x at least 9_000\n}}");

    public static Mistake EmptyTable(string what, string example) => new(
        EmptyBlockCode,
        $"Nothing stands between the braces of {what}.",
        "at least one line is missing here",
        "Add at least one line with a value.",
        example);

    public static Mistake EmptyReading(string name) => new(
        EmptyBlockCode,
        $"The reading {name} says nothing.",
        "the lines between the braces are missing",
        "Add what the text says in this reading, or leave the reading out.",
        "reading elapsed {\n  P must make exit of w from black_sea within 21 days after e\n}");

    public static Mistake EmptyConditions(string what, string example) => new(
        EmptyBlockCode,
        $"No condition stands between the braces of {what}.",
        "the conditions are missing",
        "Write one condition on each line.",
        example);

    public static Mistake OutsideReadings() => new(
        OutsideReadingsCode,
        "Some of this stands in readings and some outside of them.",
        "this stands outside of the readings",
        "Where a text admits several readings, everything that it says stands in one of them. Give this one a reading of its own too.",
        "reading text { 230 }\nreading sarmady { 320 }");

    public static Mistake StrayParenthesis() => new(
        ParenthesisCode,
        "The parenthesis that should open before this one is missing.",
        "this parenthesis closes nothing",
        "Leave it out, or add the other one.",
        "(total tonnage of warships of P) / 3");

    public static Mistake CloseParenthesisMissing(string? before, string found, string example) => new(
        ParenthesisCode,
        $"The closing parenthesis ) is missing {After(before)}.",
        $"a parenthesis ) should stand here, but {found}",
        "Parentheses come in pairs.",
        example);

    public static Mistake TooDeep() => new(
        TooDeepCode,
        "This is nested too deeply to be read.",
        "from here on it is not read",
        "Give the inner parts names with 'define' or 'amount', and use the names.",
        "define inf_missile { means ground_missile m where range of m is 500 km .. 5_500 km }");

    public static Mistake SecondLine(string word)
    {
        var (help, example) = word switch
        {
            "when" => ("Add what narrows it down with 'where', or write two clauses.",
                "when exercise x by A in zone_of_application where troops of x at least 9_000"),
            "while" => ("Join the two with 'and'.", "while reform is met and turkey is not belligerent"),
            _ => ("Leave one of them out.", "status political"),
        };
        return new(SecondLineCode, $"There is a second line with '{word}'.", $"this is the second '{word}'", $"One is allowed. {help}", example);
    }

    public static Mistake SecondMeaning() => new(
        SecondLineCode,
        "There is a second line with 'means'.",
        "this is the second 'means'",
        "A definition means one thing. If the text admits several readings, put each into a reading; to join conditions, use 'any of'.",
        "reading brigade { means force f where size of f at least 3_000 }\nreading division { means force f where size of f at least 15_000 }");

    public static Mistake SecondIf() => new(
        SecondLineCode,
        "There is a second line with 'if'.",
        "this is the second 'if'",
        "An exception has one condition. Join the two with 'and' or 'or'.",
        "if x is alert and duration of x at most 72 hours");

    public static Mistake LateWhen() => new(
        OrderOfLinesCode,
        "The line with 'when' stands behind what follows from it.",
        "this line comes too late",
        "First 'when', then the sentence. If the readings differ, 'when' stands before all of them.",
        ClauseExample);

    public static Mistake LateWhile() => new(
        OrderOfLinesCode,
        "The line with 'while' stands behind its sentence.",
        "this line comes too late",
        "First 'while', then the sentence.",
        "while turkey is not belligerent\neach belligerent P must not make transit x of warship w through straits");

    public static Mistake ExceptionWithoutIf(string name) => new(
        EmptyBlockCode,
        $"The exception {name} does not say when it applies.",
        "a line that begins with 'if' is missing",
        "Add the condition; a sentence about what is due instead may follow on the next line.",
        "exception no_notice to prior_notification at \"41\" {\n  if x is alert\n  A must give notification of x to each other party no later than start of x\n}");
}
