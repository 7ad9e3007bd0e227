using System.Text;
using System.Text.Json;
using Pacta.Negotiation;
using Pacta.Negotiation.Content;
using Pacta.Negotiation.Duties;
using Pacta.Negotiation.Matching;
using Pacta.Negotiation.Redlining;
using Pacta.Negotiation.Subjects;
using Pacta.Presentation.Comparing;
using Pacta.Presentation.Runs;
using Pacta.Tests.Agreements;
using Subject = Pacta.Negotiation.Subjects.Subject;

namespace Pacta.Tests.Cli;

/// <summary>What <c>pacta compare --format json</c> writes is what its schema describes.</summary>
public sealed class ComparisonSchemaTests
{
    private static readonly Manifest Empty = new("0", new RunOptions(null, null, null, false, false, [], "assess", "en"), [], [], []);

    private const string Reports = """
        {"id":"r1","source":"mission","recorded":"2022-04-10","event":"ex1","kind":"exercise","time":"2022-04-01","end":"2022-04-05","by":"aland","fields":{"troops":10000}}
        {"id":"r2","source":"mission","recorded":"2022-04-10","event":"s1","kind":"fire","time":"2022-04-03","by":"borland","in":"strip"}
        {"id":"r3","source":"staff","recorded":"2022-04-11","event":"s1","kind":"fire","polarity":"denies"}
        """;

    /// <summary>Two drafts that differ in everything in which drafts can.</summary>
    internal const string Drafts = Small.Words + """
        vocabulary rough { about is 5% }
        group club { aland, borland }
        define large {
          reading or_more by aland { means exercise x where troops of x at least 9_000 }
          reading above by borland { means exercise x where troops of x more than 9_000 }
        }

        agreement "Draft of Aland (invented)" as aland_draft {
          status legal
          provisional as from 2021-06-01 until 2021-12-31
          enters into force 2022-01-01
          expires 2030-12-31
          time zone "UTC"
          parties aland, borland
          suspended by borland as from 2023-01-01
          holidays 2022-05-02
          use words
          zone strip
          define big { means exercise x where troops of x at least 9_000 }
          clause notice at "1" {
            when exercise x by A where troops of x at least 500
            while troops of x at least 600
            A must give notification of x to each other party no later than 30 days before start of x
              unless troops of x more than 90_000
              otherwise A must give notification of x to each other party within 3 days after x
          }
          exception small to notice at "1.2" { if troops of x less than 50 }
          exception rare to notice at "1.3" { if troops of x less than 20 }
          clause calm at "2" { aland must not open fire in strip }
          clause ceiling at "3" { each party P must keep number of guns of P in strip at most 50 }
          clause talks at "4" {
            reading one by aland { aland must hold exercise every year by 1 march }
            reading two by borland { borland must hold exercise every year by 1 march }
          }
          clause said at "5" {
            status oral
            claimed by borland "in May"
            denied by aland
            aland must not hold exercise
          }
          clause waits at "6" {
            while calm is met
            each party must not hold big
          }
          clause told at "7" { when large x by A
            A must give notification of x to borland within 2 days after x }
          clause other_way at "8" { each party may open fire in strip }
          clause leave at "9" { club together must keep number of guns of aland in strip at most 3 }
        }

        agreement "Draft of Borland (invented)" as borland_draft {
          status proposal
          time zone "Europe/Kyiv"
          parties aland, borland, cedria
          use words, rough
          zone strip
          define big { means exercise x where troops of x at least 3_000 }
          clause notice at "1" {
            when exercise x by A where troops of x at least 700
            while troops of x at least 800
            A must give notification of x to each other party no later than 10 days before start of x
              unless troops of x more than 80_000
              otherwise A must give notification of x to each other party within 5 days after x
          }
          exception small to notice at "1.2" { if troops of x less than 20 }
          clause calm at "2" { borland must not open fire outside strip }
          clause ceiling at "3" { each party P must keep number of guns of P in strip at least 20 }
          clause talks at "4" {
            reading one by cedria { aland must hold exercise every year by 1 march }
            reading three by borland { borland must hold exercise every year by 1 march }
          }
          clause said at "5" { aland must not hold exercise }
          clause waits at "6" {
            while calm is met
            each party must not hold big
          }
          clause told at "7" { when large x by A
            A must give notification to cedria within 2 days after x }
          clause other_way at "8" { each party must not open fire in strip }
          clause visits at "9" { when notification n by A to B
            B must give notification of n to A within 2 days after n }
        }
        """;

    private static Command WithDrafts() => new Command().Write("rich.pacta", Drafts).Write("r.jsonl", Reports);

