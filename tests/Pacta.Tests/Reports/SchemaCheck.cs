using System.Text.Json;
using System.Text.RegularExpressions;

namespace Pacta.Tests.Reports;

/// <summary>As much of JSON Schema as the schema of reports uses; a keyword it does not know fails the test.</summary>
internal sealed class SchemaCheck(JsonElement root)
{
    public bool Accepts(JsonElement value) => Accepts(root, value);

    private bool Accepts(JsonElement schema, JsonElement value) => schema.EnumerateObject().All(k => Holds(k.Name, k.Value, schema, value));

    private bool Holds(string keyword, JsonElement rule, JsonElement schema, JsonElement value) => keyword switch
    {
        "$schema" or "$id" or "$defs" or "title" or "description" or "default" => true,
        "$ref" => Accepts(root.GetProperty("$defs").GetProperty(rule.GetString()!["#/$defs/".Length..]), value),
        "anyOf" => rule.EnumerateArray().Any(s => Accepts(s, value)),
        "allOf" => rule.EnumerateArray().All(s => Accepts(s, value)),
        "not" => !Accepts(rule, value),
        "const" => JsonElement.DeepEquals(rule, value),
        "enum" => rule.EnumerateArray().Any(e => JsonElement.DeepEquals(e, value)),
        "type" when rule.ValueKind == JsonValueKind.Array => rule.EnumerateArray().Any(t => Holds(keyword, t, schema, value)),
        "type" => rule.GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "number" => value.ValueKind == JsonValueKind.Number,
            "null" => value.ValueKind == JsonValueKind.Null,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            _ => throw new NotSupportedException(rule.GetString()),
        },
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.GetString()!.Replace("$", "\\z", StringComparison.Ordinal)),
        "minLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= rule.GetInt32(),
        "maxLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.EnumerateRunes().Count() <= rule.GetInt32(),
        "multipleOf" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() % rule.GetDecimal() == 0,
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= rule.GetDouble(),
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= rule.GetDouble(),
        "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= rule.GetInt32(),
        "items" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().All(i => Accepts(rule, i)),
        "contains" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(i => Accepts(rule, i)),
        "required" => value.ValueKind != JsonValueKind.Object || rule.EnumerateArray().All(n => value.TryGetProperty(n.GetString()!, out _)),
        "dependentRequired" => value.ValueKind != JsonValueKind.Object
            || rule.EnumerateObject().All(d => !value.TryGetProperty(d.Name, out _) || d.Value.EnumerateArray().All(n => value.TryGetProperty(n.GetString()!, out _))),
        "properties" => value.ValueKind != JsonValueKind.Object
            || value.EnumerateObject().All(m => !rule.TryGetProperty(m.Name, out var s) || Accepts(s, m.Value)),
        "propertyNames" => value.ValueKind != JsonValueKind.Object
            || value.EnumerateObject().All(m => Accepts(rule, JsonSerializer.SerializeToElement(m.Name))),
        "additionalProperties" => value.ValueKind != JsonValueKind.Object
            || value.EnumerateObject().All(m => IsDeclared(schema, m.Name) || (rule.ValueKind == JsonValueKind.Object && Accepts(rule, m.Value))),
        _ => throw new NotSupportedException(keyword),
    };

    private static bool IsDeclared(JsonElement schema, string name) => schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out _);
}
