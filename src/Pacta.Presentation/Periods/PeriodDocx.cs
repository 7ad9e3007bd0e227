using System.Collections.Immutable;
using Pacta.Presentation.Office;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Periods;

/// <summary>A report as a document for a word processor (.docx): to be signed, added to and sent on.</summary>
public static class PeriodDocx
{
    public static void Write(Stream output, PeriodRun run, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(speech);
        var document = PeriodPages.Of(run, speech);
        WordDocument.Write(output, document.Title, document.Language, word => WriteBody(word, document, speech));
    }

    private static void WriteBody(WordWriter word, PeriodDocument document, Speech speech)
    {
        word.Paragraph(document.Title, "Title");
        WriteFacts(word, document.Facts, speech);
        foreach (var part in document.Parts)
        {
            // Each is handed in by itself.
            word.Paragraph(part.Title, "Heading1", isOnNewPage: part != document.Parts[0]);
            WriteFacts(word, part.Facts, speech);
            foreach (var sentence in part.Lead)
            {
                word.Paragraph(sentence, "Normal");
            }

            foreach (var section in part.OnPaper)
            {
                WriteSection(word, section, "Heading2", speech);
            }
        }

        WriteSection(word, document.Run, "Heading1", speech);
    }

    private static void WriteFacts(WordWriter word, ImmutableArray<DocumentFact> facts, Speech speech)
    {
        foreach (var (name, value) in facts)
        {
            word.Paragraph(speech.Phrases.Say("html.at", name, value), "Remark");
        }
    }

    private static void WriteSection(WordWriter word, DocumentSection section, string heading, Speech speech)
    {
        word.Paragraph(section.Title, heading);
        foreach (var sentence in section.Lead)
        {
            word.Paragraph(sentence, "Normal");
        }

        var columns = section.PaperColumns;
        if (columns.Length > 0)
        {
            word.Table(
                section.Title,
                [.. columns.Select(c => PeriodColumns.Heading(c, speech))],
                [.. section.Rows.Select(r => (columns.Select(c => r[c]).ToImmutableArray(), r.Remarks))]);
        }

        foreach (var remark in section.Remarks)
        {
            word.Paragraph(remark, "Remark");
        }
    }
}
