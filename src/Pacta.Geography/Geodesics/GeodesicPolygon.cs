// Follows PolygonArea.js of geographiclib-geodesic 2.2.0, Copyright (c) Charles Karney (2011-2022), MIT licence.
namespace Pacta.Geography.Geodesics;

/// <summary>
/// Perimeter and area of a polygon whose edges are geodesics, added corner by corner. It may go round a pole or cross the date line. Sums are exact to about twice
/// double precision, so that many corners cost no digits.
/// </summary>
public struct GeodesicPolygon
{
    private Accumulator perimeter, area;
    private double firstLatitude, firstLongitude, latitude, longitude;
    private int crossings;

    /// <summary>How many corners there are so far.</summary>
    public int Count { get; private set; }

    /// <summary>The length of the way through the corners so far, not closed, in metres.</summary>
    public readonly double Length => perimeter.Value;

    public void Add(double latitude, double longitude)
    {
        if (Count == 0)
        {
            (firstLatitude, firstLongitude) = (latitude, longitude);
        }
        else
        {
            Edge(latitude, longitude);
        }

        (this.latitude, this.longitude) = (latitude, longitude);
        Count++;
    }

    /// <summary>The polygon, closed.</summary>
    /// <param name="perimeter">Metres.</param>
    /// <returns>
    /// Square metres of what lies to the left of the edges: positive if corners go round anticlockwise, and then up to half of the Earth; negative if they go round clockwise.
    /// </returns>
    public readonly double SignedArea(out double perimeter)
    {
        if (Count < 2)
        {
            perimeter = 0;
            return 0;
        }

        var closed = this;
        closed.Edge(firstLatitude, firstLongitude);
        perimeter = closed.perimeter.Value;
        var sum = closed.area;
        sum.Remainder(Wgs84.Area);
        if ((closed.crossings & 1) != 0)
        {
            sum.Add((sum.Value < 0 ? 1 : -1) * Wgs84.Area / 2);
        }

        var result = -sum.Value;
        return 0 + (result > Wgs84.Area / 2 ? result - Wgs84.Area : result <= -Wgs84.Area / 2 ? result + Wgs84.Area : result);
    }

    private void Edge(double latitude2, double longitude2)
    {
        perimeter.Add(Geodesic.DistanceAndArea(latitude, longitude, latitude2, longitude2, out var part));
        area.Add(part);
        crossings += Transit(longitude, longitude2);
    }

    /// <summary>1 or -1 for an edge that crosses the prime meridian to the east or to the west.</summary>
    private static int Transit(double from, double to)
    {
        var difference = Angles.Difference(from, to, out _);
        from = Angles.Normalize(from);
        to = Angles.Normalize(to);
        return difference > 0 && ((from < 0 && to >= 0) || (from > 0 && to == 0)) ? 1
            : difference < 0 && from >= 0 && to < 0 ? -1
            : 0;
    }
}

/// <summary>A sum that keeps what is rounded away (Shewchuk).</summary>
internal struct Accumulator
{
    private double sum, rest;

    public readonly double Value => sum;

    public void Add(double value)
    {
        var low = Angles.Sum(value, rest, out var u);
        sum = Angles.Sum(low, sum, out rest);
        if (sum == 0)
        {
            sum = u;
        }
        else
        {
            rest += u;
        }
    }

    public void Remainder(double of)
    {
        sum = Math.IEEERemainder(sum, of);
        Add(0);
    }
}
