namespace Pacta.Language.Parsing;

/// <summary>Limits and amounts without 'keep', and all of something.</summary>
internal static partial class SyntaxErrors
{
    public static Mistake LimitWithoutKeep(string words, string example) => new(
        NoVerbCode,
        $"A limit that must hold at every moment is written 'must keep', not '{words}'.",
        "write 'keep' and what must hold",
        "'must keep' takes a condition: a count, a sum or a distance, and a comparison.",
        example);

    public static Mistake HaveNone(string noun, string example) => new(
        NounMissingCode,
        $"That there are none is written 'must not have {noun}'.",
        "a noun should stand here",
        "'must not have' is broken by a single one.",
        example);

    public static Mistake HowMany(string words, string example) => new(
        NounMissingCode,
        $"How many somebody has is kept with 'keep number of', not with 'have {words}'.",
        "a noun should stand here",
        "'have' speaks of all things of a kind. For a number, 'must keep number of' and a comparison.",
        example);

    public static Mistake AllThings(string word) => new(
        EachCode,
        $"Leave out '{word}': behind 'have' a noun means every one.",
        "leave this word out",
        "'must not have weapons' is broken by any of them, 'must have' kept by one.",
        "each party must not have submarines in inner_bay")
    {
        Written = word,
        Instead = string.Empty,
    };
}
