using System.Text;
using NodaTime;
using Pacta.Model.Diagnostics;
using Pacta.Model.Findings;
using Pacta.Model.Reports;
using Pacta.Model.Time;
using Pacta.Reports;

namespace Pacta.Tests.Reports;

public sealed class ReportReaderTests
{
    private const string Good = """{"id":"r1","source":"smm","event":"e1","kind":"exercise","time":"2021-09-10"}""";

    [Fact]
    public void A_flat_line_is_a_report_with_one_claim()
    {
        var report = Lines.One<Report>(
            """
            {"id":"r1","source":"smm","published":"2021-09-09","recorded":"2021-09-09T10:00:00Z","origin":"aland_gs","event":"north_wind","kind":"exercise","time":"2021-09-10","end":"2021-09-16","by":"aland","in":"zone_of_application","fields":{"troops":12800},"reference":"press release 12"}
            """);

        Assert.Equal(("r1", "smm", "aland_gs", "press release 12"), (report.Id, report.Source, report.Origin, report.Reference));
        Assert.Equal(Moment.OnDay(new LocalDate(2021, 9, 9)), report.Published);
        Assert.Equal(Moment.At(Instant.FromUtc(2021, 9, 9, 10, 0)), report.Recorded);
        var claim = Assert.Single(report.Claims);
        Assert.Equal(("r1", "north_wind", "exercise"), (claim.Id, claim.Event, claim.Kind));
        Assert.Equal((ClaimSubject.Occurrence, Polarity.Asserts, Basis.Unstated), (claim.Subject, claim.Polarity, claim.Basis));
        Assert.Equal(When.At(Moment.OnDay(new LocalDate(2021, 9, 10))), claim.Time);
        Assert.Equal(When.At(Moment.OnDay(new LocalDate(2021, 9, 16))), claim.End);
        Assert.Equal(new ReportedText("aland"), claim.Roles["by"]);
        Assert.Equal(new ReportedNumber(12800, 12800, null, false), claim.Fields["troops"]);
    }

    [Theory]
    [InlineData("""{"about":9000}""", 9000, 9000, null, true)]
    [InlineData("""{"low":10,"high":20,"unit":"km"}""", 10, 20, "km", false)]
    [InlineData("""{"value":12,"unit":"km"}""", 12, 12, "km", false)]
    [InlineData("""{"low":200000}""", 200000, null, null, false)]
    [InlineData("""{"high":13}""", null, 13, null, false)]
    public void A_number_may_be_exact_about_or_between(string json, int? low, int? high, string? unit, bool isAbout)
    {
        var report = Lines.One<Report>(Good[..^1] + ",\"fields\":{\"troops\":" + json + "}}");

        Assert.Equal(new ReportedNumber(low, high, unit, isAbout), report.Claims[0].Fields["troops"]);
    }

    [Fact]
    public void Roles_take_a_name_names_together_or_one_of_several()
    {
        var claim = Lines.One<Report>(Good[..^1] + ""","by":{"one_of":["aland","borland"]},"to":["cedria","aland"],"in":"straits"}""").Claims[0];

        Assert.Equal(new ReportedNames(["aland", "borland"], true), claim.Roles["by"]);
        Assert.Equal(new ReportedNames(["cedria", "aland"], false), claim.Roles["to"]);
        Assert.Equal(new ReportedText("straits"), claim.Roles["in"]);
    }

    [Fact]
    public void Distances_and_the_position_stand_among_the_fields()
    {
        var claim = Lines.One<Report>(
            Good[..^1] + ""","distances":{"contact_line":{"value":12,"unit":"km"}},"position":{"lat":48.02,"lon":37.8,"accuracy_m":500}}""").Claims[0];

        Assert.Equal(new ReportedNumber(12, 12, "km", false), claim.Fields["distance from contact_line"]);
        Assert.Equal(new ReportedPosition(48.02, 37.8, 500), claim.Fields["position"]);
    }

