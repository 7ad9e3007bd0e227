using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using NodaTime;
using Pacta.Presentation.Csv;
using Pacta.Presentation.Text;

namespace Pacta.Presentation.Office;

/// <summary>A cell of a sheet: a text, a number, a day, or a day with its clock.</summary>
internal readonly record struct SheetCell(string Text, decimal? Number = null, LocalDateTime? Time = null, bool IsDay = false);

/// <summary>
/// Writes a sheet of a workbook (SpreadsheetML, ECMA-376 part 1, 18). Texts are texts, whatever they begin with: none is ever a formula, also where
/// somebody edits it. The first row stays in sight, and comes again on each page.
/// </summary>
internal static class SheetWriter
{
    public const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>So long a text a cell can have.</summary>
    private const int MostLetters = 32_000;

    private const int Narrowest = 8;

    private const int Widest = 44;

    /// <summary>The day before the first that sheets can count, by a calendar that has 29 February 1900.</summary>
    private static readonly LocalDate Zero = new(1899, 12, 30);

    private static readonly LocalDate First = new(1900, 3, 1);

    /// <summary>The styles of cells by their numbers, as <see cref="WriteStyles"/> writes them.</summary>
    private enum Style
    {
        Text,
        Heading,
        Day,
        Clock,
        Number,

        /// <summary>A text that begins like a formula: it stays a text where somebody edits it.</summary>
        Quoted,
    }

    public static void Write(XmlWriter xml, ImmutableArray<string> headings, IReadOnlyList<ImmutableArray<SheetCell>> rows)
    {
        Start("worksheet");
        Start("sheetPr");
        Start("pageSetUpPr");
        xml.WriteAttributeString("fitToPage", "1");
        End();
        End();
        Start("sheetViews");
        Start("sheetView");
        xml.WriteAttributeString("workbookViewId", "0");
        Start("pane");
        xml.WriteAttributeString("ySplit", "1");
        xml.WriteAttributeString("topLeftCell", "A2");
        xml.WriteAttributeString("activePane", "bottomLeft");
        xml.WriteAttributeString("state", "frozen");
        End();
        End();
        End();
        Start("cols");
        for (var i = 0; i < headings.Length; i++)
        {
            var letters = rows.Select(r => r[i].Time is not null ? 16 : r[i].Text.Split('\n').Max(l => l.Length)).Append(headings[i].Length).Max();
            Start("col");
            xml.WriteAttributeString("min", Digits(i + 1));
            xml.WriteAttributeString("max", Digits(i + 1));
            xml.WriteAttributeString("width", Digits(Math.Clamp(letters + 2, Narrowest, Widest)));
            xml.WriteAttributeString("customWidth", "1");
            End();
        }

        End();
        Start("sheetData");
        Row(1, [.. headings.Select(h => new SheetCell(h))], isHeading: true);
        for (var i = 0; i < rows.Count; i++)
        {
            Row(i + 2, rows[i], isHeading: false);
        }

        End();
        if (rows.Count > 0)
        {
            Start("autoFilter");
            xml.WriteAttributeString("ref", $"A1:{Column(headings.Length - 1)}{Digits(rows.Count + 1)}");
            End();
        }

        Start("pageSetup");
        xml.WriteAttributeString("paperSize", "9");
        xml.WriteAttributeString("orientation", "landscape");
        xml.WriteAttributeString("fitToHeight", "0");
        End();
        End();

        void Row(int number, ImmutableArray<SheetCell> cells, bool isHeading)
        {
            Start("row");
            xml.WriteAttributeString("r", Digits(number));
            for (var i = 0; i < cells.Length; i++)
            {
                Cell(cells[i], Column(i) + Digits(number), isHeading);
            }

            End();
        }

        void Cell(SheetCell cell, string place, bool isHeading)
        {
            if (cell is { Text.Length: 0, Number: null, Time: null })
            {
                return;
            }

            var isTime = cell.Time is { } time && time.Date >= First;
            var style = isHeading ? Style.Heading
                : isTime ? cell.IsDay ? Style.Day : Style.Clock
                : cell.Number is not null ? Style.Number
                : CsvCells.MayBeFormula(cell.Text) ? Style.Quoted
                : Style.Text;
            Start("c");
            xml.WriteAttributeString("r", place);
            xml.WriteAttributeString("s", Digits((int)style));
            if (isTime)
            {
                xml.WriteElementString("v", Namespace, Serial(cell.Time!.Value));
            }
            else if (cell.Number is { } number)
            {
                xml.WriteElementString("v", Namespace, number.ToString(CultureInfo.InvariantCulture));
            }
            else
            {
                xml.WriteAttributeString("t", "inlineStr");
                Start("is");
                Start("t");
                xml.WriteAttributeString("xml", "space", null, "preserve");
                var text = Characters.Fit(cell.Text);
                xml.WriteString(text.Length > MostLetters ? text[..MostLetters] + "…" : text);
                End();
                End();
            }

            End();
        }

        void Start(string name) => xml.WriteStartElement(name, Namespace);

        void End() => xml.WriteEndElement();
    }

