using System.Globalization;
using System.Text;

namespace Pacta.Maps.Names;

/// <summary>
/// How names are compared: without case, marks on letters, spaces, apostrophes, hyphens and other signs. "Ivano-Frankivs'k", "ivano frankivsk" and "IVANO–FRANKIVSʹK"
/// are one name; "Ивано-Франковск" is another one, that data may have for the same place.
/// </summary>
public static class Folding
{
    public static string Fold(ReadOnlySpan<char> name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            Add(folded, letter);
        }

        return folded.ToString();
    }

    private static void Add(StringBuilder folded, char letter)
    {
        var lower = letter switch
        {
            // The Turkish capital with a dot has no simple lower case elsewhere.
            'İ' => 'i',
            _ => char.ToLowerInvariant(letter),
        };
        switch (lower)
        {
            case 'ß':
                folded.Append("ss");
                return;
            case 'æ':
                folded.Append("ae");
                return;
            case 'œ':
                folded.Append("oe");
                return;
            case 'þ':
                folded.Append("th");
                return;
        }

        if (lower < 0x80)
        {
            if (char.IsAsciiLetterOrDigit(lower))
            {
                folded.Append(lower);
            }

            return;
        }

        var at = FoldTable.From.AsSpan().BinarySearch(lower);
        if (at >= 0)
        {
            folded.Append(FoldTable.To[at]);
            return;
        }

        switch (char.GetUnicodeCategory(lower))
        {
            case UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.Surrogate or UnicodeCategory.UppercaseLetter:
                folded.Append(lower);
                break;
            // Vowel signs of Indic scripts are part of a word, the points of Hebrew and Arabic are not.
            case UnicodeCategory.NonSpacingMark when lower >= 0x0900:
                folded.Append(lower);
                break;
        }
    }
}
