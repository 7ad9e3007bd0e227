// Follows Geodesic.js of geographiclib-geodesic 2.2.0, Copyright (c) Charles Karney (2011-2022), MIT licence.
using System.Runtime.CompilerServices;

namespace Pacta.Geography.Geodesics;

/// <summary>
/// The series of Karney, Algorithms for geodesics, J. Geodesy 87 (2013), to sixth order: eqs. 17, 18, 21 (distance), 42, 43 (reduced length), 24, 25 (longitude),
/// 63 (area). Six terms leave errors below the rounding of double precision on the Earth.
/// </summary>
internal static class Series
{
    /// <summary>Places in a table of coefficients; the first place of sine series is not used.</summary>
    public const int Length = 7;

    private const double N = Wgs84.ThirdFlattening;

    // Coefficients of powers of epsilon, from the highest, for the ellipsoid at hand.
    private static readonly double[] A3x = InN(6, static j => Math.Min(5 - j, j), from: 0, [-3, 128, -2, -3, 64, -1, -3, -1, 16, 3, -1, -2, 8, 1, -1, 2, 1, 1]);

    private static readonly double[] C3x = Triangle(
        first: 1,
        static (_, j) => Math.Min(5 - j, j),
        [
            3, 128, 2, 5, 128, -1, 3, 3, 64, -1, 0, 1, 8, -1, 1, 4,
            5, 256, 1, 3, 128, -3, -2, 3, 64, 1, -3, 2, 32,
            7, 512, -10, 9, 384, 5, -9, 5, 192,
            7, 512, -14, 7, 512,
            21, 2560,
        ]);

    private static readonly double[] C4x = Triangle(
        first: 0,
        static (_, j) => 5 - j,
        [
            97, 15015, 1088, 156, 45045, -224, -4784, 1573, 45045, -10656, 14144, -4576, -858, 45045, 64, 624, -4576, 6864, -3003, 15015,
            100, 208, 572, 3432, -12012, 30030, 45045,
            1, 9009, -2944, 468, 135135, 5792, 1040, -1287, 135135, 5952, -11648, 9152, -2574, 135135, -64, -624, 4576, -6864, 3003, 135135,
            8, 10725, 1856, -936, 225225, -8448, 4992, -1144, 225225, -1440, 4160, -4576, 1716, 225225,
            -136, 63063, 1024, -208, 105105, 3584, -3328, 1144, 315315,
            -128, 135135, -2560, 832, 405405,
            128, 99099,
        ]);

    /// <summary>A1 - 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double A1m1(double eps)
    {
        var e2 = eps * eps;
        var t = e2 * (64 + (e2 * (4 + e2))) / 256;
        return (t + eps) / (1 - eps);
    }

    /// <summary>A2 - 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double A2m1(double eps)
    {
        var e2 = eps * eps;
        var t = e2 * (-192 + (e2 * (-28 + (e2 * -11)))) / 256;
        return (t - eps) / (1 + eps);
    }

    public static double A3(double eps) => A3x[5] + (eps * (A3x[4] + (eps * (A3x[3] + (eps * (A3x[2] + (eps * (A3x[1] + (eps * A3x[0])))))))));

    public static void C1(double eps, Span<double> c)
    {
        var e2 = eps * eps;
        var d = eps;
        c[6] = 0;
        c[1] = d * (-16 + (e2 * (6 + (e2 * -1)))) / 32;
        d *= eps;
        c[2] = d * (-128 + (e2 * (64 + (e2 * -9)))) / 2048;
        d *= eps;
        c[3] = d * (-16 + (e2 * 9)) / 768;
        d *= eps;
        c[4] = d * (-5 + (e2 * 3)) / 512;
        d *= eps;
        c[5] = d * -7 / 1280;
        c[6] = d * eps * -7 / 2048;
    }

    public static void C1p(double eps, Span<double> c)
    {
        var e2 = eps * eps;
        var d = eps;
        c[6] = 0;
        c[1] = d * (768 + (e2 * (-432 + (e2 * 205)))) / 1536;
        d *= eps;
        c[2] = d * (3840 + (e2 * (-4736 + (e2 * 4005)))) / 12288;
        d *= eps;
        c[3] = d * (116 + (e2 * -225)) / 384;
        d *= eps;
        c[4] = d * (2695 + (e2 * -7173)) / 7680;
        d *= eps;
        c[5] = d * 3467 / 7680;
        c[6] = d * eps * 38081 / 61440;
    }

