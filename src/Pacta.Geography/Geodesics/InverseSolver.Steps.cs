// Follows Geodesic.js of geographiclib-geodesic 2.2.0, Copyright (c) Charles Karney (2011-2022), MIT licence.
namespace Pacta.Geography.Geodesics;

internal static partial class InverseSolver
{
    private const double AstroidStrip = 200 * Tolerance;

    /// <summary>Arcs below this are short enough for the sphere that fits the ellipsoid in between.</summary>
    private static readonly double ShortArc = 0.1 * RootTolerance / Math.Sqrt(Math.Max(0.001, F) * Math.Min(1, 1 - (F / 2)) / 2);

    /// <summary>Both ends, by their reduced latitudes.</summary>
    private readonly struct Ends(double sbet1, double cbet1, double sbet2, double cbet2)
    {
        public readonly double Sbet1 = sbet1, Cbet1 = cbet1, Sbet2 = sbet2, Cbet2 = cbet2;
        public readonly double Dn1 = Math.Sqrt(1 + (Ep2 * sbet1 * sbet1));
        public readonly double Dn2 = Math.Sqrt(1 + (Ep2 * sbet2 * sbet2));
    }

    /// <summary>The path on the auxiliary sphere that some azimuth at the first point leads to.</summary>
    private struct Arc
    {
        public double Salp2, Calp2, Sig12, Ssig1, Csig1, Ssig2, Csig2, Eps, Domg12;
    }

    private struct Guess
    {
        /// <summary>Negative unless the path is so short that this is the answer.</summary>
        public double Sig12;
        public double Salp1, Calp1, Salp2, Calp2, Dnm;
    }

    /// <summary>Length and reduced length in units of the polar radius, and the scales (Karney 2013, eqs. 7, 38 to 40).</summary>
    private static void Lengths(ref Arc a, in Ends e, Span<double> c1, Span<double> c2, out double s12b, out double m12b, bool scales, ref InverseSolution result)
    {
        var a1 = Series.A1m1(a.Eps);
        Series.C1(a.Eps, c1);
        var a2 = Series.A2m1(a.Eps);
        Series.C2(a.Eps, c2);
        var m0 = a1 - a2;
        a1++;
        a2++;
        var b1 = Series.Sine6(a.Ssig2, a.Csig2, c1) - Series.Sine6(a.Ssig1, a.Csig1, c1);
        s12b = a1 * (a.Sig12 + b1);
        var b2 = Series.Sine6(a.Ssig2, a.Csig2, c2) - Series.Sine6(a.Ssig1, a.Csig1, c2);
        var j12 = (m0 * a.Sig12) + ((a1 * b1) - (a2 * b2));
        m12b = (e.Dn2 * (a.Csig1 * a.Ssig2)) - (e.Dn1 * (a.Ssig1 * a.Csig2)) - (a.Csig1 * a.Csig2 * j12);
        if (scales)
        {
            var csig12 = (a.Csig1 * a.Csig2) + (a.Ssig1 * a.Ssig2);
            var t = Ep2 * (e.Cbet1 - e.Cbet2) * (e.Cbet1 + e.Cbet2) / (e.Dn1 + e.Dn2);
            result.Scale12 = csig12 + (((t * a.Ssig2) - (a.Csig2 * j12)) * a.Ssig1 / e.Dn1);
            result.Scale21 = csig12 - (((t * a.Ssig1) - (a.Csig1 * j12)) * a.Ssig2 / e.Dn2);
        }
    }

    /// <summary>The reduced length alone, in units of the polar radius: the slope that Newton's method needs.</summary>
    private static double ReducedLength(ref Arc a, in Ends e, Span<double> c1, Span<double> c2)
    {
        var a1 = Series.A1m1(a.Eps);
        Series.C1(a.Eps, c1);
        var a2 = Series.A2m1(a.Eps);
        Series.C2(a.Eps, c2);
        var m0 = a1 - a2;
        a1++;
        a2++;
        for (var l = 1; l <= 6; l++)
        {
            c2[l] = (a1 * c1[l]) - (a2 * c2[l]);
        }

        var j12 = (m0 * a.Sig12) + (Series.Sine6(a.Ssig2, a.Csig2, c2) - Series.Sine6(a.Ssig1, a.Csig1, c2));
        return (e.Dn2 * (a.Csig1 * a.Ssig2)) - (e.Dn1 * (a.Ssig1 * a.Csig2)) - (a.Csig1 * a.Csig2 * j12);
    }

