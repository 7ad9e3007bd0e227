using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pacta.Model.Codings;
using Pacta.Presentation.Json;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Codings;

/// <summary>A file of codings, as a run was given it.</summary>
public sealed record CodingInput(string Name, string Sha256);

/// <summary>How far coders agree, for machines (schema/pacta-coders-1.schema.json); members always in the same order.</summary>
public static class CodersJson
{
    private const string Schema = "pacta-coders-1";

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="version">Of Pacta.</param>
    /// <param name="scales">As they were asked for.</param>
    public static void Write(Stream output, CoderAgreement agreement, string version, ImmutableArray<CodingInput> files, ImmutableArray<string> scales)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteStartObject("manifest");
        json.WriteString("pacta", version);
        json.WriteStartArray("codings");
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("name", file.Name);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteTexts("scales", scales);
        json.WriteNumber("seed", agreement.Seed);
        json.WriteNumber("resamples", agreement.Resamples);
        json.WriteNumber("level", agreement.Level);
        json.WriteEndObject();
        json.WriteStartArray("attributes");
        foreach (var attribute in agreement.Attributes)
        {
            Write(json, attribute);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AttributeAgreement attribute)
    {
        json.WriteStartObject();
        json.WriteString("attribute", attribute.Attribute);
        json.WriteString("scale", Names.Snake(attribute.Scale));
        json.WriteTexts("coders", attribute.Coders);
        json.WriteNumber("units", attribute.Units);
        json.WriteNumber("pairable_units", attribute.PairableUnits);
        json.WriteNumber("pairable_values", attribute.PairableValues);
        Number(json, "observed", attribute.Observed);
        Number(json, "expected", attribute.Expected);
        Number(json, "alpha", attribute.Alpha);
        json.WriteString("undefined", attribute.Why == NoAlpha.None ? null : Names.Snake(attribute.Why));
        if (attribute.Interval is { } interval)
        {
            json.WriteStartObject("interval");
            json.WriteNumber("low", interval.Low);
            json.WriteNumber("high", interval.High);
            json.WriteNumber("resamples", interval.Resamples);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("interval");
        }

        json.WriteStartArray("disagreements");
        foreach (var (unit, values) in attribute.Disagreements)
        {
            json.WriteStartObject();
            json.WriteString("unit", unit);
            json.WriteStartArray("values");
            foreach (var (coder, value) in values)
            {
                json.WriteStartObject();
                json.WriteString("coder", coder);
                json.WriteString("value", value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
