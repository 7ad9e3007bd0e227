using System.Collections.Immutable;
using CsCheck;
using NodaTime;
using Pacta.Model.Histories;
using Pacta.Model.Reports;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Tests.Evidence;

/// <summary>What must hold of every history, whatever was reported.</summary>
public sealed class HistoryLaws
{
    private const int Runs = 2000;
    private static readonly Instant AMonthLater = Instant.FromUtc(2021, 11, 1, 0, 0);

    [Fact]
    public void The_order_of_the_input_changes_nothing() =>
        Gen.SelectMany(EvidenceGen.Reports, r => Gen.Shuffle(r).Select(shuffled => (Reports: r, Shuffled: shuffled))).Sample(
            t => Assert.Equal(Text(t.Reports), Text(t.Shuffled)), iter: Runs);

    [Fact]
    public void An_exact_copy_changes_nothing() => Gen.Select(EvidenceGen.Reports, Gen.Int[0, 11], Gen.Int[0, 11]).Sample(
        (reports, which, at) =>
        {
            if (reports.Length > 0)
            {
                var twice = reports.ToList();
                twice.Insert(at % reports.Length, reports[which % reports.Length] with { Place = new RecordPlace("copy.jsonl", 7) });
                Assert.Equal(Text(reports), Text(twice));
            }
        },
        iter: Runs);

    [Fact]
    public void To_assert_and_retract_is_never_to_have_asserted() => Gen.Select(EvidenceGen.Reports, EvidenceGen.Reports).Sample(
        (reports, more) =>
        {
            if (more.Length > 0)
            {
                var asserted = EvidenceGen.Numbered(more[0], "s1") with { Retracts = [], Supersedes = null };
                Assert.Equal(Text(reports), Text([.. reports, asserted, Retraction("s2", "s1", asserted.Source, 40)]));
            }
        },
        iter: Runs);

    [Fact]
    public void A_retracted_retraction_restores() => Gen.Select(EvidenceGen.Reports, Gen.Int[0, 11]).Sample(
        (reports, which) =>
        {
            if (reports.Length > 0)
            {
                var target = reports[which % reports.Length];
                var back = Retraction("s1", target.Id, target.Source, 40);
                Assert.Equal(Text(reports), Text([.. reports, back, Retraction("s2", "s1", target.Source, 41)]));
            }
        },
        iter: Runs);

    [Fact]
    public void What_was_known_as_of_a_moment_never_changes() => Gen.Select(EvidenceGen.Reports, EvidenceGen.Reports, Gen.Int[0, 20]).Sample(
        (reports, more, day) =>
        {
            var asOf = Instant.FromUtc(2021, 9, 1, 0, 0) + Duration.FromDays(day);
            var later = more.Select(r => r with { Recorded = Moment.At(asOf + Duration.FromDays(1)) }).Select((r, i) => EvidenceGen.Numbered(r, "r" + (i + 100)));
            Assert.Equal(
                Known.Text(Known.Build(reports, asOf)),
                Known.Text(Known.Build([.. later, .. reports], asOf)));
        },
        iter: Runs);

    [Fact]
    public void Swapping_two_actors_swaps_them_in_the_history_and_nothing_else() => EvidenceGen.Reports.Sample(
        reports =>
        {
            var swapped = Known.Build(reports.Select(Swapped), until: AMonthLater);
            var expected = Swapped(Known.Build(reports, until: AMonthLater));
            Assert.Equal(Known.Text(expected), Known.Text(swapped));
        },
        iter: Runs);

    [Fact]
    public void Facts_are_asserted_by_somebody_and_stand_in_the_order_of_their_keys() => EvidenceGen.Reports.Sample(
        reports =>
        {
            var facts = Known.Build(reports).Facts;
            Assert.Equal(facts.Select(f => f.Key).Distinct().Order(StringComparer.Ordinal), facts.Select(f => f.Key));
            Assert.All(facts, f => Assert.NotEmpty(f.AssertedBy));
            Assert.All(facts, f => Assert.Equal(f.AssertedBy.Order(), f.AssertedBy));
            Assert.All(facts, f => Assert.All(f.Roles.Values.Concat(f.Fields.Values), a => Assert.All(a.Alternatives, v => Assert.NotEmpty(v.AssertedBy))));
            Assert.All(facts.SelectMany(f => f.Roles.Values.Concat(f.Fields.Values)), a => Assert.Equal(a.Alternatives.Length, a.Alternatives.Select(v => v.Value).Distinct().Count()));
        },
        iter: Runs);

    /// <summary>The view of the present: how far it reaches does not hang on reports that were taken back.</summary>
    private static string Text(IEnumerable<Report> reports) => Known.Text(Known.Build(reports, until: AMonthLater));

    private static Report Retraction(string id, string cited, string source, int day) =>
        new(id, default, source, null, null, Moment.OnDay(new LocalDate(2021, 9, 1).PlusDays(day)), null, [cited], []);

    private static string Swapped(string name) => name switch
    {
        "aland" => "borland",
        "borland" => "aland",
        _ => name,
    };

    private static Report Swapped(Report report) => report with { Claims = [.. report.Claims.Select(c => c with { Roles = c.Roles.ToImmutableSortedDictionary(r => r.Key, r => Swapped(r.Value)) })] };

    private static ReportedValue Swapped(ReportedValue value) => value switch
    {
        ReportedText text => new ReportedText(Swapped(text.Text)),
        ReportedNames names => names with { Names = [.. names.Names.Select(Swapped)] },
        _ => value,
    };

    /// <summary>Swaps the names, and puts in order what is ordered by name.</summary>
    private static History Swapped(History history) => history with
    {
        Facts = [.. history.Facts.Select(f => f with { Roles = f.Roles.ToImmutableSortedDictionary(r => r.Key, r => Swapped(r.Value)) })],
    };

    private static Attribute<Value> Swapped(Attribute<Value> attribute) =>
        new([.. attribute.Alternatives.Select(a => a with { Value = Swapped(a.Value) }).OrderBy(a => a.Value.ToString(), StringComparer.Ordinal)]);

    private static Value Swapped(Value value) => value switch
    {
        NameValue name => new NameValue(Swapped(name.Name)),
        OneOfValue oneOf => new OneOfValue([.. oneOf.Names.Select(Swapped).Order(StringComparer.Ordinal)]),
        AllOfValue all => new AllOfValue([.. all.Names.Select(Swapped).Order(StringComparer.Ordinal)]),
        _ => value,
    };
}
