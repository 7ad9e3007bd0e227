namespace Pacta.Tests.Cli;

public sealed class MfotlTests
{
    private const string Log = "@0 notified(\"aland\",1)\n@10 exercise(\"borland\",2,9500)\n@4000000 exercise(\"aland\",1,12000)\n";

    [Fact]
    public void Exercises_without_a_notice_in_time_are_printed_and_the_others_are_not()
    {
        using var command = Notice();

        var ran = command.Run("mfotl", "--sig", command.PathOf("n.sig"), "--formula", command.PathOf("n.mfotl"), "--log", command.PathOf("n.log"));

        Assert.Equal(new Ran(0, "@10 (time point 1): (\"borland\",2,9500)\n", string.Empty), ran);
    }

    /// <summary>A program that writes formulas writes long ones: a list of thousands of values is nothing unusual.</summary>
    [Fact]
    public void Thousands_of_alternatives_in_a_row_are_monitored_and_nesting_without_end_is_refused()
    {
        using var command = Notice()
            .Write("n.mfotl", "exercise(p,e,n) AND (" + string.Join(" OR ", Enumerable.Range(0, 3_000).Select(i => $"n = {12_000 - i}")) + ")")
            .Write("deep.mfotl", new string('(', 20_000) + "notified(p,e)" + new string(')', 20_000));
        string[] files = ["mfotl", "--sig", command.PathOf("n.sig"), "--log", command.PathOf("n.log"), "--formula"];

        Assert.Equal(new Ran(0, "@10 (time point 1): (\"borland\",2,9500)\n@4000000 (time point 2): (\"aland\",1,12000)\n", string.Empty), command.Run([.. files, command.PathOf("n.mfotl")]));
        Assert.Contains("nested more than 10000 deep", command.Run([.. files, command.PathOf("deep.mfotl")]).Errors, StringComparison.Ordinal);
    }

    /// <summary>What is looked up soon is fetched from memory for a few tables only: for each of these it would be fetched for each of the others.</summary>
    [Fact]
    public void A_thousand_operators_within_one_another_are_monitored()
    {
        using var command = Notice().Write("n.mfotl", string.Concat(Enumerable.Repeat("notified(p,e) SINCE ", 1_000)) + "notified(p,e)");

        var ran = command.Run("mfotl", "--sig", command.PathOf("n.sig"), "--formula", command.PathOf("n.mfotl"), "--log", command.PathOf("n.log"));

        Assert.Equal(new Ran(0, "@0 (time point 0): (\"aland\",1)\n", string.Empty), ran);
    }

    [Fact]
    public void The_negation_prints_what_violates_an_implication()
    {
        using var command = Notice().Write("n.mfotl", "(exercise(p,e,n) AND n >= 9000) IMPLIES ONCE[42d,*) notified(p,e)");

        var ran = command.Run("mfotl", "--sig", command.PathOf("n.sig"), "--formula", command.PathOf("n.mfotl"), "--log", command.PathOf("n.log"), "--negate");

        Assert.Equal("@10 (time point 1): (\"borland\",2,9500)\n", ran.Output);
    }

    [Fact]
    public void Verbose_and_check_tell_the_formula_and_its_variables()
    {
        using var command = Notice();
        string[] files = ["--sig", command.PathOf("n.sig"), "--formula", command.PathOf("n.mfotl")];
        const string head = "The analyzed formula is:\n  (exercise(p,e,n) AND 9000 <= n) AND (NOT ONCE[3628800,*) notified(p,e))\nThe sequence of free variables is: (e,n,p)\n";

        Assert.Equal(head + "The formula can be monitored.\n", command.Run(["mfotl", .. files, "--check"]).Output);
        Assert.Equal(
            head + "@0 (time point 0): ()\n@10 (time point 1): ((\"borland\",2,9500))\n@4000000 (time point 2): ()\n",
            command.Run(["mfotl", .. files, "--log", command.PathOf("n.log"), "--verbose"]).Output);
    }

    [Theory]
    [InlineData("@10 exercise(")]
    [InlineData("@10 exercise(\"borland\"")]
    [InlineData("@10 exercise(\"borland\",")]
    [InlineData("@10 exercise(\"borland\",2,")]
    [InlineData("@10 exercise(\"borland\",2,9500")]
    public void A_log_that_breaks_off_within_an_event_is_told_of(string log)
    {
        using var command = Notice();
        string[] words = ["mfotl", "--sig", command.PathOf("n.sig"), "--formula", command.PathOf("n.mfotl")];

        foreach (var ran in new[] { command.RunWithInput(log, words), command.Write("n.log", log).Run([.. words, "--log", command.PathOf("n.log")]) })
        {
            Assert.Equal(2, ran.ExitCode);
            Assert.Contains("PACTA0705", ran.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_plan_says_what_is_probed_and_what_is_looked_through()
    {
        using var command = Notice();
        string[] files = ["--sig", command.PathOf("n.sig"), "--formula", command.PathOf("n.mfotl"), "--plan"];

        Assert.Contains("probe ONCE or SINCE by key (p, e)", command.Run(["mfotl", .. files]).Output, StringComparison.Ordinal);
        Assert.Contains("look through ONCE or SINCE", command.Run(["mfotl", .. files, "--general"]).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NOT notified(p,e)", "PACTA0704", "NOT leaves open p, e")]
    [InlineData("exercise(p,e,n) AND n >", "PACTA0701", "")]
    [InlineData("exercise(p,e)", "PACTA0703", "")]
    [InlineData("exercise(p,e,n) AND NOT EVENTUALLY notified(p,e)", "PACTA0703", "looks")]
    public void What_is_wrong_with_a_formula_is_told_with_a_way_to_mend_it(string formula, string code, string message)
    {
        using var command = Notice().Write("n.mfotl", formula);

        var ran = command.Run("mfotl", "--sig", command.PathOf("n.sig"), "--formula", command.PathOf("n.mfotl"), "--log", command.PathOf("n.log"));

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains(code, ran.Errors, StringComparison.Ordinal);
        Assert.Contains(message, ran.Errors, StringComparison.Ordinal);
        Assert.Contains("help: ", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_late_event_ends_the_run_with_its_line_after_all_verdicts_before_it()
    {
        using var command = Notice().Write("n.log", Log + "@5 notified(\"aland\",9)\n");

        var ran = command.Run("mfotl", "--sig", command.PathOf("n.sig"), "--formula", command.PathOf("n.mfotl"), "--log", command.PathOf("n.log"));

        Assert.Equal(2, ran.ExitCode);
        Assert.Equal("@10 (time point 1): (\"borland\",2,9500)\n", ran.Output);
        Assert.Contains("n.log, line 4: The time stamp 5 comes after 4000000", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_files_and_signatures_are_named()
    {
        using var command = Notice().Write("n.sig", "exercise(string,int");

        Assert.Contains("PACTA0702", command.Run("mfotl", "--sig", command.PathOf("n.sig"), "--formula", command.PathOf("n.mfotl")).Errors, StringComparison.Ordinal);
        Assert.Contains("PACTA0902", command.Run("mfotl", "--sig", command.PathOf("none.sig"), "--formula", command.PathOf("n.mfotl")).Errors, StringComparison.Ordinal);
    }

    private static Command Notice() => new Command()
        .Write("n.sig", "exercise(string,int,int)\nnotified(string,int)\n")
        .Write("n.mfotl", "(exercise(p,e,n) AND n >= 9000) AND NOT ONCE[42d,*) notified(p,e)")
        .Write("n.log", Log);
}
