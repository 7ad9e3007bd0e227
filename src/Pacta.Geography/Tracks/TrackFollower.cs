using Pacta.Geography.Geodesics;
using Pacta.Geography.Shapes;
using Pacta.Geography.Zones;

namespace Pacta.Geography.Tracks;

/// <summary>
/// Follows many tracks through many zones, position by position, and tells when each comes into a zone and leaves it. Between positions one is taken to go along the
/// shortest path. Who is so many metres away from a boundary needs not be looked at again before having gone so far; so almost every position costs an addition.
/// Not for several threads at once; zones may be shared.
/// </summary>
public sealed class TrackFollower
{
    /// <summary>Metres for a degree of latitude or of longitude, at most.</summary>
    private const double MetresPerDegree = 111_700;

    private readonly Zone[] zones;
    private readonly ITrackSink sink;
    private readonly double gap;
    private readonly double precision;
    private Track?[] tracks = new Track?[16];

    /// <param name="gap">Seconds: of a longer time between two positions nothing is known.</param>
    /// <param name="precision">Metres along the path to which crossings are found. Visits that are shorter may be missed.</param>
    public TrackFollower(IReadOnlyList<Zone> zones, ITrackSink sink, double gap = double.PositiveInfinity, double precision = 1)
    {
        (this.zones, this.sink, this.gap, this.precision) = ([.. zones], sink, gap, precision);
        if (!(gap > 0) || !(precision > 0))
        {
            throw new ArgumentException($"a gap of {gap} s, a precision of {precision} m: both are more than nothing", nameof(gap));
        }
    }

    /// <summary>The next position of a track.</summary>
    /// <param name="track">A small number, from 0: room is kept for all numbers below it.</param>
    /// <param name="seconds">Since when one likes.</param>
    /// <exception cref="ArgumentException">It is before the last one, or no place.</exception>
    public void Add(int track, double seconds, double latitude, double longitude)
    {
        var state = track < tracks.Length ? tracks[track] : null;
        // The quick way out: nothing that is asked for can have happened.
        if (state is not null && seconds >= state.Seconds && seconds - state.Seconds <= gap)
        {
            var turn = Math.Abs(longitude - state.Place.Longitude);
            var step = MetresPerDegree * (Math.Abs(latitude - state.Place.Latitude) + Math.Min(turn, Math.Abs(360 - turn)));
            if (state.Gone + step < state.NextDue && Math.Abs(latitude) <= 90)
            {
                state.Gone += step;
                state.Seconds = seconds;
                state.Place = new GeoPoint(latitude, longitude);
                return;
            }
        }

        Look(track, state, seconds, new GeoPoint(latitude, longitude));
    }

    /// <summary>No more positions of any track will come: visits that go on end with their last position.</summary>
    public void End()
    {
        for (var track = 0; track < tracks.Length; track++)
        {
            if (tracks[track] is { } state)
            {
                Close(track, state, VisitEnd.EndOfTrack);
                tracks[track] = null;
            }
        }
    }

    private void Look(int track, Track? state, double seconds, GeoPoint place)
    {
        if (!place.IsValid || double.IsNaN(seconds) || seconds < state?.Seconds)
        {
            throw new ArgumentException(seconds < state?.Seconds
                ? $"track {track}: the position at {seconds} s comes after the one at {state.Seconds} s; sort positions by time"
                : $"track {track}: {place} at {seconds} s is no latitude and longitude in degrees");
        }

        if (state is null)
        {
            Begin(track, Keep(track), seconds, place, VisitEnd.EndOfTrack);
        }
        else if (seconds - state.Seconds > gap)
        {
            Close(track, state, VisitEnd.Gap);
            sink.Missing(new Gap(track, state.Seconds, seconds));
            Begin(track, state, seconds, place, VisitEnd.Gap);
        }
        else
        {
            Move(track, state, seconds, place);
        }
    }

    private Track Keep(int track)
    {
        if (track >= tracks.Length)
        {
            Array.Resize(ref tracks, Math.Max(track + 1, tracks.Length * 2));
        }

        return tracks[track] = new Track(zones.Length);
    }

    private void Begin(int track, Track state, double seconds, GeoPoint place, VisitEnd beginning)
    {
        (state.Seconds, state.Place, state.Gone) = (seconds, place, 0);
        for (var zone = 0; zone < zones.Length; zone++)
        {
            var signed = zones[zone].Signed(place.Latitude, place.Longitude);
            state.Due[zone] = Math.Abs(signed);
            state.Inside[zone] = signed >= 0;
            if (signed >= 0)
            {
                state.Stays[zone] = new Stay(new Bracketed(seconds, seconds, seconds), beginning, place);
            }
        }

        state.SetNextDue();
    }

