using System.Collections.Immutable;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Reports.Tracks;

namespace Pacta.Reports.Import;

/// <summary>Tables of positions become records of tracks: one for each object, with its positions in it.</summary>
public static class TrackImporter
{
    /// <summary>A line with an error is located in <paramref name="diagnostics"/> and left out. No input makes it throw.</summary>
    /// <param name="path">As the user named it.</param>
    public static ImportResult Import(string path, Stream input, TextWriter output, TrackMapping mapping, DiagnosticBag diagnostics, Action<int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        var tracks = new Gathered(mapping);
        if (PositionTable.Read(path, input, mapping.Columns, tracks, diagnostics) is not { } count)
        {
            return ImportResult.Nothing;
        }

        ReportWriter.Write(output, tracks.Records(path));
        progress?.Invoke((int)count.Rows);
        return new ImportResult((int)count.Rows, tracks.Count, (int)count.Faulty, (int)(count.Rows - count.Faulty) - tracks.Positions);
    }

    private sealed class Gathered(TrackMapping mapping) : IPositionSink
    {
        private readonly List<(string Id, TrackedThing Thing, List<TrackPosition> Positions)> _tracks = [];

        public int Count => _tracks.Count;

        public int Positions => _tracks.Sum(t => t.Positions.Count);

        public int Begin(string id)
        {
            var thing = mapping.Things.GetValueOrDefault(id) ?? (mapping.Kind is { } kind && id.Length > 0 ? new TrackedThing(id, kind, null) : null);
            if (thing is null)
            {
                return -1;
            }

            _tracks.Add((id, thing, []));
            return _tracks.Count - 1;
        }

        public bool Add(int number, long line, double seconds, double latitude, double longitude)
        {
            var positions = _tracks[number].Positions;
            if (positions.Count > 0 && seconds <= positions[^1].Seconds)
            {
                return false;
            }

            positions.Add(new TrackPosition(seconds, latitude, longitude));
            return true;
        }

        public IEnumerable<TrackRecord> Records(string path) => _tracks.Where(t => t.Positions.Count > 0).Select(t => new TrackRecord(
            $"track-{t.Id}", default, mapping.Source, null, null, null, t.Thing.Event, t.Thing.Kind, t.Thing.Of is { } of ? new ReportedText(of) : null,
            [.. t.Positions], null, mapping.Settings, $"{Path.GetFileName(path)}, {t.Id}"));
    }
}
