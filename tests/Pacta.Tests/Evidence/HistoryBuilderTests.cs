using NodaTime;
using Pacta.Evidence;
using Pacta.Model.Diagnostics;
using Pacta.Model.Histories;
using Pacta.Model.Reports;
using Pacta.Model.Values;
using Pacta.Tests.Reports;

namespace Pacta.Tests.Evidence;

public sealed class HistoryBuilderTests
{
    private const string Exercise =
        """{"id":"r1","source":"aland_gs","published":"2021-09-09","event":"x","kind":"exercise","time":"2021-09-10","by":"aland","in":"zone_a","fields":{"troops":12800}}""";

    [Fact]
    public void A_report_becomes_a_fact()
    {
        var history = Known.History(Exercise);

        Assert.Equal(
            """
            x: Event exercise x known 2021-09-09T00:00:00Z [r1]
              time 2021-09-10 [r1]
              by aland [r1]
              in zone_a [r1]
              troops 12,800 person [r1]
            through 2021-09-09T23:59:59Z
            """,
            Known.Text(history));
    }

    [Fact]
    public void Two_sources_give_rival_values()
    {
        var fact = Assert.Single(Known.History(
            Exercise,
            """{"id":"r2","source":"post","origin":"cedria_mod","published":"2021-09-11","event":"x","kind":"exercise","time":"2021-09-10","by":"aland","fields":{"troops":{"about":200000}}}""").Facts);

        Assert.Equal("12,800 person [r1] | about 200,000 person (180,000 to 220,000) [r2(cedria_mod)]", Known.Text(fact.Fields["troops"]));
        Assert.Equal(200_000, Assert.IsType<NumberValue>(fact.Fields["troops"].Alternatives[1].Value).About);
        Assert.Equal("aland [r1 r2(cedria_mod)]", Known.Text(fact.Roles["by"]));
        Assert.Equal(Instant.FromUtc(2021, 9, 9, 0, 0), fact.Known);
    }

    [Fact]
    public void A_source_corrects_itself_but_nobody_else()
    {
        var fact = Assert.Single(Known.History(
            Exercise,
            Exercise.Replace("r1", "r2", StringComparison.Ordinal).Replace("09-09", "09-12", StringComparison.Ordinal).Replace("12800", "13000", StringComparison.Ordinal),
            """{"id":"r3","source":"smm","published":"2021-09-13","event":"x","kind":"exercise","time":"2021-09-10","fields":{"troops":14000}}""").Facts);

        Assert.Equal("13,000 person [r2] | 14,000 person [r3]", Known.Text(fact.Fields["troops"]));
        Assert.Equal(["r1", "r2", "r3"], fact.AssertedBy.Select(r => r.Id));
    }

    [Fact]
    public void One_source_that_passes_on_two_origins_does_not_correct_itself()
    {
        const string Passed = """{"id":"r1","source":"post","origin":"aland_gs","published":"2021-09-09","event":"x","kind":"exercise","time":"2021-09-10","fields":{"tanks":100}}""";
        var fact = Assert.Single(Known.History(
            Passed,
            Passed.Replace("r1", "r2", StringComparison.Ordinal).Replace("aland_gs", "borland_gs", StringComparison.Ordinal)
                .Replace("09-09", "09-11", StringComparison.Ordinal).Replace("100", "300", StringComparison.Ordinal)).Facts);

        Assert.Equal("100 [r1(aland_gs)] | 300 [r2(borland_gs)]", Known.Text(fact.Fields["tanks"]));
    }

    [Fact]
    public void A_denial_of_the_event_stands_beside_it()
    {
        var fact = Assert.Single(Known.History(
            Exercise, """{"id":"r2","source":"borland_gs","recorded":"2021-09-11","event":"x","kind":"exercise","polarity":"denies"}""").Facts);

        Assert.True(fact.IsDenied);
        Assert.Equal(["r2"], fact.DeniedBy.Select(r => r.Id));
    }

    [Fact]
    public void An_event_that_is_only_denied_is_left_out() =>
        Assert.Empty(Known.Try(["""{"id":"r2","source":"borland_gs","recorded":"2021-09-11","event":"x","kind":"exercise","polarity":"denies"}"""]).History.Facts);

