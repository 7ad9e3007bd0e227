using System.Text.Json;
using Pacta.Negotiation.Histories;
using Pacta.Presentation.Histories;
using Pacta.Presentation.Json;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Comparing;

/// <summary>What each draft allows that the other rules out, for machines.</summary>
internal static class StrictnessJson
{
    public static void Write(Utf8JsonWriter json, DraftStrictness? strictness)
    {
        if (strictness is null)
        {
            json.WriteNull("strictness");
            return;
        }

        json.WriteStartObject("strictness");
        HistoryJson.Write(json, "bound", strictness.Bound);
        json.WriteStartArray("parties");
        foreach (var party in strictness.Parties)
        {
            json.WriteStartObject();
            json.WriteString("party", party.Party);
            json.WriteTexts("alike", party.Alike);
            json.WriteString("second_is", Names.Snake(party.Strictness));
            json.WriteBoolean("shown", party.IsShown);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("clauses");
        foreach (var clause in strictness.Clauses)
        {
            json.WriteStartObject();
            json.WriteString("first", clause.Pair.First?.Path);
            json.WriteString("second", clause.Pair.Second?.Path);
            json.WriteString("party", clause.Party);
            json.WriteTexts("alike", clause.Alike);
            json.WriteString("second_clause_is", Names.Snake(clause.OfClauses));
            json.WriteString("second_text_is", Names.Snake(clause.OfTexts));
            Write(json, "first_forbids", clause.FirstForbids);
            Write(json, "second_forbids", clause.SecondForbids);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, SeparationResult result)
    {
        json.WriteStartObject(name);
        HistoryJson.Write(json, "history", result.Found?.History);
        json.WriteBoolean("excluded", result.IsNone);
        json.WriteBoolean("among_named_parties_only", result.Found?.IsAmongFew == true);
        json.WriteTexts("findings", result.Found?.Broken.Select(f => f.Id) ?? []);
        json.WriteTexts("ruled_out_elsewhere_by", result.By);
        json.WriteTexts("kept_in_neither", result.Found?.KeptInNeither ?? []);
        HistoryJson.Write(json, "bound", result.Bound);
        json.WriteEndObject();
    }
}
