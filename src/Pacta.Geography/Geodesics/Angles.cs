// Follows Math.js of geographiclib-geodesic 2.2.0, Copyright (c) Charles Karney (2011-2022), MIT licence.
using System.Runtime.CompilerServices;

namespace Pacta.Geography.Geodesics;

/// <summary>Angles in degrees without loss: reduced before they become radians, differences with their rounding error.</summary>
internal static class Angles
{
    public const double RadiansPerDegree = Math.PI / 180;

    /// <summary>Into [-180, 180]; ±180 keeps the sign of what it was.</summary>
    public static double Normalize(double degrees)
    {
        var reduced = Math.IEEERemainder(degrees, 360);
        return Math.Abs(reduced) == 180 ? Math.CopySign(180, degrees) : reduced;
    }

    /// <summary>Into [-180, 180), one number for each meridian.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Longitude(double degrees)
    {
        if (degrees is >= -180 and < 180)
        {
            return degrees;
        }

        var reduced = Math.IEEERemainder(degrees, 360);
        return reduced == 180 ? -180 : reduced;
    }

    /// <summary>Keeps tiny angles from being singular: what is below 1/16 degree is rounded to multiples of 2^-57.</summary>
    public static double Round(double degrees)
    {
        const double Sixteenth = 1.0 / 16;
        var size = Math.Abs(degrees);
        size = size < Sixteenth ? Sixteenth - (Sixteenth - size) : size;
        return Math.CopySign(size, degrees);
    }

    /// <summary><paramref name="to"/> minus <paramref name="from"/> in [-180, 180], and the error of that difference.</summary>
    public static double Difference(double from, double to, out double error)
    {
        var difference = Sum(Math.IEEERemainder(-from, 360), Math.IEEERemainder(to, 360), out error);
        difference = Sum(Math.IEEERemainder(difference, 360), error, out error);
        if (difference == 0 || Math.Abs(difference) == 180)
        {
            difference = Math.CopySign(difference, error == 0 ? to - from : -error);
        }

        return difference;
    }

    /// <summary>The rounded sum of two numbers, and what was rounded away (Knuth).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(double u, double v, out double error)
    {
        var sum = u + v;
        var up = sum - v;
        var vpp = sum - up;
        up -= u;
        vpp -= v;
        error = sum != 0 ? 0 - (up + vpp) : sum;
        return sum;
    }

    /// <param name="error">A small angle to be added after the reduction.</param>
    public static (double Sine, double Cosine) SinCos(double degrees, double error = 0)
    {
        var reduced = degrees % 360;
        var quarter = Math.Round(reduced / 90);
        reduced -= 90 * quarter;
        if (error != 0)
        {
            reduced = Round(reduced + error);
        }

        var (s, c) = Math.SinCos(reduced * RadiansPerDegree);
        if (Math.Abs(reduced) == 45)
        {
            c = Math.Sqrt(0.5);
            s = Math.CopySign(c, reduced);
        }
        else if (Math.Abs(reduced) == 30)
        {
            c = Math.Sqrt(0.75);
            s = Math.CopySign(0.5, reduced);
        }

        var (sine, cosine) = ((int)quarter & 3) switch
        {
            0 => (s, c),
            1 => (c, -s),
            2 => (-s, -c),
            _ => (-c, s),
        };
        return (sine == 0 ? Math.CopySign(sine, degrees + error) : sine, cosine + 0.0);
    }

    /// <summary>The angle of a vector in degrees, exact at multiples of 90.</summary>
    public static double Atan2(double y, double x)
    {
        var quarter = 0;
        if (Math.Abs(y) > Math.Abs(x))
        {
            (x, y) = (y, x);
            quarter = 2;
        }

        if (double.IsNegative(x))
        {
            x = -x;
            quarter++;
        }

        var angle = Math.Atan2(y, x) / RadiansPerDegree;
        return quarter switch
        {
            1 => Math.CopySign(180, y) - angle,
            2 => 90 - angle,
            3 => -90 + angle,
            _ => angle,
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Hypot(double x, double y) => Math.Sqrt((x * x) + (y * y));

    /// <summary>Makes a sine and a cosine of what is proportional to them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Unit(ref double sine, ref double cosine)
    {
        var length = Hypot(sine, cosine);
        sine /= length;
        cosine /= length;
    }
}
