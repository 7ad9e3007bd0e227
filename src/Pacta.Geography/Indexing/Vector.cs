using System.Runtime.CompilerServices;
using Pacta.Geography.Geodesics;
using Pacta.Geography.Shapes;

namespace Pacta.Geography.Indexing;

/// <summary>A place in space, in metres from the centre of the Earth: x towards 0° 0°, z towards the North Pole.</summary>
internal readonly struct Vector(double x, double y, double z)
{
    public readonly double X = x, Y = y, Z = z;

    public static Vector operator +(Vector a, Vector b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static Vector operator -(Vector a, Vector b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public static Vector operator *(double k, Vector a) => new(k * a.X, k * a.Y, k * a.Z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Dot(Vector b) => (X * b.X) + (Y * b.Y) + (Z * b.Z);

    public Vector Cross(Vector b) => new((Y * b.Z) - (Z * b.Y), (Z * b.X) - (X * b.Z), (X * b.Y) - (Y * b.X));

    public double LengthSquared => Dot(this);

    public double Length => Math.Sqrt(Dot(this));

    /// <summary>A place on the ellipsoid.</summary>
    public static Vector Of(double latitude, double longitude)
    {
        var (sinLat, cosLat) = Math.SinCos(latitude * Angles.RadiansPerDegree);
        var (sinLon, cosLon) = Math.SinCos(longitude * Angles.RadiansPerDegree);
        var radius = Wgs84.EquatorialRadius / Math.Sqrt(1 - (Wgs84.EccentricitySquared * sinLat * sinLat));
        return new Vector(radius * cosLat * cosLon, radius * cosLat * sinLon, radius * (1 - Wgs84.EccentricitySquared) * sinLat);
    }

    /// <summary>The place straight above or below; for places within some kilometres of the ellipsoid to a nanometre (Bowring 1976, one step).</summary>
    public GeoPoint Place()
    {
        var p = Angles.Hypot(X, Y);
        var (tx, ty) = (p * Wgs84.AxisRatio, Z);
        Angles.Unit(ref ty, ref tx);
        var latitude = Math.Atan2(
            Z + (Wgs84.SecondEccentricitySquared * Wgs84.PolarRadius * ty * ty * ty),
            p - (Wgs84.EccentricitySquared * Wgs84.EquatorialRadius * tx * tx * tx));
        return new GeoPoint(latitude / Angles.RadiansPerDegree, Math.Atan2(Y, X) / Angles.RadiansPerDegree);
    }
}
