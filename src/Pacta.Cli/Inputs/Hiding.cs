using System.Collections.Immutable;
using NodaTime;
using Pacta.Certificates.Hiding;
using Pacta.Evidence;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Presentation.Explaining;

namespace Pacta.Cli.Inputs;

/// <summary>What was read, without the names of those who report.</summary>
internal static class Hiding
{
    public static (LoadedAgreements Agreements, LoadedReports Reports) Hide(LoadedAgreements agreements, LoadedReports reports)
    {
        var hidden = Identities(agreements, reports);
        return (
            agreements with { Compilation = agreements.Compilation with { Agreements = hidden.Agreements } },
            new LoadedReports(hidden.Records, [], reports.Skipped));
    }

    public static Identities Identities(LoadedAgreements agreements, LoadedReports reports)
    {
        var zone = agreements.Compilation.Agreements is [var first, ..] ? first.Calendar.Zone : DateTimeZone.Utc;
        return Certificates.Hiding.Identities.Hide(
            [.. agreements.Texts.Select(t => new SourceText(t.Path, t.Content.TrimStart('\ufeff')))], agreements.Maps, reports.Records, InOrder(reports.Records, zone));
    }

    /// <summary>Is what is shown to everybody the same finding? Its event may have a pseudonym, and then its id is another.</summary>
    public static bool IsSame(Explanation said, Explanation shown, Identities identities) =>
        said.Finding.ClausePath == shown.Finding.ClausePath
        && said.Finding.Bearers.SequenceEqual(shown.Finding.Bearers)
        && said.Finding.Beneficiary == shown.Finding.Beneficiary
        && said.Finding.Line == shown.Finding.Line
        && PublicFindings.TriggerOf(said.Finding).Select(identities.Renamed).SequenceEqual(shown.Finding.Trigger);

    /// <summary>In the order in which they were recorded; last, those that do not say when.</summary>
    private static ImmutableArray<ReportRecord> InOrder(ImmutableArray<ReportRecord> records, DateTimeZone zone)
    {
        var ordered = HistoryBuilder.Recorded(records, zone).Select(r => r.Record).ToList();
        return [.. ordered, .. records.Except(ordered, ReferenceEqualityComparer.Instance).OfType<ReportRecord>().OrderBy(r => r.Id, StringComparer.Ordinal)];
    }
}
