using System.Text.Json.Nodes;
using Pacta.Language.Formatting;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Tests.Cli;

namespace Pacta.Tests.LanguageServer;

/// <summary>What an editor asks about one text: each answer as it comes over the wire.</summary>
public sealed class AskingTests(OneEditor one) : IClassFixture<OneEditor>
{
    private static readonly string Whole = Samples.Whole;

    private static string Told(string name) => Path.Combine(Golden.Root(), "tests", "Pacta.Tests", "LanguageServer", "Told", name);

    // ---- hover

    [Fact]
    public async Task A_clause_is_told_in_plain_words_with_the_words_and_limits_it_names()
    {
        var uri = await one.Open(Whole);

        var hover = await one.Editor.At("hover", uri, Marked("clause no‸tice"));

        Assert.Equal("markdown", hover!["contents"]!["kind"]!.GetValue<string>());
        Golden.EqualFile(Told("hover-notice.md"), hover["contents"]!["value"]!.GetValue<string>() + "\n");
        Assert.Equal(Editor.Shown(Range(Editor.RangeOf(Whole, "notice at \"2\"")["start"]!, "notice".Length)), Editor.Shown(hover["range"]!));
    }

    [Fact]
    public async Task What_is_to_be_kept_is_told_with_the_date_it_begins_on()
    {
        var uri = await one.Open(Whole);

        var hover = await one.Editor.At("hover", uri, Marked("clause arm‸our"));

        Golden.EqualFile(Told("hover-armour.md"), hover!["contents"]!["value"]!.GetValue<string>() + "\n");
    }

