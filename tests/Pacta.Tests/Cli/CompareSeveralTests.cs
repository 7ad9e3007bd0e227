using System.Text.Json;
using System.Xml.Linq;
using Pacta.Presentation.Phrases;

namespace Pacta.Tests.Cli;

/// <summary>More than two drafts, redlines and moved clauses, as a reader gets them.</summary>
public sealed class CompareSeveralTests
{
    private const string Words = """
        vocabulary words {
          unit person
          actor aland, borland, cedria
          kind asset (assets) of actor in place
          kind gun (guns) is asset
          event hold exercise (exercises) is activity by actor in place with troops person
          event give notification by actor of activity to actor
          event open fire by actor in place
        }
        source mission is monitor
        """;

    private static string Draft(string name, string days, string more = "") => $$"""
        agreement "Draft of {{name}} (invented)" as {{name}}_draft {
          status proposal
          time zone "UTC"
          parties aland, borland
          use words
          zone strip
          clause notice at "1" {
            text en "Parties shall notify exercises {{days}} days or more before they begin."
            when exercise x by A
            A must give notification of x to each other party no later than {{days}} days before start of x
          }
          clause quiet at "2" { each party must not open fire in strip }
          {{more}}
        }
        """;

    private static Command Three() => new Command { Width = 120 }
        .Write("words.pacta", Words)
        .Write("a.pacta", Draft("aland", "42"))
        .Write("b.pacta", Draft("borland", "21", """clause guns at "3" { each party P must keep number of guns of P in strip at most 5 }"""))
        .Write("c.pacta", Draft("cedria", "42").Replace("clause quiet at \"2\"", "clause quiet at \"4\"", StringComparison.Ordinal))
        .Write("r.jsonl", """{"id":"r1","source":"mission","recorded":"2022-06-02","event":"f1","kind":"fire","time":"2022-06-01","by":"borland","in":"strip"}""");

    private static Ran Compare(Command command, params string[] options) => command.Run(["compare", "@words.pacta", "@a.pacta", "@b.pacta", "@c.pacta", .. options]);

    [Fact]
    public void Three_drafts_are_a_matrix_with_a_number_for_those_that_say_the_same()
    {
        using var command = Three();
        var ran = Compare(command, "--reports", "@r.jsonl");

        Assert.Equal((0, string.Empty), (ran.ExitCode, ran.Errors));
        Golden.Equal("compare-several.txt", ran.Output);
    }

