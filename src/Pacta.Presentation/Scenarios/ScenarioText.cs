using System.Collections.Immutable;
using System.Globalization;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Presentation.Explaining;
using Pacta.Presentation.Text;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Scenarios;

/// <summary>How scenarios came out, with the words of the scenario: what was expected, what was found, and why.</summary>
public static class ScenarioText
{
    private const int MostFindings = 3;
    private const int MostSentences = 8;

    /// <summary>Under what was found.</summary>
    private const int Margin = 18;

    public static void WriteTitle(TextWriter output, Scenario scenario, bool isPassed, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(screen);
        Paragraph(output, scenario.Title, isPassed ? "  ok    " : "  FAIL  ", screen);
    }

    /// <param name="problem">What was found instead.</param>
    public static void WriteFailure(
        TextWriter output, Agreement agreement, Scenario scenario, Expectation expectation, string problem, ImmutableArray<Finding> found, Speech speech, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(expectation);
        var place = expectation.Origin.File.PositionOf(expectation.Origin.Span.Start);
        Paragraph(output, string.Create(CultureInfo.InvariantCulture, $"{expectation.Origin.File.Path}:{place.Line}"), "        ", screen);
        Paragraph(output, expectation.Text, "        expected: ", screen);
        Paragraph(output, problem, "        found:    ", screen);
        foreach (var finding in found.Take(MostFindings))
        {
            Paragraph(output, $"{speech.Clauses.Full(finding)}, {speech.Parties.Of(finding)}: {speech.States.Of(finding)}{(finding.IsClaim ? string.Empty : ", " + speech.Certainties.Of(finding.Certainty))}", "        because:  ", screen);
            Tell(output, finding, agreement, speech, screen);
        }

        if (found.Length > MostFindings)
        {
            Paragraph(output, string.Create(CultureInfo.InvariantCulture, $"and {found.Length - MostFindings} more findings"), "                  ", screen);
        }

        output.Write("        in time:\n");
        Timeline.Write(output, agreement, scenario, expectation, [.. found.Take(MostFindings)], speech, new string(' ', 10), screen);
    }

    /// <summary>Why a finding is as it is. Where readings differ each is told by itself: what was written first is not the answer.</summary>
    private static void Tell(TextWriter output, Finding finding, Agreement agreement, Speech speech, Screen screen)
    {
        var times = new TimeWords(agreement.Calendar, speech.Phrases);
        var measures = Measures.Of(agreement);
        if (finding.ByReading.Length == 0)
        {
            Tell(output, finding, times, measures, 0, speech, screen);
            return;
        }

        foreach (var under in finding.ByReading)
        {
            Paragraph(output, speech.Phrases.Say("page.under", speech.Readings.Of(under), speech.Readings.StateOf(under, finding.Status.Standing)) + ".", new string(' ', Margin), screen);
            if (under.Finding is { } found)
            {
                Tell(output, found, times, measures, 1, speech, screen);
            }
        }
    }

    private static void Tell(TextWriter output, Finding finding, TimeWords times, Measures measures, int depth, Speech speech, Screen screen)
    {
        foreach (var (below, sentence) in new Story(StepWords.For(finding, times, speech, measures)).Of(finding.Derivation).Take(MostSentences))
        {
            Paragraph(output, sentence, new string(' ', Margin + (2 * (depth + below))), screen);
        }
    }

    private static void Paragraph(TextWriter output, string text, string first, Screen screen)
    {
        foreach (var line in Wrapping.Hanging(text, first, new string(' ', first.Length), screen.Width))
        {
            output.Write(line + "\n");
        }
    }
}
