namespace Pacta.Tests.Cli;

/// <summary>What a reader who has one page in his hand needs to know of the agreement: where it stands, since when it binds, and who is who.</summary>
public sealed class HeadAndNamesTests
{
    private const string Agreement = """
        actor aland "Republic of Aland", borland "Kingdom of Borland", cedria "Cedria"
        source mission is monitor "Observer Mission"
        source courier is media "The Courier"
        vocabulary words {
          event open fire by actor in place
        }
        agreement "Small accord (invented)" as small_accord {
          status legal
          signed 2023-06-01
          provisional as from 2023-07-01 until 2023-12-01
          enters into force 2024-01-01
          expires 2034-12-31
          time zone "UTC"
          parties aland, borland, cedria
          suspended by borland as from 2024-06-01 until 2024-07-01
          suspended by cedria as from 2024-08-01
          withdrawn by cedria as from 2025-01-01
          cite "Treaty Series of Aland 12"
          use words
          zone strip
          clause quiet at "1" { each party must not open fire in strip }
        }
        """;

    private static Command With(string agreement = Agreement) => Small.Command(
        agreement,
        """{"id":"r1","source":"mission","recorded":"2024-05-02","event":"shots","kind":"fire","time":"2024-05-01","by":"aland","in":"strip"}""");

    [Fact]
    public void The_page_of_a_finding_has_the_citation_and_the_dates_of_the_head()
    {
        using var command = With();

        Assert.Contains(
            """
              agreement   Small accord (invented) (legal)
              cited as    Treaty Series of Aland 12
              signed      2023-06-01
              provisional from 2023-07-01 until 2023-12-01
              in force    from 2024-01-01
              expires     2034-12-31
              suspended   borland from 2024-06-01 until 2024-07-01; cedria from 2024-08-01
              withdrawn   cedria from 2025-01-01
              state       not consistent

            """.ReplaceLineEndings("\n"),
            command.Page("quiet", bearer: "aland,no,no,,shots"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_for_a_browser_has_them_with_the_agreement_in_both_languages()
    {
        using var command = With();

        var page = command.Findings("html").Output;
        var french = command.Run("check", "@small.pacta", "--reports", "@small.jsonl", "--format", "html", "--language", "fr").Output;

        Assert.Contains(Pair("cited as", "Treaty Series of Aland 12"), Flat(page), StringComparison.Ordinal);
        Assert.Contains(Pair("suspended", "borland from 2024-06-01 until 2024-07-01; cedria from 2024-08-01"), Flat(page), StringComparison.Ordinal);
        Assert.Contains(Pair("provisoire", "du 2023-07-01 au 2023-12-01"), Flat(french), StringComparison.Ordinal);
        Assert.Contains(Pair("retrait", "cedria à partir du 2025-01-01"), Flat(french), StringComparison.Ordinal);

        static string Pair(string name, string value) => $"""<dt>{name}</dt><dd dir="auto">{value}</dd>""";
        static string Flat(string html) => html.Replace("\n", string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public void A_head_without_such_lines_has_none_of_them()
    {
        using var command = Small.Command(Small.Agreement("""clause quiet at "1" { each party must not open fire in strip }"""));

        var page = command.Run("explain", "@small.pacta", "--until", "2024-02-01", command.Run("check", "@small.pacta", "--until", "2024-02-01", "--format", "csv").Output.Split('\n')[1].Split(',')[0]).Output;

        Assert.Contains("agreement   Small accord (invented) (political)\n  in force    from 2024-01-01\n  state", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_names_that_are_printed_are_told_in_full_at_the_end_and_no_others()
    {
        using var command = With();

        // Of the courier it is only said that it is silent; of Cedria the full name says no more than the short one.
        Assert.EndsWith("\n\nnames: aland: Republic of Aland; borland: Kingdom of Borland; mission: Observer Mission\n", command.Page("quiet", bearer: "aland,no,no,,shots"), StringComparison.Ordinal);
        Assert.Contains("\n  names: aland: Republic of Aland; borland: Kingdom of Borland; courier: The Courier\n", command.Run("check", "@small.pacta", "--reports", "@small.jsonl").Output, StringComparison.Ordinal);
        Assert.Contains(
            "\n  noms : aland : Republic of Aland; borland : Kingdom of Borland; courier : The Courier\n",
            command.Run("check", "@small.pacta", "--reports", "@small.jsonl", "--language", "fr").Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Of_more_than_twelve_names_there_is_no_legend()
    {
        static string Crowd(int count) => string.Join(", ", Enumerable.Range(0, count).Select(i => $"state_{(char)('a' + i)}"));
        static string Declared(int count) => string.Join(", ", Enumerable.Range(0, count).Select(i => $"state_{(char)('a' + i)} \"State {i}\""));
        static string With(int count) => $$"""
            actor {{Declared(count)}}
            vocabulary words { event open fire by actor in place }
            agreement "Small accord (invented)" as small_accord {
              status political
              enters into force 2024-01-01
              time zone "UTC"
              parties {{Crowd(count)}}
              use words
              clause quiet at "1" { {{Crowd(count)}} together must not open fire }
            }
            """;
        using var few = Small.Command(With(12));
        using var many = Small.Command(With(13));

        Assert.Contains("names: state_a: State 0; ", few.Run("check", "@small.pacta", "--until", "2024-02-01", "--all").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("names:", many.Run("check", "@small.pacta", "--until", "2024-02-01", "--all").Output, StringComparison.Ordinal);
    }
}
