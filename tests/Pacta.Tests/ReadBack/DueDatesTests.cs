using NodaTime;
using Pacta.Checking;
using Pacta.Model.Time;
using Pacta.Presentation.Reading.Calendar;

namespace Pacta.Tests.ReadBack;

/// <summary>The dates of the calendar are those that a check finds: each is compared with what the evaluator says is due.</summary>
public sealed class DueDatesTests
{
    [Theory]
    [InlineData("no later than 2021-12-31")]
    [InlineData("no later than 2021-12-31 14:30")]
    [InlineData("no later than 60 days after signature")]
    [InlineData("no later than 3 months after entry_into_force")]
    [InlineData("no later than 5 working days after entry_into_force")]
    [InlineData("no later than day 2 after entry_into_force")]
    [InlineData("no later than 14 days after day 2 after entry_into_force")]
    [InlineData("no later than 48 hours after 2021-02-01 09:00")]
    [InlineData("within 3 weeks after 2021-02-01")]
    [InlineData("within 10 days before 2021-06-30")]
    public void What_is_due_once_is_due_then(string timing)
    {
        var agreement = Readable.Of($"clause cl at \"1\" {{ aland must hold meeting {timing} }}");

        var told = Assert.Single(DueDates.Of(agreement), d => d.Form == DueForm.Due);

        var finding = Assert.Single(Findings(agreement, new LocalDate(2022, 12, 31)));
        Assert.Equal(finding.Due, InstantRange.At(told.At));
    }

    [Theory]
    [InlineData("no later than 48 hours after 2021-02-01")]
    [InlineData("within 36 hours after 2021-02-01")]
    [InlineData("no later than 2 hours after 5 hours after 2021-02-01")]
    [InlineData("no later than 2 hours before 2021-02-01")]
    public void Hours_from_a_day_lie_between_two_instants(string timing)
    {
        var agreement = Readable.Of($"clause cl at \"1\" {{ aland must hold meeting {timing} }}");

        var told = Assert.Single(DueDates.Of(agreement), d => d.Form == DueForm.Due);

        var finding = Assert.Single(Findings(agreement, new LocalDate(2022, 12, 31)));
        Assert.Equal(finding.Due, new InstantRange(told.At, told.Latest ?? told.At));
        Assert.False(finding.Due!.Value.IsExact);
    }

    [Fact]
    public void An_entry_into_force_in_hours_from_a_day_is_among_the_dates()
    {
        var agreement = Readable.Of("clause cl at \"1\" { each party must not hold meeting }");
        var signed = agreement with { EntryIntoForce = new Pacta.Model.Agreements.OffsetTime("24 hours after signature", new Lapse(24, LapseUnit.Hour), false, new Pacta.Model.Agreements.SignatureTime("signature")) };

        var told = Assert.Single(DueDates.Of(signed), d => d.Form == DueForm.EntryIntoForce);

        var day = signed.Calendar.StartOf(signed.Signed!.Local.Date);
        Assert.Equal((day + Duration.FromHours(24), signed.Calendar.EndOf(signed.Signed.Local.Date) + Duration.FromHours(24)), (told.At, told.Latest!.Value));
    }

    [Fact]
    public void What_would_have_been_due_before_the_agreement_was_in_force_is_no_date()
    {
        var agreement = Readable.Of("clause cl at \"1\" { aland must hold meeting no later than 30 days after signature }");

        Assert.DoesNotContain(DueDates.Of(agreement), d => d.Form == DueForm.Due);
        Assert.Empty(Findings(agreement, new LocalDate(2022, 12, 31)));
    }

    [Theory]
    [InlineData("every year by 15 november", "", 3)]
    [InlineData("every year by 29 february", "", 3)]
    [InlineData("every year", "", 3)]
    [InlineData("every year by 1 march as from 2022-06-01", "", 3)]
    [InlineData("every 6 months", "", 3)]
    [InlineData("every 6 months as from 2021-08-31", "", 3)]
    [InlineData("every 6 months as from 2019-05-31", "", 3)]
    [InlineData("every month as from 3 days after entry_into_force", "", 3)]
    [InlineData("every year by 15 november until 2022-12-31", "", 2)]
    [InlineData("every year by 15 november", "expires 2022-11-14", 1)]
    [InlineData("every year by 1 february", "provisional as from 2020-12-15 until 2020-12-20", 3)]
    [InlineData("every 3 weeks", "provisional as from 2020-12-15 until 2020-12-20", 3)]
    public void What_comes_again_is_due_again_then(string timing, string head, int times)
    {
        var agreement = Readable.Of($"clause cl at \"1\" {{ aland must give calendar to borland {timing} }}", $"status legal\n{head}");

        var told = DueDates.Of(agreement).Where(d => d.Form == DueForm.Recurring).Select(d => d.At).ToList();

        var found = Findings(agreement, new LocalDate(2026, 12, 31)).Select(f => f.Due!.Value.Latest).Order().Take(DueDates.Times).ToList();
        Assert.Equal(times, told.Count);
        Assert.Equal(found, told);
    }

