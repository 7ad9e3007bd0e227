using System.Collections.Immutable;
using NodaTime;
using Pacta.Checking;
using Pacta.Evidence;
using Pacta.Language.Compilation;
using Pacta.Logic.Monitoring;
using Pacta.Logic.Reference;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Model.Time;
using Pacta.Model.Values;
using Pacta.Reports;

namespace Pacta.Tests.Logic.Monitoring;

/// <summary>What a quick look at a duty goes by, one thing at a time: at the bounds, and where it has to leave the duty to the rules.</summary>
public sealed class ScreenTests
{
    private const string Answers = """
        clause answers {
          when explanation_request r by A to B
          B must give reply to r within 48 hours after r
        }
        """;

    private const string Notice = """
        clause notice {
          when exercise x by A
          A must give notification of x to cedria no later than start of x
        }
        """;

    /// <summary>The bound itself is where relations differ that are easily taken for each other.</summary>
    [Theory]
    [InlineData("troops of x at least 9_000", 8_999, false)]
    [InlineData("troops of x at least 9_000", 9_000, true)]
    [InlineData("troops of x more than 9_000", 9_000, false)]
    [InlineData("troops of x more than 9_000", 9_001, true)]
    [InlineData("troops of x at most 9_000", 9_000, true)]
    [InlineData("troops of x at most 9_000", 9_001, false)]
    [InlineData("troops of x less than 9_000", 8_999, true)]
    [InlineData("troops of x less than 9_000", 9_000, false)]
    [InlineData("9_000 at least troops of x", 9_000, true)]
    [InlineData("9_000 at least troops of x", 9_001, false)]
    [InlineData("9_000 more than troops of x", 8_999, true)]
    [InlineData("9_000 more than troops of x", 9_000, false)]
    [InlineData("9_000 at most troops of x", 8_999, false)]
    [InlineData("9_000 at most troops of x", 9_000, true)]
    [InlineData("9_000 less than troops of x", 9_000, false)]
    [InlineData("9_000 less than troops of x", 9_001, true)]
    public void A_field_is_held_against_its_bound_as_the_text_says(string where, int troops, bool opens)
    {
        var agreement = Compiled($"clause notice {{\n when exercise x by A where {where}\n A must give notification of x to cedria no later than start of x\n}}");
        var counted = Counted(agreement,
        [
            Line("x1", "exercise", "2020-03-10T12:00:00Z", $"\"by\":\"aland\",\"fields\":{{\"troops\":{troops}}}"),
            Line("n1", "notification", "2020-03-01T12:00:00Z", "\"by\":\"aland\",\"of\":\"x1\",\"to\":\"cedria\""),
        ]);

        Assert.Equal(opens ? 1 : 0, counted);
    }

    /// <summary>From the moment that opens the duty through the last of its 48 hours, both included.</summary>
    [Theory]
    [InlineData("2020-03-01T11:59:59Z", false)]
    [InlineData("2020-03-01T12:00:00Z", true)]
    [InlineData("2020-03-03T12:00:00Z", true)]
    [InlineData("2020-03-03T12:00:01Z", false)]
    public void The_ends_of_a_window_belong_to_it(string replied, bool isCounted) =>
        Assert.Equal(isCounted ? 1 : 0, Counted(Compiled(Answers), Asked("2020-03-01T12:00:00Z"), Replied(replied)));

    [Fact]
    public void An_act_that_comes_too_early_is_told_also_beside_one_in_time() =>
        Assert.Equal(0, Counted(Compiled(Answers), Asked("2020-03-01T12:00:00Z"), Replied("2020-02-28T12:00:00Z", "a0"), Replied("2020-03-02T12:00:00Z")));

    [Fact]
    public void What_somebody_else_does_meets_no_duty() =>
        Assert.Equal(0, Counted(Compiled(Answers), Asked("2020-03-01T12:00:00Z"), Line("a1", "reply", "2020-03-02T12:00:00Z", "\"by\":\"cedria\",\"to\":\"r1\"")));

