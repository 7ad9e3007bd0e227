using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using Pacta.Model.Negotiations;
using Pacta.Negotiation.Packages;

namespace Pacta.Tests.Negotiation;

/// <summary>What is found of packages, against looking at every package by the definitions, and laws that hold of it.</summary>
public sealed class PackageLaws
{
    private static readonly int Cases = int.Parse(Environment.GetEnvironmentVariable("PACTA_CASES") ?? "3000", CultureInfo.InvariantCulture);

    [Fact]
    public void Efficient_packages_are_those_that_no_other_dominates() =>
        TalksGen.Any.Sample(
            talks =>
            {
                var (found, all) = (Found(talks), new EveryPackage(talks));

                Assert.Equal(all.Efficient.Select(r => r.Number).Order(), Numbers(found.Efficient));
                Assert.Equal(all.Efficient.Where(r => all.WorseFor(r).Count == 0).Select(r => r.Number), Numbers(found.Efficient.Where(e => e.WorseFor.IsEmpty)));
                Assert.All(found.Efficient, e => Assert.Equal(e.Packages.Length, (int)e.Count));
                foreach (var point in found.Efficient)
                {
                    var row = all.All[(int)point.Packages[0] - 1];
                    Assert.Equal(row.Worth, point.Worth.Select(w => decimal.Parse(found.Space.Declared(w).ToString(), CultureInfo.InvariantCulture)));
                    Assert.Equal(all.WorseFor(row), point.WorseFor);
                }
            },
            iter: Cases);

    [Fact]
    public void Every_optimum_is_found_with_all_its_ties() =>
        TalksGen.WithAlternatives.Sample(
            talks =>
            {
                var (found, all) = (Found(talks), new EveryPackage(talks));
                if (all.Left.Count == 0)
                {
                    Assert.All(found.Optima, o => Assert.Equal(NoOptimum.NothingLeft, o.Absence));
                    return;
                }

                Assert.Equal(all.Nash(), Numbers(found, OptimumKind.NashProduct));
                Assert.Equal(all.Egalitarian(), Numbers(found, OptimumKind.Egalitarian));
                Assert.Equal(all.EgalitarianRefined(), Numbers(found, OptimumKind.EgalitarianRefined));
                Assert.Equal(all.KalaiSmorodinsky(), Numbers(found, OptimumKind.KalaiSmorodinsky));
                Assert.Equal(all.Utilitarian(), Numbers(found, OptimumKind.Utilitarian));
                foreach (var package in found.Optima.SelectMany(o => o.Packages))
                {
                    var row = all.All[(int)package.Number - 1];
                    Assert.Equal(all.Efficient.Contains(row), package.BetteredBy is null);
                    Assert.True(package.BetteredBy is null || EveryPackage.Dominates(all.All[(int)package.BetteredBy.Value - 1], row));
                }
            },
            iter: Cases);

    [Fact]
    public void Every_excluded_package_is_listed_with_who_and_why() =>
        TalksGen.Any.Sample(
            talks =>
            {
                var (found, all) = (Found(talks), new EveryPackage(talks));

                Assert.Equal(all.Possible.Except(all.Left).Select(r => r.Number), found.Excluded.Select(e => (int)e.Package.Number));
                Assert.All(found.Excluded, e => Assert.Equal(all.WorseFor(all.All[(int)e.Package.Number - 1]), e.WorseFor));
                Assert.Equal(
                    (all.Possible.Count, all.Possible.Count - all.Allowed.Count, all.Left.Count),
                    (found.Counts!.Possible, found.Counts.Across, found.Counts.Left));
                for (var p = 0; p < talks.Parties.Length; p++)
                {
                    Assert.Equal(
                        talks.Interests[p].Alternative is null ? null : all.Possible.Count(r => all.WorseFor(r).Contains(p)),
                        found.Counts.ByAlternative[p]);
                }

                for (var r = 0; r < found.Space.RedLines.Length; r++)
                {
                    Assert.Equal(found.Excluded.Count(e => e.Crosses.Contains(r)), found.Counts.ByRedLine[r]);
                }
            },
            iter: Cases);

