using System.Collections.Immutable;
using Pacta.Model.Reports;

namespace Pacta.Tests.Evidence;

/// <summary>The same few records many times over, each time about other things: much that has nothing to do with each other.</summary>
internal static class LiveWorlds
{
    public static IEnumerable<ReportRecord> Of(ReportRecord[] records, int count) =>
        Enumerable.Range(0, count).SelectMany(world => records.Select(r => In(r, world)));

    private static ReportRecord In(ReportRecord record, int world)
    {
        return record switch
        {
            Report report => report with
            {
                Id = Name(report.Id),
                Supersedes = report.Supersedes is { } superseded ? Name(superseded) : null,
                Retracts = [.. report.Retracts.Select(Name)],
                Claims = [.. report.Claims.Select(c => c with
                {
                    Id = Name(c.Id), Event = Name(c.Event), DerivedFrom = [.. c.DerivedFrom.Select(Name)], Roles = c.Roles.ToImmutableSortedDictionary(r => r.Key, r => Named(r.Value)),
                })],
            },
            GradeRecord grade => grade with { Id = Name(grade.Id), Target = grade.Target[0] == 'r' ? Name(grade.Target) : grade.Target },
            _ => record with { Id = Name(record.Id) },
        };

        // A claim keeps its name after its report.
        string Name(string id) => id.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? $"{id[..at]}_{world}{id[at..]}" : $"{id}_{world}";

        ReportedValue Named(ReportedValue value) => value switch
        {
            ReportedText { Text: ['x' or 's', ..] } text => new ReportedText(Name(text.Text)),
            ReportedNames names => names with { Names = [.. names.Names.Select(n => n[0] is 'x' or 's' ? Name(n) : n)] },
            _ => value,
        };
    }
}
