using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Presentation.Text;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Explaining;

/// <summary>
/// An explanation as a page of text: what is found, what the clause says, what happened, what decides, and the derivation. Where the text has
/// several readings that differ, each is told by itself, side by side. About a disputed commitment there is nothing to tell but who claims it.
/// </summary>
public sealed class ExplanationText
{
    private readonly Page _page;
    private readonly Explanation _explanation;
    private readonly Finding _finding;
    private readonly TimeWords _times;
    private readonly StepWords _words;

    private ExplanationText(TextWriter output, Explanation explanation, Screen screen)
    {
        _page = new Page(output, screen);
        _explanation = explanation;
        _finding = explanation.Finding;
        _times = new TimeWords(explanation.Checked.Agreement.Calendar);
        _words = StepWords.For(_finding, _times);
    }

    private bool IsProposal => _finding.Status.Standing == Standing.Proposal;

    public static void Write(TextWriter output, Explanation explanation, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var text = new ExplanationText(output, explanation, screen);
        text.WriteHeadline();
        text.WriteClause();
        if (explanation.Finding.IsClaim)
        {
            text.WriteClaims();
            text.WriteNotes();
            return;
        }

        text.WriteStory();
        text.WriteOutcomes();
        text.WriteNotes();
        text.WriteReports();
        text.WriteTrees();
    }

    private void WriteHeadline()
    {
        var about = string.Join(", ", _finding.Trigger);
        var owed = _finding.IsUnattributed || _finding.IsClaim ? string.Empty
            : StateWords.IsOfPower(_finding) ? IsProposal ? "would be used by " : "used by "
            : IsProposal ? "would be owed by " : "owed by ";
        _page.Title($"{ClauseWords.Full(_finding)}, {owed}{PartyWords.Of(_finding)}{(about.Length > 0 ? $", about {about}" : string.Empty)}: {StateWords.Of(_finding)}");
        var agreement = _explanation.Checked.Agreement;
        _page.Fact("finding", _finding.Id);
        _page.Fact("agreement", $"{agreement.Title} ({ClauseWords.Of(_finding.Status)})");
        _page.Fact("state", StateWords.Of(_finding));
        if (_finding.Bearers.Length > PartyWords.MostNames)
        {
            _page.Fact(_finding.IsUnattributed && !PartyWords.IsAuthorUnstated(_finding) ? "named" : "bound", string.Join(", ", _finding.Bearers));
        }

        if (_finding.IsClaim)
        {
            return;
        }

        _page.Fact("certainty", CertaintyWords.Of(_finding.Certainty));
        _page.Fact("record", CertaintyWords.OfRecord(_finding.IsSettled) + (_finding.IsSettled
            ? ": statements of completeness cover what decided"
            : ": no statement of completeness covers what decided; later reports may change it"));
        _page.Fact("perspective", _finding.Perspective);
        _page.Fact("complete", $"the history is taken as complete through {_times.EndOf(_explanation.Checked.Through)} {agreement.TimeZone}");
    }

    private void WriteClause()
    {
        _page.Heading("The clause");
        _page.Paragraph(ClauseWords.Full(_finding) + (_explanation.Clause is { Parts: { Length: > 0 } parts } ? $", in part {string.Join(", ", parts)}" : string.Empty));
        foreach (var text in _explanation.Texts)
        {
            _page.Paragraph((text.Language is { } language ? $"[{language}] " : string.Empty) + $"“{text.Content}”");
        }

        _page.Paragraph("as encoded:");
        foreach (var line in _explanation.Encoded)
        {
            _page.Paragraph(line, "    ");
        }

        if (_finding.Line is { } one)
        {
            _page.Paragraph($"this finding is about the line: {one}");
        }
    }

    private void WriteClaims()
    {
        _page.Heading("Who says what");
        _page.Paragraph("Whether the commitment exists is disputed. Its claims are listed; nothing is found about it.");
        foreach (var claim in _finding.Derivation.Because.Select(_words.Of).Order(StringComparer.Ordinal))
        {
            _page.Paragraph(claim);
        }
    }

