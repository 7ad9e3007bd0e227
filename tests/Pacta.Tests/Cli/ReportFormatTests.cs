using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Pacta.Presentation.Periods;
using NumberingFormat = DocumentFormat.OpenXml.Spreadsheet.NumberingFormat;
using TableCell = DocumentFormat.OpenXml.Wordprocessing.TableCell;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace Pacta.Tests.Cli;

/// <summary>The forms of a report about a period: they say the same, open in the programs they are for, and have the same bytes for the same input.</summary>
public sealed class ReportFormatTests
{
    /// <summary>Something for every section, with texts that a program could take for something else than text.</summary>
    private static readonly string[] Rich =
    [
        """{"id":"=1+1","source":"mission","recorded":"2024-07-12T20:00:00+02:00","event":"=HYPERLINK(\"http://x\")","kind":"fire","time":"2024-07-12T09:00:00+02:00","by":"aland","in":"buffer_zone"}""",
        """{"id":"<b>&\"","source":"mission","recorded":"2024-07-12T20:00:00+02:00","event":"west<wind>","kind":"exercise","time":"2024-07-12","end":"2024-07-13","by":"aland","fields":{"troops":{"low":4500,"high":5500}}}""",
        """{"id":"n-01","source":"mission","recorded":"2024-07-12T09:00:00+02:00","event":"shots_11","kind":"fire","time":"2024-07-11T22:00:00+02:00","by":"aland","in":"buffer_zone"}""",
        """{"type":"coverage","id":"v1","source":"mission","place":"buffer_zone","period":{"from":"2024-07-12T06:00","to":"2024-07-12T20:00"},"means":"patrols by day","recorded":"2024-07-12"}""",
        """{"type":"count","id":"c1","source":"mission","kind":"fire","number":{"about":40},"in":"buffer_zone","period":"2024-07-12","except":"single shots","recorded":"2024-07-12"}""",
        """{"type":"complete","id":"k1","source":"mission","kinds":["exercise"],"through":"2024-07-11","recorded":"2024-07-12"}""",
        """{"type":"determination","id":"t1","body":"joint_commission","date":"2024-07-12","text":"The notice came too late.","clause":"2","by":"borland","events":["iron_gate"],"decision":"not_consistent"}""",
    ];

