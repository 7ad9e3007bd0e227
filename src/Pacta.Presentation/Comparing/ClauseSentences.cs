using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Redlining;

namespace Pacta.Presentation.Comparing;

/// <summary>What a clause says, as it is encoded, in a few lines: the trigger with the sentence, its readings, its exceptions at any depth.</summary>
internal static class ClauseSentences
{
    /// <summary>What is longer is cut: the file has the rest.</summary>
    private const int Longest = 400;

    public static ImmutableArray<string> Of(Clause clause) => [.. Wording.Of(clause).Select(l => Short(l, Longest))];

    public static string Short(string line, int longest) =>
        line.Length <= longest ? line : line[..(char.IsHighSurrogate(line[longest - 2]) ? longest - 2 : longest - 1)] + "…";
}
