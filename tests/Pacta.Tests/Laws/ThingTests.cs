using Pacta.Model.Findings;

namespace Pacta.Tests.Laws;

/// <summary>Named regressions about things that change and come back.</summary>
public sealed class ThingTests
{
    private const string Out = """{"id":"r1","source":"watch","recorded":"2020-06-01","event":"depot","kind":"tank","time":"2020-06-01","of":"aland","outside":"strip","fields":{"count":124}}""";
    private const string In = """{"id":"r2","source":"watch","recorded":"2020-06-05","event":"depot","kind":"tank","time":"2020-06-05","of":"aland","in":"strip"}""";
    private const string OutAgain = """{"id":"r3","source":"watch","recorded":"2020-06-09","event":"depot","kind":"tank","time":"2020-06-09","of":"aland","outside":"strip"}""";
    private const string InAgain = """{"id":"r4","source":"watch","recorded":"2020-06-12","event":"depot","kind":"tank","time":"2020-06-12","of":"aland","in":"strip"}""";

    [Fact]
    public void A_thing_seen_outside_a_zone_and_then_in_it_counts_in_it() =>
        Assert.Equal([ClauseState.Met, ClauseState.Breached], States(Out, In));

    [Fact]
    public void A_thing_that_comes_back_counts_again() =>
        Assert.Equal([ClauseState.Met, ClauseState.Breached, ClauseState.Cured, ClauseState.Breached], States(Out, In, OutAgain, InAgain));

    private static IEnumerable<ClauseState> States(params string[] lines) => SmallAgreement.Check(lines)
        .Single(f => f.ClauseName == "ceiling" && f.Bearers.Contains("aland"))
        .Changes.Select(c => c.State);
}
