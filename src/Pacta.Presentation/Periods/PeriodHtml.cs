using System.Collections.Immutable;
using System.Globalization;
using Pacta.Presentation.Html;
using Pacta.Presentation.Pictures;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Periods;

/// <summary>A report as a page for a browser and for paper, which needs nothing but itself.</summary>
public static class PeriodHtml
{
    public static void Write(TextWriter output, PeriodRun run, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(speech);
        var html = new HtmlWriter(output);
        var document = PeriodPages.Of(run, speech);
        html.DocumentType();
        using (html.In("html", ("lang", document.Language)))
        {
            HtmlHead.Write(html, document.Title);
            using (html.In("body"))
            {
                using (html.In("header"))
                {
                    html.Element("h1", document.Title);
                    WriteFacts(html, document.Facts);
                }

                WriteContents(html, document, speech);
                using (html.In("main", ("class", "period")))
                {
                    foreach (var part in document.Parts)
                    {
                        WritePart(html, part, speech, part == document.Parts.FirstOrDefault(p => p.Picture is not null));
                    }

                    WriteSection(html, document.Run, document.Run.Name, "h2", speech);
                }
            }
        }
    }

    private static void WriteContents(HtmlWriter html, PeriodDocument document, Speech speech)
    {
        using (html.In("nav", ("aria-label", speech.Phrases.Say("html.contents"))))
        using (html.In("ul"))
        {
            foreach (var part in document.Parts)
            {
                using (html.In("li"))
                {
                    html.Element("a", part.Title, ("href", "#" + part.Anchor));
                    using (html.In("ul"))
                    {
                        foreach (var section in part.OnPaper)
                        {
                            Entry(Anchor(part, section), section.Title);
                        }

                        if (part.Picture is not null)
                        {
                            Entry(MapAnchor(part), speech.Phrases.Say("map.section"));
                        }
                    }
                }
            }

            Entry(document.Run.Name, document.Run.Title);
        }

        void Entry(string anchor, string title)
        {
            using (html.In("li"))
            {
                html.Element("a", title, ("href", "#" + anchor));
            }
        }
    }

    private static string Anchor(DocumentPart part, DocumentSection section) => $"{part.Anchor}-{section.Name}";

    private static string MapAnchor(DocumentPart part) => part.Anchor + "-map";

    /// <param name="isFirstPicture">Whether it has the first picture of the page, which has the style sheet of all.</param>
    private static void WritePart(HtmlWriter html, DocumentPart part, Speech speech, bool isFirstPicture)
    {
        using (html.In("section"))
        {
            html.Element("h2", part.Title, ("id", part.Anchor), ("dir", "auto"));
            WriteFacts(html, part.Facts);
            foreach (var sentence in part.Lead)
            {
                html.Element("p", sentence, ("class", "verdict"), ("dir", "auto"));
            }

            foreach (var section in part.OnPaper)
            {
                WriteSection(html, section, Anchor(part, section), "h3", speech);
            }

            if (part.Picture is { } picture)
            {
                html.Element("h3", speech.Phrases.Say("map.section"), ("id", MapAnchor(part)));
                using (html.In("figure"))
                using (html.Wide(speech.Phrases.Say("map.section")))
                {
                    PictureSvg.WriteOnPage(html, picture, speech, MapAnchor(part) + "-", isFirstPicture);
                }
            }
        }
    }

    private static void WriteFacts(HtmlWriter html, ImmutableArray<DocumentFact> facts)
    {
        using (html.In("dl", ("class", "facts")))
        {
            foreach (var (name, value) in facts)
            {
                html.Element("dt", name);
                html.Element("dd", value, ("dir", "auto"));
            }
        }
    }

    private static void WriteSection(HtmlWriter html, DocumentSection section, string anchor, string heading, Speech speech)
    {
        using (html.In("section"))
        {
            html.Element(heading, section.Title, ("id", anchor));
            foreach (var sentence in section.Lead)
            {
                html.Element("p", sentence, ("dir", "auto"));
            }

            if (section.PaperColumns.Length > 0)
            {
                WriteTable(html, section, speech);
            }

            foreach (var remark in section.Remarks)
            {
                html.Element("p", remark, ("class", "remark"), ("dir", "auto"));
            }
        }
    }

    private static void WriteTable(HtmlWriter html, DocumentSection section, Speech speech)
    {
        var columns = section.PaperColumns;
        using (html.Wide(section.Title))
        using (html.In("table", ("aria-label", section.Title)))
        {
            using (html.In("thead"))
            using (html.In("tr"))
            {
                foreach (var column in columns)
                {
                    html.Element("th", PeriodColumns.Heading(column, speech), ("scope", "col"), ("class", "c-" + PeriodColumns.NameOf(column)));
                }
            }

            using (html.In("tbody"))
            {
                foreach (var row in section.Rows)
                {
                    using (html.In("tr"))
                    {
                        foreach (var column in columns)
                        {
                            var isFirst = column == columns[0];
                            html.Element(isFirst ? "th" : "td", row[column], ("scope", isFirst ? "row" : null), ("dir", "auto"));
                        }
                    }

                    foreach (var remark in row.Remarks)
                    {
                        using (html.In("tr", ("class", "remark")))
                        {
                            html.Element("td", remark, ("colspan", columns.Length.ToString(CultureInfo.InvariantCulture)), ("dir", "auto"));
                        }
                    }
                }
            }
        }
    }
}
