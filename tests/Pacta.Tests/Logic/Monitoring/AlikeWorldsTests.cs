using System.Globalization;
using CsCheck;
using NodaTime;
using Pacta.Evidence;
using Pacta.Language.Compilation;
using Pacta.Logic.Monitoring;
using Pacta.Logic.Reference;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Tests.Laws;
using Pacta.Tests.Logic.Direct;

namespace Pacta.Tests.Logic.Monitoring;

/// <summary>
/// Where several nouns are read in several ways, the monitor evaluates only the ways that may differ: what it finds is what the reference evaluator finds in each of them.
/// PACTA_CASES sets how many cases are tried.
/// </summary>
public sealed class AlikeWorldsTests
{
    private static readonly int Cases = int.Parse(Environment.GetEnvironmentVariable("PACTA_CASES") ?? "150", CultureInfo.InvariantCulture);

    private static readonly Agreement Agreement = Compiled("""
        define turn (turns) at "2.1" {
          reading few { means exercise x where troops of x less than 5_000 }
          reading fewer { means exercise x where troops of x less than 3_000 and x is alert }
        }
        define drill (drills) at "2.2" {
          reading any_of_them { means exercise x where troops of x at least 1_000 }
          reading no_turn { means exercise x where troops of x at least 1_000 and x is not turn }
          reading in_peace { means exercise x where there was no fire f by aland }
        }
        define called (called_ones) at "2.3" {
          reading by_alert { means exercise x where x is alert }
          reading by_breach { means exercise x where x is alert and there was no breach of calm by aland }
        }
        define answering_reply (answering_replies) at "2.4" {
          reading any_reply { means reply w }
          reading from_aland { means reply w by aland }
        }
        clause calm at "1" { each party must not open fire in strip }
        clause notice at "3" {
          when drill x by A
          reading whoever { A must give notification of x to each other party no later than 10 days before start of x }
          reading unless_turn { A must give notification of x to each other party no later than 10 days before start of x unless x is turn }
        }
        exception no_notice to notice at "3.1" {
          if x is called
          A must give notification of x to each other party no later than start of x
        }
        clause answer at "4" {
          when explanation_request r by A to B
          B must give answering_reply to r within 48 hours after r
        }
        clause report at "5" {
          when called x by A
          while number of drills by A per calendar year at most 2
          A must give notification of x to borland within 30 days after start of x
        }
        """);

    [Fact]
    public void What_each_way_to_read_the_text_comes_to_is_found_as_the_reference_finds_it()
    {
        var (counted, listed) = (0, 0);
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                var lines = Lines(new Dice(seed)).ToList();
                var history = HistoryBuilder.Build(
                    SmallAgreement.Read(lines), Agreement.Vocabulary, Agreement.Calendar.Zone, null, Instant.FromUtc(2020, 12, 31, 0, 0), new DiagnosticBag(), Agreement.Matters);
                var expected = ReferenceEvaluator.Evaluate(Agreement, history);
                var difference = Structure.Difference(expected, new NormMonitor(Agreement, history).Findings);
                Assert.True(difference is null, $"{difference}\n{string.Join('\n', lines)}");
                difference = Structure.Difference(expected, new NormMonitor(Agreement, history, isRevisable: true).Findings);
                Assert.True(difference is null, $"kept up to date: {difference}\n{string.Join('\n', lines)}");
                counted += PlainFindingsTests.Compare(Agreement, history, null, expected, () => string.Join('\n', lines));
                listed += expected.Length;
            },
            iter: Cases,
            threads: 1);
        Assert.InRange(counted, Cases / 30, listed);
    }

    /// <summary>Exercises at and about the bounds, notified or not, alert or not or nobody knows; some requests and replies; now and then fire, and what is disputed.</summary>
    private static IEnumerable<string> Lines(Dice dice)
    {
        var number = 0;
        foreach (var n in Enumerable.Range(0, dice.Number(1, 3)))
        {
            var by = dice.Of("aland", "borland", "cedria");
            var at = new LocalDateTime(2020, 3, 1, 12, 0).PlusDays(n * 20);
            var alert = dice.Of(string.Empty, ",\"alert\":true", ",\"alert\":false");
            yield return Line($"\"event\":\"x{n}\",\"kind\":\"exercise\",\"by\":\"{by}\",\"time\":{Time(at)},\"fields\":{{\"troops\":{dice.Of(999, 1_000, 2_999, 3_000, 4_999, 5_000)}{alert}}}");
            if (dice.OneIn(12))
            {
                yield return Line($"\"event\":\"x{n}\",\"kind\":\"exercise\",\"by\":\"{by}\",\"time\":{Time(at)},\"fields\":{{\"troops\":{dice.Of(2_000, 6_000)}}}");
            }

            foreach (var other in new[] { "aland", "borland", "cedria" }.Where(o => o != by && !dice.OneIn(4)))
            {
                yield return Line($"\"event\":\"n{n}_{other}\",\"kind\":\"notification\",\"by\":\"{by}\",\"of\":\"x{n}\",\"to\":\"{other}\",\"time\":{Time(at.PlusDays(-dice.Of(-3, 9, 10, 30, 30)))}");
            }

            yield return Line($"\"event\":\"q{n}\",\"kind\":\"explanation_request\",\"by\":\"borland\",\"to\":\"{dice.Of("aland", "cedria")}\",\"time\":{Time(at)}");
            yield return Line($"\"event\":\"a{n}\",\"kind\":\"reply\",\"by\":\"{dice.Of("aland", "cedria")}\",\"to\":\"q{n}\",\"time\":{Time(at.PlusHours(dice.Of(1, 48, 49)))}");
        }

        if (dice.OneIn(3))
        {
            yield return Line($"\"event\":\"f\",\"kind\":\"fire\",\"by\":\"{dice.Of("aland", "borland")}\",\"in\":\"strip\",\"time\":{Time(new LocalDateTime(2020, 3, 10, 0, 0))}");
        }

        string Line(string claim) => $"{{\"id\":\"r{number++:00}\",\"source\":\"{dice.Of("alpha", "watch")}\",\"recorded\":\"2020-12-31T00:00:00Z\"{(dice.OneIn(20) ? ",\"polarity\":\"denies\"" : string.Empty)},{claim}}}";

        string Time(LocalDateTime at) => dice.OneIn(6) ? $"\"{at:uuuu-MM-dd}\"" : $"\"{at:uuuu-MM-ddTHH:mm:ss}Z\"";
    }

    private static Agreement Compiled(string clauses)
    {
        var head = SmallAgreement.Text[..SmallAgreement.Text.IndexOf("  define large_exercise", StringComparison.Ordinal)];
        var result = Compiler.Compile([new SourceText("alike.pacta", $"{head}{clauses}\n}}")], null);
        Assert.Empty(result.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Headline));
        return result.Agreements[0];
    }
}
