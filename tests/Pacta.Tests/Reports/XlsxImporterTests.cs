using System.Globalization;
using System.Text;
using CsCheck;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Reports.Import;

namespace Pacta.Tests.Reports;

public sealed class XlsxImporterTests
{
    private const string Header =
        """<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="inlineStr"><is><t>Start</t></is></c><c r="C3" t="str"><v>Troops</v></c><c r="D3" t="s"><v>1</v></c></row>""";

    private const string Mapping =
        """
        {"kind":"exercise","id":"{Ref}","source":"mfa","time":{"column":"Start","format":"dd.MM.yyyy"},"by":"{State}","fields":{"troops":{"column":"Troops","thousands":"."}}}
        """;

    private static readonly string[] Strings = ["<t>Ref</t>", "<r><t>Sta</t></r><r><t>te</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh>", "<t xml:space=\"preserve\"> aland </t>"];

    [Fact]
    public void Dates_numbers_and_every_kind_of_string_are_read_without_a_word_on_how_they_are_written()
    {
        var (lines, result, bag) = Import(Workbooks.Of(
            Header
            + """<row r="4"><c r="A4" t="str"><f>"A-"&amp;1</f><v>A-1</v></c><c r="B4" s="1"><v>44449</v></c><c r="C4"><v>12800.5</v></c><c r="D4" t="s"><v>2</v></c></row>"""
            + """<row r="6"><c r="A6" t="b"><v>1</v></c><c r="B6" t="inlineStr"><is><t>12.09.2021</t></is></c><c r="C6" t="inlineStr"><is><t>9.000</t></is></c></row>""",
            Strings));

        Assert.Empty(bag.Items);
        Assert.Equal(new ImportResult(2, 2, 0, 0), result);
        Assert.Equal(
            [
                """{"id":"A-1","source":"mfa","event":"A-1","kind":"exercise","time":"2021-09-10","by":"aland","fields":{"troops":12800.5}}""",
                """{"id":"true","source":"mfa","event":"true","kind":"exercise","time":"2021-09-12","fields":{"troops":9000}}""",
            ],
            lines);
    }

