using CsCheck;
using NodaTime;
using Pacta.Logic.Reference;
using Pacta.Model.Histories;
using Pacta.Model.Reports;
using Pacta.Model.Values;
using Pacta.Reports;
using Pacta.Tests.Evidence;

namespace Pacta.Tests.Logic.Reference;

/// <summary>A perspective leaves out some facts and has others otherwise: what fills a role is found as if its store had been made by itself.</summary>
public sealed class LikeStoreTests
{
    private static readonly string[] Roles = ["by", "of", "to", "in", "nothing"];

    /// <summary>Of each event several may tell; one source in three is none of a monitor.</summary>
    private static readonly Gen<Report[]> Exact =
        Gen.Select(
            Gen.OneOf("exercise", "transit", "reply", "activity"),
            Gen.Int[0, 1],
            Gen.Select(Gen.OneOf("by", "to", "of"), Gen.OneOf("aland", "borland", "x1", "nobody")).Array[0, 2]).Array[0, 16]
        .Select(plain => plain.Select((p, i) => RowHistoryTests.One(i, p.Item1, (2, 1), p.Item2, p.Item3, [])).ToArray());

    [Fact]
    public void Who_fills_a_role_is_found_as_if_the_store_was_made_by_itself()
    {
        var others = 0;
        Gen.Select(Exact, EvidenceGen.Reports, Gen.Bool, Gen.Bool).Sample(
            (exact, reports, inRows, isAskedBefore) =>
            {
                var names = inRows ? new NumberedNames() : null;
                var histories = RowHistoryTests.Built([.. exact.Concat(inRows ? [] : reports).Select(ReportWriter.Line)], names, null, checksPlaces: false).Histories;
                var (all, some) = (histories[0], histories[1]);
                var ids = some.LeftOut.Select(l => l.About).ToHashSet(StringComparer.Ordinal);
                var whole = new FactStore(all, Known.Vocabulary, DateTimeZone.Utc);
                var (like, alone) = (new FactStore(some, Known.Vocabulary, DateTimeZone.Utc, like: new(whole, ids)), new FactStore(some, Known.Vocabulary, DateTimeZone.Utc));
                var fillers = all.Facts.SelectMany(FactStore.NamesIn).Append("nobody").ToHashSet(StringComparer.Ordinal);
                foreach (var (kind, role) in all.Facts.SelectMany(f => whole.Ancestry(f.Kind)).Distinct().SelectMany(k => Roles, (k, r) => (k, r)))
                {
                    if (isAskedBefore)
                    {
                        whole.EventsBy(kind, role);
                    }

                    foreach (var name in fillers)
                    {
                        List<Fact> expected = [.. alone.Events(kind, role, name)];

                        Assert.Equal(expected, like.Events(kind, role, name));
                        Assert.Equal(expected, like.Events(kind, role, new Name(name)));
                        Assert.Equal(expected.Count, like.Events(kind, role, name).Count);
                        others += expected.SequenceEqual(whole.Events(kind, role, name)) ? 0 : 1;
                    }
                }
            },
            iter: 2_000,
            threads: 1);

        Assert.InRange(others, 1_000, int.MaxValue);
    }
}
