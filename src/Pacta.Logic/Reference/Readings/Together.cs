using System.Collections.Immutable;
using Pacta.Model;
using Pacta.Model.Findings;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference.Readings;

/// <summary>
/// One finding from what each reading leads to: its times cover them all, its reasons are those of all, and whatever is listed stands in the
/// order of the names. Swapping two readings in the agreement's file changes nothing in it.
/// </summary>
internal static class Together
{
    public static Finding Tell(Finding finding, ImmutableArray<FindingUnderReadings> under)
    {
        var found = under.Select(u => u.Finding).OfType<Finding>().ToImmutableArray();
        if (found.Length == 0)
        {
            return finding;
        }

        var isCertain = finding.Certainty == Certainty.Certain;
        var isSettled = isCertain && found.All(f => f.IsSettled);
        return finding with
        {
            Notes = isSettled ? [.. found.SelectMany(f => f.Notes).Distinct().Order()] : finding.Notes,
            ByReading = under,
            Opened = Cover(found, static f => f.Opened),
            Due = Cover(found, static f => f.Due),
            Changes = Changes(found),
            DoubtfulFrom = found.Select(f => f.DoubtfulFrom).Min(),
            Derivation = isCertain ? found[0].Derivation : Undecided(finding, found),
            IsSettled = isSettled,
            Reports = [.. finding.Reports.Concat(found.SelectMany(f => f.Reports)).Distinct().Order()],
        };
    }

    private static InstantRange? Cover(ImmutableArray<Finding> found, Func<Finding, InstantRange?> of)
    {
        InstantRange? all = null;
        foreach (var finding in found)
        {
            if (of(finding) is { } range)
            {
                all = all?.Cover(range) ?? range;
            }
        }

        return all;
    }

    /// <summary>The same changes under every reading, though perhaps at other times; none where readings differ in more.</summary>
    private static ImmutableArray<StateChange> Changes(ImmutableArray<Finding> found)
    {
        var first = found[0].Changes;
        return found.All(f => f.Changes.Select(c => (c.State, c.Derivation.Code)).SequenceEqual(first.Select(c => (c.State, c.Derivation.Code))))
            ? [.. first.Select((c, i) => c with { At = found.Select(f => f.Changes[i].At).Aggregate((a, b) => a.Cover(b)) })]
            : [];
    }

    private static Derivation Undecided(Finding finding, ImmutableArray<Finding> found) => new(
        DerivationCode.Undecided,
        [string.Join(" or ", finding.States)],
        Truth.Unknown,
        [.. Different(found).Select(f => f.Derivation)],
        [],
        [.. found.SelectMany(f => f.Derivation.Mentions).Distinct(StringComparer.Ordinal)]);

    private static List<Finding> Different(ImmutableArray<Finding> found)
    {
        var different = new List<Finding>();
        foreach (var finding in found.Where(f => !different.Exists(d => Sameness.Of(d, f))))
        {
            different.Add(finding);
        }

        return different;
    }
}
