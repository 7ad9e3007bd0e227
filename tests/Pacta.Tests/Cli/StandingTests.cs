using System.Text.Json;

namespace Pacta.Tests.Cli;

/// <summary>What only proposes is told in the conditional; what is disputed is listed and not judged.</summary>
public sealed class StandingTests
{
    private const string Clauses =
        """
        clause notice { when exercise x by A where troops of x at least 9_000
            A must give notification of x to each other party no later than start of x }
          clause ceiling { each party P must keep number of guns of P in strip at most 1 }
          clause bare { each party must not have guns in strip }
          clause quiet { each party must not open fire }
          clause soon { when exercise x by A
            A must give notification of x to each other party within 90 days after x }
        """;

    private static readonly string[] Reports =
    [
        """{"id":"r1","source":"mission","recorded":"2024-02-01","event":"x1","kind":"exercise","time":"2024-02-01","by":"aland","fields":{"troops":9500}}""",
        """{"id":"r2","source":"mission","recorded":"2024-02-01","event":"x2","kind":"exercise","time":"2024-02-01","by":"borland","fields":{"troops":{"about":9000}}}""",
        """{"id":"r3","source":"mission","recorded":"2024-02-01","event":"g1","kind":"gun","time":"2024-02-01","of":"aland","in":"strip","fields":{"count":2}}""",
        """{"id":"r4","source":"mission","recorded":"2024-02-05","event":"g1","kind":"gun","time":"2024-02-05","of":"aland","outside":"strip"}""",
        """{"id":"r5","source":"mission","recorded":"2024-02-05","event":"f1","kind":"fire","time":"2024-02-05","by":"aland"}""",
        """{"id":"r6","source":"mission","recorded":"2024-02-06","event":"f2","kind":"fire","time":"2024-02-05"}""",
    ];

    private const string Disputed =
        Small.Words + """
        agreement "Assurances (invented)" as assurances {
          status   oral disputed
          time zone "UTC"
          parties  aland, borland
          use      words
          clause restraint at "1" {
            claimed by borland "said in May"
            denied by aland
            aland must not hold exercise
          }
        }
        """;

    [Fact]
    public void Every_sentence_about_a_proposal_is_in_the_conditional()
    {
        using var command = Small.Command(Small.Agreement(Clauses, "proposal"), Reports);
        string[] pages = [.. command.Pages(), command.Findings("table").Output, command.Findings("html").Output];

        Assert.Empty(command.Findings("table").Errors);
        foreach (var asserted in new[]
        {
            " is not consistent", " is consistent", "e is not in play", "The clause applies", "clause asks", "clause rules out", "It could be", ", owed by", "There is still time", " Due:", " due 2",
        })
        {
            Assert.DoesNotContain(pages, p => p.Unwrapped().Replace("would be due", "would be", StringComparison.Ordinal).Contains(asserted, StringComparison.Ordinal));
        }

        var all = string.Concat(pages).Unwrapped();
        Assert.Contains("would be owed by aland to borland", all, StringComparison.Ordinal);
        Assert.Contains("What is reported of aland would not be consistent with “not have guns in strip”.", all, StringComparison.Ordinal);
        Assert.Contains("is an act that the clause would rule out", all, StringComparison.Ordinal);
        Assert.Contains("did in time what the clause would ask", all, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_pages_of_what_binds_are_in_the_indicative()
    {
        using var command = Small.Command(Small.Agreement(Clauses), Reports);

        var all = string.Concat(command.Pages()).Unwrapped();

        Assert.DoesNotContain("would", all.Replace("would change this", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("is an act that the clause rules out", all, StringComparison.Ordinal);
    }

    /// <summary>The quotation keeps the "not" of the clause: "consistent with 'have guns'" would say the contrary.</summary>
    [Theory]
    [InlineData("table")]
    [InlineData("csv")]
    [InlineData("json")]
    public void Not_to_have_is_quoted_with_its_not(string format)
    {
        using var command = Small.Command(Small.Agreement(Clauses), Reports);
        var all = command.Findings(format).Output + string.Concat(command.Pages(format == "json" ? "json" : "text"));

        Assert.Contains("not have guns in strip", all, StringComparison.Ordinal);
        Assert.DoesNotContain("have guns in strip", all.Replace("not have guns in strip", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_of_a_disputed_commitment_lists_who_claims_it_and_finds_nothing()
    {
        using var command = Small.Command(Disputed, Reports[0]);

        var page = command.Pages().Single();

        Assert.StartsWith("1 restraint, said to bind aland: claims differ; no finding\n", page, StringComparison.Ordinal);
        Assert.Contains("borland claims it: “said in May”.", page, StringComparison.Ordinal);
        Assert.Contains("aland denies it.", page, StringComparison.Ordinal);
        foreach (var word in new[] { "owed", "certain", "T claims", "F claims", "The derivation", "Nothing has to be chosen", "provisional" })
        {
            Assert.DoesNotContain(word, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_form_of_output_calls_a_disputed_commitment_certain_or_true()
    {
        using var command = Small.Command(Disputed, Reports[0]);
        using var json = JsonDocument.Parse(command.Findings("json").Output);
        var finding = json.RootElement.GetProperty("agreements")[0].GetProperty("findings")[0];

        Assert.True(command.FitsSchema(command.Findings("json").Output));
        Assert.Equal(JsonValueKind.Null, finding.GetProperty("certainty").ValueKind);
        Assert.All(finding.GetProperty("derivation").GetProperty("because").EnumerateArray(), c => Assert.Equal(JsonValueKind.Null, c.GetProperty("truth").ValueKind));
        Assert.Equal((1, 0), (json.RootElement.GetProperty("summary").GetProperty("claimed").GetInt32(), json.RootElement.GetProperty("summary").GetProperty("certain").EnumerateObject().Count()));
        Assert.DoesNotContain("certain,", command.Findings("table").Output, StringComparison.Ordinal);
        Assert.Contains("1 disputed, nothing found", command.Findings("table").Output, StringComparison.Ordinal);
        Assert.Contains(",claimed,claimed,claims differ; no finding (1),,,every_source,", command.Findings("csv").Output, StringComparison.Ordinal);
    }
}
