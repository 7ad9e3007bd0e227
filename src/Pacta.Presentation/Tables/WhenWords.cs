using Pacta.Model.Findings;
using Pacta.Model.Time;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Tables;

/// <summary>When something is due, or since when it is so, in the table and in the summary of a page.</summary>
internal static class WhenWords
{
    /// <summary>Of an act, which happens at one time.</summary>
    private const string On = "table.on";

    /// <summary>More times than this are told by the first and the last.</summary>
    private const int Most = 3;

    /// <summary>A due where there is one; else how long it was so, if that is over, or since when it is so.</summary>
    public static string Of(Finding finding, TimeWords times, Speech speech)
    {
        if (times.WordForDue(finding) is { } word)
        {
            return times.IsKnown(finding.Due!.Value) ? speech.Phrases.Say("table.due", word, Dues(finding, times, speech)) : speech.Phrases.Say("table.due_unknown", word);
        }

        return UnderEach(finding, times, speech) ?? Lasting(finding, times, speech);
    }

    private static string Lasting(Finding finding, TimeWords times, Speech speech) =>
        Stretches.LastOf(finding) is { } stretch && finding.DoubtfulFrom is null && Stretches.InWords(stretch, times, speech) is { } words ? words
        : Since(finding, times) is { } since ? In(KeyOf(finding), since, times, speech)
        : string.Empty;

    /// <summary>
    /// Where it began at different times under different readings, each of them: a time that covers them all would tell of a beginning and an end that
    /// no reading has. Null where readings make no difference to it.
    /// </summary>
    private static string? UnderEach(Finding finding, TimeWords times, Speech speech)
    {
        var found = finding.ByReading.Select(r => r.Finding).OfType<Finding>().Where(f => f.Changes.Length > 0 || f.DoubtfulFrom is not null).ToList();
        var told = found.ConvertAll(f => (Key: KeyOf(f), At: Since(f, times), Words: Lasting(f, times, speech)))
            .Where(t => t.At is not null)
            .OrderBy(t => t.At!.Value.Earliest)
            .ThenBy(t => t.At!.Value.Latest)
            .DistinctBy(t => t.Words)
            .ToList();
        if (told.Count < 2)
        {
            return told is [var only] ? only.Words : null;
        }

        var isAlike = told.TrueForAll(t => t.Key == told[0].Key && t.Words == In(t.Key, t.At!.Value, times, speech));
        return !isAlike ? string.Join(speech.Phrases.Say("table.or"), told.Select(t => t.Words))
            : told.Count > Most ? speech.Phrases.Say(told[0].Key, speech.Phrases.Say("table.first_to_last", times.Of(told[0].At!.Value), times.Of(told[^1].At!.Value)))
            : speech.Phrases.Say(told[0].Key, string.Join(speech.Phrases.Say("table.or"), told.Select(t => times.Of(t.At!.Value))));
    }

    private static string In(string key, InstantRange at, TimeWords times, Speech speech) => key == On ? times.On(at) : speech.Phrases.Say(key, times.Of(at));

    /// <summary>Since when it is in doubt, or as it is; null where that is not known.</summary>
    private static InstantRange? Since(Finding finding, TimeWords times) =>
        (finding.DoubtfulFrom is { } doubtful ? InstantRange.At(doubtful) : finding.Changes.Length > 0 ? finding.Changes[^1].At : finding.Opened) is { } at && times.IsKnown(at)
            ? at
            : null;

    private static string KeyOf(Finding finding) => finding.Trigger.Any(t => CountName.Parse(t) is not null) ? "table.counted" :
        finding.DoubtfulFrom is null
        && (finding.Derivation.Code is DerivationCode.Violated or DerivationCode.Unattributed || finding.State is null or ClauseState.Void) ? On : "table.since";

    /// <summary>Where readings lead to different dues, each of them.</summary>
    private static string Dues(Finding finding, TimeWords times, Speech speech)
    {
        if (finding.ByReading.All(r => r.Finding?.Due is not { } due || due == finding.Due))
        {
            return times.Of(finding.Due!.Value);
        }

        var dues = finding.ByReading.Select(r => r.Finding?.Due).OfType<InstantRange>().Distinct().OrderBy(d => d.Earliest).ThenBy(d => d.Latest).ToList();
        return dues.Count is > 1 and <= Most
            ? string.Join(speech.Phrases.Say("table.or"), dues.Select(times.Of).Distinct(StringComparer.Ordinal))
            : times.Of(finding.Due!.Value);
    }
}
