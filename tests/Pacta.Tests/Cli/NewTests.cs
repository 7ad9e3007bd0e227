using Pacta.Checking.Scenarios;
using Pacta.Cli.Beginning;
using Pacta.Language.Compilation;
using Pacta.Language.Formatting;
using Pacta.Linting;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Tests.Cli;

/// <summary><c>pacta new</c>: an agreement begun by questions. Whatever is answered, the file compiles, is laid out, and its scenarios pass.</summary>
public sealed class NewTests
{
    /// <summary>Every question with its example, and each pattern once.</summary>
    private static readonly string[] Whole =
    [
        "Grey Line Memorandum", "political", "Republic of Aland, Kingdom of Borland, Cedria", "2024-03-01", "2024-03-10", "Europe/Vienna", "Observer Mission", "en",
        "notice", "38", "Each side gives notice of “large” exercises.", "exercise", "hold", "9,000", "42",
        "ceiling", "5", "", "each", "tank", "20", "buffer zone",
        "near_line", "", "", "Kingdom of Borland", "howitzer", "grey line", "15",
        "yearly", "61", "", "Cedria", "annual report", "29 february",
        "answer", "", "", "request for explanation", "explanation", "48 hours",
        "done",
    ];

    [Fact]
    public void Each_pattern_once()
    {
        using var command = new Command();
        command.Write("answers.txt", string.Join('\n', Whole) + "\n");

        var ran = command.Run("new", "@grey_line.pacta", "--answers", "@answers.txt");

        Assert.Equal((0, string.Empty), (ran.ExitCode, ran.Errors));
        Assert.Equal("grey_line.pacta: 5 clauses, 5 scenarios, which pass\nGo on with: pacta read grey_line.pacta\n", ran.Output);
        Golden.Equal("new.pacta", command.Read("grey_line.pacta"));
        Assert.EndsWith("5 passed, 0 failed\n", command.Run("test", "@grey_line.pacta").Output, StringComparison.Ordinal);
        Assert.Equal(0, command.Run("format", "@grey_line.pacta", "--check").ExitCode);
    }

    /// <summary>All ways through the head with no clause, all ways through each clause, all pairs of patterns, and each pattern under each standing with and without a date.</summary>
    [Fact]
    public void Every_way_through_the_questions_makes_a_file_that_compiles_and_whose_scenarios_pass()
    {
        var ways = Heads().Select(h => (string[])[.. h, "done"])
            .Concat(Clauses().Select(c => (string[])[.. Whole[..8], .. c, "done"]))
            .Concat(Clauses().GroupBy(c => c[0]).SelectMany(one => Clauses().GroupBy(c => c[0]).Select(two => (string[])[.. Whole[..8], .. one.First(), .. Again(one.First(), two.First()), "done"])))
            .Concat(Heads().DistinctBy(h => (h[1], h[4])).SelectMany(h => Clauses().GroupBy(c => c[0]).Select(c => (string[])[.. h, .. c.First(), "done"])))
            .ToList();

        Assert.True(ways.Count > 300);
        Assert.All(ways, way => Sound(Draft(way), way));
    }

