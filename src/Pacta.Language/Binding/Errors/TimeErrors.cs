using System.Globalization;
using Pacta.Language.Binding.Names;
using Pacta.Language.Parsing;

namespace Pacta.Language.Binding.Errors;

/// <summary>Mistakes about times: PACTA0301 to PACTA0329.</summary>
internal static class TimeErrors
{
    public static Mistake CannotRepeat(string text) => new(
        "PACTA0318", $"A duty cannot repeat '{text}'.", "no such period",
        "A duty repeats by days, weeks, months or years, and by at least one.", "every 6 months");

    public static Mistake EndsFirst(string end, string begin) => new(
        "PACTA0319", $"'{end}' ends before '{begin}' begins.", "this lies before the beginning",
        "Nothing can be done, or be so, in such a time. Check the dates, and 'before' and 'after'.", "as from 2018-02-05 until 2026-02-04");

    public static Mistake NoSuchDayInZone(string text, string zone) => new(
        "PACTA0320", $"There was no {text} in the time zone {zone}.", "the zone skipped this day",
        "Where the date line was crossed, a day is missing. Write the day before or after it.", "no later than 2011-12-31");

    public static Mistake NoSuchDate(string text) => new(
        "PACTA0301", $"There is no such date as {text}.", "not in the calendar", "Write year, month and day; a clock time may follow.", "2021-09-10 14:30");

    public static Mistake YearBeyond(string text) => new(
        "PACTA0301", $"The year of {text} is not one of 1000 to 2999.", "too early or too late",
        "Reports name years from 1000 to 2999, and nothing could be found about any other. Leave 'expires' out of what has no end.", "enters into force 2021-01-01");

    public static Mistake CountedFromNothing(string text) => IsDayOfMonth(text)
        ? new(
            "PACTA0302", $"'{text}' does not say of which year.", "of which year?",
            "Write the whole date, or say that it comes back every year.", "no later than 2021-12-31\nevery year by 31 december")
        : new(
            "PACTA0302", $"'{text}' does not say from when it is counted.", "before or after what?",
            "Add 'before' or 'after' and an event or a date.", $"{text} after entry_into_force");

    private static bool IsDayOfMonth(string text) =>
        text.Split(' ') is [_, var month] && IsMonth(month);

    public static Mistake UnknownTimeUnit(string name, Suggestion? suggestion) => new(
        "PACTA0303", $"'{name}' is not a unit of time.", "not a unit of time",
        suggestion is null ? "Use seconds, minutes, hours, days, weeks, months or years." : $"Did you mean '{suggestion}'?", suggestion?.Line ?? "42 days before start of x")
    { Instead = suggestion?.Written, InsteadOf = suggestion?.Span };

    public static Mistake WorkingWhat(string unit) => new(
        "PACTA0304", $"There are working days, but no working {unit}.", "only days can be working days", "Write 'working days', or leave out 'working'.", "within 5 working days after c");

    public static Mistake CalendarWhat(string text) => new(
        "PACTA0305", $"'{text}' is not clear here.", "'calendar' counts whole years or months, from their first day",
        "Calendar years and months are for counting ('in any 3 calendar years'). A deadline counts from a day: leave out 'calendar'.", "in any 3 calendar years");

    public static Mistake WholeNumber(string text) => new(
        "PACTA0306", $"A whole number is needed here, and {text} is none.", "not a whole number (or far too large)",
        "Use a smaller unit: 90 minutes instead of 1.5 hours.", "within 90 minutes after r");

    public static Mistake NotATime(string text) => new(
        "PACTA0307", $"'{text}' is not a time.", "when is that?",
        "A time is a date, a variable that stands for an event, 'start of x', 'end of x', 'entry_into_force', 'signature', or 'fulfilment of' a clause.",
        "no later than start of x");

    public static Mistake UnknownTime(string text, Suggestion? suggestion) => new(
        "PACTA0308", $"'{text}' is not a time that the language knows.", "when is that?",
        suggestion is null
            ? "A time is a date, a variable that stands for an event, 'start of x', 'end of x', 'entry_into_force', 'signature', or 'fulfilment of' a clause."
            : $"Did you mean '{suggestion}'?",
        suggestion?.Line ?? "as from 24 hours after signature")
    { Instead = suggestion?.Written, InsteadOf = suggestion?.Span };

    public static Mistake NoEntryIntoForce() => new(
        "PACTA0309", "This counts from the entry into force, and the agreement does not say when that is.", "no date to count from",
        "Add 'enters into force' at the top of the agreement.", "enters into force 1992-11-09");

    public static Mistake NotSigned() => new(
        "PACTA0310", "This counts from the signature, and the agreement does not say when that was.", "no date to count from",
        "Add 'signed' at the top of the agreement.", "signed 2014-09-19");

    public static Mistake AmountIsNoTime(string name) => new(
        "PACTA0311", $"'{name}' is not a stretch of time.", "its rows are not days, hours or the like",
        "Give every row of it a unit of time.", $"amount {name} {{ 8 days }}");

    public static Mistake NotALength(string text) => new(
        "PACTA0312", $"Before 'before' and 'after' stands how long, and '{text}' does not say that.", "how long?",
        "Write a number with a unit of time, or an amount whose rows are stretches of time.", "42 days before start of x");

    public static Mistake SaidTwice(string what) => new(
        "PACTA0313", $"'{what}' is said twice.", "the second time", "Say it once.", "no later than 42 days before start of x");

    public static Mistake UnknownMonth(string name, Suggestion? suggestion) => new(
        "PACTA0314", $"'{name}' is not a month.", "not a month", suggestion is null ? "Write the month in English and small letters." : $"Did you mean '{suggestion}'?", suggestion?.Line ?? "every year by 15 november")
    { Instead = suggestion?.Written, InsteadOf = suggestion?.Span };

    public static Mistake NoSuchDayOfMonth(string day, string month) => new(
        "PACTA0315", $"{Wording.Capital(month)} has no day {day}.", "not in the calendar", "Write a day that the month has.", "every year by 15 november");

    public static Mistake UnknownPeriod(string name, Suggestion? suggestion) => new(
        "PACTA0316", $"'{name}' is not a period of the calendar.", "not a period",
        suggestion is not null ? $"Did you mean '{suggestion}'?"
            : IsMonth(name) ? "Use day, week, month or year; a day that comes back every year stands behind 'by'."
            : "Use day, week, month or year, or so many of them.",
        suggestion?.Line ?? name switch
        {
            "quarter" => "every 3 months",
            "fortnight" => "every 2 weeks",
            "decade" => "every 10 years",
            _ when IsMonth(name) => $"every year by 15 {name}",
            _ => "every year by 15 november",
        })
    { Instead = suggestion?.Written, InsteadOf = suggestion?.Span };

    private static bool IsMonth(string name) => CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Contains(name, StringComparer.OrdinalIgnoreCase);

    public static Mistake DayOnlyOfYear(string period) => new(
        "PACTA0317", $"A day can be said for 'every year' only, not for 'every {period}'.", "leave out the day", "Leave out 'by' and the day.", $"every {period}");
}
