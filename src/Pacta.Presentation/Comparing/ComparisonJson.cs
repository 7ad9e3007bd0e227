using System.Text.Encodings.Web;
using System.Text.Json;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Negotiation;
using Pacta.Negotiation.Duties;
using Pacta.Negotiation.Subjects;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Comparing;

/// <summary>Two drafts side by side, for machines.</summary>
public static class ComparisonJson
{
    private const string Schema = "pacta-comparison-1";

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="first">What was found under each draft on the same reports; null where there are none.</param>
    public static void Write(Stream output, DraftComparison comparison, CheckedAgreement? first, CheckedAgreement? second)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        WriteDraft(json, "first", comparison.First, comparison.FirstDuties, comparison.FirstSubjects);
        WriteDraft(json, "second", comparison.Second, comparison.SecondDuties, comparison.SecondSubjects);
        json.WriteStartArray("clauses");
        foreach (var pair in comparison.Pairs)
        {
            json.WriteStartObject();
            json.WriteString("first", pair.First?.Path);
            json.WriteString("second", pair.Second?.Path);
            json.WriteString("match", pair.IsSame ? "same" : Names.Snake(pair.Basis.ToString()));
            json.WriteNumber("likeness", Math.Round(pair.Likeness, 3));
            WriteFindings(json, "first_findings", pair.First, first);
            WriteFindings(json, "second_findings", pair.Second, second);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("checklist", Checklist.Source);
        json.WriteEndObject();
    }

    private static void WriteDraft(Utf8JsonWriter json, string name, Agreement agreement, DutyMatrix duties, IEnumerable<Coverage> subjects)
    {
        json.WriteStartObject(name);
        json.WriteString("name", agreement.Name);
        json.WriteString("title", agreement.Title);
        json.WriteStartArray("duties");
        foreach (var duty in duties.Duties)
        {
            json.WriteStartObject();
            json.WriteString("clause", duty.Clause.Path);
            json.WriteString("bearer", duty.Bearer);
            json.WriteString("beneficiary", duty.Beneficiary);
            json.WriteBoolean("power", duty.IsPower);
            json.WriteBoolean("mutual", duties.IsMutual(duty));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("subjects");
        foreach (var subject in subjects)
        {
            json.WriteStartArray(Names.Snake(subject.Subject.ToString()));
            foreach (var where in subject.Where)
            {
                json.WriteStringValue(where);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFindings(Utf8JsonWriter json, string name, Clause? clause, CheckedAgreement? run)
    {
        if (clause is null || run is null)
        {
            json.WriteNull(name);
            return;
        }

        var findings = run.Findings.Where(f => ClauseLookup.IsAbout(clause, f));
        json.WriteStartObject(name);
        foreach (var group in findings
            .GroupBy(f => f.IsClaim ? "claimed" : f.Certainty == Certainty.Certain ? Names.Of(f.States[0]) : Names.Snake(f.Certainty.ToString()), StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            json.WriteNumber(group.Key, group.Count());
        }

        json.WriteEndObject();
    }
}