    private static Guess Start(in Ends e, double lam12, double slam12, double clam12)
    {
        double sbet1 = e.Sbet1, cbet1 = e.Cbet1, sbet2 = e.Sbet2, cbet2 = e.Cbet2;
        var g = new Guess { Sig12 = -1 };
        var sbet12 = (sbet2 * cbet1) - (cbet2 * sbet1);
        var cbet12 = (cbet2 * cbet1) + (sbet2 * sbet1);
        var sbet12a = sbet2 * cbet1;
        sbet12a += cbet2 * sbet1;
        double somg12, comg12;
        var shortLine = cbet12 >= 0 && sbet12 < 0.5 && cbet2 * lam12 < 0.5;
        if (shortLine)
        {
            var sbetm2 = (sbet1 + sbet2) * (sbet1 + sbet2);
            sbetm2 /= sbetm2 + ((cbet1 + cbet2) * (cbet1 + cbet2));
            g.Dnm = Math.Sqrt(1 + (Ep2 * sbetm2));
            (somg12, comg12) = Math.SinCos(lam12 / (F1 * g.Dnm));
        }
        else
        {
            (somg12, comg12) = (slam12, clam12);
        }

        g.Salp1 = cbet2 * somg12;
        g.Calp1 = comg12 >= 0
            ? sbet12 + (cbet2 * sbet1 * somg12 * somg12 / (1 + comg12))
            : sbet12a - (cbet2 * sbet1 * somg12 * somg12 / (1 - comg12));
        var ssig12 = Angles.Hypot(g.Salp1, g.Calp1);
        var csig12 = (sbet1 * sbet2) + (cbet1 * cbet2 * comg12);
        if (shortLine && ssig12 < ShortArc)
        {
            g.Salp2 = cbet1 * somg12;
            g.Calp2 = sbet12 - (cbet1 * sbet2 * (comg12 >= 0 ? somg12 * somg12 / (1 + comg12) : 1 - comg12));
            Angles.Unit(ref g.Salp2, ref g.Calp2);
            g.Sig12 = Math.Atan2(ssig12, csig12);
        }
        else if (csig12 < 0 && ssig12 < 6 * N * Math.PI * cbet1 * cbet1)
        {
            // Near the antipode: its image is the origin, and what is farthest away from it at x = -1.
            var k2 = sbet1 * sbet1 * Ep2;
            var lamScale = F * cbet1 * Series.A3(Epsilon(k2)) * Math.PI;
            var x = Math.Atan2(-slam12, -clam12) / lamScale;
            var y = sbet12a / (lamScale * cbet1);
            if (y > -AstroidStrip && x > -1 - (1000 * RootTolerance))
            {
                g.Salp1 = Math.Min(1, -x);
                g.Calp1 = -Math.Sqrt(1 - (g.Salp1 * g.Salp1));
            }
            else
            {
                var k = Astroid(x, y);
                (somg12, comg12) = Math.SinCos(lamScale * -x * k / (1 + k));
                comg12 = -comg12;
                g.Salp1 = cbet2 * somg12;
                g.Calp1 = sbet12a - (cbet2 * sbet1 * somg12 * somg12 / (1 - comg12));
            }
        }

        if (!(g.Salp1 <= 0))
        {
            Angles.Unit(ref g.Salp1, ref g.Calp1);
        }
        else
        {
            (g.Salp1, g.Calp1) = (1, 0);
        }

        return g;
    }

