using System.Collections.Immutable;
using Pacta.Model.Time;

namespace Pacta.Model.Reports;

/// <summary>
/// Where one thing was, position after position. Before anything is joined, it becomes observations of the sides of the zones that an agreement draws, and events where
/// one is gone over to the other.
/// </summary>
/// <param name="Event">The id of the thing.</param>
/// <param name="Kind">Its kind: <c>warship</c>.</param>
/// <param name="Of">Whose it is; null where the record does not say.</param>
/// <param name="Positions">In the record itself.</param>
/// <param name="File">A table of positions beside the report file, in place of those in the record.</param>
public sealed record TrackRecord(
    string Id,
    RecordPlace Place,
    string Source,
    string? Origin,
    Moment? Published,
    Moment? Recorded,
    string Event,
    string Kind,
    ReportedValue? Of,
    ImmutableArray<TrackPosition> Positions,
    string? File,
    TrackSettings Settings,
    string? Reference) : ReportRecord
{
    /// <summary>By which id the table has it; null: by that of the thing.</summary>
    public string? IdInFile { get; init; }
}

/// <summary>How a track is read.</summary>
/// <param name="AccuracyMetres">Within how many metres positions are right.</param>
/// <param name="GapSeconds">Of a longer time between two positions nothing is known.</param>
/// <param name="Entering">The kind of event that coming into a zone is; null: no events are made.</param>
/// <param name="Leaving">The kind of event that going out of one is.</param>
public sealed record TrackSettings(double AccuracyMetres, double GapSeconds, string? Entering, string? Leaving)
{
    /// <summary>Six hours.</summary>
    public const double UsualGap = 6 * 3600;
}

/// <summary>Where it was at an instant.</summary>
/// <param name="Seconds">Since 1970 in UTC.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
public readonly record struct TrackPosition(double Seconds, double Latitude, double Longitude);
