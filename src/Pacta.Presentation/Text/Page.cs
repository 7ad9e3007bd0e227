using Pacta.Presentation.Words;

namespace Pacta.Presentation.Text;

/// <summary>A page of text for a screen: headings, paragraphs behind margins, facts beside their names.</summary>
/// <param name="names">Told of all that is printed; null: nobody asks for it.</param>
internal sealed class Page(TextWriter output, Screen screen, NamesInFull? names = null)
{
    public int Width => screen.Width;

    public void Title(string text)
    {
        names?.See(text);
        foreach (var line in Wrapping.Hanging(text, string.Empty, "  ", screen.Width))
        {
            Line(screen.Strong(line));
        }
    }

    public void Heading(string text)
    {
        Line();
        Title(text);
    }

    public void Fact(string name, string value)
    {
        names?.See(value);
        foreach (var line in Wrapping.Hanging(value, $"  {name,-12}", new string(' ', 14), screen.Width))
        {
            Line(line);
        }
    }

    public void Paragraph(string text, string margin = "  ")
    {
        names?.See(text);
        foreach (var line in Wrapping.Hanging(text, margin, new string(' ', margin.Length + 2), screen.Width))
        {
            Line(line);
        }
    }

    /// <summary>A heading with a line for each; nothing where there are none.</summary>
    public void List(string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            Heading(title);
            all.ForEach(line => Paragraph(line));
        }
    }

    public void Line(string text = "") => output.Write(text + "\n");
}
