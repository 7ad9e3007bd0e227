using System.Runtime.InteropServices;
using Pacta.Geography.Geodesics;
using Pacta.Geography.Shapes;
using Pacta.Geography.Zones;

namespace Pacta.Geography.Tracks;

/// <summary>A position of a track by where it stands in its input and when it was.</summary>
/// <param name="Line">As the caller counts.</param>
/// <param name="Seconds">Since when the caller likes.</param>
public readonly record struct TrackPoint(long Line, double Seconds);

/// <summary>Takes what positions show of the sides on which tracks are, in order of time for each track.</summary>
public interface ISideSink
{
    /// <summary>On which side the first position is, or the first one after a gap; called for each zone.</summary>
    void Begun(int track, int zone, Side side, TrackPoint at);

    /// <summary>A position is on another side than the one before.</summary>
    void Changed(int track, int zone, Side side, TrackPoint before, TrackPoint at);

    /// <summary>Both positions are on this side, and the shortest path between them is not all of it.</summary>
    void Passed(int track, int zone, Side side, TrackPoint before, TrackPoint at);

    /// <summary>Between the two nothing is known.</summary>
    void Missing(int track, TrackPoint before, TrackPoint at);
}

/// <summary>
/// Follows many tracks and tells on which sides of zones their positions are, as certain as position and boundary are accurate: what <see cref="TrackFollower"/> is for
/// crossings, this is for what can be said. Who is so many metres away from where the answer changes needs not be looked at again before having gone so far.
/// Not for several threads at once; zones may be shared.
/// </summary>
public sealed class SideFollower
{
    /// <summary>Metres for a degree of latitude or of longitude, at most.</summary>
    private const double MetresPerDegree = 111_700;

    private readonly Zone[] zones;
    private readonly ISideSink sink;
    private readonly List<Track> tracks = [];

    public SideFollower(IReadOnlyList<Zone> zones, ISideSink sink) => (this.zones, this.sink) = ([.. zones], sink);

    /// <summary>A new track; its number.</summary>
    /// <param name="accuracy">Metres within which its positions are right.</param>
    /// <param name="gap">Seconds: of a longer time between two positions nothing is known.</param>
    public int Begin(double accuracy, double gap)
    {
        if (!(gap > 0) || !(accuracy >= 0))
        {
            throw new ArgumentException($"a gap of {gap} s, an accuracy of {accuracy} m: the gap is more than nothing, the accuracy not less", nameof(gap));
        }

        tracks.Add(new Track(zones.Length, accuracy, gap));
        return tracks.Count - 1;
    }

    /// <summary>The next position.</summary>
    /// <returns>Whether it was taken: false if it is no place, or not later than the last one.</returns>
    public bool Add(int track, long line, double seconds, double latitude, double longitude)
    {
        var state = CollectionsMarshal.AsSpan(tracks)[track];
        var passed = seconds - state.At.Seconds;
        if (passed > 0 && passed <= state.Gap)
        {
            var turn = Math.Abs(longitude - state.Longitude);
            var step = MetresPerDegree * (Math.Abs(latitude - state.Latitude) + Math.Min(turn, Math.Abs(360 - turn)));
            if (state.Gone + step < state.NextDue && Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 360)
            {
                state.Gone += step;
                (state.At, state.Latitude, state.Longitude) = (new TrackPoint(line, seconds), latitude, longitude);
                return true;
            }
        }

        var place = new GeoPoint(latitude, longitude);
        if (!place.IsValid || !double.IsFinite(seconds) || (state.IsBegun && passed <= 0))
        {
            return false;
        }

        Look(track, state, new TrackPoint(line, seconds), place);
        return true;
    }

    /// <summary>The last position of a track; null if there is none yet.</summary>
    public TrackPoint? Last(int track) => tracks[track].IsBegun ? tracks[track].At : null;

    private void Look(int track, Track state, TrackPoint at, GeoPoint place)
    {
        if (state.IsBegun && at.Seconds - state.At.Seconds <= state.Gap)
        {
            Move(track, state, at, place);
        }
        else
        {
            if (state.IsBegun)
            {
                sink.Missing(track, state.At, at);
            }

            for (var zone = 0; zone < zones.Length; zone++)
            {
                (state.Sides[zone], state.Due[zone]) = SideAt(state, zone, place.Latitude, place.Longitude);
                sink.Begun(track, zone, state.Sides[zone], at);
            }

            state.Gone = 0;
            state.SetNextDue();
        }

        (state.IsBegun, state.At, state.Latitude, state.Longitude) = (true, at, place.Latitude, place.Longitude);
    }

    private void Move(int track, Track state, TrackPoint at, GeoPoint place)
    {
        var from = new GeoPoint(state.Latitude, state.Longitude);
        var length = from.DistanceTo(place);
        var before = state.Gone;
        state.Gone += length;
        if (state.Gone < state.NextDue)
        {
            return;
        }

        for (var zone = 0; zone < zones.Length; zone++)
        {
            if (state.Due[zone] > state.Gone)
            {
                continue;
            }

            var (side, free) = SideAt(state, zone, place.Latitude, place.Longitude);
            if (side != state.Sides[zone])
            {
                sink.Changed(track, zone, side, state.At, at);
            }
            else if (side != Side.Unknown && Math.Max(0, state.Due[zone] - before) + free < length && !IsAllOn(side, state, zone, from, place, length))
            {
                sink.Passed(track, zone, side, state.At, at);
            }

            state.Sides[zone] = side;
            state.Due[zone] = state.Gone + free;
        }

        state.SetNextDue();
    }

    /// <summary>The side of a place, and how many metres farther on the answer may be another one.</summary>
    private (Side Side, double Free) SideAt(Track state, int zone, double latitude, double longitude)
    {
        var signed = zones[zone].Signed(latitude, longitude);
        var doubt = state.Accuracy + zones[zone].Accuracy;
        return signed >= doubt ? (Side.Inside, signed - doubt) : signed < -doubt ? (Side.Outside, -doubt - signed)
            : (Side.Unknown, Math.Min(doubt - signed, doubt + signed));
    }

    /// <summary>Goes along the shortest path in steps of what the distance allows; a metre, or a tenth of the accuracy, at least.</summary>
    private bool IsAllOn(Side side, Track state, int zone, GeoPoint from, GeoPoint to, double length)
    {
        var line = GeodesicLine.Between(from.Latitude, from.Longitude, to.Latitude, to.Longitude);
        var least = Math.Max(1, state.Accuracy / 10);
        for (var at = 0.0; at < length;)
        {
            var p = line.At(at);
            var (here, free) = SideAt(state, zone, p.Latitude, p.Longitude);
            if (here != side)
            {
                return false;
            }

            at += Math.Max(free, least);
        }

        return true;
    }

    private sealed class Track(int zones, double accuracy, double gap)
    {
        public readonly double Accuracy = accuracy;
        public readonly double Gap = gap;
        public bool IsBegun;
        public TrackPoint At = new(0, double.NaN);
        public double Latitude;
        public double Longitude;

        /// <summary>Metres gone since the beginning, at least as many as really.</summary>
        public double Gone;

        /// <summary>For each zone, at how many metres it has to be looked at.</summary>
        public readonly double[] Due = new double[zones];
        public double NextDue;
        public readonly Side[] Sides = new Side[zones];

        public void SetNextDue()
        {
            NextDue = double.PositiveInfinity;
            foreach (var due in Due)
            {
                NextDue = Math.Min(NextDue, due);
            }
        }
    }
}
