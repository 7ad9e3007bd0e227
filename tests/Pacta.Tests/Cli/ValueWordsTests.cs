namespace Pacta.Tests.Cli;

/// <summary>Values that are told with words of ours: whole sentences, in the language that was asked for, with one unit in a sentence.</summary>
public sealed class ValueWordsTests
{
    private const string Agreement =
        """
        actor aland, borland
        vocabulary words {
          unit m
          unit km is 1_000 m
          unit person
          kind asset (assets) of actor in place
          kind tank (tanks) is asset with size person
          event open fire by actor
          event send note by actor with text text
        }
        agreement "Away (invented)" as away_1 {
          status legal
          enters into force 2021-01-01
          time zone "UTC"
          parties aland, borland
          use words
          line ml
          amount limit of tank w { 15 km if size of w at least 10 }
          clause apart at "1" { each party P must keep each tank w of P at least limit of w away from ml }
          clause few at "2" { each party P must keep number of tanks of P at most 10 }
          clause quiet at "3" { each party must not open fire }
          clause polite at "4" { each party must not send note n where text of n is "north or south" }
        }
        """;

    private static readonly string[] Reports =
    [
        """{"id":"r1","source":"watch","recorded":"2021-07-01","event":"t1","kind":"tank","time":"2021-06-01","of":"aland","fields":{"size":5}}""",
        """{"id":"r2","source":"watch","recorded":"2021-07-01","event":"t2","kind":"tank","time":"2021-06-01","of":"borland","fields":{"count":{"about":40}}}""",
        """{"id":"r3","source":"watch","recorded":"2021-07-01","event":"f1","kind":"fire","time":"2021-06-02","by":{"one_of":["aland","borland"]}}""",
        """{"id":"r4","source":"watch","recorded":"2021-07-01","event":"f2","kind":"fire","time":"2021-06-02","by":"borland"}""",
        """{"id":"r5","source":"other","recorded":"2021-07-01","event":"f2","kind":"fire","time":"2021-06-03","by":"borland"}""",
        """{"id":"r6","source":"watch","recorded":"2021-07-01","event":"n1","kind":"note","time":"2021-06-02","by":"aland","fields":{"text":"north or south"}}""",
        """{"id":"r7","source":"watch","recorded":"2021-07-01","event":"t3","kind":"tank","time":"2021-06-01","of":"aland","fields":{"size":20},"distances":{"ml":{"value":12,"unit":"km"}}}""",
    ];

    [Fact]
    public void A_page_in_French_has_no_English_words_of_ours()
    {
        var pages = Pages("fr");

        foreach (var english in new[] { "not reported", "no limit", "unknown", " or borland", "36 to", "about", "distance from", "compared", "fact:", "field value", "2021-06-02 (watch) or" })
        {
            Assert.DoesNotContain(english, pages, StringComparison.Ordinal);
        }

        Assert.Contains("2021-06-02 (watch) ou 2021-06-03 (other)", pages, StringComparison.Ordinal);
        Assert.Contains("distance de t2 à ml : non signalé", pages, StringComparison.Ordinal);
        Assert.Contains("36 à 44", pages, StringComparison.Ordinal);
        Assert.Contains("c'est north or south.", pages, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_reported_and_what_has_no_limit_have_sentences_of_their_own()
    {
        var pages = Pages("en");

        Assert.Contains("No limit applies to how near t1 may be to ml.", pages, StringComparison.Ordinal);
        Assert.Contains("Whether t2 was far enough is not known: nobody reported how far it was from ml, and the limit is 15 km.", pages, StringComparison.Ordinal);
        Assert.Contains("not known whether it holds: no report gives the number.", pages, StringComparison.Ordinal);
    }

    [Fact]
    public void A_distance_and_its_limit_have_the_same_unit() =>
        Assert.Contains("t3 was too near: 12 km from ml, and the limit is 15 km.", Pages("en"), StringComparison.Ordinal);

    [Fact]
    public void What_happened_on_one_of_two_days_did_not_last()
    {
        using var command = Small.Command(Agreement, Reports);

        Assert.Contains(">on one day from 2021-06-02 to 2021-06-03<", command.Findings("html").Output, StringComparison.Ordinal);
    }

    private static string Pages(string language)
    {
        using var command = Small.Command(Agreement, Reports);
        return string.Concat(command.Findings("csv").Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(l => command.Run("explain", "@small.pacta", "--reports", "@small.jsonl", "--language", language, l.Split(',')[0]).Output)).Unwrapped();
    }
}
