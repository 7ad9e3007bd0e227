using System.Text.RegularExpressions;
using Pacta.Model.Agreements;

namespace Pacta.Tests.Agreements;

/// <summary>A scenario as it is written, with the comment above it.</summary>
/// <param name="Comment">The lines that begin with <c>//</c> right above the scenario, and those inside it.</param>
/// <param name="Told">The facts and expectations, without quoted words, stand-ins and comments.</param>
internal sealed partial record ScenarioText(string Comment, string Told)
{
    public static ScenarioText Of(Scenario scenario)
    {
        var text = scenario.Origin.File.Content;
        var span = scenario.Origin.Span;
        var above = text[..span.Start].ReplaceLineEndings("\n").Split('\n')[..^1].Reverse().TakeWhile(IsComment);
        var inside = text[span.Start..span.End].ReplaceLineEndings("\n").Split('\n')[1..];
        var comment = above.Reverse().Concat(inside.Where(l => l.Contains("//", StringComparison.Ordinal)));
        var told = inside.Where(l => !IsComment(l) && !StandIn().IsMatch(l)).Select(l => Quoted().Replace(l.Split("//")[0], ""));
        return new ScenarioText(string.Join('\n', comment), string.Join('\n', told));
    }

    /// <summary>The names in it, as words.</summary>
    public IEnumerable<string> Names => Word().Matches(Told).Select(m => m.Value).Distinct(StringComparer.Ordinal);

    private static bool IsComment(string line) => line.TrimStart().StartsWith("//", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*\w+ stands in for ")]
    private static partial Regex StandIn();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("[a-z][a-z0-9_]+")]
    private static partial Regex Word();
}
