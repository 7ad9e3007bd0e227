using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Pacta.Model.Time;
using Pacta.Presentation.Office;
using Pacta.Presentation.Text;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Periods;

/// <summary>A report as a workbook (.xlsx): one sheet for each section, with the rows of all periods and agreements.</summary>
public static class PeriodXlsx
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <summary>So many letters the name of a sheet can have.</summary>
    private const int MostLetters = 31;

    public static void Write(Stream output, PeriodRun run, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(speech);
        var document = PeriodPages.Of(run, speech);
        var calendars = run.Agreements.ToDictionary(a => a.Agreement.Name, a => a.Agreement.Calendar, StringComparer.Ordinal);
        ImmutableArray<Sheet> sheets =
        [
            Summary(document, speech),
            .. document.Parts.SelectMany(p => p.Sections).Select(s => s.Name).Distinct(StringComparer.Ordinal).Select(name => OfSection(name, document, calendars, speech)),
            new Sheet(document.Run.Title, [.. document.Run.Columns.Select(c => PeriodColumns.Heading(c, speech))], [.. Run(document.Run)]),
        ];

        using var package = new OfficePackage();
        package.AddProperties(document.Title, document.Language);
        package.Add("xl/workbook.xml", Types + "sheet.main+xml", xml => WriteWorkbook(xml, sheets));
        package.Add("xl/styles.xml", Types + "styles+xml", SheetWriter.WriteStyles);
        package.Relate(string.Empty, "rIdWorkbook", Office + "/officeDocument", "xl/workbook.xml");
        package.Relate("xl/workbook.xml", "rIdStyles", Office + "/styles", "styles.xml");
        for (var i = 0; i < sheets.Length; i++)
        {
            var (sheet, file) = (sheets[i], string.Create(CultureInfo.InvariantCulture, $"worksheets/sheet{i + 1}.xml"));
            package.Add("xl/" + file, Types + "worksheet+xml", xml => SheetWriter.Write(xml, sheet.Headings, sheet.Rows));
            package.Relate("xl/workbook.xml", IdOf(i), Office + "/worksheet", file);
        }

        package.WriteTo(output);
    }

    private static void WriteWorkbook(System.Xml.XmlWriter xml, ImmutableArray<Sheet> sheets)
    {
        xml.WriteStartElement("workbook", SheetWriter.Namespace);
        xml.WriteAttributeString("xmlns", "r", null, Office);
        xml.WriteStartElement("sheets", SheetWriter.Namespace);
        for (var i = 0; i < sheets.Length; i++)
        {
            xml.WriteStartElement("sheet", SheetWriter.Namespace);
            xml.WriteAttributeString("name", NameOf(sheets[i].Title));
            xml.WriteAttributeString("sheetId", (i + 1).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("r", "id", Office, IdOf(i));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("definedNames", SheetWriter.Namespace);
        for (var i = 0; i < sheets.Length; i++)
        {
            xml.WriteStartElement("definedName", SheetWriter.Namespace);
            xml.WriteAttributeString("name", "_xlnm.Print_Titles");
            xml.WriteAttributeString("localSheetId", i.ToString(CultureInfo.InvariantCulture));
            xml.WriteString($"'{NameOf(sheets[i].Title).Replace("'", "''", StringComparison.Ordinal)}'!$1:$1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>The head of each part, and how much there is of what.</summary>
    private static Sheet Summary(PeriodDocument document, Speech speech) => new(
        speech.Phrases.Say("html.summary"),
        [.. new[] { PeriodColumn.Name, PeriodColumn.Value }.Select(c => PeriodColumns.Heading(c, speech))],
        [
            .. document.Facts.Prepend(new DocumentFact(document.Title, string.Empty)).Concat(document.Parts.SelectMany(p => p.Facts
                .Prepend(new DocumentFact(p.Title, string.Empty))
                .Concat(p.Lead.Select(l => new DocumentFact(string.Empty, l)))))
                .Select(f => (ImmutableArray<SheetCell>)[new SheetCell(f.Name), new SheetCell(f.Value)]),
        ]);

    private static Sheet OfSection(string name, PeriodDocument document, Dictionary<string, AgreementCalendar> calendars, Speech speech)
    {
        var sections = document.Parts.Select(p => (Part: p, Section: p.Sections.First(s => s.Name == name))).ToList();
        var first = sections[0].Section;
        var columns = first.Columns.Length > 0 ? first.Columns : [PeriodColumn.What];
        var rows = new List<ImmutableArray<SheetCell>>();
        foreach (var (part, section) in sections)
        {
            ImmutableArray<SheetCell> head = [Day(part.From), Day(part.To), new SheetCell(part.Agreement)];
            rows.AddRange(section.Each.Select(r => (ImmutableArray<SheetCell>)[.. head, .. columns.SelectMany(c => Cells(c, r, calendars[part.Agreement]))]));
            foreach (var sentence in section.Each.Length == 0 || section.Columns.Length == 0 ? section.Lead : [])
            {
                rows.Add([.. head, .. columns.SelectMany((c, i) => Widened(c).Select((_, j) => new SheetCell(i == 0 && j == 0 ? sentence : string.Empty)))]);
            }
        }

        return new Sheet(
            first.Title,
            [
                speech.Phrases.Say("period.sheet.from"), speech.Phrases.Say("period.sheet.to"), speech.Phrases.Say("page.agreement"),
                .. columns.SelectMany(c => Widened(c).Select(end => PeriodColumns.Heading(c, speech) + (end.Length > 0 ? " " + speech.Phrases.Say("period.sheet." + end) : string.Empty))),
            ],
            [.. rows]);
    }

    private static IEnumerable<ImmutableArray<SheetCell>> Run(DocumentSection run) =>
        run.Rows.Select(r => (ImmutableArray<SheetCell>)[.. run.Columns.Select(c => new SheetCell(r[c]))])
            .Concat(run.Remarks.Select(r => (ImmutableArray<SheetCell>)[new SheetCell(string.Empty), new SheetCell(r)]));

    private static SheetCell Day(LocalDate date) => new(string.Empty, Time: date.AtMidnight(), IsDay: true);

    /// <summary>A time has its words, and from when until when it is, for those who sort and count.</summary>
    private static string[] Widened(PeriodColumn column) => PeriodColumns.IsTime(column) ? [string.Empty, "from", "to"] : [string.Empty];

    private static IEnumerable<SheetCell> Cells(PeriodColumn column, DocumentRow row, AgreementCalendar calendar)
    {
        var cell = row.Cells.GetValueOrDefault(column);
        yield return new SheetCell(cell?.Text ?? string.Empty, cell?.Number);
        if (PeriodColumns.IsTime(column))
        {
            yield return Local(cell?.Time?.Earliest, calendar);
            yield return Local(cell?.Time?.Latest, calendar);
        }
    }

    private static SheetCell Local(Instant? instant, AgreementCalendar calendar) =>
        instant is { } at && LocalTimes.Of(at, calendar) is { } local ? new SheetCell(string.Empty, Time: local.Time, IsDay: local.IsDay) : new SheetCell(string.Empty);

    private static string IdOf(int index) => string.Create(CultureInfo.InvariantCulture, $"rIdSheet{index + 1}");

    /// <summary>Without what the name of a sheet may not have.</summary>
    private static string NameOf(string title)
    {
        var name = Characters.Fit(string.Concat(title.Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' ? ' ' : c)));
        return name.Length <= MostLetters ? name : name[..MostLetters];
    }

    private sealed record Sheet(string Title, ImmutableArray<string> Headings, ImmutableArray<ImmutableArray<SheetCell>> Rows);
}
