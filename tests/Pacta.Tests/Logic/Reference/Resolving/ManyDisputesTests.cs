using System.Globalization;
using Pacta.Model.Findings;
using static Pacta.Tests.Logic.Reference.Example;

namespace Pacta.Tests.Logic.Reference.Resolving;

/// <summary>More disputes than anybody would go through by hand.</summary>
public sealed class ManyDisputesTests
{
    private static Finding Quota(int disputed, int most) => Findings(
        $"clause quota {{ each party P must keep number of exercises by P per calendar year at most {most} }}",
        Enumerable.Range(10, disputed).SelectMany(i => new[]
        {
            Report($"r{i}", "watch", $"e{i}", "exercise", Day(i), "\"by\":\"aland\""),
            Denial($"d{i}", "alpha", $"e{i}", "exercise"),
        }),
        "2020-12-31").Single("quota", "aland");

    private static string Day(int i) => new DateTime(2020, 2, 1).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public void Twenty_disputes_are_resolved_in_every_way()
    {
        var finding = Quota(20, 2);

        Assert.Equal("Contested: Met or Breached", Outcome(finding));
        Assert.Equal(new Resolution(true, 20, 0, 1 << 20), finding.Resolution);
        var sets = finding.DecisiveSets.ToDictionary(o => o.States[0]);
        // Any three of twenty are too many; eighteen have to be denied, so that two are left.
        Assert.Equal((3, 1140 - 1), (sets[ClauseState.Breached].If.Length, sets[ClauseState.Breached].OthersAsSmall));
        Assert.All(sets[ClauseState.Breached].If, c => Assert.Equal(Choice.Happened, c.Value));
        Assert.Equal((18, 190 - 1), (sets[ClauseState.Met].If.Length, sets[ClauseState.Met].OthersAsSmall));
        Assert.All(sets.Values, o => Assert.True(o.IsSmallest));
        Assert.DoesNotContain(finding.Notes, n => n.Code == NoteCode.TooManyDisputes);
    }

    [Fact]
    public void Beyond_that_the_bound_is_used_and_says_so_with_sets_that_decide_all_the_same()
    {
        var finding = Quota(40, 2);

        Assert.Equal("Contested: Met or Breached", Outcome(finding));
        Assert.False(finding.Resolution.IsExact);
        Assert.InRange(finding.Resolution.Disputes, 21, 40);
        Assert.Null(finding.Resolution.Ways);
        Assert.Contains(finding.Notes, n => n.Code == NoteCode.TooManyDisputes);
        var breached = finding.Outcomes.Single(o => o.States is [ClauseState.Breached]);
        Assert.Equal(3, breached.If.Length);
        Assert.All(finding.Outcomes, o => Assert.False(o.IsSmallest));
    }

    /// <summary>Who comes first in the alphabet has no more looked into than who comes last.</summary>
    [Fact]
    public void How_far_disputes_are_resolved_hangs_on_nobodys_name()
    {
        var resolutions = new List<Resolution>();
        foreach (var most in new[] { 2, 6 })
        {
            var (one, other) = (Whose(most, "aland", "borland"), Whose(most, "borland", "aland"));

            Assert.Equal(Outcome(one), Outcome(other));
            Assert.Equal(one.Resolution, other.Resolution);
            Assert.Equal(one.Outcomes.Select(o => (o.If.Length, o.States[0], o.IsSmallest)).Order(), other.Outcomes.Select(o => (o.If.Length, o.States[0], o.IsSmallest)).Order());
            resolutions.Add(one.Resolution);
        }

        Assert.Contains(resolutions, r => r.IsExact);
        Assert.Contains(resolutions, r => !r.IsExact);

        static Finding Whose(int most, string whose, string others) => Findings(
            $"clause quota {{ each party P must keep number of exercises by P per calendar year at most {most} }}",
            Enumerable.Range(10, 16).SelectMany(i => new[]
            {
                Report($"r{i}", "watch", $"e{i}", "exercise", Day(i), $"\"by\":\"{whose}\""),
                Report($"s{i}", "paper", $"e{i}", "exercise", Day(i), $"\"by\":\"{others}\""),
            }),
            "2020-12-31").Single("quota", whose);
    }

    [Fact]
    public void What_takes_too_much_work_is_a_bound_as_well()
    {
        var finding = Quota(20, 9);

        Assert.Equal("Contested: Met or Breached", Outcome(finding));
        Assert.Equal(new Resolution(false, 20, 0, null), finding.Resolution);
        Assert.Equal(10, finding.Outcomes.Single(o => o.States is [ClauseState.Breached]).If.Length);
    }

    [Fact]
    public void The_order_of_the_reports_chooses_nothing()
    {
        string[] lines =
        [
            Report("r1", "watch", "storm", "exercise", "2020-02-03", "\"by\":\"aland\""), Denial("d1", "alpha", "storm", "exercise"),
            Report("r2", "watch", "gale", "exercise", "2020-03-03", "\"by\":\"aland\""), Denial("d2", "alpha", "gale", "exercise"),
        ];
        string Told(IEnumerable<string> given) => string.Join(' ', Findings("clause quota { each party P must keep number of exercises by P per calendar year at most 0 }", given, "2020-12-31")
            .Single("quota", "aland").Outcomes.Select(o => $"{string.Join('+', o.If.Select(c => $"{c.Key} {c.Value}"))}: {o.States[0]} ({o.OthersAsSmall});"));

        Assert.Equal("gale happened: Breached (1); storm happened: Breached (); gale did not happen+storm did not happen: Met (0);", Told(lines));
        Assert.Equal(Told(lines), Told(lines.Reverse()));
    }
}
