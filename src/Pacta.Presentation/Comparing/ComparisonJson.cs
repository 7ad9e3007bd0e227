using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Negotiation;
using Pacta.Negotiation.Content;
using Pacta.Negotiation.Duties;
using Pacta.Negotiation.Matching;
using Pacta.Negotiation.Subjects;
using Pacta.Presentation.Json;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Words;
using Subject = Pacta.Negotiation.Subjects.Subject;

namespace Pacta.Presentation.Comparing;

/// <summary>Two drafts side by side, for machines: the same facts as in words (schema/pacta-comparison-3.schema.json), members always in the same order.</summary>
public static class ComparisonJson
{
    private const string Schema = "pacta-comparison-3";

    internal static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="first">What was found under each draft on the same reports; null where there are none.</param>
    public static void Write(Stream output, DraftComparison comparison, AgreementFindings? first, AgreementFindings? second, Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(comparison);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        CheckJson.WriteManifest(json, manifest);
        WriteDraft(json, "first", comparison.First, comparison.FirstDuties, comparison.FirstSubjects);
        WriteDraft(json, "second", comparison.Second, comparison.SecondDuties, comparison.SecondSubjects);
        json.WriteStartArray("heads");
        foreach (var head in comparison.Heads)
        {
            json.WriteStartObject();
            json.WriteString("line", Names.Snake(head.Line));
            json.WriteString("first", head.First);
            json.WriteString("second", head.Second);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("clauses");
        foreach (var pair in comparison.Pairs)
        {
            WritePair(json, pair, first, second);
        }

        json.WriteEndArray();
        StrictnessJson.Write(json, comparison.Strictness);
        WriteChecklist(json);
        json.WriteEndObject();
    }

    private static void WritePair(Utf8JsonWriter json, ClausePair pair, AgreementFindings? first, AgreementFindings? second)
    {
        json.WriteStartObject();
        json.WriteString("first", pair.First?.Path);
        json.WriteString("second", pair.Second?.Path);
        json.WriteString("match", Names.Snake(pair.Basis));
        json.WriteBoolean("same", pair.IsSame);
        json.WriteNumber("likeness", Math.Round(pair.Likeness, 3));
        json.WriteTexts("first_says", pair.First is { } a ? ClauseSentences.Of(a) : []);
        json.WriteTexts("second_says", pair.Second is { } b ? ClauseSentences.Of(b) : []);
        json.WriteStartArray("differences");
        foreach (var difference in pair.Differences)
        {
            WriteDifference(json, difference);
        }

        json.WriteEndArray();
        if (pair.Bound is { } bound)
        {
            json.WriteStartObject("others_bound");
            WriteAll(json, "first", bound.First);
            WriteAll(json, "second", bound.Second);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("others_bound");
        }

        json.WriteTexts("beside", pair.Beside.Select(c => c.Path));
        json.WriteBoolean("renumbered", pair.IsRenumbered);
        if (pair.Kin is { } kin)
        {
            json.WriteStartObject("part_of");
            json.WriteString("whole", kin.Whole.Path);
            json.WriteString("other_part", kin.Part.Path);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("part_of");
        }

        RedlineJson.Write(json, pair.Redline);
        WriteFindings(json, "first_findings", pair.First, first);
        WriteFindings(json, "second_findings", pair.Second, second);
        json.WriteEndObject();
    }

    internal static void WriteDifference(Utf8JsonWriter json, Difference difference)
    {
        json.WriteStartObject();
        json.WriteStartArray("within");
        foreach (var within in difference.Within)
        {
            json.WriteStartObject();
            json.WriteString("form", Names.Snake(within.Form));
            json.WriteString("name", within.Name.Length > 0 ? within.Name : null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("aspect", Names.Snake(difference.Aspect));
        json.WriteString("first", difference.First);
        json.WriteString("second", difference.Second);
        json.WriteEndObject();
    }

    private static void WriteDraft(Utf8JsonWriter json, string name, Agreement agreement, DutyMatrix duties, ImmutableArray<Coverage> subjects)
    {
        json.WriteStartObject(name);
        json.WriteString("name", agreement.Name);
        json.WriteString("title", agreement.Title);
        json.WriteStartArray("duties");
        foreach (var duty in duties.Duties)
        {
            json.WriteStartObject();
            json.WriteString("clause", duty.Clause.Path);
            json.WriteString("source", Names.Snake(duty.Source));
            json.WriteString("exception", duty.Exception);
            WriteSomebody(json, "bearer", duty.Bearer);
            WriteSomebody(json, "beneficiary", duty.Beneficiary);
            json.WriteBoolean("power", duty.IsPower);
            json.WriteBoolean("joint", duty.IsJoint);
            json.WriteBoolean("mutual", duties.IsMutual(duty));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("subjects");
        foreach (var subject in subjects)
        {
            json.WriteTexts(Names.Snake(subject.Subject), subject.Where);
        }

        json.WriteEndObject();
        WriteCoverage(json, subjects);
        json.WriteEndObject();
    }

    /// <summary>By which rule each counts, and the texts that speak of what is not encoded.</summary>
    internal static void WriteCoverage(Utf8JsonWriter json, IEnumerable<Coverage> subjects)
    {
        json.WriteStartArray("coverage");
        foreach (var coverage in subjects)
        {
            json.WriteStartObject();
            json.WriteString("subject", Names.Snake(coverage.Subject));
            json.WriteStartArray("encoded");
            foreach (var encoded in coverage.Subject == Subject.Other ? [] : coverage.Encoded)
            {
                json.WriteStartObject();
                json.WriteString("where", encoded.Where);
                json.WriteString("rule", Names.Snake(encoded.Rule));
                json.WriteString("what", encoded.What.Length > 0 ? encoded.What : null);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("mentions");
            foreach (var mention in coverage.Mentions)
            {
                json.WriteStartObject();
                json.WriteString("where", mention.Where);
                json.WriteString("language", mention.Language);
                json.WriteString("word", mention.Word);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void WriteChecklist(Utf8JsonWriter json)
    {
        json.WriteStartArray("checklist");
        foreach (var subject in Enum.GetValues<Subject>().Where(s => s != Subject.Other))
        {
            json.WriteStartObject();
            json.WriteString("subject", Names.Snake(subject));
            json.WriteStartArray("sources");
            foreach (var source in ChecklistSources.Of(subject))
            {
                json.WriteStartObject();
                json.WriteString("title", source.Title);
                json.WriteBoolean("verified", source.IsVerified);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAll(Utf8JsonWriter json, string name, IEnumerable<Somebody> all)
    {
        json.WriteStartArray(name);
        foreach (var somebody in all)
        {
            json.WriteStartObject();
            WriteSomebody(json, somebody);
        }

        json.WriteEndArray();
    }

    private static void WriteSomebody(Utf8JsonWriter json, string name, Somebody somebody)
    {
        json.WriteStartObject(name);
        WriteSomebody(json, somebody);
    }

    private static void WriteSomebody(Utf8JsonWriter json, Somebody somebody)
    {
        json.WriteString("form", Names.Snake(somebody.Form));
        json.WriteString("name", somebody.Name.Length > 0 ? somebody.Name : null);
        json.WriteString("role", somebody.Preposition.Length > 0 ? somebody.Preposition : null);
        json.WriteEndObject();
    }

    internal static void WriteFindings(Utf8JsonWriter json, string name, Clause? clause, AgreementFindings? run)
    {
        if (clause is null || run is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartArray(name);
        foreach (var finding in ComparisonWords.Findings(clause, run))
        {
            json.WriteStartObject();
            json.WriteString("id", finding.Id);
            json.WriteString("state", finding.IsClaim ? "claimed" : finding.Certainty == Certainty.Certain ? Names.Of(finding.States[0]) : Names.Snake(finding.Certainty));
            json.WriteTexts("bearers", finding.Bearers);
            json.WriteString("beneficiary", finding.Beneficiary);
            json.WriteTexts("about", TriggerWords.ForMachines(finding));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
