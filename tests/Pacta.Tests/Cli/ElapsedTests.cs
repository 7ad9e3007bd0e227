namespace Pacta.Tests.Cli;

/// <summary>An answer that is due within hours, with times known to the day or to the minute: between how many hours it came is told.</summary>
public sealed class ElapsedTests
{
    private static string Table(string asked, string answered)
    {
        using var command = Small.Command(
            Small.Agreement("clause answers at \"3\" { when question q by A to B\n B must give answer to q\n within 48 hours after q }")
                .Replace("event open fire", "event send question by actor to actor\n  event give answer by actor to question\n  event open fire", StringComparison.Ordinal),
            $$"""{"id":"r1","source":"mission","recorded":"2024-03-01","event":"q1","kind":"question","time":"{{asked}}","by":"aland","to":"borland"}""",
            $$"""{"id":"r2","source":"mission","recorded":"2024-03-01","event":"a1","kind":"answer","time":"{{answered}}","by":"borland","to":"q1"}""");
        return command.Run("check", "@small.pacta", "--reports", "@small.jsonl", "--until", "2024-03-01", "--all").Output.Unwrapped();
    }

    private static string InForce(string day) => day.Replace("2022", "2024", StringComparison.Ordinal);

    [Fact]
    public void Days_alone_leave_it_open_and_the_hours_are_told()
    {
        var table = Table(InForce("2022-02-09"), InForce("2022-02-11"));

        Assert.Contains("undetermined", table, StringComparison.Ordinal);
        Assert.Contains("hangs on when a1 came: 24 to 72 hours after q1", table, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2022-02-11T09:59", "consistent")]
    [InlineData("2022-02-11T10:00", "consistent")]
    [InlineData("2022-02-11T10:01", "late, then done")]
    public void With_the_clock_it_is_certain_to_the_minute(string answered, string state)
    {
        var table = Table(InForce("2022-02-09T10:00"), InForce(answered));

        Assert.Contains($"borland to aland q1 {state} due 2024-02-11 10:00 certain", table, StringComparison.Ordinal);
        Assert.DoesNotContain("hours after", table, StringComparison.Ordinal);
    }
}
