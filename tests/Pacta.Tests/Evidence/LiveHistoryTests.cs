using CsCheck;
using NodaTime;
using Pacta.Evidence;
using Pacta.Evidence.Live;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Histories;
using Pacta.Model.Reports;

namespace Pacta.Tests.Evidence;

/// <summary>A history that is kept up to date is what is made of all records at once, and its changes are what makes the difference.</summary>
public sealed class LiveHistoryTests
{
    private const int Runs = 3000;

    private static readonly HashSet<string> Matters = ["good faith"];
    private static readonly HashSet<string> Places = ["zone_a", "zone_c"];

    /// <summary>How everything is looked at.</summary>
    private sealed record View(Instant? AsOf, Instant? PublishedAsOf, Instant? Until, Perspective? Perspective, bool ChecksNames)
    {
        public LiveHistory Live() => new(
            LiveGen.Vocabulary, DateTimeZone.Utc, AsOf, Until, ChecksNames ? Matters : null, ChecksNames ? Places : null, Perspective, PublishedAsOf);

        public History Batch(IEnumerable<ReportRecord> records, DiagnosticBag bag) => HistoryBuilder.Build(
            records, LiveGen.Vocabulary, DateTimeZone.Utc, AsOf, Until, bag, ChecksNames ? Matters : null, ChecksNames ? Places : null, Perspective, null, PublishedAsOf);
    }

    private static readonly Gen<View> Views = Gen.Select(LiveGen.Moments, LiveGen.Moments, LiveGen.Moments, LiveGen.Perspectives, Gen.Bool)
        .Select((asOf, published, until, perspective, checks) => new View(asOf, published, until, perspective, checks));

    /// <summary>In any order and any parts; the length of each part, also of none.</summary>
    private static readonly Gen<(ReportRecord[] Records, int[] Parts)> Arrivals = Gen.Select(LiveGen.Records.SelectMany(r => Gen.Shuffle(r)), Gen.Int[0, 4].Array[20]);

    [Fact]
    public void However_records_come_in_it_is_the_history_of_them_all() => Gen.Select(Views, Arrivals).Sample(
        (view, arrivals) => Follow(view, arrivals.Records, arrivals.Parts, asksEachTime: true), iter: Runs);

    [Fact]
    public void It_need_not_be_looked_at_in_between() => Gen.Select(Views, Arrivals).Sample(
        (view, arrivals) => Follow(view, arrivals.Records, arrivals.Parts, asksEachTime: false), iter: Runs);

    [Fact]
    public void One_after_the_other_in_the_order_of_the_input() => Gen.Select(Views, LiveGen.Records).Sample(
        (view, records) => Follow(view, records, [1], asksEachTime: true), iter: Runs / 3);

    /// <summary>Where every claim asserts and rests on nothing, a history is built in a shorter way.</summary>
    [Fact]
    public void Of_plain_reports_too_it_is_the_history_of_them_all() => Gen.Select(Views, Arrivals).Sample(
        (view, arrivals) => Follow(view, [.. arrivals.Records.Where(IsPlain)], arrivals.Parts, asksEachTime: true), iter: Runs);

    /// <summary>So many that they are worked off in parts, and that what changes lies among much that does not.</summary>
    [Fact]
    public void Among_many_others_it_is_the_same() => Gen.Select(Views, LiveGen.Records, Gen.Int[0, 1 << 20], Gen.Int[1, 200]).Sample(
        (view, records, seed, last) =>
        {
            var many = LiveWorlds.Of(records, 120).ToArray();
            new Random(seed).Shuffle(many);
            Follow(view, many, [Math.Max(0, many.Length - last), 1, 2, last], asksEachTime: last % 2 == 0);
        },
        iter: 15);

    /// <summary>Who takes a report back is told of with the events that it named, as far as anybody speaks of them.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_event_of_which_nobody_speaks_any_more_is_not_among_what_was_taken_back(bool isRestored)
    {
        var view = new View(null, null, null, null, false);
        var named = Known.Records(
            """{"id":"r1","source":"smm","recorded":"2021-09-02","event":"answer","kind":"reply","time":"2021-09-01","by":"aland","to":"x"}""",
            """{"id":"r2","source":"smm","recorded":"2021-09-03","retracts":["r1"]}""",
            """{"id":"r3","source":"smm","recorded":"2021-09-04","event":"x","kind":"exercise","time":"2021-09-01","by":"aland"}""");
        // With the same id at the same moment nobody has it; who was earlier has it alone.
        var rival = ((Report)named[2]) with { Source = "post" };
        var earlier = ((Report)named[2]) with { Source = "aland_gs", Recorded = Pacta.Model.Time.Moment.OnDay(new LocalDate(2021, 9, 1)) };
        ReportRecord[] records = [.. named, rival, .. isRestored ? [earlier] : Array.Empty<ReportRecord>()];

        Follow(view, records, [1], asksEachTime: true);
        var live = view.Live();
        live.Add(records);
        Assert.Equal(isRestored ? ["answer", "x"] : ["answer"], Assert.Single(live.Current.TakenBack).Events);
    }

