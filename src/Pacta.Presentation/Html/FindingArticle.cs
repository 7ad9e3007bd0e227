using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Time;
using Pacta.Presentation.Explaining;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Html;

/// <summary>
/// One finding with all that is needed to go through it: what the page of <c>pacta explain</c> tells, in the same words. Where the text has several
/// readings that differ, each stands in a column of its own, in the order of their names.
/// </summary>
internal sealed class FindingArticle
{
    private readonly AgreementPart _part;
    private readonly HtmlWriter _html;
    private readonly Finding _finding;
    private readonly StepWords _words;
    private readonly Speech _speech;
    private readonly bool _isOneOfMany;

    private FindingArticle(AgreementPart part, Finding finding, bool isOneOfMany)
    {
        (_part, _html, _finding, _speech, _isOneOfMany) = (part, part.Html, finding, part.Speech, isOneOfMany);
        _words = StepWords.For(finding, part.Times, part.Speech, part.Measures);
    }

    /// <param name="clause">The anchor of the clause that the finding is about.</param>
    /// <param name="isOneOfMany">Then its derivation is closed on a screen.</param>
    public static void Write(AgreementPart part, Finding finding, string clause, bool isOneOfMany)
    {
        var article = new FindingArticle(part, finding, isOneOfMany);
        using (part.Html.In("article", ("class", isOneOfMany ? "finding of-many" : "finding"), ("id", part.AnchorOf(finding))))
        {
            part.Html.Element("h5", Headline.Of(finding, part.Speech));
            article.WriteFacts(clause);
            if (finding.IsClaim)
            {
                article.WriteClaims();
                article.WriteDetermined();
                article.WriteList("page.assumed", part.Speech.Notes.Assumed(finding));
                article.WriteList("page.not_counted", part.Speech.Notes.NotCounted([finding]));
                return;
            }

            article.WriteStory();
            article.WriteOutcomes();
            article.WriteDetermined();
            article.WriteList("page.assumed", part.Speech.Notes.Assumed(finding));
            article.WriteList("page.not_counted", part.Speech.Notes.NotCounted([finding]));
            article.WriteList("page.denied", part.Speech.Notes.Denied([finding]));
            article.WriteList("page.reports", finding.Reports.Select(article.Cited));
            article.WriteList("page.taken_back", new Explanation(part.Checked, finding).TakenBack.Select(t => part.Speech.Records.Of(t, part.Times)));
            article.WriteTrees();
        }
    }

    private string Say(string key, params ReadOnlySpan<string> arguments) => _speech.Phrases.Say(key, arguments);

    private string Mood(string key) => _finding.Status.Standing == Standing.Proposal ? key + ".proposal" : key;

    private void WriteFacts(string clause)
    {
        using (_html.In("dl", ("class", "facts")))
        {
            _html.Element("dt", Say("page.state"));
            using (_html.In("dd", ("class", "verdict")))
            {
                Signs.Show(_html, Signs.Of(_finding));
                _html.Text(_speech.States.WithClause(_finding, _speech.Clauses.Short(_finding)));
                foreach (var unverified in _finding.Unverified)
                {
                    _html.Element("span", Say("html.unverified", unverified), ("class", "unverified"));
                }
            }

            if (!_finding.IsClaim)
            {
                Fact("page.certainty", _speech.Certainties.Of(_finding));
                Fact("page.record", Say(_finding.IsSettled ? "page.record.settled" : "page.record.provisional", _speech.Certainties.OfRecord(_finding.IsSettled)));
            }

            if (_finding.Bearers.Length > PartyWords.MostNames)
            {
                Fact(_finding.IsUnattributed && !PartyWords.IsAuthorUnstated(_finding) ? "page.named" : "page.bound", string.Join(", ", _finding.Bearers));
            }

            if (_finding.Line is { } line)
            {
                Fact("html.line", line);
            }

            _html.Element("dt", Say("page.finding"));
            using (_html.In("dd"))
            {
                _html.Element("code", _finding.Id);
            }

            _html.Element("dt", Say("html.clause"));
            using (_html.In("dd"))
            {
                _html.Element("a", _speech.Clauses.Full(_finding), ("href", "#" + clause));
            }
        }

        void Fact(string key, string value)
        {
            _html.Element("dt", Say(key));
            _html.Element("dd", value, ("dir", "auto"));
        }
    }

    private void WriteClaims()
    {
        _html.Element("h6", Say("page.claims"));
        _html.Element("p", Say("page.claims_only"));
        _part.List(_finding.Derivation.Because.Select(c => _words.Of(c)).Order(StringComparer.Ordinal));
    }

