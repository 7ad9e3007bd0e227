// Follows Geodesic.js of geographiclib-geodesic 2.2.0, Copyright (c) Charles Karney (2011-2022), MIT licence.

namespace Pacta.Geography.Geodesics;

[Flags]
internal enum InverseParts
{
    None = 0,
    Scales = 1,
    Area = 2,
}

internal struct InverseSolution
{
    public double Distance, Arc, ReducedLength, Scale12, Scale21, Area;
    public double SinAzimuth1, CosAzimuth1, SinAzimuth2, CosAzimuth2;

    public readonly double Azimuth1 => Angles.Atan2(SinAzimuth1, CosAzimuth1);

    public readonly double Azimuth2 => Angles.Atan2(SinAzimuth2, CosAzimuth2);
}

/// <summary>
/// The inverse problem: Newton's method for the azimuth at the first point, from a starting point that is good near antipodes too (Karney 2013, sections 4 and 5).
/// Points are brought into 0 ≤ lon12 ≤ 180, lat1 ≤ 0, |lat2| ≤ -lat1, so that quadrants are certain. Names of angles are those of the paper: beta is reduced
/// latitude, alpha azimuth, sigma arc, omega and lambda longitude on the sphere and on the ellipsoid; s and c before a name mean its sine and cosine.
/// </summary>
internal static partial class InverseSolver
{
    private const double F = Wgs84.Flattening;
    private const double F1 = Wgs84.AxisRatio;
    private const double N = Wgs84.ThirdFlattening;
    private const double Ep2 = Wgs84.SecondEccentricitySquared;
    private const double B = Wgs84.PolarRadius;

    /// <summary>A cosine at a pole; small, and its square is still a number.</summary>
    internal const double Tiny = 1.4916681462400413e-154;

    private const double Tolerance = 2.220446049250313e-16;
    private const int NewtonLimit = 20;
    private const int BisectionLimit = NewtonLimit + 53 + 10;
    private const double RootTolerance = 1.4901161193847656e-8;

