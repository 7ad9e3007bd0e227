using System.Collections.Immutable;
using Pacta.Checking;
using Pacta.Language.Compilation;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Findings;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Model.Time;
using Pacta.Model.Values;
using Pacta.Presentation.Json;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Words;
using Pacta.Reports;

namespace Pacta.Tests.Laws;

/// <summary>An agreement with one clause of each form, symmetric in its parties, for the laws of docs/semantics.md and the evidence model.</summary>
internal static class SmallAgreement
{
    public const string Text = """
        vocabulary laws {
          unit m
          unit km is 1_000 m
          unit person
          actor aland, borland, cedria
          kind asset (assets) of actor in place with range km
          kind tank (tanks) is asset
          kind missile (missiles) is asset
          event hold exercise (exercises) is activity by actor in place with troops person, alert truth
          event give notification (notifications) by actor of activity to actor
          event send explanation_request by actor to actor
          event give reply by actor to request
          event open fire by actor against actor in place
          event take action by actor
          event give consent by actor
        }
        source alpha is party of aland
        source beta is party of borland
        source watch is monitor
        source paper is media
        agreement "Agreement of the laws" as laws_agreement {
          status political
          signed 2020-01-01
          enters into force 2020-01-02
          time zone "Europe/Vienna"
          parties aland, borland, cedria
          use laws
          zone strip
          line front
          define large_exercise (large_exercises) at "2" {
            reading or_more by somebody { means exercise x where troops of x at least 9_000 }
            reading more_than by somebody_else { means exercise x where troops of x more than 9_000 }
          }
          clause notice at "1" {
            when large_exercise x by A
            A must give notification of x to each other party no later than 10 days before start of x
          }
          exception alert to notice at "1.1" {
            if x is alert
            A must give notification of x to each other party no later than start of x
          }
          clause explanation at "3" {
            when explanation_request r by A to B
            B must give reply to r within 48 hours after r
            otherwise A has power to take action
          }
          clause quota at "4" { each party P must keep number of exercises by P per calendar year at most 2 }
          clause sliding at "5" { each party P must keep number of exercises by P in any 20 days at most 1 }
          clause ceiling at "6" { each party P must keep number of tanks of P in strip at most 100 }
          clause silence at "7" { each party must not open fire in strip unless there was consent by cedria }
          clause far at "8" { each party P must keep each missile m of P at least 50 km away from front }
          clause calendar at "9" { each party must give consent every year by 15 november }
          clause judged_calm at "11" {
            while judged "calm"
            each party must not take action
          }
          clause missiles at "10" { each party must not have missile m where range of m more than 500 km }
        }
        """;

    private static readonly Lazy<Agreement> Compiled = new(() =>
    {
        var result = Compiler.Compile([new SourceText("laws.pacta", Text)], null);
        Assert.DoesNotContain(result.Diagnostics, d => d.Severity == Severity.Error);
        return result.Agreements[0];
    });

    public static Agreement Agreement => Compiled.Value;

    /// <param name="names">Takes the names of plain reports, which are then rows; null: each is read as a whole.</param>
    public static ImmutableArray<ReportRecord> Read(IEnumerable<string> lines, NumberedNames? names = null)
    {
        var bag = new DiagnosticBag();
        var file = ReportReader.Read(new SourceText("laws.jsonl", string.Join('\n', lines)), bag, keepGoing: true, names: names);
        Assert.Empty(bag.Items.Select(d => $"{d.Code} {d.Headline}"));
        return file.Records;
    }

    public static ImmutableArray<Finding> Check(IEnumerable<string> lines, string? asOf = null, string? until = "2021-12-31")
    {
        var result = Checker.Check(new CheckRequest([Agreement], Read(lines), Date(asOf), Date(until)));
        return result.Agreements[0].Findings;
    }

    /// <summary>All that a check writes as JSON; of the manifest only what does not name the reports.</summary>
    public static string Json(IEnumerable<string> lines, string? asOf, string? publishedAsOf = null)
    {
        var result = Checker.Check(new CheckRequest([Agreement], Read(lines), Date(asOf)) { PublishedAsOf = Date(publishedAsOf) });
        var options = new RunOptions(asOf, null, null, false, false, [], "assess", "en") { PublishedAsOf = publishedAsOf };
        var report = new CheckReport(
            new Manifest("laws", options, [], [], []),
            [.. result.Agreements.Select(a => new AgreementFindings(a.Agreement, a.Through, a.Findings, a.Determinations, a.NotUsed, a.TakenBack))],
            result.LinesLeftOut,
            true);
        using var output = new MemoryStream();
        CheckJson.Write(output, report, Speech.Default);
        return System.Text.Encoding.UTF8.GetString(output.ToArray());
    }

    /// <summary>Everything that a finding says, as text, without its id.</summary>
    public static string Show(Finding f) => string.Join(
        " | ",
        f.ClausePath,
        string.Join('+', f.Bearers),
        f.Beneficiary,
        string.Join('+', f.Trigger),
        string.Join('/', f.States),
        f.Certainty,
        string.Join(' ', f.Changes.Select(c => $"{c.State}@{c.At.Earliest}..{c.At.Latest}")),
        string.Join(' ', f.Outcomes.Select(o => $"[{string.Join('&', o.If.Select(c => $"{c.Subject}={c.Value}"))}:{string.Join('/', o.States)}]").Order(StringComparer.Ordinal)),
        string.Join(';', f.Causes.Select(Speech.Default.Causes.Of)),
        string.Join(';', f.Notes.Select(Speech.Default.Notes.Of)),
        string.Join(',', f.Reports.Select(r => r.Id)));

    public static Moment? Date(string? date) => date is null ? null : Moment.OnDay(NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value);
}
