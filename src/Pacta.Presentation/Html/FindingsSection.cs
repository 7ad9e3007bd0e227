using System.Globalization;
using Pacta.Presentation.Explaining;

namespace Pacta.Presentation.Html;

/// <summary>The findings one by one, under the clause that they are about: its text in every language, and the sentence as it is encoded.</summary>
internal static class FindingsSection
{
    public const string Name = "findings";

    /// <summary>
    /// Up to so many findings the derivations stand open; beyond, a reader opens those that matter, and the browser lays out what is looked at.
    /// Paper has them, but for findings that are simply consistent.
    /// </summary>
    private const int FewFindings = 40;

    public static void Write(AgreementPart part)
    {
        part.Heading(Name, part.Say("html.findings"));
        if (part.Shown.Length == 0)
        {
            part.Html.Element("p", part.Say("table.no_findings"));
            return;
        }

        var number = 0;
        foreach (var clause in part.Shown.GroupBy(f => f.ClausePath, StringComparer.Ordinal))
        {
            number++;
            var anchor = part.Anchor(string.Create(CultureInfo.InvariantCulture, $"clause-{number}"));
            WriteClause(part, new Explanation(part.Checked, clause.First()), anchor);
            foreach (var finding in clause)
            {
                FindingArticle.Write(part, finding, anchor, isOneOfMany: part.Shown.Length > FewFindings);
            }
        }
    }

    private static void WriteClause(AgreementPart part, Explanation explanation, string anchor)
    {
        var (html, finding) = (part.Html, explanation.Finding);
        html.Element("h4", part.Speech.Clauses.Full(finding), ("id", anchor));
        using (html.In("div", ("class", "clause")))
        {
            html.Element("p", part.Say("html.clause_standing", part.Speech.Clauses.Of(finding.Status)), ("class", "remark"));
            if (explanation.Clause is { Parts: { Length: > 0 } parts })
            {
                html.Element("p", part.Say("page.in_part", part.Speech.Clauses.Full(finding), string.Join(", ", parts)), ("class", "remark"));
            }

            foreach (var text in explanation.Texts)
            {
                html.Element("blockquote", part.Say("page.text", text.Content), ("lang", text.Language), ("dir", "auto"));
            }

            html.Element("p", part.Say("page.as_encoded"), ("class", "label"));
            html.Element("pre", string.Join('\n', explanation.Encoded));
        }
    }
}
