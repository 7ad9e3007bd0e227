using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Time;
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
    private readonly Speech _speech;
    private readonly NamesInFull _names;

    private ExplanationText(TextWriter output, Explanation explanation, Speech speech, Screen screen)
    {
        _names = new NamesInFull(explanation.Checked.Agreement.Vocabulary);
        _page = new Page(output, screen, _names);
        speech = speech.In(explanation.Checked.Agreement.Calendar);
        _explanation = explanation;
        _finding = explanation.Finding;
        _times = new TimeWords(explanation.Checked.Agreement.Calendar, speech.Phrases);
        _words = StepWords.For(_finding, _times, speech, Measures.Of(explanation.Checked.Agreement));
        _speech = speech;
    }

    private string Say(string key, params ReadOnlySpan<string> arguments) => _speech.Phrases.Say(key, arguments);

    /// <summary>Of a proposal it is told in the conditional.</summary>
    private string Mood(string key) => _finding.Status.Standing == Standing.Proposal ? key + ".proposal" : key;

    public static void Write(TextWriter output, Explanation explanation, Speech speech, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var text = new ExplanationText(output, explanation, speech, screen);
        text.WriteHeadline();
        text.WriteClause();
        if (explanation.Finding.IsClaim)
        {
            text.WriteClaims();
            text.WriteCases();
            text.WriteDetermined();
            text.WriteNotes();
            text.WriteNames();
            return;
        }

        text.WriteStory();
        text.WriteOutcomes();
        text.WriteCases();
        text.WriteDetermined();
        text.WriteNotes();
        text.WriteReports();
        text.WriteSupport();
        text.WriteTakenBack();
        text.WriteTrees();
        text.WriteNames();
    }

    private void WriteHeadline()
    {
        _page.Title(Headline.Of(_finding, _speech));
        var agreement = _explanation.Checked.Agreement;
        _page.Fact(Say("page.finding"), _finding.Id);
        _page.Fact(Say("page.agreement"), Say("page.agreement_of", agreement.Title, _speech.Clauses.Of(_finding.Status)));
        foreach (var (name, value) in new HeadWords(agreement, _speech).CitationAndDates)
        {
            _page.Fact(name, value);
        }

        _page.Fact(Say("page.state"), _speech.States.Of(_finding));
        if (_finding.Bearers.Length > PartyWords.MostNames)
        {
            _page.Fact(Say(_finding.IsUnattributed && !PartyWords.IsAuthorUnstated(_finding) ? "page.named" : "page.bound"), string.Join(", ", _finding.Bearers));
        }

        if (_finding.IsClaim)
        {
            return;
        }

        _page.Fact(Say("page.certainty"), _speech.Certainties.Of(_finding));
        _page.Fact(Say("page.record"), Say(_finding.IsSettled ? "page.record.settled" : "page.record.provisional", _speech.Certainties.OfRecord(_finding.IsSettled)));
        _page.Fact(Say("page.perspective"), _speech.PerspectiveOf(_finding));
        _page.Fact(Say("page.complete"), Say("page.complete_through", _times.EndOf(_explanation.Checked.Through), agreement.TimeZone));
    }

    private void WriteClause()
    {
        _page.Heading(Say("page.clause"));
        _page.Paragraph(_explanation.Clause is { Parts: { Length: > 0 } parts } ? Say("page.in_part", _speech.Clauses.Full(_finding), string.Join(", ", parts)) : _speech.Clauses.Full(_finding));
        foreach (var text in _explanation.Texts)
        {
            _page.Paragraph(text.Language is { } language ? $"[{language}] {Say("page.text", text.Content)}" : Say("page.text", text.Content));
        }

        _page.Paragraph(Say("page.as_encoded"));
        foreach (var line in _explanation.Encoded)
        {
            var text = line.TrimStart();
            _page.Paragraph(text, new string(' ', 4 + line.Length - text.Length));
        }

        if (_finding.Line is { } one)
        {
            _page.Paragraph(Say("page.line", one));
        }
    }

    private void WriteClaims()
    {
        _page.Heading(Say("page.claims"));
        _page.Paragraph(Say("page.claims_only"));
        foreach (var claim in _finding.Derivation.Because.Select(c => _words.Of(c)).Order(StringComparer.Ordinal))
        {
            _page.Paragraph(claim);
        }
    }

    private void WriteStory()
    {
        WriteCourse();
        if (_speech.Late.Of(_finding) is { Length: > 0 } late)
        {
            _page.Heading(Say("page.late"));
            _page.Paragraph(late);
            if (_finding.WithLate!.Finding is { } found)
            {
                Tell(new Story(StepWords.For(found, new TimeWords(_explanation.Checked.Agreement.Calendar, _speech.Phrases), _speech, Measures.Of(_explanation.Checked.Agreement))), found.Derivation, 2);
            }
        }
    }

    private void WriteCourse()
    {
        if (_finding.ByReading.Length == 0)
        {
            _page.Heading(Say("page.happened"));
            WriteDue(_finding);
            var story = new Story(_words);
            WriteOnlyUnder();
            Tell(story, _finding.Derivation, 2);
            WriteStates(_finding, story, Say("page.states"));
            return;
        }

        _page.Heading(Say("page.happened"));
        _page.Paragraph(_speech.Certainties.OverReadings(_finding));
        _page.Paragraph(Say("page.no_order"));
        WriteOnlyUnder();
        foreach (var under in _finding.ByReading)
        {
            _page.Heading(Say("page.under", _speech.Readings.Of(under), _speech.Readings.StateOf(under, _finding.Status.Standing)));
            if (under.Finding is { } found)
            {
                WriteDue(found);
                var story = new Story(_words);
                Tell(story, found.Derivation, 2);
                WriteStates(found, story, null);
            }
            else
            {
                _page.Paragraph(_speech.Readings.WhyNone(under, _finding.Status.Standing));
            }
        }
    }

    /// <summary>Where only some readings of the clause lead to such a finding at all.</summary>
    private void WriteOnlyUnder()
    {
        foreach (var remark in _speech.Notes.OnlyUnder(_finding))
        {
            _page.Paragraph(Say("page.only_under", remark));
        }
    }

    private void WriteDue(Finding finding)
    {
        if (TimeWords.HasDue(finding) && finding.Due is { } due)
        {
            var isPower = StateWords.IsOfPower(finding);
            var key = isPower && finding.State is null && finding.Status.Standing != Standing.Proposal ? "page.takes_effect.unsure" : Mood(isPower ? "page.takes_effect" : "page.due");
            _page.Paragraph(Say(key, _times.IsKnown(due) ? _times.Of(due) : Say("page.not_known")));
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
        var doubt = finding.State is null ? finding.DoubtfulFrom : null;
        if (finding.Changes.Length == 0 && doubt is null)
        {
            return;
        }

        if (heading is not null)
        {
            _page.Heading(heading);
        }
        else
        {
            _page.Paragraph(Say("page.states_inline"));
        }

        var margin = heading is null ? "    " : "  ";
        foreach (var change in finding.Changes)
        {
            _page.Paragraph(_speech.States.Of(change.State, change.Derivation.Code, _finding.Status.Standing), $"{margin}{_times.Of(change.At)}  ");
            Tell(story, change.Derivation, margin.Length + 4);
        }

        if (doubt is { } since)
        {
            _page.Paragraph(Say("page.in_doubt", _speech.States.Of(finding)), $"{margin}{_times.Of(InstantRange.At(since))}  ");
        }
    }

    private void WriteOutcomes()
    {
        _page.Heading(Say("page.decides"));
        if (_finding.Certainty == Certainty.Certain)
        {
            _page.Paragraph(Say("page.nothing_to_choose"));
            if (ReasonWords.RestsOnSilence(_finding))
            {
                _page.Paragraph(Say("page.silence", _speech.Reasons.Silence(_finding)));
            }

            WriteResolution();
            return;
        }

        foreach (var cause in ReasonWords.InOrder(_finding))
        {
            _page.Paragraph(_speech.Causes.Of(cause));
        }

        foreach (var outcome in _speech.Reasons.Outcomes(_finding))
        {
            _page.Paragraph(outcome);
        }

        WriteResolution();
    }

    private void WriteResolution()
    {
        if (_speech.Reasons.Resolution(_finding) is { Length: > 0 } resolution)
        {
            _page.Paragraph(resolution);
        }
    }

    private void WriteSupport() => _page.List(Say("page.support"), _explanation.Support is { } support ? _speech.Supports.Of(support) : []);

    private void WriteCases() => _page.List(
        Say("page.cases"), CaseWords.About(_finding, _explanation.Checked.Cases).SelectMany(_speech.Cases.InFull));

    private void WriteDetermined() => _page.List(
        Say("page.decided"), _finding.Determinations.Select(d => _speech.Determinations.Of(d, _finding.Status.Standing)));

    private void WriteNotes()
    {
        _page.List(Say("page.assumed"), _speech.Notes.Assumed(_finding));
        _page.List(Say("page.not_counted"), _speech.Notes.NotCounted([_finding]));
        _page.List(Say("page.denied"), _speech.Notes.Denied([_finding]));
        _page.List(Say("page.unverified"), _finding.Unverified);
    }

    private void WriteTakenBack() => _page.List(Say("page.taken_back"), _explanation.TakenBack.Select(t => _speech.Records.Of(t, _times)));

    private void WriteReports() => _page.List(
        Say("page.reports"),
        _finding.Reports.Select(r => Graded(r, r.Origin == r.Source ? $"{r.Id}  {r.Source}" : Say("page.passed_on", r.Id, r.Source, r.Origin))));

    private string Graded(Model.Histories.ReportReference report, string cited) =>
        _speech.Grades.Of(report, _explanation.Checked.Grades) is { Length: > 0 } grades ? Say("page.graded", cited, grades) : cited;

    /// <summary>Who is who: of the names that stand above.</summary>
    private void WriteNames()
    {
        if (_names.Legend(_speech) is { Length: > 0 } legend)
        {
            _page.Line();
            _page.Paragraph(legend, string.Empty);
        }
    }

    private void WriteTrees()
    {
        _page.Heading(_speech.TreeTitle);
        if (_finding.ByReading.Length == 0)
        {
            WriteTree(_finding.Derivation);
            return;
        }

        foreach (var under in _finding.ByReading)
        {
            _page.Paragraph(Say("page.under_inline", _speech.Readings.Of(under)));
            if (under.Finding is { } found)
            {
                WriteTree(found.Derivation);
            }
            else
            {
                _page.Paragraph(_speech.Readings.WhyNone(under, _finding.Status.Standing), "    ");
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
