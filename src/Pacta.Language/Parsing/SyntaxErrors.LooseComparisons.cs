namespace Pacta.Language.Parsing;

/// <summary>Figures and their bounds.</summary>
internal static partial class SyntaxErrors
{
    /// <param name="wrong">As it is written, with the figure where its place changes.</param>
    /// <param name="right">What stands right in its place.</param>
    /// <param name="compared">What is compared.</param>
    /// <param name="figure">With what, where <paramref name="right"/> does not hold it.</param>
    public static Mistake WrongComparison(string wrong, string right, string compared, string figure) => new(
        WrongComparisonCode,
        $"Write '{right}' instead of '{wrong}'.",
        $"write '{right}' here",
        right.StartsWith("is ", StringComparison.Ordinal)
            ? "Two points stand between the smallest and the largest value; both are included."
            : "There are four comparisons: 'at least' and 'at most' include the figure, 'more than' and 'less than' do not.",
        $"{compared} {right} {figure}".TrimEnd())
    {
        Written = wrong,
        Instead = right,
    };

    public static Mistake ComparisonBeforeFigure(string compared, string figure) => new(
        ComparisonMissingCode,
        $"Before {figure} it is not said how it is compared.",
        "'at least', 'at most', 'more than', 'less than' or 'is' is missing before this",
        "'at least' and 'at most' include the figure, 'more than' and 'less than' do not; 'is' means exactly as many.",
        $"{compared} at least {figure}\n{compared} at most {figure}");

    public static Mistake BoundSaidTwice(string again, string comparison) => new(
        WrongComparisonCode,
        comparison.StartsWith("at ", StringComparison.Ordinal) ? $"Leave out '{again}': '{comparison}' includes the figure already." : $"'{comparison}' and '{again}' contradict each other.",
        comparison.StartsWith("at ", StringComparison.Ordinal) ? "this says it again" : "is the figure itself included or not?",
        "'at least' and 'at most' include the figure, 'more than' and 'less than' do not. One of the four is enough.",
        "troops of x at least 9_000")
    {
        Written = again,
        Instead = comparison.StartsWith("at ", StringComparison.Ordinal) ? string.Empty : null,
    };

    public static Mistake WasDone(string what, string done) => new(
        ComparisonMissingCode,
        $"That something was done is written 'there was' and its event, not '{done}'.",
        "the condition ends before this",
        "'there was' and the noun of the event, with who did it behind 'by'; for the opposite 'there was no'. A stretch of time goes behind 'during'.",
        $"there was {what}\nthere was no {what}")
    {
        Written = done,
    };

    public static Mistake ShareOf(string text, string example) => new(
        TermMissingCode,
        $"A share is multiplied, not written '{text}'.",
        "write the share, the sign * and what it is a share of",
        "A fraction is written with a stroke, 2 / 3, a share in a hundred with %.",
        $"keep number of tanks of P at most {example}");

    public static Mistake LastsForDuration(string word, string example) => new(
        ComparisonMissingCode,
        $"How long an event lasts is its 'duration', not '{word}'.",
        "write 'duration of' and the letter",
        "'duration of x' is compared like any figure, with its unit.",
        example);

    public static Mistake DoneBySomebody(string example) => new(
        ComparisonMissingCode,
        "That somebody did something is written 'there was', the event, and 'by'.",
        "the condition ends before this",
        "A condition names the event by its noun, without a verb: 'there was' or 'there was no', then who did it behind 'by'.",
        example);

    public static Mistake SizeBehindNoun(string wrong, string field, string comparison, string figure, string letter) => new(
        AfterSentenceCode,
        $"How big or how long something is stands behind 'where', not as '{wrong}'.",
        $"write 'where {field} of {letter} {comparison} {figure}'",
        $"Give the noun a letter and ask for a field of it, as the vocabulary declares it, or for its 'duration': 'exercise {letter} where {field} of {letter} {comparison} {figure}'.",
        $"when exercise {letter} by A in zone_of_application where {field} of {letter} {comparison} {figure}");
}