    [Fact]
    public void A_comparison_of_drafts_that_differ_in_everything_fits()
    {
        using var command = WithDrafts();
        foreach (var options in (string[][])[["--facts", "1", "--tries", "200"], ["--reports", "@r.jsonl", "--language", "fr", "--facts", "0", "--tries", "200"], ["--until", "2022-06-01", "--facts", "0", "--tries", "200"]])
        {
            var ran = command.Run(["compare", "@rich.pacta", "--format", "json", .. options]);
            using var written = JsonDocument.Parse(ran.Output);

            Assert.True(command.FitsSchema(ran.Output, "comparison"));
            Assert.Equal(
                ["clause", "exception", "otherwise", "reading", "trigger", "unless", "while", "word"],
                Differences(written).SelectMany(d => d.GetProperty("within").EnumerateArray()).Select(w => w.GetProperty("form").GetString()).Distinct().Order(StringComparer.Ordinal));
            Assert.Equal(9, written.RootElement.GetProperty("heads").GetArrayLength());
        }
    }

    [Fact]
    public void Agreements_that_ship_with_pacta_fit_two_by_two()
    {
        using var command = new Command();
        var agreements = Library.Result.Agreements;
        for (var i = 1; i < agreements.Length; i++)
        {
            using var output = new MemoryStream();
            ComparisonJson.Write(output, DraftComparison.Of(agreements[i - 1], agreements[i]), null, null, Empty);
            Assert.True(command.FitsSchema(Encoding.UTF8.GetString(output.ToArray()), "comparison"), $"{agreements[i - 1].Name} {agreements[i].Name}");
        }
    }

    [Fact]
    public void The_schema_refuses_a_member_or_a_word_that_it_does_not_know()
    {
        using var command = WithDrafts();
        var written = command.Run("compare", "@rich.pacta", "--format", "json", "--facts", "0").Output;

        foreach (var (known, unknown) in new[] { ("\"likeness\"", "\"alike\""), ("\"article_and_content\"", "\"article\""), ("\"aspect\": \"time\"", "\"aspect\": \"hour\"") })
        {
            Assert.Contains(known, written, StringComparison.Ordinal);
            Assert.False(command.FitsSchema(written.Replace(known, unknown, StringComparison.Ordinal), "comparison"));
        }
    }

    [Fact]
    public void The_schema_knows_each_word_that_may_be_written_and_no_other()
    {
        using var command = new Command();
        using var schema = JsonDocument.Parse(command.Run("schema", "comparison").Output);
        var defs = schema.RootElement.GetProperty("$defs");

        Assert.Equal(Words<Aspect>(), Choices(defs, "difference", "properties", "aspect"));
        Assert.Equal(Words<WithinForm>(), Choices(defs, "difference", "properties", "within", "items", "properties", "form"));
        Assert.Equal(Words<MatchBasis>(), Choices(defs, "pair", "properties", "match"));
        Assert.Equal(Words<SomebodyForm>(), Choices(defs, "somebody", "properties", "form"));
        Assert.Equal(Words<DutySource>(), Choices(defs, "draft", "properties", "duties", "items", "properties", "source"));
        Assert.Equal(Words<HeadLine>(), Choices(schema.RootElement, "properties", "heads", "items", "properties", "line"));
        Assert.Equal(Words<SubjectRule>(), Choices(defs, "coverage", "items", "properties", "encoded", "items", "properties", "rule"));
        Assert.Equal(Words<Subject>(), Choices(defs, "subject"));
        Assert.Equal(Words<RedlineForm>(), Choices(defs, "runs", "items", "properties", "form"));
        Assert.Equal(Words<Subject>(), Strings(At(defs, "draft", "properties", "subjects", "required")));
        Assert.Equal(Words<Subject>(), At(defs, "draft", "properties", "subjects", "properties").EnumerateObject().Select(m => m.Name));
    }

    /// <summary>A reader of one schema finds the same manifest in the other.</summary>
    [Fact]
    public void The_manifest_is_described_as_in_the_schema_of_findings()
    {
        using var command = new Command();
        using var comparison = JsonDocument.Parse(command.Run("schema", "comparison").Output);
        using var drafts = JsonDocument.Parse(command.Run("schema", "drafts").Output);
        using var findings = JsonDocument.Parse(command.Run("schema", "findings").Output);

        Assert.True(JsonElement.DeepEquals(At(comparison.RootElement, "$defs", "manifest"), At(findings.RootElement, "$defs", "manifest")));
        Assert.All(At(drafts.RootElement, "$defs").EnumerateObject(), d => Assert.True(JsonElement.DeepEquals(d.Value, At(comparison.RootElement, "$defs", d.Name)), d.Name));
    }

    private static IEnumerable<JsonElement> Differences(JsonDocument written) =>
        written.RootElement.GetProperty("clauses").EnumerateArray().SelectMany(c => c.GetProperty("differences").EnumerateArray());

    private static string[] Words<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];

    private static string[] Choices(JsonElement schema, params string[] path) => Strings(At(schema, [.. path, "enum"]));

    private static string[] Strings(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetString()!)];

    private static JsonElement At(JsonElement element, params string[] path) => path.Aggregate(element, (e, name) => e.GetProperty(name));
}
