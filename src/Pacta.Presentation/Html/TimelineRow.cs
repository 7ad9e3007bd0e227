using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Time;
using Pacta.Presentation.Explaining;

namespace Pacta.Presentation.Html;

/// <summary>A state over a stretch of time.</summary>
/// <param name="Sign">See <see cref="Signs"/>.</param>
/// <param name="At">When it begins: a range where that is not known exactly.</param>
/// <param name="End">Where the next begins, or the history ends; null for an act, which is at a time and does not last.</param>
internal sealed record TimelineBar(string Sign, string Words, InstantRange At, Instant? End);

/// <summary>One finding over time; its times are known.</summary>
internal sealed record TimelineRow(Finding Finding, ImmutableArray<TimelineBar> Bars, InstantRange? Due)
{
    /// <summary>Null where no time of a finding is known, or where nothing is found.</summary>
    public static TimelineRow? Of(AgreementPart part, Finding finding)
    {
        if (finding.IsClaim)
        {
            return null;
        }

        var due = finding.Due is { } at && Words.TimeWords.HasDue(finding) && part.Times.IsKnown(at.Earliest) && part.Times.IsKnown(at.Latest) ? finding.Due : null;
        ImmutableArray<TimelineBar> bars = [.. BarsOf(part, finding)];
        return bars.Length == 0 && due is null ? null : new TimelineRow(finding, bars, due);
    }

    private static IEnumerable<TimelineBar> BarsOf(AgreementPart part, Finding finding)
    {
        var states = part.Speech.States;
        var through = part.Checked.Through;
        var changes = finding.Changes.Where(c => part.Times.IsKnown(c.At.Earliest) && c.At.Earliest <= through).ToList();
        var isAct = IsAct(part, finding);
        var doubt = finding.State is null ? DoubtOf(part, finding, changes) : null;
        if (doubt is { } since)
        {
            changes.RemoveAll(c => c.At.Earliest >= since.Earliest);
        }

        for (var i = 0; i < changes.Count; i++)
        {
            var (change, end) = (changes[i], i + 1 < changes.Count ? changes[i + 1].At.Earliest : doubt?.Earliest ?? through);
            if (end > change.At.Earliest || i == changes.Count - 1)
            {
                yield return new TimelineBar(
                    Signs.Of(change.State), states.Of(change.State, change.Derivation.Code, finding.Status.Standing), change.At, isAct || end <= change.At.Earliest ? null : end);
            }
        }

        if (doubt is { } from)
        {
            yield return new TimelineBar(Signs.Doubt, states.Of(finding), from, isAct || from.Earliest >= through ? null : through);
        }
        else if (changes.Count == 0 && finding.State is { } state && BeginOf(finding) is { } begin && part.Times.IsKnown(begin.Earliest) && begin.Earliest <= through)
        {
            yield return new TimelineBar(Signs.Of(state), states.Of(finding), begin, isAct || begin.Earliest >= through ? null : through);
        }
    }

    /// <summary>
    /// Since when it is in its state, where it has no changes of its own. Readings that come to one state by different ways come to it at different
    /// times: it may begin when the first of them has it, and at the latest when the last has it.
    /// </summary>
    private static InstantRange? BeginOf(Finding finding)
    {
        var begins = finding.ByReading.Select(r => r.Finding).OfType<Finding>().Select(f => f.Changes.Length > 0 ? f.Changes[^1].At : f.Opened).OfType<InstantRange>().ToList();
        return begins.Count > 0 ? begins.Aggregate((a, b) => a.Cover(b)) : finding.Opened;
    }

    /// <summary>
    /// Since when the state is in doubt: as the finding says, else since the due has passed, else since the last change. Where readings differ the
    /// changes are those of one of them, and nothing is drawn that another would not draw.
    /// </summary>
    private static InstantRange? DoubtOf(AgreementPart part, Finding finding, List<StateChange> changes)
    {
        InstantRange? last = finding.ByReading.Length > 0 ? finding.Opened ?? finding.Due : changes.Count > 0 ? changes[^1].At : finding.Opened;
        var from = finding.DoubtfulFrom is { } since ? InstantRange.At(since)
            : changes.Count > 0 && finding.ByReading.Length == 0 && finding.Due is { } due && due.Earliest > changes[^1].At.Earliest && due.Earliest <= part.Checked.Through ? due
            : last ?? finding.Due;
        return from is { } known && part.Times.IsKnown(known.Earliest) && known.Earliest <= part.Checked.Through ? known : null;
    }

    /// <summary>Is it about an act, which happens at a time: one that the clause rules out, or the use of a power?</summary>
    private static bool IsAct(AgreementPart part, Finding finding) =>
        Words.StateWords.IsOfPower(finding)
        || finding.Derivation.Code is DerivationCode.Violated or DerivationCode.Unattributed
        || (finding is { State: null, Due: null, Trigger.Length: > 0 }
            && new Explanation(part.Checked, finding).Clause is { } clause
            && clause.Readings.All(r => r.Content.Sentence is { Modality: Modality.MustNot, Act: DoAct }));
}
