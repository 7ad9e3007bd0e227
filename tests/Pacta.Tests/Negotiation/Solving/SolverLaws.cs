using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using Pacta.Model.Negotiations;
using Pacta.Negotiation.Packages;
using Pacta.Negotiation.Solving;

namespace Pacta.Tests.Negotiation.Solving;

/// <summary>What solvers find, against looking at every package by the definitions.</summary>
public sealed class SolverLaws
{
    private static readonly int Cases = int.Parse(Environment.GetEnvironmentVariable("PACTA_CASES") ?? "60", CultureInfo.InvariantCulture);

    [Fact]
    public void What_z3_finds_is_what_looking_at_every_package_finds() => Agrees(Installed.Use(SolverChoice.Z3), SearchMethod.Solver, Cases);

    [Fact]
    public void What_CP_SAT_finds_is_what_looking_at_every_package_finds() => Agrees(Installed.Use(SolverChoice.CpSat), SearchMethod.Solver, Cases);

    [Fact]
    public void What_the_own_search_finds_is_what_looking_at_every_package_finds() =>
        Agrees(new SolverUse(SolverChoice.None, []) { Points = 1000 }, SearchMethod.OwnSearch, 20 * Cases);

    /// <summary>
    /// What one party gains the other loses, all but a little: nearly every package is efficient, and worths that differ by little are large. With its presolve, CP-SAT
    /// fails here now and then.
    /// </summary>
    [Theory]
    [InlineData(SolverChoice.Z3, 3)]
    [InlineData(SolverChoice.CpSat, 15)]
    [InlineData(SolverChoice.None, 20)]
    public void What_is_best_among_many_efficient_packages_is_found(SolverChoice choice, int cases)
    {
        const int Points = 4;
        var use = (choice == SolverChoice.None ? new SolverUse(choice, []) : Installed.Use(choice)) with { Points = Points, Effort = choice == SolverChoice.Z3 ? 1 : 10 };
        Opposed.Sample(
            talks =>
            {
                var space = PackageSpace.Of(talks, talks.Parties)!;
                var expected = PackageFinder.Find(space, [], int.MaxValue);
                var found = PackageFinder.Find(space, [], int.MaxValue, use, mostEnumerated: 0, mostKept: -1);

                // The product of three large gains may be more than CP-SAT counts with; it says so, and what it leaves is told by the same measure.
                Assert.Equal([], found.Search.Troubles.Where(t => choice != SolverChoice.CpSat || t.Kind != SolverTroubleKind.TooLarge));
                Assert.True(found.Completeness == Completeness.All ? found.EfficientLeft == expected.EfficientLeft : found.EfficientLeft >= Points && expected.EfficientLeft > Points);
                Assert.Subset(expected.Efficient.Select(e => string.Join(',', e.Worth)).ToHashSet(), found.Efficient.Select(e => string.Join(',', e.Worth)).ToHashSet());
                foreach (var (one, other) in expected.Optima.Zip(found.Optima))
                {
                    if (other.Proof == Proof.BestFound)
                    {
                        // Not everything is decided within the bounds; then what is told is no more than what there is.
                        Assert.True(other.Value <= one.Value);
                        continue;
                    }

                    Assert.Equal((one.Kind, one.Value), (other.Kind, other.Value));
                    Assert.True(other.IsCounted ? one.Count == other.Count : other.Count <= one.Count);
                    Assert.Subset(one.Packages.Select(p => p.Number).ToHashSet(), other.Packages.Select(p => p.Number).ToHashSet());
                }
            },
            iter: cases,
            threads: 1);
    }

    private static readonly Gen<Talks> Opposed =
        from worths in Gen.Select(Gen.Int[0, 20], Gen.Int[0, 3], Gen.Int[0, 3], (size, more, other) => (First: (100L << size) + other, Second: (100L << size) + more)).Array[9]
        from parties in Gen.Int[2, 3]
        select new Talks(
            "bay_talks",
            "Talks on the bay",
            [.. new[] { "aland", "borland", "cedria" }.Take(parties).Select(n => new TalkParty(n, n))],
            [.. worths.Select((_, i) => new Issue($"issue_{i}", $"Issue {i}", [new Option($"yes_{i}", "Yes"), new Option($"no_{i}", "No")]))],
            [],
            [
                .. new Interests[]
                {
                    new("aland", [.. worths.Select(w => (ImmutableArray<decimal>)[w.First, 0])], [], [], new Alternative(0, null)),
                    new("borland", [.. worths.Select(w => (ImmutableArray<decimal>)[0, w.Second])], [], [], new Alternative(0, null)),
                    new("cedria", [.. worths.Select((w, i) => (ImmutableArray<decimal>)[i % 3 == 0 ? w.Second : 1, i % 3 == 1 ? w.First : 2])], [], [], new Alternative(0, null)),
                }.Take(parties),
            ]);

    private static void Agrees(SolverUse use, SearchMethod method, int cases) => Gen.OneOf(TalksGen.Any, TalksGen.WithAlternatives, TalksGen.WithAlternatives.Select(Demanding)).Sample(
        talks =>
        {
            var space = PackageSpace.Of(talks, talks.Parties)!;
            var expected = PackageFinder.Find(space, [], int.MaxValue);
            var found = PackageFinder.Find(space, [], int.MaxValue, use, mostEnumerated: 0, mostKept: -1);

            Assert.Empty(found.Search.Troubles);
            Assert.Equal(method, found.Search.Method);
            Assert.Equal(Completeness.All, found.Completeness);
            Assert.Equal(
                expected.Efficient.Where(e => e.WorseFor.IsEmpty).Select(e => string.Join(',', e.Worth)),
                found.Efficient.Select(e => string.Join(',', e.Worth)));
            Assert.All(found.Efficient, e => Assert.Contains(e.Packages[0], expected.Efficient.Single(x => x.Worth.SequenceEqual(e.Worth)).Packages));
            foreach (var (one, other) in expected.Optima.Zip(found.Optima))
            {
                Assert.Equal((one.Kind, one.Absence, one.Value, one.Count), (other.Kind, other.Absence, other.Value, other.Count));
                Assert.Equal(one.WithoutShare, other.WithoutShare);
                Assert.Equal(one.Packages.Select(p => (p.Number, p.BetteredBy is null)), other.Packages.Select(p => (p.Number, p.BetteredBy is null)));
                Assert.All(other.Packages, p => Assert.True(p.IsDecided));
                Assert.True(other.IsCounted);
                Assert.Equal(one.Absence == NoOptimum.None && method == SearchMethod.Solver ? Proof.Claimed : Proof.Calculated, other.Proof);
            }

            Assert.Equal(expected.Emptiness is null, found.Emptiness is null);
            Assert.Equal(expected.Emptiness?.NonePossible, found.Emptiness?.NonePossible);
            var all = new EveryPackage(talks);
            foreach (var set in found.Emptiness?.Sets ?? [])
            {
                List<(int Party, Combination? RedLine)> demands = [.. set.Select(d => (d.Party, d.Combination))];
                Assert.True(all.AreEmptying(demands));
                Assert.All(demands, d => Assert.False(all.AreEmptying(demands.Where(o => o != d))));
            }
        },
        iter: cases,
        threads: method == SearchMethod.Solver ? 1 : -1);

    /// <summary>The alternatives are so good that often nothing is left.</summary>
    private static Talks Demanding(Talks talks) =>
        talks with { Interests = [.. talks.Interests.Select(i => i with { Alternative = new Alternative(i.Worth.Sum(w => w.Max()) * 0.8m, null) })] };
}