    /// <summary>The whole window lies where the duty does not bind, so that only the moment at which it opens can tell.</summary>
    [Theory]
    [InlineData("", 2019, 12, 10, false)]
    [InlineData("", 2020, 3, 1, true)]
    [InlineData("expires 2020-06-30", 2020, 3, 1, true)]
    [InlineData("expires 2020-06-30", 2020, 9, 1, false)]
    [InlineData("suspended by borland as from 2020-02-01 until 2020-03-31", 2020, 3, 1, false)]
    [InlineData("suspended by borland as from 2020-02-01 until 2020-03-31", 2020, 9, 1, true)]
    [InlineData("withdrawn by aland as from 2020-02-01", 2020, 3, 1, false)]
    public void A_duty_that_does_not_bind_when_it_would_open_is_not_met(string head, int year, int month, int day, bool isCounted)
    {
        var asked = new LocalDateTime(year, month, day, 12, 0);

        Assert.Equal(isCounted ? 1 : 0, Counted(Compiled(Answers, head: head), Asked($"{asked:uuuu-MM-ddTHH:mm:ss}Z"), Replied($"{asked.PlusHours(1):uuuu-MM-ddTHH:mm:ss}Z")));
    }

    /// <summary>By the clock of Vienna twelve is eleven in UTC. Of a span it is not known when in it.</summary>
    [Theory]
    [InlineData("\"2020-03-01T12:00:00\"", "2020-03-03T11:00:00Z", true)]
    [InlineData("\"2020-03-01T12:00:00\"", "2020-03-03T11:30:00Z", false)]
    [InlineData("\"2020-03-01T12:00:00\"", "2020-03-01T11:30:00Z", true)]
    [InlineData("\"2020-03-01T12:00:00+01:00\"", "2020-03-03T11:30:00Z", false)]
    [InlineData("\"2020-03-01\"", "2020-03-01T12:00:00Z", true)]
    [InlineData("{\"from\":\"2020-03-01T12:00:00Z\",\"to\":\"2020-03-01T18:00:00Z\"}", "2020-03-01T15:00:00Z", false)]
    public void When_a_duty_opens_is_read_by_the_clock_of_the_agreement(string asked, string replied, bool isCounted) =>
        Assert.Equal(isCounted ? 1 : 0, Counted(Compiled(Answers, "Europe/Vienna"), Line("r1", "explanation_request", asked, "\"by\":\"aland\",\"to\":\"borland\""), Replied(replied)));

    [Theory]
    [InlineData("\"2020-03-01T12:00:00\"", null)]
    [InlineData("\"2020-03-01\"", null)]
    [InlineData("\"2020-03\"", null)]
    [InlineData("{\"from\":\"2020-03-01T12:00:00Z\",\"to\":\"2020-03-01T18:00:00Z\"}", null)]
    [InlineData("{\"from\":\"2020-03-01T12:00:00Z\",\"to\":\"2020-03-01T18:00:00\"}", null)]
    [InlineData("\"2020-03-01T12:00:00Z\"", "2020-03-01T12:00:00Z")]
    [InlineData("\"2020-03-01T12:00:00+01:00\"", "2020-03-01T11:00:00Z")]
    public void A_time_is_the_same_in_every_zone_only_where_it_was_stated_with_its_offset(string time, string? exact)
    {
        var fact = Assert.Single(HistoryOf(Compiled(Answers, "Europe/Vienna"), [Line("r1", "explanation_request", time, "\"by\":\"aland\",\"to\":\"borland\"")]).Facts);

        Assert.Equal(exact, fact.ExactTime is { } at ? NodaTime.Text.InstantPattern.General.Format(at) : null);
    }