    [Fact]
    public void A_denial_of_who_did_it_or_of_a_figure_hits_that_value_alone()
    {
        var fact = Assert.Single(Known.Try(
        [
            Exercise,
            """{"id":"r2","source":"borland_gs","recorded":"2021-09-11","event":"x","kind":"exercise","claim":"attribution","polarity":"denies","by":"aland","in":"zone_a"}""",
            """{"id":"r3","source":"borland_gs","recorded":"2021-09-11","event":"x","kind":"exercise","claim":"field","polarity":"denies","fields":{"troops":12800,"tanks":5}}""",
        ]).History.Facts);

        Assert.False(fact.IsDenied);
        Assert.Equal("aland [r1 against r2]", Known.Text(fact.Roles["by"]));
        Assert.Equal("zone_a [r1]", Known.Text(fact.Roles["in"]));
        Assert.Equal("12,800 person [r1 against r3]", Known.Text(fact.Fields["troops"]));
        Assert.False(fact.Fields.ContainsKey("tanks"));
    }

    [Fact]
    public void Who_first_reports_and_then_denies_stands_by_the_denial() =>
        Assert.Empty(Known.History(Exercise, """{"id":"r2","source":"aland_gs","recorded":"2021-09-11","event":"x","kind":"exercise","polarity":"denies"}""").Facts);

    [Fact]
    public void A_retraction_takes_a_report_back_and_its_retraction_restores_it()
    {
        const string Back = """{"id":"r2","source":"aland_gs","recorded":"2021-09-11","retracts":["r1"]}""";
        const string Again = """{"id":"r3","source":"aland_gs","recorded":"2021-09-12","retracts":["r2"]}""";

        Assert.Empty(Known.History(Exercise, Back).Facts);
        Assert.Equal(Known.Text(Known.History(Exercise).Facts[0]), Known.Text(Known.History(Exercise, Back, Again).Facts[0]));
    }

    [Fact]
    public void A_correction_replaces_the_whole_report()
    {
        var fact = Assert.Single(Known.History(
            Exercise,
            """{"id":"r2","source":"aland_gs","recorded":"2021-09-11","supersedes":"r1","event":"x","kind":"exercise","time":"2021-09-11"}""").Facts);

        Assert.Equal("2021-09-11 [r2]", Known.Text(fact.Time, t => t.ToString()));
        Assert.Empty(fact.Fields);
        Assert.Equal(Instant.FromUtc(2021, 9, 11, 0, 0), fact.Known);
    }

    [Fact]
    public void One_claim_of_several_can_be_taken_back()
    {
        var history = Known.History(
            """{"id":"r1","source":"smm","recorded":"2021-09-11","claims":[{"event":"x","kind":"exercise","time":"2021-09-10"},{"event":"y","kind":"exercise","time":"2021-09-10"}]}""",
            """{"id":"r2","source":"smm","recorded":"2021-09-12","retracts":["r1#2"]}""");

        Assert.Equal(["x"], history.Facts.Select(f => f.Key));
    }

    [Fact]
    public void Taking_back_what_somebody_else_said_is_a_denial_and_is_warned_of()
    {
        var (history, bag) = Known.Try([Exercise, """{"id":"r2","source":"borland_gs","recorded":"2021-09-11","retracts":["r1"]}"""]);

        Assert.Equal(["r2"], Assert.Single(history.Facts).DeniedBy.Select(r => r.Id));
        Assert.Equal("PACTA0539", Assert.Single(bag.Items).Code);
        Assert.False(bag.HasErrors);
    }

    [Fact]
    public void Taking_back_what_somebody_else_said_denies_nothing_that_others_say_too()
    {
        var (history, _) = Known.Try(
        [
            """{"id":"r1","source":"aland_gs","recorded":"2021-09-10","event":"x","kind":"exercise","time":"2021-09-10","by":"aland","fields":{"tanks":5,"alert":true}}""",
            """{"id":"r2","source":"smm","recorded":"2021-09-11","event":"x","kind":"exercise","time":"2021-09-10","by":"aland","fields":{"tanks":7}}""",
            """{"id":"r3","source":"borland_gs","recorded":"2021-09-12","retracts":["r1"]}""",
        ]);

        var fact = Assert.Single(history.Facts);
        Assert.Empty(fact.DeniedBy);
        Assert.Equal("aland [r1 r2]", Known.Text(fact.Roles["by"]));
        Assert.Equal("5 [r1 against r3] | 7 [r2]", Known.Text(fact.Fields["tanks"]));
        Assert.Equal("yes [r1 against r3]", Known.Text(fact.Fields["alert"]));
    }

