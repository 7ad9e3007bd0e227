using NodaTime;
using Pacta.Model.Time;

namespace Pacta.Evidence.Checking;

/// <summary>
/// The period of a count in one notation: September is September, whether it was written as a month, as its first and last day, or with the clock. Otherwise two
/// counts of the same time would be about different things.
/// </summary>
internal static class CountedPeriod
{
    public static When Of(When stated, DateTimeZone zone)
    {
        var range = stated.In(zone);
        var (first, last) = (range.Earliest.InZone(zone).Date, range.Latest.InZone(zone).Date);
        if (Moment.OnDay(first).In(zone).Earliest != range.Earliest || Moment.OnDay(last).In(zone).Latest != range.Latest)
        {
            return new When(Moment.At(range.Earliest), Moment.At(range.Latest));
        }

        return first == last ? When.At(Moment.OnDay(first))
            : first is { Month: 1, Day: 1 } && last is { Month: 12, Day: 31 } && first.Year == last.Year ? When.At(Moment.InYear(first.Year))
            : first.Day == 1 && last == first.PlusMonths(1).PlusDays(-1) ? When.At(Moment.InMonth(first.Year, first.Month))
            : new When(Moment.OnDay(first), Moment.OnDay(last));
    }
}
