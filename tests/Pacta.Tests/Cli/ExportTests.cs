namespace Pacta.Tests.Cli;

/// <summary><c>pacta export mfotl</c>: what an outsider gets.</summary>
public sealed class ExportTests
{
    private const string Clauses =
        """
        clause notice {
          when exercise x by A where troops of x at least 1_000
          A must give notification of x to each other party no later than 10 days before start of x
        }
        clause quiet {
          each party must not open fire in strip
        }
        clause sense {
          each party must not hold exercise in strip unless judged "a reason"
        }
        """;

    private static readonly string[] Reports =
    [
        """{"id":"r1","source":"mission","recorded":"2024-03-01T00:00:00Z","time":"2024-02-20","event":"n1","kind":"notification","by":"aland","of":"x1","to":"borland"}""",
        """{"id":"r2","source":"mission","recorded":"2024-03-01T00:00:00Z","time":"2024-03-01T08:00:00Z","event":"x1","kind":"exercise","by":"aland","fields":{"troops":1000}}""",
        """{"id":"r3","source":"mission","recorded":"2024-03-01T00:00:00Z","time":"2024-03-01T08:00:00Z","event":"x2","kind":"exercise","by":"borland","fields":{"troops":2500}}""",
        """{"id":"r4","source":"mission","recorded":"2024-03-02T00:00:00Z","time":"2024-03-01T20:00:00Z","event":"f1","kind":"fire","by":"borland","in":"strip"}""",
    ];

    [Fact]
    public void The_files_of_a_clause_are_what_another_monitor_needs()
    {
        using var command = Small.Command(Small.Agreement(Clauses), Reports);

        var ran = command.Run("export", "mfotl", "@small.pacta", "--reports", "@small.jsonl", "--to", "@out");

        Assert.Equal(0, ran.ExitCode);
        Assert.Equal(
            """
            2 clauses are written to out: each as .sig, .mfotl, .log and .expected. README.txt says how to check them.
            1 is left out; README.txt says why.
            Pacta's own monitor comes to the expected verdicts for all that is written.

            """,
            ran.Output);
        foreach (var name in new[] { "01-notice", "02-quiet" })
        {
            var verdicts = command.Run("mfotl", "--sig", $"@out/{name}.sig", "--formula", $"@out/{name}.mfotl", "--log", $"@out/{name}.log");
            Assert.Equal(command.Read($"out/{name}.expected"), verdicts.Output);
        }

        Assert.Equal("@1709280000 (time point 2): (\"borland\",\"aland\",\"x2\")\n", command.Read("out/01-notice.expected"));
        Assert.Equal("@1709323200 (time point 3): (\"borland\",\"f1\")\n", command.Read("out/02-quiet.expected"));
        Assert.Contains("field_troops(\"x2\",2500)", command.Read("out/01-notice.log"), StringComparison.Ordinal);
        Assert.False(File.Exists(command.PathOf("out/03-sense.mfotl")));
    }

    [Fact]
    public void The_readme_says_how_to_check_what_each_argument_is_and_why_a_clause_is_left_out()
    {
        using var command = Small.Command(Small.Agreement(Clauses), Reports);
        command.Run("export", "mfotl", "@small.pacta", "--reports", "@small.jsonl", "--to", "@out");

        var readme = command.Read("out/README.txt");

        Assert.Contains("monpoly -verified -nofilteremptytp -sig 01-notice.sig", readme, StringComparison.Ordinal);
        Assert.Contains("A verdict names: bearer, to_whom, trigger.", readme, StringComparison.Ordinal);
        Assert.Contains("Computed with the calendar: window, window_is_over.", readme, StringComparison.Ordinal);
        Assert.Contains("It leaves something to judgement: \"a reason\".", readme, StringComparison.Ordinal);
        command.Run("export", "mfotl", "@small.pacta", "--reports", "@small.jsonl", "--to", "@sortie", "--language", "fr");
        Assert.Contains("Elle laisse quelque chose au jugement : « a reason ».", command.Read("sortie/README.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_certain_has_no_truth_value_and_is_left_out()
    {
        using var command = Small.Command(Small.Agreement(Clauses),
        [
            .. Reports,
            """{"id":"r5","source":"courier","recorded":"2024-03-02T00:00:00Z","time":"2024-03-01T20:00:00Z","event":"f1","kind":"fire","polarity":"denies"}""",
        ]);

        var ran = command.Run("export", "mfotl", "@small.pacta", "--reports", "@small.jsonl", "--to", "@out");

        Assert.Equal((0, string.Empty), (ran.ExitCode, ran.Errors));
        Assert.False(File.Exists(command.PathOf("out/02-quiet.mfotl")));
        Assert.Contains("Not everything that is found about it is certain: 1/2 of its findings are not.", command.Read("out/README.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_something_in_it_and_reports_that_are_missing_are_said()
    {
        using var command = Small.Command(Small.Agreement(Clauses), Reports);
        command.Run("export", "mfotl", "@small.pacta", "--reports", "@small.jsonl", "--to", "@out");

        var again = command.Run("export", "mfotl", "@small.pacta", "--reports", "@small.jsonl", "--to", "@out");
        var missing = command.Run("export", "mfotl", "@small.pacta", "--to", "@other");

        Assert.Equal(2, again.ExitCode);
        Assert.Contains("“out” cannot be written: it is not empty.", again.Errors, StringComparison.Ordinal);
        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("There are no reports to check.", missing.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(command.PathOf("other")));
    }
}
