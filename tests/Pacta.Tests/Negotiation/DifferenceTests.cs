using Pacta.Negotiation;
using Pacta.Negotiation.Content;
using Pacta.Tests.Agreements;

namespace Pacta.Tests.Negotiation;

/// <summary>What "the same" means, and what is said of clauses that are not.</summary>
public sealed class DifferenceTests
{
    private const string Request = "when visit_request r by A to B; B must give reply to r within 5 days after r";

    private static string[] Told(DraftComparison comparison) => [.. comparison.Pairs.SelectMany(p => p.Differences).Select(Told)];

    private static string Told(Difference difference) =>
        string.Join(' ', difference.Within.Select(w => $"{w.Form} {w.Name}".Trim()).Append($"{difference.Aspect}: {difference.First ?? "-"} / {difference.Second ?? "-"}"));

    private static DraftComparison Compared(string first, string second, string firstHead = "", string secondHead = "", string secondParties = "aland, borland") => DraftComparison.Of(
        ComparisonTests.Draft("draft_one", $$"""clause calm at "1" { {{first}} }""", firstHead),
        ComparisonTests.Draft("draft_two", $$"""clause calm at "1" { {{second}} }""", secondHead, secondParties));

    [Theory]
    [InlineData("aland must not open fire in north", "borland must not open fire in north", "Bearer: aland / borland")]
    [InlineData("aland must not open fire in north", "aland must not open fire in south", "Place: north / south")]
    [InlineData("aland must not open fire in north", "aland must not open fire", "Place: north / -")]
    [InlineData("aland must not open fire in north", "aland may open fire in north", "Modality: must not / may")]
    [InlineData("each party P must keep number of tanks of P in north at most 50", "each party P must keep number of tanks of P in north at most 100", "Number: 50 / 100")]
    [InlineData("each party P must keep number of tanks of P in north at most 50", "each party P must keep number of tanks of P in north less than 50", "Comparison: at most / less than")]
    [InlineData("aland must make visit to borland every year by 15 november", "aland must make visit to borland every year by 1 june", "Time: every year by 15 november / every year by 1 june")]
    [InlineData(Request, "when visit_request r by A to B; B must give reply to r within 3 days after r", "Time: 5 days / 3 days")]
    [InlineData(Request, "when visit_request r by A to B; B must give reply to r no later than 5 days after r", "Time: within 5 days after r / no later than 5 days after r")]
    [InlineData(Request, "when visit_request r by A to B; A must give reply to r within 5 days after r", "Bearer: variable B / variable A")]
    [InlineData(Request, Request + "; survives withdrawal for 5 years", "Survival: - / survives withdrawal for 5 years")]
    [InlineData(Request + "; survives for 2 years", Request + "; survives withdrawal for 2 years; survives expiry", "Survival: survives expiry for 2 years / survives expiry")]
    [InlineData(Request, Request + " unless A is belligerent", "Unless: - / A is belligerent")]
    [InlineData(Request + " unless A is belligerent", Request + " unless B is belligerent", "Unless Role: variable A / variable B")]
    [InlineData(Request + "; otherwise A may open fire", Request, "Otherwise: A may open fire / -")]
    [InlineData(Request + "; otherwise A may open fire in north", Request + "; otherwise A may open fire in south", "Otherwise Place: north / south")]
    [InlineData(
        "when exercise x by A where troops of x at least 9_000; A must give notification of x to borland within 2 days after x",
        "when exercise x by A where troops of x at least 3_000; A must give notification of x to borland within 2 days after x",
        "Trigger Number: 9_000 / 3_000")]
    public void What_differs_is_said_in_a_word(string first, string second, string expected)
    {
        Assert.Equal([expected], Told(Compared(first, second)));
        Assert.Equal(Told(Compared(second, first)), Compared(first, second).Pairs.SelectMany(p => p.Differences).Select(d => Told(d.Swapped())));
    }

    [Theory]
    [InlineData("each party P must not hold exercise x in north", "each party must not hold exercise in north")]
    [InlineData(Request, "when visit_request v by Q to R; R must give reply to v within 5 days after v")]
    [InlineData("each party P must keep each gun g of P more than 10 km away from border", "each party Q must keep each gun h of Q more than 10_000 m away from border")]
    [InlineData("each party must not hold exercise x where all of {; troops of x at least 9; x is alert; }", "each party must not hold exercise x where all of {; x is alert; troops of x at least 9; }")]
    public void Letters_units_and_the_order_of_conditions_make_no_difference(string first, string second) =>
        Assert.True(Assert.Single(Compared(first, second).Pairs).IsSame);

    [Fact]
    public void What_the_head_lets_survive_is_a_difference_of_each_clause_and_none_where_the_clause_says_the_same()
    {
        Assert.Equal(["Survival: survives expiry / -"], Told(Compared(Request, Request, "survives expiry")));
        Assert.True(Assert.Single(Compared(Request, Request + "; survives expiry", "survives expiry").Pairs).IsSame);
    }

