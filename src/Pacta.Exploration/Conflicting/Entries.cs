using System.Collections.Immutable;
using NodaTime;
using Pacta.Exploration.Texts;
using Pacta.Model.Agreements;

namespace Pacta.Exploration.Conflicting;

/// <summary>
/// From when on texts bind in invented situations. Where a clause names a date, as they say of themselves; otherwise all from one day, after everybody has joined
/// whatever group there is. A text that says nothing (a proposal) begins with the others.
/// </summary>
/// <param name="Start">The first moment of a situation.</param>
internal sealed record Entries(ImmutableArray<LocalDate> Days, Instant Beginning, Instant Start)
{
    /// <summary>Where no text names a later date.</summary>
    private const int Usual = 2024;

    public static Entries Of(ImmutableArray<Agreement> texts, Reach reach)
    {
        var calendar = texts[0].Calendar;
        if (reach.Dates.Count == 0)
        {
            var year = texts.SelectMany(YearsOf).Append(Usual).Max() + 1;
            var day = new LocalDate(Math.Clamp(year, 1900, 9000), 1, 1);
            return new Entries([.. texts.Select(_ => day)], calendar.StartOf(day), calendar.StartOf(new LocalDate(day.Year, 3, 10)) + Duration.FromHours(12));
        }

        return OfOwn(texts);
    }

    /// <summary>All as they say of themselves.</summary>
    public static Entries OfOwn(ImmutableArray<Agreement> texts)
    {
        var calendar = texts[0].Calendar;
        var own = texts.Select(EntryOf).ToList();
        var latest = own.Max() ?? new LocalDate(Usual, 1, 1);
        return new Entries([.. own.Select(o => o ?? latest)], calendar.StartOf(own.Min() ?? latest), calendar.StartOf(latest.PlusDays(69)) + Duration.FromHours(12));
    }

    private static LocalDate? EntryOf(Agreement text) => (text.EntryIntoForce as FixedTime)?.Moment.Local.Date ?? text.Signed?.Local.Date;

    private static IEnumerable<int> YearsOf(Agreement text)
    {
        if (EntryOf(text) is { } entry)
        {
            yield return entry.Year;
        }

        foreach (var from in text.Vocabulary.Groups.Values.SelectMany(g => g.Members).Select(m => m.From).OfType<FixedTime>())
        {
            yield return from.Moment.Local.Year;
        }
    }
}
