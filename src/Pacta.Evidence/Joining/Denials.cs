using Pacta.Evidence.Checking;
using Pacta.Evidence.Recording;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Values;

namespace Pacta.Evidence.Joining;

/// <summary>A denial that meets nothing which anybody asserts changes no finding: that is said, or its author would believe it did.</summary>
internal static class Denials
{
    /// <param name="statements">At least all about events of which something is denied.</param>
    /// <param name="known">All records, also those that were taken back: who denied in time what its author took back later did not err.</param>
    public static void Check(List<Statement> statements, List<Dated> known, StandingRecords standing, DiagnosticBag diagnostics)
    {
        if (statements.TrueForAll(s => s.Asserts))
        {
            return;
        }

        var isAll = standing.Records.Length == known.Count && standing.TakenBack.Count == 0;
        var stands = isAll ? [] : standing.Records.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        var takenBack = (isAll ? [] : known)
            .SelectMany(r => r.Record is Report report ? report.Claims.Where(c => !stands.Contains(r.Id) || standing.TakenBack.Contains((r.Id, c.Id))) : [])
            .Where(c => c.Polarity == Polarity.Asserts)
            .Select(c => c.Event)
            .ToHashSet(StringComparer.Ordinal);
        var asserted = statements.Where(s => s.Asserts).ToLookup(FactJoiner.KeyOf, StringComparer.Ordinal);
        foreach (var denial in statements.Where(s => !s.Asserts && !takenBack.Contains(s.Event)))
        {
            var same = asserted[FactJoiner.KeyOf(denial)].ToList();
            if (same.Count == 0)
            {
                diagnostics.DeniesNothing(denial);
                continue;
            }

            foreach (var (name, value) in denial.DeniedRoles)
            {
                Check(denial, name, value, [.. same.SelectMany(s => s.Roles).Where(r => r.Key == name).Select(r => r.Value)], diagnostics);
            }

            foreach (var (name, value) in denial.DeniedFields)
            {
                Check(denial, name, value, [.. same.SelectMany(s => s.Fields).Where(f => f.Key == name).Select(f => f.Value)], diagnostics);
            }
        }
    }

    private static void Check(Statement denial, string name, Value denied, List<Value> asserted, DiagnosticBag diagnostics)
    {
        if (!asserted.Exists(a => AttributeJoiner.Meets(denied, a)))
        {
            diagnostics.DeniesOther(denial, name, denied, [.. asserted.Distinct().OrderBy(CanonicalOrder.TextOf, StringComparer.Ordinal)]);
        }
    }
}
