using Pacta.Model.Findings;
using Pacta.Model.Time;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Tables;

/// <summary>
/// How long something that had to be kept was not consistent with its clause, once it is again. A reader who is told when that ended only would
/// take it for the beginning.
/// </summary>
internal static class Stretches
{
    /// <param name="Earlier">How many such stretches there were before.</param>
    public readonly record struct Stretch(InstantRange From, InstantRange Until, int Earlier);

    /// <summary>The last stretch; null where it is not over, or where there is none.</summary>
    public static Stretch? LastOf(Finding finding)
    {
        if (finding is not { State: ClauseState.Cured, Due: null, Changes: [.., { State: ClauseState.Cured } end] })
        {
            return null;
        }

        var begun = finding.Changes.Where(c => c.State == ClauseState.Breached).ToList();
        return begun.Count == 0 ? null : new Stretch(begun[^1].At, end.At, begun.Count - 1);
    }

    /// <summary>Null where its beginning or end is not known at all.</summary>
    public static string? InWords(Stretch stretch, TimeWords times, Speech speech)
    {
        if (!times.IsKnown(stretch.From) || !times.IsKnown(stretch.Until))
        {
            return null;
        }

        var (from, until) = (times.Of(stretch.From), times.Of(stretch.Until));
        var words = IsPoint(stretch.From, times) && IsPoint(stretch.Until, times)
            ? from == until ? speech.Phrases.Say("table.on", from) : speech.Phrases.Say("table.stretch", from, until)
            : speech.Phrases.Say("table.rough_stretch", from, until);
        return stretch.Earlier == 0 ? words
            : speech.Phrases.Say(stretch.Earlier == 1 ? "table.stretch_again.one" : "table.stretch_again.many", words, $"{stretch.Earlier}");
    }

    /// <summary>Is a time told by one date or one clock time?</summary>
    private static bool IsPoint(InstantRange range, TimeWords times) =>
        range.IsExact || (times.IsKnown(range.Earliest) && times.IsKnown(range.Latest) && times.LocalDate(range.Earliest) == times.LocalDate(range.Latest) && times.Of(range) == times.LocalDate(range.Earliest));
}
