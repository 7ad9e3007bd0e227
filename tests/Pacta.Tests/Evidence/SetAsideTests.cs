using System.Collections.Immutable;
using System.Text;
using CsCheck;
using NodaTime;
using Pacta.Evidence;
using Pacta.Evidence.Joining;
using Pacta.Evidence.Recording;
using Pacta.Logic.Reference;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Histories;
using Pacta.Model.Reports;
using Pacta.Model.Values;
using Pacta.Reports;

namespace Pacta.Tests.Evidence;

/// <summary>What an agreement does not speak of is set aside: with it, the history is the one of all reports, and what is wrong with reports is told as ever.</summary>
public sealed class SetAsideTests
{
    /// <summary>Reports that are rows and nearly all understood; some name what nobody knows, some events are spoken of by several.</summary>
    private static readonly Gen<Report[]> Exact =
        Gen.Select(Gen.OneOf("exercise", "activity", "transit", "reply"), Gen.Int[0, 40], Gen.Int[0, 12], Gen.OneOf("aland", "borland", "cedria"), Gen.Int[0, 25], Gen.Int[0, 60]).Array[0, 25]
        .Select(rows => rows.Select((r, i) => RowHistoryTests.One(
            i, r.Item1, (r.Item2 + 1, r.Item2), r.Item3, [("by", r.Item6 == 0 ? "nobody" : r.Item4), RoleOf(r.Item1, r.Item5)], r.Item1 == "exercise" ? [(r.Item6 < 30 ? "troops" : "tanks", r.Item5 + 1)] : [])).ToArray());

    private static readonly Gen<string[]> Kinds = Gen.OneOf("exercise", "reply", "transit", "sail").Array[0, 2];

    [Fact]
    public void What_is_set_aside_and_what_is_not_are_all_facts()
    {
        var aside = 0;
        Gen.Select(Exact, EvidenceGen.Reports, Kinds, Gen.Int[0, 3], Gen.Int[0, 50], Gen.Bool).Sample(
            (exact, disputed, kinds, mix, asOf, checksPlaces) =>
            {
                var lines = (mix == 0 ? disputed : []).Concat(exact).Select(ReportWriter.Line).ToList();
                Instant? by = asOf > 40 ? null : new LocalDate(2021, 9, 1).PlusDays(asOf).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
                Predicate<string> speaksOf = k => kinds.Contains(k);
                var (whole, told) = Built(lines, by, checksPlaces, null);
                var (parted, toldOfParted) = Built(lines, by, checksPlaces, speaksOf);

                Assert.Equal(told, toldOfParted);
                foreach (var (all, some) in whole.Zip(parted))
                {
                    var first = some.Aside.Select(a => a.FirstInOrder(1).Concat(a.FirstInOrder(3))).ToList(); // asked before any is put in order
                    Assert.Equal(some.Aside.Select(a => a.InOrder.Take(1).Concat(a.InOrder.Take(3)).Select(f => f.Key)), first.Select(f => f.Select(i => i.Key)));
                    Assert.Equal(some.Aside.Select(a => a.InOrder.Take(5).Select(f => f.Key)), some.Aside.Select(a => a.FirstInOrder(5).Select(f => f.Key)));
                    var besides = some.Aside.SelectMany(a => a.InOrder).ToList();
                    Interlocked.Add(ref aside, besides.Count);
                    Assert.Equal(all.Facts.Select(Short), some.Facts.Concat(besides).OrderBy(f => f.Key, StringComparer.Ordinal).Select(Short));
                    AssertNobodySpeaksOf(some, besides, speaksOf);
                    Assert.All(some.Aside, a =>
                    {
                        Assert.Equal(a.InOrder.OrderBy(f => f.Key, StringComparer.Ordinal), a.InOrder);
                        Assert.Equal((a.Kind, a.Count, a.InOrder.Min(f => f.Time.Alternatives[0].Value.In(DateTimeZone.Utc).Earliest)), (a.InOrder[0].Kind, a.InOrder.Length, a.First(DateTimeZone.Utc)));
                    });
                    AssertFoundTheSame(all, some);
                    Assert.Equal(all.Heard, some.Heard);
                    Assert.Equal(all.LeftOut.Select(l => (l.About, string.Join(" ", l.Arguments))), some.LeftOut.Select(l => (l.About, string.Join(" ", l.Arguments))));
                }
            },
            iter: 3_000,
            print: t => string.Join('\n', t.Item1.Concat(t.Item2).Select(ReportWriter.Line)) + $"\n{string.Join(' ', t.Item3)} {t.Item4} {t.Item5} {t.Item6}");
        Assert.InRange(aside, 3_000, int.MaxValue);
    }

