using System.Collections.Immutable;
using Pacta.Model.Findings;
using Pacta.Model.Places;
using Pacta.Model.Reports;
using Pacta.Model.Time;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Tables;

/// <summary>What a reader needs to trust the findings about one agreement: the sentences under the table, the same in every form for people.</summary>
internal sealed class AgreementNotes
{
    private readonly CheckReport _report;
    private readonly AgreementFindings _checked;
    private readonly Speech _speech;

    public AgreementNotes(CheckReport report, AgreementFindings of, Speech speech)
    {
        (_report, _checked, _speech) = (report, of, speech.In(of.Agreement.Calendar));
        Shown = report.ListsKept ? of.Findings : [.. of.Findings.Where(f => !FindingTable.IsMerelyKept(f))];
    }

    /// <summary>The findings that are told one by one.</summary>
    public ImmutableArray<Finding> Shown { get; }

    /// <summary>The findings, and an example of those that are only counted, with what is noted of any of them.</summary>
    private IReadOnlyList<Finding> Told => _checked.Plain.IsEmpty ? _checked.Findings : [.. _checked.Findings, .. _checked.Plain.Select(p => p.Example)];

    /// <summary>How many findings are only counted, since there is nothing to tell about them.</summary>
    public int Folded => _checked.Findings.Length - Shown.Length;

    public string Perspective => _checked.Findings is [var first, ..] ? _speech.PerspectiveOf(first) : Say("table.every_source");

    /// <summary>"12 findings: 5 consistent, 2 due, 1 contested".</summary>
    public string Counts
    {
        get
        {
            var words = _checked.Findings.Select(f => (Finding: f, Count: 1))
                .Concat(_checked.Plain.Select(p => (Finding: p.Example, p.Count)))
                .GroupBy(f => f.Finding.IsClaim ? Say("table.disputed") : f.Finding.Certainty == Certainty.Certain ? _speech.States.Of(f.Finding) : _speech.Certainties.Of(f.Finding), StringComparer.Ordinal)
                .Select(g => (g.Key, Count: g.Sum(f => f.Count), Order: g.Min(f => ((int)f.Finding.Certainty * 100) + (int)f.Finding.States[0])))
                .OrderBy(g => g.Order)
                .Select(g => $"{g.Count} {g.Key}");
            var all = _checked.Findings.Length + _checked.Plain.Sum(p => p.Count);
            return all == 0 ? Say("table.no_findings") : Numbered("table.findings", all, string.Join(", ", words));
        }
    }

    /// <summary>The clauses with very many findings that are plainly consistent, and how many there are; empty where all are listed.</summary>
    public string Plain => _checked.Plain.IsEmpty ? string.Empty : Say(
        "table.plain", string.Join("; ", _checked.Plain.Select(p => $"{_speech.Clauses.Short(p.Example)}: {p.Count}")));

    /// <summary>The clauses with findings that are only counted, and who keeps them; empty where all are listed.</summary>
    public string Kept => Folded == 0 ? string.Empty : Say("table.kept", string.Join("; ", KeptClauses()));

    /// <summary>The clauses that are not in play; empty where all are, or where not all were asked for.</summary>
    public string Quiet
    {
        get
        {
            return _report.Manifest.Options.Clauses.Length == 0 && ClauseLookup.NotInPlay(_checked) is { Length: > 0 } quiet
                ? Say("table.quiet", string.Join(", ", quiet.Select(ClauseWords.Full)))
                : string.Empty;
        }
    }

    /// <summary>Through when the history was taken as complete, and why.</summary>
    public string Horizon
    {
        get
        {
            var times = new TimeWords(_checked.Agreement.Calendar, _speech.Phrases);
            var options = _report.Manifest.Options;
            var why = options.Until is not null ? "--until"
                : options is { AsOf: not null, PublishedAsOf: not null } ? Say("table.horizon_earlier")
                : options.AsOf is not null ? "--as-of"
                : options.PublishedAsOf is not null ? "--published-as-of"
                : _report.Manifest.IsPublic ? Say("table.horizon_public")
                : _report.Manifest.Reports.All(r => r.Lines == 0) && _report.Manifest.Stores.All(s => s.Entries == 0) && _report.Manifest.States.All(s => s.Records == 0) ? string.Empty
                : Say("table.horizon_latest");
            return why.Length == 0 ? Say("table.horizon_no_reports") : Say("table.horizon", times.EndOf(_checked.Through), _checked.Agreement.TimeZone, why);
        }
    }

    /// <summary>Whose maps are used and of when, and that drawing a line is no opinion about it; empty where no map is.</summary>
    public string Maps => DrawnPlaces.MapsOf(_checked.Agreement) is { Length: > 0 } maps ? Say("table.maps", string.Join("; ", maps)) : string.Empty;

    /// <summary>Which findings there are only under some readings; alike ones once.</summary>
    public IEnumerable<string> Readings =>
        _checked.Findings.SelectMany(f => _speech.Notes.OnlyUnder(f).Select(r => Say("table.some_only", _speech.Clauses.Short(f), r))).Distinct(StringComparer.Ordinal);

    public IEnumerable<string> Assumed => _speech.Notes.Assumed(Told).Distinct(StringComparer.Ordinal);

