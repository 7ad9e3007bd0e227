using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsCheck;
using Pacta.Checking;
using Pacta.Evidence.Recording;
using Pacta.Language.Compilation;
using Pacta.Logic.Reference;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Findings;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Model.Values;
using Pacta.Reports;
using Pacta.Tests.Agreements;
using Pacta.Tests.Logic.Direct;
using Pacta.Tests.Logic.Monitoring;

namespace Pacta.Tests.Laws;

/// <summary>
/// Agreements that are checked together find what each finds alone that goes through every report: what they share, and what each passes over since it does not speak of it, makes no
/// difference to anything that is told. The agreements are those that ship with Pacta.
/// </summary>
public sealed class ManyAgreementsLaws
{
    private static readonly int Cases = int.Parse(Environment.GetEnvironmentVariable("PACTA_CASES") ?? "60", CultureInfo.InvariantCulture);

    /// <summary>The library, with perspectives of its own.</summary>
    private static readonly Lazy<ImmutableArray<Agreement>> All = new(() =>
    {
        var result = Library.With(new SourceText("perspectives.pacta", "perspective of_all {}\nperspective of_monitors { accepts monitor }\n"));
        Assert.DoesNotContain(result.Diagnostics, d => d.Severity == Severity.Error);
        return result.Agreements;
    });