    [Fact]
    public void Whoever_takes_back_what_all_others_said_denies_the_event()
    {
        var (history, _) = Known.Try(
        [
            Exercise,
            """{"id":"r2","source":"smm","recorded":"2021-09-10","event":"x","kind":"exercise","time":"2021-09-10","by":"aland"}""",
            """{"id":"r3","source":"borland_gs","recorded":"2021-09-12","retracts":["r1","r2"]}""",
        ]);

        Assert.Equal(["r3"], Assert.Single(history.Facts).DeniedBy.Select(r => r.Id));
    }

    [Fact]
    public void Taking_back_what_somebody_else_said_takes_back_nothing_of_ones_own()
    {
        var (history, _) = Known.Try(
        [
            Exercise,
            """{"id":"r2","source":"borland_gs","recorded":"2021-09-10","event":"x","kind":"exercise","time":"2021-09-10"}""",
            """{"id":"r3","source":"borland_gs","recorded":"2021-09-12","retracts":["r1"]}""",
        ]);

        var fact = Assert.Single(history.Facts);
        Assert.Equal(["r1", "r2"], fact.AssertedBy.Select(r => r.Id));
        Assert.Empty(fact.DeniedBy);
    }

    [Theory]
    [InlineData("1", "about 1 (1)")]
    [InlineData("15", "about 15 (14 to 16)")]
    [InlineData("0", "about 0 (0)")]
    public void How_many_there_are_is_a_whole_number(string about, string expected)
    {
        var fact = Assert.Single(Known.History(
            """{"id":"r1","source":"smm","event":"w","kind":"warship","time":"2021-09-10","fields":{"count":{"about":N}}}""".Replace("N", about, StringComparison.Ordinal)).Facts);

        Assert.Equal(expected, fact.Fields["count"].Alternatives[0].Value.ToString());
    }

    [Fact]
    public void A_retraction_of_something_later_or_unknown_has_no_effect_and_is_warned_of()
    {
        var (history, bag) = Known.Try([Exercise, """{"id":"r0","source":"aland_gs","recorded":"2021-09-08","retracts":["r1","r9"]}"""]);

        Assert.Single(history.Facts);
        Assert.Equal(["PACTA0541", "PACTA0540"], bag.Items.Select(d => d.Code));
    }

    [Fact]
    public void Observations_of_a_thing_stay_apart_by_their_times()
    {
        var history = Known.History(
            """{"id":"r1","source":"smm","event":"dagmar","kind":"warship","time":"2021-09-10","of":"aland","in":"straits","fields":{"tonnage":20000}}""",
            """{"id":"r2","source":"post","event":"dagmar","kind":"warship","time":"2021-09-10","fields":{"tonnage":{"about":15000,"unit":"t"}}}""",
            """{"id":"r3","source":"smm","event":"dagmar","kind":"warship","time":"2021-09-20","outside":"straits"}""");

        Assert.Equal(["dagmar@2021-09-10", "dagmar@2021-09-20"], history.Facts.Select(f => f.Key));
        Assert.All(history.Facts, f => Assert.Equal(("dagmar", FactForm.Thing), (f.Id, f.Form)));
        Assert.Equal("20,000 t [r1] | about 15,000 t (13,500 to 16,500) [r2]", Known.Text(history.Facts[0].Fields["tonnage"]));
    }

    [Fact]
    public void Values_come_in_root_units()
    {
        var fact = Known.History(
            """{"id":"r1","source":"smm","event":"d","kind":"warship","time":"2021","fields":{"range":{"value":12,"unit":"km"}},"distances":{"coast":{"low":3,"unit":"km"}},"position":{"lat":48,"lon":37,"accuracy_m":500}}""").Facts[0];

        Assert.Equal("12,000 m [r1]", Known.Text(fact.Fields["range"]));
        Assert.Equal("3,000 or more m [r1]", Known.Text(fact.Fields["distance from coast"]));
        Assert.Equal("48 37 within 500 m [r1]", Known.Text(fact.Fields["position"]));
    }

