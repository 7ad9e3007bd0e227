using System.Collections.Immutable;
using Pacta.Presentation.Html;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Negotiating;

/// <summary>What is told about a negotiation as a page to hand in: it needs nothing but itself, and the same input gives the same bytes.</summary>
internal static class ToldHtml
{
    public static void Write(TextWriter output, Told told, MadeOf madeOf, Speech speech)
    {
        var html = new HtmlWriter(output);
        html.DocumentType();
        using (html.In("html", ("lang", speech.Phrases.Language)))
        {
            HtmlHead.Write(html, told.Title);
            using (html.In("body"))
            {
                using (html.In("header"))
                {
                    html.Element("h1", told.Title);
                }

                WriteContents(html, told, speech);
                using (html.In("main", ("class", "compared")))
                {
                    foreach (var section in told.Sections)
                    {
                        WriteSection(html, section);
                    }

                    madeOf.Write(html, speech);
                }
            }
        }
    }

    private static void WriteContents(HtmlWriter html, Told told, Speech speech)
    {
        using (html.In("nav", ("aria-label", speech.Phrases.Say("html.contents"))))
        using (html.In("ul"))
        {
            foreach (var (name, title) in told.Sections.Select(s => (s.Name, s.Title)).Append((RunSection.Anchor, speech.Phrases.Say("html.run"))))
            {
                using (html.In("li"))
                {
                    html.Element("a", title, ("href", "#" + name));
                }
            }
        }
    }

    private static void WriteSection(HtmlWriter html, Section section)
    {
        using (html.In("section"))
        {
            html.Element("h2", section.Title, ("id", section.Name));
            foreach (var text in section.Lead)
            {
                html.Element("p", text, ("dir", "auto"));
            }

            if (section.Rows.Length > 1)
            {
                WriteTable(html, section);
            }

            if (!section.Items.IsEmpty)
            {
                using (html.In("ul"))
                {
                    foreach (var item in section.Items)
                    {
                        html.Element("li", item, ("dir", "auto"));
                    }
                }
            }

            foreach (var remark in section.Remarks)
            {
                html.Element("p", remark, ("class", "remark"));
            }
        }
    }

    private static void WriteTable(HtmlWriter html, Section section)
    {
        using (html.Wide(section.Title))
        using (html.In("table", ("aria-label", section.Title)))
        {
            using (html.In("thead"))
            using (html.In("tr"))
            {
                foreach (var heading in section.Rows[0])
                {
                    html.Element(heading.Length > 0 ? "th" : "td", heading, ("scope", heading.Length > 0 ? "col" : null));
                }
            }

            using (html.In("tbody"))
            {
                foreach (var row in section.Rows.Skip(1))
                {
                    WriteRow(html, row, section.HasRowHeaders);
                }
            }
        }
    }

    private static void WriteRow(HtmlWriter html, ImmutableArray<string> row, bool hasHeader)
    {
        using (html.In("tr"))
        {
            for (var i = 0; i < row.Length; i++)
            {
                using (html.In(i == 0 && hasHeader ? "th" : "td", ("scope", i == 0 && hasHeader ? "row" : null), ("dir", "auto")))
                {
                    var lines = row[i].Split('\n');
                    for (var l = 0; l < lines.Length; l++)
                    {
                        if (l > 0)
                        {
                            html.Empty("br");
                        }

                        html.Text(lines[l]);
                    }
                }
            }
        }
    }
}
