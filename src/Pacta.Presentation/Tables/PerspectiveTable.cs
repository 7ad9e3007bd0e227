using System.Collections.Immutable;
using Pacta.Model.Findings;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Tables;

/// <summary>The findings that are not the same to all: a row for each, a column for every source together and for each perspective.</summary>
internal sealed record PerspectiveTable(ImmutableArray<string> Headings, ImmutableArray<PerspectiveRow> Rows)
{
    /// <summary>Null where no perspective is declared, or one was asked for.</summary>
    public static PerspectiveTable? Of(AgreementFindings of, Speech speech)
    {
        if (of.Perspectives.Length == 0)
        {
            return null;
        }

        ImmutableArray<ImmutableArray<Finding>> columns = [of.Findings, .. of.Perspectives.Select(p => p.Findings)];
        var byId = columns.Select(c => c.GroupBy(Key).ToDictionary(g => g.Key, g => g.First())).ToImmutableArray();
        var rows = columns.SelectMany(c => c).DistinctBy(Key)
            .Select(f => (Finding: f, Cells: byId.Select(c => c.TryGetValue(Key(f), out var here) ? Cell(here, speech) : speech.Phrases.Say("table.no_finding")).ToImmutableArray()))
            .Where(r => r.Cells.Distinct(StringComparer.Ordinal).Skip(1).Any())
            .Select(r => new PerspectiveRow(r.Finding, speech.Clauses.Full(r.Finding), speech.Parties.Of(r.Finding), string.Join(", ", r.Finding.Trigger), r.Cells));
        return new PerspectiveTable([speech.Phrases.Say("table.every_source"), .. of.Perspectives.Select(p => p.Name)], [.. rows]);
    }

    private static (string, string?) Key(Finding finding) => (finding.Id, finding.Line);

    private static string Cell(Finding finding, Speech speech) => finding.Certainty == Certainty.Certain || finding.IsClaim
        ? speech.States.Of(finding)
        : speech.Certainties.Of(finding);
}

/// <param name="Finding">As the first column that has it has it.</param>
/// <param name="Cells">One for each column.</param>
internal sealed record PerspectiveRow(Finding Finding, string Clause, string Who, string About, ImmutableArray<string> Cells);
