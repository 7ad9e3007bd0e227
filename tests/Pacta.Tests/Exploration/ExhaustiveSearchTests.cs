using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using Pacta.Exploration.Domain;
using Pacta.Exploration.Separating;
using Pacta.Exploration.Texts;
using Pacta.Negotiation.Histories;
using static Pacta.Tests.Negotiation.ComparisonTests;

namespace Pacta.Tests.Exploration;

/// <summary>Within its bound the search is exact: on generated small drafts it finds as short a history as trying every history does, and none where there is none.</summary>
public sealed class ExhaustiveSearchTests
{
    private static readonly int Cases = int.Parse(Environment.GetEnvironmentVariable("PACTA_CASES") ?? "30", CultureInfo.InvariantCulture);

    private static Gen<string> Of(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private static readonly Gen<string> Clause = Gen.OneOf(
        Gen.Select(Of("at least 5_000", "at least 9_000", "more than 9_000"), Of("42 days before", "21 days before", "2 days after"), (t, d) =>
            $"when exercise x by A where troops of x {t}; A must give notification of x to each other party no later than {d} start of x"),
        Of("24 hours", "48 hours", "2 days").Select(d => $"when visit_request r by A to B; B must give reply to r within {d} after r"),
        Gen.Select(Of(string.Empty, " in north"), Of(string.Empty, " unless there was consent by cedria", " until 2030-01-01"), (p, u) => $"each party must not open fire{p}{u}"),
        Gen.Select(Of("tanks", "guns"), Gen.Int[1, 3], (k, n) => $"each party P must keep number of {k} of P in north at most {n}"),
        Gen.Int[1, 2].Select(n => $"each party P must keep number of visits by P per calendar year at most {n}"),
        Of("5 days", "24 hours").Select(d => $"when fire f by A; A must not make visit to each other party until {d} after f"),
        Of("of A", "of aland").Select(w => $"when exercise x by A; A must not have guns {w} in north"),
        Of("aland", "borland").Select(w => $"{w} must not open fire unless there was visit by borland"),
        Of("by P", "by each other party", string.Empty).Select(w => $"each party P must keep number of visits {w} in any 30 days at most 1"),
        Gen.Int[1, 2].Select(n => $"each party P must keep number of guns of P in north at most number of tanks of borland in north + {n}"),
        Gen.Const("each party must not have guns in north"));

    private static readonly Gen<string> Drafts = Clause.Array[1, 2].Select(c => string.Join("; ", c.Select((text, i) => $"clause clause_{(char)('a' + i)} {{ {text}; }}")));

    [Fact]
    public void The_search_finds_as_short_a_history_as_trying_all_of_them() =>
        Gen.Select(Drafts, Drafts).Sample(
            (first, second) =>
            {
                var setting = Setting.Of(Draft("first", first), Draft("second", second));
                foreach (var clause in setting.Second.Agreement.Clauses.Where(Roles.Binds))
                {
                    var search = setting.Search(clause, only: null, "aland");
                    var (found, bound) = search.Run(new SearchLimits(2, 200_000));
                    Assert.False(bound.IsCutShort);
                    var shortest = Shortest(setting, search, clause, 2);
                    Assert.Equal(shortest, found is null ? null : Steps(found.History));
                }
            },
            iter: Cases,
            threads: 1);

    /// <summary>A row of like events counts as one.</summary>
    private static int? Steps(InventedHistory history) => history.Facts
        .GroupBy(f => f.Kind + string.Join(';', f.Roles.Select(r => r.Key + string.Join('+', r.Value))) + string.Join(';', f.Fields) + f.End)
        .Sum(g => g.Count() > 1 && IsRow([.. g.OrderBy(f => f.At)]) ? 1 : g.Count());

    private static bool IsRow(ImmutableArray<InventedFact> facts) => facts.Zip(facts.Skip(1)).All(p => p.Second.At - p.First.At == NodaTime.Duration.FromHours(2));

    /// <summary>Every history that can be made of the candidates, one by one.</summary>
    private static int? Shortest(Setting setting, SeparationSearch search, Model.Agreements.Clause clause, int most)
    {
        var (candidates, _) = setting.For(clause, only: null, party: null);
        List<ImmutableArray<InventedFact>> level = [[]];
        for (var steps = 0; steps <= most; steps++)
        {
            if (level.Exists(f => search.Holds(search.History(f, []))))
            {
                return steps;
            }

            level = [.. level.SelectMany(f => candidates.Beside(f, _ => true).Select(c => f.AddRange(c))).DistinctBy(Candidates.KeyOf)];
        }

        return null;
    }
}
