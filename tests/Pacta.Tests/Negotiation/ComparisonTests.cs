using Pacta.Language.Compilation;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Negotiation;
using Pacta.Negotiation.Duties;
using Pacta.Negotiation.Subjects;
using Pacta.Tests.Logic.Direct;
using Negotiated = Pacta.Negotiation.Subjects.Subject;

namespace Pacta.Tests.Negotiation;

/// <summary>Drafts side by side: what corresponds, who owes what to whom, what is absent.</summary>
public sealed class ComparisonTests
{
    private const string First = """
        clause notice at "5" {
          when exercise x by A
          A must give notification of x to each other party no later than 42 days before start of x
        }
        clause ceiling at "6" { each party P must keep number of tanks of P in north at most 50 }
        clause calm at "7" { aland must not open fire in north }
        clause far at "8" { each party P must keep each gun g of P more than 10 km away from territory of each other party }
        clause leave at "9" { each party has power to give withdrawal_notice n effective 30 days after n }
        """;

    private const string Second = """
        clause quiet at "3" { aland must not open fire in north }
        clause notice at "5" {
          when exercise x by A
          A must give notification of x to each other party no later than 21 days before start of x
        }
        clause visits at "6" { aland must make visit to borland every year by 15 november }
        """;

    /// <param name="clauses">A semicolon ends a line.</param>
    internal static Agreement Draft(string name, string clauses, string head = "", string parties = "aland, borland")
    {
        var compiled = Compiler.Compile([new SourceText("draft.pacta", $$"""
            {{InventedCase.Vocabulary}}
            agreement "Draft {{name}}" as {{name}} {
              status proposal
              time zone "UTC"
              parties {{parties}}
              use invented
              {{head.Replace("; ", "\n", StringComparison.Ordinal)}}
              {{clauses.Replace("; ", "\n", StringComparison.Ordinal)}}
            }
            """)]);
        Assert.Empty(compiled.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => $"{d.Code} {d.Headline}"));
        return compiled.Agreements[0];
    }

    private static string[] Pairs(DraftComparison comparison) =>
        [.. comparison.Pairs.Select(p => $"{p.First?.Name ?? "-"} {p.Second?.Name ?? "-"} {(p.IsSame ? "same" : p.Basis)}")];

    [Fact]
    public void Clauses_that_ask_alike_correspond_whatever_their_article()
    {
        var comparison = DraftComparison.Of(Draft("draft_one", First), Draft("draft_two", Second));

        Assert.Equal(["notice notice ArticleAndContent", "ceiling - None", "calm quiet same", "far - None", "leave - None", "- visits None"], Pairs(comparison));
    }

    [Fact]
    public void Other_topics_under_one_article_are_no_pair_and_each_is_told_of_the_other()
    {
        var comparison = DraftComparison.Of(Draft("draft_one", First), Draft("draft_two", Second));

        Assert.Equal(["visits"], comparison.Pairs.Single(p => p.First?.Name == "ceiling").Beside.Select(c => c.Name));
        Assert.Equal(["ceiling"], comparison.Pairs.Single(p => p.Second?.Name == "visits").Beside.Select(c => c.Name));
        Assert.Empty(comparison.Pairs.Single(p => p.First?.Name == "leave").Beside);
    }

    [Fact]
    public void The_same_act_after_another_trigger_is_another_topic()
    {
        var comparison = DraftComparison.Of(
            Draft("draft_one", """clause one at "1" { when exercise x by A; A must give notification of x to each other party within 2 days after x }"""),
            Draft("draft_two", """clause two at "1" { when withdrawal w by A; A must give notification of w to each other party within 2 days after w }"""));

        Assert.Equal(["one - None", "- two None"], Pairs(comparison));
    }

    [Fact]
    public void What_one_side_alone_owes_is_not_mutual()
    {
        var comparison = DraftComparison.Of(Draft("draft_one", First), Draft("draft_two", Second));

        var duties = comparison.FirstDuties;
        string Told(string clause) => string.Join("; ", duties.Duties.Where(d => d.Clause.Name == clause).Select(d => $"{d.Bearer.Name} to {(d.Beneficiary == Somebody.Everybody ? "all" : d.Beneficiary.Name)}{(duties.IsMutual(d) ? " mutual" : string.Empty)}"));
        Assert.Equal("aland to borland mutual; borland to aland mutual", Told("notice"));
        Assert.Equal("aland to all mutual; borland to all mutual", Told("ceiling"));
        Assert.Equal("aland to all", Told("calm"));
        Assert.All(duties.Duties.Where(d => d.Clause.Name == "leave"), d => Assert.True(d.IsPower));
        Assert.Equal("aland to borland mutual; borland to aland mutual", Told("far"));
    }

    [Fact]
    public void A_subject_is_absent_only_if_nothing_encoded_is_about_it()
    {
        var comparison = DraftComparison.Of(Draft("draft_one", First, "expires 2030-12-31"), Draft("draft_two", Second));

        string[] Absent(IEnumerable<Coverage> all) => [.. all.Where(c => c.IsAbsent).Select(c => c.Subject.ToString())];
        Assert.Equal(["Definitions", "Scope", "WithdrawalOfForces", "Verification", "Access", "Consultations", "Disputes", "EntryIntoForce", "Survival", "Amendment", "Depositary", "Other"], Absent(comparison.FirstSubjects));
        Assert.Contains("Withdrawal", Absent(comparison.SecondSubjects));
        Assert.Contains("Duration", Absent(comparison.SecondSubjects));
        Assert.DoesNotContain("Access", Absent(comparison.SecondSubjects));
    }

    [Fact]
    public void A_prohibition_settles_no_procedure_and_a_power_that_takes_effect_later_is_leaving()
    {
        var comparison = DraftComparison.Of(
            Draft("draft_one", """clause stay_away at "2" { each party must not make visit to each other party }"""),
            Draft("draft_two", """clause leave at "3" { each party has power to give report n effective 30 days after n }"""));

        Assert.Empty(comparison.FirstSubjects.Single(c => c.Subject == Negotiated.Access).Where);
        Assert.Equal(["3 leave"], comparison.SecondSubjects.Single(c => c.Subject == Negotiated.Withdrawal).Where);
    }

    [Fact]
    public void A_clause_that_is_about_no_subject_is_listed_as_that()
    {
        var comparison = DraftComparison.Of(
            Draft("draft_one", """clause games at "2" { aland, borland together must hold exercise every year by 1 march }"""),
            Draft("draft_two", """clause ceiling at "3" { each party P must keep number of tanks of P in north at most 50 }"""));

        Assert.Equal(["2 games"], comparison.FirstSubjects.Single(c => c.Subject == Negotiated.Other).Where);
        Assert.Equal(["3 ceiling"], comparison.SecondSubjects.Single(c => c.Subject == Negotiated.Limits).Where);
        Assert.Empty(comparison.SecondSubjects.Single(c => c.Subject == Negotiated.Other).Where);
    }

    [Fact]
    public void What_survives_is_a_subject_of_the_checklist()
    {
        const string Clauses = """clause calm at "7" { aland must not open fire in north; survives }; clause quiet at "8" { borland must not open fire in north }""";

        Assert.Equal(["7 calm"], Checklist.Of(Draft("draft_one", Clauses)).Single(c => c.Subject == Negotiated.Survival).Where);
        Assert.Equal(["7 calm", "8 quiet"], Checklist.Of(Draft("draft_one", Clauses, "survives expiry")).Single(c => c.Subject == Negotiated.Survival).Where);
        Assert.True(Checklist.Of(Draft("draft_one", First)).Single(c => c.Subject == Negotiated.Survival).IsAbsent);
    }
}
