using System.Globalization;
using CsCheck;
using NodaTime;
using Pacta.Checking;
using Pacta.Checking.Live;
using Pacta.Logic.Monitoring;
using Pacta.Model.Findings;
using Pacta.Model.Time;
using Pacta.Tests.Laws;
using Pacta.Tests.Logic.Direct;
using Pacta.Tests.Logic.Monitoring;
using Pacta.Tests.Logic.Reference;
using static Pacta.Tests.Laws.SmallAgreement;

namespace Pacta.Tests.Checking.Live;

/// <summary>
/// A check that goes on says at each moment what a check of all reports so far says, whatever came when; so does one that was written down and taken up.
/// PACTA_CASES sets how many are tried.
/// </summary>
public sealed class LiveCheckTests
{
    private static readonly int Cases = int.Parse(Environment.GetEnvironmentVariable("PACTA_CASES") ?? "60", CultureInfo.InvariantCulture);

    [Fact]
    public void Reports_in_any_order_are_found_as_all_at_once() => Gen.Select(ReportLines.Mixed, Gen.Int[0, 1_000_000]).Sample(
        (lines, seed) =>
        {
            var dice = new Dice(seed);
            var agreement = dice.OneIn(2) ? PerspectiveLaws.Compiled() : Agreement;
            var records = Read(lines).ToArray();
            new Random(seed).Shuffle(records);
            var request = new CheckRequest([agreement], [], null, dice.OneIn(2) ? Moment.OnDay(new LocalDate(2021, 12, 31)) : null) { WithEachPerspective = true };
            var (taken, live) = (0, new LiveCheck(request));
            while (taken < records.Length)
            {
                var more = Math.Min(dice.Number(1, 4), records.Length - taken);
                var before = Found(live.Result);
                var changes = live.Add(records[taken..(taken + more)]);
                taken += more;
                live = dice.OneIn(4) ? WrittenDownAndTakenUp(live, request) : live;
                var expected = Checker.Check(request with { Reports = [.. records[..taken]] });
                var found = live.Result;
                Assert.True(Difference(expected, found) is null, $"after {taken}: {Difference(expected, found)}\n{string.Join('\n', records[..taken].Select(r => Pacta.Reports.ReportWriter.Line(r)))}");
                var now = Found(expected);
                Assert.Equal(
                    before.Keys.Union(now.Keys).Where(id => Structure.Difference(before.GetValueOrDefault(id), now.GetValueOrDefault(id)) is not null).Order(StringComparer.Ordinal),
                    changes[0].Findings.Select(c => (c.Before ?? c.After)!.Id).Order(StringComparer.Ordinal));
            }
        },
        iter: Cases,
        threads: 1);