    public static void C2(double eps, Span<double> c)
    {
        var e2 = eps * eps;
        var d = eps;
        c[6] = 0;
        c[1] = d * (16 + (e2 * (2 + e2))) / 32;
        d *= eps;
        c[2] = d * (384 + (e2 * (64 + (e2 * 35)))) / 2048;
        d *= eps;
        c[3] = d * (80 + (e2 * 15)) / 768;
        d *= eps;
        c[4] = d * (35 + (e2 * 7)) / 512;
        d *= eps;
        c[5] = d * 63 / 1280;
        c[6] = d * eps * 77 / 2048;
    }

    public static void C3(double eps, Span<double> c) => Powers(C3x, 1, eps, eps, c);

    public static void C4(double eps, Span<double> c) => Powers(C4x, 0, eps, 1, c);

    /// <summary>The sum of c[i] sin 2ix for i from 1 to 6, by Clenshaw.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sine6(double sin, double cos, ReadOnlySpan<double> c)
    {
        var ar = 2 * (cos - sin) * (cos + sin);
        var y1 = c[6];
        var y0 = (ar * y1) + c[5];
        y1 = (ar * y0) - y1 + c[4];
        y0 = (ar * y1) - y0 + c[3];
        y1 = (ar * y0) - y1 + c[2];
        y0 = (ar * y1) - y0 + c[1];
        return 2 * sin * cos * y0;
    }

    /// <summary>The sum of c[i] sin 2ix for i from 1 to 5.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sine5(double sin, double cos, ReadOnlySpan<double> c)
    {
        var ar = 2 * (cos - sin) * (cos + sin);
        var y0 = c[5];
        var y1 = (ar * y0) + c[4];
        y0 = (ar * y1) - y0 + c[3];
        y1 = (ar * y0) - y1 + c[2];
        y0 = (ar * y1) - y0 + c[1];
        return 2 * sin * cos * y0;
    }

    /// <summary>The sum of c[i] cos (2i + 1)x for i from 0 to 5.</summary>
    public static double Cosine6(double sin, double cos, ReadOnlySpan<double> c)
    {
        var ar = 2 * (cos - sin) * (cos + sin);
        var y1 = c[5];
        var y0 = (ar * y1) + c[4];
        y1 = (ar * y0) - y1 + c[3];
        y0 = (ar * y1) - y0 + c[2];
        y1 = (ar * y0) - y1 + c[1];
        y0 = (ar * y1) - y0 + c[0];
        return cos * (y0 - y1);
    }

    /// <summary>c[i] = eps^i times a polynomial of eps, whose order falls by one with each i.</summary>
    private static void Powers(double[] x, int first, double eps, double multiple, Span<double> c)
    {
        var at = 0;
        for (var l = first; l < 6; l++)
        {
            var y = x[at++];
            for (var order = 5 - l; order > 0; order--)
            {
                y = (y * eps) + x[at++];
            }

            c[l] = multiple * y;
            multiple *= eps;
        }
    }

    private static double[] InN(int count, Func<int, int> order, int from, ReadOnlySpan<double> table)
    {
        var result = new double[count - from];
        var at = 0;
        for (var (j, k) = (count - 1, 0); j >= from; j--, k++)
        {
            result[k] = Rational(table, ref at, order(j));
        }

        return result;
    }

    private static double[] Triangle(int first, Func<int, int, int> order, ReadOnlySpan<double> table)
    {
        var result = new List<double>();
        var at = 0;
        for (var l = first; l < 6; l++)
        {
            for (var j = 5; j >= l; j--)
            {
                result.Add(Rational(table, ref at, order(l, j)));
            }
        }

        return [.. result];
    }

    /// <summary>A polynomial of n, from the highest power, and what it is divided by.</summary>
    private static double Rational(ReadOnlySpan<double> table, ref int at, int order)
    {
        var y = table[at++];
        for (; order > 0; order--)
        {
            y = (y * N) + table[at++];
        }

        return y / table[at++];
    }
}
