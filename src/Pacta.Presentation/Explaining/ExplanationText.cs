using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Presentation.Text;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Explaining;

/// <summary>An explanation as a page of text: what is found, what the clause says, what happened, what decides, and the derivation.</summary>
public sealed class ExplanationText
{
    private readonly TextWriter _output;
    private readonly Explanation _explanation;
    private readonly Finding _finding;
    private readonly Screen _screen;
    private readonly TimeWords _times;
    private readonly Story _story;

    private ExplanationText(TextWriter output, Explanation explanation, Screen screen)
    {
        _output = output;
        _explanation = explanation;
        _finding = explanation.Finding;
        _screen = screen;
        _times = new TimeWords(explanation.Checked.Agreement.Calendar);
        _story = new Story(_times);
    }

    public static void Write(TextWriter output, Explanation explanation, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var page = new ExplanationText(output, explanation, screen);
        page.WriteHeadline();
        page.WriteClause();
        page.WriteStory();
        page.WriteStates();
        page.WriteOutcomes();
        page.WriteNotes();
        page.WriteReports();
        page.WriteTree();
    }

    private bool IsProposal => _finding.Status.Standing == Standing.Proposal;

    private void WriteHeadline()
    {
        var about = string.Join(", ", _finding.Trigger);
        var subject = $"{ClauseWords.Full(_finding)}, {(_finding.IsUnattributed ? string.Empty : "owed by ")}{PartyWords.Of(_finding)}"
            + (about.Length > 0 ? $", about {about}" : string.Empty);
        foreach (var line in Wrapping.Hanging($"{subject}: {StateWords.Of(_finding)}", string.Empty, "  ", _screen.Width))
        {
            Line(_screen.Strong(line));
        }

        var agreement = _explanation.Checked.Agreement;
        Fact("finding", _finding.Id);
        Fact("agreement", $"{agreement.Title} ({ClauseWords.Of(_finding.Status)})");
        Fact("state", StateWords.Of(_finding));
        Fact("certainty", CertaintyWords.Of(_finding.Certainty));
        Fact("record", CertaintyWords.OfRecord(_finding.IsSettled) + (_finding.IsSettled
            ? ": statements of completeness cover what decided"
            : ": no statement of completeness covers what decided; later reports may change it"));
        Fact("perspective", _finding.Perspective);
        Fact("complete", $"the history is taken as complete through {_times.EndOf(_explanation.Checked.Through)} {agreement.TimeZone}");
    }

    private void WriteClause()
    {
        Heading("The clause");
        Paragraph(ClauseWords.Full(_finding) + (_explanation.Clause is { Parts: { Length: > 0 } parts } ? $", in part {string.Join(", ", parts)}" : string.Empty), "  ");
        foreach (var text in _explanation.Texts)
        {
            Paragraph((text.Language is { } language ? $"[{language}] " : string.Empty) + $"“{text.Content}”", "  ");
        }

        Paragraph("as encoded:", "  ");
        foreach (var line in _explanation.Encoded)
        {
            Paragraph(line, "    ");
        }

        if (_finding.Line is { } one)
        {
            Paragraph($"this finding is about the line: {one}", "  ");
        }
    }

    private void WriteStory()
    {
        Heading("What happened");
        if (_finding.Due is { } due)
        {
            Paragraph($"Due: {_times.Of(due)}.", "  ");
        }

        Tell(_finding.Derivation, 2);
    }

    private void Tell(Derivation derivation, int margin)
    {
        foreach (var (depth, sentence) in _story.Of(derivation))
        {
            Paragraph(sentence, new string(' ', margin + (2 * depth)));
        }
    }

    private void WriteStates()
    {
        if (_finding.Changes.Length == 0)
        {
            return;
        }

        Heading("The states, in order");
        foreach (var change in _finding.Changes)
        {
            Paragraph(StateWords.Of(change.State, change.Derivation.Code, IsProposal), $"  {_times.Of(change.At)}  ");
            Tell(change.Derivation, 6);
        }
    }

    private void WriteOutcomes()
    {
        Heading("What decides");
        if (_finding.Certainty == Certainty.Certain)
        {
            Paragraph("Nothing has to be chosen: it is the same in every way to resolve what the reports leave open.", "  ");
            if (ReasonWords.RestsOnSilence(_finding))
            {
                Paragraph("It rests on silence: nobody reports that it was done. A report of it would change this.", "  ");
            }

            return;
        }

        foreach (var cause in _finding.Causes)
        {
            Paragraph(cause.Description, "  ");
        }

        foreach (var outcome in _finding.Outcomes)
        {
            Paragraph($"{ReasonWords.If(outcome)}: {StateWords.Several(outcome.States, IsProposal)} ({ClauseWords.Short(_finding)}).", "  ");
        }
    }

    private void WriteNotes()
    {
        List("What is assumed", _finding.Assumptions);
        List("Not verified in the text used", _finding.Unverified);
    }

    private void WriteReports() => List(
        "Reports cited",
        _finding.Reports.Select(r => r.Origin == r.Source ? $"{r.Id}  {r.Source}" : $"{r.Id}  {r.Source}, passed on from {r.Origin}"));

    private void WriteTree()
    {
        Heading("The derivation (T holds, F does not, U not known)");
        foreach (var line in DerivationTree.Lines(_finding.Derivation, _screen.Width - 2))
        {
            Line("  " + line);
        }
    }

    private void List(string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
        {
            return;
        }

        Heading(title);
        all.ForEach(line => Paragraph(line, "  "));
    }

    private void Fact(string name, string value)
    {
        foreach (var line in Wrapping.Hanging(value, $"  {name,-12}", new string(' ', 14), _screen.Width))
        {
            Line(line);
        }
    }

    private void Heading(string title)
    {
        Line();
        Line(_screen.Strong(title));
    }

    private void Paragraph(string text, string margin)
    {
        foreach (var line in Wrapping.Hanging(text, margin, new string(' ', margin.Length + 2), _screen.Width))
        {
            Line(line);
        }
    }

    private void Line(string text = "") => _output.Write(text + "\n");
}