    /// <summary>The positive root of k^4 + 2k^3 - (x² + y² - 1)k² - 2y²k - y² = 0 (Karney 2013, eq. 55).</summary>
    private static double Astroid(double x, double y)
    {
        double p = x * x, q = y * y, r = (p + q - 1) / 6;
        if (q == 0 && r <= 0)
        {
            return 0;
        }

        var s = p * q / 4;
        var r2 = r * r;
        var r3 = r * r2;
        var discriminant = s * (s + (2 * r3));
        var u = r;
        if (discriminant >= 0)
        {
            var t3 = s + r3;
            t3 += t3 < 0 ? -Math.Sqrt(discriminant) : Math.Sqrt(discriminant);
            var t = Math.Cbrt(t3);
            u += t + (t != 0 ? r2 / t : 0);
        }
        else
        {
            u += 2 * r * Math.Cos(Math.Atan2(Math.Sqrt(-discriminant), -(s + r3)) / 3);
        }

        var v = Math.Sqrt((u * u) + q);
        var uv = u < 0 ? q / (v - u) : u + v;
        var w = (uv - q) / (2 * v);
        return uv / (Math.Sqrt(uv + (w * w)) + w);
    }

    /// <summary>By how much one misses the longitude of the second point who leaves with this azimuth; and the slope of that.</summary>
    private static double Lambda12(
        in Ends e, double salp1, double calp1, double slam120, double clam120, bool slope, ref Arc arc, Span<double> c1, Span<double> c2, Span<double> c3, out double dlam12)
    {
        double sbet1 = e.Sbet1, cbet1 = e.Cbet1, sbet2 = e.Sbet2, cbet2 = e.Cbet2;
        if (sbet1 == 0 && calp1 == 0)
        {
            calp1 = -Tiny;
        }

        var salp0 = salp1 * cbet1;
        var calp0 = Angles.Hypot(calp1, salp1 * sbet1);
        arc.Ssig1 = sbet1;
        var somg1 = salp0 * sbet1;
        var comg1 = calp1 * cbet1;
        arc.Csig1 = comg1;
        Angles.Unit(ref arc.Ssig1, ref arc.Csig1);

        arc.Salp2 = cbet2 != cbet1 ? salp0 / cbet2 : salp1;
        arc.Calp2 = cbet2 != cbet1 || Math.Abs(sbet2) != -sbet1
            ? Math.Sqrt((calp1 * cbet1 * calp1 * cbet1) + (cbet1 < -sbet1 ? (cbet2 - cbet1) * (cbet1 + cbet2) : (sbet1 - sbet2) * (sbet1 + sbet2))) / cbet2
            : Math.Abs(calp1);
        arc.Ssig2 = sbet2;
        var somg2 = salp0 * sbet2;
        var comg2 = arc.Calp2 * cbet2;
        arc.Csig2 = comg2;
        Angles.Unit(ref arc.Ssig2, ref arc.Csig2);
        arc.Sig12 = Math.Atan2(Math.Max(0, (arc.Csig1 * arc.Ssig2) - (arc.Ssig1 * arc.Csig2)), (arc.Csig1 * arc.Csig2) + (arc.Ssig1 * arc.Ssig2));

        var somg12 = Math.Max(0, (comg1 * somg2) - (somg1 * comg2));
        var comg12 = (comg1 * comg2) + (somg1 * somg2);
        var eta = Math.Atan2((somg12 * clam120) - (comg12 * slam120), (comg12 * clam120) + (somg12 * slam120));
        arc.Eps = Epsilon(calp0 * calp0 * Ep2);
        Series.C3(arc.Eps, c3);
        var b312 = Series.Sine5(arc.Ssig2, arc.Csig2, c3) - Series.Sine5(arc.Ssig1, arc.Csig1, c3);
        arc.Domg12 = -F * Series.A3(arc.Eps) * salp0 * (arc.Sig12 + b312);
        dlam12 = !slope ? 0
            : arc.Calp2 == 0 ? -2 * F1 * e.Dn1 / sbet1
            : ReducedLength(ref arc, e, c1, c2) * F1 / (arc.Calp2 * cbet2);
        return eta + arc.Domg12;
    }
}
