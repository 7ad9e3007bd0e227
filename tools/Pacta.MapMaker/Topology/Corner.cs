using System.Text.Json;

namespace Pacta.MapMaker.Topology;

/// <summary>A place in millionths of a degree; the date line is at -180, and the South Pole is one place.</summary>
internal readonly record struct Corner(int X, int Y) : IComparable<Corner>
{
    public const int Turn = 360_000_000;

    /// <summary>As the source has it, with both -180 and 180.</summary>
    public static Corner Of(JsonElement pair) => new(Round(pair[0].GetDouble()), Round(pair[1].GetDouble()));

    public static Corner Of(double latitude, double longitude) => new(Round(longitude), Round(latitude));

    public Corner Joined() => Y <= -90_000_000 ? new Corner(0, -90_000_000) : X == Turn / 2 ? this with { X = -Turn / 2 } : this;

    public int CompareTo(Corner other) => Y != other.Y ? Y.CompareTo(other.Y) : X.CompareTo(other.X);

    /// <summary>How far it is east, the shorter way.</summary>
    public static int East(Corner from, Corner to)
    {
        var east = to.X - from.X;
        return east > Turn / 2 ? east - Turn : east <= -Turn / 2 ? east + Turn : east;
    }

    private static int Round(double degrees) => (int)Math.Round(degrees * 1e6, MidpointRounding.AwayFromZero);
}
