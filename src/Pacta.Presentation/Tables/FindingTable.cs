using System.Collections.Immutable;
using System.Globalization;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Text;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Tables;

/// <summary>Findings as a table for a screen or a sheet of paper, with everything under it that a reader needs to trust it.</summary>
public sealed class FindingTable
{
    private static readonly string[] Headings = ["who", "about", "state", "due / since", "certainty", "id"];

    private readonly TextWriter _output;
    private readonly CheckReport _report;
    private readonly Screen _screen;
    private readonly int _idLength;

    private FindingTable(TextWriter output, CheckReport report, Screen screen)
    {
        _output = output;
        _report = report;
        _screen = screen;
        _idLength = FindingIds.Length(report.Agreements.SelectMany(a => a.Findings));
    }

    /// <param name="explain">The command that explains a finding, up to its id; null to suggest none.</param>
    public static void Write(TextWriter output, CheckReport report, Screen screen, string? explain)
    {
        ArgumentNullException.ThrowIfNull(report);
        var table = new FindingTable(output, report, screen);
        foreach (var agreement in report.Agreements)
        {
            table.Write(agreement);
        }

        table.WriteEnd(explain);
    }

    /// <summary>Was a duty to keep or a prohibition kept, with nothing to tell about it? Such findings are listed only on demand.</summary>
    public static bool IsMerelyKept(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding is { State: ClauseState.Met, Certainty: Certainty.Certain, Derivation.Code: DerivationCode.Kept or DerivationCode.NoViolation };
    }

    private void Write(CheckedAgreement checkedAgreement)
    {
        var (agreement, findings) = (checkedAgreement.Agreement, checkedAgreement.Findings);
        var shown = findings.Where(f => _report.ListsKept || !IsMerelyKept(f)).ToImmutableArray();
        Line(_screen.Strong(agreement.Title));
        Paragraph($"{ClauseWords.Of(agreement.Status)}; perspective: {PerspectiveOf(findings)}", "  ");
        Line();
        if (shown.Length > 0)
        {
            WriteRows(RowFolder.Rows(agreement, shown));
        }
        else if (findings.Length == 0)
        {
            Paragraph("No finding: nothing that was reported brings what was asked for into play.", "  ");
        }

        WriteNotes(checkedAgreement, shown);
    }

    private static string PerspectiveOf(ImmutableArray<Finding> findings) => findings.Length > 0 ? findings[0].Perspective : "neutral";

    private void WriteRows(ImmutableArray<FindingRow> rows)
    {
        var cells = rows.Select(r => (r.Group, r.Reason, Cells: (IReadOnlyList<string>)[r.Who, r.About, r.State, r.When, r.Certainty, Id(r)])).ToList();
        var widths = Columns.Widths([Headings, .. cells.Select(c => c.Cells)], _screen.Width - 2);
        Line(_screen.Faint("  " + Columns.Lines(Headings, widths).First()));
        foreach (var group in cells.GroupBy(c => c.Group))
        {
            Line(_screen.Strong(group.Key));
            foreach (var row in group)
            {
                foreach (var line in Columns.Lines(row.Cells, widths))
                {
                    Line("  " + line);
                }

                if (row.Reason.Length > 0)
                {
                    Paragraph(row.Reason, "    ");
                }
            }
        }

        Line();
    }

