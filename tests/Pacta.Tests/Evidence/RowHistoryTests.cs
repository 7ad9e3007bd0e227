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
using Pacta.Model.Time;
using Pacta.Model.Values;
using Pacta.Reports;

namespace Pacta.Tests.Evidence;

/// <summary>Plain reports become facts by their rows. The history is the one of the whole reports: what is known of a fact without its report, and all that is read of it again.</summary>
public sealed class RowHistoryTests
{
    private static readonly HashSet<string> Places = ["zone"];

    internal static readonly Perspective OfMonitors = new("all", [SourceKind.Monitor], null, ImmutableSortedDictionary<string, string>.Empty);

    /// <summary>Reports that are rows; they name places and events, known and unknown, and kinds, roles, fields and values that do not fit; several speak of one event.</summary>
    private static readonly Gen<Report[]> Exact =
        Gen.Select(
            Gen.OneOf("exercise", "exercise", "exercise", "transit", "reply", "warship", "sail"),
            Gen.Select(Gen.Int[0, 40], Gen.Int[0, 40]),
            Gen.Int[0, 5],
            Gen.Select(Gen.OneOf("by", "in", "to", "of", "on"), Gen.OneOf("aland", "borland", "zone", "zonne", "x1", "e3", "nobody", "territory of aland", "territory of zone")).Array[0, 2],
            Gen.Select(Gen.OneOf("troops", "tanks", "alert", "tonnage", "purpose", "more"), Gen.Int[-1, 6]).Array[0, 2]).Array[0, 30]
        .Select(plain => plain.Select((p, i) => One(i, p.Item1, p.Item2, p.Item3, p.Item4, p.Item5)).ToArray());

    [Fact]
    public void History_and_diagnostics_are_those_of_whole_reports() => Gen.Select(Exact, EvidenceGen.Reports, Gen.Int[0, 3], Gen.Int[0, 50], Gen.Bool).Sample(
        (exact, disputed, mix, asOf, checksPlaces) =>
        {
            var lines = (mix == 0 ? disputed : []).Concat(exact).Select(ReportWriter.Line).ToList();
            Instant? by = asOf > 40 ? null : new LocalDate(2021, 9, 1).PlusDays(asOf).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
            var (whole, toldOfWhole) = Built(lines, null, by, checksPlaces);
            var (inRows, toldOfRows) = Built(lines, new NumberedNames(), by, checksPlaces);

            Assert.Equal(toldOfWhole, toldOfRows);
            for (var i = 0; i < whole.Length; i++)
            {
                Assert.Equal(whole[i].Facts.Select(Short), inRows[i].Facts.Select(Short));
                Assert.Equal(inRows[i].Facts, inRows[i].FactsInAnyOrder().OrderBy(f => f.Key, StringComparer.Ordinal));

                // What is told of a row without its report must be the same after that was read again.
                var before = inRows[i].Facts.Select(Short).ToList();
                var roles = inRows[i].Facts.Select(Roles).ToList();
                Assert.Null(HistoryDifference.Find(whole[i], inRows[i]));
                Assert.All(inRows[i].Facts, f => _ = f.Roles);
                Assert.Equal(before, inRows[i].Facts.Select(Short));
                Assert.Equal(roles, inRows[i].Facts.Select(Roles));
                Assert.Equal(roles, whole[i].Facts.Select(Roles));
            }

            static string Roles(Fact fact) => string.Join('\n', ReportRow.Prepositions.Append("upon").Select(p => fact.Role(p) is { } held
                ? $"{p}: {string.Join(", ", held.Alternatives.Select(a => $"{a.Value.GetType().Name} {a.Value} {string.Join(' ', a.AssertedBy)} but {string.Join(' ', a.DeniedBy)}"))}"
                : string.Empty));
        },
        iter: 5_000,
        print: t => string.Join('\n', t.Item1.Concat(t.Item2).Select(ReportWriter.Line)));

