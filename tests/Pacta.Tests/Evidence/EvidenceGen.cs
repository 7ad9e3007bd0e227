using System.Collections.Immutable;
using CsCheck;
using NodaTime;
using Pacta.Model.Reports;
using Pacta.Model.Time;

namespace Pacta.Tests.Evidence;

/// <summary>Lists of reports that are about few events, so that they meet: denials, corrections, retractions, rival values.</summary>
internal static class EvidenceGen
{
    private static readonly LocalDate Start = new(2021, 9, 1);

    private static readonly Gen<Moment> Day = Gen.Int[0, 20].Select(d => Moment.OnDay(Start.PlusDays(d)));

    private static readonly Gen<ReportedValue> Actors = Gen.OneOf(
        Gen.OneOf("aland", "borland", "cedria").Select(n => (ReportedValue)new ReportedText(n)),
        Gen.Select(Gen.OneOf("aland", "borland", "cedria"), Gen.OneOf("aland", "borland"), Gen.Bool)
            .Select((a, b, one) => (ReportedValue)new ReportedNames([a, b], one)));

    private static readonly Gen<ReportedValue> Troops = Gen.Select(Gen.OneOf(9000m, 12_800m, 200_000m), Gen.Bool)
        .Select((n, about) => (ReportedValue)new ReportedNumber(n, n, null, about));

    private static readonly Gen<Claim> Claim = Gen.Select(
        Gen.Int[0, 3],
        Gen.Frequency((5, Gen.Const(ClaimSubject.Occurrence)), (1, Gen.Const(ClaimSubject.Attribution)), (1, Gen.Const(ClaimSubject.Field))),
        Gen.Frequency((3, Gen.Const(Polarity.Asserts)), (1, Gen.Const(Polarity.Denies))),
        Gen.Int[0, 1].Select(d => When.At(Moment.OnDay(Start.PlusDays(d)))),
        Gen.Select(Actors.Null(), Troops.Null(), Day.Null()))
        .Select((which, subject, polarity, time, stated) =>
        {
            var isShip = which == 3;
            var roles = ImmutableSortedDictionary.CreateBuilder<string, ReportedValue>(StringComparer.Ordinal);
            var fields = ImmutableSortedDictionary.CreateBuilder<string, ReportedValue>(StringComparer.Ordinal);
            if (stated.Item1 is { } actors)
            {
                roles[isShip ? "of" : "by"] = actors;
            }

            if (stated.Item2 is { } troops)
            {
                fields[isShip ? "tonnage" : "troops"] = troops;
            }

            return new Claim(
                "", isShip ? "ship" : "x" + which, isShip ? "warship" : "exercise", subject, polarity, Basis.Unstated, time,
                stated.Item3 is { } end ? When.At(end) : null, roles.ToImmutable(), fields.ToImmutable(), []);
        });

    private static readonly Gen<Report> Report = Gen.Select(
        Gen.Select(Gen.OneOf("smm", "post", "aland_gs"), Gen.OneOf("smm", "aland_gs").Null(), Day),
        Claim.Array[0, 2],
        Gen.Int[0, 30].Array[0, 1],
        Gen.Frequency((6, Gen.Const(-1)), (1, Gen.Int[0, 30])))
        .Select((head, claims, retracts, supersedes) => new Report(
            "?", default, head.Item1, head.Item2, null, head.Item3, supersedes < 0 ? null : Id(supersedes), [.. retracts.Select(Id)], [.. claims]));

    /// <summary>Reports r0, r1 ... whose retractions cite one another freely, also wrongly.</summary>
    public static readonly Gen<Report[]> Reports = Report.Array[0, 12].Select(reports => reports.Select((r, i) => Numbered(r, Id(i))).ToArray());

    public static string Id(int index) => $"r{index % 12:00}";

    public static Report Numbered(Report report, string id) => report with
    {
        Id = id,
        Claims = [.. report.Claims.Select((c, n) => c with { Id = $"{id}#{n + 1}" })],
    };
}
