using System.Collections.Immutable;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>
/// Point in polygon on a local plane (degrees scaled at the point's latitude): good to about a metre for zones of some hundred
/// kilometres, and the reported accuracy decides near an edge. Exact geodesics belong to the geography library.
/// </summary>
internal static class Polygons
{
    private const double MetresPerDegree = 111_320;

    /// <summary>T if the whole circle of accuracy lies inside, F if all of it lies outside, otherwise U. Rings are counted even-odd.</summary>
    public static Truth Contains(ImmutableArray<ImmutableArray<GeoPoint>> rings, PositionValue position)
    {
        var inside = false;
        var distance = double.PositiveInfinity;
        var scale = Math.Cos(position.Latitude * Math.PI / 180);
        foreach (var ring in rings)
        {
            for (int i = 0, j = ring.Length - 1; i < ring.Length; j = i++)
            {
                var (ax, ay) = ((ring[i].Longitude - position.Longitude) * scale, ring[i].Latitude - position.Latitude);
                var (bx, by) = ((ring[j].Longitude - position.Longitude) * scale, ring[j].Latitude - position.Latitude);
                if ((ay > 0) != (by > 0) && ax + ((0 - ay) / (by - ay) * (bx - ax)) > 0)
                {
                    inside = !inside;
                }

                distance = Math.Min(distance, DistanceFromOrigin(ax, ay, bx, by) * MetresPerDegree);
            }
        }

        return distance <= position.AccuracyMetres ? Truth.Unknown : Kleene.Of(inside);
    }

    private static double DistanceFromOrigin(double ax, double ay, double bx, double by)
    {
        var (dx, dy) = (bx - ax, by - ay);
        var length = (dx * dx) + (dy * dy);
        var along = length == 0 ? 0 : Math.Clamp(-((ax * dx) + (ay * dy)) / length, 0, 1);
        var (x, y) = (ax + (along * dx), ay + (along * dy));
        return Math.Sqrt((x * x) + (y * y));
    }
}