    [Fact]
    public void Together_they_find_what_each_finds_alone()
    {
        var (aside, found) = (0, 0);
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var dice = new Dice(seed);
                var agreements = Enumerable.Range(0, 3).Select(_ => dice.Of(All.Value.AsSpan())).Distinct().ToImmutableArray();
                var reports = Read(LinesOf(dice, agreements));
                var request = new CheckRequest(agreements, reports)
                {
                    WithEachPerspective = dice.OneIn(3),
                    Perspective = dice.OneIn(4) ? "of_monitors" : null,
                    AsOf = dice.OneIn(5) ? Model.Time.Moment.OnDay(new NodaTime.LocalDate(2023, 6, 1)) : null,
                    MostListed = dice.OneIn(3) ? 2 : null,
                };
                var together = Checker.Check(request);
                var apart = new List<AgreementFindings>();
                var bag = new DiagnosticBag();
                foreach (var agreement in agreements)
                {
                    var all = new FindingsAtOnce(agreement, request, new SharedRecords(reports), bag, concern: null);
                    apart.Add(Checker.Check(agreement, request, all));
                    var with = Checker.Prepare(agreement, request, new SharedRecords(reports), new DiagnosticBag(), concern: Checker.ConcernOf(agreement, request));
                    Interlocked.Add(ref aside, with.Of(null, new DiagnosticBag()).Aside.Sum(a => a.Count));
                    Interlocked.Add(ref found, apart[^1].Findings.Count(f => !f.Reports.IsEmpty));
                }

                Assert.Null(Structure.Difference(apart, together.Agreements.ToList()));
                Assert.All(together.Agreements, a => AssertToldTogether(a.NotUsed!));
                Assert.Equal(Checker.ResultOf([], bag.Items).Diagnostics.Select(Told), together.Diagnostics.Select(Told));
            },
            iter: Cases);
        Assert.InRange(aside, 10 * Cases, int.MaxValue);
        Assert.InRange(found, Cases / 2, int.MaxValue);
    }

    /// <summary>Requests over the same reports share what they have in common, and those over others do not.</summary>
    [Fact]
    public void One_request_after_the_other_finds_what_each_does_by_itself()
    {
        var dice = new Dice(7);
        var agreements = All.Value.Where(a => a.Name is "vienna_document_2011" or "founding_act" or "incsea").ToImmutableArray();
        Assert.Equal(3, agreements.Length);
        var (one, other) = (Read(LinesOf(dice, agreements)), Read(LinesOf(dice, agreements)));
        ImmutableArray<CheckRequest> requests = [.. agreements.Select(a => new CheckRequest([a], one)), new CheckRequest(agreements, other), new CheckRequest([agreements[0]], one), new CheckRequest(agreements, one)];

        var together = Checker.CheckEach(requests);

        Assert.Null(Structure.Difference(requests.Select(Checker.Check).ToList(), together.ToList()));
        Assert.NotNull(Structure.Difference(together[0].Agreements[0].NotUsed, together[3].Agreements[0].NotUsed));
    }

    /// <summary>Then it speaks of every event, of whatever kind.</summary>
    [Fact]
    public void Who_speaks_of_any_activity_passes_nothing_over()
    {
        foreach (var (noun, kind, speaks) in new[] { ("fire", "fire", true), ("fire", "parade", false), ("activity", "parade", true) })
        {
            var result = Compiler.Compile([new SourceText("any.pacta", $$"""
                vocabulary acts {
                  actor aland, borland
                  event open fire (fires) by actor
                  event hold parade (parades) by actor
                }
                agreement "Agreement of acts" as acts_agreement {
                  status political
                  enters into force 2020-01-01
                  time zone "UTC"
                  parties aland, borland
                  use acts
                  clause quiet at "1" { each party P must keep number of {{noun}} by P per calendar month at most 3 }
                }
                """)]);
            Assert.Empty(result.Diagnostics.Select(d => d.Headline));
            Assert.Equal(speaks, ReferenceEvaluator.SpeaksOf(result.Agreements.Single())(kind));
        }
    }

    /// <summary>Of one kind and one reason there are as many as there are, and the first are listed.</summary>
    private static void AssertToldTogether(UnusedFacts facts)
    {
        var elsewhere = facts.KindsNotMentioned.Where(k => k.Length % 2 == 0).ToHashSet(StringComparer.Ordinal);
        var expected = facts.All
            .Where(f => f.Why != UnusedCode.KindNotMentioned || !elsewhere.Contains(f.Kind))
            .GroupBy(f => (f.Kind, f.Why, string.Join(", ", f.Arguments), CountName.Parse(f.Id) is not null))
            .Select(g => $"{g.Key}: {g.Count()}, {string.Join(' ', g.Take(g.Key.Item4 ? g.Count() : 2).Select(f => f.Id))}");
        var told = facts.Alike(elsewhere, 2)
            .Select(g => $"{(g.First.Kind, g.First.Why, string.Join(", ", g.First.Arguments), g.First.IsCount)}: {g.Count}, {string.Join(' ', g.Listed.Select(f => f.Id))}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    private static string Told(Diagnostic diagnostic) => $"{diagnostic.Code} {diagnostic.Headline} {diagnostic.Labels[0].Span}";

    /// <summary>Events of kinds that the agreements have words for, half of them such as one of them speaks of, with roles and fields that mostly fit.</summary>
    private static List<string> LinesOf(Dice dice, ImmutableArray<Agreement> agreements)
    {
        var lines = new List<string>();
        var kinds = agreements.SelectMany(a => SomeKinds(dice, a)).Distinct().ToArray();
        var places = agreements.SelectMany(Checker.PlacesOf).Append("nowhere").ToArray();
        for (var i = dice.Number(10, 35); i > 0; i--)
        {
            var kind = dice.Of(kinds);
            var roles = kind.Roles.Where(_ => !dice.OneIn(8)).DistinctBy(r => r.Preposition).Select(r => $",\"{r.Preposition}\":\"{Filler(dice, r.Noun, places, agreements)}\"");
            var fields = kind.Fields.Values.Where(f => f.Type is FieldType.Count or FieldType.Quantity or FieldType.Truth && dice.OneIn(2))
                .Select(f => $"\"{f.Name}\":{(f.Type == FieldType.Truth ? "true" : dice.Number(1, dice.OneIn(8) ? 20_000 : 200))}").ToList();
            var (day, late) = (new NodaTime.LocalDate(2023, 1, 1).PlusDays(dice.Number(0, 300)), dice.Number(0, 9));
            var report = $"\"id\":\"r{i}\",\"source\":\"{dice.Of("cedria_observers", "aland_ministry", "cedria_observers", "somebody")}\",\"recorded\":\"{day.PlusDays(late):uuuu-MM-dd}T12:00:{i % 60:00}Z\"";
            var @event = dice.OneIn(25) ? "e_shared" : $"e{i}";
            lines.Add((dice.OneIn(4) ? 2 : dice.Number(0, 40)) switch
            {
                0 => $"{{{report},\"event\":\"e{dice.Number(1, 35)}\",\"kind\":\"{kind.Name}\",\"polarity\":\"denies\"}}",
                1 => $"{{{report},\"retracts\":[\"r{dice.Number(i, 35)}\"]}}",
                2 => $"{{{report},\"time\":\"{day:uuuu-MM-dd}\",\"event\":\"{@event}\",\"kind\":\"{kind.Name}\"{string.Concat(roles)}}}",
                _ => $"{{{report},\"time\":\"{day:uuuu-MM-dd}T08:00:00Z\",\"event\":\"{@event}\",\"kind\":\"{kind.Name}\"{string.Concat(roles)}{(fields.Count == 0 ? string.Empty : $",\"fields\":{{{string.Join(',', fields)}}}")}}}",
            });
        }

        lines.Reverse();
        return lines;
    }

    private static IEnumerable<Kind> SomeKinds(Dice dice, Agreement agreement)
    {
        var events = agreement.Vocabulary.Kinds.Values.Where(k => k.Form == KindForm.Event).ToArray();
        var spoken = events.Where(k => Checker.ConcernOf(agreement, new CheckRequest([agreement], [])).SpeaksOf(k.Name)).ToArray();
        return Enumerable.Range(0, 3).SelectMany(_ => new[] { dice.Of<Kind>(events), dice.Of<Kind>(spoken.Length == 0 ? events : spoken) });
    }

    private static string Filler(Dice dice, string noun, string[] places, ImmutableArray<Agreement> agreements) => noun switch
    {
        "actor" or "alliance" or "party" => dice.OneIn(60) ? "nobody" : dice.Of(agreements[dice.Number(0, agreements.Length - 1)].Parties.Append("russia").ToArray().AsSpan()),
        "place" => dice.OneIn(12) ? "territory of russia" : dice.Of<string>(places),
        _ => dice.OneIn(15) ? "unheard_of" : $"e{dice.Number(1, 35)}",
    };

    private static ImmutableArray<ReportRecord> Read(List<string> lines)
    {
        var bag = new DiagnosticBag();
        return ReportReader.Read("reports.jsonl", Encoding.UTF8.GetBytes(string.Join('\n', lines)), bag, keepGoing: true, keepsRivals: true, new NumberedNames()).Records;
    }
}
