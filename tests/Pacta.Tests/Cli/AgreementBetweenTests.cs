namespace Pacta.Tests.Cli;

public sealed class AgreementBetweenTests
{
    private const string First =
        """
        {"id":"a1","source":"desk","event":"e1","kind":"exercise","time":"2024-05-01","by":"aland","fields":{"troops":{"value":9000,"unit":"person"}}}
        {"id":"a2","source":"desk","event":"e2","kind":"exercise","time":"2024-05-10","by":"borland","fields":{"troops":{"value":4000,"unit":"person"}}}
        {"id":"a3","source":"desk","event":"e3","kind":"movement","time":"2024-05-20","by":{"one_of":["aland","borland"]}}
        {"id":"a4","source":"desk","event":"e4","kind":"exercise","time":"2024-06-01","by":"aland"}
        """;

    private const string Second =
        """
        {"id":"b1","source":"desk","event":"e1","kind":"exercise","time":"2024-05-01","by":"aland","fields":{"troops":{"value":9000,"unit":"person"}}}
        {"id":"b2","source":"desk","event":"e2","kind":"movement","time":"2024-05-12","by":"borland","fields":{"troops":{"about":6000,"unit":"person"}}}
        {"id":"b3","source":"desk","event":"e3","kind":"movement","time":"2024-05-20","by":{"one_of":["borland","aland"]}}
        {"id":"b5","source":"desk","recorded":"2024-07-01","event":"e4","kind":"exercise","polarity":"denies"}
        """;

    private static Command Both() => new Command { Width = 120 }.Write("first.jsonl", First).Write("second.jsonl", Second);

    [Fact]
    public void Two_report_files_are_compared_attribute_by_attribute()
    {
        using var command = Both();
        var ran = command.Run("agreement-between", "@first.jsonl", "@second.jsonl", "--scale", "troops=ratio");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Errors));
        var words = ran.Output.Unwrapped();

        // kind: 3 units, 6 values of which 3 are exercises: De = 2 * 3 * 3 / (6 * 5) = 0.6, Do = 2 / 6.
        Assert.Contains("kind nominal 0.444", words, StringComparison.Ordinal);
        Assert.Contains("2 4 3 6 0.333 0.600", words, StringComparison.Ordinal);

        // by: the order of names in one_of is none.
        Assert.Contains("by nominal 1.000", words, StringComparison.Ordinal);
        Assert.Contains("e2: first \"4000 person\"; second \"about 6000 person\"", words, StringComparison.Ordinal);
        Assert.Contains("e2: first \"2024-05-10\"; second \"2024-05-12\"", words, StringComparison.Ordinal);
        Assert.Contains("e4: first \"asserted\"; second \"denied\"", words, StringComparison.Ordinal);
        Assert.Contains("from the seed 1", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "not defined")]
    [InlineData("fr", "non défini")]
    public void Without_variation_no_number_is_printed(string language, string words)
    {
        using var command = new Command { Width = 120 }.Write("codes.csv", "unit,ann,bob\n1,x,x\n2,x,x\n");
        var ran = command.Run("agreement-between", "@codes.csv", "--language", language);

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains($" {words} ", ran.Output.Unwrapped(), StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unit,ann,bob\n1,x,y\n2,x,x\n")]
    [InlineData("unit,ann,bob\n1,x,x\n2,x,x\n")]
    public void Json_fits_its_schema(string table)
    {
        using var command = Both().Write("codes.csv", table);
        var ran = command.Run("agreement-between", "@first.jsonl", "@second.jsonl", "@codes.csv", "--format", "json");

        Assert.Equal(0, ran.ExitCode);
        Assert.True(command.FitsSchema(ran.Output, "coders"));
        Assert.Equal(ran.Output, command.Run("agreement-between", "@first.jsonl", "@second.jsonl", "@codes.csv", "--format", "json").Output);
    }

    [Fact]
    public void One_coder_alone_agrees_with_nobody()
    {
        using var command = Both();
        var ran = command.Run("agreement-between", "@first.jsonl");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("PACTA0618", ran.Errors, StringComparison.Ordinal);
        Assert.Contains("one coder only: first", ran.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("troops=ratoi", "PACTA0901")]
    [InlineData("trops=ratio", "Did you mean \"troops\"?")]
    [InlineData("kind=interval", "PACTA0616")]
    public void A_scale_that_does_not_fit_is_an_error(string scale, string words)
    {
        using var command = Both();
        var ran = command.Run("agreement-between", "@first.jsonl", "@second.jsonl", "--scale", scale);

        Assert.Equal((2, ""), (ran.ExitCode, ran.Output));
        Assert.Contains(words, ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_coder_who_says_two_things_of_one_event_is_told_and_neither_counts()
    {
        using var command = Both();
        command.Write("first.jsonl", First + "\n" + First.Split('\n')[0].Replace("a1", "a9", StringComparison.Ordinal).Replace("\"exercise\"", "\"movement\"", StringComparison.Ordinal));
        var ran = command.Run("agreement-between", "@first.jsonl", "@second.jsonl");

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("first gives kind of e1 twice: \"exercise\" and \"movement\"", ran.Errors.Unwrapped(), StringComparison.Ordinal);
        Assert.Contains("kind nominal", ran.Output.Unwrapped(), StringComparison.Ordinal);
        Assert.DoesNotContain("e1:", ran.Output, StringComparison.Ordinal);
    }
}
