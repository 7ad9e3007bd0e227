using Pacta.Geography.Shapes;

namespace Pacta.Geography.Tracks;

/// <summary>How a visit begins or ends.</summary>
public enum VisitEnd
{
    /// <summary>The boundary was crossed, on the way between two positions.</summary>
    Crossed,

    /// <summary>It is the first or the last position that is known of the track.</summary>
    EndOfTrack,

    /// <summary>Before or after it nothing is known for longer than the gap that is allowed.</summary>
    Gap,
}

/// <summary>An instant that is known by the positions before and after it.</summary>
/// <param name="Seconds">As if one had moved evenly along the shortest path. At an end of the track or beside a gap, the position next to it.</param>
/// <param name="NotBefore">The position before.</param>
/// <param name="NotAfter">The position after.</param>
public readonly record struct Bracketed(double Seconds, double NotBefore, double NotAfter);

/// <summary>One stay of a track in a zone.</summary>
/// <param name="Zone">By its number.</param>
/// <param name="From">Where it began; of a crossing, on the boundary.</param>
/// <param name="To">Where it ended.</param>
public readonly record struct Visit(
    int Track, int Zone, Bracketed Entered, Bracketed Left, VisitEnd Beginning, VisitEnd End, GeoPoint From, GeoPoint To)
{
    /// <summary>Seconds between the crossings.</summary>
    public double Dwell => Left.Seconds - Entered.Seconds;

    /// <summary>Seconds for which it was certainly inside, if it moved no other way than along the shortest paths.</summary>
    public double Shortest => Math.Max(0, Left.NotBefore - Entered.NotAfter);

    /// <summary>Seconds for which it may have been inside; what is in gaps is told apart.</summary>
    public double Longest => Left.NotAfter - Entered.NotBefore;
}

/// <summary>A time for which nothing is known of a track.</summary>
public readonly record struct Gap(int Track, double From, double To);

/// <summary>Takes what is found out about tracks, in order of time for each track.</summary>
public interface ITrackSink
{
    /// <summary>A track came into a zone; not called for the first position or the one after a gap.</summary>
    void Entered(int track, int zone, in Bracketed instant, GeoPoint place);

    /// <summary>A track went out of a zone.</summary>
    void Left(int track, int zone, in Bracketed instant, GeoPoint place);

    /// <summary>A visit is over.</summary>
    void Visited(in Visit visit);

    /// <summary>Nothing is known for longer than is allowed.</summary>
    void Missing(in Gap gap);
}

/// <summary>How long a track was in a zone during a window of time, in seconds.</summary>
/// <param name="Dwell">By the crossings as they are computed; nothing is counted for gaps.</param>
/// <param name="Least">At least, whenever between two positions it crossed.</param>
/// <param name="Most">At most: it may have been inside in every gap.</param>
public readonly record struct DwellSum(double Dwell, double Least, double Most)
{
    /// <param name="visits">Of one track in one zone.</param>
    /// <param name="gaps">Of the same track.</param>
    public static DwellSum In(double from, double to, ReadOnlySpan<Visit> visits, ReadOnlySpan<Gap> gaps)
    {
        double dwell = 0, least = 0, most = 0;
        // What may have been inside, without counting twice where one visit's latest end is after the next one's earliest beginning.
        var until = from;
        foreach (ref readonly var v in visits)
        {
            dwell += Overlap(v.Entered.Seconds, v.Left.Seconds);
            least += Overlap(v.Entered.NotAfter, v.Left.NotBefore);
            most += Overlap(Math.Max(until, v.Entered.NotBefore), v.Left.NotAfter);
            until = Math.Max(until, v.Left.NotAfter);
        }

        foreach (ref readonly var g in gaps)
        {
            most += Overlap(g.From, g.To);
        }

        return new DwellSum(dwell, least, most);

        double Overlap(double start, double end) => Math.Max(0, Math.Min(end, to) - Math.Max(start, from));
    }
}
