using System.IO.Compression;
using System.Text;
using System.Xml;
using Pacta.Presentation.Text;

namespace Pacta.Presentation.Office;

/// <summary>
/// A file of an office program (ECMA-376, Office Open XML): parts in XML within one ZIP. The same parts give the same bytes on every machine: no clock
/// is in it, and the parts are stored as they are, since compressors differ.
/// </summary>
internal sealed class OfficePackage : IDisposable
{
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";

    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";

    private const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";

    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    /// <summary>The first day that a ZIP can name.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), NewLineChars = "\n", NewLineHandling = NewLineHandling.None };

    private readonly MemoryStream _bytes = new();
    private readonly ZipArchive _zip;
    private readonly List<(string Path, string ContentType)> _parts = [];
    private readonly List<(string From, string Id, string Type, string Target)> _relations = [];

    public OfficePackage() => _zip = new ZipArchive(_bytes, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>Adds a part.</summary>
    /// <param name="path">From the root, without a slash before it.</param>
    public void Add(string path, string contentType, Action<XmlWriter> write)
    {
        _parts.Add((path, contentType));
        Write(path, write);
    }

    /// <summary>Says that one part uses another; <paramref name="from"/> is empty for the package itself.</summary>
    public void Relate(string from, string id, string type, string target) => _relations.Add((from, id, type, target));

    /// <summary>The title and the language, for those who look for the file and for those who hear it.</summary>
    public void AddProperties(string title, string language)
    {
        Add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", xml =>
        {
            xml.WriteStartElement("cp", "coreProperties", Core);
            xml.WriteElementString("dc", "title", DublinCore, Characters.Fit(title));
            xml.WriteElementString("dc", "creator", DublinCore, "Pacta");
            xml.WriteElementString("dc", "language", DublinCore, language);
            xml.WriteEndElement();
        });
        Relate(string.Empty, "rIdCore", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml");
    }

    /// <summary>Ends the package and writes it.</summary>
    public void WriteTo(Stream output)
    {
        foreach (var of in _relations.GroupBy(r => r.From).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Write(RelationsOf(of.Key), xml =>
            {
                xml.WriteStartElement("Relationships", Relations);
                foreach (var (_, id, type, target) in of)
                {
                    xml.WriteStartElement("Relationship", Relations);
                    xml.WriteAttributeString("Id", id);
                    xml.WriteAttributeString("Type", type);
                    xml.WriteAttributeString("Target", target);
                    xml.WriteEndElement();
                }

                xml.WriteEndElement();
            });
        }

        Write("[Content_Types].xml", xml =>
        {
            xml.WriteStartElement("Types", ContentTypes);
            Type("Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
            Type("Default", "Extension", "xml", "application/xml");
            foreach (var (path, type) in _parts)
            {
                Type("Override", "PartName", "/" + path, type);
            }

            xml.WriteEndElement();

            void Type(string element, string attribute, string value, string type)
            {
                xml.WriteStartElement(element, ContentTypes);
                xml.WriteAttributeString(attribute, value);
                xml.WriteAttributeString("ContentType", type);
                xml.WriteEndElement();
            }
        });
        _zip.Dispose();
        _bytes.Position = 0;
        _bytes.CopyTo(output);
    }

    public void Dispose()
    {
        _zip.Dispose();
        _bytes.Dispose();
    }

    private static string RelationsOf(string path)
    {
        var at = path.LastIndexOf('/') + 1;
        return $"{path[..at]}_rels/{path[at..]}.rels";
    }

    private void Write(string path, Action<XmlWriter> write)
    {
        var entry = _zip.CreateEntry(path, CompressionLevel.NoCompression);
        entry.LastWriteTime = NoTime;
        entry.ExternalAttributes = 0;
        using var stream = entry.Open();
        using var xml = XmlWriter.Create(stream, Settings);
        xml.WriteStartDocument(standalone: true);
        write(xml);
        xml.WriteEndDocument();
    }
}
