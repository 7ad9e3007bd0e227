namespace Pacta.Tests.Cli;

/// <summary>Over proposals and oral assurances alone nothing is ever said to be broken, in any form, and nothing exits with 1.</summary>
public sealed class ProposalTests
{
    private static readonly string[] Forbidden = ["breached", "violated", "not honoured", "certain_breach"];

    private const string Draft = """
        vocabulary words {
          actor aland, borland
          event open fire by actor against actor
          event make admission by actor of actor
        }
        agreement "A draft" as draft {
          status proposal
          time zone "UTC"
          parties aland, borland
          use words
          clause calm at "1" { each party must not open fire }
          clause door at "2" { aland must make admission of borland no later than 2020-02-01 }
        }
        agreement "What was said" as assurance {
          status oral disputed
          time zone "UTC"
          parties aland, borland
          use words
          clause promise {
            claimed by borland "twice"
            denied by aland
            aland must not make admission of borland
          }
        }
        """;

    private const string Reports = """
        {"id":"r1","source":"watch","recorded":"2020-03-01","event":"f1","kind":"fire","time":"2020-01-10","by":"aland","against":"borland"}
        {"id":"r2","source":"watch","recorded":"2020-03-01","event":"a1","kind":"admission","time":"2020-01-20","by":"aland","of":"aland"}
        """;

    [Theory]
    [InlineData("table", "assess")]
    [InlineData("json", "assess")]
    [InlineData("csv", "assess")]
    [InlineData("table", "observe")]
    [InlineData("table", "attribute")]
    [InlineData("table", "determine")]
    public void A_draft_would_be_and_an_assurance_is_claimed(string format, string mandate)
    {
        using var command = new Command().Write("draft.pacta", Draft).Write("reports.jsonl", Reports);

        var ran = command.Run("check", "@draft.pacta", "--reports", "@reports.jsonl", "--all", "--format", format, "--mandate", mandate);

        Assert.Equal((0, "f1"), (ran.ExitCode, ran.Output.Contains("f1", StringComparison.Ordinal) ? "f1" : ran.Errors));
        Assert.DoesNotContain(Forbidden, f => ran.Output.Contains(f, StringComparison.OrdinalIgnoreCase));
    }
}
