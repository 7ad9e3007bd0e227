using System.Collections.Frozen;

namespace Pacta.Language.Lexing;

/// <summary>How the words are spelt, and which of them join lines or cannot be names.</summary>
internal static class Words
{
    private static readonly string[] Spellings = [.. Enum.GetValues<Word>().Select(Spell)];

    private static readonly FrozenDictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> BySpelling =
        Enum.GetValues<Word>().Where(w => w != Word.None)
            .ToFrozenDictionary(Spell, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public static string Spelling(this Word word) => Spellings[(int)word];

    public static Word Find(ReadOnlySpan<char> text) => BySpelling.TryGetValue(text, out var word) ? word : Word.None;

    /// <summary>A line that starts with such a word goes on with the line above.</summary>
    public static bool IsJoining(this Word word) => word is >= Word.Of and <= Word.During;

    /// <summary>Such a word can never be a name.</summary>
    public static bool IsReserved(this Word word) => word is >= Word.Of and <= Word.Retracted;

    /// <summary>A word that ties a place, a person or a thing to the first noun of a phrase. <c>of</c> is none: it belongs to the noun before it.</summary>
    public static bool IsPreposition(this Word word) => word is >= Word.By and <= Word.Outside;

    private static string Spell(Word word) => word switch
    {
        Word.None => "",
        Word.None_ => "none",
        _ => word.ToString().ToLowerInvariant(),
    };
}
