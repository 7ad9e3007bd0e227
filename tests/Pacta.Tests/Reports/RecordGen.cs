using System.Collections.Immutable;
using CsCheck;
using NodaTime;
using Pacta.Model.Reports;
using Pacta.Model.Time;

namespace Pacta.Tests.Reports;

/// <summary>Records of every kind and form that a report file can hold.</summary>
internal static class RecordGen
{
    private static readonly Gen<string> Name = Gen.OneOf(
        Gen.OneOf("aland", "borland", "cedria", "north_wind", "UKR-2014-1", "Донецьк", "a \"b\" \\c", "it's 😀", "x<y&z"),
        Gen.String[Gen.Char.AlphaNumeric, 1, 12]);

    private static readonly Gen<string> Text = Gen.OneOf(Name, Gen.String[1, 20].Select(s => new string([.. s.Where(c => !char.IsSurrogate(c) && c != '\uffff')]) + "."));

    private static readonly Gen<Moment> AnyMoment = Gen.OneOf(
        Gen.Int[1000, 2999].Select(Moment.InYear),
        Gen.Select(Gen.Int[1000, 2999], Gen.Int[1, 12]).Select(Moment.InMonth),
        Gen.Int[0, 20_000].Select(d => Moment.OnDay(new LocalDate(1990, 1, 1).PlusDays(d))),
        Gen.Select(Gen.Int[0, 20_000], Gen.Int[0, 86_399], Gen.OneOf(0, 0, 5, 250_000_000))
            .Select((d, s, n) => Moment.At(new LocalDate(1990, 1, 1).PlusDays(d).AtMidnight().PlusSeconds(s).PlusNanoseconds(n))),
        Gen.Select(Gen.Long[0, 4_000_000_000], Gen.OneOf(0, 0, 999_999_999)).Select((s, n) => Moment.At(Instant.FromUnixTimeSeconds(s).PlusNanoseconds(n))));

    private static readonly Gen<When> AnyWhen = Gen.OneOf(
        AnyMoment.Select(When.At),
        Gen.Select(Gen.Int[0, 9000], Gen.Int[1, 900])
            .Select((d, n) => new When(Moment.OnDay(new LocalDate(1990, 1, 1).PlusDays(d)), Moment.OnDay(new LocalDate(1990, 1, 1).PlusDays(d + n)))));

    private static readonly Gen<decimal> Decimal = Gen.OneOf(Gen.Int[-5, 300_000].Select(i => (decimal)i), Gen.Int[-9_999_999, 9_999_999].Select(i => i / 1000m));

    private static readonly Gen<ReportedNumber> Number = Gen.Select(Decimal, Decimal, Name.Null(), Gen.Int[0, 4]).Select((a, b, unit, form) => form switch
    {
        0 => new ReportedNumber(a, a, unit, true),
        1 => new ReportedNumber(Math.Min(a, b), Math.Max(a, b), unit, false),
        2 => new ReportedNumber(a, null, unit, false),
        3 => new ReportedNumber(null, b, unit, false),
        _ => new ReportedNumber(a, a, unit, false),
    });

    private static readonly Gen<ReportedNames> Names = Gen.Select(Name.Array[1, 3], Gen.Bool).Select((n, one) => new ReportedNames([.. n], one));

    private static readonly Gen<ReportedValue> Role = Gen.OneOf(Name.Select(n => (ReportedValue)new ReportedText(n)), Names.Select(n => (ReportedValue)n));

    private static readonly Gen<ReportedValue> Field = Gen.OneOf(
        Number.Select(n => (ReportedValue)n),
        Gen.Bool.Select(b => (ReportedValue)new ReportedTruth(b)),
        Text.Select(t => (ReportedValue)new ReportedText(t)),
        Names.Select(n => (ReportedValue)n));

    private static readonly Gen<ReportedPosition> Position =
        Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180], Gen.Double[0, 100_000]).Select((a, b, c) => new ReportedPosition(a, b, c));

    private static readonly Gen<ImmutableSortedDictionary<string, ReportedValue>> Roles =
        Gen.Select(Gen.OneOf("by", "to", "of", "in", "into", "from", "over", "through", "on", "against", "under", "outside"), Role)
            .Array[0, 3].Select(Dictionary);

    private static readonly Gen<ImmutableSortedDictionary<string, ReportedValue>> Fields = Gen.Select(
        Gen.Select(Gen.OneOf("troops", "tanks", "share", "größe"), Field).Array[0, 3],
        Gen.Select(Name.Select(n => "distance from " + n), Number.Select(n => (ReportedValue)n)).Array[0, 2],
        Position.Select(p => ("position", (ReportedValue)p)).Array[0, 1])
        .Select((a, b, c) => Dictionary([.. a, .. b, .. c]));

    private static Gen<Claim> Claim(Gen<string> id) => Gen.Select(
        Gen.Select(id, Name, Name),
        Gen.Select(Gen.OneOf(ClaimSubject.Occurrence, ClaimSubject.Attribution, ClaimSubject.Field), Gen.Enum<Polarity>(), Gen.Enum<Basis>()),
        AnyWhen,
        Roles,
        Fields,
        Name.Array[0, 2])
        .Select((names, what, time, roles, fields, from) => new Claim(
            names.Item1, names.Item2, names.Item3, what.Item1, what.Item2, what.Item3, time, null,
            what.Item1 == ClaimSubject.Occurrence ? roles : roles.SetItem("by", new ReportedText("aland")), fields, [.. from]));

    private static readonly Gen<Report> AnyReport = Gen.Select(
        Gen.Select(Name, Name, Name.Null()),
        Gen.Select(AnyMoment.Null(), AnyMoment, Name.Null(), Text.Null()),
        Name.Array[0, 2],
        Gen.Int[0, 3],
        Claim(Gen.Const("?")).Array[3])
        .Select((names, when, retracts, count, claims) => new Report(
            names.Item1, default, names.Item2, names.Item3, when.Item1, when.Item2, when.Item3,
            count == 0 ? ["r0", .. retracts] : [.. retracts],
            [.. claims.Take(count).Select((c, i) => c with { Id = count == 1 ? names.Item1 : $"{names.Item1}#{(i == 1 ? 77 : i + 1)}" })],
            when.Item4));

    public static readonly Gen<ReportRecord> Any = Gen.OneOf(
        AnyReport.Select(r => (ReportRecord)r),
        AnyReport.Select(r => (ReportRecord)r),
        Gen.Select(Name, Name, Name.Array[0, 3], AnyMoment, AnyMoment.Null())
            .Select((id, source, kinds, through, recorded) => (ReportRecord)new CompletenessRecord(id, default, source, [.. kinds], through, recorded)),
        Gen.Select(Gen.Select(Name, Name, Text), Gen.Bool, AnyWhen, AnyMoment.Null())
            .Select((n, holds, time, recorded) => (ReportRecord)new JudgementRecord(n.Item1, default, n.Item2, n.Item3, holds, time, recorded)));

    private static ImmutableSortedDictionary<string, ReportedValue> Dictionary((string Key, ReportedValue Value)[] pairs) =>
        pairs.DistinctBy(p => p.Key).ToImmutableSortedDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
}