    private void WriteStory()
    {
        if (_finding.ByReading.Length == 0)
        {
            _page.Heading("What happened");
            WriteDue(_finding);
            var story = new Story(_words);
            WriteOnlyUnder();
            Tell(story, _finding.Derivation, 2);
            WriteStates(_finding, story, "The states, in order");
            return;
        }

        _page.Heading("What happened");
        _page.Paragraph(_finding.Certainty == Certainty.Certain
            ? "The text has several readings. The finding is the same under each, for different reasons or at different times."
            : "The text has several readings, and what follows depends on which is taken.");
        _page.Paragraph("Each is told by itself, in the order of the names: no reading comes before another.");
        WriteOnlyUnder();
        foreach (var under in _finding.ByReading)
        {
            _page.Heading($"Under {ReadingWords.Of(under)}: {ReadingWords.StateOf(under, IsProposal)}");
            if (under.Finding is { } found)
            {
                WriteDue(found);
                var story = new Story(_words);
                Tell(story, found.Derivation, 2);
                WriteStates(found, story, null);
            }
            else
            {
                _page.Paragraph(ReadingWords.WhyNone(under, IsProposal));
            }
        }
    }

    /// <summary>Where only some readings of the clause lead to such a finding at all.</summary>
    private void WriteOnlyUnder()
    {
        foreach (var remark in NoteWords.OnlyUnder(_finding))
        {
            _page.Paragraph($"There is this finding {remark}.");
        }
    }

    private void WriteDue(Finding finding)
    {
        if (TimeWords.WordForDue(finding) is not null && finding.Due is { } due)
        {
            var word = StateWords.IsOfPower(finding) ? IsProposal || finding.State is null ? "Would take effect" : "Takes effect" : IsProposal ? "Would be due" : "Due";
            _page.Paragraph($"{word}: {(_times.IsKnown(due) ? _times.Of(due) : "not known")}.");
        }
    }

    private void Tell(Story story, Derivation derivation, int margin)
    {
        foreach (var (depth, sentence) in story.Of(derivation))
        {
            _page.Paragraph(sentence, new string(' ', margin + (2 * depth)));
        }
    }

    /// <param name="heading">Null: as a part of what stands above.</param>
    private void WriteStates(Finding finding, Story story, string? heading)
    {
        if (finding.Changes.Length == 0)
        {
            return;
        }

        if (heading is not null)
        {
            _page.Heading(heading);
        }
        else
        {
            _page.Paragraph("The states, in order:");
        }

        var margin = heading is null ? "    " : "  ";
        foreach (var change in finding.Changes)
        {
            _page.Paragraph(StateWords.Of(change.State, change.Derivation.Code, IsProposal), $"{margin}{_times.Of(change.At)}  ");
            Tell(story, change.Derivation, margin.Length + 4);
        }
    }

    private void WriteOutcomes()
    {
        _page.Heading("What decides");
        if (_finding.Certainty == Certainty.Certain)
        {
            _page.Paragraph("Nothing has to be chosen: it is the same in every way to resolve what the reports leave open.");
            if (ReasonWords.RestsOnSilence(_finding))
            {
                _page.Paragraph($"It rests on silence: {ReasonWords.Silence(_finding)}. A report of it would change this.");
            }

            return;
        }

        foreach (var cause in ReasonWords.InOrder(_finding))
        {
            _page.Paragraph(CauseWords.Of(cause));
        }

        foreach (var outcome in _finding.Outcomes)
        {
            _page.Paragraph($"{ReasonWords.If(outcome, _finding)}: {StateWords.Several(outcome.States, IsProposal, StateWords.HowCured(_finding))} ({ClauseWords.Short(_finding)}).");
        }
    }

    private void WriteNotes()
    {
        _page.List("What is assumed", NoteWords.Assumed(_finding));
        _page.List("Not verified in the text used", _finding.Unverified);
    }

    private void WriteReports() => _page.List(
        "Reports cited",
        _finding.Reports.Select(r => r.Origin == r.Source ? $"{r.Id}  {r.Source}" : $"{r.Id}  {r.Source}, passed on from {r.Origin}"));

    private void WriteTrees()
    {
        _page.Heading("The derivation (T holds, F does not, U not known)");
        if (_finding.ByReading.Length == 0)
        {
            WriteTree(_finding.Derivation);
            return;
        }

        foreach (var under in _finding.ByReading)
        {
            _page.Paragraph($"under {ReadingWords.Of(under)}:");
            if (under.Finding is { } found)
            {
                WriteTree(found.Derivation);
            }
            else
            {
                _page.Paragraph(ReadingWords.WhyNone(under, IsProposal), "    ");
            }
        }
    }

    private void WriteTree(Derivation derivation)
    {
        foreach (var line in new DerivationTree(_words).Lines(derivation, _page.Width - 2))
        {
            _page.Line("  " + line);
        }
    }
}
