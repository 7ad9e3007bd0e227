using Pacta.Maps.Names;

namespace Pacta.Maps.Gazetteers;

/// <summary>Which of the names that a gazetteer gives are kept, folded.</summary>
internal static class SpellingRules
{
    /// <summary>The name, its spelling in ASCII letters and the alternate names, without codes of airports and addresses of pages.</summary>
    public static List<string> Folded(string name, string ascii, IEnumerable<string> alternates)
    {
        var folded = new List<string>();
        foreach (var spelling in alternates.Where(a => !IsCode(a)).Prepend(ascii).Prepend(name))
        {
            var fold = Folding.Fold(spelling);
            if (fold.Length > 0 && !folded.Contains(fold))
            {
                folded.Add(fold);
            }
        }

        return folded;
    }

    private static bool IsCode(string name) =>
        (name.Length is 3 or 4 && name.All(char.IsAsciiLetterUpper)) || name.Contains("://", StringComparison.Ordinal) || name.All(char.IsAsciiDigit);
}
