using System.Globalization;
using Pacta.Presentation.Html;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Pictures;

/// <summary>Pictures of places as a page, which needs nothing but itself.</summary>
public static class PictureHtml
{
    public static void Write(TextWriter output, IReadOnlyList<PictureContent> contents, Speech speech, BackgroundSource? background = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(contents);
        ArgumentNullException.ThrowIfNull(speech);
        var html = new HtmlWriter(output);
        var title = speech.Phrases.Say("map.title", string.Join(", ", contents.Select(c => c.Agreement.Title)));
        html.DocumentType();
        using (html.In("html", ("lang", speech.Phrases.Language)))
        {
            HtmlHead.Write(html, title);
            using (html.In("body"))
            using (html.In("main"))
            {
                html.Element("h1", title);
                for (var i = 0; i < contents.Count; i++)
                {
                    if (contents.Count > 1)
                    {
                        html.Element("h2", contents[i].Agreement.Title);
                    }

                    using (html.In("figure"))
                    using (html.Wide(speech.Phrases.Say("map.title", contents[i].Agreement.Title)))
                    {
                        PictureSvg.WriteOnPage(html, contents[i], speech, string.Create(CultureInfo.InvariantCulture, $"p{i + 1}-"), hasSheet: i == 0, background);
                    }
                }
            }
        }
    }
}
