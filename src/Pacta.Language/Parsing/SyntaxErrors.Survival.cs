namespace Pacta.Language.Parsing;

/// <summary>What survives.</summary>
internal static partial class SyntaxErrors
{
    private const string SurvivalExample =
        "clause secrecy at \"17\" {\n  each party must not open fire in certain_areas\n  survives withdrawal for 5 years\n}";

    public static Mistake SurvivesSeveral() => new(
        SurvivalCode,
        "A line with 'survives' names one thing.",
        "this begins a second",
        "A clause that survives both withdrawal and expiry says 'survives' alone, perhaps with a length. Where the lengths differ, write a line for each.",
        "survives for 5 years");

    public static Mistake SurvivesTheEnd(string article) => new(
        GrammaticalArticleCode,
        $"The language does without '{article}'.",
        "leave this word out",
        "What ends the agreement for all is its 'expiry', what ends it for one party its 'withdrawal'.",
        "survives expiry");

    public static Mistake SurvivalInReading() => new(
        SurvivalCode,
        "What a clause survives stands outside of its readings.",
        "this stands in a reading",
        "A clause survives with all its readings: write the line in the clause itself, once.",
        SurvivalExample);

    public static Mistake SurvivalInException() => new(
        SurvivalCode,
        "An exception survives with its clause.",
        "this cannot stand in an exception",
        "Write the line in the clause that the exception is made to.",
        SurvivalExample);
}