    public static void Solve(double lat1, double lon1, double lat2, double lon2, InverseParts parts, out InverseSolution result)
    {
        result = default;
        lat1 = Angles.Round(Math.Abs(lat1) > 90 ? double.NaN : lat1);
        lat2 = Angles.Round(Math.Abs(lat2) > 90 ? double.NaN : lat2);
        var lon12 = Angles.Difference(lon1, lon2, out var lon12s);
        var lonSign = Math.CopySign(1, lon12);
        lon12 *= lonSign;
        lon12s *= lonSign;
        var lam12 = lon12 * Angles.RadiansPerDegree;
        var (slam12, clam12) = Angles.SinCos(lon12, lon12s);
        lon12s = 180 - lon12 - lon12s;

        var swap = Math.Abs(lat1) < Math.Abs(lat2) || double.IsNaN(lat2) ? -1 : 1;
        if (swap < 0)
        {
            lonSign = -lonSign;
            (lat1, lat2) = (lat2, lat1);
        }

        var latSign = Math.CopySign(1, -lat1);
        lat1 *= latSign;
        lat2 *= latSign;

        ReducedLatitude(lat1, out var sbet1, out var cbet1);
        ReducedLatitude(lat2, out var sbet2, out var cbet2);
        // Whichever is the more sensitive measure of |bet1| - |bet2| says whether they are the same.
        if (cbet1 < -sbet1)
        {
            if (cbet2 == cbet1)
            {
                sbet2 = Math.CopySign(sbet1, sbet2);
            }
        }
        else if (Math.Abs(sbet2) == -sbet1)
        {
            cbet2 = cbet1;
        }

        Span<double> c1 = stackalloc double[Series.Length];
        Span<double> c2 = stackalloc double[Series.Length];
        Span<double> c3 = stackalloc double[Series.Length];
        var ends = new Ends(sbet1, cbet1, sbet2, cbet2);
        double calp1 = 0, salp1 = 0, calp2 = 0, salp2 = 0, sig12 = 0, s12 = 0, m12 = 0, omg12 = 0;
        double somg12 = 2, comg12 = 0;
        var scales = (parts & InverseParts.Scales) != InverseParts.None;
        var meridian = lat1 == -90 || slam12 == 0;
        if (meridian)
        {
            (calp1, salp1) = (clam12, slam12);
            (calp2, salp2) = (1, 0);
            var arc = new Arc { Ssig1 = sbet1, Csig1 = calp1 * cbet1, Ssig2 = sbet2, Csig2 = calp2 * cbet2 };
            sig12 = Math.Atan2(Math.Max(0, (arc.Csig1 * arc.Ssig2) - (arc.Ssig1 * arc.Csig2)), (arc.Csig1 * arc.Csig2) + (arc.Ssig1 * arc.Ssig2));
            arc.Sig12 = sig12;
            arc.Eps = N;
            Lengths(ref arc, ends, c1, c2, out s12, out m12, scales, ref result);
            // A path over the pole is always the shortest one on an oblate ellipsoid; zero lengths are made exactly so.
            if (sig12 < 3 * Tiny || (sig12 < Tolerance && (s12 < 0 || m12 < 0)))
            {
                sig12 = m12 = s12 = 0;
            }

            m12 *= B;
            s12 *= B;
        }
        else if (sbet1 == 0 && lon12s >= F * 180)
        {
            // Along the equator.
            (calp1, calp2, salp1, salp2) = (0, 0, 1, 1);
            s12 = Wgs84.EquatorialRadius * lam12;
            sig12 = omg12 = lam12 / F1;
            m12 = B * Math.Sin(sig12);
            result.Scale12 = result.Scale21 = Math.Cos(sig12);
        }
        else
        {
            var start = Start(ends, lam12, slam12, clam12);
            (salp1, calp1, sig12) = (start.Salp1, start.Calp1, start.Sig12);
            if (sig12 >= 0)
            {
                (salp2, calp2) = (start.Salp2, start.Calp2);
                s12 = sig12 * B * start.Dnm;
                m12 = start.Dnm * start.Dnm * B * Math.Sin(sig12 / start.Dnm);
                result.Scale12 = result.Scale21 = Math.Cos(sig12 / start.Dnm);
                omg12 = lam12 / (F1 * start.Dnm);
            }
            else
            {
                var arc = default(Arc);
                Newton(ends, slam12, clam12, ref salp1, ref calp1, ref arc, c1, c2, c3);
                (salp2, calp2, sig12) = (arc.Salp2, arc.Calp2, arc.Sig12);
                Lengths(ref arc, ends, c1, c2, out s12, out m12, scales, ref result);
                m12 *= B;
                s12 *= B;
                var (sdomg12, cdomg12) = Math.SinCos(arc.Domg12);
                somg12 = (slam12 * cdomg12) - (clam12 * sdomg12);
                comg12 = (clam12 * cdomg12) + (slam12 * sdomg12);
            }
        }

        result.Distance = 0 + s12;
        result.ReducedLength = 0 + m12;
        result.Arc = sig12 / Angles.RadiansPerDegree;
        if ((parts & InverseParts.Area) != InverseParts.None)
        {
            if (!meridian && somg12 == 2)
            {
                (somg12, comg12) = Math.SinCos(omg12);
            }

            result.Area = 0 + (Area(ends, salp1, calp1, salp2, calp2, somg12, comg12, meridian, c1) * swap * lonSign * latSign);
        }

        if (swap < 0)
        {
            (salp1, salp2) = (salp2, salp1);
            (calp1, calp2) = (calp2, calp1);
            (result.Scale12, result.Scale21) = (result.Scale21, result.Scale12);
        }

        result.SinAzimuth1 = salp1 * swap * lonSign;
        result.CosAzimuth1 = calp1 * swap * latSign;
        result.SinAzimuth2 = salp2 * swap * lonSign;
        result.CosAzimuth2 = calp2 * swap * latSign;
    }

    public static void ReducedLatitude(double latitude, out double sine, out double cosine)
    {
        (sine, cosine) = Angles.SinCos(latitude);
        sine *= F1;
        Angles.Unit(ref sine, ref cosine);
        cosine = Math.Max(Tiny, cosine);
    }

