using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pacta.Model.Agreements;

namespace Pacta.Presentation.Comparing;

/// <summary>What a clause says, as it is encoded, in a few lines: the trigger with the sentence, its readings, its exceptions at any depth.</summary>
internal static partial class ClauseSentences
{
    /// <summary>What is longer is cut: the file has the rest.</summary>
    private const int Longest = 400;

    public static ImmutableArray<string> Of(Clause clause) =>
    [
        .. clause.Readings.Select(r => Short(
            (r.Name is { } name ? $"reading {name}: " : string.Empty)
            + (clause.When is { } trigger ? $"when {trigger.Text}: " : string.Empty)
            + (r.Content.While is { } condition ? $"while {condition.Text} " : string.Empty)
            + r.Content.Sentence.Text)),
        .. clause.Exceptions.SelectMany(e => Of(e, string.Empty)),
    ];

    private static IEnumerable<string> Of(ClauseException exception, string to) =>
    [
        Short($"exception {exception.Name}{to}: if {exception.If.Text}{(exception.Sentence is { } sentence ? " " + sentence.Text : string.Empty)}"),
        .. exception.Exceptions.SelectMany(e => Of(e, $" to {exception.Name}")),
    ];

    private static string Short(string text)
    {
        var line = Space().Replace(text, " ").Trim();
        return line.Length <= Longest ? line : line[..(char.IsHighSurrogate(line[Longest - 2]) ? Longest - 2 : Longest - 1)] + "…";
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();
}
