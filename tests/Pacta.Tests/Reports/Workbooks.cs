using System.IO.Compression;
using System.Security;
using System.Text;

namespace Pacta.Tests.Reports;

/// <summary>Small workbooks, as spreadsheet programs write them: a ZIP archive of XML parts.</summary>
internal static class Workbooks
{
    /// <summary>By their numbers: plain, a date, a date with a clock, an own format of a date, elapsed hours, an own format of a number.</summary>
    private const string Styles =
        """
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="3">
        <numFmt numFmtId="164" formatCode="dd\.mm\.yyyy;@"/><numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="0.0 &quot;days&quot;"/></numFmts>
        <cellStyleXfs count="1"><xf numFmtId="22"/></cellStyleXfs>
        <cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>
        """;

    /// <param name="rows">The content of <c>sheetData</c>.</param>
    /// <param name="strings">The shared strings; each the content of an <c>si</c>.</param>
    /// <param name="after">What stands after <c>sheetData</c>.</param>
    public static byte[] Of(string rows, string[]? strings = null, string after = "", bool is1904 = false, string sheet = "Events", string before = "") => Zip(
        ("_rels/.rels", Relations(("rId1", "officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml",
            $"""
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
            <workbookPr{(is1904 ? " date1904=\"1\"" : "")}/><sheets>{before}<sheet name="{sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>
            """),
        ("xl/_rels/workbook.xml.rels", Relations(
            ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "/xl/sharedStrings.xml"), ("rId3", "styles", "styles.xml"), ("rId4", "worksheet", "worksheets/sheet2.xml"))),
        ("xl/sharedStrings.xml", $"""<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{string.Concat((strings ?? []).Select(s => $"<si>{s}</si>"))}</sst>"""),
        ("xl/styles.xml", Styles),
        ("xl/worksheets/sheet2.xml", """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>"""),
        ("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData>{after}</worksheet>"""));

    /// <summary>A sheet of texts, inline.</summary>
    public static byte[] OfTexts(IEnumerable<IEnumerable<string>> rows) => Of(string.Concat(rows.Select(
        row => $"<row>{string.Concat(row.Select(cell => $"<c t=\"inlineStr\"><is><t>{SecurityElement.Escape(cell)}</t></is></c>"))}</row>")));

    public static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }

    private static string Relations(params (string Id, string Type, string Target)[] relations) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(relations.Select(
            r => $"<Relationship Id=\"{r.Id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{r.Type}\" Target=\"{r.Target}\"/>"))}</Relationships>""";
}
