using System.Collections.Immutable;

namespace Pacta.Cli.Beginning;

/// <summary>A question about an agreement that is begun.</summary>
/// <param name="Id">By which an answer is found in a file: <c>title</c>; of a clause <c>clauses[0].days</c>.</param>
/// <param name="Example">A right answer.</param>
/// <param name="Choices">What may be answered; empty: anything that is fit.</param>
/// <param name="Default">What no answer means; null where there must be one, empty where there need be none.</param>
/// <param name="Problem">What is wrong with an answer; null: nothing.</param>
internal sealed record Question(string Id, string Text, string Example, ImmutableArray<string> Choices, string? Default, Func<string, string?> Problem)
{
    /// <summary>The answer as it is understood, or what is wrong with it.</summary>
    public (string? Answer, string? Problem) Read(string? given)
    {
        var answer = (given ?? string.Empty).Trim();
        if (answer.Length == 0)
        {
            return Default is null ? (null, "There must be an answer.") : (Default, null);
        }

        if (answer.Length > LongestAnswer || answer.Any(char.IsControl))
        {
            return (null, $"An answer is one line of at most {LongestAnswer} characters.");
        }

        if (Choices.Length > 0)
        {
            var chosen = Choices.Where(c => c.Equals(answer, StringComparison.OrdinalIgnoreCase)).ToList();
            return chosen is [var one] ? (one, null) : (null, $"The answer is one of: {string.Join(", ", Choices)}.");
        }

        return Problem(answer) is { } problem ? (null, problem) : (answer, null);
    }

    private const int LongestAnswer = 1000;
}
