using System.Text.Json;
using System.Xml.Linq;
using Pacta.Presentation.Phrases;

namespace Pacta.Tests.Cli;

/// <summary>Two drafts side by side, as a reader gets them.</summary>
public sealed class CompareTests
{
    private const string Words = """
        vocabulary corridor_words {
          unit person
          actor aland, borland, cedria, panel
          kind asset (assets) of actor in place
          kind gun (guns) is asset
          event hold exercise (exercises) is activity by actor in place with troops person
          event give notification by actor of activity to actor
          event send inspection_request (inspection_requests) by actor to actor
          event give access by actor to request
          event give refusal by actor to request
          event open fire by actor in place
          event hold consultation by actor
          event give withdrawal_notice by actor to actor
        }
        source monitor is monitor
        """;

    private const string First = """
        agreement "Draft of Aland (invented)" as aland_draft {
          status proposal
          time zone "UTC"
          parties aland, borland
          use corridor_words
          zone corridor
          zone strip
          define large { means exercise x where troops of x at least 9_000 }
          clause calm at "1" { aland must not open fire in corridor }
          clause ceiling at "2" { each party P must keep number of guns of P in corridor at most 50 }
          clause notice at "3" { when large x by A
            A must give notification of x to each other party no later than 30 days before start of x }
          clause quiet at "5" { each party must not hold exercise in corridor }
          clause access at "6" { when inspection_request r by A to B
            B must give access to r within 48 hours after r }
          exception quota to access at "6.2" { if number of inspection_requests to B per calendar year more than 3 }
          clause leave at "8" { each party has power to give withdrawal_notice n to each other party effective 3 months after n }
        }
        """;

    private const string Second = """
        agreement "Draft of Borland (invented)" as borland_draft {
          status proposal
          time zone "Europe/Kyiv"
          parties aland, borland
          use corridor_words
          zone corridor
          zone strip
          define large { means exercise x where troops of x at least 3_000 }
          clause calm at "1" { borland must not open fire in corridor }
          clause ceiling at "2" { each party P must keep number of guns of P in corridor at most 100 }
          clause notice at "3" { when large x by A
            A must give notification of x to each other party no later than 10 days before start of x }
          clause quiet at "4" { each party must not hold exercise in corridor }
          clause access at "6" {
            when inspection_request r by A to B
            B must give access to r within 48 hours after r
            otherwise A has power to give refusal to r
          }
          exception quota to access at "6.2" { if number of inspection_requests to B per calendar year more than 1 }
          clause talks at "8" { when exercise x by A
            A, panel together must hold consultation within 7 days after end of x }
        }
        """;

    private const string Reports = """
        {"id":"r1","source":"monitor","recorded":"2022-04-10","event":"ex1","kind":"exercise","time":"2022-04-01","end":"2022-04-05","by":"aland","in":"corridor","fields":{"troops":6000}}
        {"id":"r2","source":"monitor","recorded":"2022-05-01","event":"q1","kind":"inspection_request","time":"2022-05-01T10:00:00Z","by":"aland","to":"borland"}
        {"id":"r3","source":"monitor","recorded":"2022-06-01","event":"wn","kind":"withdrawal_notice","time":"2022-06-01","by":"borland","to":"aland"}
        """;

    private static Command WithDrafts() => new Command { Width = 120 }
        .Write("words.pacta", Words).Write("one.pacta", First).Write("two.pacta", Second).Write("r.jsonl", Reports);

    private static Ran Compare(Command command, params string[] options) => command.Run(["compare", "@words.pacta", "@one.pacta", "@two.pacta", .. options.Contains("--facts") ? options : [.. options, "--facts", "0"]]);

    [Fact]
    public void Two_drafts_side_by_side()
    {
        using var command = WithDrafts();

        Golden.Equal("compare.txt", Compare(command, "--reports", "@r.jsonl", "--facts", "1").Output);
    }

    [Fact]
    public void The_page_is_well_formed_and_asks_for_nothing_from_elsewhere()
    {
        using var command = WithDrafts();
        foreach (var language in Phrasebook.Languages)
        {
            var page = Compare(command, "--reports", "@r.jsonl", "--format", "html", "--language", language).Output;

            var parsed = XDocument.Parse(page);
            Assert.Equal(language, parsed.Root?.Attribute("lang")?.Value);
            Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
            Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
            Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
            Assert.Contains("aland / borland", page, StringComparison.Ordinal);
            var anchors = parsed.Descendants().Select(e => e.Attribute("id")?.Value).OfType<string>().ToHashSet();
            Assert.All(parsed.Descendants("a"), a => Assert.Contains(a.Attribute("href")!.Value[1..], anchors));
        }
    }