    /// <summary>The styles, in the order of their numbers.</summary>
    public static void WriteStyles(XmlWriter xml)
    {
        Start("styleSheet");
        Start("numFmts", 2);
        Format(164, @"yyyy\-mm\-dd");
        Format(165, @"yyyy\-mm\-dd\ hh:mm");
        End();
        Start("fonts", 2);
        Font(isBold: false);
        Font(isBold: true);
        End();
        Start("fills", 3);
        Fill("none", null);
        Fill("gray125", null);
        Fill("solid", "FFEDEFF2");
        End();
        Start("borders", 1);
        Start("border");
        foreach (var side in new[] { "left", "right", "top", "bottom", "diagonal" })
        {
            Start(side);
            End();
        }

        End();
        End();
        Start("cellStyleXfs", 1);
        Cell(0, 0, 0, isStyle: true);
        End();
        Start("cellXfs", 6);
        Cell(0, 0, 0);
        Cell(0, 1, 2);
        Cell(164, 0, 0);
        Cell(165, 0, 0);
        Cell(0, 0, 0);
        Cell(0, 0, 0, isQuoted: true);
        End();
        Start("cellStyles", 1);
        Start("cellStyle");
        xml.WriteAttributeString("name", "Normal");
        xml.WriteAttributeString("xfId", "0");
        xml.WriteAttributeString("builtinId", "0");
        End();
        End();
        End();

        void Cell(int format, int font, int fill, bool isStyle = false, bool isQuoted = false)
        {
            Start("xf");
            xml.WriteAttributeString("numFmtId", Digits(format));
            xml.WriteAttributeString("fontId", Digits(font));
            xml.WriteAttributeString("fillId", Digits(fill));
            xml.WriteAttributeString("borderId", "0");
            if (!isStyle)
            {
                xml.WriteAttributeString("xfId", "0");
                xml.WriteAttributeString("applyNumberFormat", "1");
                xml.WriteAttributeString("applyFont", "1");
                xml.WriteAttributeString("applyFill", "1");
                xml.WriteAttributeString("applyAlignment", "1");
                if (isQuoted)
                {
                    xml.WriteAttributeString("quotePrefix", "1");
                }

                Start("alignment");
                if (format > 0)
                {
                    xml.WriteAttributeString("horizontal", "left");
                }

                xml.WriteAttributeString("vertical", "top");
                xml.WriteAttributeString("wrapText", "1");
                End();
            }

            End();
        }

        void Format(int id, string code)
        {
            Start("numFmt");
            xml.WriteAttributeString("numFmtId", Digits(id));
            xml.WriteAttributeString("formatCode", code);
            End();
        }

        void Font(bool isBold)
        {
            Start("font");
            if (isBold)
            {
                Start("b");
                End();
            }

            Start("sz");
            xml.WriteAttributeString("val", "11");
            End();
            Start("name");
            xml.WriteAttributeString("val", "Calibri");
            End();
            End();
        }

        void Fill(string pattern, string? colour)
        {
            Start("fill");
            Start("patternFill");
            xml.WriteAttributeString("patternType", pattern);
            if (colour is not null)
            {
                Start("fgColor");
                xml.WriteAttributeString("rgb", colour);
                End();
            }

            End();
            End();
        }

        void Start(string name, int? count = null)
        {
            xml.WriteStartElement(name, Namespace);
            if (count is { } number)
            {
                xml.WriteAttributeString("count", Digits(number));
            }
        }

        void End() => xml.WriteEndElement();
    }

    /// <summary>The letters of a column, from 0 on: A, B, ... Z, AA.</summary>
    public static string Column(int index) => (index >= 26 ? Column((index / 26) - 1) : string.Empty) + (char)('A' + (index % 26));

    /// <summary>Days since the day before the first, and the part of the day that has passed.</summary>
    private static string Serial(LocalDateTime time)
    {
        var days = Period.Between(Zero, time.Date, PeriodUnits.Days).Days;
        var part = Math.Round((decimal)time.TimeOfDay.TickOfDay / NodaConstants.TicksPerDay, 9);
        return (days + part).ToString("0.#########", CultureInfo.InvariantCulture);
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
