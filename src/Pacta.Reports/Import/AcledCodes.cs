using NodaTime;
using Pacta.Model.Time;

namespace Pacta.Reports.Import;

/// <summary>
/// Codes of the ACLED code book. What they mean is taken from how the documentation of mapme.biodiversity repeats it (calc_fatalities_acled, of
/// 2024) and from ACLED's pages "Uses and limitations of ACLED data" and "Can it be assumed that Actor 1 is the aggressor?"; the code book itself was not read.
/// </summary>
internal static class AcledCodes
{
    /// <summary>Actors of whom ACLED says that nobody identified them: <c>Unidentified Armed Group (Aland)</c>.</summary>
    public const string Unidentified = "Unidentified";

    public const string Civilians = "Civilians";

    public const string AgainstCivilians = "Violence against civilians";

    /// <summary>
    /// time_precision 1: the day is known. 2: some time in that week, or a like period; any seven days with the day in it may be meant.
    /// 3: some time in that month, or in the past two or three weeks; the day is then the middle of the month. Null for any other code.
    /// </summary>
    public static When? TimeOf(LocalDate day, string precision) => precision switch
    {
        "1" or "" => new When(Moment.OnDay(day), Moment.OnDay(day)),
        "2" => new When(Moment.OnDay(day.PlusDays(-6)), Moment.OnDay(day.PlusDays(6))),
        "3" => Month(day),
        _ => null,
    };

    /// <summary>
    /// The radius within which we take a point to lie, by geo_precision. The code book describes the classes (1 a town, 2 a small part of a
    /// region, or near a town, 3 a larger region, for which a capital or a natural place stands); <b>the radii are an assumption of ours</b>.
    /// </summary>
    public static double? RadiusMetres(string precision) => precision switch
    {
        "1" => 5_000,
        "2" => 25_000,
        "3" => 150_000,
        _ => null,
    };

    /// <summary>The calendar month; and where the day is not near its middle, two weeks to either side as well.</summary>
    private static When Month(LocalDate day)
    {
        var (first, last) = (new LocalDate(day.Year, day.Month, 1), new LocalDate(day.Year, day.Month, day.Calendar.GetDaysInMonth(day.Year, day.Month)));
        return new When(Moment.OnDay(LocalDate.Min(first, day.PlusDays(-14))), Moment.OnDay(LocalDate.Max(last, day.PlusDays(14))));
    }
}
