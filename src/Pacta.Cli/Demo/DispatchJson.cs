using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;
using Pacta.Cli.Commands;
using Pacta.Cli.Inputs;

namespace Pacta.Cli.Demo;

/// <summary>The demo for machines: the same rows, with the findings in words and their ids; <c>pacta check --format json</c> has all of them in full.</summary>
internal static class DispatchJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(Stream output, DispatchRun run)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        WriteManifest(json, run.Script);
        json.WriteString("title", run.Script.Title);
        json.WriteString("about", run.Script.About);
        json.WriteString("left_out", run.Script.LeftOut);
        json.WriteStartArray("rows");
        foreach (var row in run.Rows)
        {
            WriteRow(json, row, run);
        }

        json.WriteEndArray();
        json.WriteStartArray("sides");
        foreach (var side in DispatchSides.Of(run))
        {
            json.WriteStartObject();
            json.WriteString("name", side.Name);
            Numbers(json, "accuses", side.Accuses);
            Numbers(json, "is_accused", side.IsAccused);
            Numbers(json, "is_consistent", side.IsConsistent);
            Numbers(json, "nothing_reported", side.IsUnreported);
            Numbers(json, "uses_a_right", side.UsesRight);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The version, and every file that is inside of it: the same that <c>--write-to</c> writes.</summary>
    private static void WriteManifest(Utf8JsonWriter json, DispatchScript script)
    {
        json.WriteStartObject("manifest");
        json.WriteString("pacta", AppVersion.Text);
        json.WriteString("mandate", SpeechOptions.NameOf(DispatchWords.Speech.Mandate));
        json.WriteString("language", DispatchWords.Speech.Phrases.Language);
        json.WriteStartArray("files");
        foreach (var file in DispatchRun.Files(script))
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteString("sha256", InputFile.Sha256(EmbeddedFile.Bytes($"dispatch/{file}")));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, DispatchRow row, DispatchRun run)
    {
        json.WriteStartObject();
        json.WriteString("id", row.Script.Id);
        json.WriteString("phrase", row.Script.Phrase);
        json.WriteString("who", row.Script.Who);
        json.WriteBoolean("background", row.Script.IsBackground);
        Texts(json, "accusers", row.Script.Accusers);
        Texts(json, "accused", row.Script.Accused);
        Texts(json, "ruled_out", DispatchWords.OfScan(row, run));
        Texts(json, "duties", DispatchWords.OfDuties(row).Select(l => l.Trim()));
        json.WriteStartArray("checks");
        foreach (var check in row.Checks)
        {
            WriteCheck(json, check);
        }

        json.WriteEndArray();
        Texts(json, "asks", row.Asks.Select(DispatchWords.OfAsk));
        Texts(json, "left_open", row.OpenTerms.Select(a => $"{a.Title}: {DispatchWords.OpenTerms(a)}"));
        Texts(json, "clocks", row.Clocks.Select(c => $"{c.CountedIn}: {InstantPattern.ExtendedIso.Format(c.At)}"));
        Texts(json, "notes", row.Script.Notes);
        json.WriteStartArray("sources");
        foreach (var (source, where) in DispatchWords.Sources(row))
        {
            json.WriteStartObject();
            json.WriteString("source", source);
            json.WriteString("where", where);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCheck(Utf8JsonWriter json, DispatchCheck check)
    {
        json.WriteStartObject();
        json.WriteString("agreement", check.Agreement.Name);
        json.WriteString("title", check.Agreement.Title);
        json.WriteString("standing", DispatchWords.Speech.Clauses.Of(check.Agreement.Status));
        if (check.Script.Until is { } until)
        {
            json.WriteString("until", until);
        }

        json.WriteStartArray("findings");
        foreach (var found in DispatchWords.Of(check))
        {
            json.WriteStartObject();
            json.WriteString("clause", found.Clause);
            json.WriteString("who", found.Who);
            json.WriteString("about", found.About);
            json.WriteString("state", found.State);
            json.WriteString("certainty", found.Certainty);
            json.WriteString("when", found.When);
            Texts(json, "because", found.Because);
            Texts(json, "ids", found.Findings.Select(f => f.Id));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Texts(json, "text", DispatchWords.Text(check));
        json.WriteString("unverified", DispatchWords.Unverified(check));
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void Numbers(Utf8JsonWriter json, string name, IEnumerable<int> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }
}