    [Theory]
    [InlineData("\"2021\"", "2021..2021")]
    [InlineData("\"2021-09\"", "2021-09..2021-09")]
    [InlineData("\"2021-09-10T14:30\"", "2021-09-10T14:30:00..2021-09-10T14:30:00")]
    [InlineData("\"2021-09-10 14:30:05.25\"", "2021-09-10T14:30:05.25..2021-09-10T14:30:05.25")]
    [InlineData("\"2021-09-10T14:30:00+02:00\"", "2021-09-10T12:30:00Z..2021-09-10T12:30:00Z")]
    [InlineData("""{"from":"2021-09-10","to":"2021-10"}""", "2021-09-10..2021-10")]
    public void A_time_is_written_as_exactly_as_it_is_known(string json, string expected)
    {
        var time = Lines.One<Report>(Good.Replace("\"2021-09-10\"", json, StringComparison.Ordinal)).Claims[0].Time;

        Assert.NotNull(time);
        Assert.Equal(expected, MomentText.Format(time.From) + ".." + MomentText.Format(time.To));
    }

    [Fact]
    public void Several_claims_in_one_report_have_ids_of_their_own()
    {
        var report = Lines.One<Report>(
            """
            {"id":"r1","source":"smm","claims":[{"event":"e1","kind":"exercise","time":"2021"},{"id":"c7","event":"e1","kind":"exercise","claim":"field","polarity":"denies","fields":{"troops":200000}}]}
            """);

        Assert.Equal(["r1#1", "c7"], report.Claims.Select(c => c.Id));
        Assert.Equal((ClaimSubject.Field, Polarity.Denies), (report.Claims[1].Subject, report.Claims[1].Polarity));
    }

    [Fact]
    public void The_other_types_of_record_are_read()
    {
        var (file, bag) = Lines.Read(
            """{"type":"complete","id":"k1","source":"smm","kinds":["exercise"],"through":"2021-12-31"}""",
            """{"type":"complete","id":"k2","source":"smm","kinds":"all","through":"2021"}""",
            """{"type":"judgement","id":"j1","source":"smm","matter":"the current security environment","holds":false,"time":"2021"}""",
            """{"type":"coverage","id":"v1","source":"smm","place":"donetsk","period":{"from":"2021-09-01","to":"2021-09-30"},"means":"patrols"}""",
            """{"type":"grade","id":"g1","assessor":"desk","target":"r1","code":"B2","why":"seen twice","recorded":"2021"}""",
            """{"type":"count","id":"n1","source":"smm","kind":"exercise","number":{"about":159},"period":"2021-09"}""",
            """{"type":"determination","id":"d1","body":"joint_commission","date":"2021-10-01","text":"No breach was found.","clause":"38","by":"borland","decision":"consistent"}""");

        Assert.Empty(bag.Items);
        Assert.Equal(7, file.Records.Length);
        Assert.Equal(["exercise"], Assert.IsType<CompletenessRecord>(file.Records[0]).Kinds);
        Assert.Empty(Assert.IsType<CompletenessRecord>(file.Records[1]).Kinds);
        Assert.False(Assert.IsType<JudgementRecord>(file.Records[2]).Holds);
        Assert.Equal(("donetsk", "patrols"), (Assert.IsType<CoverageRecord>(file.Records[3]).Area, ((CoverageRecord)file.Records[3]).Means));
        Assert.Equal(('B', '2'), (Assert.IsType<GradeRecord>(file.Records[4]).Reliability, ((GradeRecord)file.Records[4]).Credibility));
        Assert.Equal(new ReportedNumber(159, 159, null, true), Assert.IsType<CountRecord>(file.Records[5]).Number);
        var determination = Assert.IsType<DeterminationRecord>(file.Records[6]);
        Assert.Equal(new DeterminationSubject(null, "38", ["borland"], []), determination.About);
        Assert.Equal(ClauseState.Met, determination.Decision);
    }