    [Fact]
    public void A_redline_is_readable_without_colour_and_stands_beside_the_pair_in_code_and_in_text()
    {
        using var command = Three();
        var output = command.Run("compare", "@words.pacta", "@a.pacta", "@b.pacta").Output;

        Assert.Contains(" as encoded: when exercise x by A: A must give notification of x to each other party no later than [-42-] {+21+} days before start of x text, en: ", output.Unwrapped(), StringComparison.Ordinal);
        Assert.Contains("      Parties shall notify exercises [-42-] {+21+} days or more before they begin.\n", output, StringComparison.Ordinal);
        Assert.Contains("  Differ in one point and in nothing else: 1 notice (time: 42 days / 21 days).\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clause_that_moved_unchanged_is_told_in_short()
    {
        using var command = Three();

        Assert.Contains("  Under another number: article 2 of A is article 4 of B, unchanged.\n", command.Run("compare", "@words.pacta", "@a.pacta", "@c.pacta").Output, StringComparison.Ordinal);
        command.Write("c.pacta", Draft("cedria", "42").Replace("\"2\"", "\"1x\"", StringComparison.Ordinal).Replace("\"1\"", "\"2\"", StringComparison.Ordinal).Replace("\"1x\"", "\"1\"", StringComparison.Ordinal));
        Assert.Contains("  Under another number: articles 1 and 2 have changed places, unchanged.\n", command.Run("compare", "@words.pacta", "@a.pacta", "@c.pacta").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_differs_where_the_code_does_not_is_told()
    {
        using var command = Three();
        command.Write("c.pacta", Draft("cedria", "42").Replace("shall notify", "should notify", StringComparison.Ordinal));
        var output = command.Run("compare", "@words.pacta", "@a.pacta", "@c.pacta").Output;

        Assert.Contains("  The text differs, and what is encoded does not: 1 notice.\n", output, StringComparison.Ordinal);
        Assert.Contains("      Parties [-shall-] {+should+} notify exercises 42 days or more before they begin.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_of_both_kinds_are_well_formed_in_each_language_and_mark_changes_with_elements()
    {
        using var command = Three();
        foreach (var language in Phrasebook.Languages)
        {
            foreach (var files in (string[][])[["@a.pacta", "@b.pacta"], ["@a.pacta", "@b.pacta", "@c.pacta"]])
            {
                var page = XDocument.Parse(command.Run(["compare", "@words.pacta", .. files, "--reports", "@r.jsonl", "--format", "html", "--language", language]).Output);

                var anchors = page.Descendants().Select(e => e.Attribute("id")?.Value).OfType<string>().ToHashSet();
                Assert.All(page.Descendants("a"), a => Assert.Contains(a.Attribute("href")!.Value[1..], anchors));
                Assert.Equal(files.Length == 2, page.Descendants("del").Any(d => d.Nodes().OfType<XText>().Any(t => t.Value == "42")));
                Assert.Equal(files.Length == 2, page.Descendants("ins").Any(d => d.Nodes().OfType<XText>().Any(t => t.Value == "21")));
            }
        }
    }

    [Fact]
    public void Machines_get_the_matrix_and_it_fits_its_schema()
    {
        using var command = Three();
        foreach (var options in (string[][])[[], ["--reports", "@r.jsonl"]])
        {
            var written = Compare(command, ["--format", "json", .. options]).Output;
            using var json = JsonDocument.Parse(written);

            Assert.True(command.FitsSchema(written, "drafts"));
            Assert.False(command.FitsSchema(written.Replace("\"group\"", "\"class\"", StringComparison.Ordinal), "drafts"));
            Assert.Equal(
                ["1 2 1", "1 1 1", "- 1 -"],
                json.RootElement.GetProperty("topics").EnumerateArray().Select(t => string.Join(' ', t.GetProperty("drafts").EnumerateArray().Select(c => c.ValueKind == JsonValueKind.Null ? "-" : $"{c.GetProperty("group")}"))));
        }
    }

    [Fact]
    public void Redlines_are_runs_for_machines()
    {
        using var command = Three();
        using var json = JsonDocument.Parse(command.Run("compare", "@words.pacta", "@a.pacta", "@b.pacta", "--format", "json").Output);

        var redline = json.RootElement.GetProperty("clauses")[0].GetProperty("redline");
        Assert.Equal(["same", "deleted", "inserted", "same"], redline.GetProperty("texts")[0].GetProperty("runs").EnumerateArray().Select(r => r.GetProperty("form").GetString()));
        Assert.Equal([" 42", " 21"], redline.GetProperty("code").EnumerateArray().Where(r => r.GetProperty("form").GetString() != "same").Select(r => r.GetProperty("text").GetString()));
    }

    [Theory]
    [InlineData("@a.pacta", "@b.pacta")]
    [InlineData("@a.pacta", "@b.pacta", "@c.pacta")]
    public void A_table_has_a_row_for_each_topic_and_three_cells_for_each_draft(params string[] files)
    {
        using var command = Three();
        var rows = command.Run(["compare", "@words.pacta", .. files, "--format", "csv"]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("section,row,agreed,aland_draft clause,aland_draft group,aland_draft says", string.Join(',', rows[0].Split(',').Take(6)));
        Assert.All(rows, r => Assert.Equal(3 + (3 * files.Length), r.Split(',').Length));
        Assert.Single(rows, r => r.StartsWith("topic,2 quiet,yes,", StringComparison.Ordinal));
        Assert.Single(rows, r => r.StartsWith("topic,1 notice,no,", StringComparison.Ordinal));
        Assert.Single(rows, r => r.StartsWith("subject,verification,", StringComparison.Ordinal));
    }

    [Fact]
    public void One_draft_alone_is_no_comparison()
    {
        using var command = Three();
        var ran = command.Run("compare", "@words.pacta", "@a.pacta");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("there is one: aland_draft", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_versions_of_one_draft_are_told_apart_by_their_files_and_words_may_stand_beside_them()
    {
        using var command = Three();
        command.Write("b.pacta", Draft("aland", "21")).Write("c.pacta", Draft("aland", "10"));
        var ran = Compare(command, "--reports", "@r.jsonl");

        Assert.Equal((0, string.Empty), (ran.ExitCode, ran.Errors));
        foreach (var line in new[] { "A: Draft of aland (invented) (a.pacta) (a proposal)", "C: Draft of aland (invented) (c.pacta) (a proposal)" })
        {
            Assert.Contains(line, ran.Output, StringComparison.Ordinal);
        }

        Assert.Contains("  1 notice  1  2  3  differ: time\n", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_versions_and_a_third_draft_stand_side_by_side()
    {
        using var command = Three();
        command.Write("b.pacta", Draft("aland", "21"));
        var ran = Compare(command);

        Assert.Equal((0, string.Empty), (ran.ExitCode, ran.Errors));
        Assert.Contains("C: Draft of cedria (invented) (a proposal)", ran.Output, StringComparison.Ordinal);
    }
}
