using System.Collections.Immutable;
using System.Globalization;
using Pacta.Model.Reports;
using Pacta.Model.Time;
using Pacta.Model.Values;
using Pacta.Negotiation.Histories;

namespace Pacta.Exploration.Judging;

/// <summary>An invented history as report records, so that it can be checked as any other: all of it is told by one source on the last day.</summary>
internal static class Records
{
    private const string Source = "invented";

    public static ImmutableArray<ReportRecord> Of(InventedHistory history, AgreementCalendar calendar)
    {
        var told = Moment.At(history.Through);
        return
        [
            .. history.Facts.Select((f, i) => new Report(Id("f", i), default, Source, null, null, told, null, [], [Claim(f, i, calendar)])),
            .. history.Judgements.Select((j, i) => new JudgementRecord(Id("j", i), default, Source, j.Matter, j.Holds, When.At(Moment.At(j.At)), told)),
        ];
    }

    private static string Id(string stem, int number) => string.Create(CultureInfo.InvariantCulture, $"{stem}{number + 1:000}");

    private static Claim Claim(InventedFact fact, int number, AgreementCalendar calendar) => new(
        Id("c", number),
        fact.Id,
        fact.Kind,
        ClaimSubject.Occurrence,
        Polarity.Asserts,
        Basis.Direct,
        When.At(Moments.Of(fact, fact.At, calendar)),
        fact.End is { } end ? When.At(Moments.Of(fact, end, calendar)) : null,
        fact.Roles.ToImmutableSortedDictionary(r => r.Key, r => (ReportedValue)new ReportedNames(r.Value, false), StringComparer.Ordinal),
        fact.Fields.ToImmutableSortedDictionary(f => f.Key, f => Stated(f.Value), StringComparer.Ordinal),
        []);

    private static ReportedValue Stated(Value value) => value switch
    {
        NumberValue number => new ReportedNumber(number.Range.Low, number.Range.High, number.Dimension.Length == 0 ? null : number.Dimension, false),
        TruthValue truth => new ReportedTruth(truth.IsTrue),
        AreaValue area => new ReportedArea(area),
        PositionValue at => new ReportedPosition(at.Latitude, at.Longitude, at.AccuracyMetres) { HeightMetres = at.HeightMetres, HeightAbove = at.HeightAbove, HeightAccuracyMetres = at.HeightAccuracyMetres },
        NameValue name => new ReportedNames([name.Name], false),
        _ => new ReportedText($"{value}"),
    };
}
