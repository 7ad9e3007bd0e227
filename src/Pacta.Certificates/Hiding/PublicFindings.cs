using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Reports;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Certificates.Hiding;

/// <summary>
/// Findings as everybody may see them: states and reasons as they are, times to the month, positions to the degree. What was found is found from what was
/// said; only what is told of it is less exact.
/// </summary>
public sealed partial class PublicFindings
{
    private readonly AgreementCalendar _calendar;

    private PublicFindings(AgreementCalendar calendar) => _calendar = calendar;

    /// <param name="isGiven">Whether somebody asked for the instant through which the history is complete; else it is when the last record came in.</param>
    public static AgreementFindings Of(AgreementFindings findings, bool isGiven)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var hide = new PublicFindings(findings.Agreement.Calendar);
        return findings with
        {
            Through = isGiven ? findings.Through : hide.DayOf(findings.Through),
            Findings = [.. findings.Findings.Select(hide.Of)],
            NotUsed = findings.NotUsed is { } notUsed
                ? new UnusedFacts([.. notUsed.All.Select(f => f with { Times = [.. f.Times.Select(hide.Of).Distinct()], Arguments = Of(f.Arguments) })], [])
                : null,
            TakenBack = [.. findings.TakenBack.Select(t => t with { Recorded = hide.Of(t.Recorded) })],
            Counts = [.. findings.Counts.Select(hide.Of)],
            Positioned = [.. findings.Positioned.Select(hide.Positioned)],
            Coverages = [.. findings.Coverages.Select(c => c with { Stated = hide.Of(c.Stated), Period = hide.Of(c.Period) })],
            Cases =
            [
                .. findings.Cases.Select(c => c with
                {
                    Steps = [.. c.Steps.Select(s => s with { Date = hide.Of(s.Date) })],
                    Replies = [.. c.Replies.Select(r => r with { Said = [.. r.Said.Select(a => a with { Date = hide.Of(a.Date) })] })],
                }),
            ],
            // When each source was last heard would tell one from another.
            Sources = [],
            LeftOut = hide.Of(findings.LeftOut),
            Perspectives = [.. findings.Perspectives.Select(p => p with { Findings = [.. p.Findings.Select(hide.Of)], LeftOut = hide.Of(p.LeftOut) })],
        };
    }

    /// <summary>What a finding is about, as it is told.</summary>
    public static ImmutableArray<string> TriggerOf(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Of(finding.Trigger);
    }

    private Finding Of(Finding finding) => finding with
    {
        Trigger = Of(finding.Trigger),
        Opened = Of(finding.Opened),
        Due = Of(finding.Due),
        DoubtfulFrom = finding.DoubtfulFrom is { } from ? Of(InstantRange.At(from)).Earliest : null,
        Derivation = Of(finding.Derivation),
        Changes = [.. finding.Changes.Select(c => new StateChange(c.State, Of(c.At), Of(c.Derivation)))],
        Outcomes = [.. finding.Outcomes.Select(o => o with { If = [.. o.If.Select(c => c with { Key = Of(c.Key), Subject = Of(c.Subject), Value = Of(c.Value) })] })],
        Causes = [.. finding.Causes.Select(Of)],
        Notes = [.. finding.Notes.Select(n => n with { Arguments = Of(n.Arguments), Cause = n.Cause is { } cause ? Of(cause) : null })],
        WithLate = finding.WithLate is { } late ? late with { Finding = late.Finding is { } found ? Of(found) : null } : null,
        ByReading = [.. finding.ByReading.Select(r => r with { Finding = r.Finding is { } under ? Of(under) : null })],
    };

    /// <summary>What is drawn of it: about when and about where.</summary>
    private Fact Positioned(Fact fact) => fact with
    {
        Time = new Attribute<When>([.. fact.Time.Alternatives.Select(a => a with { Value = Of(a.Value) })]),
        End = null,
        Fields = SmallDictionary<Attribute<Value>>.Empty.SetItem(
            "position", new Attribute<Value>([.. fact.Fields["position"].Alternatives.Select(a => a with { Value = a.Value is PositionValue position ? Coarse.Of(position) : a.Value })])),
    };

    private Fact Of(Fact count) => count with
    {
        Id = Of(count.Id),
        Key = Of(count.Key),
        Time = new Attribute<When>([.. count.Time.Alternatives.Select(a => new Alternative<When>(Of(a.Value), a.AssertedBy, a.DeniedBy))]),
        Known = Of(InstantRange.At(count.Known)).Earliest,
    };

    private Cause Of(Cause cause) => cause with { Key = Of(cause.Key), Arguments = Of(cause.Arguments) };

    private Derivation Of(Derivation step) => step with
    {
        Arguments = Of(step.Arguments),
        Mentions = Of(step.Mentions),
        Because = [.. step.Because.Select(Of)],
    };

    private ImmutableArray<LeftOut> Of(ImmutableArray<LeftOut> leftOut) => [.. leftOut.Select(l => l with { About = Of(l.About), Arguments = Of(l.Arguments) })];

    private static ImmutableArray<string> Of(ImmutableArray<string> texts) => [.. texts.Select(Of)];

    /// <summary>A text in which times and positions may stand.</summary>
    private static string Of(string text) => At().Replace(Day().Replace(text, m => m.Value[..7]), m =>
    {
        double Number(int group) => double.Parse(m.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
        var at = Coarse.Of(new ReportedPosition(Number(1), Number(2), Number(3)), 1);
        return string.Create(CultureInfo.InvariantCulture, $"{at.Latitude:0.#####} {at.Longitude:0.#####} within {at.AccuracyMetres:0} m");
    });

    private Moment Of(Moment moment) => Coarse.Of(moment, Precision.Month, _calendar.Zone);

    private When Of(When when) => Coarse.Of(when, Precision.Month, _calendar.Zone);

    private InstantRange? Of(InstantRange? range) => range is { } known ? Of(known) : null;

    private InstantRange Of(InstantRange range) => new(
        IsKnown(range.Earliest) ? _calendar.StartOf(FirstOf(range.Earliest)) : range.Earliest,
        IsKnown(range.Latest) ? _calendar.EndOf(FirstOf(range.Latest).PlusMonths(1).PlusDays(-1)) : range.Latest);

    /// <summary>The end of its day: the clock would tell when the last record came in.</summary>
    private Instant DayOf(Instant instant) => IsKnown(instant) ? _calendar.EndOf(_calendar.DateOf(instant)) : instant;

    private LocalDate FirstOf(Instant instant) => _calendar.DateOf(instant) is var date ? new LocalDate(date.Year, date.Month, 1) : default;

    /// <summary>Instants outside of the years that reports can name stand for "not known".</summary>
    private bool IsKnown(Instant instant) => _calendar.DateOf(instant).Year is >= 1000 and <= 3000;

    [GeneratedRegex(@"(?<![A-Za-z0-9_\-])[12][0-9]{3}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?")]
    private static partial Regex Day();

    [GeneratedRegex(@"(?<![0-9.])(-?[0-9]+(?:\.[0-9]+)?) (-?[0-9]+(?:\.[0-9]+)?) within ([0-9]+) m\b")]
    private static partial Regex At();
}
