using NodaTime;
using Pacta.Evidence;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Reports;

namespace Pacta.Tests.Evidence;

/// <summary>What would be passed over without a word: denials that meet nothing, names that nobody knows.</summary>
public sealed class OverlookedTests
{
    private const string Exercise =
        """{"id":"r1","source":"smm","recorded":"2021-09-11","event":"north_wind","kind":"exercise","time":"2021-09-10","by":{"one_of":["aland","borland"]},"in":"zone_a","fields":{"troops":12800}}""";

    private const string Ship = """{"id":"r1","source":"smm","recorded":"2021-09-11","event":"kestrel","kind":"warship","time":"2021-09-10","of":"aland"}""";

    [Theory]
    [InlineData("""{"id":"d1","source":"smm","recorded":"2021-09-12","event":"nort_wind","kind":"exercise","polarity":"denies"}""", "\"d1\" denies \"nort_wind\", which nobody asserts")]
    [InlineData("""{"id":"d1","source":"smm","recorded":"2021-09-12","event":"north_wind","kind":"exercise","claim":"attribution","polarity":"denies","by":"cedria"}""", "\"d1\" denies that \"north_wind\" was by cedria, which nobody asserts")]
    [InlineData("""{"id":"d1","source":"smm","recorded":"2021-09-12","event":"north_wind","kind":"exercise","claim":"field","polarity":"denies","fields":{"troops":9000}}""", "\"d1\" denies \"troops\" 9,000 person of \"north_wind\", which nobody asserts")]
    [InlineData("""{"id":"d1","source":"smm","recorded":"2021-09-12","event":"north_wind","kind":"exercise","claim":"field","polarity":"denies","fields":{"tanks":5}}""", "\"d1\" denies \"tanks\" 5 of \"north_wind\", which nobody asserts")]
    public void A_denial_that_meets_nothing_is_warned_of(string denial, string headline)
    {
        var warning = Assert.Single(Check(Exercise, denial));

        Assert.Equal(("PACTA0550", Severity.Warning, headline), (warning.Code, warning.Severity, warning.Headline));
        Assert.Equal(2, warning.Labels[0].File.PositionOf(warning.Labels[0].Span.Start).Line);
    }

    [Fact]
    public void The_warning_shows_what_is_asserted_and_how_to_deny_it()
    {
        var warning = Assert.Single(Check(Exercise, """{"id":"d1","source":"smm","recorded":"2021-09-12","event":"north_wind","kind":"exercise","claim":"attribution","polarity":"denies","by":"cedria"}"""));

        Assert.Equal("asserted: aland or borland", warning.Labels[0].Message);
        Assert.Equal("\"claim\":\"attribution\",\"polarity\":\"denies\",\"by\":{\"one_of\":[\"aland\",\"borland\"]}", warning.Example);
    }

    [Theory]
    [InlineData("\"borland\"")]
    [InlineData("""{"one_of":["aland","borland"]}""")]
    public void A_denial_of_names_out_of_one_of_several_meets_it(string by) => Assert.Empty(Check(
        Exercise,
        $$"""{"id":"d1","source":"aland_gs","recorded":"2021-09-12","event":"north_wind","kind":"exercise","claim":"attribution","polarity":"denies","by":{{by}}}"""));

    [Theory]
    [InlineData("\"retracts\":[\"r1\"],\"event\":\"north_wind\",\"kind\":\"exercise\",\"time\":\"2021-09-10\"", 1)]
    [InlineData("\"retracts\":[\"r1\"],\"event\":\"south_wind\",\"kind\":\"exercise\",\"time\":\"2021-09-10\"", 0)]
    [InlineData("\"retracts\":[\"r1\"]", 0)]
    [InlineData("\"supersedes\":\"r1\",\"event\":\"north_wind\",\"kind\":\"exercise\",\"time\":\"2021-09-10\"", 0)]
    public void A_line_that_takes_back_what_it_says_again_is_warned_of(string rest, int warnings)
    {
        var said = Check(Exercise, $$"""{"id":"r2","source":"smm","recorded":"2021-09-12",{{rest}}}""").Where(d => d.Code == "PACTA0554").ToList();

        Assert.Equal(warnings, said.Count);
        Assert.All(said, d => Assert.Equal("\"r2\" takes back \"r1\" and says itself that \"north_wind\" happened", d.Headline));
    }

    [Theory]
    [InlineData("2021-09-10", 0)]
    [InlineData("2021-09-12", 1)]
    public void A_denial_about_a_thing_meets_the_observation_of_its_time(string time, int warnings) => Assert.Equal(
        warnings,
        Check(Ship, $$"""{"id":"d1","source":"smm","recorded":"2021-09-13","event":"kestrel","kind":"warship","time":"{{time}}","polarity":"denies"}""").Count(d => d.Code == "PACTA0550"));

