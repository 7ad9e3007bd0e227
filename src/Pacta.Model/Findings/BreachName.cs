using System.Globalization;
using System.Text.RegularExpressions;

namespace Pacta.Model.Findings;

/// <summary>
/// How a breach is named where it triggers something: by a clause (<c>when breach b of quiet</c>) or by what a clause says <c>otherwise</c>. The name
/// is part of what findings are hashed from. It is no word of Pacta's own about anybody: people are told its parts in other words
/// (Pacta.Presentation).
/// </summary>
/// <param name="Clause">Null: that of the <c>otherwise</c>.</param>
/// <param name="By">Whose, where the sentence binds several; else empty.</param>
/// <param name="To">Towards whom, where there are several; else empty.</param>
/// <param name="Line">Of a sentence with several; else empty.</param>
/// <param name="Time">Which of several by the same, from 1.</param>
/// <param name="About">What triggered the clause, joined by commas.</param>
public sealed partial record BreachName(string? Clause, string By, string To, string Line, int Time, string About)
{
    /// <summary>Null for anything else: the words of a text, which may begin alike, do not say what it was about.</summary>
    public static BreachName? Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!name.StartsWith("breach", StringComparison.Ordinal) || Form().Match(name) is not { Success: true } match || match.Groups["clause"].Success != match.Groups["about"].Success)
        {
            return null;
        }

        string Part(string of) => match.Groups[of].Value;
        return new BreachName(
            match.Groups["clause"].Success ? Part("clause") : null,
            Part("by"),
            Part("to"),
            Part("line"),
            int.TryParse(Part("time"), NumberStyles.None, CultureInfo.InvariantCulture, out var time) ? time : 1,
            Part("about"));
    }

    public override string ToString() =>
        "breach" + (Clause is null ? string.Empty : $" of {Clause}") + Rest() + (Clause is null ? string.Empty : $": {About}");

    /// <summary>Whose, towards whom, of which line, and which time.</summary>
    public string Rest() =>
        (By.Length > 0 ? $" by {By}" : string.Empty)
        + (To.Length > 0 ? $" to {To}" : string.Empty)
        + (Line.Length > 0 ? $" of line {Line}" : string.Empty)
        + (Time > 1 ? string.Create(CultureInfo.InvariantCulture, $" ({Time})") : string.Empty);

    [GeneratedRegex(
        @"^breach( of (?<clause>\w+))?( by (?<by>((by|to|of|against) of )?\S+?))?( to (?<to>((by|to|of|against) of )?\S+?))?( of line (?<line>.+?))?( \((?<time>[0-9]{1,6})\))?(: (?<about>.*))?$",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
