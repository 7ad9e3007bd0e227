using System.Text;
using Pacta.Presentation.Text;

namespace Pacta.Presentation.Html;

/// <summary>Text as a page may carry it. Whatever a report or an agreement says stays text: nothing in it opens an element or ends an attribute.</summary>
internal static class HtmlText
{
    /// <summary>Fit for the inside of elements and of attributes in double quotation marks; the same for readers of HTML and of XML.</summary>
    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&': encoded.Append("&amp;"); break;
                case '<': encoded.Append("&lt;"); break;
                case '>': encoded.Append("&gt;"); break;
                case '"': encoded.Append("&quot;"); break;
                case '\'': encoded.Append("&#39;"); break;
                default: encoded.Append(Characters.IsAllowed(rune.Value) ? rune.ToString() : "\uFFFD"); break;
            }
        }

        return encoded.ToString();
    }
}