    private void WriteStory()
    {
        _html.Element("h6", Say("page.happened"));
        foreach (var remark in _speech.Notes.OnlyUnder(_finding))
        {
            _html.Element("p", Say("page.only_under", remark));
        }

        if (_speech.Late.Of(_finding) is { Length: > 0 } late)
        {
            _html.Element("p", late);
        }

        if (_finding.ByReading.Length == 0)
        {
            WriteCourse(_finding);
            return;
        }

        _html.Element("p", _speech.Certainties.OverReadings(_finding));
        _html.Element("p", Say("page.no_order"));
        using (_html.In("div", ("class", "readings")))
        {
            foreach (var under in _finding.ByReading)
            {
                using (_html.In("div", ("class", "reading")))
                {
                    _html.Element("p", Say("page.under", _speech.Readings.Of(under), _speech.Readings.StateOf(under, _finding.Status.Standing)), ("class", "label"));
                    if (under.Finding is { } found)
                    {
                        WriteCourse(found);
                    }
                    else
                    {
                        _html.Element("p", _speech.Readings.WhyNone(under, _finding.Status.Standing));
                    }
                }
            }
        }
    }

    /// <summary>When it is due, why it is what it is, and how it came to that.</summary>
    private void WriteCourse(Finding finding)
    {
        if (TimeWords.HasDue(finding) && finding.Due is { } due)
        {
            var isPower = StateWords.IsOfPower(finding);
            var key = isPower && finding.State is null && finding.Status.Standing != Standing.Proposal ? "page.takes_effect.unsure" : Mood(isPower ? "page.takes_effect" : "page.due");
            _html.Element("p", Say(key, _part.Times.IsKnown(due) ? _part.Times.Of(due) : Say("page.not_known")));
        }

        var story = new Story(_words);
        Steps.Write(_html, story.Of(finding.Derivation));
        var doubt = finding.State is null ? finding.DoubtfulFrom : null;
        if (finding.Changes.Length == 0 && doubt is null)
        {
            return;
        }

        _html.Element("p", Say("page.states_inline"), ("class", "label"));
        using (_html.In("ol", ("class", "states")))
        {
            foreach (var change in finding.Changes)
            {
                using (_html.In("li"))
                {
                    Signs.Show(_html, Signs.Of(change.State));
                    _html.Element("strong", Say("html.at", _part.Times.Of(change.At), _speech.States.Of(change.State, change.Derivation.Code, _finding.Status.Standing)));
                    Steps.Write(_html, story.Of(change.Derivation));
                }
            }

            if (doubt is { } since)
            {
                using (_html.In("li"))
                {
                    Signs.Show(_html, Signs.Doubt);
                    _html.Element("strong", Say("html.at", _part.Times.Of(InstantRange.At(since)), Say("page.in_doubt", _speech.States.Of(finding))));
                }
            }
        }
    }

    private void WriteOutcomes()
    {
        _html.Element("h6", Say("page.decides"));
        if (_finding.Certainty == Certainty.Certain)
        {
            _html.Element("p", Say("page.nothing_to_choose"));
            if (ReasonWords.RestsOnSilence(_finding))
            {
                _html.Element("p", Say("page.silence", _speech.Reasons.Silence(_finding)));
            }

            WriteResolution();
            return;
        }

        _part.List(ReasonWords.InOrder(_finding).Select(_speech.Causes.Of));
        QuestionsSection.WriteOutcomes(_part, _speech.Reasons.Outcomes(_finding));
        WriteResolution();
    }

    private void WriteResolution()
    {
        if (_speech.Reasons.Resolution(_finding) is { Length: > 0 } resolution)
        {
            _html.Element("p", resolution);
        }
    }

    private void WriteDetermined()
    {
        WriteList("page.cases", CaseWords.About(_finding, _part.Checked.Cases).SelectMany(_speech.Cases.InFull));
        WriteList("page.decided", _finding.Determinations.Select(d => _speech.Determinations.Of(d, _finding.Status.Standing)));
    }

    private void WriteList(string key, IEnumerable<string> lines)
    {
        ImmutableArray<string> all = [.. lines];
        if (all.Length > 0)
        {
            _html.Element("h6", Say(key));
            _part.List(all);
        }
    }

    private string Cited(ReportReference report)
    {
        var cited = report.Origin == report.Source ? $"{report.Id}  {FullNameOf(report.Source)}" : Say("page.passed_on", report.Id, FullNameOf(report.Source), report.Origin);
        return _speech.Grades.Of(report, _part.Checked.Grades) is { Length: > 0 } grades ? Say("page.graded", cited, grades) : cited;
    }

    /// <summary>A source as the agreement's file calls it in full, where it does.</summary>
    private string FullNameOf(string source) => _part.NamesInFull.Of(source) is { } full ? Say("html.called", source, full) : source;

    private void WriteTrees()
    {
        using (_html.In("details", ("class", Tables.FindingTable.IsPlain(_finding) ? "plain" : null), ("open", _isOneOfMany ? null : "open")))
        {
            _html.Element("summary", _speech.TreeTitle);
            if (_finding.ByReading.Length == 0)
            {
                Steps.WriteTree(_html, new DerivationTree(_words), _finding.Derivation);
                return;
            }

            foreach (var under in _finding.ByReading)
            {
                _html.Element("p", Say("page.under_inline", _speech.Readings.Of(under)), ("class", "label"));
                if (under.Finding is { } found)
                {
                    Steps.WriteTree(_html, new DerivationTree(_words), found.Derivation);
                }
                else
                {
                    _html.Element("p", _speech.Readings.WhyNone(under, _finding.Status.Standing));
                }
            }
        }
    }
}
