using Pacta.Negotiation;
using Pacta.Negotiation.Duties;

namespace Pacta.Tests.Negotiation;

/// <summary>Who owes what to whom: actors where the text names them, roles and nouns where only a history can tell.</summary>
public sealed class OwedTests
{
    private static string[] Owed(string clause, string head = "", string parties = "aland, borland")
    {
        var draft = ComparisonTests.Draft("draft", $$"""clause calm at "1" { {{clause}} }""", head, parties);
        var duties = DutyMatrix.Of(draft);
        return [.. duties.Duties.Select(d => $"{Name(d.Bearer)} to {Name(d.Beneficiary)}{(duties.IsMutual(d) ? " mutual" : string.Empty)}{(d.Source == DutySource.Sentence ? string.Empty : $" {d.Source}")}")];
    }

    private static string Name(Somebody somebody) => somebody.Form == SomebodyForm.Actor ? somebody.Name : $"{somebody.Form} {somebody.Name} {somebody.Preposition}".Trim();

    [Fact]
    public void A_body_that_is_no_party_owes_nothing_both_ways() => Assert.Equal(
        ["aland to Everybody mutual", "borland to Everybody mutual", "dorland to Everybody"],
        Owed("when exercise x by A; A, dorland together must hold meeting within 7 days after x"));

    [Fact]
    public void A_reply_is_owed_to_whoever_asked_and_to_him_by_name_where_the_text_names_him()
    {
        Assert.Equal(
            ["aland to Role visit_request by mutual", "borland to Role visit_request by mutual"],
            Owed("when visit_request r by A to B; B must give reply to r within 5 days after r"));
        Assert.Equal(["borland to aland"], Owed("when visit_request r by aland to borland; borland must give reply to r within 5 days after r"));
    }

    [Fact]
    public void A_condition_on_who_acts_says_who_is_bound_and_nobody_owes_himself()
    {
        Assert.Equal(["aland to borland"], Owed("when exercise x by A where A is aland; A must give notification of x to borland within 5 days after x"));
        Assert.Equal(["aland to borland"], Owed("when exercise x by A; A must give notification of x to borland within 5 days after x"));
    }

    [Theory]
    [InlineData("define bound_ones { means actor P where P is any of cedria, pact }", "aland, borland, cedria")]
    [InlineData("define bound_ones { means party P where P is not aland }", "borland")]
    [InlineData("define bound_ones { means actor P where P is belligerent }", "Noun bound_ones")]
    public void Whom_a_define_names_is_spelt_out_where_no_history_is_needed(string head, string expected) =>
        Assert.Equal(expected, string.Join(", ", Owed("each bound_ones P must not open fire", head).Select(o => o[..o.IndexOf(" to ", StringComparison.Ordinal)])));

    [Fact]
    public void What_is_asked_otherwise_and_by_exceptions_is_owed_too() => Assert.Equal(
        ["aland to Everybody", "aland to Everybody Exception", "borland to Everybody Otherwise"],
        Owed("""aland must hold meeting every year by 1 march; otherwise borland must hold meeting within 5 days after 2020-01-01 ; }; exception war_time to calm at "1.2" { if aland is belligerent; aland must give report every year by 1 march"""));

    [Fact]
    public void An_exception_that_speaks_of_the_bearer_by_its_letter_binds_whom_the_clause_binds() => Assert.Equal(
        ["aland to borland mutual Exception", "aland to Everybody mutual", "borland to aland mutual Exception", "borland to Everybody mutual"],
        Owed("""each party P must not hold exercise x in north }; exception small to calm at "2" { if troops of x at most 10; P must give notification of x to each other party no later than start of x"""));

    [Fact]
    public void A_group_in_one_draft_and_its_members_in_the_other_meet_in_one_row()
    {
        var comparison = DraftComparison.Of(
            ComparisonTests.Draft("draft_one", """clause calm at "1" { each club must not open fire }""", "group club { aland, borland }"),
            ComparisonTests.Draft("draft_two", """clause calm at "1" { aland, borland must not open fire }"""));

        var row = Assert.Single(comparison.Owed);
        Assert.Equal(["aland", "borland"], row.Who.Select(Name));
        Assert.Single(row.First);
        Assert.Single(row.Second);
    }

    [Fact]
    public void Many_who_stand_alike_to_one_another_make_one_row()
    {
        var draft = ComparisonTests.Draft(
            "draft", """clause calm at "1" { when exercise x by A; A must give notification of x to each other party within 5 days after x }""", parties: "aland, borland, cedria");

        var row = Assert.Single(DraftComparison.Of(draft, draft).Owed);
        Assert.Equal((3, true, 0), (row.Who.Length, row.ToEachOther, row.To.Length));
    }
}
