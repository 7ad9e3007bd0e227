using NodaTime;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Expressions;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Time;

namespace Pacta.Language.Binding.Sentences;

/// <summary>
/// How far a time lies from what it is counted from, in minutes from the beginning of that day: a range, because months and years differ in
/// length and the hour of an event is not known. Fixed dates are counted from 1970.
/// </summary>
internal readonly record struct Distance(string Anchor, long Least, long Most)
{
    private const long Day = 24 * 60;

    /// <summary>Null where it cannot be told: working days, amounts.</summary>
    public static Distance? Of(TimeExpression? time) => time switch
    {
        // The year 1 stands for a date that was reported already.
        FixedTime { Moment.Local.Year: > 1 } at => Of(at.Moment.In(DateTimeZone.Utc)),
        FixedTime or TableOffsetTime or null => null,
        Model.Agreements.OffsetTime { Lapse: var lapse } offset => Of(offset.Origin)?.Moved(lapse, offset.Before),
        DayTime day => Of(day.Origin)?.Moved(new Lapse(day.Day, LapseUnit.Day), day.Before),
        _ => new Distance(time.Text, 0, Day - 1),
    };

    /// <summary>"No earlier than 3 days after" waits until the third day is over.</summary>
    public static Distance? OfBeginning(TimeExpression? time) => Of(time) is { } at
        ? time is Model.Agreements.OffsetTime { Before: false, Lapse.IsElapsed: false } ? at with { Least = at.Least + Day } : at
        : null;

    public Distance? Moved(Lapse lapse, bool back)
    {
        long amount = lapse.Amount;
        return lapse.Unit switch
        {
            LapseUnit.Second => Moved(amount / 60, (amount / 60) + 1, back),
            LapseUnit.Minute => Moved(amount, amount, back),
            LapseUnit.Hour => Moved(amount * 60, amount * 60, back),
            LapseUnit.Day => WholeDays.Moved(amount * Day, amount * Day, back),
            LapseUnit.Week => WholeDays.Moved(amount * 7 * Day, amount * 7 * Day, back),
            LapseUnit.Month => WholeDays.Moved(amount * 28 * Day, amount * 31 * Day, back),
            LapseUnit.Year => WholeDays.Moved(amount * 365 * Day, amount * 366 * Day, back),
            _ => null,
        };
    }

    /// <summary>Counting by days goes from the beginning of a day to the end of one.</summary>
    private Distance WholeDays => this with { Least = StartOfDay(Least), Most = StartOfDay(Most) + Day - 1 };

    private Distance Moved(long least, long most, bool back) => back
        ? this with { Least = Least - most, Most = Most - least }
        : this with { Least = Least + least, Most = Most + most };

    private static Distance Of(InstantRange range) => new(string.Empty, MinutesOf(range.Earliest), MinutesOf(range.Latest));

    private static long MinutesOf(Instant instant) => (long)Math.Floor(instant.ToUnixTimeSeconds() / 60.0);

    private static long StartOfDay(long minute) => (long)Math.Floor(minute / (double)Day) * Day;
}

/// <summary>Stretches of time that end before they begin: nothing could ever be done, or be so, in them.</summary>
internal sealed class Windows
{
    private readonly List<(SyntaxNode Syntax, Distance At)> _begins = [];
    private readonly List<(SyntaxNode Syntax, Distance At)> _ends = [];

    public void Begins(SyntaxNode syntax, TimeExpression? time) => Add(_begins, syntax, Distance.Of(time));

    public void BeginsBehind(SyntaxNode syntax, TimeExpression? time) => Add(_begins, syntax, Distance.OfBeginning(time));

    public void Ends(SyntaxNode syntax, TimeExpression? time) => Add(_ends, syntax, Distance.Of(time));

    public void Within(SyntaxNode syntax, WithinTime within)
    {
        if (Distance.Of(within.Anchor) is { } anchor)
        {
            Add(_begins, syntax, within.Before ? anchor.Moved(within.Length, back: true) : anchor);
            Add(_ends, syntax, within.Before ? anchor : anchor.Moved(within.Length, back: false));
        }
    }

    /// <summary>One message at most: the others would follow from it.</summary>
    public void Check(ExpressionBinder binder)
    {
        foreach (var (end, until) in _ends)
        {
            foreach (var (begin, from) in _begins)
            {
                if (begin != end && until.Anchor == from.Anchor && until.Most < from.Least)
                {
                    binder.Report(end, TimeErrors.EndsFirst(binder.Text(end), binder.Text(begin)), new Label(binder.Scope.File, begin.Span, "it begins only here"));
                    return;
                }
            }
        }
    }

    private static void Add(List<(SyntaxNode Syntax, Distance At)> bounds, SyntaxNode syntax, Distance? at)
    {
        if (at is { } known)
        {
            bounds.Add((syntax, known));
        }
    }
}
