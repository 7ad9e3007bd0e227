using System.Collections.Immutable;
using System.Security.Cryptography;
using Pacta.Checking.Tracks;
using Pacta.Cli.Commands;
using Pacta.Cli.Hosting;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Presentation.Runs;
using Pacta.Reports.Tracks;

namespace Pacta.Cli.Inputs;

/// <summary>Tracks in report files, and tables of positions beside them, become reports.</summary>
internal static class TrackInputs
{
    public static LoadedReports AddTo(LoadedReports reports, TrackWords words, ImmutableArray<Agreement> agreements, Host host, DiagnosticBag bag)
    {
        if (words.Files.IsEmpty && !reports.Records.Any(r => r is TrackRecord))
        {
            return reports;
        }

        var gathering = new TrackGathering(agreements);
        var records = ImmutableArray.CreateBuilder<ReportRecord>();
        var files = reports.Files.ToBuilder();
        foreach (var record in reports.Records)
        {
            if (record is not TrackRecord track)
            {
                records.Add(record);
                continue;
            }

            var number = gathering.Begin(track);
            if (track.File is { } file)
            {
                var path = Path.Combine(Path.GetDirectoryName(track.Place.File) ?? string.Empty, file);
                Read(path, new OneThing(gathering, number, track.IdInFile ?? track.Event), needsId: false);
            }

            records.AddRange(gathering.Reports(number));
        }

        var things = new Lazy<Dictionary<string, (string Kind, ReportedValue? Of)>>(() => ThingsOf(reports.Records));
        foreach (var path in words.Files)
        {
            var all = new AllThings(gathering, path, words, things.Value);
            Read(path, all, needsId: true);
            foreach (var number in all.Numbers)
            {
                records.AddRange(gathering.Reports(number));
            }

            if (all.Unknown.Count > 0)
            {
                bag.Add(CommandErrors.TracksOfNothing(path, all.Unknown));
            }
        }

        return reports with { Records = records.ToImmutable(), Files = files.ToImmutable() };

        void Read(string path, IPositionSink sink, bool needsId)
        {
            if (InputFile.Open(path, host.Input, bag) is not { } stream)
            {
                return;
            }

            using (stream)
            {
                if (PositionTable.Read(path, stream, PositionColumns.Usual, sink, bag, Severity.Warning, needsId) is { } count)
                {
                    files.Add(new ReportInput(InputFile.NameOf(path), (int)Math.Min(count.Rows, int.MaxValue), () => Hash(path)));
                }
            }
        }
    }

    /// <summary>Of the bytes, as they are: the order of positions matters.</summary>
    private static string Hash(string path)
    {
        if (path == InputFile.StandardInput)
        {
            return new string('0', 64);
        }

        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>What reports say of things: their kinds, and whose they are.</summary>
    private static Dictionary<string, (string Kind, ReportedValue? Of)> ThingsOf(IEnumerable<ReportRecord> records)
    {
        var things = new Dictionary<string, (string Kind, ReportedValue? Of)>(StringComparer.Ordinal);
        foreach (var claim in records.OfType<Report>().SelectMany(r => r.Claims).Where(c => c.Polarity == Polarity.Asserts))
        {
            var of = claim.Roles.GetValueOrDefault("of");
            if (!things.TryGetValue(claim.Event, out var known) || known.Of is null)
            {
                things[claim.Event] = (known.Kind ?? claim.Kind, of);
            }
        }

        return things;
    }

    private sealed class OneThing(TrackGathering gathering, int number, string id) : IPositionSink
    {
        public int Begin(string idOfRow) => idOfRow.Length == 0 || idOfRow == id ? number : -1;

        public bool Add(int track, long line, double seconds, double latitude, double longitude) => gathering.Add(track, line, seconds, latitude, longitude);
    }

    private sealed class AllThings(TrackGathering gathering, string path, TrackWords words, Dictionary<string, (string Kind, ReportedValue? Of)> things) : IPositionSink
    {
        public List<int> Numbers { get; } = [];

        public List<string> Unknown { get; } = [];

        public int Begin(string id)
        {
            if (!things.TryGetValue(id, out var thing))
            {
                Unknown.Add(id);
                return -1;
            }

            var name = InputFile.NameOf(path);
            Numbers.Add(gathering.Begin(new TrackRecord(
                $"{name}/{id}", new RecordPlace(path, 1), words.Source, null, null, null, id, thing.Kind, thing.Of, [], name, words.Settings, null)));
            return Numbers[^1];
        }

        public bool Add(int track, long line, double seconds, double latitude, double longitude) => gathering.Add(track, line, seconds, latitude, longitude);
    }
}
