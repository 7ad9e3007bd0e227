using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Language.Parsing;

/// <summary>What is said about a mistake, all but the place.</summary>
/// <param name="Code">Stable; see <see cref="SyntaxErrors"/>.</param>
/// <param name="Headline">Stands alone.</param>
/// <param name="Label">Stands beside the underlined characters.</param>
/// <param name="Help">How to mend it.</param>
/// <param name="Example">Something right that looks like it.</param>
internal sealed record Mistake(string Code, string Headline, string Label, string Help, string Example)
{
    /// <summary>What stands right instead; empty: nothing. Null where that is not certain.</summary>
    public string? Instead { get; init; }

    /// <summary>What <see cref="Instead"/> takes the place of; null: the underlined characters.</summary>
    public TextSpan? InsteadOf { get; init; }

    /// <summary>
    /// The characters that <see cref="Instead"/> takes the place of, where the underlined ones are only the first of them. Where something else
    /// stands there, nothing is offered.
    /// </summary>
    public string? Written { get; init; }

    public Fix? FixIn(SourceText file, TextSpan place)
    {
        if (Instead is not { } text)
        {
            return null;
        }

        var span = InsteadOf ?? (Written is { } written ? new TextSpan(place.Start, written.Length) : place);
        if (Written is not null && string.CompareOrdinal(file.Content, span.Start, Written, 0, span.Length) != 0)
        {
            return null;
        }

        return new Fix(file, span, Parted(file.Content, span, text));
    }

    /// <summary>With blanks where words would run into each other: <c>troops of x&gt;=9_000</c>.</summary>
    private static string Parted(string content, TextSpan span, string text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var before = span.Start > 0 && IsWord(content[span.Start - 1]) && IsWord(text[0]) ? " " : string.Empty;
        var after = span.End < content.Length && IsWord(content[span.End]) && IsWord(text[^1]) ? " " : string.Empty;
        return before + text + after;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