    [Fact]
    public void What_is_plainly_met_is_counted_and_each_change_of_it_told()
    {
        var (counted, told) = (0, 0);
        Gen.Select(ReportLines.Mixed, Gen.Int[0, 1_000_000]).Sample(
            (lines, seed) =>
            {
                var dice = new Dice(seed);
                var records = Read([.. PlainFindingsTests.MostlyKept(dice), .. dice.OneIn(2) ? lines : []]).ToArray();
                new Random(seed).Shuffle(records);
                var request = new CheckRequest([Agreement], [.. records.Take(dice.Number(0, records.Length))], null, dice.OneIn(2) ? Moment.OnDay(new LocalDate(2021, 12, 31)) : null) { MostListed = dice.Number(0, 1) };
                var (taken, live) = (request.Reports.Length, new LiveCheck(request));
                for (var before = All(taken); ; before = All(taken))
                {
                    var (expected, found) = (Checker.Check(request with { Reports = [.. records[..taken]] }), live.Result);
                    Assert.True(Difference(expected, found) is null, $"after {taken}: {Difference(expected, found)}\n{string.Join('\n', records[..taken].Select(r => Pacta.Reports.ReportWriter.Line(r)))}");
                    counted += found.Agreements[0].Plain.Sum(p => p.Count);
                    if (taken == records.Length)
                    {
                        break;
                    }

                    var more = Math.Min(dice.Number(1, 3), records.Length - taken);
                    if (dice.OneIn(4))
                    {
                        live.Take(records[taken..(taken + more)]);
                        taken += more;
                        continue;
                    }

                    var changes = live.Add(records[taken..(taken + more)])[0].Findings.ToDictionary(c => (c.Before ?? c.After)!.Id, StringComparer.Ordinal);
                    taken += more;
                    live = dice.OneIn(4) ? WrittenDownAndTakenUp(live, request) : live;
                    var now = All(taken);
                    foreach (var id in before.Keys.Union(now.Keys))
                    {
                        var (was, isNow) = (before.GetValueOrDefault(id), now.GetValueOrDefault(id));
                        var change = changes.TryGetValue(id, out var known) ? known : new FindingChange(was, was);
                        Assert.Null(Structure.Difference(was, change.Before));
                        Assert.Null(Structure.Difference(isNow, change.After));
                        told += was is { State: ClauseState.Met } && changes.ContainsKey(id) ? 1 : 0;
                    }

                    Assert.All(changes.Values, c => Assert.NotNull(Structure.Difference(c.Before, c.After)));
                    Assert.Subset(before.Keys.Union(now.Keys).ToHashSet(StringComparer.Ordinal), changes.Keys.ToHashSet(StringComparer.Ordinal));
                }

                Dictionary<string, Finding> All(int count) => Found(Checker.Check(request with { Reports = [.. records[..count]], MostListed = null }));
            },
            iter: Cases,
            threads: 1);
        Assert.InRange(counted, Cases / 4, int.MaxValue);
        Assert.InRange(told, Cases / 4, int.MaxValue); // mostly twice as many as cases, now and then fewer than cases
    }

    /// <summary>What it hangs on is only known once the observation is there: then it is found again as it was before.</summary>
    [Fact]
    public void A_thing_that_turns_out_to_be_somebody_elses_changes_what_was_plainly_met()
    {
        var agreement = Example.Agreed("""
            clause answer {
              when visit_request r by A to B
              B must give reply to r within 48 hours after r unless number of tanks of B at least 1
            }
            """);
        var live = new LiveCheck(new CheckRequest([agreement], Example.Read(
        [
            Example.Report("r1", "watch", "t1", "tank", "2020-02-01", "\"of\":\"aland\",\"fields\":{\"count\":3}"),
            Example.Report("r2", "watch", "q1", "visit_request", "2020-03-01T00:00:00Z", "\"by\":\"cedria\",\"to\":\"borland\""),
            Example.Report("r3", "watch", "a1", "reply", "2020-03-02T00:00:00Z", "\"by\":\"borland\",\"to\":\"q1\""),
            Example.Report("r4", "watch", "x1", "exercise", "2020-05-01T00:00:00Z", "\"by\":\"borland\""),
        ])));

        var changes = live.Add(Example.Read([Example.Report("r5", "watch", "t1", "tank", "2020-02-20", "\"of\":\"borland\",\"fields\":{\"count\":3}")]));

        var change = Assert.Single(changes[0].Findings);
        Assert.Equal("Certain: Met", Example.Outcome(change.Before!));
        Assert.Equal("Certain: Excused", Example.Outcome(change.After!));
    }

    /// <summary>What bodies decided stands beside what is found, and is no change of it.</summary>
    private static Dictionary<string, Finding> Found(CheckResult result) =>
        result.Agreements[0].Findings.Select(f => f with { Determinations = [] }).ToDictionary(f => f.Id, StringComparer.Ordinal);

    private static string? Difference(CheckResult a, CheckResult b) => Structure.Difference(a.Agreements, b.Agreements)
        ?? (a.LinesLeftOut == b.LinesLeftOut ? null : $"left out: {a.LinesLeftOut} | {b.LinesLeftOut}");

    private static LiveCheck WrittenDownAndTakenUp(LiveCheck check, CheckRequest request)
    {
        using var state = new MemoryStream();
        check.Save(state);
        state.Position = 0;
        return LiveCheck.Resume(request, state, "state");
    }
}
