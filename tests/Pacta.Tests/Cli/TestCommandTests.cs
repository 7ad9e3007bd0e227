using System.Xml.Linq;

namespace Pacta.Tests.Cli;

/// <summary><c>pacta test</c>: what scenarios show, what they do not, and the file for build servers.</summary>
public sealed class TestCommandTests : IDisposable
{
    private const string Words =
        """
        vocabulary words {
          unit person
          actor aland, borland
          event hold exercise (exercises) by actor with troops person
          event give notification by actor of exercise to actor
          event give reply by actor to notification
        }

        agreement "Bay accord (invented)" as bay {
          status    political
          enters into force 2024-01-01
          time zone "UTC"
          parties   aland, borland
          use       words
          clause notice at "1" {
            when exercise x by A where troops of x at least 5_000
            A must give notification of x to each other party no later than 5 days before start of x
          }
          clause calm at "2" {
            reading any_size { aland must not hold exercise }
            reading large_ones { aland must not hold exercise x where troops of x more than 9_000 }
          }
          exception small to calm at "2" { if there was reply by borland }
          clause never_shown at "3" { borland must keep total troops of exercises per calendar year at most 900 }
          clause leave at "4" { aland may hold exercise }
        }

        """;

    private const string Scenarios =
        """
        scenario "On the bound and on the last day" of bay {
          2024-02-01  notification of x by borland to aland
          2024-02-06  exercise x by borland with troops 5_000
          2024-02-06  exercise y by borland with troops 4_999
          expect met notice of x on 2024-02-10
        }
        scenario "Too late" of bay {
          2024-02-02  notification of x by borland to aland
          2024-02-06  exercise x by borland with troops 6_000
          expect breached notice of x on 2024-02-10
        }
        scenario "Under one reading" of bay {
          2024-02-06  exercise x by aland with troops 6_000
          expect breached calm under any_size on 2024-02-10
        }

        """;

    private readonly Command _command = new();

    [Fact]
    public void What_no_scenario_shows_is_listed()
    {
        _command.Write("bay.pacta", Words + Scenarios);

        var ran = _command.Run("test", "@bay.pacta", "--coverage");

        Assert.Equal(string.Empty, ran.Errors);
        Assert.Equal(0, ran.ExitCode);
        Assert.Equal(
            """
            Bay accord (invented)
              ok    On the bound and on the last day
              ok    Too late
              ok    Under one reading

            Shown of Bay accord (invented)
              clauses       1 of 4
                2 calm (bay.pacta:19): nothing under large_ones
                2 small (bay.pacta:23): no scenario
                3 never_shown (bay.pacta:24): no scenario
              bounds        1 of 3
                2 calm (bay.pacta:19): troops of x more than 9_000: nothing exactly on it,
                  never holds
                3 never_shown (bay.pacta:24): total troops of exercises per calendar year
                  at most 900: never compared
              last moments  1 of 1

            3 passed, 0 failed

            """.ReplaceLineEndings("\n"),
            ran.Output);
    }

    [Fact]
    public void A_scenario_that_fails_tells_what_happened_in_the_order_of_time()
    {
        _command.Write("bay.pacta", Words + Scenarios.Replace("expect breached notice", "expect met notice", StringComparison.Ordinal));

        var ran = _command.Run("test", "@bay.pacta");

        Assert.Equal(1, ran.ExitCode);
        var lines = ran.Output.Split('\n').Select(l => l.Trim()).ToList();
        var start = lines.IndexOf("in time:");
        Assert.Equal(
            [
                "2024-02-02 notification of x by borland to aland",
                "2024-02-06 exercise x by borland with troops 6_000",
            ],
            lines[(start + 1)..].Where(l => l.Contains("by borland", StringComparison.Ordinal)).Take(2));
        Assert.Contains("2024-02-10 here it is looked at", lines[start..]);
        Assert.Contains(lines[start..], l => l.Contains("-> ", StringComparison.Ordinal) && l.Contains("2024-02-0", StringComparison.Ordinal));
    }

    [Fact]
    public void Build_servers_get_a_case_for_each_scenario()
    {
        _command.Write("bay.pacta", Words + Scenarios.Replace("expect breached notice", "expect met notice", StringComparison.Ordinal));

        Assert.Equal(1, _command.Run("test", "@bay.pacta", "--junit", "@results.xml").ExitCode);

        var suites = XDocument.Parse(_command.Read("results.xml")).Root!;
        Assert.Equal(("testsuites", "3", "1"), (suites.Name.LocalName, suites.Attribute("tests")!.Value, suites.Attribute("failures")!.Value));
        var suite = Assert.Single(suites.Elements("testsuite"));
        Assert.Equal("Bay accord (invented)", suite.Attribute("name")!.Value);
        var failed = Assert.Single(suite.Elements("testcase"), c => c.Elements("failure").Any());
        Assert.Equal(("bay", "Too late", "33"), (failed.Attribute("classname")!.Value, failed.Attribute("name")!.Value, failed.Attribute("line")!.Value));
        Assert.StartsWith("expected: expect met notice of x on 2024-02-10; found: ", failed.Element("failure")!.Attribute("message")!.Value, StringComparison.Ordinal);
        Assert.Equal(2, _command.Run("test", "@bay.pacta", "--junit", "@bay.pacta").ExitCode);
    }

    public void Dispose() => _command.Dispose();
}