    [Theory]
    [InlineData("exception no_‸notice", "Where x is alert, this takes the place of notice, and nothing is asked.")]
    [InlineData("when lar‸ge_exercise", "from 5\\_000 (held by aland): exercise x where troops of x at least 5\\_000")]
    [InlineData("means exer‸cise x where troops of x at", "**exercise** · event: hold exercise  \n`exercise by ACTOR in PLACE`  \nwith alert (yes or no), troops (person)")]
    [InlineData("parties al‸and", "**Republic of Aland** · actor `aland`")]
    [InlineData("unit k‸m", "**km** · unit: 1 km = 1\\_000 m")]
    [InlineData("use bay‸_words", "**bay words** · vocabulary")]
    [InlineData("if x is al‸ert", "**alert** of an exercise: yes or no")]
    [InlineData("by ‸A in buffer", "**A** stands for an actor.")]
    [InlineData("reading over‸_5_000", "**over 5\\_000** · reading of large exercise")]
    public async Task A_name_is_told_as_it_is_declared(string place, string words)
    {
        var uri = await one.Open(Whole);

        var hover = await one.Editor.At("hover", uri, Marked(place));

        Assert.Contains(words, hover!["contents"]!["value"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_name_stands_there_is_nothing_to_tell()
    {
        var uri = await one.Open(Whole);

        Assert.Null(await one.Editor.At("hover", uri, Marked("mu‸st give")));
        Assert.Empty((await one.Editor.At("definition", uri, Marked("mu‸st give")))!.AsArray());
        Assert.Null(await one.Editor.At("prepareRename", uri, Marked("mu‸st give")));
    }

    [Fact]
    public async Task An_editor_that_shows_no_marks_gets_none()
    {
        await using var plain = await Editor.Open(isPlain: true);
        await plain.OpenText("untitled:a", Whole);

        var hover = await plain.At("hover", "untitled:a", Marked("unit k‸m"));

        Assert.Equal("plaintext", hover!["contents"]!["kind"]!.GetValue<string>());
        Assert.Equal("km · unit: 1 km = 1_000 m", hover["contents"]!["value"]!.GetValue<string>());
    }

    // ---- names

    [Theory]
    [InlineData("exception no_notice to no‸tice", "notice at \"2\"")]
    [InlineData("when large‸_exercise x", "large_exercise (large")]
    [InlineData("number of tan‸ks", "tank (tanks) is")]
    [InlineData("start of ‸x", "x by A in")]
    [InlineData("if x is ale‸rt", "alert truth")]
    [InlineData("in buffer‸_zone at", "buffer_zone at \"1\"")]
    [InlineData("is activity by actor in place with troops per‸son", "person\n\n")]
    [InlineData("notice of ir‸on_gate by borland to aland on", "iron_gate by borland in")]
    [InlineData("scenario \"a late notice\" of bay‸_accord", "bay_accord {\n  status")]
    public async Task A_name_leads_to_its_declaration(string place, string declaration)
    {
        var text = Whole + Samples.Scenarios;
        var uri = await one.Open(text);

        var found = await one.Editor.At("definition", uri, MarkedIn(text, place));

        var expected = place.Contains("iron", StringComparison.Ordinal) ? Editor.RangeOf(text, "iron_gate by borland to aland\n")["start"]! : Editor.RangeOf(text, declaration)["start"]!;
        var location = Assert.Single(found!.AsArray())!;
        Assert.Equal(uri, location["uri"]!.GetValue<string>());
        Assert.Equal(expected.ToJsonString(), location["range"]!["start"]!.ToJsonString());
    }

    [Fact]
    public async Task A_variable_is_marked_in_its_clause_and_nowhere_else()
    {
        var uri = await one.Open(Whole);

        var found = await one.Editor.At("documentHighlight", uri, Marked("start of ‸x"));

        // At its trigger, in the act, in the time, and in the exception.
        Assert.Equal(4, found!.AsArray().Count);
        Assert.Equal(3, found[0]!["kind"]!.GetValue<int>());
        Assert.All(found.AsArray().Skip(1), f => Assert.Equal(2, f!["kind"]!.GetValue<int>()));
    }

    [Fact]
    public async Task The_plural_is_renamed_for_itself()
    {
        var uri = await one.Open(Whole);

        var renamed = await one.Editor.At("rename", uri, Marked("number of tan‸ks"), Editor.Json("""{"newName":"battle_tanks"}"""));

        var text = Editor.Applied(Whole, renamed!["changes"]![uri]!.AsArray());
        Assert.Contains("kind tank (battle_tanks) is asset", text, StringComparison.Ordinal);
        Assert.Contains("number of battle_tanks of P", text, StringComparison.Ordinal);
        Assert.Empty((await one.Editor.ChangeText(uri, text)).Items);
    }

    [Theory]
    [InlineData("clause no‸tice", "armour", "“armour” is a clause of this agreement already. Choose another name.")]
    [InlineData("clause no‸tice", "must", "“must” is a word of the language and cannot be a name. Add what tells it apart, such as must_1.")]
    [InlineData("clause no‸tice", "late notice", "“late notice” cannot be a name: two letters or more, and only letters, digits and underscores.")]
    [InlineData("clause no‸tice", "", "“” cannot be a name: two letters or more, and only letters, digits and underscores.")]
    [InlineData("large_exercise ‸x by", "yy", "“yy” cannot be a variable: one letter, digits may follow.")]
    [InlineData("large_exercise ‸x by", "A", "“A” is a variable of this clause already. Choose another name.")]
    [InlineData("zone buffer‸_zone", "tank", "“tank” is a kind of thing already. Choose another name.")]
    [InlineData("unit per‸son", "km", "“km” is a unit already. Choose another name.")]
    [InlineData("mu‸st give", "shall", "No name stands here.")]
    public async Task What_cannot_be_a_name_or_is_one_already_is_refused_with_the_reason(string place, string name, string reason)
    {
        var uri = await one.Open(Whole);

        var error = await Assert.ThrowsAsync<EditorError>(() => one.Editor.At("rename", uri, Marked(place), new JsonObject { ["newName"] = name }));

        Assert.Equal((-32803, reason), (error.Code, error.Message));
    }

    [Fact]
    public async Task The_name_that_would_be_renamed_is_shown_first()
    {
        var uri = await one.Open(Whole);

        var shown = await one.Editor.At("prepareRename", uri, Marked("number of tan‸ks"));

        Assert.Equal("tanks", shown!["placeholder"]!.GetValue<string>());
    }

    // ---- the text

    [Fact]
    public async Task The_outline_goes_by_chapter_and_article()
    {
        var uri = await one.Open(Whole + Samples.Scenarios);

        var outline = await one.Editor.About("documentSymbol", uri);

        Assert.Equal(
            """
            bay_words (vocabulary)
              m (unit)
              km (unit)
              person (unit)
              asset (kind)
              tank (kind of asset)
              exercise (event: hold exercise)
              notification (event: give notification)
              aland (Republic of Aland)
              borland (Kingdom of Borland)
            Bay Accord (invented) (bay_accord)
              1 buffer_zone (zone)
              I Notice (chapter)
                2.1 large_exercise (define)
                2 notice (clause)
                2.2 no_notice (exception to notice)
              5 armour (clause)
            a late notice (scenario of bay_accord)
            said to be in time (scenario of bay_accord)

            """,
            string.Concat(outline!.AsArray().Select(s => Told(s!, string.Empty))));

        static string Told(JsonNode symbol, string margin) =>
            $"{margin}{symbol["name"]} ({symbol["detail"]})\n" + string.Concat(symbol["children"]!.AsArray().Select(c => Told(c!, margin + "  ")));
    }

    [Fact]
    public async Task Blocks_and_remarks_of_several_lines_can_be_folded()
    {
        const string text = "// one\n// two\nvocabulary a {\n  unit m // here\n  // there\n  unit km is 1_000 m\n}\nactor aland";
        var uri = await one.Open(text);

        var folds = await one.Editor.About("foldingRange", uri);

        Assert.Equal(["0-1 comment", "2-5 region"], folds!.AsArray().Select(f => $"{f!["startLine"]}-{f["endLine"]} {f["kind"]}"));
    }

    [Fact]
    public async Task A_text_is_laid_out_by_one_change_and_one_with_mistakes_is_left_alone()
    {
        var wild = Whole.Replace("  status political\n", "     status     political\n", StringComparison.Ordinal);
        var uri = await one.Open(wild);

        var edits = await one.Editor.About("formatting", uri, Editor.Json("""{"options":{"tabSize":4,"insertSpaces":true}}"""));
        var laidOut = Editor.Applied(wild, edits!.AsArray());

        Assert.Single(edits.AsArray());
        Assert.Equal(Formatter.Format(new SourceText("a.pacta", wild), new DiagnosticBag()), laidOut);
        Assert.Contains("\n  status    political\n", laidOut, StringComparison.Ordinal);
        await one.Editor.ChangeText(uri, laidOut);
        Assert.Empty((await one.Editor.About("formatting", uri, Editor.Json("""{"options":{}}""")))!.AsArray());
        await one.Editor.ChangeText(uri, wild.Replace("parties aland", "parties {", StringComparison.Ordinal));
        Assert.Empty((await one.Editor.About("formatting", uri, Editor.Json("""{"options":{}}""")))!.AsArray());
    }

    [Fact]
    public async Task Names_are_coloured_by_what_they_stand_for()
    {
        const string text = "vocabulary words {\n  unit km // far\n  kind tank (tanks) with range km\n}\n";
        var uri = await one.Open(text);

        var tokens = await one.Editor.About("semanticTokens/full", uri);

        Assert.Equal(
            [
                "vocabulary keyword", "words namespace declaration", "unit keyword", "km type declaration", "// far comment", "kind keyword", "tank class declaration", "tanks class",
                "with keyword", "range property declaration", "km type",
            ],
            await Coloured(text, tokens!["data"]!.AsArray()));
    }

    [Fact]
    public async Task Units_and_dates_that_are_meant_are_told_where_they_are_not_written()
    {
        var text = Whole + Samples.Scenarios;
        var uri = await one.Open(text);

        var hints = await one.Editor.About("inlayHint", uri, new JsonObject { ["range"] = Editor.Json("""{"start":{"line":0,"character":0},"end":{"line":999,"character":0}}""") });

        var shown = hints!.AsArray().Select(h => $"{LineBefore(text, h!["position"]!)}|{h["label"]}").ToList();
        Assert.Contains("means exercise x where troops of x at least 5_000|person", shown);
        Assert.Contains("as from 30 days after entry_into_force|= 2024-04-09", shown);
        Assert.Contains("signed 2024-03-01|Fri", shown);
        Assert.Contains("2024-07-01  exercise iron_gate by borland in buffer_zone with troops 7_500|person", shown);
    }

    [Fact]
    public async Task What_mends_a_mistake_is_offered_at_its_place_only()
    {
        var text = Whole.Replace("give notification of", "give notificaton of", StringComparison.Ordinal);
        var uri = await one.Open(text);

        var offered = await one.Editor.About("codeAction", uri, new JsonObject { ["range"] = Editor.RangeOf(text, "tificaton"), ["context"] = Editor.Json("""{"diagnostics":[]}""") });
        var elsewhere = await one.Editor.About("codeAction", uri, new JsonObject { ["range"] = Editor.RangeOf(text, "vocabulary"), ["context"] = Editor.Json("""{"diagnostics":[]}""") });

        var action = Assert.Single(offered!.AsArray())!;
        Assert.Equal("Write “notification”", action["title"]!.GetValue<string>());
        Assert.Equal("PACTA0201", action["diagnostics"]![0]!["code"]!.GetValue<string>());
        Assert.Equal(Whole, Editor.Applied(text, action["edit"]!["changes"]![uri]!.AsArray()));
        Assert.Empty(elsewhere!.AsArray());
    }

    // ---- scenarios

    [Fact]
    public async Task Scenarios_are_run_from_the_margin()
    {
        var text = Whole + Samples.Scenarios;
        var uri = await one.Open(text);

        var lenses = (await one.Editor.About("codeLens", uri))!.AsArray();
        var all = await Run(lenses[0]!);
        var late = await Run(lenses[1]!);

        Assert.Equal(["Run all 2 scenarios of this file", "Run scenario", "Run scenario"], lenses.Select(l => l!["command"]!["title"]!.GetValue<string>()));
        Assert.Equal([true, false], all.Select(r => r!["passed"]!.GetValue<bool>()));
        var passed = Assert.Single(late)!;
        Assert.Equal("  ok    a late notice\n", passed["text"]!.GetValue<string>());
        Assert.Empty(passed["failures"]!.AsArray());
        var failure = Assert.Single(all[1]!["failures"]!.AsArray())!;
        Assert.Equal("expect met notice of wide_river by aland to borland on 2024-08-01", failure["expected"]!.GetValue<string>());
        Assert.Equal("found breached", failure["found"]!.GetValue<string>());
        Assert.Equal(Editor.Shown(Editor.RangeOf(text, "expect met notice of wide_river by aland to borland on 2024-08-01")), Editor.Shown(failure["location"]!["range"]!));

        async Task<JsonArray> Run(JsonNode lens) => (await one.Editor.Ask(
            "workspace/executeCommand", new JsonObject { ["command"] = "pacta.runScenario", ["arguments"] = lens["command"]!["arguments"]!.DeepClone() }))!.AsArray();
    }

    [Fact]
    public async Task Nothing_is_run_where_there_are_mistakes_or_no_scenario()
    {
        var broken = await one.Open((Whole + Samples.Scenarios).Replace("parties aland", "parties alandia", StringComparison.Ordinal));
        var none = await one.Open(Whole);

        var mistakes = await Assert.ThrowsAsync<EditorError>(() => Run("pacta.runScenario", broken));
        var nothing = await Assert.ThrowsAsync<EditorError>(() => Run("pacta.runScenario", none));
        var unknown = await Assert.ThrowsAsync<EditorError>(() => Run("pacta.walk", none));

        Assert.StartsWith("The files have mistakes, and nothing follows from them until they are mended. The first: The name 'alandia' is not declared.", mistakes.Message, StringComparison.Ordinal);
        Assert.Equal("There is no scenario in this file.", nothing.Message);
        Assert.Equal("there is no command pacta.walk", unknown.Message);

        async Task<JsonNode?> Run(string command, string uri) => await one.Editor.Ask("workspace/executeCommand", new JsonObject { ["command"] = command, ["arguments"] = new JsonArray(uri) });
    }

    private static string Marked(string place) => MarkedIn(Whole, place);

    /// <summary>A text with the mark where a part of it has it.</summary>
    private static string MarkedIn(string text, string place)
    {
        var part = Editor.Unmarked(place);
        Assert.Contains(part, text, StringComparison.Ordinal);
        var at = text.IndexOf(part, StringComparison.Ordinal);
        return text[..at] + place + text[(at + part.Length)..];
    }

    private static JsonObject Range(JsonNode start, int length) => new()
    {
        ["start"] = start.DeepClone(),
        ["end"] = new JsonObject { ["line"] = start["line"]!.DeepClone(), ["character"] = start["character"]!.GetValue<int>() + length },
    };

    private static string LineBefore(string text, JsonNode position) => text.Split('\n')[position["line"]!.GetValue<int>()][..position["character"]!.GetValue<int>()].Trim();

    /// <summary>The coloured stretches of a text, with their types by the legend that the server gave.</summary>
    private async Task<List<string>> Coloured(string text, JsonArray data)
    {
        await using var fresh = Editor.Started();
        var legend = (await fresh.Ask("initialize", Editor.Json("""{"processId":null,"rootUri":null,"capabilities":{}}""")))!["capabilities"]!["semanticTokensProvider"]!["legend"]!;
        var shown = new List<string>();
        var (line, character) = (0, 0);
        foreach (var token in data.Select(d => d!.GetValue<int>()).Chunk(5))
        {
            (line, character) = token[0] == 0 ? (line, character + token[1]) : (line + token[0], token[1]);
            var type = legend["tokenTypes"]![token[3]]!.GetValue<string>();
            shown.Add($"{text.Split('\n')[line].Substring(character, token[2])} {type}{(token[4] == 1 ? " declaration" : string.Empty)}");
        }

        return shown;
    }
}
