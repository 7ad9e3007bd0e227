using System.Diagnostics;
using Pacta.Geography.Projections;
using Pacta.Geography.Zones;

namespace Pacta.Geography.Outlines;

/// <summary>A window of a plane: metres from its centre to the left and lower edge, and how large it is.</summary>
public readonly record struct PlaneWindow(double Left, double Bottom, double Width, double Height);

/// <summary>Outlines of zones on a plane, for drawing. A zone that goes beyond the window ends at its edge.</summary>
public static class PlaneOutline
{
    /// <summary>By how much smaller steps are, one after the other, until nothing narrow is passed over.</summary>
    private static readonly int[] Steps = [1, 4];

    /// <summary>By how much of the step that is asked for an outline may be beside the boundary.</summary>
    private const double OffAtMost = 0.03;

    /// <param name="cell">How large a step is looked at, in metres; the outline is off by less than a twentieth of it.</param>
    /// <param name="isFine">Where something is narrower than a step, smaller steps are taken; otherwise it may be missing.</param>
    /// <param name="atLeast">Only what is so many metres inside; negative: also what is less than that outside.</param>
    public static IReadOnlyList<PlanePolygon> Of(Zone zone, AzimuthalEqualArea plane, PlaneWindow window, double cell, double atLeast = 0, bool isFine = true)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(plane);
        if (atLeast == 0 && zone is OutlinedZone outlined && PlaneRings.Of(outlined, plane, window, OffAtMost * cell) is { } rings)
        {
            return Nesting.Polygons(rings);
        }

        var steps = isFine ? Steps : Steps.AsSpan(0, 1);
        foreach (var finer in steps)
        {
            var size = cell / finer;
            var offAtMost = OffAtMost * finer;
            if (Contour.Of(
                (x, y) => plane.Inverse(window.Left + (x * size), window.Bottom + (y * size)) is { } at ? zone.Signed(at.Latitude, at.Longitude) - atLeast : double.NaN,
                (x, y, half) => Radius(window.Left + (x * size), window.Bottom + (y * size), half * size),
                (int)Math.Ceiling(window.Width / size),
                (int)Math.Ceiling(window.Height / size),
                offAtMost,
                finer == steps[^1] ? 0 : int.MaxValue) is { } contour)
            {
                return Nesting.Polygons(contour.Rings.Select(r => Simplifying.Ring(r, offAtMost)).Where(r => r.Length > 2)
                    .Select(r => Array.ConvertAll(r, p => new PlanePoint(window.Left + (p.X * size), window.Bottom + (p.Y * size)))));
            }
        }

        throw new UnreachableException("the last step is taken whatever it passes over");
    }

    /// <summary>Metres on the Earth from the middle of a square to its farthest corner at most: outwards, the plane draws lengths the shorter the farther away.</summary>
    private static double Radius(double x, double y, double half)
    {
        var far = (Math.Sqrt((x * x) + (y * y)) + (half * Math.Sqrt(2))) / AzimuthalEqualArea.Rim;
        return far < 1 ? 1.01 * half * Math.Sqrt(2) / Math.Sqrt(1 - (far * far)) : double.PositiveInfinity;
    }
}
