// Follows GeodesicLine.js of geographiclib-geodesic 2.2.0, Copyright (c) Charles Karney (2011-2022), MIT licence.
using System.Runtime.CompilerServices;

namespace Pacta.Geography.Geodesics;

/// <summary>
/// A geodesic that starts somewhere in some direction and goes on for ever, the shortest way only up to some length. Making one costs about as much as four
/// positions on it; it is big (half a kilobyte), so pass it by reference.
/// </summary>
public readonly struct GeodesicLine
{
    private readonly double salp1, calp1, salp0, calp0, ssig1, csig1, somg1, comg1, dn1, stau1, ctau1;
    private readonly double k2, a1m1, a2m1, a3c, a4, b11, b21, b31, b41;
    private readonly Coefficients c1p, c2, c3, c4, c1;

    private GeodesicLine(double latitude, double longitude, double sinAzimuth, double cosAzimuth, double length)
    {
        Latitude = Math.Abs(latitude) > 90 ? double.NaN : latitude;
        Longitude = longitude;
        Length = length;
        (salp1, calp1) = (sinAzimuth, cosAzimuth);
        InverseSolver.ReducedLatitude(Angles.Round(Latitude), out var sbet1, out var cbet1);
        dn1 = Math.Sqrt(1 + (Wgs84.SecondEccentricitySquared * sbet1 * sbet1));
        salp0 = salp1 * cbet1;
        calp0 = Angles.Hypot(calp1, salp1 * sbet1);
        ssig1 = sbet1;
        somg1 = salp0 * sbet1;
        csig1 = comg1 = sbet1 != 0 || calp1 != 0 ? cbet1 * calp1 : 1;
        Angles.Unit(ref ssig1, ref csig1);
        k2 = calp0 * calp0 * Wgs84.SecondEccentricitySquared;
        var eps = InverseSolver.Epsilon(k2);

        a1m1 = Series.A1m1(eps);
        Series.C1(eps, c1);
        b11 = Series.Sine6(ssig1, csig1, c1);
        var (s, c) = Math.SinCos(b11);
        stau1 = (ssig1 * c) + (csig1 * s);
        ctau1 = (csig1 * c) - (ssig1 * s);
        Series.C1p(eps, c1p);
        a2m1 = Series.A2m1(eps);
        Series.C2(eps, c2);
        b21 = Series.Sine6(ssig1, csig1, c2);
        Series.C3(eps, c3);
        a3c = -Wgs84.Flattening * salp0 * Series.A3(eps);
        b31 = Series.Sine5(ssig1, csig1, c3);
        Series.C4(eps, c4);
        a4 = Wgs84.EquatorialRadius * Wgs84.EquatorialRadius * calp0 * salp0 * Wgs84.EccentricitySquared;
        b41 = Series.Cosine6(ssig1, csig1, c4);
    }

    /// <summary>The latitude of the start, in degrees.</summary>
    public double Latitude { get; }

    /// <summary>The longitude of the start, in degrees, as it was given.</summary>
    public double Longitude { get; }

    /// <summary>For a line between two points, their distance in metres; otherwise NaN.</summary>
    public double Length { get; }

    /// <summary>The direction at the start, in degrees.</summary>
    public double Azimuth => Angles.Atan2(salp1, calp1);

    /// <summary>From a point in a direction.</summary>
    public static GeodesicLine From(double latitude, double longitude, double azimuth)
    {
        var (sine, cosine) = Angles.SinCos(Angles.Round(Angles.Normalize(azimuth)));
        return new GeodesicLine(latitude, longitude, sine, cosine, double.NaN);
    }

    /// <summary>The shortest way from one point to another.</summary>
    public static GeodesicLine Between(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        InverseSolver.Solve(latitude1, longitude1, latitude2, longitude2, InverseParts.None, out var s);
        return new GeodesicLine(latitude1, longitude1, s.SinAzimuth1, s.CosAzimuth1, s.Distance);
    }

    /// <summary>The point <paramref name="distance"/> metres along the line; behind the start if negative.</summary>
    public GeodesicPosition At(double distance)
    {
        Advance(distance, out var sig12, out _, out var ssig2, out var csig2, out _);
        var (salp2, calp2, sbet2, cbet2) = End(ssig2, ref csig2);
        var lon12 = Longitude12(sig12, ssig2, csig2);
        return new GeodesicPosition(
            Angles.Atan2(sbet2, Wgs84.AxisRatio * cbet2),
            Angles.Normalize(Angles.Normalize(Longitude) + Angles.Normalize(lon12)),
            Angles.Atan2(salp2, calp2));
    }

    /// <summary>The point and all else that is known of the way to it.</summary>
    public GeodesicPosition At(double distance, out GeodesicInverse way)
    {
        Advance(distance, out var sig12, out var b12, out var ssig2, out var csig2, out var csig12);
        var ssig12 = Math.Sin(sig12);
        var dn2 = Math.Sqrt(1 + (k2 * ssig2 * ssig2));
        var ab1 = (1 + a1m1) * (b12 - b11);
        var (salp2, calp2, sbet2, cbet2) = End(ssig2, ref csig2);
        var lon12 = Longitude12(sig12, ssig2, csig2);

        var ab2 = (1 + a2m1) * (Series.Sine6(ssig2, csig2, c2) - b21);
        var j12 = ((a1m1 - a2m1) * sig12) + (ab1 - ab2);
        var m12 = Wgs84.PolarRadius * ((dn2 * (csig1 * ssig2)) - (dn1 * (ssig1 * csig2)) - (csig1 * csig2 * j12));
        var t = k2 * (ssig2 - ssig1) * (ssig2 + ssig1) / (dn1 + dn2);
        var scale12 = csig12 + (((t * ssig2) - (csig2 * j12)) * ssig1 / dn1);
        var scale21 = csig12 - (((t * ssig1) - (csig1 * j12)) * ssig2 / dn2);

        double salp12, calp12;
        if (calp0 == 0 || salp0 == 0)
        {
            salp12 = (salp2 * calp1) - (calp2 * salp1);
            calp12 = (calp2 * calp1) + (salp2 * salp1);
        }
        else
        {
            salp12 = calp0 * salp0 * (csig12 <= 0 ? (csig1 * (1 - csig12)) + (ssig12 * ssig1) : ssig12 * ((csig1 * ssig12 / (1 + csig12)) + ssig1));
            calp12 = (salp0 * salp0) + (calp0 * calp0 * csig1 * csig2);
        }

        var area = (Wgs84.AuthalicRadiusSquared * Math.Atan2(salp12, calp12)) + (a4 * (Series.Cosine6(ssig2, csig2, c4) - b41));
        var azimuth2 = Angles.Atan2(salp2, calp2);
        way = new GeodesicInverse(distance, Azimuth, azimuth2, sig12 / Angles.RadiansPerDegree, m12, scale12, scale21, area);
        return new GeodesicPosition(
            Angles.Atan2(sbet2, Wgs84.AxisRatio * cbet2), Angles.Normalize(Angles.Normalize(Longitude) + Angles.Normalize(lon12)), azimuth2);
    }

    private void Advance(double distance, out double sig12, out double b12, out double ssig2, out double csig2, out double csig12)
    {
        var (s, c) = Math.SinCos(distance / (Wgs84.PolarRadius * (1 + a1m1)));
        b12 = -Series.Sine6((stau1 * c) + (ctau1 * s), (ctau1 * c) - (stau1 * s), c1p);
        sig12 = (distance / (Wgs84.PolarRadius * (1 + a1m1))) - (b12 - b11);
        (var ssig12, csig12) = Math.SinCos(sig12);
        ssig2 = (ssig1 * csig12) + (csig1 * ssig12);
        csig2 = (csig1 * csig12) - (ssig1 * ssig12);
    }

    private (double Salp2, double Calp2, double Sbet2, double Cbet2) End(double ssig2, ref double csig2)
    {
        var cbet2 = Angles.Hypot(salp0, calp0 * csig2);
        if (cbet2 == 0)
        {
            cbet2 = csig2 = InverseSolver.Tiny;
        }

        return (salp0, calp0 * csig2, calp0 * ssig2, cbet2);
    }

    private double Longitude12(double sig12, double ssig2, double csig2)
    {
        var somg2 = salp0 * ssig2;
        var omg12 = Math.Atan2((somg2 * comg1) - (csig2 * somg1), (csig2 * comg1) + (somg2 * somg1));
        return (omg12 + (a3c * (sig12 + (Series.Sine5(ssig2, csig2, c3) - b31)))) / Angles.RadiansPerDegree;
    }

    [InlineArray(Series.Length)]
    private struct Coefficients
    {
        private double first;
    }
}
