using System.Collections.Immutable;
using Pacta.Model.Findings;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Html;

/// <summary>
/// What is contested or undetermined, what that hangs on, and which choice leads to which state. Every choice is told, in the order in which the
/// finding has them, which does not depend on who reported first.
/// </summary>
internal static class QuestionsSection
{
    public const string Name = "questions";

    public static void Write(AgreementPart part)
    {
        var html = part.Html;
        part.Heading(Name, part.Say("html.questions"));
        var open = part.Shown.Where(f => f is { IsClaim: false, Certainty: not Certainty.Certain }).ToList();
        if (open.Count == 0)
        {
            html.Element("p", part.Say("html.questions.none"));
            return;
        }

        html.Element("p", part.Say("html.questions.intro"), ("class", "remark"));
        foreach (var certainty in open.GroupBy(f => f.Certainty).OrderBy(g => g.Key))
        {
            html.Element("h4", part.Say("html.certainty", part.Speech.Certainties.Of(certainty.Key)));
            using (html.In("ul", ("class", "questions")))
            {
                foreach (var alike in certainty.GroupBy(f => Asked.Of(f, part.Speech)))
                {
                    WriteQuestion(part, alike.Key, [.. alike]);
                }
            }
        }
    }

    private static void WriteQuestion(AgreementPart part, Asked asked, ImmutableArray<Finding> findings)
    {
        var html = part.Html;
        using (html.In("li"))
        {
            using (html.In("p"))
            {
                html.Element("strong", asked.Headline);
                foreach (var finding in findings)
                {
                    html.Text(" ");
                    part.Link(finding);
                }
            }

            part.List(asked.HangsOn);
            WriteOutcomes(part, asked.Outcomes);
        }
    }

    /// <summary>Which choice leads to which state; the choices one below the other, none of them marked.</summary>
    public static void WriteOutcomes(AgreementPart part, ImmutableArray<string> outcomes)
    {
        if (outcomes.Length > 0)
        {
            using (part.Html.In("ul", ("class", "outcomes")))
            {
                foreach (var outcome in outcomes)
                {
                    part.Html.Element("li", outcome, ("dir", "auto"));
                }
            }
        }
    }

    /// <summary>A question as it is told: findings that ask the same are one.</summary>
    private sealed record Asked(string Headline, ImmutableArray<string> HangsOn, ImmutableArray<string> Outcomes)
    {
        public static Asked Of(Finding finding, Speech speech) => new(
            Explaining.Headline.Of(finding, speech),
            [.. ReasonWords.InOrder(finding).Select(speech.Causes.Of), .. speech.Notes.OnlyUnder(finding).Select(n => speech.Phrases.Say("page.only_under", n))],
            speech.Reasons.Outcomes(finding));

        public bool Equals(Asked? other) => other is not null && Headline == other.Headline
            && HangsOn.AsSpan().SequenceEqual(other.HangsOn.AsSpan()) && Outcomes.AsSpan().SequenceEqual(other.Outcomes.AsSpan());

        public override int GetHashCode() => Headline.GetHashCode(StringComparison.Ordinal);
    }
}
