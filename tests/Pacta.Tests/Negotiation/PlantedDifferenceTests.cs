using Pacta.Negotiation;
using Pacta.Negotiation.Content;

namespace Pacta.Tests.Negotiation;

/// <summary>
/// A draft of several clauses, and the same with one thing changed: exactly that is found, in that clause. And the same with something changed that changes
/// nothing: then nothing is found.
/// </summary>
public sealed class PlantedDifferenceTests
{
    private const string Head = "zone strip { north but not south }; define large { means exercise x where all of {; troops of x at least 9_000; x is alert; } }; amount ceiling { 50 }";

    private const string Draft = """
        clause notice at "1" {
          when large x by A in north
          A must give notification of x to each other party no later than 6 weeks before start of x
        }
        exception alerts to notice at "1.2" { if troops of x less than 20_000; A must give notification of x to each other party no later than start of x }
        clause ceiling_north at "2" { each party P must keep number of tanks of P in north at most ceiling }
        clause ceiling_south at "3" { each party P must keep number of tanks of P in south at most 30 }
        clause apart at "4" { each party P must keep each gun g of P more than 10 km away from border unless g is rotating }
        clause answer at "5" {
          when visit_request r by A to B
          B must give reply to r within 48 hours after r
          otherwise A may make visit to B
        }
        clause calm at "6" { each party must not open fire in strip }
        clause visits at "7" { aland must make visit to borland every year by 15 november }
        clause leave at "8" { each party has power to give withdrawal_notice n effective 1 year after n }
        """;

    private static DraftComparison Compared(string from, string to)
    {
        Assert.True(Draft.Contains(from, StringComparison.Ordinal) || Head.Contains(from, StringComparison.Ordinal), from);
        return DraftComparison.Of(
            ComparisonTests.Draft("draft_one", Draft, Head),
            ComparisonTests.Draft("draft_two", Draft.Replace(from, to, StringComparison.Ordinal), Head.Replace(from, to, StringComparison.Ordinal)));
    }

    private static string Told(string clause, Difference difference) =>
        $"{clause}: {string.Join(' ', difference.Within.Select(w => $"{w.Form} {w.Name}".Trim()).Append($"{difference.Aspect}: {difference.First ?? "-"} / {difference.Second ?? "-"}"))}";

    [Theory]
    [InlineData("no later than 6 weeks", "no later than 5 weeks", "notice: Time: 6 weeks / 5 weeks")]
    [InlineData("6 weeks before start", "6 weeks after start", "notice: Time: 6 weeks before start of x / 6 weeks after start of x")]
    [InlineData("before start of x\n", "before end of x\n", "notice: Time: start of x / end of x")]
    [InlineData("large x by A in north", "large x by A in south", "notice: Trigger Place: north / south")]
    [InlineData("large x by A in north", "large x by A", "notice: Trigger Place: north / -")]
    [InlineData("large x by A in north", "exercise x by A in north", "notice: Trigger: large x by A in north / exercise x by A in north")]
    [InlineData("troops of x at least 9_000", "troops of x at least 9_001", "notice: Word large Number: 9_000 / 9_001")]
    [InlineData("troops of x at least 9_000", "troops of x more than 9_000", "notice: Word large Comparison: at least / more than")]
    [InlineData("x is alert; } }", "x is not alert; } }", "notice: Word large Condition: x is alert / x is not alert")]
    [InlineData("all of {", "any of {", "notice: Word large Condition: all of { troops of x at least 9_000 x is alert } / any of { troops of x at least 9_000 x is alert }")]
    [InlineData("less than 20_000", "at most 20_000", "notice: Exception alerts Comparison: less than / at most")]
    [InlineData("less than 20_000", "less than 25_000", "notice: Exception alerts Number: 20_000 / 25_000")]
    [InlineData("exception alerts to notice at \"1.2\" { if troops of x less than 20_000; A must give notification of x to each other party no later than start of x }", "", "notice: Exception alerts Exception: if troops of x less than 20_000: A must give notification of x to each other party no later than start of x / -")]
    [InlineData("amount ceiling { 50 }", "amount ceiling { 60 }", "ceiling_north: Word ceiling Number: 50 / 60")]
    [InlineData("in south at most 30", "in south at least 30", "ceiling_south: Comparison: at most / at least")]
    [InlineData("in south at most 30", "in south less than 30", "ceiling_south: Comparison: at most / less than")]
    [InlineData("number of tanks of P in south", "number of guns of P in south", "ceiling_south: Act: tanks of P in south / guns of P in south")]
    [InlineData("more than 10 km", "more than 10 m", "apart: Number: 10 km / 10 m")]
    [InlineData("more than 10 km", "at least 10 km", "apart: Comparison: more than / at least")]
    [InlineData("unless g is rotating", "", "apart: Unless: g is rotating / -")]
    [InlineData("away from border", "away from territory of each other party", "apart: Place: border / territory of each other party")]
    [InlineData("within 48 hours", "within 2 days", "answer: Time: 48 hours / 2 days")]
    [InlineData("within 48 hours", "within 24 hours", "answer: Time: 48 hours / 24 hours")]
    [InlineData("within 48 hours", "within 48 working days", "answer: Time: 48 hours / 48 working days")]
    [InlineData("otherwise A may make visit to B", "otherwise A must not make visit to B", "answer: Otherwise Modality: may / must not")]
    [InlineData("B must give reply to r", "A must give reply to r", "answer: Bearer: variable B / variable A")]
    [InlineData("each party must not open fire in strip", "each party may open fire in strip", "calm: Modality: must not / may")]
    [InlineData("each party must not open fire in strip", "borland must not open fire in strip", "calm: Bearer: each party / borland")]
    [InlineData("by 15 november", "by 16 november", "visits: Time: every year by 15 november / every year by 16 november")]
    [InlineData("aland must make visit to borland", "borland must make visit to aland", "visits: Bearer: aland / borland|visits: To: borland / aland")]
    [InlineData("effective 1 year after n", "effective 365 days after n", "leave: Time: 1 year / 365 days")]
    public void One_planted_difference_is_found_and_nothing_else(string from, string to, string expected)
    {
        var comparison = Compared(from, to);

        Assert.All(comparison.Pairs, p => Assert.Equal(p.First?.Name, p.Second?.Name));
        Assert.Equal(expected.Split('|'), comparison.Pairs.SelectMany(p => p.Differences.Select(d => Told(p.First!.Name, d))));
        Assert.All(comparison.Pairs, p => Assert.Equal(p.IsSame, p.Differences.IsEmpty));
    }

