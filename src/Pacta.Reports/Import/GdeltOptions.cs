using System.Collections.Immutable;

namespace Pacta.Reports.Import;

/// <summary>Which CAMEO codes of actions are events of which kind: those from one code to another, with all that is filed under them.</summary>
/// <param name="From">Two to four digits; <c>190</c>.</param>
/// <param name="To">As many digits; the same as <paramref name="From"/> for one code.</param>
public sealed record GdeltCodes(string From, string To, string Kind)
{
    /// <summary>Reads <c>190-196=fire</c> or <c>19=fire</c>; null if it is neither.</summary>
    public static GdeltCodes? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Split('=', StringSplitOptions.TrimEntries) is not [var codes, { Length: > 0 } kind])
        {
            return null;
        }

        var ends = codes.Split('-', StringSplitOptions.TrimEntries);
        var (from, to) = (ends[0], ends[^1]);
        return ends.Length <= 2 && from.Length is >= 2 and <= 4 && from.Length == to.Length && from.All(char.IsAsciiDigit) && to.All(char.IsAsciiDigit)
            && string.CompareOrdinal(from, to) <= 0
            ? new GdeltCodes(from, to, kind)
            : null;
    }

    /// <summary>Is this code one of them, or filed under one of them?</summary>
    public bool Covers(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Length >= From.Length && string.CompareOrdinal(code[..From.Length], From) >= 0 && string.CompareOrdinal(code[..From.Length], To) <= 0;
    }
}

/// <summary>How rows of GDELT 2.0 become reports.</summary>
public sealed record GdeltOptions
{
    public static readonly GdeltOptions Default = new();

    /// <summary>Of several that cover a code, the one of the longest codes counts, and of those the last. Other rows are left out.</summary>
    public ImmutableArray<GdeltCodes> Codes { get; init; } = [];

    /// <summary>The name under which the data set is declared as a source.</summary>
    public string Source { get; init; } = "gdelt";

    /// <summary>Actors by the CAMEO code or the name that the data set gives them; the code goes first.</summary>
    public ImmutableDictionary<string, string> Actors { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The role of the second actor, a preposition; null to leave it in the reference only.</summary>
    public string? Target { get; init; }

    /// <summary>The prepositions that may take the second actor; <c>by</c> is the first.</summary>
    public static ImmutableArray<string> Targets { get; } = [.. Lines.ClaimLine.Prepositions.Where(p => p is not ("by" or "in"))];

    public string? KindOf(string code) => Codes.Where(c => c.Covers(code)).OrderBy(c => c.From.Length).LastOrDefault()?.Kind;
}
