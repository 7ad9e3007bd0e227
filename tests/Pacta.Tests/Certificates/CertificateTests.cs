using System.Text;
using System.Text.Json;
using Pacta.Tests.Cli;

namespace Pacta.Tests.Certificates;

/// <summary>Certificates as a user makes and verifies them.</summary>
public sealed class CertificateTests
{
    private const string Late = """{"id":"n1","source":"staff","recorded":"2024-05-01","event":"note_1","kind":"notification","time":"2024-05-01","by":"aland","of":"x1","to":"borland"}""";

    private const string Exercise = """{"id":"x1_a","source":"mission","recorded":"2024-05-20","event":"x1","kind":"exercise","time":"2024-05-15","by":"aland","in":"strip"}""";

    private const string Notice = """
        clause notice at "1" {
            when exercise x by A
            A must give notification of x to each other party no later than 21 days before start of x
          }
        """;

    [Fact]
    public void Every_finding_of_the_demo_is_found_again_on_another_machine()
    {
        using var command = Command.WithDemo();
        using var elsewhere = new Command();
        foreach (var id in Ids(command.Check("--format", "json").Output))
        {
            Assert.Equal(0, command.Run("explain", "@" + Command.Agreement, "--reports", "@" + Command.Reports, id, "--certificate", "@c.json").ExitCode);
            elsewhere.Write("c.json", command.Read("c.json"));

            var ran = elsewhere.Run("verify", "@c.json", "--format", "json");

            Assert.Equal((0, string.Empty), (ran.ExitCode, ran.Errors));
            Assert.True(elsewhere.FitsSchema(command.Read("c.json"), "certificate"), id);
            Assert.True(elsewhere.FitsSchema(ran.Output, "verification"), ran.Output);
            Assert.Contains($"\"id\": \"{id}\"", ran.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_schemas_know_each_word_that_may_be_written_and_no_other()
    {
        using var command = new Command();
        using var certificate = JsonDocument.Parse(command.Run("schema", "certificate").Output);
        using var verification = JsonDocument.Parse(command.Run("schema", "verification").Output);
        var discrepancies = verification.RootElement.GetProperty("properties").GetProperty("certificates").GetProperty("items").GetProperty("properties").GetProperty("discrepancies");

        Assert.Equal(Words<Pacta.Model.Findings.CauseKind>(), Choices(certificate.RootElement.GetProperty("$defs").GetProperty("cause").GetProperty("properties").GetProperty("kind")));
        Assert.Equal(Words<Pacta.Certificates.Extent>(), Choices(certificate.RootElement.GetProperty("properties").GetProperty("extent")));
        Assert.Equal(Words<Pacta.Certificates.Replaying.DiscrepancyCode>(), Choices(discrepancies.GetProperty("items").GetProperty("properties").GetProperty("code")));

        static IEnumerable<string> Words<T>()
            where T : struct, Enum => Enum.GetValues<T>().Select(v => Pacta.Certificates.Json.CertificateJson.Name(v)).Order(StringComparer.Ordinal);

        static IEnumerable<string> Choices(JsonElement schema) => schema.GetProperty("enum").EnumerateArray().Select(e => e.GetString()!).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes_and_other_salts_the_same_hash()
    {
        using var command = Command.WithDemo();

        var first = Certificate(command);
        var again = Certificate(command);
        command.Seed = 2;
        var other = Certificate(command);

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.Equal(HashOf(first), HashOf(other));

        static string Certificate(Command command)
        {
            Assert.Equal(0, command.Run("explain", "@" + Command.Agreement, "--reports", "@" + Command.Reports, "1a4543", "--certificate", "@c.json").ExitCode);
            return command.Read("c.json");
        }
    }

    [Fact]
    public void The_order_of_the_reports_changes_no_byte()
    {
        using var command = Command.WithDemo();
        command.Run("explain", "@" + Command.Agreement, "--reports", "@" + Command.Reports, "1a4543", "--certificate", "@c.json");
        command.Write("turned.jsonl", string.Join('\n', command.Read(Command.Reports).Split('\n', StringSplitOptions.RemoveEmptyEntries).Reverse()));

        command.Run("explain", "@" + Command.Agreement, "--reports", "@turned.jsonl", "1a4543", "--certificate", "@d.json");

        Assert.Equal(command.Read("c.json"), command.Read("d.json"));
    }

    [Fact]
    public void What_was_taken_back_comes_with_what_takes_it_back_only_if_it_is_cited()
    {
        using var command = Small.Command(
            Small.Agreement(Notice),
            Exercise,
            Late,
            """{"id":"n2","source":"mission","recorded":"2024-05-02","event":"note_2","kind":"notification","time":"2024-04-01","by":"aland","of":"x1","to":"borland"}""",
            """{"id":"n3","source":"mission","recorded":"2024-05-03","retracts":["n2"]}""",
            """{"type":"complete","id":"k1","source":"mission","kinds":"all","through":"2024-05-31","recorded":"2024-06-01"}""");

        var lines = Lines(command, Only(command));

        Assert.DoesNotContain(lines, l => l.Contains("\"n2\"", StringComparison.Ordinal) || l.Contains("\"n3\"", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("\"k1\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_grade_that_a_standard_needs_is_in_it_although_no_finding_cites_it()
    {
        var agreement = Small.Agreement("clause quiet at \"2\" { each party must not open fire in strip }")
            + "\nstandard graded { credibility 3 or better }\nperspective desk { standard graded }\n";
        using var command = Small.Command(
            agreement,
            """{"id":"f1","source":"mission","recorded":"2024-06-02","event":"fire_1","kind":"fire","time":"2024-06-01","by":"borland","in":"strip"}""",
            """{"id":"f2","source":"courier","recorded":"2024-06-02","event":"fire_1","kind":"fire","polarity":"denies"}""",
            """{"type":"grade","id":"g1","assessor":"analyst","target":"f2","code":"E5","why":"never right","recorded":"2024-06-05"}""",
            """{"type":"grade","id":"g2","assessor":"analyst","target":"f1","code":"B2","why":"seen","recorded":"2024-06-05"}""");
        var id = About(command.Run("check", "@small.pacta", "--reports", "@small.jsonl", "--perspective", "desk", "--format", "json").Output, "fire_1");

        var ran = command.Run("explain", "@small.pacta", "--reports", "@small.jsonl", "--perspective", "desk", id, "--certificate", "@c.json");

        // Without its low grade the denial would count; the other grade changes nothing.
        Assert.Equal(0, ran.ExitCode);
        Assert.Equal(0, command.Run("verify", "@c.json").ExitCode);
        using var document = JsonDocument.Parse(command.Read("c.json"));
        Assert.Equal("desk", document.RootElement.GetProperty("options").GetProperty("perspective").GetString());
    }

    [Fact]
    public void Texts_that_the_finding_does_not_need_are_left_out_and_maps_are_taken_along()
    {
        using var command = Small.Command(
            Small.Agreement("zone field { map \"field.geojson\" }\n  clause quiet at \"2\" { each party must not open fire in field }"),
            """{"id":"f1","source":"mission","recorded":"2024-06-02","event":"fire_1","kind":"fire","time":"2024-06-01","by":"borland","position":{"lat":5.5,"lon":5.5,"accuracy_m":10}}""");
        command.Write("field.geojson", """{"type":"Polygon","coordinates":[[[5,5],[6,5],[6,6],[5,6],[5,5]]]}""")
            .Write("other.pacta", "actor norland, soland\nagreement \"Other (invented)\" as other_accord {\n  status political\n  enters into force 2024-01-01\n  time zone \"UTC\"\n  parties norland, soland\n}\n");
        var id = About(command.Run("check", "@small.pacta", "@other.pacta", "--reports", "@small.jsonl", "--format", "json").Output, "fire_1");
        Assert.Equal(0, command.Run("explain", "@small.pacta", "@other.pacta", "--reports", "@small.jsonl", id, "--certificate", "@c.json").ExitCode);
        using var elsewhere = new Command().Write("c.json", command.Read("c.json"));

        Assert.Equal(0, elsewhere.Run("verify", "@c.json").ExitCode);
        using var document = JsonDocument.Parse(command.Read("c.json"));
        Assert.Equal(["small.pacta"], document.RootElement.GetProperty("texts").EnumerateArray().Select(t => t.GetProperty("file").GetString()));
        Assert.Equal(["field.geojson"], document.RootElement.GetProperty("maps").EnumerateArray().Select(t => t.GetProperty("file").GetString()));
    }

    [Fact]
    public void From_a_store_it_says_at_which_chain()
    {
        using var command = Small.Command(Small.Agreement(Notice), Exercise, Late);
        command.Run("record", "@reports.db", "--reports", "@small.jsonl");
        var check = command.Run("check", "@small.pacta", "--store", "@reports.db", "--format", "json").Output;

        command.Run("explain", "@small.pacta", "--store", "@reports.db", Ids(check)[0], "--certificate", "@c.json");

        using var document = JsonDocument.Parse(check);
        var chain = document.RootElement.GetProperty("manifest").GetProperty("stores")[0].GetProperty("chain").GetString()!;
        var ran = command.Run("verify", "@c.json");
        Assert.Equal(0, ran.ExitCode);
        Assert.Contains(chain, ran.Output.Unwrapped(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_view_as_of_a_day_stays_one()
    {
        using var command = Small.Command(Small.Agreement(Notice), Exercise, Late, Late.Replace("n1", "n9", StringComparison.Ordinal).Replace("recorded\":\"2024-05-01", "recorded\":\"2024-09-01", StringComparison.Ordinal));
        var id = Ids(command.Run("check", "@small.pacta", "--reports", "@small.jsonl", "--as-of", "2024-06-01", "--format", "json").Output)[0];

        command.Run("explain", "@small.pacta", "--reports", "@small.jsonl", "--as-of", "2024-06-01", id, "--certificate", "@c.json");

        Assert.DoesNotContain("n9", command.Read("c.json"), StringComparison.Ordinal);
        Assert.Contains("with what was recorded by 2024-06-01 24:00", command.Run("verify", "@c.json").Output.Unwrapped(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_texts_are_compared_with_those_that_were_published()
    {
        using var command = Command.WithDemo();
        command.Run("explain", "@" + Command.Agreement, "--reports", "@" + Command.Reports, "1a4543", "--certificate", "@c.json");
        command.Write("other.pacta", command.Read(Command.Agreement).Replace("21 days", "20 days", StringComparison.Ordinal));

        Assert.Contains("Its texts are those that were given as published", command.Run("verify", "@c.json", "--agreement", "@" + Command.Agreement).Output.Unwrapped(), StringComparison.Ordinal);
        var other = command.Run("verify", "@c.json", "--agreement", "@other.pacta");
        Assert.Equal(1, other.ExitCode);
        Assert.Contains("The text grey_line.pacta is none of the files that were given as published.", other.Output.Unwrapped(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_public_one_is_compared_with_the_published_text_without_its_sources()
    {
        using var command = Command.WithDemo();
        command.Run("explain", "@" + Command.Agreement, "--reports", "@" + Command.Reports, "1a4543", "--public", "--certificate", "@p.json", "--full", "@f.json");
        command.Write("other.pacta", command.Read(Command.Agreement).Replace("21 days before", "20 days before", StringComparison.Ordinal));

        Assert.Equal(0, command.Run("verify", "@p.json", "--agreement", "@" + Command.Agreement).ExitCode);
        Assert.Equal(1, command.Run("verify", "@p.json", "--agreement", "@other.pacta").ExitCode);
        var text = command.Read("p.json");
        Assert.All(["mission", "borland_mod", "aland_staff", "the_courier", "Observer", "m-0", "scenario", "An invented agreement"], name => Assert.DoesNotContain(name, text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_full_certificate_shows_that_a_public_one_was_made_from_it_and_from_no_other()
    {
        using var command = Command.WithDemo();
        foreach (var id in new[] { "1a4543", "e00dbf" })
        {
            command.Run("explain", "@" + Command.Agreement, "--reports", "@" + Command.Reports, id, "--public", "--certificate", $"@p_{id}.json", "--full", $"@f_{id}.json");
        }

        var own = command.Run("verify", "@p_1a4543.json", "--full", "@f_1a4543.json");
        var foreign = command.Run("verify", "@p_1a4543.json", "--full", "@f_e00dbf.json");

        Assert.Equal(0, own.ExitCode);
        Assert.Contains("It is exactly what the full certificate gives", own.Output.Unwrapped(), StringComparison.Ordinal);
        Assert.Equal(1, foreign.ExitCode);
        Assert.Contains("1 is none of the full certificate.", foreign.Output.Unwrapped(), StringComparison.Ordinal);
        Assert.Equal(1, command.Run("verify", "@p_1a4543.json", "--full", "@p_1a4543.json").ExitCode);
    }

    /// <summary>Whoever changes a public record and computes the hash anew has a certificate that replays, and is found out by the full one.</summary>
    [Fact]
    public void A_public_record_that_was_changed_with_its_hash_is_not_what_the_full_one_gives()
    {
        using var command = Command.WithDemo();
        command.Run("explain", "@" + Command.Agreement, "--reports", "@" + Command.Reports, "1a4543", "--public", "--certificate", "@p.json", "--full", "@f.json");
        var read = Pacta.Certificates.Json.CertificateReader.Read(Encoding.UTF8.GetBytes(command.Read("p.json"))).Certificate!;
        var changed = read with { Records = [.. read.Records.Select(r => r with { Line = r.Line.Replace("7500", "9500", StringComparison.Ordinal) })] };
        command.Write("changed.json", Pacta.Certificates.Json.CertificateJson.Write(changed));

        Assert.Equal(0, command.Run("verify", "@changed.json").ExitCode);
        var ran = command.Run("verify", "@changed.json", "--full", "@f.json");
        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("The full certificate gives another public one.", ran.Output.Unwrapped(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_public_certificate_tells_months_and_leaves_out_what_the_finding_does_not_need()
    {
        using var command = Small.Command(
            Small.Agreement("clause quiet at \"2\" { each party must not open fire in strip }"),
            """{"id":"secret-1","source":"mission","published":"2024-07-03","recorded":"2024-07-04T10:11:12Z","reference":"https://example.org/1","event":"fire_1","kind":"fire","time":"2024-06-01T04:10:00Z","by":"borland","in":"strip","position":{"lat":48.12345,"lon":37.54321,"accuracy_m":50}}""");
        var id = About(command.Findings("json").Output, "fire_1");

        command.Run("explain", "@small.pacta", "--reports", "@small.jsonl", id, "--public", "--certificate", "@p.json");

        using var document = JsonDocument.Parse(command.Read("p.json"));
        Assert.Equal(
            """{"id":"r1","source":"monitor_1","event":"fire_1","kind":"fire","time":"2024-06","by":"borland","in":"strip"}""",
            document.RootElement.GetProperty("records")[0].GetProperty("line").GetString());
    }

    /// <summary>Data sets often call an event as they call the report of it.</summary>
    [Fact]
    public void An_event_that_is_called_as_its_report_has_a_pseudonym_and_is_found_under_its_own_id()
    {
        using var command = Small.Command(
            Small.Agreement("clause quiet at \"2\" { each party must not open fire in strip }"),
            """{"id":"list-77","source":"mission","recorded":"2024-07-02","event":"list-77","kind":"fire","time":"2024-06-01","by":"borland","in":"strip"}""");
        var id = About(command.Findings("json").Output, "list-77");

        var ran = command.Run("explain", "@small.pacta", "--reports", "@small.jsonl", id, "--public", "--certificate", "@p.json", "--full", "@f.json");

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("about event_1", ran.Output.Unwrapped(), StringComparison.Ordinal);
        Assert.DoesNotContain("list-77", ran.Output + command.Read("p.json"), StringComparison.Ordinal);
        Assert.Equal(0, command.Run("verify", "@p.json", "--full", "@f.json").ExitCode);
    }

    [Fact]
    public void A_position_that_the_finding_needs_is_told_as_roughly_as_it_may_be()
    {
        using var command = Small.Command(
            Small.Agreement("zone field { polygon \"0 0, 30 0, 30 30, 0 30\" }\n  clause quiet at \"2\" { each party must not open fire in field }"),
            """{"id":"f1","source":"mission","recorded":"2024-06-02","event":"fire_1","kind":"fire","time":"2024-06-01","by":"borland","position":{"lat":15.1234,"lon":15.4321,"accuracy_m":10}}""");
        var id = About(command.Run("check", "@small.pacta", "--reports", "@small.jsonl", "--format", "json").Output, "fire_1");

        command.Run("explain", "@small.pacta", "--reports", "@small.jsonl", id, "--public", "--certificate", "@p.json");

        var certificate = command.Read("p.json");
        Assert.Contains("""\"position\":{\"lat\":15,\"lon\":15,\"accuracy_m\":80000}""", certificate, StringComparison.Ordinal);
        Assert.Equal(0, command.Run("verify", "@p.json").ExitCode);
    }

    [Fact]
    public void To_whom_a_source_belongs_is_told_only_where_something_hangs_on_it()
    {
        var agreement = Small.Agreement("clause quiet at \"2\" { each party must not open fire in strip }")
            + "\nstandard two { needs 2 origins\n admission suffices }\nperspective strict { standard two }\n";
        using var command = Small.Command(
            agreement, """{"id":"f1","source":"staff","recorded":"2024-06-02","event":"fire_1","kind":"fire","time":"2024-06-01","by":"aland","in":"strip"}""");
        string[] input = ["@small.pacta", "--reports", "@small.jsonl"];
        var id = About(command.Run(["check", .. input, "--format", "json"]).Output, "fire_1");

        Assert.Equal("null", Affiliation());
        Assert.Equal("aland", Affiliation("--perspective", "strict"));

        string Affiliation(params string[] options)
        {
            Assert.Equal(0, command.Run(["explain", .. input, .. options, id, "--public", "--certificate", "@p.json"]).ExitCode);
            using var document = JsonDocument.Parse(command.Read("p.json"));
            var source = document.RootElement.GetProperty("sources")[0];
            Assert.Equal("party_source_1", source.GetProperty("name").GetString());
            return source.GetProperty("affiliation").GetString() ?? "null";
        }
    }

    [Fact]
    public void The_hash_that_is_expected_is_compared()
    {
        using var command = Command.WithDemo();
        command.Run("explain", "@" + Command.Agreement, "--reports", "@" + Command.Reports, "1a4543", "--certificate", "@c.json");
        var hash = HashOf(command.Read("c.json"));

        Assert.Equal(0, command.Run("verify", "@c.json", "--expect-hash", hash).ExitCode);
        Assert.Equal(0, command.Run("verify", "@c.json", "--expect-hash", hash[..12]).ExitCode);
        Assert.Equal(1, command.Run("verify", "@c.json", "--expect-hash", new string('0', 64)).ExitCode);
        Assert.Equal(2, command.Run("verify", "@c.json", "--expect-hash", "12").ExitCode);
        Assert.StartsWith($"c.json: certificate {hash}", command.Run("verify", "@c.json").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "PACTA0930")]
    [InlineData("{}", "PACTA0930")]
    [InlineData("[1,2]", "PACTA0930")]
    [InlineData("{\"schema\":\"pacta-certificate-1\"}", "PACTA0930")]
    [InlineData("{\"schema\":\"pacta-certificate-9\"}", "PACTA0931")]
    [InlineData("{\"schema\":\"urn:pacta:schema:findings:1\"}", "PACTA0930")]
    [InlineData("not json", "PACTA0930")]
    public void What_is_no_certificate_is_told_with_its_code(string content, string code)
    {
        using var command = new Command().Write("c.json", content);

        var ran = command.Run("verify", "@c.json");

        Assert.Equal((2, string.Empty), (ran.ExitCode, ran.Output));
        Assert.Contains(code, ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_each_is_told_and_the_worst_decides()
    {
        using var command = Command.WithDemo();
        command.Run("explain", "@" + Command.Agreement, "--reports", "@" + Command.Reports, "1a4543", "--certificate", "@c.json");
        command.Write("changed.json", command.Read("c.json").Replace("7500", "7600", StringComparison.Ordinal)).Write("none.json", "{}");

        Assert.Equal(1, command.Run("verify", "@c.json", "@changed.json").ExitCode);
        var all = command.Run("verify", "@c.json", "@changed.json", "@none.json");
        Assert.Equal(2, all.ExitCode);
        Assert.Contains("c.json: certificate", all.Output, StringComparison.Ordinal);
        Assert.Contains("PACTA0930", all.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void French_has_its_own_words()
    {
        using var command = Command.WithDemo();
        command.Run("explain", "@" + Command.Agreement, "--reports", "@" + Command.Reports, "1a4543", "--certificate", "@c.json");

        Assert.Contains("le constat est retrouvé", command.Run("verify", "@c.json", "--language", "fr").Output.Unwrapped(), StringComparison.Ordinal);
    }

    /// <summary>The id of the only finding that is about an event.</summary>
    private static string About(string json, string about)
    {
        using var document = JsonDocument.Parse(json);
        return Assert.Single(document.RootElement.GetProperty("agreements")[0].GetProperty("findings").EnumerateArray(), f => f.GetProperty("trigger").ToString().Contains(about, StringComparison.Ordinal))
            .GetProperty("id").GetString()!;
    }

    private static string Only(Command command) => Assert.Single(Ids(command.Run("check", "@small.pacta", "--reports", "@small.jsonl", "--format", "json").Output));

    private static List<string> Lines(Command command, string id)
    {
        var ran = command.Run("explain", "@small.pacta", "--reports", "@small.jsonl", id, "--certificate", "@c.json");
        Assert.Equal(0, ran.ExitCode);
        using var document = JsonDocument.Parse(command.Read("c.json"));
        return [.. document.RootElement.GetProperty("records").EnumerateArray().Select(r => r.GetProperty("line").GetString()!)];
    }

    private static string HashOf(string certificate)
    {
        using var document = JsonDocument.Parse(certificate);
        return document.RootElement.GetProperty("hash").GetString()!;
    }

    private static List<string> Ids(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("agreements").EnumerateArray().SelectMany(a => a.GetProperty("findings").EnumerateArray()).Select(f => f.GetProperty("id").GetString()!)];
    }
}
