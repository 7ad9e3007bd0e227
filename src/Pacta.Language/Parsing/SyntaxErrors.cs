namespace Pacta.Language.Parsing;

/// <summary>
/// Everything that can be wrong with the characters, lines and sentences of a file: the codes, PACTA01xx, each used for one kind of
/// mistake and never for another. The words of the messages are in the other parts, by topic.
/// </summary>
internal static partial class SyntaxErrors
{
    // Characters
    public const string UnknownCharacterCode = "PACTA0101";
    public const string SymbolForComparisonCode = "PACTA0102";
    public const string QuotationMarksCode = "PACTA0103";
    public const string UnterminatedTextCode = "PACTA0104";
    public const string NumberCode = "PACTA0105";
    public const string NumberRunsIntoWordCode = "PACTA0106";
    public const string DateFormCode = "PACTA0107";
    public const string NoSuchDateCode = "PACTA0108";
    public const string ClockCode = "PACTA0109";

    // Blocks and lines
    public const string UnclosedBlockCode = "PACTA0110";
    public const string StrayBraceCode = "PACTA0111";
    public const string OutsideAgreementCode = "PACTA0112";
    public const string OpenBraceMissingCode = "PACTA0113";
    public const string UnknownItemCode = "PACTA0114";
    public const string MisspeltItemCode = "PACTA0115";
    public const string WrongPlaceCode = "PACTA0116";
    public const string RestOfLineCode = "PACTA0117";
    public const string EmptyBlockCode = "PACTA0118";
    public const string SecondLineCode = "PACTA0119";
    public const string OrderOfLinesCode = "PACTA0120";
    public const string OutsideReadingsCode = "PACTA0121";
    public const string ParenthesisCode = "PACTA0122";
    public const string TooDeepCode = "PACTA0123";

    // Words, names and values
    public const string WordMissingCode = "PACTA0130";
    public const string NameMissingCode = "PACTA0131";
    public const string ReservedNameCode = "PACTA0132";
    public const string VariableForNameCode = "PACTA0133";
    public const string VariableMissingCode = "PACTA0134";
    public const string TextMissingCode = "PACTA0135";
    public const string NumberMissingCode = "PACTA0136";
    public const string DateMissingCode = "PACTA0137";
    public const string ClockWithoutDayCode = "PACTA0138";
    public const string QuotesMissingCode = "PACTA0139";

    // Sentences
    public const string NoModalCode = "PACTA0140";
    public const string WrongModalCode = "PACTA0141";
    public const string NoSubjectCode = "PACTA0142";
    public const string NoVerbCode = "PACTA0143";
    public const string SecondSentenceCode = "PACTA0144";
    public const string AfterSentenceCode = "PACTA0145";
    public const string WrongTimingCode = "PACTA0146";
    public const string NounMissingCode = "PACTA0147";
    public const string GrammaticalArticleCode = "PACTA0148";
    public const string EachCode = "PACTA0149";

    // Times, conditions and terms
    public const string TimeMissingCode = "PACTA0150";
    public const string DurationMissingCode = "PACTA0151";
    public const string ComparisonMissingCode = "PACTA0152";
    public const string WrongComparisonCode = "PACTA0153";
    public const string MixedAndOrCode = "PACTA0154";
    public const string NotBeforeConditionCode = "PACTA0155";
    public const string TermMissingCode = "PACTA0156";
    public const string NegativeNumberCode = "PACTA0157";
    public const string ScenarioLineCode = "PACTA0158";
    public const string GradeMissingCode = "PACTA0159";
    public const string SurvivalCode = "PACTA0160";
    public const string AdmissionCode = "PACTA0161";

    public const string ClauseExample =
        "clause prior_notification at \"38\" {\n"
        + "  when notifiable_exercise x by A in zone_of_application\n"
        + "  A must give notification of x to each other party\n"
        + "    no later than 42 days before start of x\n"
        + "}";

    private static string After(string? before) => before is null ? "at the start of this line" : $"after '{before}'";
}
