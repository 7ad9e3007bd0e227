using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using NodaTime;
using Pacta.Evidence;
using Pacta.Logic.Monitoring;
using Pacta.Logic.Reference;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Tests.Agreements;
using Pacta.Tests.Laws;
using Pacta.Tests.Logic.Direct;
using Pacta.Tests.Logic.Reference;
using Pacta.Tests.Logic.Reference.Resolving;

namespace Pacta.Tests.Logic.Monitoring;

/// <summary>
/// What the monitor finds of an agreement is what the reference evaluator finds of the whole history: at once, and after any changes of it. PACTA_CASES sets
/// how many cases are tried, from another seed each time.
/// </summary>
public sealed class NormMonitorTests
{
    private static readonly int? Wanted = int.TryParse(Environment.GetEnvironmentVariable("PACTA_CASES"), CultureInfo.InvariantCulture, out var cases) ? cases : null;

    [Fact]
    public void Every_scenario_of_the_library_is_found_as_the_reference_finds_it()
    {
        var (findings, plain) = (0, 0);
        foreach (var scenario in Library.Result.Scenarios)
        {
            var agreement = Library.AgreementOf(scenario);
            var perspective = scenario.Perspective is { } name ? agreement.Vocabulary.Perspectives.GetValueOrDefault(name) : null;
            var at = scenario.Expectations.Max(e => e.On.In(agreement.Calendar.Zone).Latest);
            var history = HistoryBuilder.Build(scenario.Reports, agreement.Vocabulary, agreement.Calendar.Zone, at, at, new DiagnosticBag(), perspective: perspective);
            var clauses = LibraryScenarios.ClausesOf(scenario);
            var expected = ReferenceEvaluator.Evaluate(agreement, history, perspective, clauses);
            var monitor = new NormMonitor(agreement, history, perspective, clauses, processors: 2);
            var difference = Structure.Difference(expected, monitor.Findings);
            Assert.True(difference is null, $"{scenario.Title}: {difference}");
            findings += expected.Length;
            if (clauses is null)
            {
                // The reference takes longest: what is only counted is held against the same findings.
                plain += PlainFindingsTests.Compare(agreement, history, perspective, expected, () => scenario.Title);
            }
        }

        Assert.InRange(plain, 10, int.MaxValue);
        Assert.InRange(findings, 5_000, int.MaxValue);
    }

    [Fact]
    public void Invented_agreements_with_exact_histories_that_change_are_found_as_the_reference_finds_them()
    {
        var seeds = Wanted is null ? new Random(20_261_129) : new Random();
        var (revised, all) = (0, 0L);
        for (var left = Wanted ?? 400; left > 0; left--)
        {
            var seed = seeds.Next();
            var example = CaseMaker.Make(seed);
            if (example.Compile().Agreement is not { } agreement)
            {
                continue;
            }

            var dice = new Dice(seed);
            Revised(agreement, null, Parts(example.History, example.Horizon, dice), () => $"case {seed}\n{example.Words}", ref revised, ref all);
        }

        Assert.True(revised > 0 && all > 0, "nothing was revised");
        Assert.True(revised < all * 7 / 10, $"of {all} units {revised} were evaluated anew: nothing was told apart");
    }

    [Fact]
    public void Disputed_reports_that_come_and_go_are_found_as_the_reference_finds_them()
    {
        var (revised, all) = (0, 0L);
        Gen.Select(DisputedLines.Some, Gen.Int[0, 1_000_000]).Sample(
            (lines, seed) =>
            {
                var agreement = SmallAgreement.Agreement;
                var dice = new Dice(seed);
                var histories = Enumerable.Range(0, 4).Select(_ => HistoryBuilder.Build(
                    SmallAgreement.Read([.. lines.Where(_ => !dice.OneIn(4))]), agreement.Vocabulary, agreement.Calendar.Zone, null,
                    Instant.FromUtc(2021, 1, dice.Number(5, 31), 0, 0), new DiagnosticBag(), agreement.Matters)).ToArray();
                Revised(agreement, null, histories, () => string.Join('\n', lines), ref revised, ref all);
            },
            iter: Wanted ?? 60,
            threads: 1);
        Assert.True(revised > 0 && revised < all, $"of {all} units {revised} were evaluated anew");
    }

    [Fact]
    public void A_notice_that_suspends_under_one_reading_comes_late_and_is_taken_back()
    {
        var agreement = Example.Agreed("""
            clause rest {
              reading only_later { each party has power to give suspension_notice as from 2021-01-01 }
              reading always { each party has power to give suspension_notice }
            }
            clause ceiling { each party P must keep number of tanks of P at most 1 }
            """);
        string[] lines =
        [
            Example.Report("r1", "watch", "depot", "tank", "2020-03-01", "\"of\":\"aland\",\"fields\":{\"count\":3}"),
            Example.Report("r2", "watch", "rests", "suspension_notice", "2020-02-01", "\"by\":\"aland\""),
        ];
        History[] histories = [After(lines[0]), After(lines), After(lines[0])];
        var (revised, all) = (0, 0L);

        Revised(agreement, null, histories, () => "a suspension", ref revised, ref all);

        Assert.Equal(
            ["Certain: Breached", "Undetermined: Breached or Suspended", "Certain: Breached"],
            histories.Select(h => Example.Outcome(ReferenceEvaluator.Evaluate(agreement, h, null).Single("ceiling", "aland"))));

        History After(params IEnumerable<string> reports) => HistoryBuilder.Build(
            Example.Read(reports), agreement.Vocabulary, agreement.Calendar.Zone, null, Instant.FromUtc(2020, 6, 1, 0, 0), new DiagnosticBag(), agreement.Matters);
    }

