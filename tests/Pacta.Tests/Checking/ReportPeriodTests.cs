using CsCheck;
using NodaTime;
using Pacta.Model.Periods;
using Pacta.Model.Time;

namespace Pacta.Tests.Checking;

public sealed class ReportPeriodTests
{
    private static readonly Gen<LocalDate> Days = Gen.Int[0, 40_000].Select(d => new LocalDate(1950, 1, 1).PlusDays(d));

    private static readonly AgreementCalendar Vienna = new(DateTimeZoneProviders.Tzdb["Europe/Vienna"], []);

    [Theory]
    [InlineData("2024-07-08")]
    [InlineData("2024-07-10")]
    [InlineData("2024-07-14")]
    public void A_week_begins_on_Monday(string day)
    {
        var week = ReportPeriod.Of(PeriodLength.Week, NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value);

        Assert.Equal((new LocalDate(2024, 7, 8), new LocalDate(2024, 7, 14)), (week.First, week.Last));
    }

    /// <summary>On 31 March 2024 clocks in Vienna went from 2 to 3.</summary>
    [Fact]
    public void A_day_on_which_clocks_change_is_shorter() =>
        Assert.Equal(Duration.FromHours(23) - InstantRange.Tick, Length(new ReportPeriod(PeriodLength.Day, new LocalDate(2024, 3, 31))));

    [Fact]
    public void Periods_follow_one_another_without_gap_and_each_day_is_in_exactly_one() => Days.Select(Gen.Int[0, 400], Gen.Bool).Sample((from, length, isWeek) =>
    {
        var to = from.PlusDays(length);
        var periods = ReportPeriod.Between(isWeek ? PeriodLength.Week : PeriodLength.Day, from, to);

        Assert.True(periods[0].First <= from && periods[^1].Last >= to);
        Assert.All(periods.Zip(periods.Skip(1)), p => Assert.Equal(p.First.In(Vienna).Latest + InstantRange.Tick, p.Second.In(Vienna).Earliest));
        Assert.All(periods.SelectMany(p => p.Days.Select(d => (p, d))), p => Assert.Equal(p.p, ReportPeriod.Of(p.p.Length, p.d)));
    });

    private static Duration Length(ReportPeriod period) => period.In(Vienna).Latest - period.In(Vienna).Earliest;
}
