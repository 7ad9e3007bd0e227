using Pacta.Geography.Geodesics;
using Pacta.Geography.Shapes;

namespace Pacta.Geography.Indexing;

/// <summary>A short geodesic, of at most 20 km, over which a point on the chord, lifted straight up, lies on the geodesic to a tenth of a millimetre.</summary>
internal readonly struct Piece(Vector a, Vector b)
{
    public readonly Vector A = a, B = b;

    /// <summary>The same piece, in either direction?</summary>
    public bool Is(Piece other) => (Same(A, other.A) && Same(B, other.B)) || (Same(A, other.B) && Same(B, other.A));

    private static bool Same(Vector a, Vector b) => a.X == b.X && a.Y == b.Y && a.Z == b.Z;

    /// <summary>The part of the way from A to B at which the chord is nearest, from 0 to 1.</summary>
    public double Foot(Vector p)
    {
        var ab = B - A;
        var length = ab.LengthSquared;
        return length == 0 ? 0 : Math.Clamp((p - A).Dot(ab) / length, 0, 1);
    }

    /// <summary>The place on the geodesic at a part of the way: the chord is lifted by what an arc rises over it.</summary>
    public Vector Lifted(double part)
    {
        var ab = B - A;
        var at = A + (part * ab);
        var rise = part * (1 - part) * ab.LengthSquared / (2 * MeanRadius);
        return at + (rise / MeanRadius * at);
    }

    /// <summary>The square of the length in space to the geodesic at a part of the way.</summary>
    public double SquareTo(Vector p, double part) => (p - Lifted(part)).LengthSquared;

    public GeoPoint At(double part) => (A + (part * (B - A))).Place();

    /// <summary>The direction of the piece at a place on it: a unit vector to the east and to the north.</summary>
    public (double East, double North) Direction(GeoPoint at)
    {
        var ab = B - A;
        var (sinLat, cosLat) = Math.SinCos(at.Latitude * Angles.RadiansPerDegree);
        var (sinLon, cosLon) = Math.SinCos(at.Longitude * Angles.RadiansPerDegree);
        var east = (cosLon * ab.Y) - (sinLon * ab.X);
        var north = (cosLat * ab.Z) - (sinLat * ((cosLon * ab.X) + (sinLon * ab.Y)));
        var length = Angles.Hypot(east, north);
        return length == 0 ? (0, 1) : (east / length, north / length);
    }

    /// <summary>Half way; the same in both directions.</summary>
    public GeoPoint Middle() => (0.5 * (A + B)).Place();

    /// <summary>The places so many metres to the left and to the right of the middle, some metres at most.</summary>
    public (GeoPoint Left, GeoPoint Right) Beside(double metres)
    {
        var middle = 0.5 * (A + B);
        var left = middle.Cross(B - A);
        left = metres / left.Length * left;
        return ((middle + left).Place(), (middle - left).Place());
    }

    /// <summary>The sine of the angle by which a direction at a place on the piece turns to the right from it.</summary>
    public double Right(GeoPoint at, (double East, double North) direction)
    {
        var (east, north) = Direction(at);
        return (direction.East * north) - (direction.North * east);
    }

    /// <summary>Do two pieces cross or touch? Each has its ends on both sides of the plane through the other and the centre of the Earth.</summary>
    /// <param name="properly">Is touching not enough?</param>
    public bool Crosses(Piece other, bool properly)
    {
        var (n, m) = (A.Cross(B), other.A.Cross(other.B));
        // Not on the other side of the Earth.
        if (A.Dot(other.A) <= 0)
        {
            return false;
        }

        var (a, b, c, d) = (n.Dot(other.A), n.Dot(other.B), m.Dot(A), m.Dot(B));
        return properly ? a * b < 0 && c * d < 0 : a * b <= 0 && c * d <= 0 && (a != 0 || b != 0 || Overlaps(other));
    }

    /// <summary>Of two pieces on one great circle.</summary>
    private bool Overlaps(Piece other)
    {
        var ab = B - A;
        var (s, t, length) = ((other.A - A).Dot(ab), (other.B - A).Dot(ab), ab.LengthSquared);
        return Math.Max(s, t) >= 0 && Math.Min(s, t) <= length;
    }

    private const double MeanRadius = 6_371_000;

    /// <summary>
    /// The geodesic distance from a place to the piece. Starting from the foot on the chord, one goes along the piece by what a right-angled triangle on the sphere says is
    /// missing (Napier), until that no longer matters; the rest, which is second order, is taken off. Right to a tenth of a millimetre, the place to a millimetre.
    /// </summary>
    /// <param name="nearest">The part of the way at which it is.</param>
    /// <param name="seen">The direction from there to the place.</param>
    public double Distance(GeoPoint from, double part, out double nearest, out GeoPoint place, out (double East, double North) seen)
    {
        const double NotWorthIt = 0.0005;
        var length = (B - A).Length;
        for (var step = 0; ; step++)
        {
            place = At(part);
            InverseSolver.Solve(place.Latitude, place.Longitude, from.Latitude, from.Longitude, InverseParts.None, out var s);
            var distance = s.Distance;
            seen = (s.SinAzimuth1, s.CosAzimuth1);
            nearest = part;
            if (distance < 1e-6 || length == 0)
            {
                return distance;
            }

            var (east, north) = Direction(place);
            var tangent = Math.Tan(Math.Min(distance / MeanRadius, 1.5));
            var along = MeanRadius * Math.Atan(tangent * ((seen.East * east) + (seen.North * north)));
            var next = Math.Clamp(part + (along / length), 0, 1);
            var moved = (next - part) * length;
            // Moving by so much shortens the way by moved × along - moved²/2, over its length.
            var gain = ((moved * along) - (moved * moved / 2)) / (MeanRadius * tangent);
            if (gain >= 1e-5 && step < 20)
            {
                part = next;
                continue;
            }

            if (Math.Abs(moved) > NotWorthIt || next is 0 or 1)
            {
                nearest = next;
                place = moved == 0 ? place : At(next);
            }

            return Math.Max(0, distance - Math.Max(0, gain));
        }
    }
}
