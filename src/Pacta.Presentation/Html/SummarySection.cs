using System.Collections.Immutable;
using System.Globalization;
using Pacta.Presentation.Tables;

namespace Pacta.Presentation.Html;

/// <summary>One table: for each clause and party the state, since when, how sure, and the way to the finding.</summary>
internal static class SummarySection
{
    public const string Name = "summary";

    private const int Columns = 5;

    public static void Write(AgreementPart part)
    {
        var html = part.Html;
        part.Heading(Name, part.Say("html.summary"));
        html.Element("p", part.Notes.Counts);
        var rows = RowFolder.Rows(part.Checked.Agreement, part.Shown, part.Speech);
        if (rows.Length > 0)
        {
            TimelineSection.WriteLegend(part);
            WriteTable(part, rows);
        }
        else if (part.Checked.Findings.Length == 0)
        {
            html.Element("p", part.Say("table.none"));
        }

        if (rows.Any(r => r.Findings.Length > 1))
        {
            html.Element("p", part.Say("html.plus"), ("class", "remark"));
        }

        if (part.Notes.Folded > 0)
        {
            html.Element("p", part.Speech.Phrases.Numbered("html.folded", part.Notes.Folded), ("class", "remark"));
        }

        WritePerspectives(part);
        foreach (var sentence in new[] { part.Notes.Kept, part.Notes.Quiet }.Where(s => s.Length > 0))
        {
            html.Element("p", sentence, ("class", "remark"));
        }
    }

    /// <summary>What is not the same to all: a column for each perspective.</summary>
    private static void WritePerspectives(AgreementPart part)
    {
        if (PerspectiveTable.Of(part.Checked, part.Speech) is not { } table)
        {
            return;
        }

        if (table.Rows.Length == 0)
        {
            part.Html.Element("p", part.Say("table.perspectives_alike", string.Join(", ", table.Headings.Skip(1))), ("class", "remark"));
            return;
        }

        part.Html.Element("h4", part.Say("table.perspectives"));
        using (part.Table("perspectives", part.Say("table.perspectives")))
        {
            part.HeaderRow([part.Say("page.finding"), .. table.Headings]);
            using (part.Body())
            {
                foreach (var row in table.Rows)
                {
                    using (part.Row())
                    {
                        using (part.RowHeader())
                        {
                            part.WhoAndAbout($"{row.Clause}: {row.Who}", row.About);
                        }

                        foreach (var cell in row.Cells)
                        {
                            part.Cell(cell);
                        }
                    }
                }
            }
        }
    }

    private static void WriteTable(AgreementPart part, ImmutableArray<FindingRow> rows)
    {
        using (part.Table("summary", part.Say("html.summary")))
        {
            part.HeaderRow(part.Say("table.who"), part.Say("table.state"), part.Say("table.when"), part.Say("table.certainty"), part.Say("page.finding"));
            foreach (var group in rows.GroupBy(r => r.Group))
            {
                using (part.Body())
                {
                    part.WholeRow("group", group.Key, Columns);
                    foreach (var row in group)
                    {
                        WriteRow(part, row);
                    }
                }
            }
        }
    }

    private static void WriteRow(AgreementPart part, FindingRow row)
    {
        var html = part.Html;
        ImmutableArray<string> remarks =
        [
            .. row.Decided.Prepend(row.Reason).Where(t => t.Length > 0),
            .. row.Findings.SelectMany(f => f.Unverified).Distinct(StringComparer.Ordinal).Select(u => part.Say("html.unverified", u)),
        ];
        using (part.Row(remarks.Length > 0 ? "with-remark" : null))
        {
            using (part.RowHeader())
            {
                part.WhoAndAbout(row.Who, row.About);
            }

            using (part.Cell())
            {
                Signs.Show(html, Signs.Of(row.Findings[0]));
                html.Text(row.State);
            }

            part.Cell(row.When);
            part.Cell(row.Certainty);
            using (part.Cell())
            {
                part.Link(row.Findings[0]);
                if (row.Findings.Length > 1)
                {
                    html.Text(string.Create(CultureInfo.InvariantCulture, $" +{row.Findings.Length - 1}"));
                }
            }
        }

        foreach (var remark in remarks)
        {
            part.WholeRow("remark", remark, Columns);
        }
    }
}
