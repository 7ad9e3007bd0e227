using System.Collections.Immutable;
using NodaTime;
using Pacta.Evidence.Checking;
using Pacta.Evidence.Recording;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Histories;
using Pacta.Model.Reports;

namespace Pacta.Evidence.Joining;

/// <summary>
/// Plain reports that an agreement passes over: their kind is none that it speaks of, nothing that it speaks of names them, nobody else speaks of their events, and they are
/// understood as they stand. What it finds is what it would find with them, and they need not be gone through.
/// </summary>
/// <param name="Read">The records that are gone through.</param>
/// <param name="Facts">The others, by kind.</param>
/// <param name="Naming">Those of the others that are the first to name what may be unknown, as statements in the order of recording: that is told nevertheless.</param>
internal sealed record SetAside(StandingRecords Read, ImmutableArray<FactsOfKind> Facts, ImmutableArray<Statement> Naming)
{
    /// <param name="checker">Of the agreement.</param>
    public static SetAside Of(SortedRecords records, Concern? concern, Vocabulary vocabulary, DateTimeZone zone, RowChecker checker)
    {
        var standing = records.Standing;
        if (concern is null || records.Kinds.All(k => concern.SpeaksOf(k)))
        {
            return new SetAside(standing, [], []);
        }

        var byKind = records.ByKind;
        var reached = byKind.Reached(concern.SpeaksOf);
        var (aside, read, naming) = (new List<KindOfRows>(), new List<int>(byKind.Others), new List<int>());
        foreach (var kind in byKind.Kinds)
        {
            if (!reached.Contains(kind) && kind.Records.Count > 0 && kind.Sources.All(IsAccepted) && checker.FirstToName(kind) is { } first)
            {
                aside.Add(kind);
                naming.AddRange(first);
            }
            else
            {
                read.AddRange(kind.Records);
            }
        }

        if (aside.Count == 0)
        {
            return new SetAside(standing, [], []);
        }

        read.Sort();
        var rowsOf = Sayings.RowsOf(vocabulary, zone);
        var again = new ClaimChecker(vocabulary, zone, new DiagnosticBag());
        return new SetAside(
            standing with { Records = [.. read.Select(r => standing.Records[r])] },
            [.. aside.Select(k => k.Facts(standing.Records, rowsOf))],
            [.. naming.Distinct().Order().Select(r => (Dated: standing.Records[r], Report: (Report)standing.Records[r].Record)).Select(r => again.Again(r.Dated, r.Report, r.Report.Claims[0]))]);

        bool IsAccepted(string source) => concern.Perspectives.All(p => p.Standard is null && Weighing.Weighing.Accepts(p, vocabulary, source));
    }
}
