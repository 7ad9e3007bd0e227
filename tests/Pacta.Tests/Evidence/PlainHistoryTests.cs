using System.Collections.Immutable;
using CsCheck;
using NodaTime;
using NodaTime.Text;
using Pacta.Evidence;
using Pacta.Evidence.Checking;
using Pacta.Evidence.Joining;
using Pacta.Evidence.Recording;
using Pacta.Evidence.Weighing;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Histories;
using Pacta.Model.Reports;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Tests.Evidence;

/// <summary>What is usual takes shorter ways through the passes. They must lead to where the long ones lead.</summary>
public sealed class PlainHistoryTests
{
    private static readonly HashSet<string> Places = ["zone"];

    /// <summary>Plain reports; they name places and events, known and unknown, and kinds, fields and values that do not fit.</summary>
    private static readonly Gen<Report[]> Plain =
        Gen.Select(
            Gen.OneOf("exercise", "exercise", "transit", "reply", "warship", "sail"),
            Gen.Int[0, 40],
            Gen.Int[0, 3],
            Gen.Select(Gen.OneOf("by", "in", "to", "of", "on"), Gen.OneOf("aland", "borland", "zone", "zonne", "x1", "e3", "nobody", "territory of aland", "territory of zone")).Array[0, 3],
            Gen.Select(Gen.OneOf("troops", "tanks", "alert", "count", "tonnage", "distance from zone", "purpose", "more"), Gen.Int[0, 6]).Array[0, 3]).Array[0, 30]
        .Select(plain => plain.Select((p, i) => One(i, p.Item1, p.Item2, p.Item3, p.Item4, p.Item5)).ToArray());

    /// <summary>Reports of which many are plain.</summary>
    private static readonly Gen<Report[]> Reports = Gen.Select(EvidenceGen.Reports, Plain).Select((disputed, plain) => disputed.Concat(plain).ToArray());

    [Fact]
    public void Facts_are_those_that_all_statements_give_when_they_are_put_together_one_group_after_another() => Reports.Sample(
        reports =>
        {
            var statements = Statements(reports);
            var (fast, slow) = (new DiagnosticBag(), new DiagnosticBag());
            var facts = FactJoiner.Join([.. statements], Known.Vocabulary, fast);
            Assert.Equal(Joined([.. statements], slow).Select(Text), facts.Select(Text));
            Assert.Equal(slow.Items.Select(Told), fast.Items.Select(Told));
        },
        iter: 3_000);

    [Fact]
    public void What_recurs_as_the_same_thing_is_understood_as_what_is_made_anew_each_time() => Reports.Sample(
        reports =>
        {
            var shared = Shared(reports);
            Assert.Equal(Built(reports.Select(Anew)), Built(shared));
            Assert.Equal(Built(reports.Select(Anew)), Built(reports));
        },
        iter: 3_000);

    /// <summary>Some are there twice, some have the id of another, some are about the same, some give no time, and some come too late to be known.</summary>
    [Fact]
    public void Facts_and_diagnostics_are_those_of_the_passes_over_all_statements() => Gen.Select(
        Gen.OneOf(Plain, Reports), Gen.Int[0, 60], Gen.Int[0, 50], Gen.Bool).Sample(
        (reports, twice, asOf, checksPlaces) =>
        {
            var input = reports.Concat(reports.Skip(twice).Take(1)).Concat(reports.Skip(twice).Take(1).Select(r => r with { Source = "smm", Place = new RecordPlace("g", 2) })).ToList<ReportRecord>();
            Instant? by = asOf > 40 ? null : new LocalDate(2021, 9, 1).PlusDays(asOf).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
            var (fast, slow) = (new DiagnosticBag(), new DiagnosticBag());
            var prepared = HistoryBuilder.Prepare(new SharedRecords(input), Known.Vocabulary, DateTimeZone.Utc, by, null, fast, null, checksPlaces ? Places : null);
            var history = prepared.Of(null, fast);

            var all = RecordedTime.Date(input, DateTimeZone.Utc, slow);
            all.RemoveAll(r => !r.IsKnown(by, null, DateTimeZone.Utc));
            var known = Duplicates.Remove(all, slow);
            var standing = Withdrawals.Apply(known, slow);
            Sources.Check(standing.Records, Known.Vocabulary, slow);
            var statements = Disputes.Add(new ClaimChecker(Known.Vocabulary, DateTimeZone.Utc, slow, input.Count).Check(standing), standing);
            NamedThings.Check(statements, new EventIds(input), Known.Vocabulary, checksPlaces ? Places : null, slow);
            Denials.Check(statements, known, standing, slow);
            foreach (var (_, circle) in Origins.Circles(statements, Known.Vocabulary))
            {
                slow.Circle(circle, statements);
            }

            var facts = Joined(statements, slow).ToImmutableArray();

            Assert.Null(HistoryDifference.Find(facts, history.Facts));
            Assert.Equal(slow.Items.Select(Told), fast.Items.Select(Told));
            var weighed = prepared.Of(new Perspective("all", [], null, ImmutableSortedDictionary<string, string>.Empty), fast);
            Assert.Null(HistoryDifference.Find(history, weighed));
        },
        iter: 5_000);

