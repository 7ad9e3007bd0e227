using System.Globalization;
using CsCheck;
using Pacta.Checking;
using Pacta.Model.Findings;
using static Pacta.Tests.Laws.SmallAgreement;

namespace Pacta.Tests.Laws;

/// <summary>The laws of the evidence model, over generated reports, on whole findings.</summary>
public sealed class FindingLaws
{
    /// <summary>Each law on so many histories; PACTA_CASES sets more.</summary>
    private static readonly int Cases = int.Parse(Environment.GetEnvironmentVariable("PACTA_CASES") ?? "300", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void Shuffling_the_reports_changes_no_finding() =>
        Gen.Select(ReportLines.Mixed, Gen.Int[0, 1000]).Sample(
            (lines, seed) =>
            {
                var shuffled = lines.ToArray();
                new Random(seed).Shuffle(shuffled);
                Assert.Equal(All(lines), All(shuffled));
            },
            iter: Cases);

    [Fact]
    public void An_exact_copy_of_a_report_changes_no_finding() =>
        ReportLines.Mixed.Sample(lines => Assert.Equal(All(lines), All([.. lines, lines[0]])), iter: Cases);

    [Fact]
    public void A_report_that_its_author_retracts_leaves_the_findings_as_if_it_never_was() =>
        Gen.Select(ReportLines.Mixed, ReportLines.One).Sample(
            (lines, extra) =>
            {
                var asserted = ReportLines.Render("r90", extra);
                var retraction = $$"""{"id":"r91","source":"{{extra.Source}}","recorded":"2023-01-01","retracts":["r90"]}""";
                Assert.Equal(All(lines), All([.. lines, asserted, retraction]));
            },
            iter: Cases);

    [Fact]
    public void What_was_found_as_of_a_date_stays_when_later_reports_arrive() =>
        Gen.Select(ReportLines.Mixed, ReportLines.One).Sample(
            (lines, extra) =>
            {
                var later = ReportLines.Render("r90", extra with { Recorded = "2021-06-01T00:00:00Z" });
                Assert.Equal(
                    Check(lines, "2021-05-30", null).Select(Show),
                    Check([.. lines, later], "2021-05-30", null).Select(Show));
            },
            iter: Cases);

    [Fact]
    public void Of_a_view_as_of_a_date_later_records_of_any_type_change_no_byte() =>
        Gen.Select(ReportLines.Mixed, ReportLines.Other.Array[1, 6], ReportLines.Other.Array[1, 6], ReportLines.One).Sample(
            (lines, early, late, extra) =>
            {
                string[] before = [.. lines, .. early.Select((line, i) => ReportLines.Render($"e{i:00}", line, "2021-01-15"))];
                string[] after = [.. late.Select((line, i) => ReportLines.Render($"l{i:00}", line, "2021-07-15")), ReportLines.Render("r90", extra with { Recorded = "2021-06-01T00:00:00Z" })];
                Assert.Equal(Json(before, "2021-05-30"), Json([.. before, .. after], "2021-05-30"));
            },
            iter: Cases);

    /// <summary>What is published later changes nothing, whenever it was put on record: reports, denials, corrections, retractions.</summary>
    [Fact]
    public void Of_a_view_published_as_of_a_date_what_was_published_later_changes_no_byte() =>
        Gen.Select(ReportLines.Some, ReportLines.One.Array[1, 6], Gen.Int[0, 720], Gen.Bool).Sample(
            (lines, extra, day, isRecordedToo) =>
            {
                var date = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(day);
                var (on, after) = (date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), date.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                var later = extra.Select((e, i) => ReportLines.Render($"x{i:00}", e).Replace("\"recorded\":", $"\"published\":\"{after}\",\"recorded\":", StringComparison.Ordinal));
                var retraction = $$"""{"id":"x90","source":"{{extra[0].Source}}","published":"{{after}}","recorded":"2022-06-01","retracts":["{{lines[0][7..10]}}"]}""";
                var asOf = isRecordedToo ? "2022-12-31" : null;
                Assert.Equal(Json(lines, asOf, on), Json([.. lines, .. later, retraction], asOf, on));
            },
            iter: Cases);

    [Fact]
    public void Published_as_of_a_date_without_any_date_of_publication_is_as_of_that_date() =>
        Gen.Select(ReportLines.Some, Gen.Int[0, 720]).Sample(
            (lines, day) =>
            {
                var on = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                Assert.Equal(Check(lines, on, null).Select(Show), Findings(lines, on).Select(Show));
            },
            iter: Cases);

    [Fact]
    public void A_denial_never_turns_a_kept_prohibition_into_a_breach() =>
        Gen.Select(ReportLines.Mixed, ReportLines.One).Sample(
            (lines, extra) =>
            {
                // Whoever denies what he reported himself takes it back: a consent, say, that excused what was done.
                var spoken = extra.Body[..extra.Body.IndexOf(',', StringComparison.Ordinal)].Trim();
                if (lines.Any(l => l.Contains($"\"source\":\"{extra.Source}\"", StringComparison.Ordinal) && l.Contains(spoken + ",", StringComparison.Ordinal)))
                {
                    return;
                }

                var denial = ReportLines.Render("r90", extra with { Denies = true });
                var before = Check(lines).Where(f => f.ClauseName == "silence").ToList();
                var after = Check([.. lines, denial]).Where(f => f.ClauseName == "silence" && f is { State: ClauseState.Breached, Certainty: Certainty.Certain });
                Assert.All(after, f => Assert.Contains(before, b => b.Id == f.Id && b.States.Contains(ClauseState.Breached)));
            },
            iter: Cases);

    /// <summary>Of consent that somebody else denies it is contested whether it excuses; whoever reported it and denies it later leaves nobody who says so.</summary>
    [Fact]
    public void Whoever_denies_the_consent_that_he_reported_takes_it_back()
    {
        const string Fire = """{"id":"r0","source":"watch","recorded":"2021-07-05","event":"fire_2","kind":"fire","by":"cedria","in":"strip","time":"2020-10-30"}""";
        const string Consent = """{"id":"r1","source":"beta","recorded":"2020-11-20","event":"consent_7","kind":"consent","by":"cedria","time":"2020-09-29"}""";
        Assert.Equal("Certain Excused", Silence(Consent));
        Assert.Equal("Contested Breached,Excused", Silence(Consent, Denial("watch")));
        Assert.Equal("Certain Breached", Silence(Consent, Denial("beta")));
        Assert.Equal("Certain Breached", Silence());

        static string Denial(string source) => $$"""{"id":"r9","source":"{{source}}","recorded":"2021-01-30","event":"consent_7","kind":"consent","polarity":"denies"}""";

        static string Silence(params string[] lines)
        {
            var finding = Assert.Single(Check([Fire, .. lines]), f => f is { ClauseName: "silence", Bearers: ["cedria"] } && f.Trigger.Contains("fire_2"));
            return $"{finding.Certainty} {string.Join(',', finding.States)}";
        }
    }

    [Fact]
    public void Swapping_two_parties_swaps_the_findings_and_nothing_else() =>
        ReportLines.Mixed.Sample(
            lines => Assert.Equal(
                Check(lines).Select(f => Names(f, swapped: true)).Order(StringComparer.Ordinal),
                Check(lines.Select(Swap)).Select(f => Names(f, swapped: false)).Order(StringComparer.Ordinal)),
            iter: Cases,
            print: lines => string.Join('\n', lines));

    /// <summary>
    /// Whoever believes the paper has it that the consent came on 2 December, and whoever does not, on the 14th. Cured it is in any case: as told, by the act that nobody
    /// disputes, and at a time that leaves both open, whichever of the two parties it is about.
    /// </summary>
    [Theory]
    [InlineData("aland", "borland")]
    [InlineData("borland", "aland")]
    public void What_is_certain_is_told_by_what_holds_in_every_world(string whose, string other)
    {
        string[] lines =
        [
            $$"""{"id":"r1","source":"paper","recorded":"2020-06-22T00:00:00Z","event":"consent_4","kind":"consent","by":"{{whose}}","time":{"from":"2021-12-02","to":"2021-12-03"} }""",
            $$"""{"id":"r2","source":"beta","recorded":"2020-10-02T00:00:00Z","event":"consent_4","kind":"consent","by":"{{other}}","time":{"from":"2020-02-25","to":"2020-02-27"} }""",
            $$"""{"id":"r3","source":"beta","recorded":"2020-11-04T00:00:00Z","event":"consent_7","kind":"consent","by":"{{whose}}","time":"2021-12-14" }""",
        ];

        var finding = Assert.Single(Check(lines), f => f.ClauseName == "calendar" && f.Bearers is [var by] && by == whose && f.Trigger.Contains("2021"));

        Assert.Equal((ClauseState.Cured, Certainty.Certain), (Assert.Single(finding.States), finding.Certainty));
        Assert.Equal("2021-12-01T23:00:00Z 2021-12-14T22:59:59Z", $"{finding.Changes[^1].At.Earliest} {finding.Changes[^1].At.Latest}");
        Assert.Equal(["r3"], finding.Reports.Select(r => r.Id));
    }

    [Fact]
    public void Every_certain_finding_replays_from_the_reports_that_it_cites() =>
        ReportLines.Mixed.Sample(
            lines =>
            {
                foreach (var finding in Check(lines).Where(f => f.Certainty == Certainty.Certain).Take(12))
                {
                    var cited = finding.Reports.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
                    var replayed = Check(lines.Where(l => cited.Contains(l[7..10]))).FirstOrDefault(f => f.Id == finding.Id);
                    Assert.True(replayed is not null, $"not found again: {Show(finding)}");
                    Assert.Equal(finding.States, replayed.States);
                    Assert.Equal(finding.Certainty, replayed.Certainty);
                }
            },
            iter: Cases);

    [Fact]
    public void A_retracted_retraction_restores_the_findings() =>
        Gen.Select(ReportLines.Mixed, Gen.Int[0, 13]).Sample(
            (lines, which) =>
            {
                var target = lines[which % lines.Length];
                var (id, source) = (target[7..10], SourceOf(target));
                if (source is null)
                {
                    return;
                }

                var back = $$"""{"id":"s1","source":"{{source}}","recorded":"2023-01-01","retracts":["{{id}}"]}""";
                var again = $$"""{"id":"s2","source":"{{source}}","recorded":"2023-01-02","retracts":["s1"]}""";
                Assert.Equal(All(lines), All([.. lines, back, again]));
            },
            iter: Cases);

    [Fact]
    public void What_changes_a_finding_late_is_the_cause_of_its_new_version() =>
        Gen.Select(ReportLines.Some, ReportLines.One).Sample(
            (lines, extra) =>
            {
                string[] all = [.. lines, ReportLines.Render("r90", extra with { Recorded = "2022-06-01T00:00:00Z" })];
                var before = Check(lines).ToDictionary(f => f.Id);
                var changed = Check(all).FirstOrDefault(f => !before.TryGetValue(f.Id, out var was) || !was.States.SequenceEqual(f.States) || was.Certainty != f.Certainty);
                if (changed is null || changed.ClausePath.Contains("calendar", StringComparison.Ordinal))
                {
                    return;
                }

                var versions = Pacta.Checking.FindingHistory.Of(
                    Agreement, Read(all), changed.Id, null, null, Model.Time.Moment.OnDay(new NodaTime.LocalDate(2021, 12, 31)));
                Assert.Equal(Show(changed), Show(versions[^1].Finding!));
                Assert.Contains(versions[^1].Causes, c => c.Id == "r90");
            },
            iter: Math.Min(Cases, 100));

    /// <summary>The new word is not cited by the new finding: it took away what the old one rested on.</summary>
    [Fact]
    public void A_source_that_speaks_again_of_the_excuse_is_the_cause_of_the_new_version()
    {
        string[] lines =
        [
            """{"id":"r1","source":"paper","recorded":"2020-04-25T00:00:00Z","event":"fire_1","kind":"fire","by":"aland","in":"strip","time":"2020-10-21"}""",
            """{"id":"r2","source":"alpha","recorded":"2021-04-13T00:00:00Z","event":"consent_4","kind":"consent","by":"cedria","time":"2020-06-12T13:53:00Z"}""",
            """{"id":"r3","source":"alpha","recorded":"2022-06-01T00:00:00Z","event":"consent_4","kind":"consent","by":"aland","time":"2021-10-23T11:12:00Z"}""",
            """{"id":"r4","source":"beta","recorded":"2022-06-01T00:00:00Z","event":"consent_5","kind":"consent","by":"aland","time":"2021-10-23"}""",
        ];
        var fire = Assert.Single(Check(lines), f => f.Trigger.Contains("fire_1"));
        var versions = Pacta.Checking.FindingHistory.Of(
            Agreement, Read(lines), fire.Id, null, null, Model.Time.Moment.OnDay(new NodaTime.LocalDate(2021, 12, 31)));
        Assert.Equal(
            ["Breached <- r1", "Excused <- r2", "Breached <- r3"],
            versions.Select(v => $"{v.Finding!.State} <- {string.Join(',', v.Causes.Select(c => c.Id))}"));
    }

    private static string? SourceOf(string line) =>
        System.Text.Json.JsonDocument.Parse(line).RootElement.TryGetProperty("source", out var source) ? source.GetString() : null;

    private static IEnumerable<Finding> Findings(IEnumerable<string> lines, string publishedAsOf) =>
        Checker.Check(new CheckRequest([Agreement], Read(lines)) { PublishedAsOf = Date(publishedAsOf) }).Agreements[0].Findings;

    private static List<string> All(IEnumerable<string> lines) => [.. Check(lines).Select(Show)];

    /// <summary>Aland and Borland change places; their own sources with them, which no clause asks about.</summary>
    private static string Swap(string text) => text
        .Replace("aland", "@", StringComparison.Ordinal)
        .Replace("borl@", "borland", StringComparison.Ordinal)
        .Replace("borland", "aland", StringComparison.Ordinal)
        .Replace("@", "borland", StringComparison.Ordinal);

    private static string Names(Finding finding, bool swapped)
    {
        var shown = string.Join(
            " | ",
            finding.ClausePath,
            string.Join('+', finding.Bearers.Select(b => swapped ? SwapName(b) : b).Order(StringComparer.Ordinal)),
            finding.Beneficiary is { } to && swapped ? SwapName(to) : finding.Beneficiary,
            string.Join('+', finding.Trigger.Select(t => swapped ? Swap(t) : t)),
            string.Join('/', finding.States),
            finding.Certainty,
            string.Join(' ', finding.Changes.Select(c => $"{c.State}@{c.At.Earliest}..{c.At.Latest}")));
        return shown;
    }

    private static string SwapName(string name) => name switch { "aland" => "borland", "borland" => "aland", _ => name };
}
