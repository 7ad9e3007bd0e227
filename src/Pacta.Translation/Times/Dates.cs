using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Histories;
using Pacta.Model.Time;
using Pacta.Translation.Histories;

namespace Pacta.Translation.Times;

/// <summary>Times that the text names, with the calendar of the agreement (docs/semantics.md, 3).</summary>
internal sealed class Dates(Agreement agreement)
{
    private readonly AgreementCalendar _calendar = agreement.Calendar;

    public AgreementCalendar Calendar => _calendar;

    /// <param name="anchor">What the variable of an event stands for; null where the time must not hang on one.</param>
    public Stamp Of(TimeExpression time, Func<Argument, ToldFact?> anchor) => time switch
    {
        FixedTime fixedTime => Of(fixedTime.Moment.In(_calendar.Zone)),
        StartTime start when anchor(start.Of) is { Form: FactForm.Event } fact => Of(new InstantRange(fact.At, fact.Last)),
        EndTime end when anchor(end.Of) is { EndsFrom: { } from, Until: { } until } => Of(new InstantRange(from, until)),
        EntryIntoForceTime when agreement.EntryIntoForce is { } entry => Of(entry, anchor),
        SignatureTime when agreement.Signed is { } signed => Of(signed.In(_calendar.Zone)),
        Model.Agreements.OffsetTime offset => Moved(Of(offset.Origin, anchor), offset.Lapse, offset.Before),
        DayTime day => OnDay(Of(day.Origin, anchor), day.Before ? -day.Day : day.Day),
        FulfilmentTime => throw new ObstacleException(Obstacle.OtherClause, time.Text),
        _ => throw new ObstacleException(Obstacle.Form, time.Text),
    };

    public Stamp Of(TimeExpression time) => Of(time, _ => null);

    public Stamp Of(ToldFact fact) => Of(new InstantRange(fact.At, fact.Last));

    public Stamp Of(Instant instant) => Of(InstantRange.At(instant));

    private Stamp Of(InstantRange range) => new(range.Earliest, range.Latest, _calendar.DateOf(range.Earliest), _calendar.DateOf(range.Latest));

    public Stamp Moved(Stamp origin, Lapse lapse, bool before)
    {
        if (lapse.IsElapsed)
        {
            return Of(new InstantRange(_calendar.LastInstant(origin.From, lapse, before), _calendar.LastInstant(origin.To, lapse, before)));
        }

        var sign = before ? -1 : 1;
        var (first, last) = (_calendar.Move(origin.First, lapse, sign), _calendar.Move(origin.Last, lapse, sign));
        return new Stamp(_calendar.StartOf(before ? first : first.PlusDays(1)), _calendar.EndOf(last), first, last);
    }

    private Stamp OnDay(Stamp origin, int days)
    {
        var (first, last) = (origin.First.PlusDays(days), origin.Last.PlusDays(days));
        return new Stamp(_calendar.StartOf(first), _calendar.EndOf(last), first, last);
    }

    public static bool IsWhole(Instant instant) => (instant - NodaConstants.UnixEpoch).SubsecondNanoseconds == 0;
}
