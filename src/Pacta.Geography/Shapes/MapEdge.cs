using System.Runtime.CompilerServices;
using Pacta.Geography.Geodesics;

namespace Pacta.Geography.Shapes;

/// <summary>
/// A piece that is straight in longitude and latitude and runs east within [-180, 180]. The latitude at a longitude is one rounded product and one rounded sum, and
/// so never goes back as the longitude goes on; that it is below a place has one answer, whoever asks and whichever way the border was drawn.
/// </summary>
internal readonly struct MapEdge(double west, double westLatitude, double east, double eastLatitude)
{
    public readonly double West = west, East = east, WestLatitude = westLatitude;
    /// <summary>Of a piece along a meridian, which is below no place, how far it goes.</summary>
    public readonly double Slope = (eastLatitude - westLatitude) / (east == west ? 1 : east - west);

    public bool IsMeridian => West == East;

    public double EastLatitude => IsMeridian ? WestLatitude + Slope : LatitudeAt(East);

    public double South => Math.Min(WestLatitude, EastLatitude);

    public double North => Math.Max(WestLatitude, EastLatitude);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double LatitudeAt(double longitude) => WestLatitude + ((longitude - West) * Slope);

    /// <summary>Does a way from the South Pole along the meridian to the place cross this piece? The western end belongs to it, the eastern one does not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsBelow(double latitude, double longitude) => longitude >= West && longitude < East && LatitudeAt(longitude) < latitude;

    /// <summary>
    /// From a corner by <paramref name="turn"/> degrees of longitude to another; cut at the date line.
    /// </summary>
    public static void Add(List<MapEdge> to, GeoPoint corner, GeoPoint next, double turn)
    {
        var (latitude, latitude2) = (corner.Latitude, next.Latitude);
        var from = Angles.Longitude(corner.Longitude);
        var other = Angles.Longitude(next.Longitude);
        if (turn < 0)
        {
            // Always from the west: a border is the same for the zones on both sides of it.
            (from, other) = (other, from);
            (latitude, latitude2) = (latitude2, latitude);
            turn = -turn;
        }

        if (turn == 0 || (turn < 1 && from == other))
        {
            to.Add(new MapEdge(from, latitude, from, latitude2));
        }
        else if (turn >= 360)
        {
            to.Add(new MapEdge(-180, latitude, 180, latitude2));
        }
        else if (other > from)
        {
            to.Add(new MapEdge(from, latitude, other, latitude2));
        }
        else if (other == -180)
        {
            to.Add(new MapEdge(from, latitude, 180, latitude2));
        }
        else
        {
            var middle = latitude + ((180 - from) / (other + 360 - from) * (latitude2 - latitude));
            to.Add(new MapEdge(from, latitude, 180, middle));
            to.Add(new MapEdge(-180, middle, other, latitude2));
        }
    }
}
