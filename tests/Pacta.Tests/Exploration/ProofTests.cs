using System.Globalization;
using CsCheck;
using Pacta.Exploration.Separating;
using Pacta.Exploration.Texts;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Histories;
using Pacta.Negotiation.Matching;

namespace Pacta.Tests.Exploration;

/// <summary>What the make of two clauses shows, and that no history says otherwise.</summary>
public sealed class ProofTests
{
    private static readonly int Cases = int.Parse(Environment.GetEnvironmentVariable("PACTA_CASES") ?? "40", CultureInfo.InvariantCulture);

    private const string Notice = "when exercise x by A where troops of x at least 9_000 person\n A must give notification of x to each other party no later than 42 days before start of x";

    [Theory]
    [InlineData("troops of x at least 9_000 person", "troops of x at least 5_000 person", Strictness.Stricter)]
    [InlineData("troops of x at least 9_000 person", "troops of x more than 9_000 person", Strictness.Looser)]
    [InlineData("42 days", "21 days", Strictness.Looser)]
    [InlineData("42 days", "6 weeks", null)]
    [InlineData("42 days", "7 weeks", Strictness.Stricter)]
    [InlineData("42 days", "2 months", null)]
    [InlineData("42 days before start", "42 days after start", null)]
    [InlineData("at least 9_000 person", "at least 9_000 person and x is in north", Strictness.Looser)]
    [InlineData("where troops of x at least 9_000 person", "", Strictness.Stricter)]
    [InlineData("before start of x", "before start of x unless there was consent by cedria", Strictness.Looser)]
    [InlineData("to each other party", "to cedria", null)]
    public void Of_a_duty_with_a_bound(string was, string instead, Strictness? second) => Shows(Notice, Notice.Replace(was, instead, StringComparison.Ordinal), second);

    [Theory]
    [InlineData("each party must not open fire in north", "each party must not open fire", Strictness.Stricter)]
    [InlineData("each party must not open fire in north", "each party must not open fire in far_north", Strictness.Looser)]
    [InlineData("each party must not open fire in north", "each party must not open fire in south", null)]
    [InlineData("each party must not open fire", "each party must not open fire until 2030-01-01", null)]
    [InlineData("each party must not open fire until 2030-01-01", "each party must not open fire until 2031-01-01", Strictness.Stricter)]
    [InlineData("aland must not open fire", "aland, borland must not open fire", Strictness.Stricter)]
    [InlineData("each party P must keep number of tanks of P in north at most 3", "each party P must keep number of tanks of P in north at most 2", Strictness.Stricter)]
    [InlineData("each party P must keep number of tanks of P in north at most 3", "each party P must keep number of tanks of P at most 3", Strictness.Stricter)]
    [InlineData("each party P must keep number of tanks of P in north at most 3", "each party P must keep number of tanks of P at most 4", null)]
    [InlineData("each party P must keep number of tanks of P in north at least 3", "each party P must keep number of tanks of P at least 3", Strictness.Looser)]
    [InlineData("each party P must keep number of reports by P in any 30 days at most 1", "each party P must keep number of reports by P in any 60 days at most 1", Strictness.Stricter)]
    [InlineData("when question q by B to A; A must give reply to q within 48 hours after q", "when question q by B to A; A must give reply to q within 24 hours after q", Strictness.Stricter)]
    [InlineData("when question q by B to A; A must give reply to q within 48 hours after q", "when question q by B to A; A must give reply to q within 2 days after q", null)]
    [InlineData("each party must not open fire unless there was consent by cedria", "each party must not open fire unless there was consent by cedria or there was emergency by cedria", Strictness.Looser)]
    [InlineData("each party must not open fire unless there was consent by cedria during 2 days before open", "each party must not open fire", Strictness.Stricter)]
    [InlineData("each party P must keep number of tanks of P at most 3", "each party P must keep number of forces of P at most 3", Strictness.Stricter)]
    [InlineData("each party must not hold exercise in north", "each party must not hold landing in north", Strictness.Looser)]
    [InlineData("each party must not hold exercise in north", "each party must not give report", null)]
    [InlineData("each party must give report every 6 months", "each party must give report every 3 months", null)]
    [InlineData("when emergency e by A; A may give report", "when emergency e by A; A must give report within 2 days after e", null)]
    public void Of_other_clauses(string first, string instead, Strictness? second)
    {
        if (first.EndsWith("before open", StringComparison.Ordinal))
        {
            first = first.Replace("fire unless", "fire f unless", StringComparison.Ordinal).Replace("before open", "before f", StringComparison.Ordinal);
            instead = instead.Replace("open fire", "open fire f", StringComparison.Ordinal);
        }

        Shows(first, instead, second);
    }

    [Fact]
    public void Days_of_two_time_zones_prove_nothing()
    {
        var first = Drafts.Draft($"clause it {{ {Notice} }}");
        var second = Drafts.Draft($"clause it {{ {Notice.Replace("42", "21", StringComparison.Ordinal)} }}");
        var elsewhere = second with { Calendar = new Model.Time.AgreementCalendar(NodaTime.DateTimeZoneProviders.Tzdb["Asia/Tokyo"], second.Calendar.Holidays) };

        Assert.Equal(Strictness.Looser, Assert.Single(ClauseMatcher.Match(first, second)).Proved);
        Assert.Null(Assert.Single(ClauseMatcher.Match(first, elsewhere)).Proved);
    }

