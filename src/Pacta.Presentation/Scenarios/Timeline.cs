using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Reports;
using Pacta.Presentation.Text;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Scenarios;

/// <summary>What a scenario tells, as it stands there, with the changes of what was found between: in the order of time.</summary>
internal static class Timeline
{
    private const int MostLines = 24;

    public static void Write(TextWriter output, Agreement agreement, Scenario scenario, Expectation expectation, ImmutableArray<Finding> found, Speech speech, string margin, Screen screen)
    {
        var zone = agreement.Calendar.Zone;
        var times = new TimeWords(agreement.Calendar, speech.Phrases);
        var lines = scenario.Reports
            .Select(r => (At: TimeOf(r, zone), r.Place.Line))
            .Where(r => r.Line > 0)
            .GroupBy(r => r.Line)
            .Select(g => (At: g.Min(r => r.At), Rank: 0, Text: scenario.Origin.File.LineAt(g.Key).Trim()))
            .Concat(found.SelectMany(f => f.Changes.Select(c => (At: c.At.Earliest, Rank: 1, Text: $"{times.Of(c.At)}  -> {speech.States.Of(c.State)} ({speech.Parties.Of(f)})"))))
            .Append((At: expectation.On.In(zone).Latest, Rank: 2, Text: $"{expectation.On}  here it is looked at"))
            .OrderBy(l => l.At)
            .ThenBy(l => l.Rank)
            .Select(l => l.Text)
            .ToList();
        foreach (var line in lines.Take(MostLines).SelectMany(l => Wrapping.Hanging(l, margin, margin + "  ", screen.Width)))
        {
            output.Write(line + "\n");
        }

        if (lines.Count > MostLines)
        {
            output.Write(string.Create(CultureInfo.InvariantCulture, $"{margin}and {lines.Count - MostLines} more\n"));
        }
    }

    private static Instant TimeOf(ReportRecord record, DateTimeZone zone) => record switch
    {
        Report { Claims: [{ Time: { } time }, ..] } => time.In(zone).Earliest,
        JudgementRecord judgement => judgement.Time.In(zone).Earliest,
        _ => (record.Stated ?? Model.Time.Moment.At(NodaConstants.UnixEpoch)).In(zone).Earliest,
    };
}
