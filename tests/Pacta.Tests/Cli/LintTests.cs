using System.Text.Json;

namespace Pacta.Tests.Cli;

/// <summary><c>pacta lint</c>: what is probably not meant, as text, JSON and SARIF.</summary>
public sealed class LintTests : IDisposable
{
    private const string Words = "vocabulary words {\n  unit person\n  event hold exercise (exercises) is activity by actor with troops person\n  event give notification (notifications) by actor of activity to actor\n  actor aland, borland\n}\n";

    private const string Notice = "    when exercise x by A\n    A must give notification of x to each other party no later than start of x\n  }\n";

    private const string Head = "agreement \"Accord\" as accord {\n  status legal\n  enters into force 2021-01-01\n  time zone \"UTC\"\n  parties aland, borland\n  use words\n";

    private const string Odd = Head + "  zone bay\n  clause notice at \"3\" {\n    text en \"Of this the Joint Commission is told.\"\n" + Notice + "}\n";

    private readonly Command _command = new();

    public LintTests() => _command.Write("words.pacta", Words);

    [Fact]
    public void What_is_found_is_shown_with_its_place_and_counted()
    {
        _command.Write("odd.pacta", Odd);

        var ran = _command.Run("lint", "@odd.pacta", "@words.pacta");

        Assert.Equal(1, ran.ExitCode);
        Assert.StartsWith("warning[PACTA1006]: Nobody uses the zone bay.\n  --> odd.pacta:7:8\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains("note[PACTA1011]: The text of clause notice speaks of 'Joint Commission', and nothing has that name.\n", ran.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n1 warning and 1 note in 2 files.\n", ran.Output, StringComparison.Ordinal);
        Assert.Empty(ran.Errors);
    }

    [Fact]
    public void A_note_alone_ends_with_0_unless_it_is_to_be_strict()
    {
        _command.Write("odd.pacta", Odd);

        Assert.Equal(0, _command.Run("lint", "@odd.pacta", "@words.pacta", "--rule", "PACTA1011").ExitCode);
        var strict = _command.Run("lint", "@odd.pacta", "@words.pacta", "--rule", "pacta1011", "--strict");
        Assert.Equal(1, strict.ExitCode);
        Assert.EndsWith("\n0 warnings and 1 note in 2 files.\n", strict.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_stands_for_all_its_files_and_nothing_odd_is_said_so()
    {
        Directory.CreateDirectory(_command.PathOf("all"));
        _command.Write("all/words.pacta", Words);
        _command.Write("all/accord.pacta", Head + "  clause notice at \"3\" {\n" + Notice + "}\n");

        Assert.Equal(new Ran(0, "Nothing was found in 2 files.\n", string.Empty), _command.Run("lint", "@all"));
    }

    [Fact]
    public void Json_has_each_place_with_its_end()
    {
        _command.Write("odd.pacta", Odd);

        using var json = JsonDocument.Parse(_command.Run("lint", "@odd.pacta", "@words.pacta", "--format", "json").Output);

        Assert.Equal("pacta-diagnostics-1", json.RootElement.GetProperty("schema").GetString());
        var first = json.RootElement.GetProperty("diagnostics")[0];
        Assert.Equal(("PACTA1006", "warning"), (first.GetProperty("code").GetString(), first.GetProperty("severity").GetString()));
        var place = first.GetProperty("places")[0];
        Assert.Equal((7, 8, 7, 11), (place.GetProperty("line").GetInt32(), place.GetProperty("column").GetInt32(), place.GetProperty("end_line").GetInt32(), place.GetProperty("end_column").GetInt32()));
    }

    [Fact]
    public void Sarif_names_the_rule_the_level_and_the_region_and_keeps_paths_relative()
    {
        _command.Write("odd & so.pacta", Odd);

        using var sarif = JsonDocument.Parse(_command.Run("lint", "@odd & so.pacta", "@words.pacta", "--format", "sarif").Output);

        Assert.Equal("2.1.0", sarif.RootElement.GetProperty("version").GetString());
        var run = sarif.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        Assert.Equal(["PACTA1006", "PACTA1011"], rules.EnumerateArray().Select(r => r.GetProperty("id").GetString()));
        Assert.Equal("A name that nobody uses", rules[0].GetProperty("shortDescription").GetProperty("text").GetString());
        var results = run.GetProperty("results");
        Assert.Equal(["warning", "note"], results.EnumerateArray().Select(r => r.GetProperty("level").GetString()));
        Assert.All(results.EnumerateArray(), r => Assert.Equal(r.GetProperty("ruleId").GetString(), rules[r.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()));
        var place = results[0].GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.EndsWith("odd%20&%20so.pacta", place.GetProperty("artifactLocation").GetProperty("uri").GetString()!.Replace("%26", "&", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal((7, 8, 11), (place.GetProperty("region").GetProperty("startLine").GetInt32(), place.GetProperty("region").GetProperty("startColumn").GetInt32(), place.GetProperty("region").GetProperty("endColumn").GetInt32()));
    }

    [Fact]
    public void Files_that_cannot_be_used_are_in_the_file_for_machines_as_well()
    {
        _command.Write("wrong.pacta", Head + "  clause notice {\n    A must sing\n  }\n}\n");

        var ran = _command.Run("lint", "@wrong.pacta", "@words.pacta", "--format", "sarif", "--output", "@found.sarif");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("error[PACTA", ran.Errors, StringComparison.Ordinal);
        using var sarif = JsonDocument.Parse(_command.Read("found.sarif"));
        Assert.Equal("error", sarif.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("level").GetString());
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_what_is_looked_at()
    {
        _command.Write("odd.pacta", [.. "\ufeff"u8, .. System.Text.Encoding.UTF8.GetBytes(Odd)]);

        var ran = _command.Run("lint", "@odd.pacta", "@words.pacta", "--format", "json");

        Assert.Equal(1, ran.ExitCode);
        using var json = JsonDocument.Parse(ran.Output);
        var places = json.RootElement.GetProperty("diagnostics").EnumerateArray().Select(d => (d.GetProperty("code").GetString(), d.GetProperty("places")[0].GetProperty("line").GetInt32(), d.GetProperty("places")[0].GetProperty("column").GetInt32()));
        Assert.Equal([("PACTA1006", 7, 8), ("PACTA1011", 9, 26)], places);
    }

    [Fact]
    public void A_rule_that_is_not_there_is_said_with_the_nearest()
    {
        var ran = _command.Run("lint", "@words.pacta", "--rule", "PACTA1O05");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("error[PACTA0961]: There is no rule with the code “PACTA1O05”.", ran.Errors, StringComparison.Ordinal);
        Assert.Contains("Did you mean PACTA1005?", ran.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _command.Dispose();
}
