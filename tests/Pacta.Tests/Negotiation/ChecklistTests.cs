using Pacta.Negotiation.Subjects;
using Negotiated = Pacta.Negotiation.Subjects.Subject;

namespace Pacta.Tests.Negotiation;

/// <summary>Which subjects a draft speaks of, by which rule, and which only its text mentions.</summary>
public sealed class ChecklistTests
{
    private static Coverage Of(Negotiated subject, string clauses, string head = "") =>
        Checklist.Of(ComparisonTests.Draft("draft_one", clauses, head)).Single(c => c.Subject == subject);

    [Theory]
    [InlineData(Negotiated.Access, "each party must make visit to each other party every year by 1 march", "Must make visit")]
    [InlineData(Negotiated.Access, "each party may make visit to each other party", "May make visit")]
    [InlineData(Negotiated.Access, "each party has power to make visit to each other party", "Power make visit")]
    [InlineData(Negotiated.Access, "when visit v by A to B; B must give reply to v within 5 days after v", "Follows visit")]
    [InlineData(Negotiated.Access, "each party must not make visit to each other party", "")]
    [InlineData(Negotiated.ProhibitedActs, "each party must not open fire", "MustNot open fire")]
    [InlineData(Negotiated.Limits, "each party P must keep number of tanks of P in north at most 50", "Keeps")]
    [InlineData(Negotiated.Access, "each party P must keep number of visits by P per calendar year at most 3", "Keeps visit")]
    [InlineData(Negotiated.Verification, "each party P must keep number of tanks of P in north at most 50", "")]
    [InlineData(Negotiated.Consultations, "aland, borland together must hold meeting every year by 1 march", "Must hold meeting")]
    [InlineData(Negotiated.Withdrawal, "each party has power to give withdrawal_notice n effective 30 days after n", "Leaves give withdrawal_notice")]
    [InlineData(Negotiated.WithdrawalOfForces, "each party has power to give withdrawal_notice n effective 30 days after n", "")]
    [InlineData(Negotiated.WithdrawalOfForces, "each party must start withdrawal no later than 2022-01-01", "Must start withdrawal")]
    [InlineData(Negotiated.Survival, "each party must not open fire; survives", "Survives")]
    public void A_clause_counts_by_a_rule_that_can_be_told(Negotiated subject, string clause, string expected) =>
        Assert.Equal(expected, string.Join(", ", Of(subject, $$"""clause it at "5" { {{clause}} }""").Encoded.Select(e => $"{e.Rule} {e.What}".Trim())));

    [Fact]
    public void What_a_define_is_made_from_counts_for_it() =>
        Assert.Equal(["Must make look"], Of(Negotiated.Access, """clause it at "5" { each party must make look to each other party every year by 1 march }""", "define look { means visit v where inspectors of v at least 2 }").Encoded.Select(e => $"{e.Rule} {e.What}"));

    [Theory]
    [InlineData("en", "Any dispute about this Agreement shall be settled by the Joint Commission.", "dispute")]
    [InlineData("fr", "Tout différend relatif au présent accord est réglé par la commission.", "différend")]
    [InlineData("ru", "Споры разрешаются комиссией.", "Споры")]
    [InlineData("uk", "Спори вирішує комісія.", "Спори")]
    public void A_subject_of_which_only_a_text_speaks_is_told_as_that(string language, string text, string word)
    {
        var coverage = Of(Negotiated.Disputes, $$"""clause it at "5" { text {{language}} "{{text}}"; each party must not open fire }""");

        Assert.True(coverage is { IsAbsent: true, IsOnlyText: true });
        Assert.Equal([$"5 it {language} {word}"], coverage.Mentions.Select(m => $"{m.Where} {m.Language} {m.Word}"));
    }

    [Fact]
    public void A_text_adds_nothing_to_what_is_encoded_and_the_text_of_an_exception_counts_as_one()
    {
        Assert.Empty(Of(Negotiated.Access, """clause it at "5" { text en "Access shall be given."; each party may make visit to each other party }""").Mentions);
        Assert.Equal(
            ["5 it"],
            Of(Negotiated.Consultations, """clause it at "5" { each party must not open fire }; exception talks to it at "5.2" { text en "after consultations"; if there was meeting }""").Mentions.Select(m => m.Where));
        Assert.Empty(Of(Negotiated.Access, """clause it at "5" { text en "Instruments of accession are deposited."; each party must not open fire }""").Mentions);
        Assert.Empty(Of(Negotiated.Disputes, """clause it at "5" { text en "The disputed area remains quiet."; each party must not open fire }""").Mentions);
    }

    [Fact]
    public void Each_source_is_named_and_what_was_not_looked_up_is_marked()
    {
        Assert.All(Enum.GetValues<Negotiated>().SelectMany(s => ChecklistSources.Of(s)), s => Assert.NotEmpty(s.Title));
        Assert.Equal([Negotiated.Survival], Enum.GetValues<Negotiated>().Where(s => ChecklistSources.Of(s).Any(o => !o.IsVerified)));
        Assert.Empty(ChecklistSources.Of(Negotiated.Limits));
        Assert.NotEmpty(ChecklistSources.Of(Negotiated.Verification));
    }
}
