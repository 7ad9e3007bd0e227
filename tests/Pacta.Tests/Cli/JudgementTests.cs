namespace Pacta.Tests.Cli;

/// <summary>A judgement counts only for the words of the agreement; on anything else it must not be passed over without a word.</summary>
public sealed class JudgementTests
{
    private const string Judgement = """{"type":"judgement","id":"j1","source":"mission","matter":"the present security environment","holds":true,"time":"2024-02-01"}""";

    private const string Judged = "clause calm { while judged \"the present security environment\"\n each party must not hold exercise }";

    [Fact]
    public void A_matter_of_a_clause_is_known()
    {
        using var command = Small.Command(Small.Agreement(Judged), Judgement);

        Assert.Empty(command.Findings("table").Errors);
    }

    [Fact]
    public void A_matter_of_a_word_that_the_agreement_takes_from_elsewhere_is_known()
    {
        var agreement = Small.Agreement("clause calm { each party must not hold tense_exercise }")
            .Replace("vocabulary words {", "define tense_exercise { means exercise x where judged \"the present security environment\" }\nvocabulary words {", StringComparison.Ordinal);
        using var command = Small.Command(agreement, Judgement);

        Assert.Empty(command.Findings("table").Errors);
    }

    [Fact]
    public void A_matter_that_one_of_two_agreements_knows_is_no_error()
    {
        var other = Small.Agreement("clause quiet { each party must not open fire }").Replace("small_accord", "other_accord", StringComparison.Ordinal).Replace(Small.Words, string.Empty, StringComparison.Ordinal);
        using var command = Small.Command(Small.Agreement(Judged) + "\n" + other, Judgement);

        Assert.Empty(command.Findings("table").Errors);
    }

    [Fact]
    public void A_matter_that_no_clause_knows_stops_the_check_and_shows_the_line_and_the_nearest_words()
    {
        using var command = Small.Command(Small.Agreement(Judged), string.Empty, Judgement.Replace("present", "prsent", StringComparison.Ordinal));

        var ran = command.Findings("table");

        Assert.Equal((2, string.Empty), (ran.ExitCode, ran.Output));
        Assert.Contains("error[PACTA0548]", ran.Errors, StringComparison.Ordinal);
        Assert.Contains("small.jsonl:2:", ran.Errors, StringComparison.Ordinal);
        Assert.Contains("did you mean \"the present security environment\"?", ran.Errors, StringComparison.Ordinal);
    }
}
