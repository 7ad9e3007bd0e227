using System.Text;

namespace Pacta.Presentation.Text;

/// <summary>
/// Which characters a page or a file in XML may carry (XML 1.0, 2.2): control characters and what is no character at all have no place there; those that
/// turn the direction of writing could make a line read as something else than it says.
/// </summary>
internal static class Characters
{
    /// <summary>The text with a mark in the place of each that is not allowed.</summary>
    public static string Fit(string text)
    {
        var fit = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            fit.Append(IsAllowed(rune.Value) ? rune.ToString() : "\uFFFD");
        }

        return fit.ToString();
    }

    public static bool IsAllowed(int value) => value switch
    {
        '\t' or '\n' => true,
        < 0x20 or (>= 0x7F and <= 0x9F) => false,
        0xFFFE or 0xFFFF => false,
        _ => !Wrapping.Turns(value),
    };
}
