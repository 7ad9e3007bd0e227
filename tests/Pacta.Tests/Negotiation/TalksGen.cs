using System.Collections.Immutable;
using CsCheck;
using Pacta.Model.Negotiations;

namespace Pacta.Tests.Negotiation;

/// <summary>Small negotiations of invented parties, with many ties, and with everything that a negotiation can have.</summary>
internal static class TalksGen
{
    private static readonly string[] Names = ["aland", "borland", "cedria", "dorland"];

    /// <summary>Few values, so that packages tie; tenths and negative ones among them.</summary>
    private static readonly Gen<decimal> Worth = Gen.OneOf(Gen.Int[0, 6].Select(n => (decimal)n), Gen.Int[-20, 60].Select(n => n / 10m));

    public static readonly Gen<Talks> Any =
        from parties in Gen.Int[2, 4]
        from sizes in Gen.Int[1, 4].Array[1, 4]
        let issues = sizes.Select((n, i) => new Issue($"issue_{i}", $"Issue {i}", [.. Enumerable.Range(0, n).Select(o => new Option($"o{i}_{o}", $"Option {o}"))])).ToImmutableArray()
        from exclusions in CombinationOf(issues, 2).Array[0, issues.Length > 1 ? 2 : 0]
        from interests in InterestsOf(issues).Array[parties]
        select new Talks(
            "bay_talks",
            "Talks on the bay",
            [.. Names.Take(parties).Select(n => new TalkParty(n, n))],
            issues,
            [.. exclusions],
            [.. interests.Select((one, i) => one with { Party = Names[i] })]);

    /// <summary>Every party's alternative is declared.</summary>
    public static readonly Gen<Talks> WithAlternatives = Any.Select(t => t with
    {
        Interests = [.. t.Interests.Select(i => i with { Alternative = i.Alternative ?? new Alternative(2.5m, null) })],
    });

    private static Gen<Combination> CombinationOf(ImmutableArray<Issue> issues, int least) =>
        from start in Gen.Int[0, issues.Length - 1]
        from size in Gen.Int[Math.Min(least, issues.Length), Math.Min(3, issues.Length)]
        from picks in Gen.Int[0, 99].Array[size]
        let choices = picks.Select((p, i) => (Issue: (start + i) % issues.Length, Pick: p)).Select(c => new Choice(c.Issue, c.Pick % issues[c.Issue].Options.Length))
        select new Combination([.. choices.OrderBy(c => c.Issue)], string.Join(" with ", choices.Select(c => issues[c.Issue].Options[c.Option].Name)));

    private static Gen<Interests> InterestsOf(ImmutableArray<Issue> issues) =>
        from worth in Worth.Array[issues.Sum(i => i.Options.Length)]
        from together in Gen.Select(CombinationOf(issues, 2), Worth, (c, w) => new Synergy(c, w - 2)).Array[0, issues.Length > 1 ? 2 : 0]
        from redLines in CombinationOf(issues, 1).Array[0, 1]
        from alternative in Gen.Int[-3, 9]
        select new Interests(
            string.Empty,
            Split(worth, issues),
            [.. together],
            [.. redLines],
            alternative < -2 ? null : new Alternative(alternative, null));

    private static ImmutableArray<ImmutableArray<decimal>> Split(decimal[] worth, ImmutableArray<Issue> issues)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<decimal>>();
        var at = 0;
        foreach (var issue in issues)
        {
            rows.Add([.. worth.Skip(at).Take(issue.Options.Length)]);
            at += issue.Options.Length;
        }

        return rows.ToImmutable();
    }
}
