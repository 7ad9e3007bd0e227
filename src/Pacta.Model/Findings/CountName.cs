using System.Text.RegularExpressions;
using Pacta.Model.Values;

namespace Pacta.Model.Findings;

/// <summary>
/// How a count is named where a finding is about it: by what was counted, where, whose and when, never by a report, so that a correction is about the
/// same. People are told its parts in words (Pacta.Presentation).
/// </summary>
/// <param name="Kind">The noun that was counted.</param>
/// <param name="In">Where; empty where nobody says.</param>
/// <param name="By">Whose, as one text; empty where nobody says.</param>
/// <param name="Period">As report files write it: <c>2021-09</c>, <c>2021-09-01..2021-09-30</c>.</param>
public sealed partial record CountName(string Kind, string In, string By, string Period)
{
    /// <summary>Null for anything else.</summary>
    public static CountName? Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.StartsWith("count of ", StringComparison.Ordinal) && Form().Match(name) is { Success: true } match
            ? new CountName(match.Groups["kind"].Value, match.Groups["in"].Value, match.Groups["by"].Value, match.Groups["period"].Value)
            : null;
    }

    /// <summary>The name as it is told inside other words, in every language.</summary>
    public string Told() => Composed.Of("count", [Kind, In, By, .. Period.Split("..", 2)]);

    public override string ToString() =>
        $"count of {Kind}" + (In.Length > 0 ? $" in {In}" : string.Empty) + (By.Length > 0 ? $" by {By}" : string.Empty) + $" [{Period}]";

    [GeneratedRegex(@"^count of (?<kind>\w+)( in (?<in>.+?))?( by (?<by>.+?))? \[(?<period>[^\[\]]+)\]$", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