    [Theory]
    [InlineData("as from 2021-03-01")]
    [InlineData("as from 3 years after entry_into_force")]
    [InlineData("as from 14 days after day 2 after entry_into_force")]
    [InlineData("as from day 3 after signature until 2021-12-31")]
    public void What_lasts_begins_and_ends_then(string timing)
    {
        var agreement = Readable.Of($"clause cl at \"1\" {{ aland must not have tanks in bay {timing} }}");

        var dates = DueDates.Of(agreement).Where(d => d.Clause is not null).ToList();

        var finding = Assert.Single(Findings(agreement, new LocalDate(2025, 12, 31)));
        var entry = agreement.Calendar.StartOf(new LocalDate(2021, 1, 1));
        Assert.Equal(finding.Changes[0].At.Earliest, Instant.Max(entry, dates[0].At));
        Assert.Equal(timing.Contains("until", StringComparison.Ordinal), dates.Exists(d => d.Form == DueForm.Ends && agreement.Calendar.DateOf(d.At) == new LocalDate(2021, 12, 31)));
    }

    [Theory]
    [InlineData("when exercise x by aland\naland must hold meeting no later than 2021-12-31", "Whenever Republic of Aland holds an exercise (x),", "no later than 2021-12-31")]
    [InlineData("when exercise x by A\nA must hold meeting within 3 days", "Whenever a party (A) holds an exercise (x),", "within 3 days after x")]
    [InlineData("aland must hold meeting no later than 5 days after fulfilment of first", "", "no later than 5 days after the fulfilment of clause 0 (first) by all whom it binds")]
    public void What_hangs_on_something_else_has_no_date_and_says_on_what(string sentence, string when, string time)
    {
        var read = Pacta.Presentation.Reading.Content.AgreementReader.Read(Readable.Of($"clause first at \"0\" {{ each party must not have tanks in bay }}\nclause cl at \"1\" {{\n{sentence}\n}}"));

        Assert.DoesNotContain(read.Dates, d => d.Clause?.Name == "cl");
        var told = Assert.Single(read.Relative);
        Assert.Equal((when, time), (told.When, told.Time));
    }

    [Fact]
    public void What_follows_a_clause_that_is_not_kept_counts_from_that()
    {
        var read = Pacta.Presentation.Reading.Content.AgreementReader.Read(Readable.Of("""
            clause cl at "1" {
              when exercise x by A
              A must give notification of x to commission no later than start of x
              otherwise commission must hold meeting within 3 days
            }
            """));

        Assert.Equal(["Whenever a party (A) holds an exercise (x), no later than the start of x", "Failing that, within 3 days after that"], read.Relative.Select(r => $"{r.When} {r.Time}"));
    }

    [Theory]
    [InlineData("aland may hold meeting no later than 2021-12-31")]
    [InlineData("when request_for_talks r by A to B\nB may give reply to r within 24 hours after r")]
    [InlineData("when request_for_talks r by A to B\nB has power to give withdrawal_notice within 24 hours after r")]
    public void Nobody_owes_what_he_only_may_do(string sentence)
    {
        var read = Pacta.Presentation.Reading.Content.AgreementReader.Read(Readable.Of($"clause cl at \"1\" {{\n{sentence}\n}}"));

        Assert.DoesNotContain(read.Dates, d => d.Clause is not null);
        Assert.Empty(read.Relative);
    }

    private static IEnumerable<Pacta.Model.Findings.Finding> Findings(Pacta.Model.Agreements.Agreement agreement, LocalDate until) =>
        Checker.Check(new CheckRequest([agreement], [], Until: Moment.OnDay(until))).Agreements.SelectMany(a => a.Findings).Where(f => f.Bearers is ["aland"]);
}
