namespace Pacta.Language.Parsing;

/// <summary>Lists where one stands.</summary>
internal static partial class SyntaxErrors
{
    public static Mistake SeveralOthers(string joint, string preposition, string first, string second) => new(
        AfterSentenceCode,
        $"Behind '{preposition}' stands one party or one noun, and {Quoted(joint)} adds another.",
        "the act ends before this",
        $"Write a clause for each, at the same article; or declare a group of all of them and write '{preposition} each' and its noun.",
        $"{first}\n{second}");

    public static Mistake SeveralPlaces(string joint, string first, string second, string example) => new(
        AfterSentenceCode,
        $"One place stands here, and {Quoted(joint)} adds another.",
        "the act ends before this",
        "Make one zone of the two, and name that.",
        $"zone either_place {{ {first}, {second} }}\n{example}");

    public static Mistake SeveralThings(string joint, string first, string second, bool isHad) => new(
        AfterSentenceCode,
        $"One noun stands here, and {Quoted(joint)} adds another.",
        "the noun ends before this",
        "Make one noun of the two with 'define', or write a clause for each, at the same article.",
        isHad
            ? $"define heavy_weapon {{ means weapon w where w is any of {first}, {second} }}\neach party must not have heavy_weapon"
            : $"define large_activity {{ means activity x where x is any of {first}, {second} }}\neach party must not hold large_activity");

    public static Mistake SeveralTimes(string joint) => new(
        AfterSentenceCode,
        joint == "or" ? "One time or the other leaves open by when." : $"Several times stand one behind the other, without {Quoted(joint)}.",
        joint == "or" ? "which of the two holds?" : "leave this out",
        joint == "or"
            ? "Several times in a sentence must all be kept, so the earlier deadline counts. Where the text leaves the choice, write each as a reading."
            : "All of them must be kept: 'no earlier than 2021-03-01 no later than 2021-06-30'.",
        "A must make removal of m no earlier than 2021-03-01 no later than 2021-06-30")
    {
        Written = joint,
        Instead = joint == "or" ? null : string.Empty,
    };

    public static Mistake SumOfCounts(string example) => new(
        ComparisonMissingCode,
        "Two counts are added up with '+', not with 'and'.",
        "write + and 'number of' here",
        "'and' joins two conditions. Each count has its own 'number of'.",
        example.StartsWith("number of", StringComparison.Ordinal) ? $"keep {example}" : example);

    private static string Quoted(string joint) => joint == "," ? "the comma" : $"'{joint}'";
}
