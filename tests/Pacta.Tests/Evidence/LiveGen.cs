using System.Collections.Immutable;
using CsCheck;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Reports;
using Pacta.Model.Time;

namespace Pacta.Tests.Evidence;

/// <summary>Records of every sort that are about few things and cite each other freely, also wrongly; with moments and perspectives to look from.</summary>
internal static class LiveGen
{
    private static readonly LocalDate Start = new(2021, 9, 1);

    public static readonly Vocabulary Vocabulary = Known.Vocabulary with
    {
        Sources = new[]
        {
            new Source("smm", SourceKind.Monitor, null, "smm"), new Source("post", SourceKind.Media, null, "post"),
            new Source("aland_gs", SourceKind.Party, "aland", "aland_gs"), new Source("borland_gs", SourceKind.Party, "borland", "borland_gs"),
        }.ToImmutableSortedDictionary(s => s.Name, s => s),
        Standards = new[]
        {
            new ProofStandard("two", 2, null, null, true, []),
            new ProofStandard("graded", 1, 'C', 3, false, [SourceKind.Monitor, SourceKind.Party]),
            new ProofStandard("both", 2, 'B', null, false, []),
        }.ToImmutableSortedDictionary(s => s.Name, s => s),
    };

    private static readonly ImmutableSortedDictionary<string, string> NoReadings = ImmutableSortedDictionary<string, string>.Empty;

    public static readonly Gen<Perspective?> Perspectives = Gen.OneOf<Perspective?>(
        null,
        new Perspective("all", [], null, NoReadings),
        new Perspective("monitors", [SourceKind.Monitor, SourceKind.Media], null, NoReadings),
        new Perspective("two", [], "two", NoReadings),
        new Perspective("graded", [], "graded", NoReadings),
        new Perspective("both", [SourceKind.Monitor, SourceKind.Party, SourceKind.Media], "both", NoReadings));

    public static readonly Gen<Instant?> Moments = Gen.Frequency(
        (3, Gen.Const((Instant?)null)), (1, Gen.Int[2, 14].Select(d => (Instant?)Start.PlusDays(d).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant())));

    private static readonly Gen<Moment> Day = Gen.Int[0, 15].Select(d => Moment.OnDay(Start.PlusDays(d)));

    private static readonly Gen<string> Source = Gen.OneOf("smm", "smm", "post", "aland_gs", "borland_gs", "aland", "stranger", "strangers");

    private static readonly Gen<string> RecordId = Gen.Int[0, 13].Select(i => $"r{i:00}");

    private static readonly Gen<string> Event = Gen.OneOf("x0", "x1", "x2", "x10", "ship", "ship@", "ship-2");

    /// <summary>Records, claims under their own and under shared ids, what is never there, and misspelt ids.</summary>
    private static readonly Gen<string> Cited = Gen.Frequency(
        (6, RecordId),
        (2, Gen.Select(RecordId, Gen.Int[1, 2]).Select((r, n) => $"{r}#{n}")),
        (2, Gen.OneOf("c1", "c2", "c3")),
        (1, Gen.OneOf("r1", "r133", "nobody", "c")));

    private static readonly Gen<ReportedValue> Actors = Gen.OneOf(
        Gen.OneOf("aland", "borland", "cedria", "alland").Select(n => (ReportedValue)new ReportedText(n)),
        Gen.Select(Gen.OneOf("aland", "borland", "cedria"), Gen.OneOf("aland", "borland"), Gen.Bool)
            .Select((a, b, one) => (ReportedValue)new ReportedNames([a, b], one)));

    private static readonly Gen<ReportedValue> Named = Gen.OneOf(
        Gen.OneOf(Event, Gen.OneOf("x3", "nothing", "zone_a", "zone_b", "aland")).Select(n => (ReportedValue)new ReportedText(n)),
        Gen.Select(Event, Gen.OneOf("x4", "zone_a")).Select((a, b) => (ReportedValue)new ReportedNames([a, b], false)));

    private static readonly Gen<ReportedValue> Troops = Gen.Select(Gen.OneOf(9000m, 12_800m), Gen.Bool, Gen.OneOf<string?>(null, null, null, "km"))
        .Select((n, about, unit) => (ReportedValue)new ReportedNumber(n, n, unit, about));