    [Fact]
    public void A_denial_of_what_its_author_corrected_meanwhile_is_not_warned_of() => Assert.Empty(Check(
        Exercise,
        """{"id":"d1","source":"aland_gs","recorded":"2021-09-12","event":"north_wind","kind":"exercise","claim":"field","polarity":"denies","fields":{"troops":12800}}""",
        """{"id":"r2","source":"smm","recorded":"2021-09-13","event":"north_wind","kind":"exercise","time":"2021-09-10","fields":{"troops":13000}}"""));

    [Fact]
    public void A_denial_of_what_its_author_took_back_meanwhile_is_not_warned_of() => Assert.Empty(Check(
        Exercise,
        """{"id":"d1","source":"aland_gs","recorded":"2021-09-12","event":"north_wind","kind":"exercise","polarity":"denies"}""",
        """{"id":"r2","source":"smm","recorded":"2021-09-13","retracts":["r1"]}"""));

    [Theory]
    [InlineData("north_wind", null)]
    [InlineData("nort_wind", Severity.Warning)]
    [InlineData("question_7", Severity.Note)]
    public void An_event_that_no_report_is_about_is_told_of(string id, Severity? severity)
    {
        var told = Check(Exercise, $$"""{"id":"r2","source":"smm","recorded":"2021-09-13","event":"a1","kind":"reply","time":"2021-09-12","by":"aland","to":"{{id}}"}""");

        Assert.Equal(severity, told.SingleOrDefault()?.Severity);
        Assert.All(told, d => Assert.Equal(("PACTA0551", $"No report is about an event \"{id}\""), (d.Code, d.Headline)));
        Assert.Equal(severity == Severity.Warning, told.Any(d => d.Labels[0].Message == "did you mean \"north_wind\"?"));
    }

    [Fact]
    public void An_event_that_is_reported_later_is_spelt_right()
    {
        const string Early = """{"id":"r2","source":"smm","recorded":"2021-09-01","event":"a1","kind":"reply","time":"2021-09-01","by":"aland","to":"north_wind"}""";

        Assert.Empty(Check([Early, Exercise], Instant.FromUtc(2021, 9, 2, 0, 0)));
    }

    [Theory]
    [InlineData("\"in\":\"zone_a\"", null)]
    [InlineData("\"in\":\"zone_a of aland\"", null)]
    [InlineData("\"in\":\"territory of aland\"", null)]
    [InlineData("\"in\":\"zona_a\"", Severity.Warning)]
    [InlineData("\"in\":\"the_capital\"", Severity.Note)]
    [InlineData("\"distances\":{\"front\":{\"value\":12,\"unit\":\"km\"}}", null)]
    [InlineData("\"distances\":{\"frnt\":{\"value\":12,\"unit\":\"km\"}}", Severity.Warning)]
    [InlineData("\"distances\":{\"river\":{\"value\":12,\"unit\":\"km\"}}", Severity.Warning)]
    public void A_place_that_the_agreement_does_not_know_is_told_of(string member, Severity? severity)
    {
        var told = Check($$"""{"id":"r2","source":"smm","recorded":"2021-09-13","event":"x","kind":"exercise","time":"2021-09-12",{{member}}}""");

        Assert.Equal(severity, told.SingleOrDefault()?.Severity);
        Assert.All(told, d => Assert.Equal("PACTA0552", d.Code));
    }

    [Fact]
    public void A_day_that_the_zone_skipped_is_an_error_and_the_claim_is_left_out()
    {
        var bag = new DiagnosticBag();
        const string Line = """{"id":"r2","source":"smm","recorded":"2012-01-02","event":"x","kind":"exercise","time":"2011-12-30"}""";
        var file = ReportReader.Read(new SourceText("reports.jsonl", Line), bag, keepGoing: true);

        var history = HistoryBuilder.Build(file.Records, Known.Vocabulary, DateTimeZoneProviders.Tzdb["Pacific/Apia"], null, null, bag);

        Assert.Empty(history.Facts);
        var error = Assert.Single(bag.Items);
        Assert.Equal(("PACTA0553", "There was no 2011-12-30 in the time zone Pacific/Apia of the agreement"), (error.Code, error.Headline));
        Assert.Empty(Check(Line));
    }

    [Fact]
    public void A_distance_without_a_unit_shows_the_right_form()
    {
        var error = Assert.Single(Check("""{"id":"r2","source":"smm","recorded":"2021-09-13","event":"x","kind":"exercise","time":"2021-09-12","distances":{"front":12}}"""));

        Assert.Equal(("The distance from \"front\" needs a unit", "\"distances\":{\"front\":{\"value\":12,\"unit\":\"km\"}}"), (error.Headline, error.Example));
    }

    private static IReadOnlyList<Diagnostic> Check(params string[] lines) => Check(lines, null);

    private static IReadOnlyList<Diagnostic> Check(string[] lines, Instant? asOf)
    {
        var bag = new DiagnosticBag();
        var file = ReportReader.Read(new SourceText("reports.jsonl", string.Join('\n', lines)), bag, keepGoing: true);
        HistoryBuilder.Build(file.Records, Known.Vocabulary, DateTimeZone.Utc, asOf, null, bag, places: new HashSet<string>(StringComparer.Ordinal) { "zone_a", "front" });
        return bag.Items;
    }
}
