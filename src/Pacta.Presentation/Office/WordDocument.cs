namespace Pacta.Presentation.Office;

/// <summary>A text document with its styles and a footer that has the number of the page.</summary>
internal static class WordDocument
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /// <param name="language">The language of the document (BCP 47).</param>
    public static void Write(Stream output, string title, string language, Action<WordWriter> body)
    {
        ArgumentNullException.ThrowIfNull(output);
        using var package = new OfficePackage();
        package.AddProperties(title, language);
        package.Add("word/document.xml", Types + "document.main+xml", xml =>
        {
            xml.WriteStartElement("w", "document", WordWriter.Namespace);
            xml.WriteAttributeString("xmlns", "r", null, WordWriter.Relations);
            xml.WriteStartElement("w", "body", WordWriter.Namespace);
            var word = new WordWriter(xml);
            body(word);
            word.Page("rIdFooter");
            xml.WriteEndElement();
            xml.WriteEndElement();
        });
        package.Add("word/styles.xml", Types + "styles+xml", xml => WordStyles.Write(xml, language));
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
}