    [Fact]
    public void Hours_and_numbers_are_the_same_in_two_time_zones()
    {
        var first = Draft("when question q by B to A; A must give reply to q within 48 hours after q");
        var second = Draft("when question q by B to A; A must give reply to q within 24 hours after q");
        var elsewhere = second with { Calendar = new Model.Time.AgreementCalendar(NodaTime.DateTimeZoneProviders.Tzdb["Asia/Tokyo"], second.Calendar.Holidays) };

        Assert.Equal(Strictness.Stricter, Assert.Single(ClauseMatcher.Match(first, elsewhere)).Proved);
    }

    private static Gen<string> Of(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private static readonly Gen<string> Where = Of(string.Empty, " where troops of x at least 5_000 person", " where troops of x more than 5_000 person", " where troops of x at least 9_000 person and x is in north", " where troops of x at least 9_000 person or x is in far_north");

    private static readonly Gen<string> Unless = Of(string.Empty, string.Empty, " unless there was consent by cedria", " unless there was consent by cedria or there was emergency by cedria");

    /// <summary>Two clauses of one make, with whatever details.</summary>
    private static readonly Gen<(string First, string Second)> Pairs = Gen.OneOf(
        Twice(Gen.Select(Where, Of("42 days before", "21 days before", "5 days after", "2 days after"), Unless, (w, d, u) =>
            $"when exercise x by A{w}; A must give notification of x to each other party no later than {d} start of x{u}")),
        Twice(Gen.Select(Of("24 hours", "48 hours"), Unless, (d, u) => $"when question q by B to A; A must give reply to q within {d} after q{u}")),
        Twice(Gen.Select(Of(string.Empty, " in north", " in far_north", " outside north", " outside far_north"), Unless, Of(string.Empty, " until 2030-01-01", " until 2031-01-01"), (p, u, t) => $"each party must not open fire{p}{t}{u}")),
        Twice(Gen.Select(Of("exercise", "landing"), Of(string.Empty, " in north"), Unless, (k, p, u) => $"each party must not hold {k}{p}{u}")),
        Twice(Gen.Select(Of("tanks", "forces"), Of(" in north", " in far_north", string.Empty), Of("at most", "less than", "at least"), Gen.Int[1, 2], Unless, (k, p, r, n, u) =>
            $"each party P must keep number of {k} of P{p} {r} {n}{u}")),
        Twice(Gen.Select(Of("in any 30 days", "in any 60 days"), Gen.Int[1, 2], (w, n) => $"each party P must keep number of reports by P {w} at most {n}")),
        Twice(Of("5 days", "2 days").Select(d => $"when emergency e by A; A must not open fire until {d} after e")));

    private static Gen<(string First, string Second)> Twice(Gen<string> clause) => Gen.Select(clause, clause, (a, b) => (a, b));

    [Fact]
    public void No_history_says_otherwise()
    {
        var shown = 0;
        Pairs.Sample(
            pair =>
            {
                var (first, second) = (Draft(pair.First), Draft(pair.Second));
                if (ClauseMatcher.Match(first, second) is not [{ Proved: { } proved }])
                {
                    return;
                }

                shown++;
                var setting = Setting.Of(first, second);
                if (proved is Strictness.Looser or Strictness.Same)
                {
                    Assert.Null(Search(setting));
                }

                if (proved is Strictness.Stricter or Strictness.Same)
                {
                    Assert.Null(Search(setting.Swapped()));
                }
            },
            iter: Cases,
            threads: 1);

        // Otherwise nothing was tried.
        Assert.True(shown > Cases / 10, $"{shown} of {Cases} were shown");
    }

    /// <summary>The search once took what is asked for of a kind for something that a clause about the kind above it does not speak of.</summary>
    [Fact]
    public void What_is_asked_for_of_a_kind_is_asked_for_of_the_kind_above_it()
    {
        var (first, second) = (Draft("each party P must keep number of tanks of P in far_north at least 2"), Draft("each party P must keep number of forces of P in far_north at least 1 unless there was consent by cedria"));

        Assert.Null(Search(Setting.Of(first, second)));
        Assert.NotNull(Search(Setting.Of(second, first)));
    }

    private static Agreement Draft(string clause) => Drafts.Draft($"clause it {{ {clause.Replace("; ", "\n", StringComparison.Ordinal)} }}");

    private static Separated? Search(Setting setting) =>
        setting.Search(setting.Second.Agreement.Clauses.Single(Roles.Binds), only: null, "aland").Run(new SearchLimits(2, 3_000)).Found;

    private static void Shows(string first, string second, Strictness? proved)
    {
        var (one, other) = (Draft(first), Draft(second));
        Assert.Equal(proved, ClauseMatcher.Match(one, other)[0].Proved);
        Assert.Equal(
            proved switch { Strictness.Stricter => Strictness.Looser, Strictness.Looser => Strictness.Stricter, var same => same },
            ClauseMatcher.Match(other, one)[0].Proved);
    }
}