    [Theory]
    [InlineData("44449", 1, false, "2021-09-10")]
    [InlineData("42987", 1, true, "2021-09-10")]
    [InlineData("44449.604166666664", 2, false, "2021-09-10T14:30:00")]
    [InlineData("44449.604166666664", 3, false, "2021-09-10")]
    [InlineData("59", 1, false, "1900-02-28")]
    [InlineData("61", 1, false, "1900-03-01")]
    [InlineData("0", 1, true, "1904-01-01")]
    public void A_number_is_a_date_where_its_cell_is_shown_as_one(string number, int style, bool is1904, string date)
    {
        var (lines, _, bag) = Import(Workbooks.Of(Header + Row("A-1", $"<c r=\"B4\" s=\"{style}\"><v>{number}</v></c>"), Strings, is1904: is1904));

        Assert.Empty(bag.Items);
        Assert.Contains($"\"time\":\"{date}\"", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""<c r="B4" t="e"><v>#N/A</v></c>""", "PACTA0611", "The cell B4 has no value: #N/A")]
    [InlineData("""<c r="B4"><f>TODAY()</f></c>""", "PACTA0611", "The cell B4 has no value: a formula without a stored result")]
    [InlineData("""<c r="B4" s="1"><v>60</v></c>""", "PACTA0611", "The cell B4 has no value: a number that is no date")]
    [InlineData("""<c r="B4" s="1"><v>-1</v></c>""", "PACTA0611", "The cell B4 has no value: a number that is no date")]
    [InlineData("""<c r="B4" t="s"><v>99</v></c>""", "PACTA0611", "The cell B4 has no value: a text that is not in the workbook")]
    [InlineData("""<c r="B4" s="4"><v>1.5</v></c>""", "PACTA0606", "\"1.5\" is not a time")]
    [InlineData("""<c r="B4" s="5"><v>2.5</v></c>""", "PACTA0606", "\"2.5\" is not a time")]
    public void A_cell_without_a_value_is_an_error_of_its_row_and_named_by_its_address(string cell, string code, string headline)
    {
        var (lines, result, bag) = Import(Workbooks.Of(Header + Row("A-1", cell) + Row("A-2", "<c r=\"B5\" s=\"1\"><v>44449</v></c>", 5), Strings));

        var error = Assert.Single(bag.Items);
        Assert.Equal((code, headline), (error.Code, error.Headline));
        Assert.StartsWith("cell B4: ", error.Labels[0].Message, StringComparison.Ordinal);
        Assert.Equal(4, error.Labels[0].File.PositionOf(error.Labels[0].Span.Start).Line);
        Assert.Equal((new ImportResult(2, 1, 1, 0), "A-2"), (result, Assert.Single(lines)[7..10]));
    }

    [Fact]
    public void An_error_in_a_column_that_nobody_asks_for_is_none()
    {
        var (lines, _, bag) = Import(Workbooks.Of(Header + Row("A-1", "<c r=\"B4\" s=\"1\"><v>44449</v></c><c r=\"G4\" t=\"e\"><v>#REF!</v></c>"), Strings));

        Assert.Empty(bag.Items);
        Assert.Single(lines);
    }

    [Fact]
    public void Cells_of_one_column_that_are_shown_as_one_speak_for_each_of_their_rows()
    {
        var rows = Header + string.Concat(Enumerable.Range(4, 3).Select(r =>
            $"<row r=\"{r}\"><c r=\"A{r}\" t=\"str\"><v>A-{r}</v></c>{(r == 4 ? "<c r=\"B4\" s=\"1\"><v>44449</v></c><c r=\"D4\" t=\"s\"><v>2</v></c>" : "")}</row>"));
        var (lines, _, bag) = Import(Workbooks.Of(rows, Strings, """<mergeCells><mergeCell ref="B4:B6"/><mergeCell ref="D4:D5"/><mergeCell ref="C4:D4"/></mergeCells>"""));

        Assert.Empty(bag.Items);
        Assert.All(lines, l => Assert.Contains("\"time\":\"2021-09-10\"", l, StringComparison.Ordinal));
        Assert.Equal([true, true, false], lines.Select(l => l.Contains("\"by\":\"aland\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_first_sheet_that_is_not_hidden_is_read_unless_one_is_named()
    {
        var book = Workbooks.Of(
            Header + Row("A-1", "<c r=\"B4\" s=\"1\"><v>44449</v></c>"), Strings, before: "<sheet name=\"Lists\" sheetId=\"2\" state=\"hidden\" r:id=\"rId4\"/>");

        Assert.Single(Import(book).Lines);
        Assert.Single(Import(book, "Events").Lines);
        Assert.Equal("The sheet is empty", Assert.Single(Import(book, "Lists").Diagnostics.Items).Headline);
        var error = Assert.Single(Import(book, "Event").Diagnostics.Items);
        Assert.Equal(("PACTA0610", "The workbook has no sheet \"Event\""), (error.Code, error.Headline));
        Assert.Equal("Did you mean \"Events\"? Its sheets are \"Lists\", \"Events\".", error.Help);
    }

    [Fact]
    public void What_is_no_workbook_is_refused()
    {
        Assert.Equal("This is no .xlsx workbook", Assert.Single(Import([0xD0, 0xCF, 0x11, 0xE0, 1, 2]).Diagnostics.Items).Headline);
        Assert.Equal("This is no .xlsx workbook", Assert.Single(Import(Workbooks.Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"))).Diagnostics.Items).Headline);
        Assert.Equal("The workbook is damaged", Assert.Single(Import(Workbooks.Of("<row><c></row>")).Diagnostics.Items).Headline);
    }

    [Fact]
    public void A_document_type_is_refused_so_that_no_entity_can_unfold() =>
        Assert.Equal("The workbook is damaged", Assert.Single(Import(Workbooks.Zip(
            ("_rels/.rels", "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><Relationships/>"))).Diagnostics.Items).Headline);

    /// <summary>600 megabytes of blanks in some hundred kilobytes.</summary>
    [Fact]
    public void An_archive_that_unfolds_without_end_is_refused()
    {
        using var stream = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("_rels/.rels").Open();
            var blanks = Encoding.ASCII.GetBytes(new string(' ', 1 << 20));
            for (var i = 0; i < 600; i++)
            {
                entry.Write(blanks);
            }
        }

        Assert.True(stream.Length < 1 << 20);
        var error = Assert.Single(Import(stream.ToArray()).Diagnostics.Items);
        Assert.Equal(("PACTA0610", "The workbook unfolds to more than 512 megabytes"), (error.Code, error.Headline));
    }

    [Fact]
    public void A_sheet_gives_the_lines_that_the_same_table_gives_as_text() => Gen.Select(
        Gen.OneOf("A-1", "ü ß", "x & <y>", "12", ""), Gen.OneOf("10.09.2021", "31.02.2021", ""), Gen.OneOf("12.800", "many", ""), Gen.OneOf("aland", "")).Array[1, 6].Sample(rows =>
    {
        string[][] table = [["Ref", "Start", "Troops", "State"], .. rows.Select((r, i) => new[] { r.Item1.Length > 0 ? $"{r.Item1} {i.ToString(CultureInfo.InvariantCulture)}" : "", r.Item2, r.Item3, r.Item4 })];
        var (bag, output) = (new DiagnosticBag(), new StringWriter());
        var text = string.Join('\n', table.Select(r => string.Join(';', r)));
        var expected = CsvImporter.Import("t.csv", new MemoryStream(Encoding.UTF8.GetBytes(text)), output, Read(bag), bag);
        var (lines, result, told) = Import(Workbooks.OfTexts(table));

        // A row without anything is blank in a sheet, and a row of separators in the text.
        var blank = table.Skip(1).Count(r => r.All(c => c.Length == 0));
        Assert.Equal(output.ToString(), string.Concat(lines.Select(l => l + "\n")));
        Assert.Equal((expected.Written, expected.Skipped - blank), (result.Written, result.Skipped));
        Assert.Equal(bag.Items.Where(d => d.Headline != "This row has no \"id\"").Select(d => d.Headline), told.Items.Where(d => d.Headline != "This row has no \"id\"").Select(d => d.Headline));
    });

    [Fact]
    public void No_workbook_makes_the_importer_throw()
    {
        var whole = Workbooks.Of(Header + Row("A-1", "<c r=\"B4\" s=\"1\"><v>44449</v></c>"), Strings);
        var sheet = Header + Row("A-1", "<c r=\"B4\" s=\"1\"><v>44449</v></c>");
        Gen.Select(Gen.Byte.Array[1, 3], Gen.Int[0, 100_000], Gen.Bool).Sample(
            (noise, at, inArchive) =>
            {
                if (inArchive)
                {
                    var bytes = whole.ToArray();
                    noise.CopyTo(bytes, at % (bytes.Length - 3));
                    Import(bytes);
                }
                else
                {
                    Import(Workbooks.Of(sheet.Insert(at % sheet.Length, Encoding.Latin1.GetString(noise)), Strings));
                }
            },
            iter: 1000);
    }

    private static string Row(string id, string start, int row = 4) => $"<row r=\"{row}\"><c r=\"A{row}\" t=\"str\"><v>{id}</v></c>{start}</row>";

    private static CsvMapping Read(DiagnosticBag bag) => CsvMapping.Read(new SourceText("mapping.json", Mapping), bag) ?? throw new InvalidOperationException(bag.Items[0].Headline);

    private static (string[] Lines, ImportResult Result, DiagnosticBag Diagnostics) Import(byte[] workbook, string? sheet = null)
    {
        var (bag, output) = (new DiagnosticBag(), new StringWriter());
        var result = XlsxImporter.Import("book.xlsx", new MemoryStream(workbook), sheet, output, Read(bag), bag);
        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Empty(Lines.Read(lines).Diagnostics.Items);
        return (lines, result, bag);
    }
}