    /// <summary>Without this nothing above would be tested.</summary>
    [Fact]
    public void What_one_plain_report_tells_of_alone_is_a_row()
    {
        string[] lines =
        [
            ReportWriter.Line(One(0, "exercise", (1, 2), 1, [("by", "aland"), ("in", "zone")], [("troops", 3), ("alert", 0)])),
            ReportWriter.Line(One(1, "exercise", (1, 2), 0, [("by", "aland")], [])),
            ReportWriter.Line(One(5, "exercise", (1, 2), 0, [("by", "borland")], [])),
            ReportWriter.Line(One(7, "exercise", (1, 2), 1, [("by", "nobody")], [])),
            ReportWriter.Line(One(8, "exercise", (1, 2), 1, [("in", "zonne")], [])),
        ];
        var (history, told) = Built(lines, new NumberedNames(), null, checksPlaces: true);

        Assert.Equal(["e0 True", "e8 True", "x1 False"], history[0].Facts.Select(f => $"{f.Key} {f.IsRow(out _, out _)}"));
        Assert.Contains("PACTA0552", string.Join(' ', told), StringComparison.Ordinal);
        var changed = history[0].Facts[0] with { Kind = "transit" };
        Assert.False(changed.IsRow(out _, out _));
        Assert.Equal(("transit", "e0"), (changed.Kind, changed.Key));
    }

    /// <summary>An actor is no event and need not be one, and is no zone: that it was named in the one role says nothing of the other.</summary>
    [Fact]
    public void A_name_that_is_known_as_one_thing_is_told_of_where_it_stands_for_another()
    {
        string[] lines =
        [
            ReportWriter.Line(One(0, "reply", (1, 1), 1, [("by", "borland"), ("to", "aland")], [])),
            ReportWriter.Line(One(1, "exercise", (2, 2), 1, [("by", "borland"), ("in", "aland")], [])),
        ];

        foreach (var names in new[] { null, new NumberedNames() })
        {
            Assert.Contains(Built(lines, names, null, checksPlaces: true).Told, t => t.StartsWith("PACTA0552 The agreement knows no zone or line \"aland\"", StringComparison.Ordinal));
        }
    }

    /// <summary>Facts of rows may be taken back, too: nothing finds them any more, and what comes in their place is found.</summary>
    [Fact]
    public void A_store_that_takes_changes_forgets_the_row_of_what_is_gone()
    {
        string[] lines = [ReportWriter.Line(One(0, "exercise", (1, 1), 1, [("by", "aland")], [])), ReportWriter.Line(One(1, "exercise", (2, 2), 1, [("by", "borland")], []))];
        var history = Built(lines, new NumberedNames(), null, checksPlaces: false).Histories[0];
        var store = new FactStore(history, Known.Vocabulary, DateTimeZone.Utc, takesChanges: true);
        store.Prepare();
        var gone = history.Facts[0];
        Assert.True(gone.IsRow(out _, out _));
        store.Apply(history with { Facts = [history.Facts[1]] }, [(gone, null)]);

        Assert.Null(store.Event("e0"));
        Assert.Equal(["e1"], store.Events("exercise").Select(f => f.Key));
        Assert.Empty(store.Events("exercise", "by", "aland"));
        Assert.False(store.IsInRole("aland"));
        Assert.Equal(history.Facts[1].ExactTime, store.UndisputedBeginning);
        store.Apply(history, [(null, gone)]);
        Assert.Same(gone, store.Event("e0"));
    }