    /// <summary>Acts that are reported and do not count.</summary>
    public IEnumerable<string> NotCounted => _speech.Notes.NotCounted(_checked.Findings, _checked.CountedActs);

    /// <summary>What is denied though no report that stands says so.</summary>
    public IEnumerable<string> Denied => _speech.Notes.Denied(_checked.Findings);

    /// <summary>
    /// What is reported and stands in no finding, and why where that is certain; empty where only some clauses were asked for. Of what no clause
    /// speaks, another agreement of the run may: then it is told there.
    /// </summary>
    public IEnumerable<string> NotUsed
    {
        get
        {
            if (_checked.NotUsed is not { } facts)
            {
                return [];
            }

            var elsewhere = facts.KindsNotMentioned.Where(IsSpokenOfElsewhere).ToHashSet(StringComparer.Ordinal);
            return _speech.Unused.Of(facts, elsewhere, new TimeWords(_checked.Agreement.Calendar, _speech.Phrases));
        }
    }

    private bool IsSpokenOfElsewhere(string kind) => _report.Agreements.Any(other =>
        !ReferenceEquals(other, _checked)
        && (other.Agreement.Vocabulary.Kinds.ContainsKey(kind) || other.Agreement.Vocabulary.States.ContainsKey(kind))
        && other.NotUsed is { } theirs
        && !theirs.KindsNotMentioned.Contains(kind));

    public IEnumerable<string> Unverified =>
        Told.SelectMany(f => f.Unverified.Select(u => Say("table.unverified_clause", _speech.Clauses.Short(f), u))).Distinct(StringComparer.Ordinal);

    /// <summary>What does not count under the perspective that was asked for, or under each that is declared.</summary>
    public IEnumerable<(string Perspective, ImmutableArray<string> Lines)> LeftOut => _checked.Perspectives
        .Prepend(new PerspectiveFindings(Perspective, [], _checked.LeftOut, _checked.Ungraded))
        .Select(p => (p.Name, Lines: _speech.LeftOut.Of(p.LeftOut, p.Ungraded)))
        .Where(p => p.Lines.Length > 0);

    /// <summary>What bodies decided about nothing that was found.</summary>
    public IEnumerable<string> Determinations => _checked.Determinations.Select(d => _speech.Determinations.Alone(d, _checked.Agreement.Status.Standing));

    /// <summary>What is on record about incidents, and what each of those who are accused replied.</summary>
    public IEnumerable<string> Cases => _checked.Cases.Select(_speech.Cases.Of);

    /// <summary>Who is silent is named, and who says through when it is complete, with when it was last heard of; nobody is waited for in silence.</summary>
    public IEnumerable<string> Sources
    {
        get
        {
            var times = new TimeWords(_checked.Agreement.Calendar, _speech.Phrases);
            return _checked.Findings.All(f => f.IsSettled) ? [] : _checked.Sources.Where(s => s.LastHeard is null || s.Complete.Length > 0).Select(s => s.LastHeard is not { } last
                ? Say("table.source_silent", s.Source)
                : Say("table.source_line", s.Source, times.LocalDate(last), string.Join("; ", s.Complete.Select(c => c.Kinds.IsEmpty ? $"{c.Through}" : $"{c.Through} ({string.Join(", ", c.Kinds)})").Distinct(StringComparer.Ordinal))));
        }
    }

    /// <summary>What sources were able to see: of each, in each place, the periods.</summary>
    public IEnumerable<string> Coverage => _checked.Coverages
        .GroupBy(c => (c.By.Source, c.Area))
        .Select(g => Say("table.coverage_line", g.Key.Source, g.Key.Area, string.Join(", ", g.Select(c => Period(c.Stated)).Distinct(StringComparer.Ordinal)), string.Join("; ", g.Select(c => c.Means).Distinct(StringComparer.Ordinal))));

    private string Period(When period) => period.From == period.To ? MomentText.Format(period) : Say("value.range", MomentText.Format(period.From), MomentText.Format(period.To));

    /// <summary>
    /// Clauses with who kept them. Of a clause with several lines, of which another is not merely kept, the lines are named: the same party may
    /// stand above, with another line.
    /// </summary>
    private IEnumerable<string> KeptClauses() => _checked.Findings
        .GroupBy(_speech.Clauses.Full)
        .SelectMany(clause =>
        {
            var hasOthers = clause.Any(f => !FindingTable.IsMerelyKept(f));
            return clause.Where(FindingTable.IsMerelyKept).GroupBy(f => hasOthers ? f.Line : null).Select(g => g.Key is { } line
                ? Say("table.kept_line", clause.Key, line, Bearers(g))
                : Say("table.kept_clause", clause.Key, Bearers(g)));
        });

    private string Bearers(IEnumerable<Finding> findings) =>
        _speech.Parties.Bearers(_checked.Agreement, [.. findings.Select(_speech.Parties.Bearer).Distinct(StringComparer.Ordinal)]);

    private string Numbered(string key, int count, string more = "") => _speech.Phrases.Numbered(key, count, more);

    private string Say(string key, params ReadOnlySpan<string> arguments) => _speech.Phrases.Say(key, arguments);
}
