using System.Collections.Immutable;
using Pacta.Presentation.Office;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Periods;

/// <summary>A report as a document for a word processor (.docx): to be signed, added to and sent on.</summary>
public static class PeriodDocx
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    public static void Write(Stream output, PeriodRun run, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(speech);
        var document = PeriodPages.Of(run, speech);
        using var package = new OfficePackage();
        package.AddProperties(document.Title, document.Language);
        package.Add("word/document.xml", Types + "document.main+xml", xml =>
        {
            xml.WriteStartElement("w", "document", WordWriter.Namespace);
            xml.WriteAttributeString("xmlns", "r", null, WordWriter.Relations);
            xml.WriteStartElement("w", "body", WordWriter.Namespace);
            var word = new WordWriter(xml);
            WriteBody(word, document, speech);
            word.Page("rIdFooter");
            xml.WriteEndElement();
            xml.WriteEndElement();
        });
        package.Add("word/styles.xml", Types + "styles+xml", xml => WordStyles.Write(xml, document.Language));
        package.Add("word/footer1.xml", Types + "footer+xml", xml =>
        {
            xml.WriteStartElement("w", "ftr", WordWriter.Namespace);
            new WordWriter(xml).PageNumber();
            xml.WriteEndElement();
        });
        package.Relate(string.Empty, "rIdDocument", Office + "officeDocument", "word/document.xml");
        package.Relate("word/document.xml", "rIdStyles", Office + "styles", "styles.xml");
        package.Relate("word/document.xml", "rIdFooter", Office + "footer", "footer1.xml");
        package.WriteTo(output);
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
