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
    private readonly TextWriter _output;
    private readonly CheckReport _report;
    private readonly Speech _speech;
    private readonly Screen _screen;
    private readonly int _idLength;

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

    private void Write(CheckedAgreement checkedAgreement)
    {
        var (agreement, findings) = (checkedAgreement.Agreement, checkedAgreement.Findings);
        var shown = findings.Where(f => _report.ListsKept || !IsMerelyKept(f)).ToImmutableArray();
        Line(_screen.Strong(agreement.Title));
        Paragraph(Say("table.perspective", _speech.Clauses.Of(agreement.Status), PerspectiveOf(findings)), "  ");
        Line();
        if (shown.Length > 0)
        {
            WriteRows(RowFolder.Rows(agreement, shown, _speech));
        }
        else if (findings.Length == 0)
        {
            Paragraph(Say("table.none"), "  ");
        }

        WriteNotes(checkedAgreement, shown);
    }

    private static string PerspectiveOf(ImmutableArray<Finding> findings) => findings.Length > 0 ? findings[0].Perspective : "neutral";

    private void WriteRows(ImmutableArray<FindingRow> rows)
    {
        string[] headings = [Say("table.who"), Say("table.about"), Say("table.state"), Say("table.when"), Say("table.certainty"), Say("table.id")];
        var cells = rows.Select(r => (r.Group, r.Reason, Cells: (IReadOnlyList<string>)[r.Who, r.About, r.State, r.When, r.Certainty, Id(r)])).ToList();
        var widths = Columns.Widths([headings, .. cells.Select(c => c.Cells)], _screen.Width - 2);
        Line(_screen.Faint("  " + Columns.Lines(headings, widths).First()));
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
            Paragraph(Say("table.kept", string.Join("; ", Kept(agreement, findings))), "  ");
        }

        var silent = agreement.Clauses.Where(c => !findings.Any(f => f.ClausePath == c.Path || f.ClausePath.StartsWith(c.Path + "/", StringComparison.Ordinal)));
        if (_report.Manifest.Options.Clauses.Length == 0 && silent.ToList() is { Count: > 0 } quiet)
        {
            Paragraph(Say("table.quiet", string.Join(", ", quiet.Select(ClauseWords.Full))), "  ");
        }

        Paragraph(Horizon(checkedAgreement), "  ");
        Listed(Say("table.readings"), findings.SelectMany(f => _speech.Notes.OnlyUnder(f).Select(r => Say("table.some_only", ClauseWords.Short(f), r))));
        Listed(Say("table.assumed"), _speech.Notes.Assumed(findings));
        Listed(Say("table.not_counted"), _speech.Notes.NotCounted(findings));
        Listed(Say("table.unverified"), findings.SelectMany(f => f.Unverified.Select(u => Say("table.unverified_clause", ClauseWords.Short(f), u))));
        if (checkedAgreement.Kept > 0)
        {
            Paragraph(Numbered("table.not_evaluated", checkedAgreement.Kept), "  ");
        }

        Line();
    }

    /// <summary>
    /// Clauses with who kept them. Of a clause with several lines, of which another is not merely kept, the lines are named: the same party may
    /// stand above, with another line.
    /// </summary>
    private IEnumerable<string> Kept(Agreement agreement, ImmutableArray<Finding> findings) => findings
        .GroupBy(ClauseWords.Full)
        .SelectMany(clause =>
        {
            var hasOthers = clause.Any(f => !IsMerelyKept(f));
            return clause.Where(IsMerelyKept).GroupBy(f => hasOthers ? f.Line : null).Select(g => g.Key is { } line
                ? Say("table.kept_line", clause.Key, line, Bearers(agreement, g))
                : Say("table.kept_clause", clause.Key, Bearers(agreement, g)));
        });

    private string Bearers(Agreement agreement, IEnumerable<Finding> findings) =>
        _speech.Parties.Bearers(agreement, [.. findings.Select(_speech.Parties.Bearer).Distinct(StringComparer.Ordinal)]);

    /// <summary>"12 findings: 5 consistent, 2 due, 1 contested".</summary>
    private string Counts(ImmutableArray<Finding> findings)
    {
        var words = findings
            .GroupBy(f => f.IsClaim ? Say("table.disputed") : f.Certainty == Certainty.Certain ? _speech.States.Of(f) : _speech.Certainties.Of(f), StringComparer.Ordinal)
            .Select(g => (g.Key, Count: g.Count(), Order: g.Min(f => ((int)f.Certainty * 100) + (int)f.States[0])))
            .OrderBy(g => g.Order)
            .Select(g => $"{g.Count} {g.Key}");
        return findings.Length == 0 ? Say("table.no_findings") : Numbered("table.findings", findings.Length, string.Join(", ", words));
    }

    private string Horizon(CheckedAgreement checkedAgreement)
    {
        var times = new TimeWords(checkedAgreement.Agreement.Calendar, _speech.Phrases);
        var options = _report.Manifest.Options;
        var why = options.Until is not null ? "--until"
            : options.AsOf is not null ? "--as-of"
            : _report.Manifest.Reports.All(r => r.Lines == 0) ? Say("table.horizon_no_reports")
            : Say("table.horizon_latest");
        return Say("table.horizon", times.EndOf(checkedAgreement.Through), checkedAgreement.Agreement.TimeZone, why);
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
            Paragraph(Numbered("table.left_out", _report.LinesSkipped), string.Empty);
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

    private string Numbered(string key, int count, string more = "") =>
        Say(key + (count == 1 ? ".one" : ".many"), count.ToString("#,0", CultureInfo.InvariantCulture), more);

    private string Say(string key, params ReadOnlySpan<string> arguments) => _speech.Phrases.Say(key, arguments);

    private void Paragraph(string text, string margin)
    {
        foreach (var line in Wrapping.Hanging(text, margin, margin + "  ", _screen.Width))
        {
            Line(line);
        }
    }

    private void Line(string text = "") => _output.Write(text + "\n");
}
