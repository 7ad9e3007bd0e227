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
        // Who sees the same finds the same: the same list.
        var distinct = columns.Distinct().ToDictionary(c => c, ById);
        var byId = columns.Select(c => distinct[c]).ToImmutableArray();
        var rows = distinct.Keys.SelectMany(c => c).DistinctBy(Key)
            .Select(f => (Finding: f, Cells: Cells(byId, Key(f), speech)))
            .Where(r => r.Cells.AsSpan().ContainsAnyExcept(r.Cells[0]))
            .Select(r => new PerspectiveRow(r.Finding, speech.Clauses.Full(r.Finding), speech.Parties.Of(r.Finding), string.Join(", ", r.Finding.Trigger), r.Cells));
        return new PerspectiveTable([speech.Phrases.Say("table.every_source"), .. of.Perspectives.Select(p => p.Name)], [.. rows]);
    }

    private static Dictionary<(string, string?), Finding> ById(ImmutableArray<Finding> findings)
    {
        var byId = new Dictionary<(string, string?), Finding>(findings.Length);
        foreach (var finding in findings)
        {
            byId.TryAdd(Key(finding), finding);
        }

        return byId;
    }

    private static ImmutableArray<string> Cells(ImmutableArray<Dictionary<(string, string?), Finding>> columns, (string, string?) key, Speech speech)
    {
        var cells = ImmutableArray.CreateBuilder<string>(columns.Length);
        foreach (var column in columns)
        {
            cells.Add(column.TryGetValue(key, out var here) ? Cell(here, speech) : speech.Phrases.Say("table.no_finding"));
        }

        return cells.MoveToImmutable();
    }

    private static (string, string?) Key(Finding finding) => (finding.Id, finding.Line);

    private static string Cell(Finding finding, Speech speech) => finding.Certainty == Certainty.Certain || finding.IsClaim
        ? speech.States.Of(finding)
        : speech.Certainties.Of(finding);
}

/// <param name="Finding">As the first column that has it has it.</param>
/// <param name="Cells">One for each column.</param>
internal sealed record PerspectiveRow(Finding Finding, string Clause, string Who, string About, ImmutableArray<string> Cells);