    [Fact]
    public void A_typo_in_a_member_is_an_error_with_the_nearest_name()
    {
        var wrong = Lines.Wrong(Good, """{"id":"r2","sorce":"smm","source":"smm","event":"e1","kind":"exercise","time":"2021-09-10"}""");

        Assert.Equal(("PACTA0505", 2, 12, "\"sorce\""), (wrong.Diagnostic.Code, wrong.Line, wrong.Column, wrong.Underlined));
        Assert.Equal("did you mean \"source\"?", wrong.Diagnostic.Labels[0].Message);
    }

    [Fact]
    public void The_thirtieth_of_February_is_no_day()
    {
        var wrong = Lines.Wrong(Good.Replace("2021-09-10", "2021-02-30", StringComparison.Ordinal));

        Assert.Equal(("PACTA0509", 1, "\"2021-02-30\""), (wrong.Diagnostic.Code, wrong.Line, wrong.Underlined));
        Assert.Equal("There is no day \"2021-02-30\" in the calendar", wrong.Diagnostic.Headline);
    }

    [Theory]
    [InlineData("\"10.09.2021\"", "PACTA0508")]
    [InlineData("\"21-09-10\"", "PACTA0508")]
    [InlineData("\"2021-9-10\"", "PACTA0508")]
    [InlineData("\"0999\"", "PACTA0508")]
    [InlineData("\"2021-13\"", "PACTA0509")]
    [InlineData("\"2021-09-10T24:00\"", "PACTA0509")]
    [InlineData("\"2021-09-10T10:00+19:00\"", "PACTA0509")]
    [InlineData("20210910", "PACTA0507")]
    [InlineData("null", "PACTA0507")]
    [InlineData("""{"from":"2021-09-12","to":"2021-09-10"}""", "PACTA0510")]
    [InlineData("""{"from":"2021-09-12"}""", "PACTA0506")]
    public void A_wrong_time_is_an_error_at_its_place(string json, string code)
    {
        var wrong = Lines.Wrong(Good.Replace("\"2021-09-10\"", json, StringComparison.Ordinal));

        Assert.Equal((code, 1), (wrong.Diagnostic.Code, wrong.Line));
        Assert.True(wrong.Column >= Good.IndexOf("\"2021-09-10\"", StringComparison.Ordinal) + 1);
    }