    [Fact]
    public void Records_in_any_order_are_sorted_by_time_and_id() => Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2_000], Gen.Int[0, 3]).Array[0, 200].Sample(
        times =>
        {
            var records = times.Select((t, i) => new Dated(
                new CompletenessRecord($"r{i % 17}{(t.Item3 == 0 ? "é" : "")}{i}", default, "s", [], Moment.InYear(2021), null),
                Instant.FromUnixTimeSeconds(t.Item1).PlusNanoseconds(t.Item2),
                Instant.MinValue)).ToList();
            var sorted = records.Order().Select(r => r.Id).ToList();
            Dated.Sort(records);
            Assert.Equal(sorted, records.Select(r => r.Id));
        },
        iter: 1_000);

    [Fact]
    public void Facts_are_sorted_by_their_keys_as_texts_are() => Gen.Select(
        Gen.Select(Gen.OneOf("", "e", "event-12", "event-123", "Ключ", "é\u00ff\u0100"), Gen.String[Gen.OneOf('a', 'b', '0', 'é', 'ÿ', 'Ā', 'ж', '@'), 0, 10]).Select((a, b) => a + b).Array[0, 60],
        Gen.OneOf("", "", "inc", "incident-", "дело"),
        Gen.OneOf(1, 1, 40)).Sample(
            (ends, start, many) =>
            {
                var keys = Enumerable.Range(0, many).SelectMany(i => ends.Select(e => start + e + (many > 1 ? $"{i * 7}" : ""))).ToList();
                var facts = keys.Select(k => new Fact(
                    k, k, "exercise", FactForm.Event, new Attribute<When>([]), null, SmallDictionary<Attribute<Value>>.Empty, SmallDictionary<Attribute<Value>>.Empty, [], [], Instant.MinValue)).ToList();
                CanonicalOrder.Sort(facts);
                Assert.Equal(keys.Order(StringComparer.Ordinal), facts.Select(f => f.Key));
            },
            iter: 2_000);

    [Fact]
    public void Moments_are_written_as_the_patterns_write_them() => Gen.Select(Gen.Int[990, 3010], Gen.Int[0, 364], Gen.Long[0, 86_399], Gen.OneOf(0, 0, 1, 120_000_000, 999_999_999, 5_000), Gen.Int[0, 2]).Sample(
        (year, day, second, nanoseconds, form) =>
        {
            var local = new LocalDate(year, 1, 1).PlusDays(day).AtMidnight().PlusSeconds(second).PlusNanoseconds(nanoseconds);
            Assert.Equal(
                form switch
                {
                    0 => LocalDatePattern.Iso.Format(local.Date),
                    1 => LocalDateTimePattern.ExtendedIso.Format(local),
                    _ => InstantPattern.ExtendedIso.Format(local.InUtc().ToInstant()),
                },
                MomentText.Format(form switch { 0 => Moment.OnDay(local.Date), 1 => Moment.At(local), _ => Moment.At(local.InUtc().ToInstant()) }));
        },
        iter: 5_000);

    [Fact]
    public void Names_are_found_set_and_removed_as_in_a_dictionary() => Gen.Select(Gen.Int[0, 2], Gen.OneOf("a", "b", "B", "ab", "é", ""), Gen.Int[0, 99]).Array[0, 12].Sample(
        steps =>
        {
            var small = SmallDictionary<int>.Empty;
            var whole = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);
            foreach (var (step, name, value) in steps)
            {
                (small, whole) = step == 0 ? (small.Remove(name), whole.Remove(name)) : (small.SetItem(name, value), whole.SetItem(name, value));
                Assert.Equal(whole, small);
                Assert.Equal(whole.Keys, small.Keys);
                Assert.Equal(whole.Values, small.Values);
                Assert.Equal(whole.GetValueOrDefault(name), small.GetValueOrDefault(name));
                Assert.Equal(whole.ContainsKey("ab"), small.ContainsKey("ab"));
                Assert.Equal(small, (SmallDictionary<int>)whole.WithComparers(Comparer<string>.Create((a, b) => string.CompareOrdinal(b, a))));
            }
        },
        iter: 2_000);

    /// <summary>The joining of all statements as it is told: by event, by kind, by key.</summary>
    private static IEnumerable<Fact> Joined(List<Statement> statements, DiagnosticBag diagnostics)
    {
        statements.Sort(CanonicalOrder.Compare);
        var facts = new List<Fact>();
        foreach (var happening in statements.GroupBy(s => s.Event, StringComparer.Ordinal))
        {
            var (kind, fitting) = FactJoiner.KindOf([.. happening], Known.Vocabulary, diagnostics);
            facts.AddRange(fitting.GroupBy(FactJoiner.KeyOf, StringComparer.Ordinal).Select(g => FactJoiner.Join(g.Key, kind, [.. g], diagnostics)).OfType<Fact>());
        }

        return facts.OrderBy(f => f.Key, StringComparer.Ordinal);
    }

    private static List<Statement> Statements(Report[] reports)
    {
        var bag = new DiagnosticBag();
        var standing = Withdrawals.Apply(Duplicates.Remove(RecordedTime.Date(reports, DateTimeZone.Utc, bag), bag), bag);
        return Disputes.Add(new ClaimChecker(Known.Vocabulary, DateTimeZone.Utc, bag, reports.Length).Check(standing), standing);
    }

    private static string Built(IEnumerable<Report> reports)
    {
        var bag = new DiagnosticBag();
        var history = HistoryBuilder.Build(reports, Known.Vocabulary, DateTimeZone.Utc, null, null, bag, null, Places);
        return $"{Known.Text(history)}\n{string.Join('\n', history.Facts.Select(Text))}\n{string.Join('\n', bag.Items.Select(Told))}";
    }

    private static string Text(Fact fact) => $"{Known.Text(fact)} {string.Join(' ', fact.UnmetDenials)} {fact.Counted.Length}";

    private static string Told(Diagnostic diagnostic) => $"{diagnostic.Code} {diagnostic.Headline} {diagnostic.Help} {diagnostic.Example} {diagnostic.Labels[0].File.Path} {diagnostic.Labels[0].Message}";

    private static Report One(int number, string kind, int day, int happening, (string, string)[] roles, (string, int)[] fields) => new(
        $"p{number}", new RecordPlace($"f{number}", 1), number % 3 == 0 ? "smm" : "somebody", null, null, Moment.OnDay(new LocalDate(2021, 9, 1).PlusDays(day)), null, [],
        [
            new Claim(
                $"p{number}", happening == 0 ? $"x{number % 4}" : $"e{number}", kind, ClaimSubject.Occurrence, Polarity.Asserts, Basis.Unstated, day % 8 == 7 ? null : When.At(Moment.InMonth(2021, 9)), null,
                roles.DistinctBy(r => r.Item1).ToImmutableSortedDictionary(r => r.Item1, r => (ReportedValue)new ReportedText(r.Item2), StringComparer.Ordinal),
                fields.DistinctBy(f => f.Item1).ToImmutableSortedDictionary(f => f.Item1, f => Value(f.Item1, f.Item2), StringComparer.Ordinal),
                []),
        ]);

    private static ReportedValue Value(string field, int value) => (field, value) switch
    {
        (_, 0) => new ReportedTruth(true),
        ("purpose", _) => new ReportedText("visit"),
        ("distance from zone", _) => new ReportedNumber(value, value, "km", false),
        (_, 6) => new ReportedNumber(1.5m, 1.5m, null, false),
        _ => new ReportedNumber(value, value, null, value == 5),
    };

    /// <summary>The same with every part made anew, so that nothing is known again.</summary>
    private static Report Anew(Report report) => report with
    {
        Claims = [.. report.Claims.Select(c => c with
        {
            Roles = c.Roles.SelectMany(r => new[] { KeyValuePair.Create(r.Key, r.Value is ReportedText t ? new ReportedText(new string(t.Text)) : r.Value with { }) }).ToImmutableSortedDictionary(StringComparer.Ordinal),
            Fields = c.Fields.Select(f => KeyValuePair.Create(f.Key, f.Value with { })).ToImmutableSortedDictionary(StringComparer.Ordinal),
            Time = c.Time is { } time ? new When(time.From with { }, time.To with { }) : null,
        })],
    };

    /// <summary>The same with equal roles and fields being one.</summary>
    private static List<Report> Shared(Report[] reports)
    {
        var all = new Dictionary<string, SmallDictionary<ReportedValue>>();
        return [.. reports.Select(r => r with { Claims = [.. r.Claims.Select(c => c with { Roles = Of(c.Roles), Fields = Of(c.Fields) })] })];

        SmallDictionary<ReportedValue> Of(SmallDictionary<ReportedValue> values)
        {
            var text = string.Join('|', values.Select(v => $"{v.Key} {(v.Value is ReportedNames n ? string.Join(',', n.Names) + n.IsOneOf : v.Value.ToString())}"));
            return all.TryGetValue(text, out var found) ? found : all[text] = values;
        }
    }
}