    /// <summary>Histories that have some of the facts, each a few others than the one before; the end mostly moves on. The same facts are the same objects.</summary>
    private static List<History> Parts(History whole, Instant last, Dice dice)
    {
        var isThere = whole.Facts.Select(_ => !dice.OneIn(3)).ToArray();
        var horizon = last - Duration.FromDays(dice.Number(0, 60));
        var parts = new List<History>();
        for (var step = 0; step < 6; step++)
        {
            horizon = dice.OneIn(12) ? horizon - Duration.FromDays(dice.Number(1, 20)) : dice.OneIn(2) ? horizon : Instant.Min(last, horizon + Duration.FromDays(dice.Number(0, 30)));
            parts.Add(whole with { Facts = [.. whole.Facts.Where((_, i) => isThere[i])], Through = horizon });
            for (var i = 0; i < isThere.Length; i++)
            {
                isThere[i] ^= dice.OneIn(8);
            }
        }

        return parts;
    }

    private static void Revised(Agreement agreement, Perspective? perspective, IReadOnlyList<History> histories, Func<string> words, ref int revised, ref long all)
    {
        var monitor = new NormMonitor(agreement, histories[0], perspective, isRevisable: true, processors: 1);
        var before = monitor.Findings;
        var (perAll, last) = (monitor.Evaluations, monitor.Evaluations);
        for (var i = 1; i < histories.Count; i++)
        {
            var (changes, others) = Changes(histories[i - 1], histories[i]);
            if (i % 2 == 0)
            {
                monitor = WrittenDownAndTakenUp(monitor, agreement, histories[i - 1], perspective);
                last = monitor.Evaluations;
            }

            var told = monitor.Revise(histories[i], changes, others);
            var expected = ReferenceEvaluator.Evaluate(agreement, histories[i], perspective);
            var difference = Structure.Difference(expected, monitor.Findings);
            Assert.True(difference is null, $"after change {i}: {difference}\n{string.Join('\n', changes.Select(c => $"{c.Before?.Key ?? "-"} -> {c.After?.Key ?? "-"}"))}\nthrough {histories[i].Through}\n{words()}");
            var atOnce = Structure.Difference(expected, new NormMonitor(agreement, histories[i], perspective).Findings);
            Assert.True(atOnce is null, $"at once, history {i}: {atOnce}\nthrough {histories[i].Through}\n{words()}");
            var (real, ids) = (Real(before, expected), told.Select(c => (c.Before ?? c.After)!.Id).Order(StringComparer.Ordinal).ToList());
            Assert.True(real.Select(r => r.Id).SequenceEqual(ids), $"told: {string.Join(", ", ids)}\nreal:\n{string.Join('\n', real.Select(r => $"{r.Id} {r.Difference}"))}");
            before = expected;
            revised += (int)(monitor.Evaluations - last);
            all += perAll;
            last = monitor.Evaluations;
        }
    }

    private static NormMonitor WrittenDownAndTakenUp(NormMonitor monitor, Agreement agreement, History history, Perspective? perspective)
    {
        using var state = new MemoryStream();
        monitor.Save(state);
        state.Position = 0;
        var resumed = NormMonitor.Resume(agreement, history, state, perspective);
        Assert.Null(Structure.Difference(monitor.Findings, resumed.Findings));
        Assert.Equal(0, resumed.Evaluations);
        return resumed;
    }

    private static List<(string Id, string? Difference)> Real(ImmutableArray<Finding> before, ImmutableArray<Finding> after)
    {
        var (old, now) = (before.ToDictionary(f => f.Id), after.ToDictionary(f => f.Id));
        return [.. old.Keys.Union(now.Keys)
            .Select(id => (Id: id, Difference: Structure.Difference(old.GetValueOrDefault(id), now.GetValueOrDefault(id))))
            .Where(d => d.Difference is not null)
            .OrderBy(d => d.Id, StringComparer.Ordinal)];
    }

    private static (List<(Fact? Before, Fact? After)> Facts, bool Others) Changes(History before, History after)
    {
        var old = before.Facts.Concat(before.Counts).ToDictionary(f => f.Key, StringComparer.Ordinal);
        var now = after.Facts.Concat(after.Counts).ToDictionary(f => f.Key, StringComparer.Ordinal);
        var changes = old.Keys.Union(now.Keys)
            .Select(k => (Before: old.GetValueOrDefault(k), After: now.GetValueOrDefault(k)))
            .Where(c => Structure.Difference(c.Before, c.After) is not null)
            .ToList();
        return (changes, Structure.Difference(before with { Facts = [], Counts = [], Through = default }, after with { Facts = [], Counts = [], Through = default }) is not null);
    }
}