    [Theory]
    [InlineData("""{"id":"r1","source":"smm","event":"e1","kind":"exercise"}""", "PACTA0506", "time")]
    [InlineData("""{"id":"r1","event":"e1","kind":"exercise","time":"2021"}""", "PACTA0506", "source")]
    [InlineData("""{"source":"smm","event":"e1","kind":"exercise","time":"2021"}""", "PACTA0506", "id")]
    [InlineData("""{"id":"r1","source":"smm","recorded":"2021"}""", "PACTA0515", "says nothing")]
    [InlineData("""{"id":"r1","source":"smm","retracts":["r0"]}""", "PACTA0506", "recorded")]
    [InlineData("""{"id":"r1","id":"r2","source":"smm","event":"e1","kind":"exercise","time":"2021"}""", "PACTA0504", "stands twice")]
    [InlineData("""{"id":"r1","source":"smm","event":"e1","kind":"exercise","time":"2021","polarity":"denied"}""", "PACTA0511", "did you mean \"denies\"")]
    [InlineData("""{"id":"r1","source":"smm","recorded":"2021","event":"e1","kind":"exercise","polarity":"denied"}""", "PACTA0511", "did you mean \"denies\"")]
    [InlineData("""{"id":"r1","source":"smm","event":"e1","kind":"exercise","time":"2021","claim":"attribution","polarity":"denied"}""", "PACTA0511", "did you mean \"denies\"")]
    [InlineData("""{"id":"r1","source":"smm","event":"e1","kind":"exercise","time":"2021","distances":{"front":"12 km"}}""", "PACTA0507", "{\"distances\":{\"front\":{\"value\":12,\"unit\":\"km\"}}}")]
    [InlineData("""{"id":"r1","source":"smm","event":"e1","kind":"exercise","time":"2021","distances":{"front":{"km":12}}}""", "PACTA0507", "{\"distances\":{\"front\":{\"value\":12,\"unit\":\"km\"}}}")]
    [InlineData("""{"id":"r1","source":"smm","event":"e1","kind":"exercise","time":"2021","distances":{"value":12,"unit":"km"}}""", "PACTA0507", "distance from what?")]
    [InlineData("""{"id":"r1","source":"smm","event":"e1","kind":"exercise","time":"2021","fields":{"troops":null}}""", "PACTA0507", "Leave the member out")]
    [InlineData("""{"id":"r1","source":"smm","event":"e1","kind":"exercise","time":"2021","fields":{"troops":{"low":20,"high":10}}}""", "PACTA0513", "more than \"high\"")]
    [InlineData("""{"id":"r1","source":"smm","event":"e1","kind":"exercise","time":"2021","fields":{"troops":{"value":19,"about":20}}}""", "PACTA0507", "this has several")]
    [InlineData("""{"id":"r1","source":"smm","event":"e1","kind":"exercise","time":"2021","fields":{"troops":1e40}}""", "PACTA0513", "too large")]
    [InlineData("""{"id":"r1","source":"smm","event":"e1","kind":"exercise","time":"2021","position":{"lat":91,"lon":0,"accuracy_m":1}}""", "PACTA0516", "between -90 and 90")]
    [InlineData("""{"id":"r1","source":"smm","event":"e1","kind":"exercise","time":"2021","position":{"lat":9,"lon":0}}""", "PACTA0506", "accuracy_m")]
    [InlineData("""{"id":"r1","source":"smm","event":"e1","kind":"exercise","time":"2021","end":"2020"}""", "PACTA0510", "before")]
    [InlineData("""{"id":"r1","source":"smm","event":"e1","kind":"exercise","time":"2021","fields":{"count":-3}}""", "PACTA0513", "not a whole number from 0 on")]
    [InlineData("""{"id":"r1","source":"smm","event":"e1","kind":"exercise","time":"2021","fields":{"count":2.5}}""", "PACTA0513", "not a whole number from 0 on")]
    [InlineData("""{"id":"r1","source":" smm","event":"e1","kind":"exercise","time":"2021"}""", "PACTA0512", "blank")]
    [InlineData("""{"id":"r1","source":"smm","event":"e@1","kind":"exercise","time":"2021"}""", "PACTA0512", "@")]
    [InlineData("""{"id":"r1","source":"smm","event":"e1","kind":"exercise","claim":"attribution","polarity":"denies"}""", "PACTA0506", "by")]
    [InlineData("""{"type":"raport","id":"r1"}""", "PACTA0511", "did you mean \"report\"")]
    [InlineData("""{"type":"grade","id":"g1","assessor":"desk","target":"r1","code":"G2","why":"?","recorded":"2021"}""", "PACTA0511", "A to F")]
    [InlineData("""{"type":"complete","id":"k1","source":"smm","through":"2021"}""", "PACTA0506", "kinds")]
    [InlineData("""[1]""", "PACTA0503", "a list")]
    [InlineData("""{"id":"r1",}""", "PACTA0502", "not JSON")]
    [InlineData("""{"id":"\ud800"}""", "PACTA0502", "not JSON")]
    [InlineData("""{'id':'r1'}""", "PACTA0502", "not JSON")]
    public void What_is_wrong_is_said_with_a_code_and_in_words(string line, string code, string words)
    {
        var wrong = Lines.Wrong(line);

        Assert.Equal(code, wrong.Diagnostic.Code);
        Assert.Contains(words, string.Join('\n', wrong.Diagnostic.Headline, wrong.Diagnostic.Labels[0].Message, wrong.Diagnostic.Help, wrong.Diagnostic.Example), StringComparison.Ordinal);
        Assert.NotNull(wrong.Diagnostic.Help);
    }

