using System.Collections.Immutable;
using Pacta.Presentation.Text;

namespace Pacta.Presentation.Negotiating;

/// <summary>What is told about a negotiation, on a screen.</summary>
internal static class ToldText
{
    public static void Write(TextWriter output, Told told, Screen screen)
    {
        var page = new Page(output, screen);
        page.Title(told.Title);
        foreach (var section in told.Sections)
        {
            page.Heading(section.Title);
            Paragraphs(page, section.Lead);
            WriteTable(page, section.Rows);
            foreach (var item in section.Items)
            {
                page.Paragraph(item, "  - ");
            }

            Paragraphs(page, section.Remarks);
        }
    }

    private static void Paragraphs(Page page, ImmutableArray<string> texts)
    {
        foreach (var text in texts)
        {
            page.Paragraph(text);
        }
    }

    private static void WriteTable(Page page, ImmutableArray<ImmutableArray<string>> rows)
    {
        if (rows.Length < 2)
        {
            return;
        }

        ImmutableArray<IReadOnlyList<string>> all = [.. rows];
        var widths = Columns.Widths(all, page.Width - 2);
        foreach (var line in all.SelectMany(r => Columns.Lines(r, widths)))
        {
            page.Line("  " + line);
        }
    }
}
