namespace Pacta.Language.Parsing;

/// <summary>Negotiations.</summary>
internal static partial class SyntaxErrors
{
    public const string IssueExample = "issue zone_width \"Width of the zone\" {\n  option narrow \"10 km\"\n  option wide \"50 km\"\n}";

    public const string InterestsExample =
        "interests of aland {\n"
        + "  worth of zone_width is narrow 0, wide 60\n"
        + "  alternative 35 \"things stay as they are\"\n"
        + "}";

    public const string NegotiationExample =
        "negotiation \"Talks on the bay\" as bay_talks {\n"
        + "  parties aland, borland\n"
        + "  issue zone_width \"Width of the zone\" {\n    option narrow \"10 km\"\n    option wide \"50 km\"\n  }\n"
        + "}";

    public static Mistake NegativeWorth(string option) => new(
        NegativeNumberCode,
        "A worth below zero is said with 'costs'.",
        "leave the sign out",
        $"Write '{option} costs' and the number.",
        $"worth of zone_width is {option} costs 5, middle 30, wide 60");
}
