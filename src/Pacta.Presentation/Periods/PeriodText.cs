using System.Collections.Immutable;
using Pacta.Presentation.Text;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Periods;

/// <summary>A report as text for a screen, or for a message.</summary>
public static class PeriodText
{
    public static void Write(TextWriter output, PeriodRun run, Speech speech, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(speech);
        var document = PeriodPages.Of(run, speech);
        var page = new Page(output, screen);
        page.Title(document.Title);
        WriteFacts(page, document.Facts);
        foreach (var part in document.Parts)
        {
            page.Heading(part.Title);
            WriteFacts(page, part.Facts);
            foreach (var sentence in part.Lead)
            {
                page.Paragraph(sentence);
            }

            foreach (var section in part.OnPaper)
            {
                WriteSection(page, section, speech);
            }
        }

        WriteSection(page, document.Run, speech);
    }

    private static void WriteFacts(Page page, ImmutableArray<DocumentFact> facts)
    {
        foreach (var (name, value) in facts)
        {
            page.Fact(name, value);
        }
    }

    private static void WriteSection(Page page, DocumentSection section, Speech speech)
    {
        page.Heading(section.Title);
        foreach (var sentence in section.Lead)
        {
            page.Paragraph(sentence);
        }

        WriteTable(page, section, speech);
        foreach (var remark in section.Remarks)
        {
            page.Paragraph(remark);
        }
    }

    private static void WriteTable(Page page, DocumentSection section, Speech speech)
    {
        var columns = section.PaperColumns;
        if (columns.Length == 0)
        {
            return;
        }

        string[] headings = [.. columns.Select(c => PeriodColumns.Heading(c, speech))];
        var cells = section.Rows.Select(r => (IReadOnlyList<string>)[.. columns.Select(c => r[c])]).ToList();
        var widths = Columns.Widths([headings, .. cells], page.Width - 2);
        foreach (var line in Columns.Lines(headings, widths))
        {
            page.Line("  " + line);
        }

        foreach (var (row, line) in section.Rows.Zip(cells))
        {
            foreach (var text in Columns.Lines(line, widths))
            {
                page.Line("  " + text);
            }

            foreach (var remark in row.Remarks)
            {
                page.Paragraph(remark, "    ");
            }
        }
    }
}
