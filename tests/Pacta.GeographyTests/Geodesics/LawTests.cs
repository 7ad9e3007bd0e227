using CsCheck;
using Pacta.Geography.Geodesics;

namespace Pacta.GeographyTests.Geodesics;

/// <summary>What holds of all shortest paths.</summary>
public sealed class LawTests
{
    private static readonly Gen<(double Lat, double Lon)> Place = Gen.Select(
        Gen.OneOf(Gen.Double[-90, 90], Gen.Int[0, 4].Select(i => new[] { -90.0, 0, 90, 1e-12, 89.99999999 }[i])),
        Gen.OneOf(Gen.Double[-180, 180], Gen.Int[0, 4].Select(i => new[] { -180.0, 0, 180, 179.99999999, 360 }[i])));

    [Fact]
    public void The_way_back_is_as_long_and_leaves_in_the_opposite_direction() => Gen.Select(Place, Place).Sample((a, b) =>
    {
        var (there, back) = (Geodesic.Inverse(a.Lat, a.Lon, b.Lat, b.Lon), Geodesic.Inverse(b.Lat, b.Lon, a.Lat, a.Lon));
        return Math.Abs(there.Distance - back.Distance) < 15e-9 && Math.Abs(there.ReducedLength - back.ReducedLength) < 2e-8 && Math.Abs(there.Scale12 - back.Scale21) < 1e-9;
    });

    [Fact]
    public void Who_goes_as_far_and_in_the_direction_that_is_told_arrives() => Gen.Select(Place, Place).Sample((a, b) =>
    {
        var way = Geodesic.Heading(a.Lat, a.Lon, b.Lat, b.Lon);
        var end = Geodesic.Direct(a.Lat, a.Lon, way.Azimuth1, way.Distance);
        return Geodesic.Distance(end.Latitude, end.Longitude, b.Lat, b.Lon) < 30e-9;
    });

    [Fact]
    public void A_detour_is_not_shorter() => Gen.Select(Place, Place, Place).Sample((a, b, c) =>
        Geodesic.Distance(a.Lat, a.Lon, c.Lat, c.Lon) <= Geodesic.Distance(a.Lat, a.Lon, b.Lat, b.Lon) + Geodesic.Distance(b.Lat, b.Lon, c.Lat, c.Lon) + 30e-9);

    [Fact]
    public void A_line_goes_on_from_any_of_its_places() => Gen.Select(Place, Gen.Double[-180, 180], Gen.Double[0, 9e6], Gen.Double[0, 9e6]).Sample((a, azimuth, s, t) =>
    {
        var line = GeodesicLine.From(a.Lat, a.Lon, azimuth);
        var (middle, end) = (line.At(s), line.At(s + t));
        var again = Geodesic.Direct(middle.Latitude, middle.Longitude, middle.Azimuth, t);
        return Geodesic.Distance(end.Latitude, end.Longitude, again.Latitude, again.Longitude) < 60e-9;
    });
}
