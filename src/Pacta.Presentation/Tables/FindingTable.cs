using System.Collections.Immutable;
using System.Globalization;
using Pacta.Model.Findings;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Text;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Tables;

/// <summary>Findings as a table for a screen or a sheet of paper, with everything under it that a reader needs to trust it.</summary>
public sealed class FindingTable
{
    private readonly TextWriter _output;
    private readonly CheckReport _report;
    private readonly Speech _speech;
    private readonly Screen _screen;
    private readonly int _idLength;

    /// <summary>Of the agreement that is written.</summary>
    private NamesInFull? _names;

    private FindingTable(TextWriter output, CheckReport report, Speech speech, Screen screen)
    {
        _output = output;
        _report = report;
        _speech = speech;
        _screen = screen;
        _idLength = FindingIds.Length(report.Agreements.SelectMany(a => a.Findings));
    }

    /// <param name="explain">The command that explains a finding, up to its id; null to suggest none.</param>
    public static void Write(TextWriter output, CheckReport report, Speech speech, Screen screen, string? explain)
    {
        ArgumentNullException.ThrowIfNull(report);
        var table = new FindingTable(output, report, speech, screen);
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

    /// <summary>Is a finding consistent, whatever is reported? Its reasons are told in sentences; on paper the tree of them is left out.</summary>
    public static bool IsPlain(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding is { State: ClauseState.Met, Certainty: Certainty.Certain };
    }

    private void Write(AgreementFindings checkedAgreement)
    {
        _names = new NamesInFull(checkedAgreement.Agreement.Vocabulary);
        var (agreement, notes) = (checkedAgreement.Agreement, new AgreementNotes(_report, checkedAgreement, _speech));
        Line(_screen.Strong(Wrapping.Harmless(agreement.Title)));
        Paragraph(Say("table.perspective", _speech.Clauses.Of(agreement.Status), notes.Perspective), "  ");
        Line();
        if (notes.Shown.Length > 0)
        {
            WriteRows(RowFolder.Rows(agreement, notes.Shown, _speech));
        }
        else if (checkedAgreement.Findings.Length == 0 && checkedAgreement.Plain.IsEmpty)
        {
            Paragraph(Say("table.none"), "  ");
        }

        WritePerspectives(checkedAgreement);
        WriteNotes(notes);
    }

    private void WritePerspectives(AgreementFindings checkedAgreement)
    {
        if (PerspectiveTable.Of(checkedAgreement, _speech) is not { } table)
        {
            return;
        }

        if (table.Rows.Length == 0)
        {
            Paragraph(Say("table.perspectives_alike", string.Join(", ", table.Headings.Skip(1))), "  ");
            Line();
            return;
        }

        Paragraph(Say("table.perspectives"), "  ");
        List<IReadOnlyList<string>> rows = [["", .. table.Headings, Say("table.id")]];
        rows.AddRange(table.Rows.Select(r => (IReadOnlyList<string>)
            [$"{r.Clause}: {r.Who}{(r.About.Length > 0 ? $", {r.About}" : string.Empty)}", .. r.Cells, FindingIds.Short(r.Finding, _idLength)]));
        var widths = Columns.Widths(rows, _screen.Width - 4);
        foreach (var line in rows.SelectMany(r => Columns.Lines(r, widths)))
        {
            Line("    " + line);
        }

        Line();
    }

    private void WriteRows(ImmutableArray<FindingRow> rows)
    {
        string[] headings = [Say("table.who"), Say("table.about"), Say("table.state"), Say("table.when"), Say("table.certainty"), Say("table.id")];
        var cells = rows.Select(r => (r.Group, Remarks: r.Decided.Prepend(r.Reason).Where(t => t.Length > 0), Cells: (IReadOnlyList<string>)[r.Who, r.About, r.State, r.When, r.Certainty, Id(r)])).ToList();
        var widths = Columns.Widths([headings, .. cells.Select(c => c.Cells)], _screen.Width - 2);
        Line(_screen.Faint("  " + Columns.Lines(headings, widths).First()));
        foreach (var group in cells.GroupBy(c => c.Group))
        {
            Line(_screen.Strong(Wrapping.Harmless(group.Key)));
            foreach (var row in group)
            {
                foreach (var cell in row.Cells)
                {
                    _names?.See(cell);
                }

                foreach (var line in Columns.Lines(row.Cells, widths))
                {
                    Line("  " + line);
                }

                foreach (var remark in row.Remarks)
                {
                    Paragraph(remark, "    ");
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

    private void WriteNotes(AgreementNotes notes)
    {
        foreach (var sentence in new[] { notes.Counts, notes.Plain, notes.Kept, notes.Quiet, notes.Horizon, notes.Maps }.Where(s => s.Length > 0))
        {
            Paragraph(sentence, "  ");
        }

        Listed(Say("table.readings"), notes.Readings);
        Listed(Say("table.assumed"), notes.Assumed);
        Listed(Say("table.not_counted"), notes.NotCounted);
        Listed(Say("table.denied"), notes.Denied);
        Listed(Say("table.not_used"), notes.NotUsed);
        Listed(Say("table.unverified"), notes.Unverified);
        foreach (var (name, lines) in notes.LeftOut)
        {
            Listed(Say("table.left_out_under", name), lines);
        }

        Listed(Say("table.determinations"), notes.Determinations);
        Listed(Say("table.cases"), notes.Cases);
        Listed(Say("table.sources"), notes.Sources);
        Listed(Say("table.coverage"), notes.Coverage);

        if (_names?.Legend(_speech) is { Length: > 0 } legend)
        {
            Paragraph(legend, "  ");
        }

        Line();
    }

    private void Listed(string title, IEnumerable<string> notes)
    {
        var all = notes.ToList();
        if (all.Count > 0)
        {
            Paragraph(title, "  ");
            foreach (var note in all)
            {
                Paragraph(note, "    ");
            }
        }
    }

    private void WriteEnd(string? explain)
    {
        if (_report.LinesSkipped > 0)
        {
            Paragraph(_speech.Phrases.Numbered("table.left_out", _report.LinesSkipped), string.Empty);
        }

        if (_report.Manifest.Stores.Sum(s => s.Erased) is > 0 and var erased)
        {
            Paragraph(_speech.Phrases.Numbered("table.erased", erased), string.Empty);
        }

        if (explain is not null && IdToAskAbout(_report) is { } id)
        {
            Line(Say("table.why", $"{explain} {id}"));
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

    private string Say(string key, params ReadOnlySpan<string> arguments) => _speech.Phrases.Say(key, arguments);

    private void Paragraph(string text, string margin)
    {
        _names?.See(text);
        foreach (var line in Wrapping.Hanging(text, margin, margin + "  ", _screen.Width))
        {
            Line(line);
        }
    }

    private void Line(string text = "") => _output.Write(text + "\n");
}