    [Fact]
    public void Machines_get_the_same_facts()
    {
        using var command = WithDrafts();
        using var json = JsonDocument.Parse(Compare(command, "--reports", "@r.jsonl", "--format", "json").Output);

        Assert.Equal("r.jsonl", json.RootElement.GetProperty("manifest").GetProperty("reports")[0].GetProperty("file").GetString());
        var clauses = json.RootElement.GetProperty("clauses").EnumerateArray().ToDictionary(c => (c.GetProperty("first").GetString() ?? c.GetProperty("second").GetString())!);
        var bound = clauses["calm"].GetProperty("others_bound");
        Assert.Equal("aland borland", $"{bound.GetProperty("first")[0].GetProperty("name")} {bound.GetProperty("second")[0].GetProperty("name")}");
        Assert.Equal(["number", "otherwise"], clauses["access"].GetProperty("differences").EnumerateArray().Select(d => d.GetProperty("aspect").GetString()).Order(StringComparer.Ordinal));
        Assert.True(clauses["quiet"].GetProperty("same").GetBoolean());
        Assert.Equal("talks", clauses["leave"].GetProperty("beside")[0].GetString());
        Assert.Equal("exercised", clauses["leave"].GetProperty("first_findings")[0].GetProperty("state").GetString());
        Assert.Equal("time_zone", Assert.Single(json.RootElement.GetProperty("heads").EnumerateArray()).GetProperty("line").GetString());
    }

    [Fact]
    public void Without_reports_a_date_says_until_when_to_look()
    {
        using var command = WithDrafts();

        Assert.Contains("What each would have said", Compare(command, "--until", "2022-06-01").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("What each would have said", Compare(command).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nature juridique une proposition parties ")]
    [InlineData("suspendu ou retiré suspension : borland à partir du 2023-01-01")]
    [InlineData("portée de « environ » 10 % 5 %")]
    [InlineData("application provisoire du 2021-06-01 au 2021-12-31")]
    [InlineData("! le contraire : au plus / au moins")]
    [InlineData("! le contraire : peut / ne doit pas")]
    [InlineData(" parties : aland, borland / aland, borland, cedria temps : 30 jours / 10 jours")]
    [InlineData(" sinon, temps : 3 jours / 5 jours")]
    [InlineData(" nature : oral / (rien) nature : affirmé par borland, nié par aland / (rien)")]
    public void In_french_what_the_comparison_says_itself_is_french(string expected)
    {
        using var command = new Command { Width = 120 }.Write("rich.pacta", ComparisonSchemaTests.Drafts);

        Assert.Contains(expected, command.Run("compare", "@rich.pacta", "--language", "fr", "--facts", "0").Output.Unwrapped(), StringComparison.Ordinal);
    }

    [Fact]
    public void Windows_and_units_of_time_are_told_in_the_language_of_the_reader()
    {
        static string Draft(string name, string window, string lapse) => $$"""
            agreement "{{name}}" as {{name}} {
              status proposal
              time zone "UTC"
              parties aland, borland
              use corridor_words
              clause visits at "1" { each party P must keep number of inspection_requests by P {{window}} at most 3 }
              clause access at "2" { when inspection_request r by A to B
                B must give access to r within {{lapse}} after r }
            }
            """;
        using var command = new Command { Width = 160 }
            .Write("words.pacta", Words)
            .Write("one.pacta", Draft("draft_one", "per calendar year", "5 working days"))
            .Write("two.pacta", Draft("draft_two", "in any 12 months", "1 hour"));

        Assert.Contains("    time: per calendar year / in any 12 months\n", Compare(command).Output, StringComparison.Ordinal);
        Assert.Contains("    time: 5 working days / 1 hour\n", Compare(command).Output, StringComparison.Ordinal);
        var french = Compare(command, "--language", "fr").Output;
        Assert.Contains("    temps : par année civile / sur 12 mois quelconques\n", french, StringComparison.Ordinal);
        Assert.Contains("    temps : 5 jours ouvrables / 1 heure\n", french, StringComparison.Ordinal);
    }

    [Fact]
    public void Heads_that_differ_never_look_the_same()
    {
        using var command = WithDrafts();
        command.Write("one.pacta", First.Replace("status proposal", "status proposal\nenters into force 2022-01-01", StringComparison.Ordinal))
            .Write("two.pacta", Second.Replace("status proposal", "status proposal\nenters into force 2022-01-01 00:00", StringComparison.Ordinal));

        Assert.Contains("  enters into force  2022-01-01  2022-01-01 00:00\n", Compare(command).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_beside_itself_is_the_same_throughout()
    {
        using var command = WithDrafts().Write("two.pacta", First.Replace("aland_draft", "copy", StringComparison.Ordinal));

        var output = Compare(command).Output;
        Assert.DoesNotContain("What differs", output, StringComparison.Ordinal);
        Assert.DoesNotContain("heads", output, StringComparison.Ordinal);
        Assert.Equal(6, output.Split('\n').Count(l => l.EndsWith("the same", StringComparison.Ordinal)));
    }
}