    [Fact]
    public void An_exception_counts_at_any_depth()
    {
        static string Draft(string more, string less) =>
            $$"""{{Request}} ; }; exception quota to calm at "1.2" { if number of visit_requests to B per calendar year more than {{more}} ; }; exception unless_few to quota at "1.3" { if number of visit_requests to B per calendar year less than {{less}}""";

        Assert.Equal(["Exception quota Number: 3 / 1"], Told(Compared(Draft("3", "5"), Draft("1", "5"))));
        Assert.Equal(["Exception quota Exception unless_few Number: 5 / 6"], Told(Compared(Draft("3", "5"), Draft("3", "6"))));
        Assert.Equal(
            ["Exception quota Exception: if number of visit_requests to B per calendar year more than 3 / -"],
            Told(Compared($$"""{{Request}} ; }; exception quota to calm at "1.2" { if number of visit_requests to B per calendar year more than 3""", Request)));
    }

    [Theory]
    [InlineData("each party must not hold big", "define big { means exercise x where troops of x at least 9_000 }", "define big { means exercise x where troops of x at least 3_000 }", "Word big Number: 9_000 / 3_000")]
    [InlineData("each party must not hold exercise x where troops of x more than ceiling", "amount ceiling { 9_000 person }", "amount ceiling { 3_000 person }", "Word ceiling Number: 9_000 person / 3_000 person")]
    [InlineData("each party must not hold exercise in strip", "zone strip { north }", "zone strip { south }", "Word strip Place: north / south")]
    [InlineData("each club must not open fire", "group club { aland }", "group club { aland, borland }", "Word club Meaning: - / borland")]
    public void A_word_of_the_same_name_that_means_something_else_is_named(string clause, string first, string second, string expected) =>
        Assert.Equal([expected], Told(Compared(clause, clause, first, second)));

    [Fact]
    public void Another_clause_that_is_spoken_of_counts_by_what_it_says_and_not_by_its_name()
    {
        static string Draft(string name, string day) => $$"""while {{name}} is met; aland must not open fire ; }; clause {{name}} at "2" { aland must hold meeting every year by {{day}}""";

        Assert.All(Compared(Draft("one", "1 march"), Draft("two", "1 march")).Pairs, p => Assert.True(p.IsSame));
        Assert.Contains("Clause one Time: every year by 1 march / every year by 1 june", Told(Compared(Draft("one", "1 march"), Draft("one", "1 june"))));
    }

    [Theory]
    [InlineData("each party must not open fire")]
    [InlineData("when exercise x by A; A must not open fire until 2 days after x")]
    public void The_same_words_between_other_parties_are_not_the_same(string clause) =>
        Assert.Contains("Word party Meaning: aland, borland / aland, cedria", Told(Compared(clause, clause, secondParties: "aland, cedria")));

    [Theory]
    [InlineData("aland must not open fire", "borland must not open fire", "aland", "borland")]
    [InlineData(Request, "when visit_request r by A to B; A must give reply to r within 5 days after r", "visit_request to", "visit_request by")]
    [InlineData("each party must not open fire", "borland must not open fire", null, null)]
    public void Who_is_bound_instead_stands_out(string first, string second, string? bound, string? instead)
    {
        var pair = Assert.Single(Compared(first, second).Pairs);

        Assert.Equal((bound, instead), (Who(pair.Bound?.First), Who(pair.Bound?.Second)));

        static string? Who(IEnumerable<Pacta.Negotiation.Duties.Somebody>? all) =>
            all is null ? null : string.Join(", ", all.Select(s => $"{s.Name} {s.Preposition}".Trim()));
    }

    [Theory]
    [InlineData("aland must not open fire in north", "aland may open fire in north", "must not", "may")]
    [InlineData("aland must make visit to borland every year by 1 march", "aland must not make visit to borland", "must", "must not")]
    [InlineData("each party P must keep number of tanks of P in north at most 10", "each party P must keep number of tanks of P in north at least 10", "at most", "at least")]
    [InlineData("each party P must keep number of tanks of P in north at most 10", "each party P must keep number of tanks of P in north less than 10", null, null)]
    public void The_opposite_stands_out(string first, string second, string? one, string? other)
    {
        var opposite = Assert.Single(Compared(first, second).Pairs).Opposite;

        Assert.Equal((one, other), (opposite?.First, opposite?.Second));
    }

    [Fact]
    public void Every_agreement_is_the_same_as_itself()
    {
        Assert.All(Library.Result.Agreements, a =>
        {
            var comparison = DraftComparison.Of(a, a);
            Assert.Empty(comparison.Heads);
            Assert.All(comparison.Pairs, p => Assert.True(p.IsSame && p.First == p.Second, $"{a.Name} {p.First?.Path} {p.Second?.Path}"));
        });
    }

    [Fact]
    public void Swapping_two_agreements_swaps_what_is_said_and_nothing_else()
    {
        var agreements = Library.Result.Agreements;
        for (var i = 1; i < agreements.Length; i++)
        {
            var (one, two) = (DraftComparison.Of(agreements[i - 1], agreements[i]), DraftComparison.Of(agreements[i], agreements[i - 1]));
            Assert.Equal(
                one.Pairs.Select(p => Line(p.First?.Path, p.Second?.Path, p.Basis, p.Differences)).Order(StringComparer.Ordinal),
                two.Pairs.Select(p => Line(p.Second?.Path, p.First?.Path, p.Basis, p.Differences.Select(d => d.Swapped()))).Order(StringComparer.Ordinal));
        }

        static string Line(string? first, string? second, object basis, IEnumerable<Difference> differences) =>
            $"{first} {second} {basis} {string.Join('|', differences.Select(d => $"{d.Aspect} {d.First} {d.Second}").Order(StringComparer.Ordinal))}";
    }
}
