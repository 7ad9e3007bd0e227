using System.Collections.Immutable;
using System.Text.Json;
using Pacta.Negotiation.Redlining;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Comparing;

/// <summary>A redline for machines: runs of words that both have, or one. A blank before a run is part of it, as the end of a line is.</summary>
internal static class RedlineJson
{
    public static void Write(Utf8JsonWriter json, ClauseRedline? redline)
    {
        if (redline is null)
        {
            json.WriteNull("redline");
            return;
        }

        json.WriteStartObject("redline");
        WriteRuns(json, "code", redline.Code);
        json.WriteStartArray("texts");
        foreach (var text in redline.Texts)
        {
            json.WriteStartObject();
            json.WriteString("language", text.Language);
            json.WriteString("exception", text.Exception);
            json.WriteString("in", text.IsInBoth ? "both" : text.HasFirst ? "first" : "second");
            json.WriteBoolean("same", text.IsInBoth && !text.Differs);
            WriteRuns(json, "runs", text.Runs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRuns(Utf8JsonWriter json, string name, ImmutableArray<RedlineRun> runs)
    {
        json.WriteStartArray(name);
        foreach (var run in runs)
        {
            json.WriteStartObject();
            json.WriteString("form", Names.Snake(run.Form));
            json.WriteString("text", run.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
