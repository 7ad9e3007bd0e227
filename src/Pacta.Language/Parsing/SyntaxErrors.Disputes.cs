namespace Pacta.Language.Parsing;

/// <summary>Disputes.</summary>
internal static partial class SyntaxErrors
{
    public const string DisputePartyExample = "party company \"Lakeside Works\" {\n  option delay \"delay the clean-up\"\n  option accept \"accept the order\"\n}";

    public const string OrderExample = "preferences of town by order {\n  not abandon\n  insist if delay\n  all else equal\n}";

    public const string RankingExample = "preferences of company by ranking {\n  waiting\n  settled equals softened\n  left\n}";

    public const string DisputeExample =
        "dispute \"Ground water of Lakeside\" as lakeside {\n"
        + "  party ministry { option modify \"modify its order\" }\n"
        + "  party company { option delay, accept }\n"
        + "  impossible delay and accept\n"
        + "  preferences of ministry by order {\n    accept\n    not modify\n    all else equal\n  }\n"
        + "}";

    public static Mistake MixedInStatement() => new(
        MixedAndOrCode,
        "'and' and 'or' stand in one statement; it could be understood in two ways.",
        "the other joining word stands here",
        "Put what belongs together into parentheses.",
        "delay or (accept and modify)");
}
