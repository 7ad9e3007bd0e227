using Pacta.Negotiation.Redlining;
using Pacta.Presentation.Html;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Comparing;

/// <summary>
/// A redline on a page: struck out what only the first draft has, underlined what only the second has. Who hears the page is told the same in words, for
/// readers aloud pass over <c>del</c> and <c>ins</c>.
/// </summary>
internal static class RedlineHtml
{
    public static void Write(HtmlWriter html, RedlineOfEntry redline, Speech speech)
    {
        using (html.In("div", ("class", "redline")))
        {
            html.Element("p", redline.Label, ("class", "label"));
            foreach (var line in RedlineWords.Lines(redline.Runs))
            {
                using (html.In("p", ("dir", "auto")))
                {
                    for (var i = 0; i < line.Length; i++)
                    {
                        var isBesideAnother = i > 0 && line[i].Form != RedlineForm.Same && line[i - 1].Form != RedlineForm.Same;
                        html.Text(i > 0 && (isBesideAnother || line[i].Text.StartsWith(' ')) ? " " : string.Empty);
                        WriteRun(html, line[i] with { Text = line[i].Text.TrimStart() }, speech);
                    }
                }
            }
        }
    }

    private static void WriteRun(HtmlWriter html, RedlineRun run, Speech speech)
    {
        if (run.Form == RedlineForm.Same)
        {
            html.Text(run.Text);
            return;
        }

        var isDeleted = run.Form == RedlineForm.Deleted;
        using (html.In(isDeleted ? "del" : "ins"))
        {
            html.Element("span", speech.Phrases.Say(isDeleted ? "compare.redline.deleted" : "compare.redline.inserted") + " ", ("class", "unseen"));
            html.Text(run.Text);
            html.Element("span", " " + speech.Phrases.Say("compare.redline.end"), ("class", "unseen"));
        }
    }
}
