using NodaTime;
using Pacta.Evidence.Checking;
using Pacta.Evidence.Joining;
using Pacta.Model.Agreements;
using Pacta.Model.Histories;
using Pacta.Model.Reports;
using Pacta.Model.Values;

namespace Pacta.Tests.Evidence;

public sealed class CanonicalOrderTests
{
    /// <summary>Who takes back a report of somebody else denies each of its claims, in one claim: their order decides which of two kinds that clash comes first.</summary>
    [Fact]
    public void What_one_claim_denies_of_several_others_has_an_order_too()
    {
        var statements = Enumerable.Range(0, 5).SelectMany(r => Enumerable.Range(0, 8).Select(c => Denial($"r{r}", $"c{c}"))).ToList();
        var shuffled = statements.ToArray();
        new Random(7).Shuffle(shuffled);
        var sorted = shuffled.ToList();

        CanonicalOrder.Sort(sorted);

        Assert.Equal(statements.Select(s => s.Against), sorted.Select(s => s.Against));
        Assert.True(CanonicalOrder.IsOf(sorted));
    }

    private static Statement Denial(string report, string claim) => new(
        new ReportReference("r9", "aland_gs", "aland_gs"), Instant.FromUtc(2021, 9, 1, 0, 0), "c1", "x", Kind, FactForm.Event, ClaimSubject.Occurrence, Polarity.Denies, null, null,
        SmallDictionary<Value>.Empty, SmallDictionary<Value>.Empty, Known.Records("""{"id":"r9","source":"aland_gs","recorded":"2021-09-01","retracts":["r1"]}""")[0])
    {
        Against = new Cited(report, claim),
    };

    private static Kind Kind => Known.Vocabulary.Kinds["exercise"];
}