    [Fact]
    public void Each_question_was_on_some_way()
    {
        var asked = Heads().Select(h => (string[])[.. h, "done"]).Concat(Clauses().Select(c => (string[])[.. Whole[..8], .. c, "done"]))
            .SelectMany(Asked)
            .Select(q => q.Id)
            .ToHashSet(StringComparer.Ordinal);

        Assert.Equal(
            [
                "clauses[0].act", "clauses[0].answer", "clauses[0].article", "clauses[0].bound", "clauses[0].by", "clauses[0].days", "clauses[0].document", "clauses[0].kilometres", "clauses[0].kind",
                "clauses[0].line", "clauses[0].number", "clauses[0].request", "clauses[0].text", "clauses[0].thing", "clauses[0].troops", "clauses[0].verb", "clauses[0].within", "clauses[0].zone",
                "enters_into_force", "language", "parties", "reporters", "signed", "standing", "time_zone", "title",
            ],
            asked.Where(a => !a.StartsWith("clauses[1]", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Answer", "Notice, Clause")]
    [InlineData("after", "Until, Unless")]
    [InlineData("協定", "甲国, 乙国")]
    [InlineData("1955 \\ treaty // of <b>", "O’Land, Ö-Land, É. (North)")]
    [InlineData("Aland", "aland, borland, aland reports")]
    [InlineData("grey line words", "North, South")]
    public void Names_of_any_sort_make_a_file_or_are_refused_with_a_reason(string title, string parties)
    {
        var (draft, problem) = Tried([title, "legal", parties, "", "2024-03-10", "UTC", "", "en", "yearly", "", "", "each", "annual report", "", "done"]);

        Assert.True(draft is null ^ problem is null);
        if (draft is not null)
        {
            Sound(draft, [title, parties]);
        }
    }

    [Theory]
    [InlineData("exercise", "exercise", "“exercise” already names something of another sort (act)")]
    [InlineData("exercise", "exercises", "the plural or the singular of a name that is there already")]
    [InlineData("exercise", "republic of aland", "somebody who takes part, or of a clause")]
    [InlineData("exercise", "notice of exercise", "somebody who takes part, or of a clause")]
    [InlineData("exercise", "notification", "cannot be a name here")]
    [InlineData("exercise", "unless", "cannot be a name here")]
    [InlineData("exercise", "7 tanks", "cannot be a name here")]
    public void A_noun_that_is_taken_is_refused(string act, string thing, string reason)
    {
        var (draft, problem) = Tried([.. Whole[..8], "notice", "", "", act, "hold", "", "42", "ceiling", "", "", "each", thing, "20", "", "done"]);

        Assert.Null(draft);
        Assert.Contains(reason, problem, StringComparison.Ordinal);
    }

    /// <summary>Names that clash with one another, with words of the language and with what the file declares itself, in any order: each is refused, or makes a file.</summary>
    [Fact]
    public void Names_that_clash_are_refused_or_make_a_file()
    {
        string[] names =
        [
            "exercise", "exercises", "tank", "tanks", "army", "armies", "reply", "replies", "report", "grey line", "grey lines", "bay", "notice of exercise", "ceiling of tank", "no tank near grey line",
            "within 15 km of grey line", "yearly report", "reply to report", "asset", "assets", "notification", "notifications", "words", "sample", "person", "party", "parties", "aland reports", "observer mission",
            "when", "text", "x1", "Größe", "grey line words", "grey line memorandum", "of", "request for reply", "requests for reply", "km", "metre", "state", "member of", "rounded up",
        ];
        var random = new Random(20240301);
        var made = 0;
        for (var i = 0; i < 400; i++)
        {
            var answers = new Dictionary<string, string>(StringComparer.Ordinal);
            var interview = new Interview();
            var clauses = 0;
            string? refused = null;
            foreach (var question in interview.Questions())
            {
                var given = question.Id switch
                {
                    "title" => Any("Grey Line Memorandum", "Report", "Words", "Tank"),
                    "parties" => Any("Aland, Borland", "Republic of Aland, Kingdom of Borland", "Tank, Report, Army"),
                    "reporters" => Any("Observer Mission", "", "Bay"),
                    _ when question.Id.EndsWith(".kind", StringComparison.Ordinal) => clauses++ < 1 + (i % 3) ? Any("notice", "ceiling", "near_line", "yearly", "answer") : "done",
                    _ when question.Choices.Length > 0 => Any([.. question.Choices]),
                    _ when question.Id.Split('.')[^1] is "act" or "thing" or "zone" or "line" or "document" or "request" or "answer" => Any(names),
                    _ => question.Example,
                };
                var (answer, problem) = question.Read(given);
                answers[question.Id] = given;
                if (answer is null)
                {
                    refused = problem;
                    break;
                }

                interview.Answer = answer;
            }

            if (refused is null)
            {
                made++;
                Sound(interview.Draft, answers.Select(a => $"{a.Key}={a.Value}"));
            }
        }

        Assert.InRange(made, 50, 350);

        string Any(params string[] some) => some[random.Next(some.Length)];
    }

    [Fact]
    public void Answers_by_name_say_the_same_as_lines()
    {
        using var command = new Command();
        command.Write("answers.txt", string.Join('\n', Whole) + "\n");
        command.Write("answers.json", """
            {
              "title": "Grey Line Memorandum", "parties": ["Republic of Aland", "Kingdom of Borland", "Cedria"], "signed": "2024-03-01", "enters_into_force": "2024-03-10",
              "time_zone": "Europe/Vienna", "reporters": ["Observer Mission"],
              "clauses": [
                {"kind": "notice", "article": 38, "text": "Each side gives notice of “large” exercises.", "act": "exercise", "troops": 9000, "days": 42},
                {"kind": "ceiling", "article": "5", "thing": "tank", "number": 20, "zone": "buffer zone"},
                {"kind": "near_line", "bound": "Kingdom of Borland", "thing": "howitzer", "line": "grey line", "kilometres": 15},
                {"kind": "yearly", "article": "61", "bound": "Cedria", "document": "annual report", "by": "29 february"},
                {"kind": "answer", "request": "request for explanation", "answer": "explanation", "within": "48 hours"}
              ]
            }
            """);

        Assert.Equal(0, command.Run("new", "@lines.pacta", "--answers", "@answers.txt").ExitCode);
        Assert.Equal(0, command.Run("new", "@names.pacta", "--answers", "@answers.json").ExitCode);

        Assert.Equal(command.Read("lines.pacta"), command.Read("names.pacta"));
    }

    [Fact]
    public void Answers_that_end_anywhere_write_nothing_and_say_what_was_not_answered()
    {
        for (var count = 0; count < Whole.Length; count++)
        {
            using var command = new Command();
            command.Write("answers.txt", string.Concat(Whole[..count].Select(l => l + "\n")));

            var file = command.Run("new", "@draft.pacta", "--answers", "@answers.txt");
            var terminal = command.RunWithInput(string.Concat(Whole[..count].Select(l => l + "\n")), "new", "@draft.pacta");

            Assert.All([file, terminal], ran =>
            {
                Assert.Equal(2, ran.ExitCode);
                Assert.Contains("PACTA0972", ran.Errors, StringComparison.Ordinal);
                Assert.Contains(Asked(Whole)[count].Text.Split('?')[0], ran.Errors.Unwrapped(), StringComparison.Ordinal);
            });
            Assert.False(File.Exists(command.PathOf("draft.pacta")));
        }
    }

    [Fact]
    public void A_wrong_answer_in_a_file_is_shown_with_its_place_and_a_right_one()
    {
        using var command = new Command();
        command.Write("answers.txt", "Accord\nlegal\nAland, Borland\n1 March 2024\n");
        command.Write("answers.json", """{"title": "Accord", "parties": ["Aland", "Borland"], "clauses": [{"kind": "notise"}]}""");
        command.Write("left.json", """{"title": "Accord", "parties": ["Aland", "Borland"], "titel": "x"}""");
        command.Write("broken.json", """{"title": """);

        var line = command.Run("new", "@draft.pacta", "--answers", "@answers.txt");
        var name = command.Run("new", "@draft.pacta", "--answers", "@answers.json");
        var left = command.Run("new", "@draft.pacta", "--answers", "@left.json");
        var broken = command.Run("new", "@draft.pacta", "--answers", "@broken.json");

        Assert.Contains("PACTA0973", line.Errors, StringComparison.Ordinal);
        Assert.Contains("“1 March 2024” (line 4)", line.Errors, StringComparison.Ordinal);
        Assert.Contains("2024-03-01", line.Errors, StringComparison.Ordinal);
        Assert.Contains("“notise” (“clauses[0].kind”)", name.Errors, StringComparison.Ordinal);
        Assert.Contains("PACTA0974", left.Errors, StringComparison.Ordinal);
        Assert.Contains("“titel”", left.Errors, StringComparison.Ordinal);
        Assert.Contains("PACTA0975", broken.Errors, StringComparison.Ordinal);
        Assert.All([line, name, left, broken], ran => Assert.Equal(2, ran.ExitCode));
        Assert.False(File.Exists(command.PathOf("draft.pacta")));
    }

    [Fact]
    public void A_terminal_asks_again_and_goes_back()
    {
        using var command = new Command();
        var typed = new List<string> { "back" };
        foreach (var answer in Whole)
        {
            // What is wrong is asked again, and what was answered can be taken back.
            typed.AddRange(answer is "42" ? ["soon", "41", "back", answer] : [answer]);
        }

        var ran = command.RunWithInput(string.Concat(typed.Select(l => l + "\n")), "new", "@asked.pacta");
        command.Write("answers.txt", string.Join('\n', Whole) + "\n");
        command.Run("new", "@read.pacta", "--answers", "@answers.txt");

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("It is a whole number from 0 to 3,650. For example: 42", ran.Output, StringComparison.Ordinal);
        Assert.Equal(command.Read("read.pacta"), command.Read("asked.pacta"));
    }

    [Fact]
    public void A_file_that_is_there_is_never_written_over()
    {
        using var command = new Command();
        command.Write("there.pacta", "// mine\n");

        var ran = command.RunWithInput(string.Concat(Whole.Select(l => l + "\n")), "new", "@there.pacta");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("PACTA0971", ran.Errors, StringComparison.Ordinal);
        Assert.Empty(ran.Output);
        Assert.Equal("// mine\n", command.Read("there.pacta"));
    }

    [Theory]
    [InlineData("legal", true)]
    [InlineData("political", true)]
    [InlineData("unilateral", true)]
    [InlineData("oral", false)]
    [InlineData("proposal", false)]
    public void What_is_not_in_force_yet_is_told_as_a_proposal_and_says_what_it_will_be(string standing, bool isWaiting)
    {
        var text = DraftText.Of(Draft([.. Whole[..1], standing, .. Whole[2..4], "", .. Whole[5..8], "done"]), "accord");

        Assert.Equal(isWaiting, text.Contains($"Then write: status {standing}", StringComparison.Ordinal));
        Assert.Contains($"\nstatus {(isWaiting ? "proposal" : standing)}\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\nenters into force", text, StringComparison.Ordinal);
    }

    private static IEnumerable<string[]> Heads() =>
        from standing in new[] { "legal", "political", "oral", "unilateral", "proposal" }
        from parties in new[] { "Republic of Aland, Kingdom of Borland", "aland, cedria" }
        from signed in new[] { "2024-03-01 09:00", "" }
        from entry in new[] { "2024-03-10", "2024-03-10 14:30", "" }
        from zone in new[] { "Europe/Vienna", "" }
        from reporters in new[] { "Observer Mission, Red Cross", "" }
        from language in new[] { "fr", "" }
        select (string[])["Grey Line Memorandum", standing, parties, signed, entry, zone, reporters, language];

    private static IEnumerable<string[]> Clauses()
    {
        foreach (var head in new[] { (string[])["38", "Words."], ["", ""], ["38", ""], ["", "Words."] })
        {
            foreach (var verb in new[] { "hold", "make", "open", "start", "take" })
            {
                yield return ["notice", .. head, "exercise", verb, "9000", "42"];
                yield return ["notice", .. head, "exercise", verb, "", "0"];
            }

            foreach (var bound in new[] { "each", "Republic of Aland", "Kingdom of Borland" })
            {
                yield return ["ceiling", .. head, bound, "tank", "20", "buffer zone"];
                yield return ["ceiling", .. head, bound, "tank", "0", ""];
                yield return ["near_line", .. head, bound, "howitzer", "grey line", "1500"];
                yield return ["yearly", .. head, bound, "annual report", "15 november"];
                yield return ["yearly", .. head, bound, "annual report", ""];
            }

            yield return ["answer", .. head, "request for explanation", "explanation", "48 hours"];
            yield return ["answer", .. head, "query", "reply", "1 day"];
            yield return ["answer", .. head, "query", "reply", "10,000 hours"];
        }
    }

    /// <summary>The second of two clauses; where the first has asked how an act is done, it is not asked again.</summary>
    private static string[] Again(string[] one, string[] two) => one[0] == "notice" && two[0] == "notice" ? [.. two[..4], .. two[5..]] : two;

    private static void Sound(Draft draft, IEnumerable<string> way)
    {
        var told = string.Join(" | ", way);
        var bag = new DiagnosticBag();
        var text = Formatter.Format(new SourceText("draft.pacta", DraftText.Of(draft, DraftText.NameOf(draft))), bag);
        Assert.True(text is not null, $"{told}: {string.Join("; ", bag.Items.Select(d => d.Headline))}");
        var source = new SourceText("draft.pacta", text);
        var result = Compiler.Compile([source]);
        Assert.True(result.Diagnostics.IsEmpty, $"{told}: {string.Join("; ", result.Diagnostics.Select(d => d.Headline))}");
        Assert.Equal([], Linter.Lint(result, [source]).Where(d => d.Severity == Severity.Warning).Select(d => $"{told}: {d.Headline}"));
        Assert.Equal(draft.Clauses.Length, result.Scenarios.Length);
        Assert.All(result.Scenarios, s => Assert.True(ScenarioRunner.Run(s, result.Agreements[0]).Passed, $"{told}: {s.Title}"));
        Assert.Equal(draft.Clauses.Select(c => c.Name), result.Scenarios.Select(s => Assert.Single(s.Expectations).Clause));
        Assert.Equal(text, Formatter.Format(new SourceText("draft.pacta", text), bag));
    }

    private static Draft Draft(string[] answers) => Tried(answers) is (var draft, null) ? draft! : throw new InvalidOperationException(Tried(answers).Problem);

    private static (Draft? Draft, string? Problem) Tried(string[] answers)
    {
        var interview = new Interview();
        var next = 0;
        foreach (var question in interview.Questions())
        {
            var (answer, problem) = question.Read(answers[next++]);
            if (answer is null)
            {
                return (null, problem);
            }

            interview.Answer = answer;
        }

        Assert.Equal(answers.Length, next);
        return (interview.Draft, null);
    }

    private static List<Question> Asked(string[] answers)
    {
        var interview = new Interview();
        var asked = new List<Question>();
        foreach (var question in interview.Questions())
        {
            asked.Add(question);
            interview.Answer = question.Read(answers[asked.Count - 1]).Answer!;
        }

        return asked;
    }
}
