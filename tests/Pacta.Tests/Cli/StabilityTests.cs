namespace Pacta.Tests.Cli;

/// <summary><c>pacta stability</c>: what people and machines read.</summary>
public sealed class StabilityTests
{
    private const string Lakeside =
        """
        dispute "Ground water of Lakeside" as lakeside {
          cite "An invented dispute"
          party ministry { option modify "modify its order" }
          party company { option delay, accept, abandon "leave the place" }
          party town { option insist }
          impossible delay and accept
          impossible abandon and (delay or accept)
          impossible not delay and not accept and not abandon
          irreversible modify
          irreversible not delay
          irreversible abandon
          merge abandon
          state waiting "nothing moves" is delay, insist
          state softened is modify, accept, insist
          preferences of ministry by order {
            not abandon
            accept
            not modify
            insist
            all else equal
          }
          preferences of company by order {
            modify if accept
            accept
            not insist
            all else equal
          }
          preferences of town by order {
            not abandon
            not modify
            accept
            insist
            all else equal
          }
        }
        """;

    [Fact]
    public void A_verdict_is_told_with_the_move_and_the_counter_move()
    {
        using var command = With(Lakeside);

        var told = command.Run("stability", "@d.pacta", "--outcome", "1").Output.Unwrapped();

        Assert.Contains("Not stable (Nash): town would rather take insist, which leads to “waiting” (5).", told, StringComparison.Ordinal);
        Assert.Contains(
            "If town moves to “waiting” (5), ministry can take modify, which leads to state 6 (modify, delay, insist). town does not prefer state 6 to state 1.",
            told,
            StringComparison.Ordinal);
        Assert.Contains("From there town has no move to a state that it prefers to state 1.", told, StringComparison.Ordinal);
    }

    [Fact]
    public void What_two_would_leave_together_is_told_with_what_they_would_do()
    {
        using var command = With(Lakeside);

        var told = command.Run("stability", "@d.pacta", "--outcome", "waiting").Output.Unwrapped();

        Assert.Contains("ministry and company would each rather drop delay, take modify and take accept, which leads to “softened” (8).", told, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_known_is_asked_for_and_not_taken_for_indifference()
    {
        using var command = With(Lakeside.Replace("    modify if accept\n    accept\n    not insist\n    all else equal\n", "    not modify\n", StringComparison.Ordinal));

        var told = command.Run("stability", "@d.pacta", "--outcome", "waiting").Output.Unwrapped();

        Assert.Contains("It is not known whether company prefers state 7 (accept, insist) to “waiting”.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("indifferent", told, StringComparison.Ordinal);
    }

    [Fact]
    public void The_question_turned_round_says_what_would_have_to_be_preferred_and_whether_it_is()
    {
        using var command = With(Lakeside);

        var told = command.Run("stability", "@d.pacta", "--outcome", "1", "--inverse").Output.Unwrapped();

        Assert.Contains("Nash: town must like state 1 at least as much as “waiting” (5) – not so now.", told, StringComparison.Ordinal);
        Assert.Contains("Nothing was left out: 4 moves and", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public void The_page_is_whole_and_needs_nothing_but_itself(string language)
    {
        using var command = With(Lakeside);

        var page = command.Run("stability", "@d.pacta", "--inverse", "--format", "html", "--language", language).Output;

        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("pacta stability d.pacta --inverse --language " + language, page, StringComparison.Ordinal);
        Assert.DoesNotContain("{0}", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_machines_read_fits_its_schema()
    {
        using var command = With(Lakeside.Replace("all else equal\n", "\n", StringComparison.Ordinal));

        Assert.True(command.FitsSchema(command.Run("stability", "@d.pacta", "--inverse", "--format", "json").Output, "stability"));
        Assert.True(command.FitsSchema(command.Run("stability", "@d.pacta", "--outcome", "2", "--format", "json").Output, "stability"));
    }

    [Theory]
    [InlineData("--outcome", "wating", "PACTA0954", "Did you mean “waiting”?")]
    [InlineData("--outcome", "10", "PACTA0954", "States have the numbers 1 to 9")]
    [InlineData("--dispute", "lakesid", "PACTA0951", "Did you mean “lakeside”?")]
    public void A_question_about_nothing_is_answered_with_what_there_is(string option, string value, string code, string help)
    {
        using var command = With(Lakeside);

        var ran = command.Run("stability", "@d.pacta", option, value);

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains(code, ran.Errors, StringComparison.Ordinal);
        Assert.Contains(help, ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dispute_in_which_nothing_is_possible_says_so()
    {
        using var command = With(Lakeside.Replace("impossible delay and accept", "impossible delay or not delay", StringComparison.Ordinal)
            .Replace("  state waiting \"nothing moves\" is delay, insist\n  state softened is modify, accept, insist\n", string.Empty, StringComparison.Ordinal));

        var ran = command.Run("stability", "@d.pacta");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("Every state of the dispute “lakeside” is impossible.", ran.Errors, StringComparison.Ordinal);
    }

    private static Command With(string dispute) => new Command { Width = 120 }.Write("d.pacta", dispute);
}
