using Pacta.Logic.Reference;
using Pacta.Logic.Reference.Norms;
using Pacta.Logic.Reference.Resolving;
using Pacta.Model.Findings;
using Pacta.Model.Histories;

namespace Pacta.Tests.Logic.Reference;

/// <summary>Sets that are small as a rule, against those of the library, also where they are not small.</summary>
public sealed class SmallSetTests
{
    [Fact]
    public void States_are_a_set_in_their_order()
    {
        var all = Enum.GetValues<ClauseState>();
        var dice = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var (a, b) = (Some(), Some());
            var (x, y) = (StateSet.Of(a), StateSet.Of(b));
            Assert.Equal(a.Distinct().Order(), x.List);
            Assert.Equal(a.Union(b).Order(), x.Union(y).List);
            Assert.Equal(a.ToHashSet().SetEquals(b), x == y);
            Assert.Equal(a.Distinct().Count(), x.Count);
            Assert.Equal(string.Join(" or ", a.Distinct().Order()), x.Told);
            Assert.All(all, s => Assert.Equal(a.Contains(s), x.Contains(s)));
            Assert.All(all, s => Assert.Equal(a.Where(o => o != s).Distinct().Order(), x.Remove(s).List));
            Assert.Equal(x.List, Assert.Single(x.InAnyCase).States);
            Assert.True(x.InAnyCase[0].IsSmallest);
            Assert.Empty(x.InAnyCase[0].If);
        }

        List<ClauseState> Some() => [.. Enumerable.Range(0, dice.Next(5)).Select(_ => all[dice.Next(all.Length)])];
    }

    [Fact]
    public void Values_stand_once_in_the_order_in_which_they_were_met()
    {
        var dice = new Random(8);
        for (var i = 0; i < 500; i++)
        {
            var (few, expected) = (new FewDistinct<string>(), new List<string>());
            for (var left = dice.Next(80); left > 0; left--)
            {
                var one = $"{dice.Next(40)}";
                few.Add(one);
                expected.Add(one);
                if (dice.Next(30) == 0)
                {
                    var gone = $"{dice.Next(40)}";
                    few.RemoveAll(o => o == gone);
                    expected.RemoveAll(o => o == gone);
                }
            }

            Assert.Equal(expected.Distinct(), few.Span.ToArray());
            few.Clear();
            few.Add("again");
            Assert.Equal(["again"], few.Span.ToArray());
        }
    }

    [Fact]
    public void Disputes_that_were_met_are_found_by_what_they_are_about()
    {
        var (met, variables) = (new MetDisputes(), new List<Variable>());
        for (var i = 0; i < 30; i++)
        {
            Assert.Null(met.Find(About(i)));
            variables.Add(new Variable(CauseKind.Denied, $"e{i}", "occurrence", $"reply e{i}", []));
            met.Add(About(i), variables[i]);
            Assert.All(Enumerable.Range(0, i + 1), j => Assert.Same(variables[j], met.Find(About(j))));
        }

        Assert.Equal(variables, met.All.Select(m => m.Variable));
        Assert.True(Causes.ByKey.Compare(About(10), About(2)) < 0); // as characters go
        Assert.True(Causes.ByKey.Compare(About(1), About(1) with { Attribute = "time" }) < 0);
        Assert.Equal(0, Causes.ByKey.Compare(About(1), About(1)));

        static Cause About(int number) => new(CauseKind.Denied, $"e{number}", "occurrence", CauseCode.Denied, [], []);
    }
}
