using System.Collections.Immutable;
using Pacta.Model.Findings;
using Pacta.Negotiation;
using Pacta.Negotiation.Several;
using Pacta.Presentation.Text;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Comparing;

/// <summary>Drafts side by side on a screen.</summary>
public static class ComparisonText
{
    /// <param name="first">What was found under each draft on the same reports; null where there are none.</param>
    public static void Write(TextWriter output, DraftComparison comparison, AgreementFindings? first, AgreementFindings? second, Speech speech, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(speech);
        ArgumentNullException.ThrowIfNull(screen);
        Write(output, ComparisonSections.Of(comparison, first, second, speech), screen);
    }

    /// <param name="found">What was found under each draft on the same reports; empty where there are none.</param>
    public static void Write(TextWriter output, DraftMatrix matrix, ImmutableArray<AgreementFindings> found, Speech speech, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(speech);
        ArgumentNullException.ThrowIfNull(screen);
        Write(output, MatrixSections.Of(matrix, found, speech), screen);
    }

    /// <summary>Any document of sections.</summary>
    internal static void Write(TextWriter output, ComparisonDocument document, Screen screen)
    {
        var page = new Page(output, screen);
        page.Title(document.Title);
        foreach (var section in document.Sections)
        {
            page.Heading(section.Title);
            foreach (var line in section.Lines)
            {
                WriteLine(page, screen, line);
            }

            if (section.Legend.OfScreen.Length > 0)
            {
                page.Paragraph(section.Legend.OfScreen);
            }

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

    private static void WriteLine(Page page, Screen screen, string line)
    {
        foreach (var part in Wrapping.Hanging(line, "  ", "    ", page.Width))
        {
            page.Line(line.StartsWith("! ", StringComparison.Ordinal) ? screen.Strong(part) : part);
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
            page.Line(("  " + line).TrimEnd());
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

        foreach (var redline in entry.Redlines)
        {
            page.Paragraph(redline.Label + ":", "    ");
            foreach (var line in RedlineWords.Lines(redline.Runs))
            {
                page.Paragraph(RedlineWords.Told(line), "      ");
            }
        }

        foreach (var told in entry.Differences)
        {
            page.Paragraph(told, "    ");
        }
    }
}
