using Pacta.Logic.Monitoring;
using Pacta.Model.Histories;
using Pacta.Model.Values;
using Pacta.Tests.Evidence;

namespace Pacta.Tests.Logic.Monitoring;

/// <summary>What one view counts of another's is what it would have, had it copied it: of facts in rows, and of whole ones.</summary>
public sealed class PlainRootsTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_looked_at_in_another_view_is_as_if_it_were_copied(bool inRows)
    {
        var lines = Enumerable.Range(0, 40).Select(i => $$"""{"id":"p{{i}}","source":"smm","recorded":"2021-09-0{{1 + (i % 9)}}T12:00:00Z","event":"e{{i}}","kind":"reply","time":"2021-09-01T12:00:00Z","by":"aland"}""").ToList();
        var facts = RowHistoryTests.Built(lines, inRows ? new NumberedNames() : null, null, false).Histories[0].Facts;
        Assert.Equal(40, facts.Length);
        Assert.Equal(inRows ? 40 : 0, facts.Count(f => f.IsRow(out _, out _)));
        var dice = new Random(11);
        for (var round = 0; round < 200; round++)
        {
            var (theirs, there) = (new PlainRoots(), new List<PlainRoot>());
            foreach (var fact in facts.Where(_ => dice.Next(3) > 0))
            {
                theirs.Add(Of(fact));
                there.Add(Of(fact));
            }

            Remove(theirs, there, Some());
            var except = Some();
            var (own, here) = (new PlainRoots(), there.Where(r => !except.Contains(r.Root)).ToList());
            Assert.Equal(Keys(there.Where(r => except.Contains(r.Root))), Keys(own.TakeOver(theirs, except)));
            Assert.Equal(Keys(here), Keys(own.All));
            Assert.Empty(own.Own);

            // What comes or goes there later is not for this one.
            theirs.Add(Of(facts[0]));
            Remove(theirs, [.. there, Of(facts[0])], Some());
            foreach (var fact in facts.Where(f => !here.Exists(r => r.Root == f.Key)).Take(3))
            {
                own.Add(Of(fact));
                here.Add(Of(fact));
            }

            Remove(own, here, Some());
            Assert.Equal(Keys(here), Keys(own.All));
            Assert.Equal(here.Count, own.Count);
        }

        HashSet<string> Some() => [.. facts.Where(_ => dice.Next(4) == 0).Select(f => f.Key), "nothing"];

        static PlainRoot Of(Fact fact) => new(fact, "aland", string.Empty, [], []);

        static void Remove(PlainRoots roots, List<PlainRoot> expected, HashSet<string> keys)
        {
            Assert.Equal(Keys(expected.Where(r => keys.Contains(r.Root))).Order(), Keys(roots.Remove(keys)).Order());
            Assert.Empty(roots.Remove(keys));
            expected.RemoveAll(r => keys.Contains(r.Root));
        }

        static List<string> Keys(IEnumerable<PlainRoot> roots) => [.. roots.Select(r => r.Root)];
    }
}
