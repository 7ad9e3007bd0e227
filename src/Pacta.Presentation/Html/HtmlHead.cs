using System.Text;

namespace Pacta.Presentation.Html;

/// <summary>The head of every page: the style sheet inside, and a policy by which nothing is asked for from elsewhere.</summary>
internal static class HtmlHead
{
    /// <summary>A page that could ask for something from elsewhere could tell who reads it.</summary>
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    public static void Write(HtmlWriter html, string title)
    {
        using (html.In("head"))
        {
            html.Empty("meta", ("charset", "utf-8"));
            html.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
            html.Empty("meta", ("name", "color-scheme"), ("content", "light dark"));
            html.Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy));
            html.Empty("meta", ("name", "referrer"), ("content", "no-referrer"));
            html.Element("title", title);
            html.Style(Sheet());
        }
    }

    private static string Sheet()
    {
        using var stream = typeof(HtmlHead).Assembly.GetManifestResourceStream("html/page.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
