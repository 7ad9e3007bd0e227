using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Calendars;
using NodaTime.Text;
using Pacta.Model.Periods;
using Pacta.Model.Time;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Periods;

/// <summary>What every section about one agreement and one period needs: the report, the words, and how ids are cut.</summary>
internal sealed class PeriodPart
{
    /// <summary>So many alike rows are told as one on paper.</summary>
    public const int Many = 4;

    /// <summary>More rows than this are counted on paper; sheets and JSON have all.</summary>
    public const int MostRows = 60;

    public PeriodPart(PeriodReport report, Speech speech, int idLength)
    {
        (Report, IdLength) = (report, idLength);
        Speech = speech.In(report.Findings.Agreement.Calendar);
        Times = new TimeWords(report.Findings.Agreement.Calendar, speech.Phrases);
    }

    public PeriodReport Report { get; }

    public Speech Speech { get; }

    public TimeWords Times { get; }

    public int IdLength { get; }

    public string Say(string key, params ReadOnlySpan<string> arguments) => Speech.Phrases.Say(key, arguments);

    /// <summary>A phrase that has its own words for a day and for a week.</summary>
    public string SayOf(string key, params ReadOnlySpan<string> arguments) => Say($"{key}.{Names.Snake(Report.Period.Length)}", arguments);

    /// <summary>"2024-07-12 (Friday)", "2024-07-08 to 2024-07-14 (week 28)".</summary>
    public string PeriodInWords => InWords(Report.Period);

    public string InWords(ReportPeriod period) => period.Length == PeriodLength.Day
        ? Say("period.day", Date(period.First), Say("period.weekday." + ((int)period.First.DayOfWeek).ToString(CultureInfo.InvariantCulture)))
        : Say("period.week", Date(period.First), Date(period.Last), WeekYearRules.Iso.GetWeekOfWeekYear(period.First).ToString(CultureInfo.InvariantCulture));

    public static string Date(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public DocumentCell Time(string words, InstantRange? range) => new(words) { Time = range is { } known && Times.IsKnown(known) ? known : null };

    public DocumentCell Time(InstantRange range) => Time(Times.OfMoment(range), range);

    public static DocumentCell Count(int number) => new(number.ToString("#,0", CultureInfo.InvariantCulture)) { Number = number };

    /// <summary>Some names of many, and how many others there are.</summary>
    public string Some(IEnumerable<string> names)
    {
        var all = names.Distinct(StringComparer.Ordinal).ToList();
        return all.Count <= PartyWords.MostNames
            ? string.Join(", ", all)
            : Speech.Phrases.Numbered("unused.others", all.Count - PartyWords.MostNames, string.Join(", ", all.Take(PartyWords.MostNames)));
    }

    /// <summary>A section; on paper with so many rows as can be read, and how many there are beside them.</summary>
    /// <param name="each">For sheets; null: the same rows.</param>
    public DocumentSection Section(
        string name,
        ImmutableArray<PeriodColumn> columns,
        ImmutableArray<DocumentRow> rows,
        ImmutableArray<string> lead,
        ImmutableArray<string> remarks,
        ImmutableArray<DocumentRow>? each = null,
        string? title = null)
    {
        var more = rows.Length - MostRows;
        return new DocumentSection(
            name,
            title ?? Say("period.title." + name),
            lead,
            columns,
            more > 0 ? rows[..MostRows] : rows,
            more > 0 ? [Speech.Phrases.Numbered("period.more", more), .. remarks] : remarks)
        {
            Each = each ?? rows,
        };
    }
}
