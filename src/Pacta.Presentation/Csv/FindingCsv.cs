using NodaTime.Text;
using Pacta.Model.Findings;
using Pacta.Model.Time;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Csv;

/// <summary>
/// Findings as comma-separated values (RFC 4180, line feeds): one row each. A cell that a spreadsheet would take for a formula gets an
/// apostrophe before it.
/// </summary>
public static class FindingCsv
{
    private static readonly string[] Header =
    [
        "id", "agreement", "reference", "clause", "path", "standing", "disputed", "bearers", "joint", "unattributed", "beneficiary", "trigger", "line",
        "state", "possible_states", "words", "certainty", "settled", "perspective", "certainly_not_consistent",
        "opened_earliest", "opened_latest", "due_earliest", "due_latest", "due_local_date", "since_earliest", "since_latest", "since_local_date",
        "hangs_on", "assumptions", "not_counted", "unverified", "reports", "complete_through", "determinations",
    ];

    public static void Write(TextWriter output, CheckReport report, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(report);
        CsvCells.Row(output, Header);
        foreach (var agreement in report.Agreements)
        {
            var times = new TimeWords(agreement.Agreement.Calendar, speech.Phrases);
            foreach (var finding in agreement.Findings)
            {
                CsvCells.Row(output, Cells(finding, times, agreement, speech));
            }
        }
    }

    private static IEnumerable<string> Cells(Finding finding, TimeWords times, AgreementFindings of, Speech speech)
    {
        InstantRange? since = finding.DoubtfulFrom is { } doubtful ? InstantRange.At(doubtful) : finding.Changes.Length > 0 ? finding.Changes[^1].At : null;
        return
        [
            finding.Id, finding.Agreement, finding.Reference ?? string.Empty, finding.ClauseName, finding.ClausePath,
            Names.Snake(finding.Status.Standing), Truth(finding.Status.Disputed), Several(finding.IsClaim ? speech.Parties.Claimed(finding) : finding.Bearers), Truth(finding.IsJoint),
            Truth(finding.IsUnattributed), finding.Beneficiary ?? string.Empty, Several(TriggerWords.ForMachines(finding)), finding.Line ?? string.Empty,
            finding.State is { } state ? Names.Of(state) : string.Empty, Several(finding.States.Select(Names.Of)),
            speech.States.WithClause(finding, speech.Clauses.Short(finding)), finding.IsClaim ? string.Empty : speech.Certainties.Of(finding.Certainty), finding.IsClaim ? string.Empty : Truth(finding.IsSettled),
            finding.Perspective, Truth(finding.IsCertainBreach),
            Instant(times, finding.Opened?.Earliest), Instant(times, finding.Opened?.Latest),
            Instant(times, finding.Due?.Earliest), Instant(times, finding.Due?.Latest), Date(times, finding.Due),
            Instant(times, since?.Earliest), Instant(times, since?.Latest), Date(times, since),
            Several(Claims(finding, speech).Concat(ReasonWords.InOrder(finding).Select(speech.Causes.Of)).Concat(speech.Notes.OnlyUnder(finding))), Several(speech.Notes.Assumed(finding)),
            Several(speech.Notes.NotCounted([finding])), Several(finding.Unverified),
            Several(finding.Reports.Select(r => r.Id)), Instant(times, of.Through),
            Several(finding.Determinations.Select(d => speech.Determinations.Of(d, finding.Status.Standing))),
        ];
    }

    private static string[] Claims(Finding finding, Speech speech) => finding.IsClaim && speech.Reasons.Claims(finding) is { Length: > 0 } claims ? [claims] : [];

    private static string Truth(bool value) => value ? "yes" : "no";

    private static string Several(IEnumerable<string> values) => string.Join("; ", values);

    /// <summary>What is not known is an empty cell.</summary>
    private static string Instant(TimeWords times, NodaTime.Instant? instant) =>
        instant is { } at && times.IsKnown(at) ? InstantPattern.ExtendedIso.Format(at) : string.Empty;

    private static string Date(TimeWords times, InstantRange? range) =>
        range is { } known && times.IsKnown(known.Earliest) && times.IsKnown(known.Latest) ? times.Of(known) : string.Empty;
}
