using System.Collections.Immutable;
using Pacta.Presentation.Text;

namespace Pacta.Presentation.Comparing;

/// <summary>Sections on a screen: tables, entries with what is said behind their labels, remarks.</summary>
internal static class SectionsText
{
    public static void Write(TextWriter output, string title, ImmutableArray<ComparisonSection> sections, Screen screen)
    {
        var page = new Page(output, screen);
        page.Title(title);
        foreach (var section in sections)
        {
            page.Heading(section.Title);
            WriteTable(page, section.Rows);
            foreach (var entry in section.Entries)
            {
                WriteEntry(page, screen, entry);
            }

            foreach (var remark in section.Remarks)
            {
                page.Paragraph(remark);
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

    private static void WriteEntry(Page page, Screen screen, ComparisonEntry entry)
    {
        page.Paragraph(entry.Title);
        if (entry.Alarm.Length > 0)
        {
            foreach (var line in Wrapping.Hanging(entry.Alarm, "  ! ", "    ", page.Width))
            {
                page.Line(screen.Strong(line));
            }
        }

        foreach (var (draft, lines) in entry.Texts)
        {
            for (var i = 0; i < lines.Length; i++)
            {
                page.Paragraph(lines[i], i == 0 ? $"    {draft}  " : new string(' ', 6 + draft.Length));
            }
        }

        foreach (var told in entry.Differences)
        {
            page.Paragraph(told, "    ");
        }
    }
}
