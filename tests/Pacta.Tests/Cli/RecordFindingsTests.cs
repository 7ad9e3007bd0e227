using System.Security.Cryptography;
using System.Text.Json;
using NodaTime;
using Pacta.Ledger;
using Pacta.Presentation.Json;
using Pacta.Tests.Ledger;

namespace Pacta.Tests.Cli;

/// <summary><c>check --record-findings</c>: what was told stays on record, and <c>history</c> tells it beside what is found today.</summary>
public sealed class RecordFindingsTests : IDisposable
{
    private const string Quiet =
        """
        clause quiet at "4" { each party must not open fire in strip }
        """;

    private const string Fire = """{"id":"r1","source":"mission","event":"f1","kind":"fire","time":"2024-06-01","by":"aland","in":"strip"}""";
    private const string Denial = """{"id":"r2","source":"staff","event":"f1","kind":"fire","polarity":"denies","recorded":"2024-06-03"}""";

    private readonly Command _command = Small.Command(Small.Agreement(Quiet), Fire);

    public RecordFindingsTests() => Record(Fire);

    [Fact]
    public void A_finding_that_says_the_same_adds_nothing_and_telling_changes_no_byte_of_the_findings()
    {
        var before = Check("--format", "json").Output;

        Assert.Contains("2 findings put on record, 0 said the same before", Tell().Errors, StringComparison.Ordinal);
        Assert.Contains("0 findings put on record, 2 said the same before", Tell().Errors, StringComparison.Ordinal);
        Assert.Equal(before, Check("--format", "json").Output);
        Record(Denial);
        Assert.Contains("1 findings put on record, 1 said the same before", Tell().Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_history_tells_what_was_told_beside_what_is_found_today_of_the_same_records()
    {
        Tell();
        _command.Now = Instant.FromUtc(2025, 2, 1, 9, 30);
        Record(Denial);
        Tell("--as-of", "2025-03-01");

        Assert.Equal(
            """
            what was told, as it was put on record
            2025-01-01 00:00 not consistent, certain, provisional
                of the first record of the store
                the same is found of them today
            2025-02-01 09:30 not consistent or not in play, contested, provisional
                of the first 2 records of the store, --as-of 2025-03-01
                the same is found of them today

            """.ReplaceLineEndings("\n"),
            Told());
    }

    [Fact]
    public void Where_the_agreement_has_changed_the_difference_is_told_with_that_reason()
    {
        Tell();
        var id = Id();
        _command.Write("small.pacta", _command.Read("small.pacta").Replace("enters into force 2024-01-01", "enters into force 2024-12-01", StringComparison.Ordinal));

        var history = _command.Run("history", "@small.pacta", "--store", "@reports.db", id);

        Assert.Equal(0, history.ExitCode);
        Assert.True(_command.FitsSchema(_command.Run("history", "@small.pacta", "--store", "@reports.db", id, "--format", "json").Output));
        Assert.Contains("0 versions what was told", history.Output.Unwrapped(), StringComparison.Ordinal);
        Assert.Contains("today it is found of them: not in play, or nothing reported of it", history.Output.Unwrapped(), StringComparison.Ordinal);
        Assert.Contains("the files of the agreement have changed since", history.Output.Unwrapped(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_a_record_was_erased_the_difference_is_told_with_that_reason()
    {
        Record(Denial);
        Tell();
        var id = Id();
        Assert.Equal(0, _command.Run("erase", "@reports.db", "r2", "--reason", "names a person").ExitCode);

        var history = _command.Run("history", "@small.pacta", "--store", "@reports.db", id);

        Assert.Equal(0, history.ExitCode);
        Assert.Contains("contested, provisional of the first 2 records of the store today it is found of them: not consistent, certain, provisional a record has been erased since", history.Output.Unwrapped(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_that_there_is_no_more_is_told_as_none()
    {
        Tell();
        Record("""{"id":"r3","source":"mission","recorded":"2024-07-01","retracts":["r1"]}""");

        Assert.Contains("2 findings put on record, 1 said", Tell().Errors, StringComparison.Ordinal);
        Assert.Contains("0 findings put on record", Tell().Errors, StringComparison.Ordinal);
        Assert.Contains("not in play, or nothing reported of it of the first 2 records of the store the same is found of them today", _command.Run("history", "@small.pacta", "--store", "@reports.db", _id!).Output.Unwrapped(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_difference_that_nothing_explains_is_a_fault_of_the_program()
    {
        Tell();
        using (var ledger = ReportLedger.Open(_command.PathOf("reports.db")))
        {
            var told = ledger.ReadTold().Told.First(t => t.Subject.StartsWith(Id(), StringComparison.Ordinal));
            var other = ToldFindingJson.Read(told.Line)! with { Words = "consistent, certain, settled", States = ["consistent"], Sha256 = new string('7', 64) };
            ledger.Tell([new Telling(told.Subject, SHA256.HashData("other"u8), ToldFindingJson.Line(other))], _command.Now);
        }

        var history = _command.Run("history", "@small.pacta", "--store", "@reports.db", Id());

        Assert.Equal(3, history.ExitCode);
        Assert.Contains("PACTA0929", history.Errors, StringComparison.Ordinal);
        Assert.Contains("consistent, certain, settled of the first record of the store today it is found of them: not consistent", history.Output.Unwrapped(), StringComparison.Ordinal);
    }

    [Fact]
    public void For_machines_it_has_both_and_fits_the_schema()
    {
        Tell("--published-as-of", "2025-06-30");
        Tell();
        Record(Denial);
        Tell();
        var json = _command.Run("history", "@small.pacta", "--store", "@reports.db", Id(), "--format", "json").Output;

        Assert.True(_command.FitsSchema(json));
        using var written = JsonDocument.Parse(json);
        var told = written.RootElement.GetProperty("told").EnumerateArray().ToList();
        Assert.Equal([true, true], told.Select(t => t.GetProperty("same_today").GetBoolean()));
        Assert.Equal(["not_consistent", "dormant|not_consistent"], told.Select(t => string.Join('|', t.GetProperty("told").GetProperty("states").EnumerateArray().Select(s => s.GetString()))));
        Assert.Equal([1, 2], told.Select(t => t.GetProperty("told").GetProperty("records").GetInt32()));
        Assert.False(_command.FitsSchema(json.Replace("\"same_today\"", "\"same\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_somebody_changed_of_what_was_told_is_noticed()
    {
        Tell();
        LedgerFile.Run(_command.PathOf("reports.db"), "DROP TRIGGER told_is_final; UPDATE told SET line = replace(line, 'not_consistent', 'consistent')");

        Assert.Contains("PACTA0923", Check().Errors, StringComparison.Ordinal);
        Assert.Equal(2, Tell().ExitCode);
    }

    [Fact]
    public void It_does_not_go_with_the_public_form() =>
        Assert.Contains("--record-findings does not go with --public", Tell("--public").Errors, StringComparison.Ordinal);

    [Theory]
    [InlineData("check", "@small.pacta", "--reports", "@small.jsonl", "--record-findings")]
    [InlineData("check", "@small.pacta", "--store", "@reports.db", "--reports", "@small.jsonl", "--record-findings")]
    [InlineData("check", "@small.pacta", "--store", "@reports.db", "--store", "@reports.db", "--record-findings")]
    public void It_needs_one_store_and_nothing_beside_it(params string[] words)
    {
        var ran = _command.Run(words);

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("--record-findings needs one store", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_type_of_record_goes_into_a_store_and_comes_out_as_it_was()
    {
        string[] lines =
        [
            """{"id":"a1","source":"mission","event":"e1","kind":"exercise","time":"2024-05-01","by":"aland","fields":{"troops":{"about":900}}}""",
            """{"type":"complete","id":"a2","source":"mission","kinds":["fire"],"through":"2024-05-31","recorded":"2024-06-01"}""",
            """{"type":"judgement","id":"a3","source":"mission","matter":"calm","holds":true,"time":"2024-05-01"}""",
            """{"type":"coverage","id":"a4","source":"mission","place":"strip","period":{"from":"2024-05-01","to":"2024-05-31"},"means":"patrols by day"}""",
            """{"type":"grade","id":"a5","assessor":"mission","target":"a1","code":"B2","why":"seen twice","recorded":"2024-06-01"}""",
            """{"type":"count","id":"a6","source":"mission","kind":"exercise","number":{"about":15},"in":"strip","period":"2024-05"}""",
            """{"type":"determination","id":"a7","body":"joint_commission","date":"2024-06-01","text":"So decided.","clause":"4","by":"aland","decision":"consistent"}""",
            """{"type":"case","id":"a8","case":"incident_1","by":"mission","date":"2024-06-02","stage":"alleged","events":["e1"],"accused":["aland"],"text":"Seen at the strip."}""",
            """{"type":"track","id":"a9","source":"mission","event":"t1","kind":"gun","of":"aland","accuracy_m":100,"positions":[["2024-05-01T00:00:00Z",55.1,11.2]]}""",
        ];
        _command.Write("types.jsonl", string.Join('\n', lines));
        using (var schema = JsonDocument.Parse(_command.Run("schema", "reports").Output))
        {
            Assert.All(schema.RootElement.GetProperty("$defs").EnumerateObject().SelectMany(Types), t => Assert.Contains($"\"type\":\"{t}\"", string.Join('\n', lines), StringComparison.Ordinal));
        }

        Assert.Contains("9 recorded", _command.Run("record", "@types.db", "--reports", "@types.jsonl").Errors, StringComparison.Ordinal);
        Assert.Contains("0 recorded, 9 there before", _command.Run("record", "@types.db", "--reports", "@types.jsonl").Errors, StringComparison.Ordinal);

        using var ledger = ReportLedger.OpenToRead(_command.PathOf("types.db"));
        Assert.Equal(["a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9"], ledger.Read().Entries.Select(e => e.Id));
        Assert.Equal(0, _command.Run("check", "@small.pacta", "--store", "@types.db", "--keep-going").ExitCode);

        static IEnumerable<string> Types(JsonProperty definition) =>
            definition.Value.TryGetProperty("properties", out var properties) && properties.TryGetProperty("type", out var type) && type.TryGetProperty("const", out var name) && name.GetString() is { } known and not "report"
                ? [known]
                : [];
    }

    public void Dispose() => _command.Dispose();

    private string? _id;

    private string Id() => _id ??= Check("--format", "csv").Output.Split('\n').Single(l => l.Contains(",f1,", StringComparison.Ordinal)).Split(',')[0];

    private Ran Check(params string[] options) => _command.Run(["check", "@small.pacta", "--store", "@reports.db", .. options]);

    private Ran Tell(params string[] options)
    {
        Id();
        return Check(["--record-findings", .. options]);
    }

    private string Told()
    {
        var output = _command.Run("history", "@small.pacta", "--store", "@reports.db", Id()).Output;
        return output[output.IndexOf("what was told", StringComparison.Ordinal)..];
    }

    private void Record(string line) => Assert.Equal(0, _command.RunWithInput(line, "record", "@reports.db", "--reports", "-").ExitCode);
}
