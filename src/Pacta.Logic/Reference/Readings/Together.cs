using System.Collections.Immutable;
using NodaTime;
using Pacta.Logic.Reference.Norms;
using Pacta.Model;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
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
        var found = FoundIn(under);
        if (found.Length == 0)
        {
            return finding;
        }

        var isCertain = finding.Certainty == Certainty.Certain;
        var isSettled = isCertain;
        Instant? doubtfulFrom = null;
        foreach (var one in found)
        {
            isSettled &= one.IsSettled;
            doubtfulFrom = one.DoubtfulFrom is { } from && !(doubtfulFrom <= from) ? from : doubtfulFrom;
        }

        return finding with
        {
            Notes = isSettled ? [.. found.SelectMany(f => f.Notes).Distinct().Order()] : finding.Notes,
            ByReading = under,
            Opened = Cover(found, static f => f.Opened),
            Due = Cover(found, static f => f.Due),
            Changes = Changes(found),
            DoubtfulFrom = doubtfulFrom,
            Derivation = isCertain ? found[0].Derivation : Undecided(finding, found),
            IsSettled = isSettled,
            Reports = Reports(finding, found),
        };
    }

    private static ImmutableArray<Finding> FoundIn(ImmutableArray<FindingUnderReadings> under)
    {
        var found = ImmutableArray.CreateBuilder<Finding>(under.Length);
        foreach (var (_, finding, _) in under)
        {
            if (finding is not null)
            {
                found.Add(finding);
            }
        }

        return found.DrainToImmutable();
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

    /// <summary>In their order; mostly each reading rests on no more than all together.</summary>
    private static ImmutableArray<ReportReference> Reports(Finding finding, ImmutableArray<Finding> found)
    {
        HashSet<ReportReference>? more = null;
        foreach (var one in found)
        {
            if (one.Reports != finding.Reports) // what is the same list
            {
                (more ??= [.. finding.Reports]).UnionWith(one.Reports);
            }
        }

        return more is null || more.Count == finding.Reports.Length ? finding.Reports : FindingMaker.InOrder<ReportReference>([.. more]);
    }

    /// <summary>The same changes under every reading, though perhaps at other times; none where readings differ in more.</summary>
    private static ImmutableArray<StateChange> Changes(ImmutableArray<Finding> found)
    {
        var first = found[0].Changes;
        foreach (var finding in found)
        {
            if (!AreLike(finding.Changes, first))
            {
                return [];
            }
        }

        var changes = first;
        foreach (var finding in found)
        {
            changes = ChangeTimes.Cover(changes, finding.Changes);
        }

        return changes;
    }

    private static bool AreLike(ImmutableArray<StateChange> a, ImmutableArray<StateChange> b)
    {
        if (a.Length != b.Length)
        {
            return false;
        }

        for (var i = 0; i < a.Length; i++)
        {
            if (a[i].State != b[i].State || a[i].Derivation.Code != b[i].Derivation.Code)
            {
                return false;
            }
        }

        return true;
    }

    private static Derivation Undecided(Finding finding, ImmutableArray<Finding> found) => new(
        DerivationCode.Undecided,
        [StateSet.Of(finding.States).Told],
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
