using Pacta.Model.Agreements;
using Pacta.Model.Reports;
using static Pacta.Tests.Language.Binding.Bound;

namespace Pacta.Tests.Language.Binding;

public sealed class ScenarioBindingTests
{
    private const string Notice = """
          clause notice at "38" {
            when exercise x by A
            A must give notification of x to each other party no later than 42 days before start of x
          }
          clause stationing { while judged "the security environment"
            aland must not have tanks in area }
        """;

    private static Scenario Scenario(string lines) =>
        Assert.Single(Compile(Text(Notice) + $"\nsource courier is media\nsource ministry is party of aland\nscenario \"test\" of treaty {{\n{lines}\n}}").Scenarios);

    private static Report Only(string line) => Is<Report>(Assert.Single(Scenario(line).Reports));

    [Fact]
    public void A_fact_becomes_a_report_with_one_claim()
    {
        var report = Only("2021-09-10  exercise north_wind by aland in area with troops about 9_000, alert yes");

        Assert.Equal(("s1", "scenario", "2021-09-10"), (report.Id, report.Source, report.Recorded!.ToString()));
        Assert.Equal("file1.pacta", report.Place.File);
        var claim = Assert.Single(report.Claims);
        Assert.Equal(("north_wind", "exercise"), (claim.Event, claim.Kind));
        Assert.Equal("2021-09-10", claim.Time!.ToString());
        Assert.Equal(new ReportedText("aland"), claim.Roles["by"]);
        Assert.Equal(new ReportedText("area"), claim.Roles["in"]);
        Assert.Equal(new ReportedNumber(9_000, 9_000, null, true), claim.Fields["troops"]);
        Assert.Equal(new ReportedTruth(true), claim.Fields["alert"]);
    }

    [Fact]
    public void A_fact_without_a_name_gets_one_of_its_own()
    {
        var reports = Scenario("2021-09-10  exercise by aland\n2021-09-11  exercise by borland").Reports;

        Assert.Equal(["exercise-1", "exercise-2"], reports.Select(r => Is<Report>(r).Claims[0].Event));
    }

    [Fact]
    public void Who_reports_who_denies_and_who_takes_back_are_reports_of_their_own()
    {
        var reports = Scenario("2021-09-10  exercise north_wind by aland reported 2021-09-11 by courier denied 2021-09-12 by ministry retracted 2021-09-13 by courier")
            .Reports.Select(Is<Report>).ToList();

        Assert.Equal(["courier", "ministry", "courier"], reports.Select(r => r.Source));
        Assert.Equal(["2021-09-11", "2021-09-12", "2021-09-13"], reports.Select(r => r.Recorded!.ToString()));
        Assert.Equal(Polarity.Denies, reports[1].Claims[0].Polarity);
        Assert.Equal("north_wind", reports[1].Claims[0].Event);
        Assert.Equal(["s1"], reports[2].Retracts);
        Assert.Empty(reports[2].Claims);
    }

    [Fact]
    public void Ranges_units_positions_distances_counts_and_ends_are_kept_as_written()
    {
        var fields = Only("2021-09-10  gun north of aland with calibre 100 mm .. 120 mm, position \"48.01 37.80\", accuracy 2 km, distance 12 km from front, count 3").Claims[0].Fields;
        var exercise = Only("2021-09-10 .. 2021-09-12  exercise x1 by aland with end 2021-09-16").Claims[0];

        Assert.Equal(new ReportedNumber(100, 120, "mm", false), fields["calibre"]);
        Assert.Equal(new ReportedPosition(48.01, 37.80, 2_000), fields["position"]);
        Assert.Equal(new ReportedNumber(12, 12, "km", false), fields["distance from front"]);
        Assert.Equal(new ReportedNumber(3, 3, null, false), fields["count"]);
        Assert.Equal("2021-09-10..2021-09-12", exercise.Time!.ToString());
        Assert.Equal("2021-09-16", exercise.End!.ToString());
    }

    [Fact]
    public void A_judgement_is_a_record_of_its_own()
    {
        var record = Is<JudgementRecord>(Assert.Single(Scenario("2022-01-01  judged \"the security environment\" no reported by ministry").Reports));

        Assert.Equal(("the security environment", false, "ministry"), (record.Matter, record.Holds, record.Source));
    }

    [Fact]
    public void An_expectation_names_a_clause_its_roles_its_date_and_its_reasons()
    {
        var expectation = Assert.Single(Scenario("2021-09-10  exercise north_wind by aland\nexpect pending notice of north_wind by aland to borland on 2021-09-10 because notice").Expectations);

        Assert.Equal(("open", "notice", "2021-09-10"), (expectation.State, expectation.Clause, expectation.On.ToString()));
        Assert.Equal(("aland", "north_wind", "borland"), (expectation.Roles["by"], expectation.Roles["of"], expectation.Roles["to"]));
        Assert.Equal(["notice"], expectation.Because);
    }

    [Fact]
    public void A_scenario_may_stand_in_another_file_than_its_agreement()
    {
        var result = Compile("scenario \"test\" of treaty {\n  2021-09-10  exercise north_wind by aland in area\n}", Text(Notice));

        Assert.Single(result.Agreements[0].Scenarios);
        Assert.Equal("file1.pacta", result.Scenarios[0].Reports[0].Place.File);
    }
}