    /// <summary>Whether two facts are the same is asked of each property by itself: here it shows when there is a new one.</summary>
    [Theory]
    [InlineData(typeof(Fact), "Key Id Kind Form End Roles Fields AssertedBy DeniedBy Known Time ExactTime IsDenied Counted UnmetDenials")]
    [InlineData(typeof(Attribute<string>), "Alternatives IsDisputed")]
    [InlineData(typeof(Alternative<int>), "Value AssertedBy DeniedBy NamesDenied")]
    [InlineData(typeof(DeniedName), "Name By")]
    [InlineData(typeof(CountSaid), "By Stated Except Includes Remaining")]
    [InlineData(typeof(TakenBack), "Id Source By IsReplaced Recorded Events")]
    [InlineData(typeof(LeftOut), "Code About Arguments Reports")]
    [InlineData(typeof(Completeness), "Kinds Through By")]
    [InlineData(typeof(Case), "Id Stage Steps Events Replies")]
    [InlineData(typeof(CaseReply), "Accused Said")]
    public void Every_property_is_compared(Type type, string properties) =>
        Assert.Equal(properties.Split(' ').Order(StringComparer.Ordinal), type.GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal));

    private static bool IsPlain(ReportRecord record) => record is Report report
        ? report.Claims.Length <= 1 && report.Claims.All(c => c is { Polarity: Polarity.Asserts, DerivedFrom.IsEmpty: true })
        : record is not CountRecord;

    private static void Follow(View view, ReportRecord[] records, int[] parts, bool asksEachTime)
    {
        var live = view.Live();
        var before = view.Batch([], new DiagnosticBag());
        for (var (taken, part) = (0, 0); taken < records.Length; part++)
        {
            var length = part < 100 ? parts[part % parts.Length] : records.Length;
            var more = records.Skip(taken).Take(length).ToArray();
            taken += more.Length;
            var change = live.Add(more);
            var bag = new DiagnosticBag();
            var expected = view.Batch(records.Take(taken), bag);
            CheckChange(before, expected, change);
            if (asksEachTime || taken == records.Length)
            {
                Assert.Null(HistoryDifference.Find(expected, live.Current));
                Assert.True(Texts(bag.Items).SequenceEqual(Texts(live.Diagnostics)), string.Join('\n', ["at once:", .. Texts(bag.Items), "one by one:", .. Texts(live.Diagnostics)]));
            }

            before = expected;
        }
    }

    private static void CheckChange(History before, History after, HistoryChange change)
    {
        var (old, now) = (All(before), All(after));
        foreach (var (was, made) in change.Facts)
        {
            Assert.True(was is not null || made is not null);
            Assert.Null(HistoryDifference.Find(old.GetValueOrDefault((was ?? made)!.Key), was, "before"));
            Assert.Null(HistoryDifference.Find(now.GetValueOrDefault((was ?? made)!.Key), made, "after"));
        }

        Assert.Equal(
            old.Keys.Union(now.Keys).Where(k => HistoryDifference.Find(old.GetValueOrDefault(k), now.GetValueOrDefault(k)) is not null).Order(StringComparer.Ordinal),
            change.Facts.Select(c => (c.Before ?? c.After)!.Key));
        Assert.Equal(Different(before, after), change.Others);
        Assert.Equal((before.Through, after.Through), (change.ThroughBefore, change.Through));

        static Dictionary<string, Fact> All(History history) => history.Facts.Concat(history.Counts).ToDictionary(f => f.Key, StringComparer.Ordinal);
    }

    /// <summary>Each property of a history belongs to a part, to the facts, or is through.</summary>
    private static HistoryParts Different(History before, History after) => typeof(History).GetProperties()
        .Where(p => p.Name is not (nameof(History.Facts) or nameof(History.Counts) or nameof(History.Through) or nameof(History.Late)))
        .Where(p => HistoryDifference.Find(p.GetValue(before), p.GetValue(after)) is not null)
        .Aggregate(HistoryParts.None, (all, p) => all | (p.Name == nameof(History.CoverageFrom) ? HistoryParts.Coverages : Enum.Parse<HistoryParts>(p.Name)));

    private static IEnumerable<string> Texts(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .Select(d => $"{d.Code} {d.Severity} {d.Headline} {string.Join('|', d.Labels.Select(l => $"{l.File.Path}:{l.Span} {l.Message} {l.Section}"))} {d.Help} {d.Example}")
        .Distinct()
        .Order(StringComparer.Ordinal);
}