    [Fact]
    public void An_exception_may_excuse_what_was_done()
    {
        var agreement = Compiled(Notice + "\nexception alert to notice { if x is alert }");
        var notified = Line("n1", "notification", "2020-03-01T12:00:00Z", "\"by\":\"aland\",\"of\":\"x1\",\"to\":\"cedria\"");

        Assert.Equal(0, Counted(agreement, Line("x1", "exercise", "2020-03-10T12:00:00Z", "\"by\":\"aland\",\"fields\":{\"alert\":true}"), notified));
        Assert.Equal(1, Counted(agreement, Line("x1", "exercise", "2020-03-10T12:00:00Z", "\"by\":\"aland\",\"fields\":{\"alert\":false}"), notified));
    }

    /// <summary>Whether it is plainly met is looked for without steps; what was found of the other clause on the way tells its own when they are wanted.</summary>
    [Fact]
    public void An_excuse_that_is_the_state_of_another_clause_tells_why_that_clause_is_so()
    {
        var agreement = Compiled(
            """
            clause notice {
              when exercise x by A
              A must give notification of x to cedria within 20 days after x
            }
            clause answers {
              when explanation_request r by A to B
              B must give reply to r within 48 hours after r unless notice is open
            }
            """);

        Assert.Equal(0, Counted(agreement, Line("x1", "exercise", "2020-02-25T12:00:00Z", "\"by\":\"borland\""), Asked("2020-03-01T12:00:00Z"), Replied("2020-03-02T12:00:00Z")));
    }

    /// <summary>Of what opens the duty, and of the act by which it is met.</summary>
    [Theory]
    [InlineData("r1", "explanation_request")]
    [InlineData("a1", "reply")]
    public void What_somebody_says_did_not_happen_is_not_counted(string denied, string kind) => Assert.Equal(
        0,
        Counted(
            Compiled(Answers), Asked("2020-03-01T12:00:00Z"), Replied("2020-03-02T12:00:00Z"),
            $$"""{"id":"d1","source":"alpha","recorded":"2020-12-31T00:00:00Z","event":"{{denied}}","kind":"{{kind}}","polarity":"denies"}"""));

    /// <summary>A reply to nobody knows what may be the one that is owed; one that may be to this request and came before it is told.</summary>
    [Fact]
    public void An_act_that_leaves_a_role_open_may_be_the_one()
    {
        var (agreement, open) = (Compiled(Answers), "\"by\":\"borland\"");
        var alone = Assert.Single(ReferenceEvaluator.Evaluate(agreement, HistoryOf(agreement, [Asked("2020-03-01T12:00:00Z"), Line("a0", "reply", "2020-03-02T12:00:00Z", open)])));

        Assert.NotEqual(Certainty.Certain, alone.Certainty);
        Assert.Contains(ClauseState.Met, alone.States);
        Assert.Equal(1, Counted(agreement, Asked("2020-03-01T12:00:00Z"), Replied("2020-03-02T12:00:00Z")));
        Assert.Equal(0, Counted(agreement, Asked("2020-03-01T12:00:00Z"), Replied("2020-03-02T12:00:00Z"), Line("a0", "reply", "2020-02-28T12:00:00Z", open)));
    }

    /// <summary>What the request is about hangs on another event, which the parties do not describe: the request itself is the same to them.</summary>
    [Fact]
    public void What_hangs_on_another_event_is_not_taken_over_where_that_event_is_seen_otherwise()
    {
        var agreement = Compiled(
            """
            clause answers {
              when explanation_request r of x by A to B where x is large_exercise
              B must give reply to r within 48 hours after r
            }
            """,
            perspectives: "perspective of_parties { accepts party }");
        var under = Under(
            agreement,
            Line("x1", "exercise", "2020-02-01T12:00:00Z", "\"by\":\"aland\"", "alpha", "x1a"),
            Line("x1", "exercise", "2020-02-01T12:00:00Z", "\"by\":\"aland\",\"fields\":{\"troops\":12000}", "watch", "x1w"),
            Line("r1", "explanation_request", "2020-03-01T12:00:00Z", "\"by\":\"aland\",\"of\":\"x1\",\"to\":\"borland\"", "alpha"),
            Line("a1", "reply", "2020-03-02T12:00:00Z", "\"by\":\"borland\",\"to\":\"r1\"", "alpha"));

        var finding = Assert.Single(under);
        Assert.NotEqual(Certainty.Certain, finding.Certainty);
    }

