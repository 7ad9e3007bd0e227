namespace Pacta.Language.Parsing;

/// <summary>Provisos, exceptions and times in the places and words of treaties.</summary>
internal static partial class SyntaxErrors
{
    public static Mistake Except(string words, string sentence, string rest) => new(
        WrongTimingCode,
        $"Write 'unless' instead of '{words}'.",
        "write 'unless' here",
        "'unless' and a condition take the duty away where the condition holds. Where something else is due instead, write an exception of its own: "
        + "'exception NAME to CLAUSE'.",
        $"{sentence}\n  unless {rest}")
    {
        Written = words,
        Instead = "unless",
    };

    public static Mistake ExceptThing(string words, string rest) => new(
        WrongTimingCode,
        $"What is left out is not said with '{words}'.",
        "the sentence ends before this",
        "What is not meant is left out of the noun: of things and events with 'where' or in a 'define', of a zone with 'but not'. A case in which the duty does not hold is "
        + "a condition behind 'unless'.",
        $"zone rest_of_bay {{ bay but not {(rest.Length == 0 || rest.Contains(' ', StringComparison.Ordinal) ? "inner_bay" : rest)} }}\neach party must not open fire in rest_of_bay\n  unless A is belligerent");

    public static Mistake OnlyIf(string words, string sentence, string rest)
    {
        var forbidden = sentence.Contains(" may ", StringComparison.Ordinal) ? sentence.Replace(" may ", " must not ", StringComparison.Ordinal) : sentence;
        return new(
            WrongTimingCode,
            $"That something is so '{words}' a condition holds is written with 'must not' and 'unless'.",
            "'only' forbids all other cases",
            "A permission by itself forbids nothing. Write what is forbidden, and behind 'unless' when it is not.",
            $"{forbidden}\n  unless {rest}");
    }

    /// <param name="isState">The condition asks for something that lasts.</param>
    public static Mistake ConditionBehind(string words, string sentence, string rest, bool isState) => new(
        WrongTimingCode,
        words == "if" ? $"A sentence has no '{words}'." : $"A condition of the whole sentence stands on a line before it, not behind '{words}'.",
        "this cannot stand in the sentence",
        "What sets the duty off stands in a line with 'when' before the sentence, a state that must last in a line with 'while', what takes "
        + "the duty away after 'unless'.",
        $"{(isState ? "while" : "when")} {rest}\n{sentence}");

    public static Mistake ConditionBefore(string words, string rest, string sentence, bool isState)
    {
        var right = isState ? "while" : "when";
        return new(
            NoSubjectCode,
            $"Write '{right}' instead of '{words}'.",
            $"write '{right}' here",
            "A line with 'when' says what happens and sets the duty off, a line with 'while' what must hold meanwhile. The sentence follows on the next line.",
            $"{right} {rest}\n{(sentence.Length > 0 ? sentence : SentenceExample)}")
        {
            Written = words,
            Instead = sentence.Length > 0 ? null : right,
        };
    }

    public static Mistake OtherProvision(string words, string rest) => words.ToLowerInvariant() is "subject to" or "notwithstanding" or "without prejudice to" or "irrespective of" or "regardless of"
        ? new(
            AfterSentenceCode,
            $"'{words}' does not say what holds where two provisions meet.",
            "no part of a sentence",
            "The one that prevails is an exception to the other: 'exception NAME to CLAUSE', with 'if' and when it applies. Where nothing meets, leave the words out; "
            + "what the text says can be kept in 'text' or 'note'.",
            $"exception first_of_the_two to {(IsName(rest) ? rest : "other_clause")} {{\n  if x is alert\n}}")
        : new(
            AfterSentenceCode,
            $"'{words}' adds nothing that can be checked here.",
            "no part of a sentence",
            "Each provision is a clause of its own. Keep the words of the text in 'text', or leave them out.",
            "text en \"... in accordance with Article 3 ...\"\nA must give notification of x to each other party no later than start of x");

    private static bool IsName(string text) => text.Length > 1 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');

    public static Mistake MutatisMutandis() => new(
        AfterSentenceCode,
        "'mutatis mutandis' does not say what changes.",
        "no part of a sentence",
        "Write a clause of its own for the other case, with what is different in it.",
        "clause at_sea at \"5\" {\n  each party must not open fire in the_bay\n}");

    public static Mistake Respectively() => new(
        AfterSentenceCode,
        "'respectively' pairs two lists, and each of those who are bound is bound to all of it.",
        "no part of a sentence",
        "Write a clause for each pair; they may stand at the same article.",
        "aland must give calendar to borland every year\nborland must give calendar to cedria every year");

    public static Mistake Jointly(string word) => new(
        EachCode,
        $"That several do it as one is said with 'together', not with '{word}'.",
        "'together' stands behind those who are bound",
        "'A, B together must' and 'parties together must' bind them as one; without it each is bound for itself.",
        "parties together must hold meeting within 48 hours after x");

    public static Mistake WithoutEvent(string sentence, string rest) => new(
        WrongTimingCode,
        "What must have been done before is written 'unless there was', not 'without'.",
        "write 'unless there was' here",
        "'unless there was' and the event, with who did it behind 'by'; 'during' and a stretch of time say how recent it must be.",
        $"{sentence}\n  unless there was {rest}")
    {
        Written = "without",
        Instead = "unless there was",
    };

    public static Mistake TimeFirst(string time, string example) => new(
        NoSubjectCode,
        $"The sentence begins with who is bound; '{time}' stands behind the act.",
        "a party should stand here, and this is a time",
        "First who is bound and 'must', then the verb and what is done, then by when.",
        example);

    public static Mistake VerbBehindWhen(string verb, string example) => new(
        RestOfLineCode,
        $"Behind 'when' stands the noun of an event, without its verb '{verb}'.",
        "a verb",
        "First the event and its letter, then who does it behind 'by'.",
        example);

    public static Mistake SentenceOnTheSameLine(string word, string example) => new(
        RestOfLineCode,
        $"The sentence stands on a line of its own, below the line with '{word}'.",
        $"the line with '{word}' ends before this",
        "Begin a new line with who is bound; no comma before it.",
        example);
}
