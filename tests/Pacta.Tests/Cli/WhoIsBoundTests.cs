namespace Pacta.Tests.Cli;

/// <summary>Readings that differ in who is bound: whoever is bound under one of them only is not certainly in breach.</summary>
public sealed class WhoIsBoundTests : IDisposable
{
    private const string Head = """
        vocabulary words {
          actor aland, borland, hamlet
          kind tank (tanks) of actor
          event give account by actor
          event open fire by actor
        }
        source staff is party of aland
        agreement "Accord" as accord {
          status legal
          enters into force 2021-01-01
          time zone "UTC"
          parties aland, borland
          use words

        """;

    private readonly Command _command = new();

    [Fact]
    public void A_duty_by_a_day_is_contested_for_whom_one_reading_leaves_out()
    {
        var ran = Check("clause once at \"1\" {\n reading both by aland { each party must give account no later than 2021-03-15 }\n reading second by borland { aland, hamlet must give account no later than 2021-03-15 }\n}\n");

        Assert.Contains("1 once,aland,not_consistent,certain,yes", ran, StringComparison.Ordinal);
        Assert.Contains("1 once,borland,dormant; not_consistent,contested,no", ran, StringComparison.Ordinal);
        Assert.Contains("1 once,hamlet,dormant; not_consistent,contested,no", ran, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ceiling_that_somebody_has_under_one_reading_only_is_no_certain_breach()
    {
        const string Clause = "clause level at \"2\" {\n reading both by aland { each party P must keep number of tanks of P at most 1 }\n reading second by borland { aland must keep number of tanks of aland at most 1 }\n}\n";

        Assert.Contains("2 level,borland,not_consistent,certain,no", Check(Clause, "borland"), StringComparison.Ordinal);
        Assert.Contains("2 level,aland,not_consistent,certain,yes", Check(Clause, "aland"), StringComparison.Ordinal);
        Assert.Equal(0, ExitCode(Clause, "borland"));
        Assert.Equal(1, ExitCode(Clause, "aland"));
    }

    public void Dispose() => _command.Dispose();

    /// <summary>A line for each finding: clause, bearer, possible states, certainty, whether it is a certain breach.</summary>
    private string Check(string clause, string tanksOf = "aland")
    {
        Write(clause, tanksOf);
        var rows = _command.Run("check", "@accord.pacta", "--reports", "@reports.jsonl", "--all", "--format", "csv").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var names = rows[0].Split(',').ToList();
        return string.Join('\n', rows.Skip(1).Select(r => r.Split(',')).Select(c => $"{c[names.IndexOf("reference")]} {c[names.IndexOf("clause")]},{c[names.IndexOf("bearers")]},{c[names.IndexOf("possible_states")]},{c[names.IndexOf("certainty")]},{c[names.IndexOf("certainly_not_consistent")]}"));
    }

    private int ExitCode(string clause, string tanksOf)
    {
        Write(clause, tanksOf);
        return _command.Run("check", "@accord.pacta", "--reports", "@reports.jsonl").ExitCode;
    }

    private void Write(string clause, string tanksOf)
    {
        _command.Write("accord.pacta", Head + clause + "}\n");
        _command.Write("reports.jsonl", $$"""{"id":"r1","source":"staff","recorded":"2021-04-20","event":"t","kind":"tank","time":"2021-02-01","of":"{{tanksOf}}","fields":{"count":2} }""" + "\n");
    }
}
