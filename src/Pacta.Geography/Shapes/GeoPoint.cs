using System.Globalization;
using Pacta.Geography.Geodesics;

namespace Pacta.Geography.Shapes;

/// <summary>A place on WGS84.</summary>
/// <param name="Latitude">Degrees north, from -90 to 90.</param>
/// <param name="Longitude">Degrees east; any number of turns.</param>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    /// <summary>Metres along the shortest path; right to 15 nanometres.</summary>
    public double DistanceTo(GeoPoint other) => Geodesic.Distance(Latitude, Longitude, other.Latitude, other.Longitude);

    /// <summary>Is this a place: a latitude within ±90 and a longitude that is a number?</summary>
    public bool IsValid => Math.Abs(Latitude) <= 90 && double.IsFinite(Longitude);

    /// <summary>Latitude, then longitude, in degrees.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Latitude:0.#######} {Longitude:0.#######}");
}

/// <summary>What lies between two corners of a shape.</summary>
public enum EdgeKind
{
    /// <summary>The shortest path. What is meant where a text lists places and joins them by straight lines.</summary>
    Geodesic,

    /// <summary>
    /// Latitude and longitude change evenly, as in GeoJSON (RFC 7946, 3.1.1): an edge between two corners on the 49th parallel is the parallel, from which the shortest
    /// path may be a hundred kilometres away.
    /// </summary>
    StraightOnMap,
}
