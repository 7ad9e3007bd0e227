using Pacta.Evidence.Checking;
using Pacta.Evidence.Recording;
using Pacta.Model.Histories;
using Pacta.Model.Reports;

namespace Pacta.Evidence.Joining;

/// <summary>
/// Who "retracts" somebody else's report denies what that report asserts, and nothing that others say too: it would else be made to contradict
/// somebody of whom it never spoke.
/// </summary>
internal static class Disputes
{
    public static List<Statement> Add(List<Statement> statements, StandingRecords standing)
    {
        if (standing.Disputes.IsEmpty)
        {
            return statements;
        }

        return [.. statements, .. Of(standing, statements.ToLookup(s => s.By.Id, StringComparer.Ordinal))];
    }

    /// <param name="byReport">What the reports that are disputed state, by their ids.</param>
    public static List<Statement> Of(StandingRecords standing, ILookup<string, Statement> byReport)
    {
        var denials = new List<Statement>();
        foreach (var dispute in standing.Disputes)
        {
            if (dispute.By.Record is not Report report)
            {
                continue;
            }

            var by = new ReportReference(report.Id, report.Source, report.Origin ?? report.Source);
            denials.AddRange(byReport[dispute.Target.Id]
                .Where(s => s.Asserts && (dispute.Claim is null || dispute.Claim == s.Claim))
                .Select(s => s with { By = by, At = dispute.By.At, Polarity = Polarity.Denies, Against = new Cited(s.By.Id, s.Claim), Record = report }));
        }

        return denials;
    }
}
