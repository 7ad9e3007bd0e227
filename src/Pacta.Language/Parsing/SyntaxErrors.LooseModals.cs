namespace Pacta.Language.Parsing;

/// <summary>Other words for 'must', 'must not' and 'may', and words between these and the verb.</summary>
internal static partial class SyntaxErrors
{
    /// <param name="example">The sentence as it would be right; null where that is not known.</param>
    public static Mistake WrongModal(string wrong, string right, string? example) => new(
        WrongModalCode,
        $"Write '{right}' instead of '{wrong}'.",
        $"write '{right}' here",
        "Every sentence has one of four: 'must' for a duty, 'must not' for a prohibition, 'may' for a permission, 'has power to' for an act "
        + "that changes the agreement itself.",
        example ?? right switch
        {
            "must not" => "each party must not open fire in certain_areas",
            "may" => "A may hold exercise in zone_of_application",
            _ => SentenceExample,
        })
    {
        Written = wrong,
        Instead = right,
    };

    public static Mistake Passive(string passive, string? example) => new(
        NoVerbCode,
        $"'{passive}' does not say who does it.",
        "who does it?",
        "First who is bound, then 'must' or 'must not', then the verb and the noun of an event: 'A must give notification of x'. "
        + "Of things: 'each party must not have' and the things.",
        example ?? SentenceExample);

    public static Mistake OnlyBeforeVerb(string modal, string bearer, string rest) => new(
        NoVerbCode,
        $"'{modal} only' forbids all the rest, and does not say it.",
        "'only' has no place here",
        "Write what is forbidden, with 'must not', and behind 'unless' when it is not.",
        $"{bearer} must not {rest}\n  unless A is belligerent");

    /// <summary>A sentence of the text, as it stands there.</summary>
    public static Mistake Prose(string line) => new(
        NoSubjectCode,
        "This is a sentence of the text itself, not of the language.",
        "copied from the text",
        "Keep it in quotation marks behind 'text' and its language. Below it write the duty in the words of the vocabulary: who is bound, 'must' or 'must not', the verb and the noun "
        + "of an event, and by when.",
        $"text en \"{(line.Length > 70 ? line[..line.LastIndexOf(' ', 66)] + " ..." : line).Replace('"', '\'')}\"\n{SentenceExample}")
    {
        Instead = line.Contains('"', StringComparison.Ordinal) ? null : $"text en \"{line}\"",
    };

    public static Mistake OnlyBearer(string bearer, string example) => new(
        NoSubjectCode,
        $"'only {bearer}' forbids it to all others, and does not say it.",
        "'only' has no place here",
        "Write who must not do it, and behind 'unless' who may.",
        $"{example}\n  unless P is {bearer}");

    public static Mistake WordBeforeVerb(string word, string example) => new(
        NoVerbCode,
        $"'{word}' stands where the verb should stand.",
        "leave this word out",
        "Behind 'must' or 'may' comes the verb at once.",
        example)
    {
        Written = word,
        Instead = string.Empty,
    };

    public static Mistake JointlyBeforeVerb(string word, string bearer, string modal, string rest) => new(
        EachCode,
        $"That several do it as one is said with 'together', not with '{word}'.",
        "'together' stands behind those who are bound",
        "'A, B together must' and 'parties together must' bind them as one; without it each is bound for itself.",
        $"{bearer} together {modal} {rest}");

    public static Mistake BestEfforts(string words) => new(
        NoVerbCode,
        $"Whether somebody did '{words}' cannot be seen from what was done.",
        "no act that can be checked",
        "Where it is for somebody to judge, write what is to be judged in quotation marks; otherwise name the act itself.",
        "each party must keep judged \"each Party uses its best endeavours\"");

    public static Mistake TimeBetween(string example) => new(
        NoVerbCode,
        "The time stands behind the act, without commas around it.",
        "the verb should stand here",
        "First who is bound and 'must', then the verb and what is done, then by when.",
        example);
}
