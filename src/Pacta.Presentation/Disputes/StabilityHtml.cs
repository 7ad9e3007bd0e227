using System.Collections.Immutable;
using Pacta.Presentation.Html;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Disputes;

/// <summary>The stability of the outcomes of a dispute as a page to hand in: it needs nothing but itself, and the same input gives the same bytes.</summary>
public static class StabilityHtml
{
    public static void Write(TextWriter output, StabilityQuestion question, StabilityRun run, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(speech);
        var html = new HtmlWriter(output);
        var title = StabilitySections.Title(question);
        var sections = StabilitySections.Of(question, speech);
        html.DocumentType();
        using (html.In("html", ("lang", speech.Phrases.Language)))
        {
            HtmlHead.Write(html, title);
            using (html.In("body"))
            {
                using (html.In("header"))
                {
                    html.Element("h1", title);
                }

                WriteContents(html, sections, speech);
                using (html.In("main", ("class", "compared")))
                {
                    foreach (var section in sections)
                    {
                        WriteSection(html, section);
                    }

                    WriteRun(html, run, speech);
                }
            }
        }
    }

    private static void WriteContents(HtmlWriter html, ImmutableArray<StabilitySection> sections, Speech speech)
    {
        using (html.In("nav", ("aria-label", speech.Phrases.Say("html.contents"))))
        using (html.In("ul"))
        {
            foreach (var (name, title) in sections.Select(s => (s.Name, s.Title)).Append((RunSection.Anchor, speech.Phrases.Say("html.run"))))
            {
                using (html.In("li"))
                {
                    html.Element("a", title, ("href", "#" + name));
                }
            }
        }
    }

    private static void WriteSection(HtmlWriter html, StabilitySection section)
    {
        using (html.In("section"))
        {
            html.Element("h2", section.Title, ("id", section.Name));
            if (section.Rows.Length > 1)
            {
                WriteTable(html, section);
            }

            foreach (var remark in section.Remarks)
            {
                html.Element("p", remark, ("dir", "auto"));
            }

            foreach (var entry in section.Entries)
            {
                WriteEntry(html, entry);
            }
        }
    }

    private static void WriteTable(HtmlWriter html, StabilitySection section)
    {
        using (html.Wide(section.Title))
        using (html.In("table", ("aria-label", section.Title)))
        {
            using (html.In("thead"))
            using (html.In("tr"))
            {
                foreach (var heading in section.Rows[0])
                {
                    html.Element("th", heading, ("scope", "col"));
                }
            }

            using (html.In("tbody"))
            {
                foreach (var row in section.Rows.Skip(1))
                {
                    using (html.In("tr"))
                    {
                        for (var i = 0; i < row.Length; i++)
                        {
                            html.Element(i == 0 ? "th" : "td", row[i], ("scope", i == 0 ? "row" : null), ("dir", "auto"));
                        }
                    }
                }
            }
        }
    }

    private static void WriteEntry(HtmlWriter html, StabilityEntry entry)
    {
        using (html.In("section", ("class", "finding")))
        {
            html.Element("h3", entry.Title, ("dir", "auto"));
            html.Element("p", entry.Summary, ("class", "verdict"));
            foreach (var (who, lines) in entry.Parts)
            {
                html.Element("h4", who, ("dir", "auto"));
                using (html.In("ul"))
                {
                    foreach (var line in lines)
                    {
                        html.Element("li", line, ("dir", "auto"));
                    }
                }
            }
        }
    }

    private static void WriteRun(HtmlWriter html, StabilityRun run, Speech speech)
    {
        using (html.In("section", ("class", "run")))
        {
            html.Element("h2", speech.Phrases.Say("html.run"), ("id", RunSection.Anchor));
            html.Element("p", speech.Phrases.Say("html.run.intro"));
            using (html.In("dl", ("class", "facts")))
            {
                html.Element("dt", speech.Phrases.Say("html.version"));
                html.Element("dd", run.Version);
                html.Element("dt", speech.Phrases.Say("period.run.command"));
                using (html.In("dd"))
                {
                    html.Element("code", run.Command);
                }
            }

            html.Element("h3", speech.Phrases.Say("html.run.agreements"));
            using (html.In("dl", ("class", "files")))
            {
                foreach (var file in run.Files)
                {
                    html.Element("dt", file.File);
                    using (html.In("dd"))
                    {
                        html.Text(speech.Phrases.Say("html.run.hash") + " ");
                        html.Element("code", file.Sha256);
                    }
                }
            }
        }
    }
}
