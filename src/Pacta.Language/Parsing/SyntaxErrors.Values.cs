namespace Pacta.Language.Parsing;

/// <summary>Words, names, texts and numbers that are missing or are something else.</summary>
internal static partial class SyntaxErrors
{
    public static Mistake WordMissing(string words, string? before, string found, string example) => new(
        WordMissingCode,
        $"{words} is missing {After(before)}.",
        $"{words} should stand here, but {found}",
        $"Write {words} here, as in the example.",
        example);

    public static Mistake NameMissing(string what, string? before, string found, string example) => new(
        NameMissingCode,
        $"A name is missing {After(before)}: {what}.",
        $"a name should stand here, but {found}",
        "A name has two letters or more, and only letters, digits and underscores.",
        example);

    public static Mistake ReservedName(string word, string what, string example) => new(
        ReservedNameCode,
        $"'{word}' is a word of the language and cannot be a name.",
        $"this cannot be the name of {what}",
        $"Choose another name or add to it, such as {word}_1.",
        example);

    public static Mistake VariableForName(string variable, string what, string example) => new(
        VariableForNameCode,
        $"{variable} is {(variable.Length == 1 ? "one letter and so a variable" : "a variable (one letter, then digits)")}, but a name is needed: {what}.",
        "this is a variable",
        "A name has two letters or more.",
        example);

    public static Mistake VariableMissing(string? before, string found, string example) => new(
        VariableMissingCode,
        $"A variable is missing {After(before)}.",
        $"a variable should stand here, but {found}",
        "A variable is one letter, such as P; digits may follow. It stands for each of the things named before it.",
        example);

    public static Mistake TextMissing(string what, string? before, string found, string example) => new(
        TextMissingCode,
        $"A text in quotation marks is missing {After(before)}: {what}.",
        $"a text should stand here, but {found}",
        "Put the text into straight quotation marks.",
        example);

    public static Mistake NumberMissing(string what, string? before, string found, string example) => new(
        NumberMissingCode,
        $"A number is missing {After(before)}: {what}.",
        $"a number should stand here, but {found}",
        "Write the number in digits.",
        example);

    public static Mistake PercentMissing(string found, string example) => new(
        NumberMissingCode,
        "The sign % is missing: how far a figure given with 'about' may be off is a share of it.",
        $"% should stand here, but {found}",
        "Write the share in per cent.",
        example);

    public static Mistake DateMissing(string? before, string found, string example) => new(
        DateMissingCode,
        $"A date is missing {After(before)}.",
        $"a date should stand here, but {found}",
        "Write year-month-day, such as 2021-09-10, or a month, such as 2021-09.",
        example);

    public static Mistake ClockWithoutDay(string month, string clock) => new(
        ClockWithoutDayCode,
        $"The clock time {clock} belongs to a day, but {month} is a whole month.",
        "the day is missing before this clock time",
        "Write the day too, or leave the clock time out.",
        $"{month}-01 {clock}");

    /// <param name="needsAt">The word 'at' is missing too.</param>
    public static Mistake ArticleWithoutQuotes(string number, bool needsAt, Model.Text.TextSpan place) => new(
        QuotesMissingCode,
        $"The article is written in quotation marks: at \"{number}\".",
        needsAt ? $"write at \"{number}\"" : $"write \"{number}\"",
        "Articles are texts, because many are no numbers: \"16.1\", \"XIX\", \"Annex A\".",
        $"at \"{number}\"")
    {
        Instead = needsAt ? $"at \"{number}\"" : $"\"{number}\"",
        InsteadOf = place,
    };

    public static Mistake MapMissing(string text) => new(
        WordMissingCode,
        $"'map' or 'polygon' is missing before {text}.",
        $"write map {text}",
        "'map' stands before the name of a file, 'polygon' before longitudes and latitudes.",
        "zone straits { map \"montreux/straits.geojson\" }")
    {
        Written = text,
        Instead = $"map {text}",
    };

    public static Mistake GradeMissing(string word, string found) => new(
        GradeMissingCode,
        $"A grade is missing after '{word}'.",
        $"a grade should stand here, but {found}",
        "Reliability has the grades a to f, credibility the grades 1 to 6.",
        word == "credibility" ? "credibility 3 or better" : "reliability c or better");
}