    /// <summary>A notice names its exercise: who speaks of notices may ask when the exercise was.</summary>
    [Fact]
    public void What_is_named_by_what_is_spoken_of_is_not_set_aside()
    {
        string[] lines = [Line("e1", "exercise", "\"by\":\"aland\""), Line("n1", "reply", "\"by\":\"borland\",\"to\":\"e1\""), Line("t1", "transit", "\"by\":\"aland\"")];

        Assert.Equal(["transit"], Built(lines, null, true, k => k == "reply").Histories[0].Aside.Select(a => a.Kind));
        Assert.Equal(["e1", "n1"], Built(lines, null, true, k => k == "reply").Histories[0].Facts.Select(f => f.Key));
        Assert.Equal(["e1"], Built(lines, null, true, k => k == "exercise").Histories[0].Facts.Select(f => f.Key));
    }

    /// <summary>Also by a report that is told at more length than a row has room for.</summary>
    [Fact]
    public void What_is_named_on_a_day_is_not_set_aside()
    {
        string[] lines = [Line("e1", "exercise", "\"by\":\"aland\""), Line("n1", "reply", "\"by\":\"borland\",\"to\":\"e1\"").Replace("2021-09-02T00:00:00Z", "2021-09-02", StringComparison.Ordinal)];

        Assert.Equal(["e1", "n1"], Built(lines, null, true, k => k == "reply").Histories[0].Facts.Select(f => f.Key));
    }

    /// <summary>Who asks for two that say so leaves out what one says, of whatever kind.</summary>
    [Fact]
    public void What_a_standard_may_leave_out_is_not_set_aside()
    {
        var vocabulary = Known.Vocabulary with { Standards = ImmutableSortedDictionary<string, ProofStandard>.Empty.Add("two", new ProofStandard("two", 2, null, null, false, [])) };
        var strict = new Perspective("strict", [], "two", ImmutableSortedDictionary<string, string>.Empty);
        ImmutableArray<ReportRecord> records = [.. ReportReader.Read("a.jsonl", Encoding.UTF8.GetBytes(Line("t1", "transit", "\"by\":\"aland\"")), new DiagnosticBag(), keepGoing: true, keepsRivals: true, new NumberedNames()).Records];
        foreach (var (seen, count) in new[] { (Array.Empty<Perspective>(), 1), ([strict], 0) })
        {
            var history = HistoryBuilder.Prepare(
                new SharedRecords(records), vocabulary, DateTimeZone.Utc, null, null, new DiagnosticBag(), concern: new Concern(_ => false, [.. seen])).Of(seen.FirstOrDefault(), new DiagnosticBag());
            Assert.Equal((count, 1 - count), (history.Aside.Length, history.LeftOut.Length));
        }
    }

    [Fact]
    public void What_somebody_else_speaks_of_is_not_set_aside()
    {
        string[] lines =
        [
            Line("e1", "exercise", "\"by\":\"aland\""),
            Line("e2", "exercise", "\"by\":\"aland\""),
            """{"id":"no","source":"post","recorded":"2021-09-05T00:00:00Z","polarity":"denies","event":"e1","kind":"exercise"}""",
        ];
        var history = Built(lines, null, true, _ => false).Histories[0];

        Assert.Equal(["e1"], history.Facts.Select(f => f.Key));
        Assert.True(history.Facts[0].IsDenied);
        Assert.Equal(["e2"], history.Aside.Single().InOrder.Select(f => f.Key));
    }

    /// <summary>Whoever is not accepted has what he says left out, of whatever kind: it is told.</summary>
    [Fact]
    public void What_a_perspective_leaves_out_is_not_set_aside()
    {
        string[] lines = [Line("e1", "exercise", "\"by\":\"aland\"", "somebody"), Line("t1", "transit", "\"by\":\"aland\"", "smm")];
        var histories = Built(lines, null, true, _ => false).Histories;

        Assert.Equal(["transit"], histories[0].Aside.Select(a => a.Kind));
        Assert.Equal(["e1"], histories[1].LeftOut.Select(l => l.About));
    }

