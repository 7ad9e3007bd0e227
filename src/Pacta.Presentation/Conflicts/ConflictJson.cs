using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;
using Pacta.Negotiation.Conflicts;
using Pacta.Presentation.Histories;
using Pacta.Presentation.Json;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Conflicts;

/// <summary>Clauses that do not go together, for machines (schema/pacta-conflicts-1.schema.json), members always in the same order.</summary>
public static class ConflictJson
{
    private const string Schema = "pacta-conflicts-1";

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream output, TextConflicts conflicts, Manifest manifest, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(conflicts);
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(speech);
        var words = new ConflictWords(conflicts, speech);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        CheckJson.WriteManifest(json, manifest);
        json.WriteTexts("texts", conflicts.Texts.Select(t => t.Name));
        Write(json, "conflicts", conflicts.Conflicts, words);
        Write(json, "two_acts", conflicts.Separate, words);
        json.WriteStartObject("bound");
        json.WriteNumber("facts", conflicts.Bound.Facts);
        json.WriteNumber("acts", conflicts.Bound.Acts);
        json.WriteNumber("sets", conflicts.Bound.Sets);
        json.WriteNumber("clauses", conflicts.Bound.Clauses);
        json.WriteNumber("histories", conflicts.Bound.Tried);
        json.WriteStartArray("cut_short");
        foreach (var set in conflicts.Bound.Cut)
        {
            json.WriteStartArray();
            foreach (var clause in set)
            {
                Write(json, clause);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteTexts("kinds_not_in_full", conflicts.Bound.CutKinds);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<Conflict> conflicts, ConflictWords words)
    {
        json.WriteStartArray(name);
        foreach (var conflict in conflicts)
        {
            json.WriteStartObject();
            json.WriteString("kind", Names.Snake(conflict.Kind));
            Write(json, "clauses", conflict.Clauses);
            json.WriteString("party", conflict.Party);
            json.WriteTexts("alike", conflict.Alike);
            json.WriteString("told", words.Of(conflict).Sentence);
            json.WriteString("holding", conflict.Holding);
            HistoryJson.Write(json, "situation", conflict.Situation);
            json.WriteTexts("avoided_without", conflict.OwnActs.Select(f => f.Id).Distinct(StringComparer.Ordinal));
            json.WriteString("act", conflict.Act?.Id);
            json.WriteStartArray("attempts");
            foreach (var attempt in conflict.Attempts)
            {
                json.WriteStartObject();
                HistoryJson.Write(json, "adds", conflict.Situation with { Facts = attempt.Added, Judgements = [] });
                Write(json, "not_kept", attempt.NotKept);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("readings");
            foreach (var reading in conflict.Readings)
            {
                json.WriteStartObject();
                json.WriteString("of", reading.Of);
                json.WriteString("reading", reading.Name);
                json.WriteTexts("held_by", reading.HeldBy);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("would_prevail");
            foreach (var rule in conflict.Prevails)
            {
                json.WriteStartObject();
                json.WriteString("rule", Names.Snake(rule.Rule));
                json.WriteString("text", rule.For?.Text.Name);
                json.WriteString("clause", rule.For?.Clause.Path);
                json.WriteString("date", rule.Date is { } date ? LocalDatePattern.Iso.Format(date) : null);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<ConflictClause> clauses)
    {
        json.WriteStartArray(name);
        foreach (var clause in clauses)
        {
            Write(json, clause);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ConflictClause clause)
    {
        json.WriteStartObject();
        json.WriteString("text", clause.Text.Name);
        json.WriteString("clause", clause.Clause.Path);
        json.WriteString("reference", clause.Clause.Reference);
        json.WriteEndObject();
    }
}
