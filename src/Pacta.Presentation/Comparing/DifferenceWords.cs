using System.Globalization;
using System.Text.RegularExpressions;
using Pacta.Model.Agreements;
using Pacta.Negotiation;
using Pacta.Negotiation.Content;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Comparing;

/// <summary>
/// The words in which drafts differ. What an agreement's file says is quoted, in whatever language a reader is told of it; what the comparison says of
/// it in short (bounds, must and may, lengths of time, who claims, lines of the head) is told in the reader's language.
/// </summary>
internal sealed partial class DifferenceWords(Speech speech)
{
    private const string Variable = "variable ";

    public string Of(Aspect aspect, string? words) => words is not { Length: > 0 } ? Say("compare.nothing") : aspect switch
    {
        Aspect.Modality or Aspect.Comparison => Bound(words),
        Aspect.Time => Time(words),
        Aspect.Standing => string.Join(", ", words.Split(", ").Select(Standing)),
        _ => words.StartsWith(Variable, StringComparison.Ordinal) ? Say("compare.variable", words[Variable.Length..]) : words,
    };

    /// <summary>A line of the head of a draft; two that differ never look the same.</summary>
    public (string First, string Second) Of(HeadDifference head, Agreement first, Agreement second)
    {
        var (a, b) = (Of(head.Line, head.First, first), Of(head.Line, head.Second, second));
        return a == b ? (head.First ?? a, head.Second ?? b) : (a, b);
    }

    public string Of(HeadLine line, string? words, Agreement draft)
    {
        var head = new HeadWords(draft, speech);
        return words is null ? Say("compare.absent") : line switch
        {
            HeadLine.Standing => head.Standing,
            HeadLine.EntryIntoForce => head.EntryIntoForce,
            HeadLine.Provisional => head.Provisional,
            HeadLine.Duration => head.Expiry,
            HeadLine.Participation => string.Join("; ", new[] { ("head.suspended", head.Suspended), ("head.withdrawn", head.Withdrawn) }
                .Where(p => p.Item2.Length > 0)
                .Select(p => Say("compare.told", Say(p.Item1), p.Item2))),
            HeadLine.Tolerance => Say("compare.percent", (draft.Vocabulary.Tolerance * 100).ToString("0.######", CultureInfo.InvariantCulture)),
            _ => words,
        };
    }

    private string Bound(string words) => speech.Phrases.Has(Key(words)) ? Say(Key(words)) : words;

    private static string Key(string words) => "compare.bound." + words.Replace(' ', '_');

    private string Time(string words)
    {
        if (Lapse().Match(words) is { Success: true } lapse)
        {
            return Counted(lapse.Groups["unit"].Value, lapse.Groups["count"].Value);
        }

        if (Window().Match(words) is { Success: true } window)
        {
            var (count, unit, isCalendar) = (window.Groups["count"].Value, window.Groups["unit"].Value, window.Groups["calendar"].Success);
            return count.Length == 0 ? Say("compare.per." + unit) : Say(isCalendar ? "compare.in_any.calendar" : "compare.in_any", Counted(unit, count));
        }

        return words == "at once" ? Say("compare.at_once") : words;
    }

    private string Counted(string unit, string count) => Say($"compare.lapse.{unit.Replace(' ', '_')}.{(count == "1" ? "one" : "many")}", count);

    private string Standing(string words)
    {
        foreach (var key in new[] { "claimed by ", "denied by " })
        {
            if (words.StartsWith(key, StringComparison.Ordinal))
            {
                return Say("compare." + key.TrimEnd().Replace(' ', '_'), words[key.Length..]);
            }
        }

        return words.Split(' ') is [var standing, .. var more] && Enum.TryParse<Standing>(standing, ignoreCase: true, out var known)
            ? speech.Clauses.Of(new Status(known, more is ["disputed"]))
            : words;
    }

    private string Say(string key, params ReadOnlySpan<string> arguments) => speech.Phrases.Say(key, arguments);

    [GeneratedRegex("^(?<count>[0-9]+) (?<unit>second|minute|hour|working day|day|week|month|year)s?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Lapse();

    [GeneratedRegex("^(per calendar (?<unit>day|week|month|year)|in any (?<count>[0-9]+) (?<calendar>calendar )?(?<unit>second|minute|hour|working day|day|week|month|year)s?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Window();
}