    [Fact]
    public void The_more_special_kind_wins()
    {
        var history = Known.History(Exercise.Replace("\"fields\":{\"troops\":12800}", "\"reference\":\"p. 1\"", StringComparison.Ordinal)
            .Replace("exercise", "activity", StringComparison.Ordinal), """{"id":"r2","source":"smm","recorded":"2021-09-12","event":"x","kind":"exercise","time":"2021-09-10"}""");

        Assert.Equal("exercise", Assert.Single(history.Facts).Kind);
    }

    [Fact]
    public void The_view_as_of_a_moment_knows_only_what_was_recorded_by_then()
    {
        string[] lines = [Exercise, """{"id":"r2","source":"smm","recorded":"2021-09-20","event":"y","kind":"exercise","time":"2021-09-10"}"""];

        Assert.Equal(["x"], Known.Try(lines, asOf: "2021-09-19").History.Facts.Select(f => f.Key));
        Assert.Equal(["x", "y"], Known.Try(lines, asOf: "2021-09-20").History.Facts.Select(f => f.Key));
        Assert.Equal(Instant.FromUtc(2021, 9, 20, 0, 0) - Duration.FromNanoseconds(1), Known.Try(lines, asOf: "2021-09-19").History.Through);
        Assert.Equal(Instant.FromUtc(2022, 1, 1, 0, 0) - Duration.FromNanoseconds(1), Known.Try(lines, until: "2021").History.Through);
    }

    [Fact]
    public void Judgements_and_completeness_are_kept_and_can_be_taken_back()
    {
        var history = Known.History(
            """{"type":"judgement","id":"j1","source":"smm","matter":"hostile intent","holds":true,"time":"2021-09-10"}""",
            """{"type":"judgement","id":"j2","source":"smm","matter":"hostile intent","holds":false,"time":"2021-09-10","recorded":"2021-10-01"}""",
            """{"type":"complete","id":"k1","source":"smm","kinds":["exercise"],"through":"2021-12-31"}""",
            """{"type":"complete","id":"k2","source":"post","kinds":"all","through":"2021-12-31"}""",
            """{"id":"r1","source":"post","recorded":"2022-01-02","retracts":["k2"]}""");

        Assert.Equal("j2", Assert.Single(history.Judgements).By.Id);
        Assert.Equal("k1", Assert.Single(history.Completeness).By.Id);
    }

    [Theory]
    [InlineData("2024-05-01", "2024-03-01", false)]
    [InlineData("2024-03", "2024-03-01", false)]
    [InlineData("2024-03-02", "2024-03-01T23:59:00Z", false)]
    [InlineData("2024-03-01", "2024-03-01T09:00:00Z", true)]
    [InlineData("2024-02-29", "2024-03-01", true)]
    public void Nobody_says_that_nothing_is_missing_of_days_to_come(string through, string recorded, bool isRight)
    {
        var (history, bag) = Known.Try([$$"""{"type":"complete","id":"k1","source":"smm","kinds":"all","through":"{{through}}","recorded":"{{recorded}}"}"""]);

        Assert.Equal(isRight ? 1 : 0, history.Completeness.Length);
        Assert.Equal(isRight ? [] : [("PACTA0549", "\"through\"")], bag.Items.Select(d => (d.Code, d.Labels[0].File.Content.Substring(d.Labels[0].Span.Start, d.Labels[0].Span.Length))));
    }

    [Theory]
    [InlineData("hostile intend", "did you mean \"hostile intent\"?")]
    [InlineData("Intent hostile", "did you mean \"hostile intent\"?")]
    [InlineData("a clear hostile intent", "did you mean \"hostile intent\"?")]
    [InlineData("good weather", "no clause says this after judged")]
    public void A_judgement_on_what_no_clause_leaves_to_judgement_is_located_and_left_out(string matter, string label)
    {
        var bag = new DiagnosticBag();
        var record = Lines.One<JudgementRecord>($$"""{"type":"judgement","id":"j1","source":"smm","matter":"{{matter}}","holds":true,"time":"2021-09-10"}""");

        var history = HistoryBuilder.Build([record], Known.Vocabulary, DateTimeZone.Utc, null, null, bag, new HashSet<string> { "hostile intent" });

        Assert.Empty(history.Judgements);
        var diagnostic = Assert.Single(bag.Items);
        Assert.Equal(("PACTA0548", Severity.Error, label), (diagnostic.Code, diagnostic.Severity, diagnostic.Labels[0].Message));
        Assert.Equal($"\"{matter}\"", diagnostic.Labels[0].File.Content.Substring(diagnostic.Labels[0].Span.Start, diagnostic.Labels[0].Span.Length));
    }

