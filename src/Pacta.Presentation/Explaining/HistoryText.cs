using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Time;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Text;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Explaining;

/// <summary>How a finding changed, version by version: from when on it was so, how it stood, and what had come in.</summary>
public static class HistoryText
{
    /// <param name="versions">At least one of which has a finding; none, where it was only told.</param>
    /// <param name="told">What was told of it at the time, as a store has it.</param>
    public static void Write(
        TextWriter output, Agreement agreement, ImmutableArray<FindingVersion> versions, ImmutableArray<ToldVersion> told, Speech speech, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(speech);
        var page = new Page(output, screen);
        var times = new TimeWords(agreement.Calendar, speech.Phrases);
        var last = versions.Select(v => v.Finding).OfType<Finding>().LastOrDefault();
        page.Title(last is null ? told[^1].Told.Clause : Headline.Of(last, speech));
        page.Fact(speech.Phrases.Say("page.finding"), last?.Id ?? told[^1].Told.Id);
        page.Fact(speech.Phrases.Say("page.agreement"), last is null ? agreement.Title : speech.Phrases.Say("page.agreement_of", agreement.Title, speech.Clauses.Of(last.Status)));
        page.Line();
        var before = string.Empty;
        foreach (var version in versions)
        {
            var state = version.Finding is { } finding
                ? speech.Standing(finding)
                : speech.Phrases.Say("history.none_yet");
            page.Paragraph($"{times.Of(InstantRange.At(version.AsOf))}  {(state == before ? speech.Phrases.Say("history.same") : state)}", string.Empty);
            foreach (var cause in version.Causes.Select(c => speech.Records.Of(c, times)).DefaultIfEmpty(speech.Phrases.Say(before.Length == 0 ? "history.begins" : "history.time_passed")))
            {
                page.Paragraph(cause, "    ");
            }

            if (version.Finding is { Certainty: not Certainty.Certain } open)
            {
                page.Paragraph(speech.Reasons.Short(open), "    ");
            }

            before = state;
        }

        page.Line();
        page.Line(speech.Phrases.Numbered("history.versions", versions.Length));
        ToldText.Write(page, agreement, told, speech);
    }
}
