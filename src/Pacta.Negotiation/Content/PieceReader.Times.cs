using Pacta.Model.Agreements;
using Pacta.Model.Time;

namespace Pacta.Negotiation.Content;

/// <summary>Times and lengths of time.</summary>
internal sealed partial class PieceReader
{
    /// <summary>Null where the sentence says nothing of time.</summary>
    private Piece? Timing(Timing timing)
    {
        var parts = new List<(Piece Piece, string Text)>();
        Add(timing.NoLater, "no later than");
        Add(timing.NoEarlier, "no earlier than");
        if (timing.Within is { } within)
        {
            var anchor = within.Anchor is { } at ? (Piece[])[Time(at, "anchor")] : [];
            parts.Add((new Piece("within", Aspect.Time, $"within {within.Before}", Words(within.Text), [Lapse(within.Length, "length"), .. anchor]), Words(within.Text)));
        }

        if (timing.Cycle is { } cycle)
        {
            var piece = cycle switch
            {
                YearlyCycle yearly => Piece.Leaf("cycle", Aspect.Time, $"yearly {yearly.Month} {yearly.Day}", Words(cycle.Text)),
                PeriodicCycle periodic => new Piece("cycle", Aspect.Time, "every", Words(cycle.Text), [Lapse(periodic.Length, "length")]),
                _ => Piece.Leaf("cycle", Aspect.Time, Words(cycle.Text), Words(cycle.Text)),
            };
            parts.Add((piece, piece.Text));
        }

        Add(timing.Effective, "effective");
        Add(timing.From, "as from");
        Add(timing.Until, "until");

        // Which bounds there are belongs to what it is: "no later than T" against "within D" is told as a whole.
        return parts.Count == 0
            ? null
            : new Piece("timing", Aspect.Time, string.Join('+', parts.Select(p => p.Piece.Slot)), string.Join(' ', parts.Select(p => p.Text)), [.. parts.Select(p => p.Piece)]);

        void Add(TimeExpression? time, string words)
        {
            if (time is not null)
            {
                parts.Add((Time(time, words), $"{words} {Words(time.Text)}"));
            }
        }
    }

    public Piece Time(TimeExpression time, string slot)
    {
        var text = Words(time.Text);
        return time switch
        {
            FixedTime at => Piece.Leaf(slot, Aspect.Time, "at " + at.Moment, text) with { Measure = MeasureOf(at.Moment) },
            StartTime start => new Piece(slot, Aspect.Time, "start", text, [Argument(start.Of, "of", Aspect.Time, slot + ".start")]),
            EndTime end => new Piece(slot, Aspect.Time, "end", text, [Argument(end.Of, "of", Aspect.Time, slot + ".end")]),
            OffsetTime offset => new Piece(slot, Aspect.Time, $"offset {offset.Before}", text, [Lapse(offset.Lapse, "lapse"), Time(offset.Origin, "origin")]),
            TableOffsetTime offset => new Piece(slot, Aspect.Time, $"offset by table {offset.Before}", text,
            [
                .. offset.Parameter is { } parameter ? (Piece[])[Argument(parameter, "of", Aspect.Time, slot + ".of")] : [],
                .. meanings.Table(offset.Table),
                Time(offset.Origin, "origin"),
            ]),
            DayTime day => new Piece(slot, Aspect.Time, $"day {day.Before}", text, [Piece.Leaf("day", Aspect.Time, $"{day.Day}", $"day {day.Day}") with { Measure = new Measure(day.Day, "day") }, Time(day.Origin, "origin")]),
            FulfilmentTime fulfilment => new Piece(slot, Aspect.Time, "fulfilment", text, [.. meanings.Clause(fulfilment.Clause)]),
            EntryIntoForceTime or SignatureTime => Piece.Leaf(slot, Aspect.Time, time.GetType().Name, text),
            _ => Piece.Leaf(slot, Aspect.Time, text, text),
        };
    }

    private static Piece Lapse(Lapse lapse, string slot) => Piece.Leaf(slot, Aspect.Time, Length(lapse), lapse.ToString()) with { Measure = MeasureOf(lapse) };

    /// <summary>Equal for stretches of time that always come to the same: two weeks and 14 days, a year and 12 months, an hour and 60 minutes. Never 48 hours
    /// and 2 days: hours are elapsed, days are dates.</summary>
    public static string Length(Lapse lapse) => MeasureOf(lapse) is var (amount, unit) ? $"{amount} {unit}" : string.Empty;

    private static Measure MeasureOf(Lapse lapse)
    {
        var (times, unit) = lapse.Unit switch
        {
            LapseUnit.Minute => (60, LapseUnit.Second),
            LapseUnit.Hour => (3600, LapseUnit.Second),
            LapseUnit.Week => (7, LapseUnit.Day),
            LapseUnit.Year => (12, LapseUnit.Month),
            _ => (1, lapse.Unit),
        };
        return new Measure((decimal)lapse.Amount * times, $"{unit}");
    }

    /// <summary>Dates can be compared with dates, and moments with moments of the same offset.</summary>
    private static Measure? MeasureOf(Moment moment) => moment is { Precision: Precision.Day, Absolute: null }
        ? new Measure(NodaTime.Period.DaysBetween(new NodaTime.LocalDate(1, 1, 1), moment.Local.Date), "date")
        : null;
}