    private string Id(FindingRow row)
    {
        var id = FindingIds.Short(row.Findings[0], _idLength);
        return row.Findings.Length == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}\n+{row.Findings.Length - 1}");
    }

    private void WriteNotes(CheckedAgreement checkedAgreement, ImmutableArray<Finding> shown)
    {
        var (agreement, findings) = (checkedAgreement.Agreement, checkedAgreement.Findings);
        Paragraph(Counts(findings), "  ");
        if (shown.Length < findings.Length)
        {
            var kept = findings.Where(IsMerelyKept).GroupBy(ClauseWords.Full).Select(g => $"{g.Key}: {Bearers(agreement, g)}");
            Paragraph($"nothing reported to the contrary (--all lists them): {string.Join("; ", kept)}", "  ");
        }

        var silent = agreement.Clauses.Where(c => !findings.Any(f => f.ClausePath == c.Path || f.ClausePath.StartsWith(c.Path + "/", StringComparison.Ordinal)));
        if (_report.Manifest.Options.Clauses.Length == 0 && silent.ToList() is { Count: > 0 } quiet)
        {
            Paragraph($"not in play: {string.Join(", ", quiet.Select(ClauseWords.Full))}", "  ");
        }

        Paragraph(Horizon(checkedAgreement), "  ");
        Listed("readings:", findings.SelectMany(f => NoteWords.OnlyUnder(f).Select(r => $"{ClauseWords.Short(f)}: some findings {r}")));
        Listed("assumed:", NoteWords.Assumed(findings));
        Listed("unverified in the text:", findings.SelectMany(f => f.Unverified.Select(u => $"{ClauseWords.Short(f)}: {u}")));
        if (checkedAgreement.Kept > 0)
        {
            Paragraph($"{Numbered(checkedAgreement.Kept, "record")} of coverage, grades, counts or determinations kept, not evaluated", "  ");
        }

        Line();
    }

    private static string Bearers(Agreement agreement, IEnumerable<Finding> findings) =>
        PartyWords.Bearers(agreement, [.. findings.Select(PartyWords.Bearer).Distinct(StringComparer.Ordinal)]);

    /// <summary>"12 findings: 5 consistent, 2 due, 1 contested".</summary>
    private static string Counts(ImmutableArray<Finding> findings)
    {
        var words = findings
            .GroupBy(f => f.IsClaim ? "disputed, nothing found" : f.Certainty == Certainty.Certain ? StateWords.Of(f) : CertaintyWords.Of(f), StringComparer.Ordinal)
            .Select(g => (g.Key, Count: g.Count(), Order: g.Min(f => ((int)f.Certainty * 100) + (int)f.States[0])))
            .OrderBy(g => g.Order)
            .Select(g => $"{g.Count} {g.Key}");
        return findings.Length == 0 ? "no findings" : $"{Numbered(findings.Length, "finding")}: {string.Join(", ", words)}";
    }

    private string Horizon(CheckedAgreement checkedAgreement)
    {
        var times = new TimeWords(checkedAgreement.Agreement.Calendar);
        var options = _report.Manifest.Options;
        var why = options.Until is not null ? "--until"
            : options.AsOf is not null ? "--as-of"
            : _report.Manifest.Reports.All(r => r.Lines == 0) ? "there are no reports"
            : "latest recorded instant of the input";
        return $"history taken as complete through {times.EndOf(checkedAgreement.Through)} {checkedAgreement.Agreement.TimeZone} ({why})";
    }

    /// <summary>Alike notes once.</summary>
    private void Listed(string title, IEnumerable<string> notes)
    {
        var distinct = notes.Distinct(StringComparer.Ordinal).ToList();
        if (distinct.Count > 0)
        {
            Paragraph(title, "  ");
            foreach (var note in distinct)
            {
                Paragraph(note, "    ");
            }
        }
    }

    private void WriteEnd(string? explain)
    {
        if (_report.LinesSkipped > 0)
        {
            Paragraph($"{Numbered(_report.LinesSkipped, "report line")} left out because of errors", string.Empty);
        }

        if (explain is not null && IdToAskAbout(_report) is { } id)
        {
            Line($"why: {explain} {id}");
        }
    }

    /// <summary>The short id of a finding that somebody will ask about first; null if there is none.</summary>
    public static string? IdToAskAbout(CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var all = report.Agreements.SelectMany(a => a.Findings).ToList();
        return all.Count == 0 ? null : FindingIds.Short(all.OrderBy(Dullness).First(), FindingIds.Length(all));
    }

    /// <summary>The finding to explain first is one that somebody will ask about.</summary>
    private static int Dullness(Finding finding) => finding switch
    {
        { IsCertainBreach: true } => 0,
        { Certainty: Certainty.Contested } => 1,
        { Certainty: Certainty.Undetermined } => 2,
        _ => IsMerelyKept(finding) ? 4 : 3,
    };

    private static string Numbered(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {noun}{(count == 1 ? string.Empty : "s")}");

    private void Paragraph(string text, string margin)
    {
        foreach (var line in Wrapping.Hanging(text, margin, margin + "  ", _screen.Width))
        {
            Line(line);
        }
    }

    private void Line(string text = "") => _output.Write(text + "\n");
}
