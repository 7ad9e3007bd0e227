using System.Globalization;
using System.Xml;

namespace Pacta.Presentation.Office;

/// <summary>The styles of a text document: those of the word processor by their known ids, so that its outline and its table of contents know them.</summary>
internal static class WordStyles
{
    /// <param name="language">The language of the document (BCP 47).</param>
    public static void Write(XmlWriter xml, string language)
    {
        Start("styles");
        Start("docDefaults");
        Start("rPrDefault");
        Start("rPr");
        Start("rFonts");
        foreach (var script in new[] { "ascii", "hAnsi", "cs", "eastAsia" })
        {
            Attribute(script, "Calibri");
        }

        End();
        Value("sz", "20");
        Value("szCs", "20");
        Start("lang");
        Attribute("val", language);
        End();
        End();
        End();
        Start("pPrDefault");
        Start("pPr");
        Spacing(0, 80);
        End();
        End();
        End();
        Style("paragraph", "Normal", "Normal", basedOn: null, level: null, size: null, isBold: false, before: null);
        Style("paragraph", "Title", "Title", "Normal", level: null, size: 36, isBold: true, before: 0);
        Style("paragraph", "Heading1", "heading 1", "Normal", level: 0, size: 30, isBold: true, before: 280);
        Style("paragraph", "Heading2", "heading 2", "Normal", level: 1, size: 24, isBold: true, before: 200);
        Style("paragraph", "Heading3", "heading 3", "Normal", level: 2, size: 22, isBold: true, before: 160);
        Style("paragraph", "Heading4", "heading 4", "Normal", level: 3, size: 21, isBold: true, before: 140);
        Style("paragraph", "Label", "Label", "Normal", level: null, size: 20, isBold: true, before: 80);
        Style("paragraph", "Quote", "Quote", "Normal", level: null, size: 20, isBold: false, before: 20);
        Style("paragraph", "Code", "Code", "Normal", level: null, size: 17, isBold: false, before: 20);
        Style("paragraph", "Remark", "Remark", "Normal", level: null, size: 18, isBold: false, before: 20);
        Style("paragraph", "TableText", "Table Text", "Normal", level: null, size: 17, isBold: false, before: 20);
        Style("paragraph", "TableHeading", "Table Heading", "TableText", level: null, size: 17, isBold: true, before: 20);
        Style("paragraph", "TableRemark", "Table Remark", "TableText", level: null, size: 16, isBold: false, before: 20);
        Grid();
        End();

        void Style(string type, string id, string name, string? basedOn, int? level, int? size, bool isBold, int? before)
        {
            Start("style");
            Attribute("type", type);
            if (id == "Normal")
            {
                Attribute("default", "1");
            }

            Attribute("styleId", id);
            Value("name", name);
            if (basedOn is not null)
            {
                Value("basedOn", basedOn);
            }

            Value("qFormat", null);
            Start("pPr");
            if (level is not null || id is "TableHeading" or "Label")
            {
                Value("keepNext", null);
            }

            if (before is { } space)
            {
                Spacing(space, space > 20 ? 80 : 20);
            }

            if (level is { } outline)
            {
                Value("outlineLvl", outline.ToString(CultureInfo.InvariantCulture));
            }

            End();
            Start("rPr");
            if (id == "Code")
            {
                Start("rFonts");
                Attribute("ascii", "Consolas");
                Attribute("hAnsi", "Consolas");
                Attribute("cs", "Consolas");
                End();
            }

            if (isBold)
            {
                Value("b", null);
            }

            if (size is { } half)
            {
                Value("sz", half.ToString(CultureInfo.InvariantCulture));
            }

            End();
            End();
        }

        void Grid()
        {
            Start("style");
            Attribute("type", "table");
            Attribute("styleId", "TableGrid");
            Value("name", "Table Grid");
            Start("tblPr");
            Start("tblBorders");
            foreach (var side in new[] { "top", "left", "bottom", "right", "insideH", "insideV" })
            {
                Start(side);
                Attribute("val", "single");
                Attribute("sz", "4");
                Attribute("space", "0");
                Attribute("color", "808080");
                End();
            }

            End();
            Start("tblCellMar");
            foreach (var side in new[] { "left", "right" })
            {
                Start(side);
                Attribute("w", "70");
                Attribute("type", "dxa");
                End();
            }

            End();
            End();
            Start("tblStylePr");
            Attribute("type", "firstRow");
            Start("tcPr");
            Start("shd");
            Attribute("val", "clear");
            Attribute("color", "auto");
            Attribute("fill", "EDEFF2");
            End();
            End();
            End();
            End();
        }

        void Spacing(int before, int after)
        {
            Start("spacing");
            Attribute("before", before.ToString(CultureInfo.InvariantCulture));
            Attribute("after", after.ToString(CultureInfo.InvariantCulture));
            End();
        }

        void Start(string name) => xml.WriteStartElement("w", name, WordWriter.Namespace);

        void End() => xml.WriteEndElement();

        void Attribute(string name, string value) => xml.WriteAttributeString("w", name, WordWriter.Namespace, value);

        void Value(string name, string? value)
        {
            Start(name);
            if (value is not null)
            {
                Attribute("val", value);
            }

            End();
        }
    }
}