    /// <summary>
    /// The longitude that is reached is a function of alpha1 that rises through its only root in (0, pi). Newton's method within a bracket: whenever it leaves the
    /// bracket, or the slope is not positive, the middle of the bracket is taken.
    /// </summary>
    private static void Newton(
        in Ends ends, double slam12, double clam12, ref double salp1, ref double calp1, ref Arc arc, Span<double> c1, Span<double> c2, Span<double> c3)
    {
        double salp1a = Tiny, calp1a = 1, salp1b = Tiny, calp1b = -1;
        var (tripN, tripB) = (false, false);
        for (var iteration = 0; ; iteration++)
        {
            var v = Lambda12(ends, salp1, calp1, slam12, clam12, iteration < NewtonLimit, ref arc, c1, c2, c3, out var dv);
            if (tripB || !(Math.Abs(v) >= (tripN ? 8 : 1) * Tolerance) || iteration == BisectionLimit)
            {
                return;
            }

            if (v > 0 && (iteration < NewtonLimit || calp1 / salp1 > calp1b / salp1b))
            {
                (salp1b, calp1b) = (salp1, calp1);
            }
            else if (v < 0 && (iteration < NewtonLimit || calp1 / salp1 < calp1a / salp1a))
            {
                (salp1a, calp1a) = (salp1, calp1);
            }

            if (iteration < NewtonLimit && dv > 0)
            {
                var step = -v / dv;
                if (Math.Abs(step) < Math.PI)
                {
                    var (sstep, cstep) = Math.SinCos(step);
                    var next = (salp1 * cstep) + (calp1 * sstep);
                    if (next > 0)
                    {
                        calp1 = (calp1 * cstep) - (salp1 * sstep);
                        salp1 = next;
                        Angles.Unit(ref salp1, ref calp1);
                        tripN = Math.Abs(v) <= 16 * Tolerance;
                        continue;
                    }
                }
            }

            salp1 = (salp1a + salp1b) / 2;
            calp1 = (calp1a + calp1b) / 2;
            Angles.Unit(ref salp1, ref calp1);
            tripN = false;
            tripB = Math.Abs(salp1a - salp1) + (calp1a - calp1) < Tolerance || Math.Abs(salp1 - salp1b) + (calp1 - calp1b) < Tolerance;
        }
    }

    /// <summary>The area between the path and the equator: an integral along the path and the spherical excess (Karney 2013, eq. 59).</summary>
    private static double Area(
        in Ends e, double salp1, double calp1, double salp2, double calp2, double somg12, double comg12, bool meridian, Span<double> c4)
    {
        var area = 0.0;
        var salp0 = salp1 * e.Cbet1;
        var calp0 = Angles.Hypot(calp1, salp1 * e.Sbet1);
        if (calp0 != 0 && salp0 != 0)
        {
            double ssig1 = e.Sbet1, csig1 = calp1 * e.Cbet1, ssig2 = e.Sbet2, csig2 = calp2 * e.Cbet2;
            var k2 = calp0 * calp0 * Ep2;
            Angles.Unit(ref ssig1, ref csig1);
            Angles.Unit(ref ssig2, ref csig2);
            Series.C4(Epsilon(k2), c4);
            var a4 = Wgs84.EquatorialRadius * Wgs84.EquatorialRadius * calp0 * salp0 * Wgs84.EccentricitySquared;
            area = a4 * (Series.Cosine6(ssig2, csig2, c4) - Series.Cosine6(ssig1, csig1, c4));
        }

        double alp12;
        if (!meridian && comg12 > -0.7071 && e.Sbet2 - e.Sbet1 < 1.75)
        {
            double domg12 = 1 + comg12, dbet1 = 1 + e.Cbet1, dbet2 = 1 + e.Cbet2;
            alp12 = 2 * Math.Atan2(somg12 * ((e.Sbet1 * dbet2) + (e.Sbet2 * dbet1)), domg12 * ((e.Sbet1 * e.Sbet2) + (dbet1 * dbet2)));
        }
        else
        {
            var salp12 = (salp2 * calp1) - (calp2 * salp1);
            var calp12 = (calp2 * calp1) + (salp2 * salp1);
            if (salp12 == 0 && calp12 < 0)
            {
                salp12 = Tiny * calp1;
                calp12 = -1;
            }

            alp12 = Math.Atan2(salp12, calp12);
        }

        return area + (Wgs84.AuthalicRadiusSquared * alp12);
    }

    public static double Epsilon(double k2) => k2 / ((2 * (1 + Math.Sqrt(1 + k2))) + k2);
}
