using NodaTime.Text;
using Pacta.Model.Time;
using Pacta.Presentation.Csv;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Periods;

/// <summary>
/// A report as comma-separated values: one row for each thing that is told, with the section in which it stands. Every row has all columns, and no rows
/// are told together. A section in which there is nothing has a row that says so.
/// </summary>
public static class PeriodCsv
{
    public static void Write(TextWriter output, PeriodRun run, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(speech);
        var document = PeriodPages.Of(run, speech);
        CsvCells.Row(output, ["section", "agreement", "period_from", "period_to", .. PeriodColumns.All.SelectMany(Headings)]);
        foreach (var part in document.Parts)
        {
            var agreement = run.Agreements.First(a => a.Agreement.Name == part.Agreement).Agreement;
            string[] head = [part.Agreement, LocalDatePattern.Iso.Format(part.From), LocalDatePattern.Iso.Format(part.To)];
            foreach (var sentence in part.Lead)
            {
                Sentence("summary", head, sentence);
            }

            foreach (var section in part.Sections)
            {
                foreach (var sentence in section.Lead)
                {
                    Sentence(section.Name, head, sentence);
                }

                foreach (var row in section.Each)
                {
                    CsvCells.Row(output, [section.Name, .. head, .. PeriodColumns.All.SelectMany(c => Cells(c, row, agreement.Calendar))]);
                }
            }
        }

        foreach (var row in document.Run.Rows)
        {
            CsvCells.Row(output, [document.Run.Name, string.Empty, string.Empty, string.Empty, .. PeriodColumns.All.SelectMany(c => Cells(c, row, null))]);
        }

        foreach (var remark in document.Run.Remarks)
        {
            Sentence(document.Run.Name, [string.Empty, string.Empty, string.Empty], remark);
        }

        void Sentence(string section, string[] head, string sentence) => CsvCells.Row(
            output, [section, .. head, .. PeriodColumns.All.SelectMany(c => Headings(c).Select((_, i) => c == PeriodColumn.What && i == 0 ? sentence : string.Empty))]);
    }

    private static IEnumerable<string> Headings(PeriodColumn column)
    {
        var name = PeriodColumns.NameOf(column);
        return PeriodColumns.IsTime(column) ? [name, name + "_from", name + "_to"] : [name];
    }

    private static IEnumerable<string> Cells(PeriodColumn column, DocumentRow row, AgreementCalendar? calendar)
    {
        // A sheet of numbers has numbers; what is said beside them is in the forms for people.
        var cell = row.Cells.GetValueOrDefault(column);
        yield return cell?.Number is { } number ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : cell?.Text.Replace('\n', ' ') ?? string.Empty;
        if (PeriodColumns.IsTime(column))
        {
            yield return Local(cell?.Time?.Earliest, calendar);
            yield return Local(cell?.Time?.Latest, calendar);
        }
    }

    /// <summary>By the clock of the agreement; the end of a day is the day.</summary>
    private static string Local(NodaTime.Instant? instant, AgreementCalendar? calendar) => instant is { } at && calendar is not null && LocalTimes.Of(at, calendar) is { } local
        ? local.IsDay ? LocalDatePattern.Iso.Format(local.Time.Date) : LocalDateTimePattern.ExtendedIso.Format(local.Time)
        : string.Empty;
}
