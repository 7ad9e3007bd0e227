using System.Globalization;
using Pacta.Language.Syntax;
using Pacta.Model.Text;

namespace Pacta.Language.Lexing;

/// <summary>The values of tokens.</summary>
internal static class Literals
{
    /// <summary>The number between two offsets; null if it is too large. Underscores and the commas of a reported mistake are left out.</summary>
    public static decimal? Number(string text, int start, int end)
    {
        Span<char> digits = stackalloc char[64];
        var length = 0;
        for (var i = start; i < end; i++)
        {
            if (text[i] is '_' or ',')
            {
                continue;
            }

            if (length == digits.Length)
            {
                return null;
            }

            digits[length++] = text[i];
        }

        return decimal.TryParse(digits[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    /// <summary>A well-formed 2021-09-10 or 2021-09 between two offsets; whether there is such a day is not asked.</summary>
    public static MomentLiteral Moment(string text, int start, int end)
    {
        var year = TwoDigits(text, start) * 100 + TwoDigits(text, start + 2);
        int? day = end - start > 7 ? TwoDigits(text, start + 8) : null;
        return new MomentLiteral(new TextSpan(start, end - start), year, TwoDigits(text, start + 5), day, null, null);
    }

    public static int TwoDigits(string text, int at) => ((text[at] - '0') * 10) + (text[at + 1] - '0');

    /// <summary>The characters of a text token without its quotation marks.</summary>
    public static string Text(string source, int start, int end)
    {
        var hasEnd = end - start > 1 && IsQuote(source[end - 1]);
        return source[(start + 1)..(hasEnd ? end - 1 : end)];
    }

    private static bool IsQuote(char c) => c is '"' or '\'' or '\u201C' or '\u201D' or '\u2018' or '\u2019' or '\u00AB' or '\u00BB';
}