    private void Close(int track, Track state, VisitEnd end)
    {
        for (var zone = 0; zone < zones.Length; zone++)
        {
            if (state.Inside[zone])
            {
                var stay = state.Stays[zone];
                sink.Visited(new Visit(
                    track, zone, stay.Entered, new Bracketed(state.Seconds, state.Seconds, state.Seconds), stay.Beginning, end, stay.From, state.Place));
            }
        }
    }

    private void Move(int track, Track state, double seconds, GeoPoint place)
    {
        var length = state.Place.DistanceTo(place);
        var before = state.Gone;
        state.Gone += length;
        if (state.Gone >= state.NextDue)
        {
            for (var zone = 0; zone < zones.Length; zone++)
            {
                if (state.Due[zone] > state.Gone)
                {
                    continue;
                }

                // Far enough from the boundary at the end of the step to have been so during all of it.
                var signed = zones[zone].Signed(place.Latitude, place.Longitude);
                state.Due[zone] = Math.Abs(signed) > length ? state.Gone + Math.Abs(signed)
                    : state.Gone + March(track, state, zone, Math.Max(0, state.Due[zone] - before), length, seconds, place);
            }

            state.SetNextDue();
        }

        (state.Seconds, state.Place) = (seconds, place);
    }

    /// <summary>Goes along the step by what the distance to the boundary allows, or by the precision.</summary>
    /// <param name="at">Up to where nothing can have happened, in metres.</param>
    /// <returns>How far one may go from the end of the step.</returns>
    private double March(int track, Track state, int zone, double at, double length, double seconds, GeoPoint place)
    {
        if (length == 0)
        {
            return 0;
        }

        var line = GeodesicLine.Between(state.Place.Latitude, state.Place.Longitude, place.Latitude, place.Longitude);
        var last = 0.0;
        while (true)
        {
            at = Math.Min(at, length);
            var signed = Signed(zone, line, at);
            if (signed >= 0 != state.Inside[zone])
            {
                Cross(track, state, zone, line, Crossing(zone, line, last, at, state.Inside[zone]), seconds);
            }

            if (at == length)
            {
                return Math.Abs(signed);
            }

            last = at;
            at += Math.Max(Math.Abs(signed), precision);
        }
    }

    /// <summary>Halves the way between a place on one side and one on the other.</summary>
    private double Crossing(int zone, in GeodesicLine line, double low, double high, bool inside)
    {
        while (high - low > precision / 8)
        {
            var middle = (low + high) / 2;
            if (Signed(zone, line, middle) >= 0 == inside)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return (low + high) / 2;
    }

    private void Cross(int track, Track state, int zone, in GeodesicLine line, double at, double seconds)
    {
        var position = line.At(at);
        var place = new GeoPoint(position.Latitude, position.Longitude);
        var instant = new Bracketed(state.Seconds + (at / line.Length * (seconds - state.Seconds)), state.Seconds, seconds);
        state.Inside[zone] = !state.Inside[zone];
        if (state.Inside[zone])
        {
            state.Stays[zone] = new Stay(instant, VisitEnd.Crossed, place);
            sink.Entered(track, zone, instant, place);
            return;
        }

        var stay = state.Stays[zone];
        sink.Left(track, zone, instant, place);
        sink.Visited(new Visit(track, zone, stay.Entered, instant, stay.Beginning, VisitEnd.Crossed, stay.From, place));
    }

    private double Signed(int zone, in GeodesicLine line, double at)
    {
        var p = line.At(at);
        return zones[zone].Signed(p.Latitude, p.Longitude);
    }

    private readonly record struct Stay(Bracketed Entered, VisitEnd Beginning, GeoPoint From);

    private sealed class Track(int zones)
    {
        public double Seconds;
        public GeoPoint Place;

        /// <summary>Metres gone since the beginning, at least as many as really.</summary>
        public double Gone;

        /// <summary>For each zone, at how many metres it has to be looked at.</summary>
        public readonly double[] Due = new double[zones];
        public double NextDue;
        public readonly bool[] Inside = new bool[zones];
        public readonly Stay[] Stays = new Stay[zones];

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
