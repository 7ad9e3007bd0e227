using System.Collections.Immutable;
using Pacta.Model.Findings;
using Pacta.Negotiation;
using Pacta.Negotiation.Several;
using Pacta.Presentation.Html;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Comparing;

/// <summary>Drafts side by side as a page to hand in: it needs nothing but itself, and the same input gives the same bytes.</summary>
public static class ComparisonHtml
{
    /// <param name="first">What was found under each draft on the same reports; null where there are none.</param>
    /// <param name="manifest">What the page was made of.</param>
    /// <param name="linesSkipped">Report lines that had an error and were left out.</param>
    public static void Write(TextWriter output, DraftComparison comparison, AgreementFindings? first, AgreementFindings? second, Manifest manifest, int linesSkipped, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(speech);
        Write(output, ComparisonSections.Of(comparison, first, second, speech), manifest, linesSkipped, speech);
    }

    /// <param name="found">What was found under each draft on the same reports; empty where there are none.</param>
    /// <param name="manifest">What the page was made of.</param>
    /// <param name="linesSkipped">Report lines that had an error and were left out.</param>
    public static void Write(TextWriter output, DraftMatrix matrix, ImmutableArray<AgreementFindings> found, Manifest manifest, int linesSkipped, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(speech);
        Write(output, MatrixSections.Of(matrix, found, speech), manifest, linesSkipped, speech);
    }

    /// <summary>Any document of sections.</summary>
    internal static void Write(TextWriter output, ComparisonDocument document, Manifest manifest, int linesSkipped, Speech speech)
    {
        var html = new HtmlWriter(output);
        html.DocumentType();
        using (html.In("html", ("lang", speech.Phrases.Language)))
        {
            HtmlHead.Write(html, document.Title);
            using (html.In("body"))
            {
                using (html.In("header"))
                {
                    html.Element("h1", document.Title);
                }

                WriteContents(html, document.Sections, speech);
                using (html.In("main", ("class", "compared")))
                {
                    foreach (var section in document.Sections)
                    {
                        WriteSection(html, section, speech);
                    }

                    RunSection.Write(html, manifest, linesSkipped, listsKept: null, speech);
                }
            }
        }
    }

    private static void WriteContents(HtmlWriter html, ImmutableArray<ComparisonSection> sections, Speech speech)
    {
        using (html.In("nav", ("aria-label", speech.Phrases.Say("html.contents"))))
        using (html.In("ul"))
        {
            foreach (var section in sections)
            {
                using (html.In("li"))
                {
                    html.Element("a", section.Title, ("href", "#" + section.Name));
                }
            }

            using (html.In("li"))
            {
                html.Element("a", speech.Phrases.Say("html.run"), ("href", "#" + RunSection.Anchor));
            }
        }
    }

    private static void WriteSection(HtmlWriter html, ComparisonSection section, Speech speech)
    {
        using (html.In("section"))
        {
            html.Element("h2", section.Title, ("id", section.Name));
            WriteLines(html, section.Lines);
            if (section.Legend.OfPage.Length > 0)
            {
                html.Element("p", section.Legend.OfPage, ("class", "remark"));
            }

            if (section.Rows.Length > 1)
            {
                WriteTable(html, section);
            }

            foreach (var entry in section.Entries)
            {
                WriteEntry(html, entry, speech);
            }

            foreach (var remark in section.Remarks)
            {
                html.Element("p", remark, ("class", "remark"));
            }
        }
    }

    private static void WriteLines(HtmlWriter html, ImmutableArray<string> lines)
    {
        if (lines.IsEmpty)
        {
            return;
        }

        using (html.In("ul"))
        {
            foreach (var line in lines)
            {
                html.Element("li", line, ("dir", "auto"), ("class", line.StartsWith("! ", StringComparison.Ordinal) ? "verdict" : null));
            }
        }
    }

    private static void WriteTable(HtmlWriter html, ComparisonSection section)
    {
        var rows = section.RowsOfPage.IsEmpty ? section.Rows : section.RowsOfPage;
        using (html.Wide(section.Title))
        using (html.In("table", ("aria-label", section.Title)))
        {
            using (html.In("thead"))
            using (html.In("tr"))
            {
                foreach (var heading in rows[0])
                {
                    html.Element(heading.Length > 0 ? "th" : "td", heading, ("scope", heading.Length > 0 ? "col" : null));
                }
            }

            using (html.In("tbody"))
            {
                foreach (var row in rows.Skip(1))
                {
                    using (html.In("tr"))
                    {
                        for (var i = 0; i < row.Length; i++)
                        {
                            WriteCell(html, row[i], isRowHeader: i == 0 && section.HasRowHeaders);
                        }
                    }
                }
            }
        }
    }

    private static void WriteCell(HtmlWriter html, string cell, bool isRowHeader)
    {
        using (html.In(isRowHeader ? "th" : "td", ("scope", isRowHeader ? "row" : null), ("dir", "auto")))
        {
            var lines = cell.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (i > 0)
                {
                    html.Empty("br");
                }

                html.Text(lines[i]);
            }
        }
    }

    private static void WriteEntry(HtmlWriter html, ComparisonEntry entry, Speech speech)
    {
        using (html.In("section", ("class", "finding")))
        {
            html.Element("h3", entry.Title, ("dir", "auto"));
            if (entry.Alarm.Length > 0)
            {
                html.Element("p", "! " + entry.Alarm, ("class", "verdict"));
            }

            WriteTexts(html, entry.Texts);
            foreach (var redline in entry.Redlines)
            {
                RedlineHtml.Write(html, redline, speech);
            }

            WriteLines(html, entry.Differences);
        }
    }

    private static void WriteTexts(HtmlWriter html, ImmutableArray<(string Draft, ImmutableArray<string> Lines)> texts)
    {
        if (texts.IsEmpty)
        {
            return;
        }

        using (html.In("div", ("class", "readings")))
        {
            foreach (var (draft, lines) in texts)
            {
                using (html.In("div", ("class", "reading")))
                {
                    html.Element("p", draft, ("class", "label"));
                    foreach (var line in lines)
                    {
                        html.Element("p", line, ("dir", "auto"));
                    }
                }
            }
        }
    }
}