    /// <summary>Ids that go down while time goes up: whatever hangs on an order must get the one of the keys, or the one in which facts became known.</summary>
    [Fact]
    public void Facts_of_rows_are_found_as_those_of_whole_reports_are()
    {
        string[] lines = [.. Enumerable.Range(0, 8).Select(i => ReportWriter.Line(One(99 - i, i % 3 == 2 ? "reply" : "exercise", (i, i), 1, i % 3 == 2 ? [("by", "aland"), ("to", "e99")] : [("by", i % 2 == 0 ? "aland" : "borland")], [])))];
        var (whole, inRows) = (StoreOf(null), StoreOf(new NumberedNames()));

        Assert.Null(whole.RowNames);
        Assert.NotNull(inRows.RowNames);
        foreach (var kind in new[] { "exercise", "activity", "reply", "transit" })
        {
            AssertSame(s => s.Events(kind));
            AssertSame(s => s.EventsAsKnown(kind), byKey: false);
            foreach (var name in new[] { "aland", "borland", "cedria", "e99", "nobody" })
            {
                AssertSame(s => s.Events(kind, "by", name));
                AssertSame(s => s.Events(kind, "to", name));
                AssertSame(s => s.Events(kind, "by", new Name(name)));
                AssertSame(s => s.Events(kind, "to", s.RowNames?.Find(name) is >= 0 and var number ? new Name(s.RowNames, number) : new Name(name)));
                AssertSame(s => s.FactsNaming(kind, name));
                Assert.Equal(whole.IsInRole(name), inRows.IsInRole(name));
            }
        }

        AssertSame(s => s.AllEvents);
        Assert.Equal((whole.UndisputedBeginning, whole.WithRivalTimes.Count), (inRows.UndisputedBeginning, inRows.WithRivalTimes.Count));
        foreach (var id in new[] { "e99", "e92", "e1", "aland" })
        {
            Assert.Equal((whole.Fact(id)?.Key, whole.Event(id)?.Key), (inRows.Fact(id)?.Key, inRows.Event(id)?.Key));
        }

        FactStore StoreOf(NumberedNames? names) => new(Built(lines, names, null, checksPlaces: false).Histories[0], Known.Vocabulary, DateTimeZone.Utc);

        void AssertSame(Func<FactStore, IEnumerable<Fact>> of, bool byKey = true)
        {
            Assert.Equal(of(whole).Select(f => f.Key), of(inRows).Select(f => f.Key));
            Assert.Equal(byKey ? of(inRows).OrderBy(f => f.Key, StringComparer.Ordinal) : of(inRows).OrderBy(f => f.Known), of(inRows));
        }
    }

    internal static (History[] Histories, List<string> Told) Built(IReadOnlyList<string> lines, NumberedNames? names, Instant? asOf, bool checksPlaces, Concern? concern = null)
    {
        var bag = new DiagnosticBag();
        var half = lines.Count / 2;

        // In two files, as an input may be.
        ImmutableArray<ReportRecord> records = [.. Read("a.jsonl", lines.Take(half)), .. Read("b.jsonl", lines.Skip(half))];
        var prepared = HistoryBuilder.Prepare(new SharedRecords(records), Known.Vocabulary, DateTimeZone.Utc, asOf, null, bag, null, checksPlaces ? Places : null, concern: concern);
        return ([prepared.Of(null, bag), prepared.Of(OfMonitors, bag)], [.. bag.Items.Select(d => $"{d.Code} {d.Headline} {d.Help} {d.Labels[0].File.Path} {d.Labels[0].Span}")]);

        ImmutableArray<ReportRecord> Read(string file, IEnumerable<string> some) =>
            ReportReader.Read(file, Encoding.UTF8.GetBytes(string.Join('\n', some)), bag, keepGoing: true, keepsRivals: true, names).Records;
    }

    internal static string Short(Fact fact) => string.Join(
        ' ', fact.Key, fact.Id, fact.Kind, fact.Form, fact.Known, fact.ExactTime, fact.IsDenied, fact.End is null, string.Join(',', fact.Time.Alternatives.Select(a => a.Value)),
        string.Join(',', fact.AssertedBy), string.Join(',', fact.DeniedBy), fact.Counted.Length, fact.UnmetDenials.Length);

    /// <param name="happening">0: of an event that others may speak of.</param>
    internal static Report One(int number, string kind, (int Recorded, int Time) day, int happening, (string, string)[] roles, (string, int)[] fields) => new(
        $"p{number}", default, number % 3 == 0 ? "smm" : number % 3 == 1 ? "post" : "somebody", null, null, At(day.Recorded), null, [],
        [
            new Claim(
                $"p{number}", happening == 0 ? $"x{number % 4}" : $"e{number}", kind, ClaimSubject.Occurrence, Polarity.Asserts, Basis.Unstated, When.At(number % 4 == 2 ? Moment.OnDay(new LocalDate(2021, 9, 1).PlusDays(day.Time)) : At(day.Time)), null,
                roles.DistinctBy(r => r.Item1).ToImmutableSortedDictionary(r => r.Item1, r => (ReportedValue)new ReportedText(r.Item2), StringComparer.Ordinal),
                fields.DistinctBy(f => f.Item1).ToImmutableSortedDictionary(
                    f => f.Item1, f => f.Item2 == 0 ? (ReportedValue)new ReportedTruth(true) : new ReportedNumber(f.Item2, f.Item2, null, false), StringComparer.Ordinal),
                []),
        ]);

    private static Moment At(int day) => Moment.At(Instant.FromUtc(2021, 9, 1, 12, 0) + Duration.FromDays(day));
}
