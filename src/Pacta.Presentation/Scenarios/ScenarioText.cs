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

    public static void WriteTitle(TextWriter output, Scenario scenario, bool isPassed, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(screen);
        Paragraph(output, scenario.Title, isPassed ? "  ok    " : "  FAIL  ", screen);
    }

    /// <param name="problem">What was found instead.</param>
    public static void WriteFailure(
        TextWriter output, Agreement agreement, Expectation expectation, string problem, ImmutableArray<Finding> found, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(expectation);
        var place = expectation.Origin.File.PositionOf(expectation.Origin.Span.Start);
        Paragraph(output, string.Create(CultureInfo.InvariantCulture, $"{expectation.Origin.File.Path}:{place.Line}"), "        ", screen);
        Paragraph(output, expectation.Text, "        expected: ", screen);
        Paragraph(output, problem, "        found:    ", screen);
        foreach (var finding in found.Take(MostFindings))
        {
            Paragraph(output, $"{ClauseWords.Full(finding)}, {PartyWords.Of(finding)}: {StateWords.Of(finding)}{(finding.IsClaim ? string.Empty : ", " + CertaintyWords.Of(finding.Certainty))}", "        because:  ", screen);
            foreach (var (depth, sentence) in new Story(StepWords.For(finding, new TimeWords(agreement.Calendar))).Of(finding.Derivation).Take(MostSentences))
            {
                Paragraph(output, sentence, new string(' ', 18 + (2 * depth)), screen);
            }
        }

        if (found.Length > MostFindings)
        {
            Paragraph(output, string.Create(CultureInfo.InvariantCulture, $"and {found.Length - MostFindings} more findings"), "                  ", screen);
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