    [Theory]
    [InlineData("{ north but not south }", "{ north }", "calm")]
    [InlineData("each party must not open fire in strip", "each party must start withdrawal no later than 2022-01-01", "calm")]
    [InlineData("every year by 15 november", "every 12 months as from 2022-01-01", "visits")]
    [InlineData("is alert; } }", "is alert; tanks of x at least 3; } }", "notice")]
    public void What_differs_in_more_than_a_word_is_found_in_its_clause_and_in_no_other(string from, string to, string clause)
    {
        var pairs = Compared(from, to).Pairs;

        Assert.Equal([clause], pairs.Where(p => !p.IsSame).Select(p => (p.First ?? p.Second)!.Name).Distinct());
    }

    [Theory]
    [InlineData("6 weeks", "42 days")]
    [InlineData("48 hours", "2_880 minutes")]
    [InlineData("1 year after n", "12 months after n")]
    [InlineData("10 km", "10_000 m")]
    [InlineData("9_000", "9000")]
    [InlineData("number of tanks of P in south", "number of tank of P in south")]
    [InlineData("troops of x at least 9_000; x is alert;", "x is alert; troops of x at least 9_000;")]
    [InlineData("clause calm at", "clause silence at")]
    [InlineData("exception alerts to", "exception for_alerts to")]
    [InlineData("each party P must keep each gun g of P more than 10 km away from border unless g is rotating", "each party Q must keep each gun h of Q more than 10 km away from border unless h is rotating")]
    [InlineData("when visit_request r by A to B\n  B must give reply to r within 48 hours after r\n  otherwise A may make visit to B", "when visit_request v by Q to R\n  R must give reply to v within 48 hours after v\n  otherwise Q may make visit to R")]
    [InlineData("large", "sizeable")]
    [InlineData("ceiling {", "most {", "at most ceiling", "at most most_tanks", "most {", "most_tanks {")]
    [InlineData("strip", "belt")]
    public void What_changes_no_meaning_is_no_difference(string from, string to, params string[] more)
    {
        var (draft, head) = (Draft, Head);
        foreach (var pair in more.Prepend(to).Prepend(from).Chunk(2))
        {
            Assert.True(draft.Contains(pair[0], StringComparison.Ordinal) || head.Contains(pair[0], StringComparison.Ordinal), pair[0]);
            (draft, head) = (draft.Replace(pair[0], pair[1], StringComparison.Ordinal), head.Replace(pair[0], pair[1], StringComparison.Ordinal));
        }

        var comparison = DraftComparison.Of(ComparisonTests.Draft("draft_one", Draft, Head), ComparisonTests.Draft("draft_two", draft, head));

        Assert.Empty(comparison.Pairs.SelectMany(p => p.Differences.Select(d => Told(p.First!.Name, d))));
        Assert.All(comparison.Pairs, p => Assert.True(p.IsSame, $"{p.First?.Name} {p.Second?.Name}"));
        Assert.Empty(comparison.Heads);
    }

    [Fact]
    public void Another_order_of_clauses_and_another_layout_of_the_file_are_no_difference()
    {
        var clauses = Draft.Split("\nclause ").Select((c, i) => i == 0 ? c : "clause " + c).Reverse().Select(c => c.Replace("\n", "\n\n      ", StringComparison.Ordinal));
        var comparison = DraftComparison.Of(
            ComparisonTests.Draft("draft_one", Draft, Head),
            ComparisonTests.Draft("draft_two", string.Join("\n// a comment\n", clauses), Head));

        Assert.Equal(8, comparison.Pairs.Length);
        Assert.All(comparison.Pairs, p => Assert.True(p.IsSame && p.First!.Name == p.Second!.Name, p.First?.Name));
    }
}
