using CsCheck;
using Pacta.Checking;
using Pacta.Language.Compilation;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Text;
using Pacta.Presentation.Words;
using Pacta.Tests.Logic.Direct;
using Pacta.Tests.Logic.Monitoring;
using static Pacta.Tests.Laws.SmallAgreement;

namespace Pacta.Tests.Laws;

/// <summary>
/// All perspectives at once find what each finds by itself: the clauses that are not evaluated again are those that cannot differ.
/// </summary>
public sealed class PerspectiveLaws
{
    private static readonly int Cases = int.Parse(Environment.GetEnvironmentVariable("PACTA_CASES") ?? "200", System.Globalization.CultureInfo.InvariantCulture);

    private static readonly Agreement Seen = Compiled();

    private static readonly Agreement SeenByMonitors = Compiled("""
        perspective of_monitors { accepts monitor }
        perspective of_all {}
        perspective reader { takes or_more of large_exercise }
        """, """
        define answering_reply (answering_replies) at "12.1" {
          reading any_reply { means reply w }
          reading from_borland { means reply w by borland }
        }
        clause answer at "12" {
          when explanation_request r by A to B
          reading of_any_sort { B must give reply to r within 48 hours after r }
          reading of_one_sort { B must give answering_reply to r within 48 hours after r }
          reading in_unrest { B must give reply to r within 48 hours after r unless judged "calm" }
        }
        """);

    [Fact]
    public void All_perspectives_at_once_find_what_each_finds_by_itself() =>
        ReportLines.Mixed.Sample(FindTheSame, iter: Cases);

    /// <summary>What is left out makes no difference to a beginning that is earlier: but that may hang on which of two times of something else holds.</summary>
    [Fact]
    public void What_is_left_out_may_be_where_the_record_begins() => FindTheSame(
    [
        """{"id":"r1","source":"watch","recorded":"2021-11-10T00:00:00Z","event":"c","kind":"consent","by":"aland","time":"2020-03-20"}""",
        """{"id":"r2","source":"beta","recorded":"2021-11-11T00:00:00Z","event":"c","kind":"consent","by":"aland","time":"2021-02-13"}""",
        """{"id":"r3","source":"beta","recorded":"2021-11-12T00:00:00Z","event":"a","kind":"action","by":"aland","time":"2020-10"}""",
    ]);

    private static void FindTheSame(string[] lines)
    {
        var request = new CheckRequest([Seen], Read(lines), null, Model.Time.Moment.OnDay(new NodaTime.LocalDate(2021, 12, 31)));
        var together = Checker.Check(request with { WithEachPerspective = true }).Agreements[0];
        Assert.Equal(Seen.Vocabulary.Perspectives.Keys, together.Perspectives.Select(p => p.Name));
        foreach (var under in together.Perspectives)
        {
            var alone = Checker.Check(request with { Perspective = under.Name }).Agreements[0];
            Assert.Equal(alone.Findings.Select(Whole), under.Findings.Select(Whole));
            Assert.Equal(alone.LeftOut.Length, under.LeftOut.Length);
        }
    }

    /// <summary>What is only counted is certainly met to all; whatever one finds otherwise is among the findings of each.</summary>
    [Fact]
    public void What_is_counted_is_the_same_to_all()
    {
        var (counted, differing) = (0, 0);
        Gen.Select(ReportLines.Mixed, Gen.Int[0, 1_000_000]).Sample(
            (mixed, seed) =>
            {
                var dice = new Dice(seed);
                var kept = PlainFindingsTests.MostlyKept(dice).ToList();
                var lines = (dice.OneIn(3) ? mixed : []).Concat(kept).Concat(dice.OneIn(3) ? kept.Where(_ => dice.OneIn(6)).Select(Denied) : []).ToList();
                var request = new CheckRequest([dice.OneIn(4) ? Seen : SeenByMonitors], Read(lines), null, Model.Time.Moment.OnDay(new NodaTime.LocalDate(2021, 12, 31))) { WithEachPerspective = true };
                var (all, some) = (Checker.Check(request).Agreements[0], Checker.Check(request with { MostListed = 0 }).Agreements[0]);
                var listed = some.Findings.Concat(some.Perspectives.SelectMany(p => p.Findings)).Select(f => f.Id).ToHashSet(StringComparer.Ordinal);

                // An event that only stands in the reasons of what is counted is told all the same.
                Assert.Empty(NotCounted(all).Except(NotCounted(some)));
                var without = all.Findings.Where(f => !listed.Contains(f.Id)).ToList();
                Assert.All(without, f => Assert.True(f is { State: ClauseState.Met, Certainty: Certainty.Certain }, Show(f)));
                Assert.Equal(all.Findings.Where(f => listed.Contains(f.Id)).Select(Whole), some.Findings.Select(Whole));
                Assert.Equal(without.Count, some.Plain.Sum(p => p.Count));
                foreach (var (under, its) in all.Perspectives.Zip(some.Perspectives))
                {
                    Assert.Equal(under.Findings.Where(f => listed.Contains(f.Id)).Select(Whole), its.Findings.Select(Whole));
                    Assert.Equal(without.Select(f => (f.Id, f.State, f.Certainty)).Order(), under.Findings.Where(f => !listed.Contains(f.Id)).Select(f => (f.Id, f.State, f.Certainty)).Order());
                    differing += its.Findings.Count(f => some.Findings.Any(o => o.Id == f.Id && Whole(o) != Whole(f)));
                }

                counted += without.Count;
            },
            iter: Cases,
            threads: 1);
        Assert.InRange(counted, Math.Max(1, Cases / 50), int.MaxValue); // mostly six times as many
        Assert.InRange(differing, Math.Max(1, Cases / 50), int.MaxValue); // a few of them come in heaps
    }

    /// <summary>The same event, of which a party says that it did not happen.</summary>
    private static string Denied(string line)
    {
        using var read = System.Text.Json.JsonDocument.Parse(line);
        var (id, @event, kind) = (read.RootElement.GetProperty("id"), read.RootElement.GetProperty("event"), read.RootElement.GetProperty("kind"));
        return $$"""{"id":"no_{{id}}","source":"beta","recorded":"2020-12-31T00:00:00Z","polarity":"denies","event":"{{@event}}","kind":"{{kind}}"}""";
    }

    /// <summary>The acts that are told not to count, because they come too early for all that they could be for.</summary>
    private static IEnumerable<string> NotCounted(AgreementFindings findings) =>
        Speech.Default.Notes.NotCounted(findings.Findings, findings.CountedActs);

    private static string Whole(Finding finding) => $"{finding.Id} {finding.IsSettled} {Show(finding)}";

    internal static Agreement Compiled() => Compiled("""
        standard two { needs 2 origins }
        perspective of_monitors { accepts monitor }
        perspective of_parties { accepts party, media }
        perspective of_all {}
        perspective strict { standard two }
        perspective reader { takes or_more of large_exercise }
        """);

    private static Agreement Compiled(string perspectives, string clauses = "")
    {
        var result = Compiler.Compile([new SourceText("laws.pacta", $"{Text.TrimEnd().TrimEnd('}')}{clauses}\n}}\n{perspectives}")]);
        Assert.Empty(result.Diagnostics.Where(d => d.Severity == Model.Diagnostics.Severity.Error).Select(d => d.Headline));
        return result.Agreements[0];
    }
}