    [Fact]
    public void What_nobody_knows_is_told_of_what_is_set_aside_too()
    {
        string[] lines = [Line("e1", "exercise", "\"by\":\"aland\",\"in\":\"zonne\""), Line("n1", "reply", "\"by\":\"aland\",\"to\":\"e11\""), Line("e2", "exercise", "\"by\":\"nobody\"")];
        var (histories, told) = Built(lines, null, true, _ => false);

        Assert.Equal(["reply"], histories[0].Aside.Select(a => a.Kind));
        Assert.Contains(told, t => t.Contains("\"zonne\"", StringComparison.Ordinal));
        Assert.Contains(told, t => t.Contains("\"e11\"", StringComparison.Ordinal));
        Assert.Contains(told, t => t.Contains("\"nobody\"", StringComparison.Ordinal));
    }

    /// <summary>On Samoa 30 December 2011 was skipped: nothing can have happened on it, also nothing that no clause speaks of.</summary>
    [Theory]
    [InlineData("2011-12-29", "Pacific/Apia", 1)]
    [InlineData("2011-12-30", "Pacific/Apia", 0)]
    [InlineData("2011-12-30", "UTC", 1)]
    [InlineData("2011-12-30T12:00:00Z", "Pacific/Apia", 1)]
    public void A_day_that_a_zone_skips_is_told_of(string time, string zone, int facts)
    {
        var line = Line("e1", "exercise", "\"by\":\"aland\"").Replace("2021-09-02T00:00:00Z", time, StringComparison.Ordinal);
        foreach (var (names, concern) in new[] { (null, null), (new NumberedNames(), null), (new NumberedNames(), new Concern(_ => false, [])) })
        {
            var bag = new DiagnosticBag();
            var records = ReportReader.Read("a.jsonl", Encoding.UTF8.GetBytes(line), bag, keepGoing: true, keepsRivals: true, names).Records;
            var history = HistoryBuilder.Prepare(new SharedRecords(records), Known.Vocabulary, DateTimeZoneProviders.Tzdb[zone], null, null, bag, concern: concern).Of(null, bag);

            Assert.Equal(names is not null, records[0] is Report report && report.IsRow(out _, out _));
            Assert.Equal(facts, history.Facts.Length + history.Aside.Length);
            Assert.Equal(concern is not null && facts > 0, !history.Aside.IsEmpty);
            Assert.Equal(1 - facts, bag.Items.Count);
        }
    }

    private static (string, string) RoleOf(string kind, int any) => kind switch
    {
        "reply" => ("to", any == 0 ? "never" : $"e{any}"),
        "transit" => ("through", any == 0 ? "zonne" : "zone"),
        _ => ("in", any switch { 0 => "zonne", 1 => "territory of aland", 2 => "territory of zone", _ => "zone" }),
    };

    private static void AssertNobodySpeaksOf(History some, List<Fact> besides, Predicate<string> speaksOf)
    {
        var ids = besides.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(besides, f => speaksOf(f.Kind));
        Assert.DoesNotContain(some.Facts, f => ids.Contains(f.Id) || (speaksOf(f.Kind) && FactStore.NamesIn(f).Any(ids.Contains)));
    }

    /// <summary>Whatever is asked of all facts.</summary>
    private static void AssertFoundTheSame(History all, History some)
    {
        var (whole, parted) = (new FactStore(all, Known.Vocabulary, DateTimeZone.Utc), new FactStore(some, Known.Vocabulary, DateTimeZone.Utc));
        Assert.Equal(whole.UndisputedBeginning, parted.UndisputedBeginning);
        foreach (var name in new[] { "aland", "borland", "zone", "zonne", "x1", "e3", "nobody", "territory of aland", "never" })
        {
            Assert.Equal(whole.IsInRole(name), parted.IsInRole(name));
        }
    }

    private static (History[] Histories, List<string> Told) Built(IReadOnlyList<string> lines, Instant? asOf, bool checksPlaces, Predicate<string>? speaksOf) =>
        RowHistoryTests.Built(lines, new NumberedNames(), asOf, checksPlaces, speaksOf is null ? null : new Concern(speaksOf, [RowHistoryTests.OfMonitors]));

    private static string Line(string id, string kind, string roles, string source = "smm") =>
        $$"""{"id":"r_{{id}}","source":"{{source}}","recorded":"2021-09-03T00:00:00Z","time":"2021-09-02T00:00:00Z","event":"{{id}}","kind":"{{kind}}",{{roles}}}""";

    private static string Short(Fact fact) =>
        $"{RowHistoryTests.Short(fact)} {string.Join(',', fact.Roles.Select(r => $"{r.Key} {string.Join('|', r.Value.Alternatives.Select(a => a.Value))}"))}";
}