    [Theory]
    [InlineData("\"kind\":\"exercise\"", "\"kind\":\"exercice\"", "PACTA0530", "\"exercice\"", "did you mean \"exercise\"?")]
    [InlineData("troops", "trops", "PACTA0531", "\"trops\"", "did you mean \"troops\"?")]
    [InlineData("\"by\":\"aland\"", "\"against\":\"aland\"", "PACTA0532", "\"against\"", "It has: by actor, in place.")]
    [InlineData("\"by\":\"aland\"", "\"by\":\"alland\"", "PACTA0536", "\"alland\"", "did you mean \"aland\"?")]
    [InlineData("\"in\":\"zone_a\"", "\"in\":\"territory of borlnd\"", "PACTA0536", "borlnd", "did you mean \"borland\"?")]
    [InlineData("12800", "\"many\"", "PACTA0535", "\"troops\"", "takes a number, and this is \"many\"")]
    [InlineData("{\"troops\":12800}", "{\"alert\":1}", "PACTA0535", "\"alert\"", "expected true or false")]
    [InlineData("12800", "{\"value\":1,\"unit\":\"km\"}", "PACTA0533", "\"km\"", "\"troops\" is measured in person.")]
    [InlineData("{\"troops\":12800}", "{\"tanks\":{\"value\":1,\"unit\":\"t\"}}", "PACTA0533", "\"t\"", "plain number")]
    [InlineData("\"fields\":{\"troops\":12800}", "\"distances\":{\"coast\":12}", "PACTA0534", "m or km?", "needs a unit")]
    public void A_claim_that_does_not_fit_the_vocabulary_is_located_and_left_out(string right, string wrong, string code, string underlined, string words)
    {
        var (history, bag) = Known.Try(["", Exercise.Replace(right, wrong, StringComparison.Ordinal)]);

        Assert.Empty(history.Facts);
        var diagnostic = Assert.Single(bag.Items);
        var label = diagnostic.Labels[0];
        Assert.Equal((code, 2), (diagnostic.Code, label.File.PositionOf(label.Span.Start).Line));
        if (code != "PACTA0534")
        {
            Assert.Equal(underlined, label.File.Content.Substring(label.Span.Start, label.Span.Length));
        }

        Assert.Contains(words, string.Join('\n', diagnostic.Headline, label.Message, diagnostic.Help), StringComparison.Ordinal);
    }

    [Fact]
    public void One_id_for_two_kinds_names_the_other_report()
    {
        var (history, bag) = Known.Try([Exercise, """{"id":"r2","source":"smm","recorded":"2021-09-12","event":"x","kind":"transit","time":"2021-09-10"}"""]);

        Assert.Equal("exercise", Assert.Single(history.Facts).Kind);
        Assert.Equal(("PACTA0537", "exercise according to \"r1\", line 1"), (bag.Items[0].Code, bag.Items[0].Labels[0].Message));
    }

    [Fact]
    public void An_event_without_any_time_is_said_so()
    {
        var (history, bag) = Known.Try(["""{"id":"r2","source":"smm","recorded":"2021-09-12","event":"x","kind":"exercise","claim":"attribution","by":"aland"}"""]);

        Assert.Empty(history.Facts);
        Assert.Equal("PACTA0547", Assert.Single(bag.Items).Code);
    }

    [Fact]
    public void A_misspelt_source_is_warned_of_once()
    {
        var (history, bag) = Known.Try([Exercise.Replace("aland_gs", "alandgs", StringComparison.Ordinal), Exercise.Replace("aland_gs", "alandgs", StringComparison.Ordinal).Replace("r1", "r2", StringComparison.Ordinal)]);

        Assert.Single(history.Facts);
        Assert.Equal(("PACTA0543", "did you mean \"aland_gs\"?"), (Assert.Single(bag.Items).Code, bag.Items[0].Labels[0].Message));
    }
}
