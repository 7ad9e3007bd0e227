using System.Text.RegularExpressions;
using Pacta.Model.Agreements;
using Pacta.Presentation.Words;

namespace Pacta.Cli.Demo;

/// <summary>
/// Sentences for somebody who has not read the files: actors and sources by their full names, and names of files' things as words. What stands in
/// quotation marks is quoted from a text or a report, and stays as it is.
/// </summary>
internal sealed partial class FullNames(IReadOnlyDictionary<string, string> told)
{
    public string In(string sentence, Vocabulary vocabulary)
    {
        var parts = sentence.Split('“');
        for (var i = 0; i < parts.Length; i++)
        {
            // Before the first mark all is open; after each, what follows its end.
            var end = i == 0 ? 0 : parts[i].IndexOf('”', StringComparison.Ordinal) + 1;
            parts[i] = parts[i][..end] + Open(parts[i][end..], vocabulary);
        }

        return string.Join('“', parts);
    }

    private string Open(string text, Vocabulary vocabulary) => Unit().Replace(
        Name().Replace(text, m => FullName(m.Value, vocabulary) ?? string.Join(' ', m.Value.Split('_').Select(w => vocabulary.Actors.ContainsKey(w) ? FullName(w, vocabulary) : w))),
        "$1 persons");

    private string? FullName(string name, Vocabulary vocabulary) => told.TryGetValue(name, out var special) ? special
        : NamesInFull.Of(name, vocabulary) ?? (vocabulary.Actors.ContainsKey(name) ? Capitalized(name) : null);

    /// <summary>"united_kingdom" as "United Kingdom".</summary>
    private static string Capitalized(string name) =>
        string.Join(' ', name.Split('_').Select(w => w is "and" or "of" ? w : char.ToUpperInvariant(w[0]) + w[1..]));

    [GeneratedRegex(@"(?<![\w.-])[a-z][a-z0-9_]*(?![\w-]|\.\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"([0-9)]) person\b", RegexOptions.CultureInvariant)]
    private static partial Regex Unit();
}
