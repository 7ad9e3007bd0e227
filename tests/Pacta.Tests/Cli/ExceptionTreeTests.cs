namespace Pacta.Tests.Cli;

/// <summary>The page of a finding shows the exceptions to its clause, and the exceptions to these, as a tree.</summary>
public sealed class ExceptionTreeTests
{
    private const string Agreement = """
        vocabulary words {
          actor aland, borland
          event open fire by actor
          event give consent by actor
          event give objection by actor
        }
        source watch is monitor
        agreement "Calm" as calm_accord {
          status political
          enters into force 2020-01-01
          time zone "UTC"
          parties aland, borland
          use words
          clause calm at "1" { each party P must not open fire }
          exception agreed to calm at "2" { if there was consent by borland }
          exception objected to agreed at "3" { if there was objection by aland }
        }
        """;

    private const string Reports = """
        {"id":"r1","source":"watch","recorded":"2020-03-01","event":"f1","kind":"fire","time":"2020-01-10","by":"aland"}
        {"id":"r2","source":"watch","recorded":"2020-03-01","event":"c1","kind":"consent","time":"2020-01-05","by":"borland"}
        {"id":"r3","source":"watch","recorded":"2020-03-01","event":"o1","kind":"objection","time":"2020-01-06","by":"aland"}
        """;

    [Fact]
    public void Exceptions_to_exceptions_stand_below_what_they_are_made_to()
    {
        using var command = new Command().Write("calm.pacta", Agreement).Write("reports.jsonl", Reports);
        var table = command.Run("check", "@calm.pacta", "--reports", "@reports.jsonl", "--format", "csv").Output;
        var id = table.Split('\n').First(l => l.Contains("f1", StringComparison.Ordinal)).Split(',')[0];

        var page = command.Run("explain", "@calm.pacta", "--reports", "@reports.jsonl", id).Output;

        Assert.Contains(
            "    each party P must not open fire\n"
            + "    exception agreed to calm: if there was consent by borland\n"
            + "      exception objected to agreed: if there was objection by aland\n",
            page,
            StringComparison.Ordinal);
        Assert.Contains("not consistent", page, StringComparison.Ordinal);
    }
}