    [Fact]
    public void What_leaves_no_package_is_a_set_of_demands_from_which_none_can_be_dropped() =>
        TalksGen.WithAlternatives.Select(Demanding).Sample(
            talks =>
            {
                foreach (var found in new[] { Found(talks), PackageFinder.Find(Space(talks), [], int.MaxValue, mostEnumerated: 0) })
                {
                    var all = new EveryPackage(talks);

                    Assert.Equal(all.Left.Count == 0, found.Emptiness is not null);
                    Assert.Equal(all.Possible.Count == 0, found.Emptiness is { NonePossible: true });
                    foreach (var set in found.Emptiness?.Sets ?? [])
                    {
                        ImmutableArray<(int Party, Combination? RedLine)> demands = [.. set.Select(d => (d.Party, d.Combination))];
                        Assert.True(all.AreEmptying(demands));
                        Assert.All(demands, d => Assert.False(all.AreEmptying(demands.Remove(d))));
                    }
                }
            },
            iter: Cases);

    [Fact]
    public void Merging_issue_by_issue_finds_what_looking_at_every_package_finds() =>
        TalksGen.Any.Sample(
            talks =>
            {
                var (found, merged) = (Found(talks), PackageFinder.Find(Space(talks), [], int.MaxValue, mostEnumerated: 0));

                Assert.Equal(SearchMethod.Merge, merged.Search.Method);
                Assert.Equal(Numbers(found.Efficient.Where(e => e.WorseFor.IsEmpty)), Numbers(merged.Efficient));
                foreach (var (one, other) in found.Optima.Zip(merged.Optima))
                {
                    Assert.Equal((one.Kind, one.Absence, one.Value), (other.Kind, other.Absence, other.Value));
                    Assert.Equal(one.Packages.Where(p => p.BetteredBy is null).Select(p => p.Number), other.Packages.Select(p => p.Number));
                    Assert.True(!other.InefficientTies || one.Count == other.Count);
                }
            },
            iter: Cases);

    [Fact]
    public void Other_names_and_another_order_of_the_parties_change_no_efficient_package() =>
        TalksGen.WithAlternatives.Sample(
            talks =>
            {
                var turned = talks with { Parties = [.. talks.Parties.Reverse()], Interests = [.. talks.Interests.Reverse()] };

                Assert.Equal(Numbers(Found(talks).Efficient), Numbers(Found(turned).Efficient));
                Assert.All(Found(talks).Optima.Zip(Found(turned).Optima), o => Assert.Equal(o.First.Packages.Select(p => p.Number), o.Second.Packages.Select(p => p.Number)));
            },
            iter: Cases);

    [Fact]
    public void The_order_of_the_issues_changes_no_efficient_package() =>
        TalksGen.WithAlternatives.Sample(
            talks =>
            {
                var turned = Turned(talks);
                var (found, other) = (Found(talks), Found(turned));

                Assert.Equal(
                    found.Efficient.SelectMany(e => e.Packages).Select(n => string.Join(',', found.Space.OptionsOf(n))).Order(),
                    other.Efficient.SelectMany(e => e.Packages).Select(n => string.Join(',', other.Space.OptionsOf(n).Reverse())).Order());
            },
            iter: Cases);

