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
