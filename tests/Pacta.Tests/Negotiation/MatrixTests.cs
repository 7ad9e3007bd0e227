using Pacta.Negotiation.Several;
using Pacta.Tests.Agreements;

namespace Pacta.Tests.Negotiation;

/// <summary>Several drafts side by side.</summary>
public sealed class MatrixTests
{
    private const string Calm = """clause calm at "1" { each party must not open fire in north }""";

    private static string Notice(string name, string article, string days) =>
        $$"""clause {{name}} at "{{article}}" { when exercise x by A; A must give notification of x to each other party no later than {{days}} days before start of x }""";

    private const string Visits = """clause visits at "9" { aland must make visit to borland every year by 15 november }""";

    private static string[] Rows(DraftMatrix matrix) =>
        [.. matrix.Topics.Select(t => string.Join(' ', t.Cells.Select(c => c is null ? "-" : $"{c.Clause.Name}{c.Group}")))];

    [Fact]
    public void A_topic_has_one_clause_of_each_draft_and_the_drafts_that_say_the_same_have_one_number()
    {
        var matrix = DraftMatrix.Of(
        [
            ComparisonTests.Draft("draft_one", $"{Calm}; {Notice("notice", "2", "42")}"),
            ComparisonTests.Draft("draft_two", $"{Notice("prior", "1", "21")}; {Visits}; {Calm.Replace("\"1\"", "\"7\"", StringComparison.Ordinal)}"),
            ComparisonTests.Draft("draft_three", $"{Calm}; {Notice("notice", "2", "42")}; {Visits}"),
        ]);

        Assert.Equal(["calm1 calm1 calm1", "notice1 prior2 notice1", "- visits1 visits1"], Rows(matrix));
        Assert.Equal([true, false, false], matrix.Topics.Select(t => t.IsAgreed));
        Assert.Equal(["Time: 42 days / 21 days"], matrix.Topics[1].Cells[1]!.Differences.Select(d => $"{d.Aspect}: {d.First} / {d.Second}"));
        Assert.Empty(matrix.Topics[1].Cells[2]!.Differences);
        Assert.Equal(["0 1: 1 1 0 1", "0 2: 2 0 0 1", "1 2: 2 1 0 0"], matrix.Pairs.Select(p => $"{p.First} {p.Second}: {p.Same} {p.Differ} {p.OnlyFirst} {p.OnlySecond}"));
    }

    [Fact]
    public void What_only_a_later_draft_has_stands_behind_what_precedes_it_there()
    {
        var matrix = DraftMatrix.Of(
        [
            ComparisonTests.Draft("draft_one", $"{Calm}; {Notice("notice", "2", "42")}"),
            ComparisonTests.Draft("draft_two", $"{Calm}; {Visits}; {Notice("notice", "3", "42")}"),
        ]);

        Assert.Equal(["calm1 calm1", "- visits1", "notice1 notice1"], Rows(matrix));
    }

    [Fact]
    public void Drafts_about_different_things_stand_one_behind_the_other_and_what_comes_first_in_a_draft_stands_before_what_follows_it()
    {
        Assert.Equal(["calm1 -", "notice1 -", "- visits1"], Rows(DraftMatrix.Of([ComparisonTests.Draft("draft_one", $"{Calm}; {Notice("notice", "2", "42")}"), ComparisonTests.Draft("draft_two", Visits)])));
        Assert.Equal(["- visits1", "calm1 calm1"], Rows(DraftMatrix.Of([ComparisonTests.Draft("draft_one", Calm), ComparisonTests.Draft("draft_two", $"{Visits}; {Calm}")])));
    }

    [Fact]
    public void Who_is_bound_instead_and_the_opposite_are_told_of_each_draft_that_differs()
    {
        var topic = Assert.Single(DraftMatrix.Of(
        [
            ComparisonTests.Draft("draft_one", """clause calm at "1" { aland must not open fire in north }"""),
            ComparisonTests.Draft("draft_two", """clause calm at "1" { borland must not open fire in north }"""),
            ComparisonTests.Draft("draft_three", """clause calm at "1" { aland may open fire in north }"""),
        ]).Topics);

        Assert.Equal(["- -", "borland -", "- must not/may"], topic.Cells.Select(c => $"{c!.Against?.Bound?.Second[0].Name ?? "-"} {(c.Against?.Opposite is { } o ? $"{o.First}/{o.Second}" : "-")}"));
    }

    [Fact]
    public void A_draft_that_stands_twice_says_the_same_twice()
    {
        var draft = ComparisonTests.Draft("draft_one", $"{Calm}; {Visits}");

        Assert.All(DraftMatrix.Of([draft, ComparisonTests.Draft("draft_two", $"{Calm}; {Visits}"), ComparisonTests.Draft("draft_three", $"{Visits}; {Calm}")]).Topics, t => Assert.True(t.IsAgreed));
    }

    [Fact]
    public void Lines_of_the_head_have_a_cell_for_each_draft()
    {
        var matrix = DraftMatrix.Of(
        [
            ComparisonTests.Draft("draft_one", Calm, "expires 2030-12-31"),
            ComparisonTests.Draft("draft_two", Calm),
            ComparisonTests.Draft("draft_three", Calm, "expires 2035-12-31"),
        ]);

        var head = Assert.Single(matrix.Heads);
        Assert.Equal(["2030-12-31", null, "2035-12-31"], head.Cells);
    }

    [Fact]
    public void Every_clause_of_the_agreements_that_ship_with_pacta_stands_in_exactly_one_topic()
    {
        var drafts = Library.Result.Agreements.Where(a => a.Clauses.Length < 40).Take(6).ToList();
        var matrix = DraftMatrix.Of([.. drafts]);

        Assert.Equal(
            drafts.SelectMany((d, i) => d.Clauses.Select(c => $"{i} {c.Path}")).Order(StringComparer.Ordinal),
            matrix.Topics.SelectMany(t => t.Cells.Select((c, i) => c is null ? null : $"{i} {c.Clause.Path}")).OfType<string>().Order(StringComparer.Ordinal));
    }
}
