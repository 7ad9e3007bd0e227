using System.Collections.Immutable;
using System.Text;
using NodaTime;
using Pacta.Evidence;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Reports;
using Pacta.Tests.Language;

namespace Pacta.Tests.Help;

/// <summary>
/// Report lines as pages show them: read, and made into a history in the words of a small agreement. They stand alone or behind other reports, all of them or only
/// their odd members written out, in one file or each in its own, in one time zone or another.
/// </summary>
internal static class ReportExamples
{
    private static readonly Agreement Accord = Fragments.Compiled;

    /// <summary>What reports of an exercise say if a page shows only what is odd about them.</summary>
    private static readonly (string Member, string Value)[] Usual =
    [
        ("source", "\"mission\""), ("event", "\"north_wind\""), ("kind", "\"exercise\""), ("time", "\"2021-09-10\""), ("recorded", "\"2021-09-20\""),
    ];

    private static readonly string[] Before =
    [
        """{"id":"r7","source":"mission","recorded":"2021-09-11","event":"north_wind","kind":"exercise","time":"2021-09-10","by":"aland"}""",
        """{"id":"r8","source":"mission","recorded":"2021-09-11","event":"fire_12","kind":"fire","time":"2021-09-10","by":"borland"}""",
        """{"type":"case","id":"c1","case":"incident_12","by":"commission","date":"2024-05-10","stage":"alleged","events":["fire_12"],"accused":["borland"]}""",
    ];

    public static IEnumerable<string[]> CodesOf(string example)
    {
        var lines = example.Split('\n');
        string[] written = [.. lines.Select(WithUsual)];
        foreach (var zone in new[] { DateTimeZone.Utc, DateTimeZoneProviders.Tzdb["Pacific/Apia"] })
        {
            yield return Read(zone, lines);
            yield return Read(zone, written);
            yield return Read(zone, [.. Before, .. lines]);
            yield return Read(zone, [.. Before, .. written]);
            yield return ReadEach(zone, lines);
        }
    }

    private static string[] Read(DateTimeZone zone, string[] lines)
    {
        var bag = new DiagnosticBag();
        return Codes(zone, ReportReader.Read("reports.jsonl", Bytes(string.Join('\n', lines)), bag, keepGoing: true).Records, bag);
    }

    private static string[] ReadEach(DateTimeZone zone, string[] lines)
    {
        var bag = new DiagnosticBag();
        return Codes(zone, [.. lines.SelectMany((line, i) => ReportReader.Read($"reports_{i}.jsonl", Bytes(line), bag, keepGoing: true).Records)], bag);
    }

    private static string[] Codes(DateTimeZone zone, ImmutableArray<ReportRecord> records, DiagnosticBag bag)
    {
        var places = Accord.Tables.Values.Where(t => t.Form is TableForm.Zone or TableForm.Line).Select(t => t.Name).ToImmutableHashSet(StringComparer.Ordinal);
        HistoryBuilder.Build(records, Accord.Vocabulary, zone, null, null, bag, Accord.Matters, places);
        return [.. bag.Items.Select(d => d.Code).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A line with an id and the usual members, where it does not have them. Whatever else is wrong with it stays wrong.</summary>
    private static string WithUsual(string line, int index)
    {
        var missing = Usual.Prepend(("id", $"\"r{index + 1}\"")).Where(u => !line.Contains($"\"{u.Item1}\":", StringComparison.Ordinal)).Select(u => $"\"{u.Item1}\":{u.Item2},");
        return line.StartsWith('{') ? "{" + string.Concat(missing) + line[1..] : line;
    }

    /// <summary>The bytes of a file; one that is no character by itself is shown on a page as <c>\xe9</c>.</summary>
    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text)).Replace("\\xe9", "é", StringComparison.Ordinal));
}