    private static readonly Gen<Claim> Claim = Gen.Select(
        Gen.Select(Event, Gen.OneOf("exercise", "exercise", "activity", "transit", "reply", "warship", "warships")),
        Gen.Frequency((5, Gen.Const(ClaimSubject.Occurrence)), (1, Gen.Const(ClaimSubject.Attribution)), (1, Gen.Const(ClaimSubject.Field))),
        Gen.Frequency((3, Gen.Const(Polarity.Asserts)), (1, Gen.Const(Polarity.Denies))),
        Gen.Frequency((4, Gen.Int[0, 1].Select(d => (When?)When.At(Moment.OnDay(Start.PlusDays(d))))), (1, Gen.Const((When?)null))),
        Gen.Select(Actors.Null(), Named.Null(), Troops.Null(), Day.Null()),
        Gen.Frequency((3, Gen.Const(Array.Empty<string>())), (2, Cited.Array[1, 2])),
        Gen.Select(Gen.OneOf(Basis.Unstated, Basis.Admission), Gen.Frequency((3, Gen.Const(false)), (1, Gen.Const(true)))))
        .Select((what, subject, polarity, time, stated, derived, rest) =>
        {
            // Most are of the kind that fits their event, some are not.
            var kind = rest.Item2 ? what.Item2 : what.Item1.StartsWith("ship", StringComparison.Ordinal) ? "warship" : what.Item1 == "x2" ? "reply" : "exercise";
            var roles = ImmutableSortedDictionary.CreateBuilder<string, ReportedValue>(StringComparer.Ordinal);
            var fields = ImmutableSortedDictionary.CreateBuilder<string, ReportedValue>(StringComparer.Ordinal);
            if (stated.Item1 is { } actors)
            {
                roles[kind == "warship" ? "of" : "by"] = actors;
            }

            if (stated.Item2 is { } named)
            {
                roles[kind == "reply" ? "to" : "in"] = named;
            }

            if (stated.Item3 is { } troops && kind == "exercise")
            {
                fields["troops"] = troops;
            }

            return new Claim(
                "", what.Item1, kind, subject, polarity, rest.Item1, time, stated.Item4 is { } end ? When.At(end) : null,
                roles.ToImmutable(), fields.ToImmutable(), [.. derived]);
        });

    private static readonly Gen<ReportRecord> Report = Gen.Select(
        Gen.Select(Source, Gen.OneOf<string?>(null, null, "smm", "aland_gs"), Day.Null(), Day.Null()),
        Gen.Select(Claim, Gen.Bool).Array[0, 2],
        Gen.Frequency((2, Gen.Const(Array.Empty<string>())), (1, Cited.Array[1, 2])),
        Gen.Frequency((4, Gen.Const((string?)null)), (1, Cited.Select(c => (string?)c))),
        RecordId)
        .Select((head, claims, retracts, supersedes, id) => (ReportRecord)new Report(
            id, default, head.Item1, head.Item2, head.Item3, head.Item4, supersedes, [.. retracts],
            [.. claims.Select((c, n) => c.Item1 with { Id = c.Item2 ? $"{id}#{n + 1}" : claims.Length == 1 && n == 0 ? id : $"c{n + 1}" })]));

    private static readonly Gen<ReportRecord> Other = Gen.Select(RecordId, Source, Day, Day.Null(), Gen.Int[0, 8], Gen.Int[0, 2]).Select((id, source, day, recorded, sort, n) => sort switch
    {
        0 => new JudgementRecord(id, default, source, n == 0 ? "good faith" : "bad", n == 2, When.At(Moment.OnDay(Start)), recorded),
        1 => new CompletenessRecord(id, default, source, n == 0 ? [] : n == 1 ? ["exercise"] : ["nothing"], day, recorded),
        2 => new GradeRecord(id, default, n == 0 ? "assessor" : source, n == 1 ? "smm" : source, n == 2 ? 'E' : 'B', '2', "why", day, null),
        3 => new GradeRecord(id, default, "assessor", $"r{(n * 3) + 1:00}", n == 2 ? 'F' : n == 1 ? 'D' : 'A', n == 0 ? '5' : '1', "why", recorded ?? day, null),
        4 => new CoverageRecord(id, default, source, n == 0 ? "zone_a" : "zone_b", new When(Moment.OnDay(Start), day), "patrols", recorded, null),
        5 => new CaseRecord(id, default, n == 0 ? "case" : "affair", source, day, CaseStage.Alleged, ["x0"], ["aland"], null, "text", recorded, null),
        6 => new CaseRecord(id, default, n == 0 ? "case" : "affair", n == 1 ? "aland" : source, day, null, [], [], "no", null, recorded, null),
        7 => new DeterminationRecord(id, default, source, day, "decided", null, n == 0 ? new DeterminationSubject(null, "c", ["aland"], ["x0"]) : null, null, recorded, null),
        _ => (ReportRecord)new CountRecord(
            id, default, source, n == 2 ? "warship" : "exercise", new ReportedNumber(10 + n, 10 + n, null, n == 1), n == 0 ? "zone_a" : null, null,
            n == 1 ? new When(Moment.OnDay(Start), Moment.OnDay(Start.PlusDays(29))) : When.At(Moment.InMonth(2021, 9)),
            n == 0 ? [new CountExcept("training", null, true, true)] : [], ["x0"], recorded, null),
    });

    /// <summary>Some come twice, in another place of the input.</summary>
    public static readonly Gen<ReportRecord[]> Records = Gen.Select(
        Gen.Frequency((4, Report), (2, Other)).Array[0, 16], Gen.Int[0, 15].Array[0, 2])
        .Select((records, copied) => records
            .Concat(copied.Where(c => c < records.Length).Select(c => records[c]))
            .Select((r, i) => r with { Place = new RecordPlace("generated.jsonl", i + 1) })
            .ToArray());
}
