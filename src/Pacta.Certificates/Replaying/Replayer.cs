using System.Collections.Immutable;
using Pacta.Checking;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Reports;
using Pacta.Model.Time;

namespace Pacta.Certificates.Replaying;

/// <summary>Finds again, from other records, what one agreement and some options give.</summary>
internal sealed class Replayer(Agreement agreement, CertificateOptions options)
{
    public Agreement Agreement { get; } = agreement;

    public CertificateOptions Options { get; } = options;

    /// <summary>How often it was asked: each time the clause is evaluated anew.</summary>
    public int Count { get; private set; }

    public ImmutableArray<Finding> Findings(ImmutableArray<ReportRecord> records)
    {
        Count++;
        var request = new CheckRequest(
            [Agreement], records, Options.AsOf is { } asOf ? Moment.At(asOf) : null, Moment.At(Options.Through), Options.Perspective, Options.Clause is { } clause ? [clause] : null);
        return Checker.Check(request).Agreements[0].Findings;
    }

    public Finding? Find(ImmutableArray<ReportRecord> records, string id) => Findings(records).FirstOrDefault(f => f.Id == id);

    /// <summary>The clause of the agreement that a finding is about, alone or with what it asks otherwise; null where it is none by itself.</summary>
    public static string? ClauseOf(Agreement agreement, Finding finding) =>
        agreement.Clauses.FirstOrDefault(c => c.Holds(finding.ClausePath))?.Name;
}
