using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Pacta.Reports.Import.Sheets;

/// <summary>
/// A workbook of Office Open XML (ECMA-376): a ZIP archive of XML parts. Only what a table needs is read: sheets, shared strings, and which
/// formats are dates. Names of elements are compared without their namespaces, which the two editions of the standard spell differently.
/// </summary>
internal sealed class Workbook : IDisposable
{
    /// <summary>A full sheet of some dozen columns has less.</summary>
    private const long LongestPart = 512L << 20;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private readonly ZipArchive _zip;

    private Workbook(ZipArchive zip)
    {
        _zip = zip;
    }

    public ImmutableArray<(string Name, string Part, bool IsHidden)> Sheets { get; private set; } = [];

    public ImmutableArray<string> Strings { get; private set; } = [];

    /// <summary>By the number of a cell's style: the format of a date, or null.</summary>
    public ImmutableArray<string?> DateFormats { get; private set; } = [];

    public bool Is1904 { get; private set; }

    /// <exception cref="SheetException">It is no such workbook.</exception>
    public static Workbook Open(Stream stream)
    {
        ZipArchive zip;
        try
        {
            zip = new ZipArchive(stream, ZipArchiveMode.Read);
        }
        catch (InvalidDataException)
        {
            throw NoWorkbook();
        }

        var workbook = new Workbook(zip);
        try
        {
            workbook.ReadParts();
            return workbook;
        }
        catch
        {
            workbook.Dispose();
            throw;
        }
    }

    public void Dispose() => _zip.Dispose();

    /// <summary>A part of the archive as XML.</summary>
    public XmlReader? Part(string name) =>
        _zip.GetEntry(name) is { } entry ? XmlReader.Create(new LimitedStream(entry.Open(), LongestPart), Settings) : null;

    private static SheetException NoWorkbook() => new(
        "This is no .xlsx workbook", "Open it in a spreadsheet program and save it as .xlsx without a password, or as CSV.");

    private void ReadParts()
    {
        var main = Relations(string.Empty).FirstOrDefault(r => r.Type == "officeDocument").Target ?? throw NoWorkbook();
        var relations = Relations(main).ToList();
        using (var reader = Part(main) ?? throw NoWorkbook())
        {
            ReadWorkbook(reader, relations);
        }

        if (relations.Find(r => r.Type == "sharedStrings").Target is { } strings && Part(strings) is { } stringReader)
        {
            using (stringReader)
            {
                Strings = ReadStrings(stringReader);
            }
        }

        if (relations.Find(r => r.Type == "styles").Target is { } styles && Part(styles) is { } styleReader)
        {
            using (styleReader)
            {
                DateFormats = ReadFormats(styleReader);
            }
        }
    }

    /// <summary>Which parts a part refers to; the archive itself for an empty name.</summary>
    private IEnumerable<(string Id, string Type, string? Target)> Relations(string part)
    {
        var at = part.LastIndexOf('/') + 1;
        using var reader = Part($"{part[..at]}_rels/{part[at..]}.rels");
        while (reader?.Read() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && reader.GetAttribute("TargetMode") != "External"
                && reader.GetAttribute("Target") is { Length: > 0 } target)
            {
                var type = reader.GetAttribute("Type") ?? string.Empty;
                yield return (reader.GetAttribute("Id") ?? string.Empty, type[(type.LastIndexOf('/') + 1)..], Resolved(part[..at], target));
            }
        }
    }

    private static string Resolved(string folder, string target)
    {
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step != ".")
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }

    private void ReadWorkbook(XmlReader reader, List<(string Id, string Type, string? Target)> relations)
    {
        var sheets = ImmutableArray.CreateBuilder<(string, string, bool)>();
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "workbookPr")
            {
                Is1904 = reader.GetAttribute("date1904") is "1" or "true" or "on";
            }
            else if (reader.LocalName == "sheet")
            {
                var (name, isHidden, id) = (reader.GetAttribute("name") ?? string.Empty, reader.GetAttribute("state") is "hidden" or "veryHidden", Id(reader));
                if (relations.Find(r => r.Id == id && r.Type == "worksheet").Target is { } target)
                {
                    sheets.Add((name, target, isHidden));
                }
            }
        }

        Sheets = sheets.ToImmutable();

        static string? Id(XmlReader reader)
        {
            string? id = null;
            while (reader.MoveToNextAttribute())
            {
                id = reader.LocalName == "id" && reader.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal) ? reader.Value : id;
            }

            return id;
        }
    }

    private static ImmutableArray<string> ReadStrings(XmlReader reader)
    {
        var strings = ImmutableArray.CreateBuilder<string>();
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                strings.Add(Text(reader));
            }
        }

        return strings.ToImmutable();
    }

    /// <summary>The text of a string, whose runs may be formatted each by itself; how it is pronounced (<c>rPh</c>) is no part of it.</summary>
    public static string Text(XmlReader reader)
    {
        var text = new System.Text.StringBuilder();
        using var inner = reader.ReadSubtree();
        inner.Read();
        while (!inner.EOF)
        {
            if (inner is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                inner.Skip();
            }
            else if (inner is { NodeType: XmlNodeType.Element, LocalName: "t" })
            {
                text.Append(inner.ReadElementContentAsString());
            }
            else
            {
                inner.Read();
            }
        }

        return text.ToString();
    }

    private static ImmutableArray<string?> ReadFormats(XmlReader reader)
    {
        var custom = new Dictionary<int, string>();
        var formats = ImmutableArray.CreateBuilder<string?>();
        var isOfCells = false;
        while (reader.Read())
        {
            if (reader.LocalName == "cellXfs")
            {
                isOfCells = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "numFmt" })
            {
                custom[Number(reader.GetAttribute("numFmtId"))] = reader.GetAttribute("formatCode") ?? string.Empty;
            }
            else if (isOfCells && reader is { NodeType: XmlNodeType.Element, LocalName: "xf" })
            {
                var id = Number(reader.GetAttribute("numFmtId"));
                formats.Add(custom.TryGetValue(id, out var code) ? code : SheetNumbers.BuiltIn(id));
            }
        }

        return formats.ToImmutable();
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
