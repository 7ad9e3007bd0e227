namespace Pacta.Tests.Cli;

/// <summary>What a body decided stands beside what Pacta finds: always named as the body's, quoted under the mandate to determine only, and without effect.</summary>
public sealed class DeterminationTests
{
    private const string Clauses =
        """
        clause notice at "2" {
            when exercise x by A where troops of x at least 5_000
            A must give notification of x to each other party no later than 21 days before start of x
          }
          clause quiet at "4" {
            each party must not open fire in strip
          }
        """;

    private static readonly string[] Reports =
    [
        """{"id":"r1","source":"mission","recorded":"2024-06-02","event":"e1","kind":"exercise","time":"2024-06-01","by":"aland","in":"strip","fields":{"troops":9000}}""",
        """{"type":"determination","id":"d1","body":"joint_commission","date":"2024-07-01","text":"Aland was late.","dissents":"aland","clause":"2","by":"aland","events":["e1"],"decision":"not_consistent"}""",
        """{"type":"determination","id":"d2","body":"joint_commission","date":"2024-07-02","text":"The strip was quiet.","clause":"quiet","by":"cedria"}""",
    ];

    private static string Table(string mandate, string status = "political")
    {
        using var command = Small.Command(Small.Agreement(Clauses, status), Reports);
        return command.Run("check", "@small.pacta", "--reports", "@small.jsonl", "--until", "2024-08-01", "--mandate", mandate).Output.Unwrapped();
    }

    [Fact]
    public void The_mandate_to_determine_quotes_the_body_beside_the_finding()
    {
        var table = Table("determine");

        Assert.Contains("joint_commission decided on 2024-07-01, not honoured: “Aland was late.”; dissent: aland", table, StringComparison.Ordinal);
        Assert.Contains("not adhered to", table, StringComparison.Ordinal);
        Assert.Contains("decided by bodies, on what has no finding above: quiet: joint_commission decided on 2024-07-02: “The strip was quiet.”", table, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_law_the_body_finds_a_breach() =>
        Assert.Contains("joint_commission decided on 2024-07-01, breach: “Aland was late.”", Table("determine", "legal"), StringComparison.Ordinal);

    [Theory]
    [InlineData("proposal")]
    [InlineData("oral")]
    public void Of_what_nobody_owes_only_the_quotation_is_told(string status) =>
        Assert.Contains("joint_commission decided on 2024-07-01: “Aland was late.”", Table("determine", status), StringComparison.Ordinal);

    [Theory]
    [InlineData("observe")]
    [InlineData("assess")]
    [InlineData("attribute")]
    public void Below_it_the_decision_is_named_and_not_quoted(string mandate)
    {
        var table = Table(mandate);

        Assert.Contains("joint_commission decided on this on 2024-07-01; --mandate determine quotes it", table, StringComparison.Ordinal);
        Assert.DoesNotContain("Aland was late", table, StringComparison.Ordinal);
        Assert.DoesNotContain("not honoured", table, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_changes_no_finding()
    {
        using var with = Small.Command(Small.Agreement(Clauses), Reports);
        using var without = Small.Command(Small.Agreement(Clauses), Reports[0]);
        string[] words = ["check", "@small.pacta", "--reports", "@small.jsonl", "--until", "2024-08-01", "--all", "--format", "csv"];

        Assert.Equal(
            without.Run(words).Output.Split('\n').Select(l => l.TrimEnd(',')),
            with.Run(words).Output.Split('\n').Select(l => l.Replace("joint_commission decided on this on 2024-07-01; --mandate determine quotes it", string.Empty, StringComparison.Ordinal).TrimEnd(',')));
    }

    [Fact]
    public void A_decision_is_not_known_before_it_was_made()
    {
        using var command = Small.Command(Small.Agreement(Clauses), Reports);

        var before = command.Run("check", "@small.pacta", "--reports", "@small.jsonl", "--as-of", "2024-06-30", "--mandate", "determine");

        Assert.DoesNotContain("joint_commission", before.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_and_the_json_have_it_and_fit_the_schema()
    {
        using var command = Small.Command(Small.Agreement(Clauses), Reports);
        string[] words = ["check", "@small.pacta", "--reports", "@small.jsonl", "--until", "2024-08-01", "--mandate", "determine", "--format"];

        var json = command.Run([.. words, "json"]).Output;
        Assert.True(command.FitsSchema(json));
        Assert.Contains("\"decision\":\"not_consistent\"", json, StringComparison.Ordinal);
        Assert.Contains("joint_commission decided on 2024-07-01, not honoured", command.Run([.. words, "html"]).Output, StringComparison.Ordinal);
        Assert.Contains(command.Pages(), p => p.Contains("What bodies decided", StringComparison.Ordinal));
    }

    [Fact]
    public void Whose_conduct_it_was_says_nothing_without_the_clause()
    {
        using var command = Small.Command(
            Small.Agreement(Clauses), """{"type":"determination","id":"d1","body":"joint_commission","date":"2024-07-01","text":"So.","by":"aland"}""");

        var ran = command.Run("check", "@small.pacta", "--reports", "@small.jsonl");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("say which clause was decided on", ran.Errors.Unwrapped(), StringComparison.Ordinal);
    }
}