    /// <summary>To all the reply is owed to Aland; the parties do not say who asked, and to them it is owed to nobody in particular. To both it is met.</summary>
    [Fact]
    public void What_is_met_towards_somebody_else_is_not_counted_as_the_same()
    {
        var agreement = Compiled(Answers.Replace(" by A", string.Empty, StringComparison.Ordinal), perspectives: "perspective of_parties { accepts party }");
        string[] lines =
        [
            Line("x0", "exercise", "2020-01-10T12:00:00Z", "\"by\":\"aland\"", "alpha"),
            Line("r1", "explanation_request", "2020-03-01T12:00:00Z", "\"to\":\"borland\"", "alpha", "r1a"),
            Line("r1", "explanation_request", "2020-03-01T12:00:00Z", "\"by\":\"aland\",\"to\":\"borland\"", "watch", "r1w"),
            Line("a1", "reply", "2020-03-02T12:00:00Z", "\"by\":\"borland\",\"to\":\"r1\"", "alpha"),
        ];

        Assert.Null(Assert.Single(Under(agreement, lines)).Beneficiary);
        Assert.Equal("aland", Assert.Single(Checked(agreement, lines).Findings).Beneficiary);
    }

    /// <summary>Where nobody uses it, the event that gives it is not even looked at.</summary>
    [Theory]
    [InlineData(true, "Exercised", 1)]
    [InlineData(false, "", 0)]
    public void A_power_that_an_event_gives_is_found_where_somebody_uses_it(bool isUsed, string found, int evaluations)
    {
        var agreement = Compiled("clause notice {\n when explanation_request r by A to B\n A has power to give notification to B\n}");
        string[] used = isUsed ? [Line("n1", "notification", "2020-03-05T12:00:00Z", "\"by\":\"aland\",\"of\":\"x1\",\"to\":\"borland\"")] : [];
        var history = HistoryOf(agreement,
        [
            Line("x1", "exercise", "2020-02-10T12:00:00Z", "\"by\":\"borland\""),
            Asked("2020-03-01T12:00:00Z"),
            .. used,
        ]);
        var monitor = new NormMonitor(agreement, history);
        Assert.Null(Structure.Difference(ReferenceEvaluator.Evaluate(agreement, history), monitor.Findings));
        Assert.Equal(found, string.Join(", ", monitor.Findings.Select(f => f.State)));
        Assert.Equal(evaluations, monitor.Evaluations);
    }

    /// <summary>
    /// A reply is in time however the clause is read, unless one reading wants another kind of reply, or somebody has judged that it need not be given. What is met in every
    /// reading is not evaluated at all; what might have excused and was not reported is noted.
    /// </summary>
    [Theory]
    [InlineData("", "2020-03-02T12:00:00Z", 1, 0)]
    [InlineData("", "2020-03-04T12:00:00Z", 0, 1)]
    [InlineData(",\"fields\":{\"bare\":true}", "2020-03-02T12:00:00Z", 0, 1)]
    [InlineData("judged", "2020-03-02T12:00:00Z", 0, 1)]
    public void A_duty_is_met_at_a_glance_where_every_reading_has_it_so(string reply, string replied, int counted, int evaluations)
    {
        var agreement = Compiled(
            """
            define full_reply (full_replies) { means reply a where a is not bare }
            clause answers {
              when explanation_request r by A to B
              reading any_reply { B must give reply to r within 48 hours after r }
              reading full_ones by aland { B must give full_reply to r within 48 hours after r }
              reading unusual by borland { B must give reply to r within 48 hours after r unless judged "nothing unusual" }
            }
            """);
        var isJudged = reply == "judged";
        string[] lines =
        [
            Asked("2020-03-01T12:00:00Z"),
            Line("a1", "reply", replied, "\"by\":\"borland\",\"to\":\"r1\"" + (isJudged || reply.Length == 0 ? ",\"fields\":{\"bare\":false}" : reply)),
            .. isJudged ? [Judged("j1", "2020-02-01", true), Judged("j2", "2020-06-01", false)] : Array.Empty<string>(),
        ];

        Assert.Equal(counted, Counted(agreement, lines));
        var monitor = new NormMonitor(agreement, HistoryOf(agreement, lines), mostListed: 0);
        Assert.Equal(evaluations, monitor.Evaluations);
        Assert.Equal(
            counted == 1 ? ["UnlessNotReported"] : [],
            monitor.Plain.SelectMany(p => p.Example.Notes).Select(n => $"{n.Code}"));

        // It is no longer so at the end; at the request it was.
        static string Judged(string id, string day, bool holds) =>
            $$"""{"type":"judgement","id":"{{id}}","source":"alpha","recorded":"{{day}}","matter":"nothing unusual","holds":{{(holds ? "true" : "false")}},"time":"{{day}}"}""";
    }

