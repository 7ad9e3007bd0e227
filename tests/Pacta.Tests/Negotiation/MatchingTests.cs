using Pacta.Negotiation;

namespace Pacta.Tests.Negotiation;

/// <summary>Which clauses correspond, where drafts were rearranged: moved and changed, exchanged, split, put together, rewritten.</summary>
public sealed class MatchingTests
{
    private static DraftComparison Compared(string first, string second) =>
        DraftComparison.Of(ComparisonTests.Draft("draft_one", first), ComparisonTests.Draft("draft_two", second));

    private static string[] Pairs(DraftComparison comparison) =>
        [.. comparison.Pairs.Select(p => $"{p.First?.Name ?? "-"} {p.Second?.Name ?? "-"} {(p.IsSame ? "same" : p.Basis)}{(p.IsRenumbered ? $" {p.First?.Reference}>{p.Second?.Reference}" : string.Empty)}")];

    [Fact]
    public void Two_articles_that_changed_places_and_figures_are_found_by_what_they_are_about_not_by_their_numbers()
    {
        var comparison = Compared(
            """clause alpha at "1" { each party P must keep number of tanks of P in north at most 50 }; clause beta at "2" { each party P must keep number of tanks of P in south at most 20 }""",
            """clause gamma at "1" { each party P must keep number of tanks of P in south at most 30 }; clause delta at "2" { each party P must keep number of tanks of P in north at most 60 }""");

        Assert.Equal(["alpha delta Content 1>2", "beta gamma Content 2>1"], Pairs(comparison));
        Assert.Equal(["Number Number"], [string.Join(' ', comparison.Pairs.SelectMany(p => p.Differences).Select(d => d.Aspect))]);
    }

    [Fact]
    public void A_clause_that_was_moved_and_changed_in_many_ways_is_found_by_its_text()
    {
        const string Text = "The Parties shall notify each other in writing of every major military activity in good time before it begins";
        var comparison = Compared(
            $$"""clause alpha at "1" { text en "{{Text}}."; when exercise x by A; A must give notification of x to each other party within 2 days after x }""",
            $$"""clause omega at "7" { text en "{{Text}}, and explain it."; each party must hold meeting every year by 1 march }""");

        Assert.Equal(["alpha omega Text 1>7"], Pairs(comparison));
    }

    [Fact]
    public void Texts_of_a_few_words_or_in_two_languages_make_no_pair()
    {
        Assert.Equal(["alpha - None", "- omega None"], Pairs(Compared(
            """clause alpha at "1" { text en "The Parties agree."; when exercise x by A; A must give notification of x to each other party within 2 days after x }""",
            """clause omega at "7" { text en "The Parties agree."; each party must hold meeting every year by 1 march }""")));
        Assert.Equal(["alpha - None", "- omega None"], Pairs(Compared(
            """clause alpha at "1" { text en "one two three four five six seven eight"; when exercise x by A; A must give notification of x to each other party within 2 days after x }""",
            """clause omega at "7" { text fr "one two three four five six seven eight"; each party must hold meeting every year by 1 march }""")));
    }

    [Fact]
    public void One_article_and_one_name_hold_together_what_was_rewritten_and_an_article_alone_does_not()
    {
        const string First = """clause contacts at "1" { when exercise x by A; A must give notification of x to each other party within 2 days after x }""";
        const string Second = """clause contacts at "1" { each party must give report to each other party every year by 1 march }""";

        Assert.Equal(["contacts contacts ArticleAndName"], Pairs(Compared(First, Second)));
        Assert.Equal(["contacts - None", "- returns None"], Pairs(Compared(First, Second.Replace("contacts", "returns", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData(
        """clause alpha at "1" { each party must not hold exercise in north }""",
        """clause beta at "1" { aland must not hold exercise in north }; clause gamma at "2" { borland must not hold exercise in north }""",
        "alpha gamma of beta")]
    [InlineData(
        """clause alpha at "1" { each party must not hold exercise }""",
        """clause beta at "1" { each party must not hold exercise in north }; clause gamma at "2" { each party must not hold exercise in south }""",
        "alpha gamma of beta")]
    [InlineData(
        """clause alpha at "1" { each party P must keep all of {; number of tanks of P in north at most 50; number of guns of P in south at most 20; } }""",
        """clause beta at "1" { each party P must keep number of tanks of P in north at most 50 }; clause gamma at "2" { each party P must keep number of guns of P in south at most 20 }""",
        "alpha gamma of beta")]
    public void A_clause_split_in_two_is_said_to_be_and_two_put_together_as_well(string one, string two, string expected)
    {
        var split = Compared(one, two).Pairs.Single(p => p.Kin is not null);
        Assert.Equal(expected, $"{split.Kin!.Whole.Name} {split.Second?.Name} of {split.Kin.Part.Name}");

        var joined = Compared(two, one).Pairs.Single(p => p.Kin is not null);
        Assert.Equal(expected, $"{joined.Kin!.Whole.Name} {joined.First?.Name} of {joined.Kin.Part.Name}");
    }

    [Theory]
    [InlineData("""clause beta at "1" { each party must not hold exercise in north }; clause gamma at "2" { each party must not hold exercise in south }""")]
    [InlineData("""clause beta at "1" { each party must not hold exercise in south }; clause gamma at "2" { each party must not open fire in north }""")]
    [InlineData("""clause beta at "1" { aland must not hold exercise in north }; clause gamma at "2" { when visit v by A; A must not hold exercise in north }""")]
    public void A_clause_that_was_added_is_no_part_of_one(string second) =>
        Assert.All(Compared("""clause alpha at "1" { each party must not hold exercise in north }""", second).Pairs, p => Assert.Null(p.Kin));

    [Fact]
    public void The_same_text_in_other_words_of_code_and_the_same_code_under_another_text_are_both_told()
    {
        var pair = Assert.Single(Compared(
            """clause alpha at "1" { text en "No exercise shall be held in the north."; text fr "Aucun exercice."; each party must not hold exercise in north }""",
            """clause alpha at "1" { text en "No exercise may be held in the north."; text uk "Жодних навчань."; each party must not hold exercise in north }""").Pairs);

        Assert.True(pair.IsSame);
        Assert.True(pair.Redline!.TextsDiffer);
        Assert.Equal(["en True True True", "fr True False False", "uk False True False"], pair.Redline.Texts.Select(t => $"{t.Language} {t.HasFirst} {t.HasSecond} {t.Differs}"));
    }
}
