using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Places;
using Pacta.Presentation.Explaining;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Json;

/// <summary>
/// A run as JSON. The same agreements, options and report lines, in any order of the lines, give the same bytes: no clock, no paths, no order
/// of arrival.
/// </summary>
public static class CheckJson
{
    public const string Schema = "urn:pacta:schema:findings:1";

    /// <summary>Letters of every script stay readable: the file is no web page.</summary>
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        MaxDepth = 4096,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(Stream output, CheckReport report, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        WriteManifest(json, report.Manifest);
        WriteSummary(json, report);
        json.WriteStartArray("agreements");
        foreach (var agreement in report.Agreements)
        {
            json.WriteStartObject();
            var writer = WriteAgreement(json, agreement, speech, withSentences: false);
            WriteNotInPlay(json, report, agreement, writer);
            writer.NotUsed("not_used", agreement.NotUsed);
            writer.TakenBack("taken_back", agreement.TakenBack);
            json.WriteStartArray("findings");
            using var lines = new FindingLines(Options, line => Writer(line, agreement.Agreement, speech, withSentences: false));
            foreach (var finding in agreement.Findings)
            {
                lines.Write(json, finding);
                json.Flush();
            }

            json.WriteEndArray();
            WritePerspectives(json, agreement, writer);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The clauses about which nothing is found; null where only some were asked for.</summary>
    private static void WriteNotInPlay(Utf8JsonWriter json, CheckReport report, AgreementFindings agreement, FindingJson writer)
    {
        if (report.Manifest.Options.Clauses.Length > 0)
        {
            json.WriteNull("not_in_play");
            return;
        }

        json.WriteStartArray("not_in_play");
        foreach (var clause in ClauseLookup.NotInPlay(agreement))
        {
            writer.Clause(clause.Name, clause.Path, clause.Reference);
        }

        json.WriteEndArray();
    }

    /// <summary>How each finding stands under each perspective that is declared, and what does not count there.</summary>
    private static void WritePerspectives(Utf8JsonWriter json, AgreementFindings agreement, FindingJson writer)
    {
        writer.LeftOut("left_out", agreement.LeftOut);
        writer.References("ungraded", agreement.Ungraded);
        json.WriteStartArray("perspectives");
        foreach (var perspective in agreement.Perspectives)
        {
            json.WriteStartObject();
            json.WriteString("name", perspective.Name);
            json.WriteStartArray("findings");
            foreach (var finding in perspective.Findings)
            {
                writer.WriteStanding(finding);
            }

            json.WriteEndArray();
            writer.LeftOut("left_out", perspective.LeftOut);
            writer.References("ungraded", perspective.Ungraded);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>One finding with its clause, its text and a sentence for each step.</summary>
    public static void Write(Stream output, Manifest manifest, Explanation explanation, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        WriteManifest(json, manifest);
        json.WriteStartObject("agreement");
        var writer = WriteAgreement(json, explanation.Checked, speech, withSentences: true);
        json.WriteEndObject();
        json.WriteStartObject("clause");
        json.WriteStartArray("texts");
        foreach (var text in explanation.Texts)
        {
            json.WriteStartObject();
            writer.Text("language", text.Language);
            json.WriteString("text", text.Content);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        writer.Texts("encoded", explanation.Encoded);
        json.WriteEndObject();
        json.WritePropertyName("finding");
        writer.Write(explanation.Finding);
        writer.Support("support", explanation.Support);
        writer.TakenBack("taken_back", explanation.TakenBack);
        json.WriteEndObject();
    }

    /// <summary>The versions of one finding: from when on each was so, and the ids of what had come on record.</summary>
    public static void WriteHistory(Stream output, Manifest manifest, Agreement agreement, ImmutableArray<FindingVersion> versions, ImmutableArray<ToldVersion> told, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        WriteManifest(json, manifest);
        json.WriteString("agreement", agreement.Name);
        var writer = Writer(json, agreement, speech, withSentences: false);
        json.WriteStartArray("versions");
        foreach (var version in versions)
        {
            json.WriteStartObject();
            json.WriteString("as_of", InstantPattern.ExtendedIso.Format(version.AsOf));
            writer.Texts("causes", [.. version.Causes.Select(c => c.Id)]);
            json.WritePropertyName("finding");
            if (version.Finding is { } finding)
            {
                writer.Write(finding);
            }
            else
            {
                json.WriteNullValue();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteTold(json, told, writer);
        json.WriteEndObject();
    }

    /// <summary>What was told of it at the time, and how that stands to what is found today of the same records.</summary>
    private static void WriteTold(Utf8JsonWriter json, ImmutableArray<ToldVersion> told, FindingJson writer)
    {
        json.WriteStartArray("told");
        foreach (var version in told)
        {
            json.WriteStartObject();
            json.WriteString("told_at", InstantPattern.ExtendedIso.Format(version.At));
            json.WriteBoolean("same_today", version.Differences.Length == 0);
            writer.Texts("why", [.. version.Differences.Select(d => Names.Snake(d))]);
            json.WritePropertyName("today");
            if (version.Found is { } found)
            {
                writer.WriteStanding(found);
            }
            else
            {
                json.WriteNullValue();
            }

            json.WritePropertyName("told");
            ToldFindingJson.Write(json, version.Told);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static FindingJson WriteAgreement(Utf8JsonWriter json, AgreementFindings of, Speech speech, bool withSentences)
    {
        var times = new TimeWords(of.Agreement.Calendar, speech.Phrases);
        var writer = Writer(json, of.Agreement, speech, withSentences);
        json.WriteString("name", of.Agreement.Name);
        json.WriteString("title", of.Agreement.Title);
        writer.Status("status", of.Agreement.Status);
        json.WriteString("time_zone", of.Agreement.TimeZone);
        json.WriteString("complete_through", InstantPattern.ExtendedIso.Format(of.Through));
        json.WriteString("complete_through_local_date", times.LocalDate(of.Through));
        if (DrawnPlaces.MapsOf(of.Agreement) is { Length: > 0 } maps)
        {
            json.WriteStartArray("maps");
            foreach (var map in maps)
            {
                json.WriteStringValue(map);
            }

            json.WriteEndArray();
        }

        writer.Grades(of.Grades);
        writer.Cases(of.Cases);
        writer.Sources(of.Sources);
        writer.Counts(of.Counts);
        writer.Coverage(of.Coverages);
        writer.Determinations("other_determinations", of.Determinations);
        return writer;
    }

    private static FindingJson Writer(Utf8JsonWriter json, Agreement agreement, Speech speech, bool withSentences) =>
        new(json, new TimeWords(agreement.Calendar, speech.Phrases), speech, Measures.Of(agreement), withSentences);

    internal static void WriteManifest(Utf8JsonWriter json, Manifest manifest)
    {
        json.WriteStartObject("manifest");
        json.WriteString("pacta", manifest.Version);
        json.WriteString("command", manifest.Repeated);
        if (manifest.IsPublic)
        {
            json.WriteBoolean("public", true);
        }

        json.WriteStartObject("options");
        var options = manifest.Options;
        json.WriteString("as_of", options.AsOf);
        json.WriteString("published_as_of", options.PublishedAsOf);
        json.WriteString("until", options.Until);
        json.WriteString("perspective", options.Perspective);
        json.WriteBoolean("strict", options.IsStrict);
        json.WriteBoolean("keep_going", options.KeepsGoing);
        json.WriteTexts("clauses", options.Clauses);
        json.WriteString("mandate", options.Mandate);
        json.WriteString("language", options.Language);
        json.WriteEndObject();
        json.WriteFiles("agreements", manifest.Agreements);
        json.WriteFiles("maps", manifest.Maps);
        json.WriteStartArray("reports");
        foreach (var file in manifest.Reports)
        {
            json.WriteStartObject();
            json.WriteString("file", file.File);
            json.WriteNumber("lines", file.Lines);
            json.WriteString("sha256_of_sorted_lines", file.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("stores");
        foreach (var store in manifest.Stores)
        {
            json.WriteStartObject();
            json.WriteString("file", store.File);
            json.WriteNumber("entries", store.Entries);
            json.WriteNumber("erased", store.Erased);
            json.WriteString("chain", store.Chain);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (manifest.States.Length > 0 && !manifest.IsPublic)
        {
            json.WriteStartArray("states");
            foreach (var state in manifest.States)
            {
                json.WriteStartObject();
                json.WriteString("file", state.File);
                json.WriteNumber("records", state.Records);
                json.WriteString("sha256", state.Sha256);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter json, CheckReport report)
    {
        var findings = report.Agreements.SelectMany(a => a.Findings).ToImmutableArray();
        json.WriteStartObject("summary");
        json.WriteNumber("findings", findings.Length);
        json.WriteNumber("report_lines_left_out", report.LinesSkipped);
        json.WriteStartObject("certain");
        foreach (var state in findings.Where(f => f is { Certainty: Certainty.Certain, IsClaim: false }).GroupBy(f => f.States[0]).OrderBy(g => g.Key))
        {
            json.WriteNumber(Names.Of(state.Key), state.Count());
        }

        json.WriteEndObject();
        json.WriteNumber("claimed", findings.Count(f => f.IsClaim));
        json.WriteNumber("contested", findings.Count(f => f.Certainty == Certainty.Contested));
        json.WriteNumber("undetermined", findings.Count(f => f.Certainty == Certainty.Undetermined));
        json.WriteEndObject();
    }
}
