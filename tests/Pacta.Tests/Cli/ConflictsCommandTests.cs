namespace Pacta.Tests.Cli;

/// <summary><c>pacta conflicts</c>, as a drafter reads it.</summary>
public sealed class ConflictsCommandTests
{
    private const string Clauses = """
        clause drill at "4" { aland must hold exercise in strip no later than 2024-06-01 }
          clause calm at "9" { each party must not hold exercise in strip }
        """;

    [Fact]
    public void A_conflict_is_told_in_one_sentence_with_what_is_left_to_do_and_the_exit_code_is_0()
    {
        using var command = Small.Command(Small.Agreement(Clauses));

        var ran = command.Run("conflicts", "@small.pacta");

        Assert.Equal(0, ran.ExitCode);
        Assert.Empty(ran.Errors);
        var told = string.Join(' ', ran.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("In any case aland “must hold exercise in strip no later than 2024-06-01” (4 drill), and “must not hold exercise in strip” (9 calm): whatever aland does, one of the two is not kept.", told, StringComparison.Ordinal);
        Assert.Contains("if aland does nothing: 4 drill is not kept", told, StringComparison.Ordinal);
        Assert.Contains("9 calm is not kept", told, StringComparison.Ordinal);
        Assert.Contains("that is not the same as none", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_none_is_found_the_bound_is_told_and_not_that_there_is_none()
    {
        using var command = Small.Command(Small.Agreement("clause calm at \"9\" { each party must not hold exercise in strip }"));

        var ran = command.Run("conflicts", "@small.pacta", "--facts", "1");

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("No conflict was found within the bound", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Facts in a situation: up to 1.", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public void What_machines_get_fits_its_schema(string language)
    {
        using var command = Small.Command(Small.Agreement(Clauses));

        var ran = command.Run("conflicts", "@small.pacta", "--format", "json", "--language", language);

        Assert.Equal(0, ran.ExitCode);
        Assert.True(command.FitsSchema(ran.Output, "conflicts"));
        Assert.Contains("\"kind\": \"duty_against_prohibition\"", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_input_is_told_with_its_place()
    {
        using var command = Small.Command(Small.Agreement("clause calm { each party must not hold exercize }"));

        var ran = command.Run("conflicts", "@small.pacta");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("exercize", ran.Errors, StringComparison.Ordinal);
    }
}