    /// <summary>What the noun means that is to be done, or that opens the duty, is read in two ways: the duty is the same in words only, and met where it is so in both.</summary>
    [Theory]
    [InlineData("full_reply", "explanation_request", false, 1)]
    [InlineData("full_reply", "explanation_request", true, 0)]
    [InlineData("reply", "open_request", false, 1)]
    [InlineData("reply", "open_request", true, 0)]
    public void A_duty_in_the_same_words_is_another_where_a_noun_of_it_is_read_otherwise(string act, string opens, bool isBare, int counted)
    {
        var agreement = Compiled(
            $$"""
            define full_reply (full_replies) {
              reading any_sort { means reply a }
              reading not_bare { means reply a where a is not bare }
            }
            define open_request (open_requests) {
              reading any_sort { means explanation_request r }
              reading answered { means explanation_request r where r is not bare }
            }
            clause answers {
              when {{opens}} r by A to B
              B must give {{act}} to r within 48 hours after r
            }
            """);
        var bare = $",\"fields\":{{\"bare\":{(isBare ? "true" : "false")}}}";

        Assert.Equal(counted, Counted(
            agreement,
            Line("r1", "explanation_request", "2020-03-01T12:00:00Z", "\"by\":\"aland\",\"to\":\"borland\"" + bare),
            Line("a1", "reply", "2020-03-02T12:00:00Z", "\"by\":\"borland\",\"to\":\"r1\"" + bare)));
    }

    /// <summary>What is plain to one and disputed to all is counted by nobody: it is told to both, and each tells it as it is to him.</summary>
    [Fact]
    public void What_only_a_perspective_would_count_is_listed_by_it()
    {
        var agreement = Compiled(Answers, perspectives: "perspective of_monitors { accepts monitor }");
        string[] lines =
        [
            Asked("2020-03-01T12:00:00Z"),
            Replied("2020-03-02T12:00:00Z"),
            Line("a1", "reply", "2020-03-02T12:00:00Z", "\"polarity\":\"denies\"", "alpha", "no_a1"),
            Line("r2", "explanation_request", "2020-04-01T12:00:00Z", "\"by\":\"aland\",\"to\":\"borland\""),
            Line("a2", "reply", "2020-04-02T12:00:00Z", "\"by\":\"borland\",\"to\":\"r2\""),
        ];
        var all = Checked(agreement, lines);

        Assert.Equal(1, Assert.Single(all.Plain).Count);
        var (disputed, seen) = (Assert.Single(all.Findings), Assert.Single(Assert.Single(all.Perspectives).Findings));
        Assert.Equal((Certainty.Contested, "r1", disputed.Id), (disputed.Certainty, disputed.Trigger[0], seen.Id));
        Assert.Equal((Certainty.Certain, ClauseState.Met), (seen.Certainty, seen.State));
    }

    /// <summary>Every perspective beside all sources finds what it finds by itself: here, what the only one does.</summary>
    private static ImmutableArray<Finding> Under(Agreement agreement, params string[] lines)
    {
        var under = Assert.Single(Checked(agreement, lines).Perspectives);
        var alone = Checker.Check(RequestOf(agreement, lines) with { Perspective = under.Name }).Agreements[0].Findings;
        Assert.Null(Structure.Difference(alone, under.Findings));
        return under.Findings;
    }

