using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Pacta.Presentation.Text;

namespace Pacta.Presentation.Office;

/// <summary>
/// Writes the body of a text document (WordprocessingML, ECMA-376 part 1, 17): headings that a reader can jump to, paragraphs, and tables whose first
/// row is marked as the heading of their columns and comes again on each page.
/// </summary>
internal sealed class WordWriter(XmlWriter xml)
{
    public const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>What a line has room for, in twentieths of a point: A4 across, less its margins.</summary>
    private const int Room = 16838 - (2 * Margin);

    private const int Margin = 1021;

    /// <summary>No column asks for more letters than this; a longer cell has several lines.</summary>
    private const int Widest = 44;

    /// <summary>A longer word does not keep its column wide.</summary>
    private const int LongWord = 20;

    /// <summary>What a letter of a table takes, and what the margins of a cell do.</summary>
    private const int Letter = 118;

    private const int CellMargins = 180;

    public void Paragraph(string text, string style, bool isOnNewPage = false)
    {
        Start("p");
        Start("pPr");
        Value("pStyle", style);
        if (isOnNewPage)
        {
            Empty("pageBreakBefore");
        }

        End();
        Run(text);
        End();
    }

    /// <param name="rows">Each with the sentences below it, across all columns.</param>
    public void Table(
        string caption, ImmutableArray<string> headings, IReadOnlyList<(ImmutableArray<string> Cells, ImmutableArray<string> Remarks)> rows)
    {
        var widths = Widths(headings, rows.Select(r => r.Cells));
        Start("tbl");
        Start("tblPr");
        Value("tblStyle", "TableGrid");
        Start("tblW");
        Attribute("w", Room.ToString(CultureInfo.InvariantCulture));
        Attribute("type", "dxa");
        End();
        Start("tblLayout");
        Attribute("type", "fixed");
        End();
        Start("tblLook");
        Attribute("val", "0020");
        Attribute("firstRow", "1");
        Attribute("lastRow", "0");
        Attribute("firstColumn", "0");
        Attribute("lastColumn", "0");
        Attribute("noHBand", "1");
        Attribute("noVBand", "1");
        End();
        Value("tblCaption", caption);
        End();
        Start("tblGrid");
        foreach (var width in widths)
        {
            Start("gridCol");
            Attribute("w", width.ToString(CultureInfo.InvariantCulture));
            End();
        }

        End();
        Row(headings, widths, isHeading: true);
        foreach (var (cells, remarks) in rows)
        {
            Row(cells, widths, isHeading: false);
            foreach (var remark in remarks)
            {
                Remark(remark, widths);
            }
        }

        End();
    }

    /// <summary>The page: A4 across, with the number of the page in the footer.</summary>
    public void Page(string footer)
    {
        Start("sectPr");
        Start("footerReference");
        Attribute("type", "default");
        xml.WriteAttributeString("r", "id", Relations, footer);
        End();
        Start("pgSz");
        Attribute("w", "16838");
        Attribute("h", "11906");
        Attribute("orient", "landscape");
        End();
        Start("pgMar");
        foreach (var side in new[] { "top", "right", "bottom", "left", "header", "footer" })
        {
            Attribute(side, (side is "header" or "footer" ? Margin / 2 : Margin).ToString(CultureInfo.InvariantCulture));
        }

        Attribute("gutter", "0");
        End();
        End();
    }

    /// <summary>A paragraph with the number of its page.</summary>
    public void PageNumber()
    {
        Start("p");
        Start("pPr");
        Value("pStyle", "Remark");
        Value("jc", "right");
        End();
        Start("fldSimple");
        Attribute("instr", " PAGE ");
        Run("1");
        End();
        End();
    }

    private static ImmutableArray<int> Widths(ImmutableArray<string> headings, IEnumerable<ImmutableArray<string>> rows)
    {
        var all = rows.Append(headings).ToList();
        var least = headings.Select((_, i) => Width(all.Max(r => r[i].Split(' ', '\n').Max(w => Math.Min(w.Length, LongWord))))).ToList();
        var wanted = headings.Select((_, i) => Math.Max(least[i], Width(Math.Min(Widest, all.Max(r => r[i].Split('\n').Max(l => l.Length)))))).ToList();

        // Whole words first; what is left goes to those who ask for more, or to all where nobody does.
        var (left, asked) = (Room - least.Sum(), wanted.Sum() - least.Sum());
        return left < 0 ? [.. least.Select(w => Room * w / least.Sum())]
            : asked < left ? [.. wanted.Select(w => Room * w / wanted.Sum())]
            : [.. least.Zip(wanted, (l, w) => l + (left * (w - l) / asked))];

        static int Width(int letters) => (letters * Letter) + CellMargins;
    }

    private void Row(ImmutableArray<string> cells, ImmutableArray<int> widths, bool isHeading)
    {
        Start("tr");
        Start("trPr");
        Empty("cantSplit");
        if (isHeading)
        {
            Empty("tblHeader");
        }

        End();
        for (var i = 0; i < cells.Length; i++)
        {
            Cell(cells[i], widths[i], span: 1, isHeading ? "TableHeading" : "TableText");
        }

        End();
    }

    private void Remark(string text, ImmutableArray<int> widths)
    {
        Start("tr");
        Start("trPr");
        Empty("cantSplit");
        End();
        Cell(text, widths.Sum(), widths.Length, "TableRemark");
        End();
    }

    private void Cell(string text, int width, int span, string style)
    {
        Start("tc");
        Start("tcPr");
        Start("tcW");
        Attribute("w", width.ToString(CultureInfo.InvariantCulture));
        Attribute("type", "dxa");
        End();
        if (span > 1)
        {
            Value("gridSpan", span.ToString(CultureInfo.InvariantCulture));
        }

        End();
        Paragraph(text, style);
        End();
    }

    private void Run(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        Start("r");
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                Empty("br");
            }

            Start("t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(Characters.Fit(lines[i]));
            End();
        }

        End();
    }

    private void Start(string name) => xml.WriteStartElement("w", name, Namespace);

    private void End() => xml.WriteEndElement();

    private void Empty(string name)
    {
        Start(name);
        End();
    }

    private void Attribute(string name, string value) => xml.WriteAttributeString("w", name, Namespace, value);

    private void Value(string name, string value)
    {
        Start(name);
        Attribute("val", Characters.Fit(value));
        End();
    }
}
