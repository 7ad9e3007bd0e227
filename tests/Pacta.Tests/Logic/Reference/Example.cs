using System.Collections.Immutable;
using NodaTime.Text;
using Pacta.Checking;
using Pacta.Language.Compilation;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Findings;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Model.Time;
using Pacta.Presentation.Words;
using Pacta.Reports;
using Pacta.Tests.Logic.Direct;

namespace Pacta.Tests.Logic.Reference;

/// <summary>A few clauses between invented parties and a few report lines: what is found.</summary>
internal static class Example
{
    /// <param name="header">Lines of the agreement before its clauses; the parties are aland, borland and cedria, in force since 2020-01-01.</param>
    public static ImmutableArray<Finding> Findings(string clauses, IEnumerable<string> lines, string until, string header = "", string standing = "political") =>
        Checker.Check(new CheckRequest([Agreed(clauses, header, standing)], Read(lines), null, Moment.OnDay(LocalDatePattern.Iso.Parse(until).Value))).Agreements[0].Findings;

    public static Agreement Agreed(string clauses, string header = "", string standing = "political")
    {
        var text = $$"""
            {{InventedCase.Vocabulary}}

            source watch is monitor
            source paper is media
            source alpha is party of aland
            source beta is party of borland

            agreement "Example" as example_agreement {
              status {{standing}}
              enters into force 2020-01-01
              time zone "UTC"
              parties aland, borland, cedria
              use invented
              {{header}}
              {{clauses}}
            }
            """;
        var compiled = Compiler.Compile([new SourceText("example.pacta", text)]);
        Assert.Empty(compiled.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => $"{d.Code} {d.Headline}"));
        return compiled.Agreements[0];
    }

    public static ImmutableArray<ReportRecord> Read(IEnumerable<string> lines)
    {
        var bag = new DiagnosticBag();
        var records = ReportReader.Read(new SourceText("example.jsonl", string.Join('\n', lines)), bag, keepGoing: false).Records;
        Assert.Empty(bag.Items.Select(d => $"{d.Code} {d.Headline}"));
        return records;
    }

    /// <param name="alone">Nobody else is named with the bearer.</param>
    public static Finding Single(this ImmutableArray<Finding> findings, string clause, string bearer, string? trigger = null, bool alone = false)
    {
        var found = findings
            .Where(f => f.ClauseName == clause && f.Bearers.Contains(bearer) && (trigger is null || f.Trigger.Contains(trigger)) && (!alone || f.Bearers.Length == 1))
            .ToArray();
        Assert.True(found.Length == 1, $"{found.Length} findings of {clause} by {bearer}; there are:\n{string.Join('\n', findings.Select(Show))}");
        return found[0];
    }

    /// <summary>One report of one event.</summary>
    /// <param name="rest">More members of the line, as JSON.</param>
    public static string Report(string id, string source, string @event, string kind, string time, string rest = "") =>
        $$"""{"id":"{{id}}","source":"{{source}}","recorded":"2020-12-31T00:00:00Z","event":"{{@event}}","kind":"{{kind}}","time":"{{time}}"{{(rest.Length > 0 ? "," + rest : string.Empty)}}}""";

    public static string Denial(string id, string source, string @event, string kind, string rest = "") =>
        $$"""{"id":"{{id}}","source":"{{source}}","recorded":"2020-12-31T00:00:00Z","event":"{{@event}}","kind":"{{kind}}","polarity":"denies"{{(rest.Length > 0 ? "," + rest : string.Empty)}}}""";

    public static ImmutableArray<string> Assumed(Finding f) => Speech.Default.Notes.Assumed(f);

    public static string Show(Finding f) =>
        $"{f.ClauseName} {string.Join('+', f.Bearers)}{(f.IsUnattributed ? " (not attributed)" : string.Empty)} to {f.Beneficiary ?? "-"} on {string.Join(',', f.Trigger)}: {Outcome(f)} [{Course(f)}]";

    public static string Outcome(Finding f) => $"{f.Certainty}: {string.Join(" or ", f.States)}";

    public static string Course(Finding f) =>
        string.Join("; ", f.Changes.Select(c => $"{c.State} {InstantPattern.General.Format(c.At.Earliest)[..10]}"));
}