    /// <summary>The egalitarian and the utilitarian compare the worths of different parties, and have no such law.</summary>
    [Fact]
    public void The_Nash_and_the_Kalai_Smorodinsky_package_do_not_depend_on_the_scale_of_a_partys_worths() =>
        Gen.Select(TalksGen.WithAlternatives, Gen.Int[1, 7], Gen.Int[-9, 9]).Sample(
            (talks, factor, shift) =>
            {
                var scaled = talks with { Interests = talks.Interests.SetItem(0, Scaled(talks.Interests[0], factor / 2m, shift)) };
                var (found, other) = (Found(talks), Found(scaled));

                Assert.Equal(Numbers(found.Efficient), Numbers(other.Efficient));
                foreach (var kind in new[] { OptimumKind.NashProduct, OptimumKind.KalaiSmorodinsky, OptimumKind.KalaiSmorodinskyRefined })
                {
                    Assert.Equal(Numbers(found, kind), Numbers(other, kind));
                }
            },
            iter: Cases);

    [Fact]
    public void An_option_that_is_worse_for_all_than_another_changes_no_efficient_package() =>
        TalksGen.WithAlternatives.Sample(
            talks =>
            {
                var bare = talks with { Exclusions = [], Interests = [.. talks.Interests.Select(i => i with { Together = [], RedLines = [] })] };
                var last = bare.Issues.Length - 1;
                var more = bare with
                {
                    Issues = bare.Issues.SetItem(last, bare.Issues[last] with { Options = bare.Issues[last].Options.Add(new Option("worse", "Worse")) }),
                    Interests = [.. bare.Interests.Select(i => i with { Worth = i.Worth.SetItem(last, i.Worth[last].Add(i.Worth[last][0] - 1)) })],
                };
                var (found, other) = (Found(bare), Found(more));

                Assert.Equal(
                    found.Efficient.SelectMany(e => e.Packages).Select(n => string.Join(',', found.Space.OptionsOf(n))).Order(),
                    other.Efficient.SelectMany(e => e.Packages).Select(n => string.Join(',', other.Space.OptionsOf(n))).Order());
            },
            iter: Cases);

    private static PackageSpace Space(Talks talks) => PackageSpace.Of(talks, talks.Parties) ?? throw new InvalidOperationException("The worths have too many digits.");

    private static PackageFindings Found(Talks talks) => PackageFinder.Find(Space(talks), [], int.MaxValue);

    private static IEnumerable<int> Numbers(IEnumerable<EfficientPoint> points) => points.SelectMany(e => e.Packages).Select(n => (int)n).Order();

    private static IEnumerable<int> Numbers(PackageFindings found, OptimumKind kind) => found.Optima.Single(o => o.Kind == kind).Packages.Select(p => (int)p.Number);

    /// <summary>The alternatives are so good that often nothing is left.</summary>
    private static Talks Demanding(Talks talks) =>
        talks with { Interests = [.. talks.Interests.Select(i => i with { Alternative = new Alternative(i.Worth.Sum(w => w.Max()) * 0.8m, null) })] };

    private static Interests Scaled(Interests one, decimal factor, decimal shift) => one with
    {
        // The shift is spread over the first issue: a package has one option of it.
        Worth = [.. one.Worth.Select((w, i) => w.Select(v => (v * factor) + (i == 0 ? shift : 0)).ToImmutableArray())],
        Together = [.. one.Together.Select(t => t with { Adds = t.Adds * factor })],
        Alternative = new Alternative((one.Alternative!.Worth * factor) + shift, null),
    };

    private static Talks Turned(Talks talks)
    {
        var last = talks.Issues.Length - 1;
        Combination Turn(Combination c) => c with { Choices = [.. c.Choices.Select(x => new Choice(last - x.Issue, x.Option)).OrderBy(x => x.Issue)] };
        return talks with
        {
            Issues = [.. talks.Issues.Reverse()],
            Exclusions = [.. talks.Exclusions.Select(Turn)],
            Interests =
            [
                .. talks.Interests.Select(i => i with
                {
                    Worth = [.. i.Worth.Reverse()],
                    Together = [.. i.Together.Select(t => t with { Combination = Turn(t.Combination) })],
                    RedLines = [.. i.RedLines.Select(Turn)],
                }),
            ],
        };
    }
}