    private static AgreementFindings Checked(Agreement agreement, string[] lines) =>
        Checker.Check(RequestOf(agreement, lines) with { WithEachPerspective = true, MostListed = 0 }).Agreements[0];

    private static CheckRequest RequestOf(Agreement agreement, string[] lines) => new([agreement], Read(lines), null, Moment.OnDay(new LocalDate(2020, 12, 31)));

    private static string Asked(string time) => Line("r1", "explanation_request", time, "\"by\":\"aland\",\"to\":\"borland\"");

    private static string Replied(string time, string @event = "a1") => Line(@event, "reply", time, "\"by\":\"borland\",\"to\":\"r1\"");

    /// <summary>Of whole reports and of rows it is the same.</summary>
    private static int Counted(Agreement agreement, params string[] lines)
    {
        var counted = Counted(agreement, HistoryOf(agreement, lines));
        Assert.Equal(counted, Counted(agreement, HistoryOf(agreement, lines, new NumberedNames())));
        return counted;
    }

    private static int Counted(Agreement agreement, History history)
    {
        var all = ReferenceEvaluator.Evaluate(agreement, history);
        var monitor = new NormMonitor(agreement, history, mostListed: 0);
        var listed = monitor.Findings.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        Assert.Null(Structure.Difference(all.RemoveAll(f => !listed.Contains(f.Id)), monitor.Findings));
        var counted = all.RemoveAll(f => listed.Contains(f.Id));
        Assert.All(counted, f => Assert.Equal((ClauseState.Met, Certainty.Certain), (f.State, f.Certainty)));
        Assert.Equal(counted.Length, monitor.Plain.Sum(p => p.Count));
        return counted.Length;
    }

    private static History HistoryOf(Agreement agreement, string[] lines, NumberedNames? names = null) => HistoryBuilder.Build(
        Read(lines, names), agreement.Vocabulary, agreement.Calendar.Zone, null, Instant.FromUtc(2020, 12, 31, 0, 0), new DiagnosticBag(), agreement.Matters);

    private static ImmutableArray<ReportRecord> Read(string[] lines, NumberedNames? names = null)
    {
        var bag = new DiagnosticBag();
        var records = ReportReader.Read(new SourceText("screens.jsonl", string.Join('\n', lines)), bag, keepGoing: false, names: names).Records;
        Assert.Empty(bag.Items.Select(d => $"{d.Code} {d.Headline}"));
        return records;
    }

    private static string Line(string @event, string kind, string time, string rest, string source = "watch", string? id = null) =>
        $$"""{"id":"{{id ?? @event}}","source":"{{source}}","recorded":"2020-12-31T00:00:00Z","event":"{{@event}}","kind":"{{kind}}","time":{{(time[0] is '{' or '"' ? time : $"\"{time}\"")}},{{rest}}}""";

    private static Agreement Compiled(string clauses, string zone = "UTC", string head = "", string perspectives = "")
    {
        var result = Compiler.Compile([new SourceText("screens.pacta", $$"""
            source alpha is party of aland
            source watch is monitor
            {{perspectives}}
            vocabulary screens {
              unit person
              actor aland, borland, cedria
              event hold exercise (exercises) is activity by actor with troops person, alert truth
              event give notification (notifications) by actor of activity to actor
              event send explanation_request by actor of activity to actor with bare truth
              event give reply by actor to request with bare truth
            }
            agreement "Screens" as screens_agreement {
              status political
              enters into force 2020-01-02
              time zone "{{zone}}"
              parties aland, borland, cedria
              use screens
              {{head}}
              define large_exercise (large_exercises) { means exercise x where troops of x at least 9_000 }
              {{clauses}}
            }
            """)]);
        Assert.Empty(result.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => $"{d.Code} {d.Headline}"));
        return result.Agreements[0];
    }
}
