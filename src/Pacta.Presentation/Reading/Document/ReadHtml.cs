using System.Collections.Immutable;
using System.Globalization;
using Pacta.Presentation.Html;
using Pacta.Presentation.Negotiating;
using Pacta.Presentation.Pictures;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Reading.Document;

/// <summary>A document to read as a page: for a screen and for paper, without scripts, and with nothing from elsewhere.</summary>
internal static class ReadHtml
{
    public static void Write(TextWriter output, ReadDocument document, MadeOf madeOf, Speech speech)
    {
        var html = new HtmlWriter(output);
        html.DocumentType();
        using (html.In("html", ("lang", document.Language)))
        {
            HtmlHead.Write(html, document.Title);
            using (html.In("body"))
            {
                using (html.In("header"))
                {
                    html.Element("h1", document.Title, ("dir", "auto"));
                }

                Contents(html, document, speech);
                using (html.In("main", ("class", "compared read")))
                {
                    Write(html, document.Blocks, document.Blocks.OfType<PictureBlock>().FirstOrDefault(), speech);
                    madeOf.Write(html, speech);
                }
            }
        }
    }

    /// <summary>All headings that links can find, those below others behind them.</summary>
    private static void Contents(HtmlWriter html, ReadDocument document, Speech speech)
    {
        var headings = document.Blocks.OfType<HeadingBlock>().Where(h => h.Anchor.Length > 0).ToList();
        using (html.In("nav", ("aria-label", speech.Phrases.Say("html.contents"))))
        using (html.In("ul"))
        {
            for (var i = 0; i < headings.Count;)
            {
                var below = headings.Skip(i + 1).TakeWhile(h => h.Level > headings[i].Level).ToList();
                using (html.In("li"))
                {
                    html.Element("a", headings[i].Text, ("href", "#" + headings[i].Anchor));
                    if (below.Count > 0)
                    {
                        using (html.In("ul"))
                        {
                            foreach (var heading in below)
                            {
                                using (html.In("li"))
                                {
                                    html.Element("a", heading.Text, ("href", "#" + heading.Anchor));
                                }
                            }
                        }
                    }
                }

                i += below.Count + 1;
            }

            using (html.In("li"))
            {
                html.Element("a", speech.Phrases.Say("html.run"), ("href", "#" + RunSection.Anchor));
            }
        }
    }

    /// <param name="first">The first picture of the page has the style sheet of all.</param>
    private static void Write(HtmlWriter html, ImmutableArray<Block> blocks, PictureBlock? first, Speech speech)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    html.Element($"h{Math.Min(heading.Level, 6).ToString(CultureInfo.InvariantCulture)}", heading.Text, ("id", heading.Anchor.Length > 0 ? heading.Anchor : null), ("dir", "auto"));
                    break;
                case TextBlock text:
                    Text(html, text);
                    break;
                case FactsBlock facts:
                    Facts(html, facts);
                    break;
                case ListBlock list:
                    Items(html, list.Items, list.Language);
                    break;
                case CodeBlock code:
                    using (html.In("pre", ("dir", "ltr"), ("translate", "no")))
                    {
                        html.Element("code", code.Text);
                    }

                    break;
                case TableBlock { Rows.Length: > 1 } table:
                    Table(html, table);
                    break;
                case PictureBlock picture:
                    using (html.In("figure"))
                    using (html.Wide(speech.Phrases.Say("read.map")))
                    {
                        PictureSvg.WriteOnPage(html, picture.Content, speech, picture.Name, picture == first);
                    }

                    break;
                case ColumnsBlock columns:
                    using (html.In("div", ("class", "readings"), ("role", "group"), ("aria-label", columns.Caption)))
                    {
                        foreach (var column in columns.Columns)
                        {
                            using (html.In("div", ("class", "reading")))
                            {
                                html.Element("p", column.Title, ("class", "label"));
                                Write(html, column.Blocks, first, speech);
                            }
                        }
                    }

                    break;
            }
        }
    }

    private static void Text(HtmlWriter html, TextBlock text)
    {
        if (text.Form == TextForm.Quotation)
        {
            using (html.In("blockquote", ("lang", text.Language)))
            {
                html.Element("p", text.Text, ("dir", "auto"));
            }

            return;
        }

        html.Element(
            "p",
            text.Text,
            ("class", text.Form switch { TextForm.Label => "label", TextForm.Remark => "remark", TextForm.Mark => "unverified", TextForm.Sentence => "said", _ => null }),
            ("lang", text.Language),
            ("dir", "auto"));
    }

    private static void Facts(HtmlWriter html, FactsBlock facts)
    {
        using (html.In("dl", ("class", "facts")))
        {
            foreach (var (name, value) in facts.Facts)
            {
                html.Element("dt", name);
                html.Element("dd", value, ("dir", "auto"));
            }
        }
    }

    private static void Items(HtmlWriter html, ImmutableArray<ListItem> items, string? language)
    {
        using (html.In("ul", ("lang", language)))
        {
            foreach (var item in items)
            {
                using (html.In("li", ("dir", "auto")))
                {
                    html.Text(item.Text);
                    if (!item.Below.IsEmpty)
                    {
                        Items(html, item.Below, null);
                    }
                }
            }
        }
    }

    private static void Table(HtmlWriter html, TableBlock table)
    {
        using (html.Wide(table.Caption))
        using (html.In("table", ("aria-label", table.Caption)))
        {
            using (html.In("thead"))
            using (html.In("tr"))
            {
                foreach (var heading in table.Rows[0])
                {
                    html.Element("th", heading, ("scope", "col"));
                }
            }

            using (html.In("tbody"))
            {
                foreach (var row in table.Rows.Skip(1))
                {
                    using (html.In("tr"))
                    {
                        for (var i = 0; i < row.Length; i++)
                        {
                            Cell(html, row[i], i == 0 && table.HasRowHeaders);
                        }
                    }
                }
            }
        }
    }

    private static void Cell(HtmlWriter html, string cell, bool isHeader)
    {
        using (html.In(isHeader ? "th" : "td", ("scope", isHeader ? "row" : null), ("dir", "auto")))
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
}
