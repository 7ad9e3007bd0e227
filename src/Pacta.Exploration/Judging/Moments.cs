using NodaTime;
using Pacta.Model.Time;
using Pacta.Negotiation.Histories;

namespace Pacta.Exploration.Judging;

/// <summary>Times of invented facts: days where only days are told.</summary>
internal static class Moments
{
    public static Moment Of(InventedFact fact, Instant at, AgreementCalendar calendar) => fact.IsByDay ? Moment.OnDay(calendar.DateOf(at)) : Moment.At(at);
}
