using NodaTime;
using Pacta.Model.Reports;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Certificates.Hiding;

/// <summary>Times and places told less exactly, so that what was said is still true of them.</summary>
internal static class Coarse
{
    /// <summary>From one whole degree to the next at the equator, at most: half of it each way, on both axes.</summary>
    private const double MetresOfHalfDegree = 79_000;

    public static Moment Of(Moment moment, Precision precision, DateTimeZone zone)
    {
        if (moment.Precision >= precision)
        {
            return moment;
        }

        var date = moment.Absolute is { } instant ? instant.InZone(zone).Date : moment.Local.Date;
        return precision == Precision.Month ? Moment.InMonth(date.Year, date.Month) : Moment.OnDay(date);
    }

    public static When Of(When when, Precision precision, DateTimeZone zone) => new(Of(when.From, precision, zone), Of(when.To, precision, zone));

    /// <param name="perDegree">1 for whole degrees, 10 for tenths.</param>
    public static ReportedPosition Of(ReportedPosition position, int perDegree)
    {
        var step = 10_000.0 / perDegree;
        return new ReportedPosition(
            Math.Round(position.Latitude * perDegree) / perDegree,
            Math.Round(position.Longitude * perDegree) / perDegree,
            Math.Ceiling(((MetresOfHalfDegree / perDegree) + position.AccuracyMetres) / step) * step)
        {
            HeightMetres = position.HeightMetres,
            HeightAbove = position.HeightAbove,
            HeightAccuracyMetres = position.HeightAccuracyMetres,
        };
    }

    /// <summary>To whole degrees, without a height.</summary>
    public static PositionValue Of(PositionValue position)
    {
        var at = Of(new ReportedPosition(position.Latitude, position.Longitude, position.AccuracyMetres), 1);
        return new PositionValue(at.Latitude, at.Longitude, at.AccuracyMetres);
    }
}
