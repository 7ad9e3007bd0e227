using System.Collections.Immutable;
using System.Text.Json;
using Pacta.Model.Findings;
using Pacta.Negotiation.Several;
using Pacta.Presentation.Json;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Comparing;

/// <summary>Several drafts side by side, for machines: the same facts as in words (schema/pacta-drafts-1.schema.json), members always in the same order.</summary>
public static class MatrixJson
{
    private const string Schema = "pacta-drafts-1";

    /// <param name="found">What was found under each draft on the same reports; empty where there are none.</param>
    public static void Write(Stream output, DraftMatrix matrix, ImmutableArray<AgreementFindings> found, Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(manifest);
        using var json = new Utf8JsonWriter(output, ComparisonJson.Options);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        CheckJson.WriteManifest(json, manifest);
        WriteDrafts(json, matrix);
        json.WriteStartArray("heads");
        foreach (var head in matrix.Heads)
        {
            json.WriteStartObject();
            json.WriteString("line", Names.Snake(head.Line));
            json.WriteStartArray("drafts");
            foreach (var cell in head.Cells)
            {
                json.WriteStringValue(cell);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteTopics(json, matrix, found);
        WritePairs(json, matrix);
        ComparisonJson.WriteChecklist(json);
        json.WriteEndObject();
    }

    private static void WriteDrafts(Utf8JsonWriter json, DraftMatrix matrix)
    {
        var letters = MatrixSections.Letters(matrix);
        json.WriteStartArray("drafts");
        for (var i = 0; i < matrix.Drafts.Length; i++)
        {
            json.WriteStartObject();
            json.WriteString("letter", letters[i]);
            json.WriteString("name", matrix.Drafts[i].Name);
            json.WriteString("title", matrix.Drafts[i].Title);
            ComparisonJson.WriteCoverage(json, matrix.Subjects[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTopics(Utf8JsonWriter json, DraftMatrix matrix, ImmutableArray<AgreementFindings> found)
    {
        json.WriteStartArray("topics");
        foreach (var topic in matrix.Topics)
        {
            json.WriteStartObject();
            json.WriteBoolean("agreed", topic.IsAgreed);
            json.WriteStartArray("drafts");
            for (var i = 0; i < topic.Cells.Length; i++)
            {
                WriteCell(json, topic.Cells[i], found.IsEmpty ? null : found[i]);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCell(Utf8JsonWriter json, TopicCell? cell, AgreementFindings? found)
    {
        if (cell is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("clause", cell.Clause.Path);
        json.WriteNumber("group", cell.Group);
        json.WriteTexts("says", ClauseSentences.Of(cell.Clause));
        json.WriteStartArray("differences");
        foreach (var difference in cell.Differences)
        {
            ComparisonJson.WriteDifference(json, difference);
        }

        json.WriteEndArray();
        ComparisonJson.WriteFindings(json, "findings", cell.Clause, found);
        json.WriteEndObject();
    }

    private static void WritePairs(Utf8JsonWriter json, DraftMatrix matrix)
    {
        json.WriteStartArray("pairs");
        foreach (var pair in matrix.Pairs)
        {
            json.WriteStartObject();
            json.WriteString("first", matrix.Drafts[pair.First].Name);
            json.WriteString("second", matrix.Drafts[pair.Second].Name);
            json.WriteNumber("same", pair.Same);
            json.WriteNumber("differ", pair.Differ);
            json.WriteNumber("only_first", pair.OnlyFirst);
            json.WriteNumber("only_second", pair.OnlySecond);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
