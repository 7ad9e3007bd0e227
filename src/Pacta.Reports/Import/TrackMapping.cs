using System.Collections.Immutable;
using System.Text;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Reports.Json;
using Pacta.Reports.Lines;
using Pacta.Reports.Tracks;

namespace Pacta.Reports.Import;

/// <summary>A thing of which a table has positions.</summary>
/// <param name="Event">Its id in reports.</param>
/// <param name="Of">Whose it is; null where nobody says.</param>
public sealed record TrackedThing(string Event, string Kind, string? Of);

/// <summary>How a table of positions becomes tracks.</summary>
/// <param name="Kind">Of what is not in <paramref name="Things"/>; null: that is left out.</param>
/// <param name="Things">By their ids in the table.</param>
public sealed record TrackMapping(
    PositionColumns Columns, string Source, string? Kind, TrackSettings Settings, ImmutableSortedDictionary<string, TrackedThing> Things)
{
    /// <summary>Metres; ships' receivers are better, but what is joined from many sources often is not.</summary>
    public const double UsualAccuracy = 100;

    private const string Example =
        """{"source":"ais","id":"mmsi","things":{"273000001":{"event":"heron","kind":"warship","of":"cedria"}},"entering":"entry","leaving":"exit"}""";

    public static readonly TrackMapping Usual = new(
        PositionColumns.Usual, "ais", null, new TrackSettings(UsualAccuracy, TrackSettings.UsualGap, null, null), ImmutableSortedDictionary<string, TrackedThing>.Empty);

    /// <summary>Null, and why, if it cannot be used.</summary>
    public static TrackMapping? Read(SourceText file, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(file);
        var utf8 = Encoding.UTF8.GetBytes(file.Content);
        var line = new LineContext(file, 1, 0, utf8, diagnostics);
        if (LocatedJson.Parse(utf8, out var problem) is not { Kind: JsonKind.Object } node)
        {
            line.Error("PACTA0603", problem?.Span ?? new ByteSpan(0, Math.Min(1, utf8.Length)), "This mapping is not a JSON object", "cannot be read from here on", "A mapping is one JSON object.", Example);
            return null;
        }

        var members = new Members(line, node, "A mapping of tracks");
        var columns = new PositionColumns(members.Name("time"), members.Name("id"), members.Name("lat"), members.Name("lon"));
        var (source, kind) = (members.Name("source") ?? Usual.Source, members.Name("kind"));
        var accuracy = members.Take("accuracy_m") is { } metres ? (double)(Values.Number(line, metres, "accuracy_m", Example)?.Low ?? 0) : UsualAccuracy;
        var gap = members.Text("gap") is { } text ? TrackLine.GapOf(text) : TrackSettings.UsualGap;
        if (gap is null)
        {
            line.WrongType(node["gap"]!, "gap", "a length of time: hours, minutes, days", """{"gap":"PT6H"}""");
        }

        var settings = new TrackSettings(Math.Max(0, accuracy), gap ?? TrackSettings.UsualGap, members.Name("entering"), members.Name("leaving"));
        var things = members.Take("things") is { } list ? ThingsOf(line, list, kind) : ImmutableSortedDictionary<string, TrackedThing>.Empty;
        members.Finish();
        return line.HasErrors ? null : new TrackMapping(columns, source, kind, settings, things);
    }

    /// <summary>As report files write it: <c>PT6H</c>; null if it is no length of time.</summary>
    public static double? GapOf(string text) => TrackLine.GapOf(text);

    /// <summary>As it is read again.</summary>
    public static string GapText(double seconds) => TrackLine.GapText(seconds);

    private static ImmutableSortedDictionary<string, TrackedThing> ThingsOf(LineContext line, JsonNode node, string? usual)
    {
        var things = ImmutableSortedDictionary.CreateBuilder<string, TrackedThing>(StringComparer.Ordinal);
        if (Members.Of(line, node, "things", "Things", Example) is not { } all)
        {
            return things.ToImmutable();
        }

        foreach (var member in all.Node.Members)
        {
            if (Members.Of(line, member.Value, member.Name, "A thing", Example) is not { } thing)
            {
                continue;
            }

            var happening = thing.Name("event") ?? member.Name;
            var kind = thing.Name("kind") ?? usual ?? thing.RequiredName("kind", "Say which kind of the vocabulary it is.", Example);
            things[member.Name] = new TrackedThing(happening, kind, thing.Name("of"));
            thing.Finish();
        }

        return things.ToImmutable();
    }
}
