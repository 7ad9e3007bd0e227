using System.Text.Json;
using NodaTime.Text;
using Pacta.Model.Values;
using Pacta.Negotiation.Histories;
using Pacta.Presentation.Json;

namespace Pacta.Presentation.Histories;

/// <summary>Invented histories for machines: each fact with its time, roles and values, and how far the search went.</summary>
internal static class HistoryJson
{
    public static void Write(Utf8JsonWriter json, string name, InventedHistory? history)
    {
        if (history is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("through", InstantPattern.ExtendedIso.Format(history.Through));
        json.WriteStartArray("facts");
        foreach (var fact in history.Facts)
        {
            Write(json, fact);
        }

        json.WriteEndArray();
        json.WriteStartArray("judged");
        foreach (var judged in history.Judgements)
        {
            json.WriteStartObject();
            json.WriteString("matter", judged.Matter);
            json.WriteBoolean("holds", judged.Holds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, string name, SearchBound bound)
    {
        json.WriteStartObject(name);
        json.WriteNumber("facts", bound.Steps);
        json.WriteNumber("histories", bound.Tried);
        json.WriteBoolean("cut_short", bound.IsCutShort);
        json.WriteTexts("kinds_not_in_full", bound.Cut);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, InventedFact fact)
    {
        json.WriteStartObject();
        json.WriteString("id", fact.Id);
        json.WriteString("kind", fact.Kind);
        json.WriteString("time", InstantPattern.ExtendedIso.Format(fact.At));
        json.WriteString("end", fact.End is { } end ? InstantPattern.ExtendedIso.Format(end) : null);
        json.WriteBoolean("day_only", fact.IsByDay);
        json.WriteStartObject("roles");
        foreach (var (preposition, names) in fact.Roles)
        {
            json.WriteTexts(preposition, names);
        }

        json.WriteEndObject();
        json.WriteStartObject("fields");
        foreach (var (field, value) in fact.Fields)
        {
            switch (value)
            {
                case NumberValue { Range.Low: { } number } n when n.Dimension.Length == 0:
                    json.WriteNumber(field, number);
                    break;
                case TruthValue truth:
                    json.WriteBoolean(field, truth.IsTrue);
                    break;
                default:
                    json.WriteString(field, Composed.Plain(Composed.Of(value)));
                    break;
            }
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
