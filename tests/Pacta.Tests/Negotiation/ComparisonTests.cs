using Pacta.Language.Compilation;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Negotiation;
using Pacta.Negotiation.Subjects;
using Pacta.Tests.Logic.Direct;

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

    private static Agreement Draft(string name, string clauses, string head = "") => Compiled(name, clauses, head);

    private static Agreement Compiled(string name, string clauses, string head)
    {
        var compiled = Compiler.Compile([new SourceText("draft.pacta", $$"""
            {{InventedCase.Vocabulary}}
            agreement "Draft {{name}}" as {{name}} {
              status proposal
              time zone "UTC"
              parties aland, borland
              use invented
              {{head}}
              {{clauses}}
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

        Assert.Equal(["notice notice ArticleAndContent", "ceiling visits Article", "calm quiet same", "far - None", "leave - None"], Pairs(comparison));
    }

    [Fact]
    public void Swapping_the_drafts_swaps_the_pairs_and_nothing_else()
    {
        var (one, two) = (Draft("draft_one", First), Draft("draft_two", Second));

        Assert.Equal(
            DraftComparison.Of(one, two).Pairs.Select(p => (p.First?.Name, p.Second?.Name, p.Basis, p.Likeness)).Order(),
            DraftComparison.Of(two, one).Pairs.Select(p => (p.Second?.Name, p.First?.Name, p.Basis, p.Likeness)).Order());
    }

    [Fact]
    public void What_one_side_alone_owes_is_not_mutual()
    {
        var comparison = DraftComparison.Of(Draft("draft_one", First), Draft("draft_two", Second));

        var duties = comparison.FirstDuties;
        string Told(string clause) => string.Join("; ", duties.Duties.Where(d => d.Clause.Name == clause).Select(d => $"{d.Bearer} to {d.Beneficiary ?? "all"}{(duties.IsMutual(d) ? " mutual" : string.Empty)}"));
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
        Assert.Equal(["Definitions", "Verification", "Access", "Disputes", "EntryIntoForce"], Absent(comparison.FirstSubjects));
        Assert.Contains("Withdrawal", Absent(comparison.SecondSubjects));
        Assert.Contains("Duration", Absent(comparison.SecondSubjects));
        Assert.DoesNotContain("Access", Absent(comparison.SecondSubjects));
    }
}
