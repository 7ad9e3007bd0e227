using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Pacta.Evidence;
using Pacta.Logic.Monitoring;
using Pacta.Logic.Reference;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Values;
using Pacta.Tests.Laws;
using Pacta.Tests.Logic.Direct;

namespace Pacta.Tests.Logic.Monitoring;

/// <summary>
/// What is only counted is, one by one, certainly met with nothing else to tell; all else is found as the reference evaluator finds it, and the same is
/// reported to stand in no finding. PACTA_CASES sets how many cases are tried.
/// </summary>
public sealed class PlainFindingsTests
{
    private static readonly int? Wanted = int.TryParse(Environment.GetEnvironmentVariable("PACTA_CASES"), CultureInfo.InvariantCulture, out var cases) ? cases : null;

    private int _plain;

    [Fact]
    public void Of_invented_agreements()
    {
        var seeds = Wanted is null ? new Random(20_261_130) : new Random();
        for (var left = Wanted ?? 600; left > 0; left--)
        {
            var seed = seeds.Next();
            var example = CaseMaker.Make(seed);
            if (example.Compile().Agreement is { } agreement)
            {
                Compare(agreement, example.History, () => $"case {seed}\n{example.Words}");
            }
        }

        Assert.InRange(_plain, (Wanted ?? 600) / 200, int.MaxValue);
    }

    [Fact]
    public void Of_duties_that_are_mostly_kept()
    {
        var seeds = Wanted is null ? new Random(20_261_131) : new Random();
        for (var left = Wanted ?? 300; left > 0; left--)
        {
            var seed = seeds.Next();
            var lines = MostlyKept(new Dice(seed)).ToList();
            var agreement = SmallAgreement.Agreement;
            var history = HistoryBuilder.Build(
                SmallAgreement.Read(lines, left % 2 == 0 ? new NumberedNames() : null), agreement.Vocabulary, agreement.Calendar.Zone, null, Instant.FromUtc(2020, 12, 31, 0, 0), new DiagnosticBag(), agreement.Matters);
            Compare(agreement, history, () => string.Join('\n', lines));
        }

        Assert.InRange(_plain, Wanted ?? 300, int.MaxValue);
    }

    /// <summary>Requests that are answered and exercises that are notified, nearly all of them in time, at and around the bounds; some of it disputed.</summary>
    internal static IEnumerable<string> MostlyKept(Dice dice)
    {
        var number = 0;
        foreach (var n in Enumerable.Range(0, dice.Number(1, 4)))
        {
            var (by, to) = dice.Of(("aland", "borland"), ("borland", "cedria"), ("cedria", "aland"));
            var at = new LocalDateTime(2020, 3, 1, 12, 0).PlusDays(n * 20);
            if (dice.OneIn(2))
            {
                yield return Line($"\"event\":\"q{n}\",\"kind\":\"explanation_request\",\"by\":\"{by}\",\"to\":\"{to}\",\"time\":{Time(at)}");
                foreach (var hours in dice.Of<int[]>([1], [47], [48], [24], [30, 60], [-3, 20], [49], []))
                {
                    yield return Line($"\"event\":\"a{n}_{hours}\",\"kind\":\"reply\",\"by\":\"{(dice.OneIn(12) ? "cedria" : to)}\",\"to\":\"q{n}\",\"time\":{Time(at.PlusHours(hours))}");
                }
            }
            else
            {
                yield return Line($"\"event\":\"x{n}\",\"kind\":\"exercise\",\"by\":\"{by}\",\"time\":{Time(at)},\"fields\":{{\"troops\":{dice.Of(8_999, 9_000, 9_001, 12_000, 12_000)}{dice.Of(string.Empty, ",\"alert\":true", ",\"alert\":false", ",\"alert\":false")}}}");
                foreach (var other in new[] { "aland", "borland", "cedria" }.Where(o => o != by && !dice.OneIn(10)))
                {
                    yield return Line($"\"event\":\"n{n}_{other}\",\"kind\":\"notification\",\"by\":\"{by}\",\"of\":\"x{n}\",\"to\":\"{other}\",\"time\":{Time(at.PlusDays(-dice.Of(9, 10, 11, 30, 30)))}");
                }
            }
        }

        string Line(string claim) => $"{{\"id\":\"kept{number++:00}\",\"source\":\"{dice.Of("alpha", "watch")}\",\"recorded\":\"2020-12-31T00:00:00Z\"{(dice.OneIn(15) ? ",\"polarity\":\"denies\"" : string.Empty)},{claim}}}";

        string Time(LocalDateTime at) => dice.OneIn(6) ? $"\"{at:uuuu-MM-dd}\"" : $"\"{at:uuuu-MM-ddTHH:mm:ss}Z\"";
    }

    private void Compare(Agreement agreement, History history, Func<string> words) => _plain += Compare(agreement, history, null, ReferenceEvaluator.Evaluate(agreement, history), words);

    /// <param name="all">What the reference evaluator finds.</param>
    /// <returns>How much was only counted.</returns>
    internal static int Compare(Agreement agreement, History history, Perspective? perspective, ImmutableArray<Finding> all, Func<string> words)
    {
        var monitor = new NormMonitor(agreement, history, perspective, mostListed: 0);
        var counted = 0;
        var listed = monitor.Findings.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        var difference = Structure.Difference(all.RemoveAll(f => !listed.Contains(f.Id)), monitor.Findings);
        Assert.True(difference is null, $"{difference}\n{words()}");
        foreach (var clause in all.Where(f => !listed.Contains(f.Id)).GroupBy(f => f.ClausePath))
        {
            Assert.All(clause, f => Assert.True(
                f is { State: ClauseState.Met, Certainty: Certainty.Certain, Derivation.Code: DerivationCode.Performed } && !f.Notes.Any(n => n.Code is NoteCode.TooEarly or NoteCode.TakenToBeComplete or NoteCode.DeniesUnsaid),
                $"{SmallAgreement.Show(f)}\n{words()}"));
            var plain = Assert.Single(monitor.Plain, p => p.Example.ClausePath == clause.Key);
            Assert.Equal(clause.Count(), plain.Count);
            Assert.Contains(plain.Example.Id, clause.Select(f => f.Id));
            Assert.Equal(clause.SelectMany(f => f.Notes).Distinct().Order(), plain.Example.Notes);
            counted += plain.Count;
        }

        Assert.Equal(all.Length, listed.Count + monitor.Plain.Sum(p => p.Count));
        Assert.Null(Structure.Difference(ReferenceEvaluator.NotUsed(agreement, history, all, perspective), monitor.NotUsed(monitor.Findings)));
        return counted;
    }
}
