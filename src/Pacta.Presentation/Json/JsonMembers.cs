using System.Text.Json;
using Pacta.Presentation.Runs;

namespace Pacta.Presentation.Json;

/// <summary>Members that several of our JSON files have in the same form.</summary>
internal static class JsonMembers
{
    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>Files by name and hash.</summary>
    public static void WriteFiles(this Utf8JsonWriter json, string name, IEnumerable<AgreementInput> files)
    {
        json.WriteStartArray(name);
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("file", file.File);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
