using System.Text.RegularExpressions;

namespace Pacta.Negotiation.Redlining;

/// <summary>A word, a number, a sign or the end of a line.</summary>
/// <param name="Blank">What stands before it: one blank, or nothing.</param>
internal sealed record Word(string Blank, string Text);

/// <summary>A text as words. Scripts without blanks between words (Chinese, Japanese, Thai, Lao, Khmer, Burmese) go letter by letter.</summary>
internal static partial class Words
{
    public static Word[] Of(string text) => [.. Part().Matches(text).Select(m => new Word(m.Groups["blank"].Length > 0 ? " " : string.Empty, m.Groups["word"].Value))];

    /// <summary>Words up to the end of a sentence or a line.</summary>
    public static Word[][] Sentences(Word[] words)
    {
        var sentences = new List<Word[]>();
        for (var i = 0; i < words.Length;)
        {
            var end = Array.FindIndex(words, i, w => w.Text is "." or ";" or "\n" or "。" or "؟" or "?" or "!");
            var until = end < 0 ? words.Length : end + 1;
            sentences.Add(words[i..until]);
            i = until;
        }

        return [.. sentences];
    }

    [GeneratedRegex(
        @"(?<blank>[^\S\n]*)(?<word>\n|[\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}\p{IsThai}\p{IsLao}\p{IsKhmer}\p{IsMyanmar}]|[\p{L}\p{M}\p{N}_]+([.,'’\-][\p{L}\p{M}\p{N}_]+)*|\S)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Part();
}
