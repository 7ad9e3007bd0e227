using Pacta.Model.Agreements;
using static Pacta.Tests.Language.Binding.Bound;

namespace Pacta.Tests.Language.Binding;

public sealed class ClauseTests
{
    [Fact]
    public void A_path_is_made_of_parts_and_the_name_and_an_exception_hangs_below_it()
    {
        var agreement = Agreement("""
              part "V" "Notice" {
                clause notice at "38" {
                  when exercise x by A
                  A must give notification of x to each other party no later than 42 days before start of x
                }
                exception alert to notice at "41" {
                  if x is alert
                  A must give notification of x to each other party no later than start of x
                }
                exception small to alert at "42" { if troops of x less than 100 }
              }
            """);

        var clause = Assert.Single(agreement.Clauses);
        Assert.Equal("V/notice", clause.Path);
        Assert.Equal("38", clause.Reference);
        var alert = Assert.Single(clause.Exceptions);
        Assert.Equal("V/notice/alert", alert.Path);
        Assert.Equal("V/notice/alert/small", Assert.Single(alert.Exceptions).Path);
        Assert.Null(alert.Exceptions[0].Sentence);
    }

    [Fact]
    public void An_exception_to_two_clauses_is_part_of_each()
    {
        var agreement = Agreement("""
              clause tanks { each party P must not have tanks of P in area }
              clause guns { each party P must not have guns of P in area }
              exception parade to tanks, guns at "3" { if P is cedria }
            """);

        Assert.Equal(["tanks/parade", "guns/parade"], agreement.Clauses.Select(c => Assert.Single(c.Exceptions).Path));
    }

    [Fact]
    public void Readings_keep_their_variables_apart_and_say_who_holds_them()
    {
        var clause = Clause("""
            when exercise x by A
            reading early by first_scholar, second_scholar {
              A must give notification n of x to borland no later than 42 days before start of x
            }
            reading late {
              A must give notification n of x to borland no later than start of x
            }
            """);

        Assert.Equal(["early", "late"], clause.Readings.Select(r => r.Name));
        Assert.Equal(["first_scholar", "second_scholar"], clause.Readings[0].HeldBy);
    }

    [Fact]
    public void Remarks_claims_and_a_status_of_its_own_travel_with_the_clause()
    {
        var clause = Clause("""
            text en "..."
            note "A remark."
            unverified "the number"
            unverified
            status oral
            claimed by a_minister "in an interview"
            denied by league
            aland must not have tanks
            """);

        Assert.Equal(new ClauseText("en", "..."), Assert.Single(clause.Remarks.Texts));
        Assert.Equal(["A remark."], clause.Remarks.Notes);
        Assert.Equal(["the number", ""], clause.Remarks.Unverified);
        Assert.Equal(Standing.Oral, clause.Status.Standing);
        Assert.Equal([new CommitmentClaim(false, "a_minister", "in an interview"), new CommitmentClaim(true, "league", null)], clause.Claims);
    }

    [Fact]
    public void The_top_of_an_agreement_says_when_and_for_whom_it_binds()
    {
        var agreement = Agreement("", """
            status political disputed
              signed 2020-12-01
              enters into force 2021-01-01 00:01
              provisional as from 2020-12-15 until 2021-01-01
              expires 2031-01-01
              cite "Treaty Series 1"
              holidays 2021-12-25
              suspended by borland as from 2023-02
              withdrawn by cedria as from 2024-11-22
            """);

        Assert.Equal(new Status(Standing.Political, true), agreement.Status);
        Assert.Equal("2020-12-01", agreement.Signed!.ToString());
        Assert.Equal("2021-01-01T00:01:00", Is<FixedTime>(agreement.EntryIntoForce).Moment.ToString());
        Assert.Equal("2020-12-15", Is<FixedTime>(agreement.ProvisionalFrom).Moment.ToString());
        Assert.Equal("2031-01-01", Is<FixedTime>(agreement.Expiry).Moment.ToString());
        Assert.Equal("Europe/Vienna", agreement.TimeZone);
        Assert.False(agreement.Calendar.IsWorkingDay(new NodaTime.LocalDate(2021, 12, 25)));
        Assert.Equal(["aland", "borland", "cedria"], agreement.Parties);
        Assert.Equal([false, true], agreement.Participations.Select(p => p.IsWithdrawn));
        Assert.Equal("2023-02", Is<FixedTime>(agreement.Participations[0].From).Moment.ToString());
    }

    [Fact]
    public void A_proposal_needs_no_entry_into_force() =>
        Assert.Null(Agreement("clause test { aland must not have tanks as from entry_into_force }", "status proposal").EntryIntoForce);
}
