using System.Collections.Immutable;
using Pacta.Presentation.Text;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Disputes;

/// <summary>The stability of the outcomes of a dispute on a screen.</summary>
public static class StabilityText
{
    public static void Write(TextWriter output, StabilityQuestion question, Speech speech, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(speech);
        ArgumentNullException.ThrowIfNull(screen);
        var page = new Page(output, screen);
        page.Title(StabilitySections.Title(question));
        foreach (var section in StabilitySections.Of(question, speech))
        {
            page.Heading(section.Title);
            WriteTable(page, section.Rows);
            foreach (var remark in section.Remarks)
            {
                page.Paragraph(remark);
            }

            for (var i = 0; i < section.Entries.Length; i++)
            {
                if (i > 0 || section.Remarks.Length > 0)
                {
                    page.Line();
                }

                WriteEntry(page, screen, section.Entries[i]);
            }
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

    private static void WriteEntry(Page page, Screen screen, StabilityEntry entry)
    {
        foreach (var line in Wrapping.Hanging(entry.Title, "  ", "    ", page.Width))
        {
            page.Line(screen.Strong(line));
        }

        page.Paragraph(entry.Summary, "    ");
        foreach (var (who, lines) in entry.Parts)
        {
            page.Paragraph(who, "    ");
            foreach (var line in lines)
            {
                page.Paragraph(line, "      ");
            }
        }
    }
}
