using System.Globalization;
using System.Text;

namespace Pacta.Tests.Cli;

/// <summary><c>pacta check --tracks</c>: a table of positions beside the reports that say what the things are.</summary>
public sealed class TrackCommandTests : IDisposable
{
    private readonly Command _command = new Command()
        .Write("sea.pacta", """
            vocabulary sea_words {
              unit m
              actor aland, borland
              kind ship (ships) of actor in place
              event make entry (entries) by actor of ship into place
              event make exit by actor of ship from place
            }
            source ais is sensor "receivers"
            source registry is sensor "registry"
            agreement "Sea Accord (invented)" as sea_accord {
              status political
              enters into force 2020-01-01
              time zone "UTC"
              parties aland, borland
              use sea_words
              zone square { polygon "10 0, 11 0, 11 1, 10 1" }
              clause stay at "1" {
                when entry e of ship w by A into square
                A must make exit of w from square within 21 days after e
              }
            }
            """)
        .Write("ships.jsonl", """
            {"id":"r1","source":"registry","event":"heron","kind":"ship","time":"2021-01-01","of":"aland"}
            {"id":"r2","source":"registry","event":"gull","kind":"ship","time":"2021-01-01","of":"borland"}

            """);

    private string[] Again { get; } = ["check", "@sea.pacta", "--reports", "@ships.jsonl", "--tracks", "@p.csv", "--entering", "entry", "--leaving", "exit", "--accuracy", "10", "--until", "2021-07-31"];

    public void Dispose() => _command.Dispose();

    /// <summary>Once an hour: outside, for so many days inside, outside.</summary>
    private static string Table(params (string Id, int Days)[] ships)
    {
        var table = new StringBuilder("time,id,lat,lon\n");
        foreach (var (id, days) in ships)
        {
            for (var hour = 0; hour <= (days * 24) + 2; hour++)
            {
                var longitude = hour == 0 ? 9.5 : hour > (days * 24) + 1 ? 11.5 : 10.5;
                table.Append(CultureInfo.InvariantCulture, $"{new DateTime(2021, 6, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(hour):yyyy-MM-ddTHH:mm:ssZ},{id},0.5,{longitude}\n");
            }
        }

        return table.ToString();
    }

    [Fact]
    public void One_stays_twenty_days_and_one_twenty_two()
    {
        var ran = _command.Write("p.csv", Table(("heron", 20), ("gull", 22))).Run(Again);

        Assert.Equal((0, string.Empty), (ran.ExitCode, ran.Errors));
        var lines = ran.Output.Split('\n').Where(l => l.Contains("heron", StringComparison.Ordinal) || l.Contains("gull", StringComparison.Ordinal)).ToList();
        Assert.Contains(lines, l => l.Contains("consistent", StringComparison.Ordinal) && l.Contains("heron", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("late, then", StringComparison.Ordinal) && l.Contains("gull", StringComparison.Ordinal));
    }

    [Fact]
    public void Positions_of_what_nobody_reported_are_told_and_left_out_and_the_others_are_read()
    {
        var alone = _command.Write("p.csv", Table(("heron", 22))).Run(Again);
        var ran = _command.Write("p.csv", Table(("stranger", 22), ("heron", 22))).Run(Again);

        Assert.Contains("warning[PACTA0561]", ran.Errors, StringComparison.Ordinal);
        Assert.Contains("has positions of 1 thing that no report speaks of: stranger", ran.Errors, StringComparison.Ordinal);
        Assert.Equal(alone.ExitCode, ran.ExitCode);
        Assert.Contains("late, then", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("stranger", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_is_no_position_is_told_with_its_number_and_the_others_are_read()
    {
        var ran = _command.Write("p.csv", Table(("heron", 22)) + "2021-08-01T00:00:00Z,heron,95,10\n").Run(Again);

        Assert.Contains("PACTA0619", ran.Errors, StringComparison.Ordinal);
        Assert.Contains($"p.csv:{(22 * 24) + 5}:", ran.Errors, StringComparison.Ordinal);
        Assert.Contains("late, then", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void While_reports_come_in_no_table_is_read()
    {
        var ran = _command.Write("p.csv", Table(("heron", 22))).Run([.. Again, "--follow"]);

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("--follow", ran.Errors, StringComparison.Ordinal);
        Assert.Contains("--tracks", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_is_not_there_is_an_error()
    {
        var ran = _command.Run(Again);

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("PACTA0902", ran.Errors, StringComparison.Ordinal);
    }
}
