using System.Collections.Immutable;
using Pacta.Model.Findings;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Html;

/// <summary>What is due, in the order of time; what has no known time stands last.</summary>
internal static class NextSection
{
    public const string Name = "next";

    public static void Write(AgreementPart part)
    {
        var html = part.Html;
        part.Heading(Name, part.Say("html.next"));
        ImmutableArray<Finding> open =
        [
            .. part.Checked.Findings
                .Where(f => f.States.Contains(ClauseState.Open))
                .OrderBy(f => !IsKnown(f, part))
                .ThenBy(f => f.Due?.Latest)
                .ThenBy(f => f.Due?.Earliest),
        ];
        if (open.Length == 0)
        {
            html.Element("p", part.Say("html.next.none"));
            return;
        }

        using (part.Table("next", part.Say("html.next")))
        {
            part.HeaderRow(part.Say("html.time"), part.Say("table.who"), part.Say("html.clause"), part.Say("table.state"), part.Say("page.finding"));
            using (part.Body())
            {
                foreach (var finding in open)
                {
                    WriteRow(part, finding);
                }
            }
        }
    }

    private static bool IsKnown(Finding finding, AgreementPart part) => finding.Due is { } due && TimeWords.HasDue(finding) && part.Times.IsKnown(due);

    private static void WriteRow(AgreementPart part, Finding finding)
    {
        using (part.Row())
        {
            using (part.RowHeader())
            {
                part.Html.Text(IsKnown(finding, part) ? part.Times.Of(finding.Due!.Value) : part.Say("page.not_known"));
            }

            part.Cell(part.Speech.Parties.Of(finding));
            using (part.Cell())
            {
                part.WhoAndAbout(part.Speech.Clauses.Full(finding), part.About(finding));
            }

            using (part.Cell())
            {
                Signs.Show(part.Html, Signs.Of(finding));
                part.Html.Text(part.Speech.States.Of(finding));
            }

            using (part.Cell())
            {
                part.Link(finding);
            }
        }
    }
}
