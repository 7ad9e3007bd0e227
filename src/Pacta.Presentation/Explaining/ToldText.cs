using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Time;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Text;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Explaining;

/// <summary>What was told of a finding, each beside what is found today of the same records.</summary>
internal static class ToldText
{
    public static void Write(Page page, Agreement agreement, ImmutableArray<ToldVersion> told, Speech speech)
    {
        if (told.Length == 0)
        {
            return;
        }

        var times = new TimeWords(agreement.Calendar, speech.Phrases);
        page.Heading(speech.Phrases.Say("history.told"));
        foreach (var version in told)
        {
            var words = version.Told.States.Length == 0 ? speech.Phrases.Say("history.none_yet") : version.Told.Words;
            page.Paragraph($"{times.Of(InstantRange.At(version.At))} {words}", string.Empty);
            page.Paragraph(string.Join(", ", Options(version.Told).Prepend(speech.Phrases.Numbered("history.told_of", (int)version.Told.Records))), "    ");
            page.Paragraph(
                version.Differences.Length == 0
                    ? speech.Phrases.Say("history.told_same")
                    : speech.Phrases.Say("history.told_differs", version.Found is { } found ? speech.Standing(found) : speech.Phrases.Say("history.none_yet")),
                "    ");
            foreach (var difference in version.Differences)
            {
                page.Paragraph(speech.Phrases.Say("history.told_why." + Names.Snake(difference), version.Told.Version), "    ");
            }
        }
    }

    private static IEnumerable<string> Options(ToldFinding told)
    {
        foreach (var (option, value) in new[] { ("--as-of", told.AsOf), ("--published-as-of", told.PublishedAsOf), ("--until", told.Until) })
        {
            if (value is not null)
            {
                yield return $"{option} {value}";
            }
        }
    }
}