    public static TheoryData<string> Forms => ["text", "html", "docx", "xlsx", "csv", "json"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_same_input_in_any_order_gives_the_same_bytes(string form)
    {
        var first = Written(form, Rich);
        var again = Written(form, [.. Rich.Reverse()]);

        Assert.NotEmpty(first);
        Assert.Equal(first, again);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Standard_output_and_a_file_get_the_same_bytes(string form)
    {
        using var command = ReportTests.With(Rich);
        var printed = command.Run(ReportTests.Words("2024-07-12", "--format", form)).Output;

        if (form != "text") // a screen is narrower than paper
        {
            Assert.Equal(printed.Length, System.Text.Encoding.UTF8.GetString(Written(form, Rich)).Length);
        }
    }

    [Theory]
    [InlineData("html", "2024-07-12 (Friday)", "hangs on fire shots_12: asserted by mission, denied by borland_mod", "pacta report grey_line.pacta --reports grey_line.jsonl more.jsonl --period day --from 2024-07-12 --format")]
    [InlineData("text", "2024-07-12 (Friday)", "hangs on fire shots_12: asserted by mission, denied by borland_mod", "pacta report grey_line.pacta --reports grey_line.jsonl more.jsonl --period day --from 2024-07-12 --format")]
    [InlineData("csv", "2024-07-12", "hangs on fire shots_12: asserted by mission, denied by borland_mod", "pacta report grey_line.pacta --reports grey_line.jsonl more.jsonl --period day --from 2024-07-12 --format")]
    [InlineData("json", "2024-07-12", "fire shots_12: asserted by mission, denied by borland_mod", "pacta report grey_line.pacta --reports grey_line.jsonl more.jsonl --period day --from 2024-07-12 --format")]
    public void Every_form_tells_the_reason_and_how_it_was_made(string form, params string[] told)
    {
        var text = System.Text.Encoding.UTF8.GetString(Written(form, Rich)).Unwrapped();

        Assert.All(told, t => Assert.Contains(t, text, StringComparison.Ordinal));
        Assert.Matches("[0-9a-f]{64}", text);
    }

    [Theory]
    [InlineData("2024-07-12", "day")]
    [InlineData("2024-07-13", "day")]
    [InlineData("2024-07-10", "week")]
    public void Json_fits_its_schema(string day, string period)
    {
        using var command = ReportTests.With(Rich);

        var json = command.Run(ReportTests.Words(day, "--format", "json", "--period", period, "--to", "2024-07-14")).Output;

        Assert.True(command.FitsSchema(json, "period"));
        using var document = JsonDocument.Parse(json);
        Assert.Equal(PeriodJson.Schema, document.RootElement.GetProperty("schema").GetString());
    }

    [Fact]
    public void Json_tells_what_is_observed_revised_and_not_seen()
    {
        using var command = ReportTests.With(Rich);
        using var document = JsonDocument.Parse(command.Run(ReportTests.Words("2024-07-12", "--format", "json")).Output);

        var period = document.RootElement.GetProperty("agreements")[0].GetProperty("periods")[0];

        Assert.Equal(["shots_12", "=HYPERLINK(\"http://x\")", "west<wind>"], period.GetProperty("observed").EnumerateArray().OrderBy(o => o.GetProperty("event").GetString() switch { "shots_12" => 0, "west<wind>" => 2, _ => 1 }).Select(o => o.GetProperty("event").GetString()));
        var revised = Assert.Single(period.GetProperty("revised").EnumerateArray(), r => r.GetProperty("causes").EnumerateArray().Any(c => c.GetProperty("id").GetString() == "n-01"));
        Assert.Equal(JsonValueKind.Null, revised.GetProperty("before").ValueKind);
        Assert.Equal("not_consistent", revised.GetProperty("now").GetProperty("state").GetString());
        Assert.Equal("n-01", Assert.Single(revised.GetProperty("causes").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal("2024-07-12", Assert.Single(Assert.Single(period.GetProperty("not_seen").EnumerateArray()).GetProperty("days_in_part").EnumerateArray()).GetString());
    }

    [Fact]
    public void A_csv_has_a_section_for_each_row_and_no_cell_that_is_a_formula()
    {
        var lines = System.Text.Encoding.UTF8.GetString(Written("csv", Rich)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith("section,agreement,period_from,period_to,clause,", lines[0], StringComparison.Ordinal);
        Assert.Equal(
            ["assessed", "counts", "coverage", "determinations", "due", "figures", "late", "next", "not_seen", "notes", "observed", "overdue", "revised", "run", "sources", "summary"],
            lines.Skip(1).Select(l => l[..l.IndexOf(',', StringComparison.Ordinal)]).Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains(",=", StringComparison.Ordinal) || l.Contains(",\"=", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("assessed,", StringComparison.Ordinal) && l.Contains(",\"'=HYPERLINK(\"\"http://x\"\")\",", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("observed,", StringComparison.Ordinal) && l.Contains("2024-07-12T09:00:00", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("figures,", StringComparison.Ordinal) && l.Contains(",troops,4500,5500,person,", StringComparison.Ordinal));
    }

    [Fact]
    public void The_document_is_one_that_word_processors_accept()
    {
        using var file = new MemoryStream(Written("docx", Rich));
        using var document = WordprocessingDocument.Open(file, isEditable: false);

        Assert.Empty(Problems(document));
    }

    [Fact]
    public void The_document_has_headings_a_title_a_language_and_tables_whose_first_row_is_marked()
    {
        using var file = new MemoryStream(Written("docx", Rich, "--language", "fr"));
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        var body = document.MainDocumentPart!.Document!.Body!;

        var headings = body.Elements<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value?.StartsWith("Heading", StringComparison.Ordinal) == true).ToList();
        Assert.Equal("2024-07-12 (vendredi) : Grey Line Memorandum (invented)", headings[0].InnerText);
        Assert.Contains("Observé", headings.Select(h => h.InnerText));
        Assert.Equal("Rapport journalier : Grey Line Memorandum (invented)", document.PackageProperties.Title);
        Assert.Equal("fr", document.PackageProperties.Language);
        Assert.Equal("fr", document.MainDocumentPart.StyleDefinitionsPart!.Styles!.Descendants<Languages>().Single().Val!.Value);
        var tables = body.Elements<DocumentFormat.OpenXml.Wordprocessing.Table>().ToList();
        Assert.True(tables.Count >= 8, $"{tables.Count} tables");
        Assert.All(tables, t =>
        {
            Assert.Single(t.Elements<TableRow>(), r => r.TableRowProperties?.Elements<TableHeader>().Any() == true);
            Assert.NotNull(t.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>());
            Assert.False(string.IsNullOrEmpty(t.GetFirstChild<TableProperties>()!.GetFirstChild<TableCaption>()!.Val!.Value));
        });
        Assert.Contains("exercise west<wind>", body.Descendants<TableCell>().Select(c => c.InnerText));
    }

    [Fact]
    public void The_workbook_is_one_that_spreadsheets_accept()
    {
        using var file = new MemoryStream(Written("xlsx", Rich));
        using var book = SpreadsheetDocument.Open(file, isEditable: false);

        Assert.Empty(Problems(book));
    }

    [Fact]
    public void The_workbook_has_a_sheet_for_each_section_whose_first_row_stays_in_sight()
    {
        using var file = new MemoryStream(Written("xlsx", Rich));
        using var book = SpreadsheetDocument.Open(file, isEditable: false);

        Assert.Equal(
            [
                "Summary", "Observed", "Assessed", "Due in this period", "Due in the coming period", "Past due, not reported as done", "Revised since the last report",
                "Late, corrected or taken back", "Sources", "What could be seen", "What nobody could see", "Counts", "Decided by bodies", "Figures", "Notes",
                "How this report was made",
            ],
            book.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Select(s => s.Name!.Value));
        Assert.All(book.WorkbookPart.WorksheetParts, part =>
        {
            var pane = part.Worksheet!.Descendants<Pane>().Single();
            Assert.Equal((1d, PaneStateValues.Frozen), (pane.VerticalSplit!.Value, pane.State!.Value));
        });
    }

    [Fact]
    public void Dates_are_dates_numbers_are_numbers_and_texts_are_never_formulas()
    {
        using var file = new MemoryStream(Written("xlsx", Rich));
        using var book = SpreadsheetDocument.Open(file, isEditable: false);

        var figures = Cells(book, "Figures");
        Assert.Contains(figures, c => c is { DataType: null, StyleIndex.Value: 4, CellValue.Text: "4500" });
        Assert.Contains(figures, c => c is { DataType: null, StyleIndex.Value: 2, CellValue.Text: "45485" }); // 12 July 2024
        var observed = Cells(book, "Observed");
        Assert.Contains(observed, c => c is { DataType: null, StyleIndex.Value: 3, CellValue.Text: "45485.375" }); // 09:00 of it
        Assert.Equal(["yyyy\\-mm\\-dd", "yyyy\\-mm\\-dd\\ hh:mm"], book.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.NumberingFormats!.Elements<NumberingFormat>().Select(f => f.FormatCode!.Value));
        Assert.Empty(book.WorkbookPart.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<CellFormula>()));
        var trap = Assert.Single(Cells(book, "Assessed"), c => c.InnerText == "=HYPERLINK(\"http://x\")");
        Assert.Equal(CellValues.InlineString, trap.DataType!.Value);
        var style = book.WorkbookPart.WorkbookStylesPart.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)trap.StyleIndex!.Value);
        Assert.True(style.QuotePrefix!.Value);
    }

    [Fact]
    public void An_empty_section_of_a_workbook_says_that_it_is_empty()
    {
        using var command = ReportTests.With();
        Assert.Equal(0, command.Run(ReportTests.Words("2024-07-13", "--format", "xlsx", "--output", "@report.xlsx")).ExitCode);
        using var book = SpreadsheetDocument.Open(command.PathOf("report.xlsx"), isEditable: false);

        Assert.Contains(Cells(book, "Observed"), c => c.InnerText == "Nothing was reported of this day.");
        Assert.Contains(Cells(book, "Summary"), c => c.InnerText.StartsWith("Nobody stated what could be seen.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    public void No_clock_is_in_a_package_and_its_parts_are_stored_as_they_are(string form)
    {
        using var file = new MemoryStream(Written(form, Rich));
        using var zip = new ZipArchive(file);

        Assert.All(zip.Entries, e =>
        {
            Assert.Equal(new DateTime(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), e.LastWriteTime.DateTime);
            Assert.Equal(e.Length, e.CompressedLength);
        });
    }

    [Fact]
    public void A_page_is_well_formed_and_everything_in_it_that_a_report_says_is_text()
    {
        var page = System.Text.Encoding.UTF8.GetString(Written("html", Rich));

        var document = XDocument.Parse(page.Replace("<!DOCTYPE html>", string.Empty, StringComparison.Ordinal));

        Assert.Contains("exercise west<wind>", document.Descendants("td").Select(d => d.Value));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.All(document.Descendants("table"), t => Assert.All(t.Element("thead")!.Descendants("th"), h => Assert.Equal("col", h.Attribute("scope")?.Value)));
        var targets = document.Descendants().Select(e => e.Attribute("id")?.Value).OfType<string>().ToList();
        Assert.Equal(targets.Distinct().Count(), targets.Count);
        Assert.All(document.Descendants("a").Select(a => a.Attribute("href")!.Value), to => Assert.Contains(to[1..], targets));
    }

    private static byte[] Written(string form, string[] more, params string[] options)
    {
        using var command = ReportTests.With(more);
        var ran = command.Run(ReportTests.Words("2024-07-12", ["--format", form, "--output", "@report." + form, .. options]));
        Assert.True(ran.ExitCode == 0, ran.Errors);
        return File.ReadAllBytes(command.PathOf("report." + form));
    }

    private static List<Cell> Cells(SpreadsheetDocument book, string sheet)
    {
        var id = book.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Single(s => s.Name == sheet).Id!.Value!;
        return [.. ((WorksheetPart)book.WorkbookPart.GetPartById(id)).Worksheet!.Descendants<Cell>()];
    }

    private static List<string> Problems(OpenXmlPackage package) =>
        [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")];
}