    [Theory]
    [InlineData("-3")]
    [InlineData("2.5")]
    [InlineData("{\"low\":1,\"high\":2.5}")]
    public void A_count_that_counts_nothing_is_underlined(string count)
    {
        var wrong = Lines.Wrong(Good.Replace("\"time\":", $"\"fields\":{{\"count\":{count}}},\"time\":", StringComparison.Ordinal));

        Assert.Equal(("PACTA0513", count), (wrong.Diagnostic.Code, wrong.Underlined));
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void A_name_has_two_hundred_characters_at_most(int length, bool isRight)
    {
        // Each of these letters takes two places in memory and counts once.
        var (_, bag) = Lines.Read(Good.Replace("\"e1\"", $"\"{string.Concat(Enumerable.Repeat("😀", length))}\"", StringComparison.Ordinal));

        Assert.Equal(isRight ? [] : ["\"event\" has 201 characters; a name has 200 at most"], bag.Items.Select(d => d.Headline));
    }

    [Fact]
    public void The_lines_around_a_wrong_one_are_read()
    {
        var (file, bag) = Lines.Read(Good, "", "{oops", Good.Replace("r1", "r2", StringComparison.Ordinal));

        Assert.Equal((3, 1), (file.Lines, file.Skipped));
        Assert.Equal(["r1", "r2"], file.Records.Select(r => r.Id));
        Assert.Equal([1, 4], file.Records.Select(r => r.Place.Line));
        Assert.Equal(3, Assert.Single(bag.Items).Labels[0].File.PositionOf(bag.Items[0].Labels[0].Span.Start).Line);
    }

    [Fact]
    public void An_exact_copy_of_a_line_counts_once()
    {
        var copy = """{"source":"smm","id":"r1","kind":"exercise","event":"e1","time":"2021-09-10"}""";
        var (file, bag) = Lines.Read(Good, Good, copy);

        Assert.Empty(bag.Items);
        Assert.Single(file.Records);
    }

    [Fact]
    public void The_same_id_for_something_else_names_both_lines()
    {
        var wrong = Lines.Wrong(Good, Good.Replace("e1", "e2", StringComparison.Ordinal));

        Assert.Equal(("PACTA0514", 2, "\"r1\""), (wrong.Diagnostic.Code, wrong.Line, wrong.Underlined));
        Assert.StartsWith("Lines 1 and 2 have the same id \"r1\"", wrong.Diagnostic.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void The_column_counts_characters_and_not_bytes()
    {
        var wrong = Lines.Wrong("""{"reference":"Указ 😀","id":"r1","source":"smm","event":"e1","kind":"exercise","time":"2021-02-30"}""");

        Assert.Equal("\"2021-02-30\"", wrong.Underlined);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_an_error_of_their_line()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Good + "\n{\"id\":\""), 0xE9, .. Encoding.UTF8.GetBytes("\"}\n")];
        var bag = new DiagnosticBag();
        var file = ReportReader.Read("reports.jsonl", new MemoryStream(bytes), bag, keepGoing: true);

        Assert.Single(file.Records);
        var diagnostic = Assert.Single(bag.Items);
        Assert.Equal("PACTA0501", diagnostic.Code);
        Assert.Equal(new Model.Text.LinePosition(2, 8), diagnostic.Labels[0].File.PositionOf(diagnostic.Labels[0].Span.Start));
    }

    [Fact]
    public void A_byte_order_mark_and_Windows_line_ends_do_not_matter()
    {
        var bag = new DiagnosticBag();
        var file = ReportReader.Read("reports.jsonl", new MemoryStream(Encoding.UTF8.GetBytes("\ufeff" + Good + "\r\n\r\n")), bag, keepGoing: false);

        Assert.Empty(bag.Items);
        Assert.Equal((1, 1), (file.Records.Length, file.Lines));
    }

    [Fact]
    public void A_reader_that_will_not_go_on_stops_after_a_hundred_faulty_lines()
    {
        var text = new Model.Text.SourceText("reports.jsonl", string.Join('\n', Enumerable.Repeat("{oops", 500)));
        var (stopping, going) = (new DiagnosticBag(), new DiagnosticBag());

        Assert.Equal(100, ReportReader.Read(text, stopping, keepGoing: false).Skipped);
        Assert.Equal("PACTA0517", stopping.Items[^1].Code);
        Assert.Equal(500, ReportReader.Read(text, going, keepGoing: true).Skipped);
        Assert.Equal(500, going.Items.Count);
    }
}
