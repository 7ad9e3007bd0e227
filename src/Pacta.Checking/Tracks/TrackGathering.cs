using System.Collections.Immutable;
using Pacta.Geography.Tracks;
using Pacta.Model.Agreements;
using Pacta.Model.Reports;

namespace Pacta.Checking.Tracks;

/// <summary>
/// Takes the positions of tracks as they come, of as many at once as one likes, and makes reports of them: of the zones that the agreements draw, where each thing was when.
/// Only what changes is kept. Not for several threads at once.
/// </summary>
public sealed class TrackGathering
{
    private readonly SidedPlaces _places;
    private readonly SideLog _log = new();
    private readonly SideFollower _follower;
    private readonly List<TrackRecord> _tracks = [];

    public TrackGathering(ImmutableArray<Agreement> agreements)
    {
        _places = new SidedPlaces(agreements);
        _follower = new SideFollower(_places.Zones, _log);
    }

    /// <summary>A track whose positions are to come; its number. Positions in the record itself are taken at once, those that are no later than the one before left out.</summary>
    public int Begin(TrackRecord track)
    {
        ArgumentNullException.ThrowIfNull(track);
        _tracks.Add(track);
        _log.Begin();
        var number = _follower.Begin(track.Settings.AccuracyMetres, track.Settings.GapSeconds);
        for (var i = 0; i < track.Positions.Length; i++)
        {
            Add(number, i + 1, track.Positions[i].Seconds, track.Positions[i].Latitude, track.Positions[i].Longitude);
        }

        return number;
    }

    /// <summary>The next position of a track.</summary>
    /// <param name="line">Where it stands: findings cite it.</param>
    /// <param name="seconds">Since 1970 in UTC.</param>
    /// <returns>Whether it was taken: false if it is no place, or not later than the last one.</returns>
    public bool Add(int track, long line, double seconds, double latitude, double longitude) => _follower.Add(track, line, seconds, latitude, longitude);

    /// <summary>
    /// The reports of a track. One that says when it was made is one report; of any other, each thing that positions show is a report of its own, which was made when it
    /// happened.
    /// </summary>
    public IEnumerable<Report> Reports(int number)
    {
        var track = _tracks[number];
        var claims = TrackClaims.Of(_places, track, _log.Turns(number), _follower.Last(number));
        return claims.IsEmpty ? []
            : track.Stated is not null ? [Of(track, track.Id, claims)]
            : claims.Select(c => Of(track, c.Id, [c]));
    }

    /// <summary>The records with reports in the place of tracks that have their positions with them.</summary>
    public static ImmutableArray<ReportRecord> Expand(ImmutableArray<Agreement> agreements, ImmutableArray<ReportRecord> records)
    {
        if (!records.Any(r => r is TrackRecord { File: null }))
        {
            return records;
        }

        var gathering = new TrackGathering(agreements);
        return [.. records.SelectMany<ReportRecord, ReportRecord>(r => r is TrackRecord { File: null } track ? gathering.Reports(gathering.Begin(track)) : [r])];
    }

    private static Report Of(TrackRecord track, string id, ImmutableArray<Claim> claims) =>
        new(id, track.Place, track.Source, track.Origin, track.Published, track.Recorded, null, [], claims, track.Reference);
}
